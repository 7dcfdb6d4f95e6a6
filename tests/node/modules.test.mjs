import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import * as module from 'denwaban';

test('what ES modules import is what CommonJS requires, name by name', () => {
  const required = createRequire(import.meta.url)('denwaban');
  assert.deepEqual(Object.keys(module).toSorted(), Object.keys(required).toSorted());
  for (const [name, value] of Object.entries(required)) {
    assert.notEqual(value, undefined, name);
    assert.equal(module[name], value, name);
  }
});
