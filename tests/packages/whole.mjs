// `node whole.mjs FOLDER`: whether each file of ours that another names is there; an addon need not be.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const [folder] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true })
  .filter((name) => /\.[cm]?js$/.test(name))
  .map((name) => resolve(folder, name));
const named = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:require\(|from |import\()(["'])(\.{1,2}\/[^"'`]+)\1/g)]
    .map(([, , name]) => [file, name])
    .filter(([, name]) => !name.endsWith('.node')),
);
const missing = named.filter(([file, name]) => {
  try {
    return !createRequire(file).resolve(name);
  } catch {
    return true;
  }
});
for (const [file, name] of missing) console.error(`${file} names ${name}`);
console.log(`${named.length} names in ${files.length} files`);
process.exit(missing.length > 0 || named.length === 0 ? 1 : 0);
