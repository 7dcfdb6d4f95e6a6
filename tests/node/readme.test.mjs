import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');

test('README shows the examples that the tests run', () => {
  for (const example of ['hello.cpp', 'hello.py', 'hello.mjs']) {
    assert.ok(read('README.md').includes(read(`examples/${example}`).trimEnd()), example);
  }
});

/** Every block of the guide that imports the package is a whole program. */
const programsOf = (page) =>
  [...read(page).matchAll(/^```js\n(.*?)^```/gms)]
    .map(([, text]) => text)
    .filter((text) => /from 'denwaban'/.test(text));
/** What its comments say that it prints: `// …` behind each console.log. */
const promisedBy = (text) => [...text.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, words]) => words);

for (const [page, count] of [
  ['README.md', 2],
  ['docs/ledger.md', 1],
]) {
  test(`the programs of ${page} run as they stand, where there is nothing yet`, (context) => {
    const programs = programsOf(page);
    assert.equal(programs.length, count);
    // Below the root, where the package's own name leads to it.
    mkdirSync(new URL('build/', root), { recursive: true });
    const folder = mkdtempSync(fileURLToPath(new URL('build/program-', root)));
    context.after(() => rmSync(folder, { recursive: true }));
    for (const text of programs) {
      writeFileSync(join(folder, 'program.mjs'), text);
      const printed = execFileSync(process.execPath, ['program.mjs'], { cwd: folder, encoding: 'utf8' });
      const lines = printed.trimEnd().split('\n');
      const promised = promisedBy(text);
      assert.equal(lines.length, promised.length);
      // A remark may follow what is printed.
      lines.forEach((line, place) => assert.ok(promised[place].startsWith(line), line));
    }
  });
}
