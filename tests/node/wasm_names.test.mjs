// Every name of the Node package is either in `denwaban/wasm` or said to be Node's alone, whether or not that is built.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as denwaban from 'denwaban';

const textOf = (name) => readFileSync(new URL(`../../bindings/browser/wasm/${name}`, import.meta.url), 'utf8');
const namesIn = (name, list) => [...(textOf(name).match(list)?.[1].matchAll(/\w+/g) ?? [])].map(([word]) => word);

test('what is declared, exported and left out of WebAssembly is all that the Node package has', () => {
  const exported = namesIn('index.mjs', /export const \{([^}]*)\}/);
  const left = namesIn('load.mjs', /nodesAlone = new Set\(\[([^\]]*)\]/);
  assert.ok(exported.length > 0 && left.length > 0);
  assert.deepEqual(namesIn('index.d.mts', /export \{([^}]*)\}/), exported);
  assert.deepEqual([...exported, ...left].sort(), Object.keys(denwaban).sort());
});
