import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import * as denwaban from 'denwaban';

const page = readFileSync(new URL('../../docs/errands.md', import.meta.url), 'utf8');
const types = readFileSync(new URL('../../bindings/node/desks.d.ts', import.meta.url), 'utf8');
const doors = [...page.matchAll(/^## `(\w+)`\n.*?Method: `(\w+)\.(\w+)`/gm)];
const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

test('whatever may be asked of a ledger has a method', () => {
  assert.equal(doors.length, 47);
  for (const [, name, desk, method] of doors) {
    assert.equal(typeof denwaban[desk].prototype[camel(method)], 'function', name);
  }
});

test('a method says what it answers', () => {
  assert.doesNotMatch(types, /Promise<(any|object|unknown)/);
});
