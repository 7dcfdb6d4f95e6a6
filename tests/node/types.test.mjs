import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { bin } = require('typescript/package.json');
const compiler = join(dirname(require.resolve('typescript/package.json')), bin.tsc);
const options = '--noEmit --strict --target es2022 --lib es2022 --module nodenext --types'.split(' ');
options.push('');

const compile = (file, ...more) => {
  const usage = fileURLToPath(new URL(`types/${file}`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, ...options, ...more, usage], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stdout + stderr);
};

for (const [system, file] of [
  ['ESM', 'usage.mts'],
  ['CommonJS', 'usage.cts'],
  ['keeping', 'ledger.mts'],
]) {
  test(`the declarations hold in ${system}`, () => compile(file));
}
test("a request is the AWS SDK's", () => compile('aws_sdk.mts', '--skipLibCheck'));
