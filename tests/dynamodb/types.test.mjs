import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { bin } = require('typescript/package.json');
const compiler = join(dirname(require.resolve('typescript/package.json')), bin.tsc);

test("the ledger's declarations hold, with the AWS SDK's", () => {
  const options = '--noEmit --strict --skipLibCheck --target es2022 --lib es2022,dom --module nodenext --types'.split(
    ' ',
  );
  const usage = fileURLToPath(new URL('usage.mts', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, ...options, '', usage], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stdout + stderr);
});
