import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { keepsItsPromises, programsOf } from '../packages/programs.mjs';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');

test('README shows the examples that the tests run', () => {
  for (const example of ['hello.cpp', 'hello.py', 'hello.mjs']) {
    assert.ok(read('README.md').includes(read(`examples/${example}`).trimEnd()), example);
  }
});

for (const [page, count] of [
  ['README.md', 2],
  ['docs/ledger.md', 1],
]) {
  test(`the programs of ${page} run as they stand, where there is nothing yet`, (context) => {
    const programs = programsOf(read(page));
    assert.equal(programs.length, count);
    // Below the root, where the package's own name leads to it.
    mkdirSync(new URL('build/', root), { recursive: true });
    const folder = mkdtempSync(fileURLToPath(new URL('build/program-', root)));
    context.after(() => rmSync(folder, { recursive: true }));
    for (const text of programs) keepsItsPromises(text, folder);
  });
}
