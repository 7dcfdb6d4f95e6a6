import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { bin } = require('typescript/package.json');
const compiler = join(dirname(require.resolve('typescript/package.json')), bin.tsc);
const options = '--noEmit --strict --skipLibCheck --target es2022 --lib es2022,dom --types'.split(' ');
const usage = fileURLToPath(new URL('types/adapter.mts', import.meta.url));

for (const [who, ...modules] of [
  ['Node', '--module', 'nodenext'],
  ["Angular's bundler", '--module', 'esnext', '--moduleResolution', 'bundler'],
]) {
  test(`the adapter's declarations hold for ${who}`, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, ...options, '', ...modules, usage], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, stdout + stderr);
  });
}
