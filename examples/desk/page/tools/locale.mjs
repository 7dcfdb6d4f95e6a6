// Writes src/locale/messages.en.json: what is said in Japanese in the page (`npm run extract`), by src/locale/words.json.
import { readFile, rm, writeFile } from 'node:fs/promises';

const here = new URL('../src/locale/', import.meta.url);
const json = async (name) => JSON.parse(await readFile(new URL(name, here), 'utf8'));
const [said, words] = [await json('messages.json'), await json('words.json')];
const translations = Object.fromEntries(
  Object.entries(said.translations).map(([id, text]) => [id, words[text.replace(/\s+/g, ' ').trim()]]),
);
const lacking = Object.keys(translations).filter((id) => translations[id] === undefined);
for (const id of lacking) console.log(JSON.stringify(said.translations[id].replace(/\s+/g, ' ').trim()));
if (lacking.length > 0) process.exitCode = 1;
else {
  await writeFile(new URL('messages.en.json', here), `${JSON.stringify({ locale: 'en', translations }, null, 2)}\n`);
  await rm(new URL('messages.json', here));
}
