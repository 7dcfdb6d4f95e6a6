// The programs of the guide, and what they promise to print.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every block of a page that imports the package is a whole program. */
export const programsOf = (page) =>
  [...page.matchAll(/^```js\n(.*?)^```/gms)].map(([, text]) => text).filter((text) => /from 'denwaban'/.test(text));
/** What its comments say that it prints: `// …` behind each console.log. */
const promisedBy = (text) => [...text.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, words]) => words);

/** Runs a program in the folder, and compares what it prints; a remark may follow that in what it promises. */
export const keepsItsPromises = (text, folder, command = [process.execPath]) => {
  writeFileSync(join(folder, 'program.mjs'), text);
  const [program, ...options] = command;
  const printed = execFileSync(program, [...options, 'program.mjs'], { cwd: folder, encoding: 'utf8' });
  const lines = printed.trimEnd().split('\n');
  const promised = promisedBy(text);
  assert.equal(lines.length, promised.length);
  lines.forEach((line, place) => assert.ok(promised[place].startsWith(line), line));
};
