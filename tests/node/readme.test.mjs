import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');

test('README shows the examples that the tests run', () => {
  for (const example of ['hello.cpp', 'hello.py', 'hello.mjs']) {
    assert.ok(read('README.md').includes(read(`examples/${example}`).trimEnd()), example);
  }
});

test('the Node example says what its comments promise', () => {
  const output = execFileSync(process.execPath, [fileURLToPath(new URL('examples/hello.mjs', root))], { encoding: 'utf8' });
  assert.equal(output, 'open 勤労感謝の日の前日 2026-11-22T17:00:00.000Z\nfalse\n');
});
