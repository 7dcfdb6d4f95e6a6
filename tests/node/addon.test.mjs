// Lambda runs Amazon Linux 2023: an addon built anywhere must not ask for newer libraries than it has.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const addon = fileURLToPath(new URL('../../build/node/denwaban.node', import.meta.url));
const available = { GLIBC: '2.34', GLIBCXX: '3.4.29', CXXABI: '1.3.13', GCC: '12.0.0' };
const libraries = ['libc.so.6', 'libm.so.6', 'libgcc_s.so.1', 'libstdc++.so.6', 'libpthread.so.0'];

const objdump = (option) => spawnSync('objdump', [option, addon], { encoding: 'utf8' });
const skip = objdump('--version').status === 0 && process.platform === 'linux' ? false : 'needs Linux and objdump';
const isNewer = (a, b) => a.localeCompare(b, 'en', { numeric: true }) > 0;

test('the addon loads on Amazon Linux 2023', { skip }, () => {
  const versions = [...objdump('-T').stdout.matchAll(/\b(GLIBC|GLIBCXX|CXXABI|GCC)_([\d.]+)/g)];
  assert.notEqual(versions.length, 0);
  for (const [symbol, library, version] of versions) {
    assert.ok(!isNewer(version, available[library]), `${symbol} is newer than ${available[library]}`);
  }
});

test('the addon needs no library that is not there', { skip }, () => {
  const needed = [...objdump('-p').stdout.matchAll(/NEEDED +(\S+)/g)].map(([, library]) => library);
  assert.notEqual(needed.length, 0);
  for (const library of needed.filter((name) => !name.startsWith('ld-linux')))
    assert.ok(libraries.includes(library), library);
});
