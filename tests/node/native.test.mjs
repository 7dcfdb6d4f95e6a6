import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'denwaban-'));
after(() => rmSync(folder, { recursive: true }));
copyFileSync(new URL('../../bindings/node/native.js', import.meta.url), join(folder, 'native.js'));
for (const library of ['gnu', 'musl']) {
  const addon = join(folder, `node_modules/@denwaban/linux-${process.arch}-${library}`);
  mkdirSync(addon, { recursive: true });
  writeFileSync(join(addon, 'index.js'), `module.exports = '${library}';`);
}

/** A program of Linux that asks for a loader, whose name stands at a place of the file; entries of its table come before. */
const programThatAsksFor = (loader, place, entriesBefore = 1) => {
  const bytes = Buffer.alloc(place + loader.length + 1);
  bytes.write('\x7fELF\x02\x01', 'latin1');
  bytes.writeBigUInt64LE(64n, 32);
  bytes.writeUInt16LE(56, 54);
  bytes.writeUInt16LE(entriesBefore + 1, 56);
  const entry = 64 + 56 * entriesBefore;
  bytes.writeUInt32LE(3, entry);
  bytes.writeBigUInt64LE(BigInt(place), entry + 8);
  bytes.writeBigUInt64LE(BigInt(loader.length + 1), entry + 32);
  bytes.write(loader, place, 'latin1');
  return bytes;
};
/** Which addon is taken by a Node whose program has these bytes. */
const takenBy = (bytes, before = '') => {
  const program = join(folder, 'program');
  if (bytes) writeFileSync(program, bytes);
  else rmSync(program, { force: true });
  const script = `${before}
    Object.defineProperty(process, 'execPath', { value: ${JSON.stringify(program)} });
    process.stdout.write(require('./native.js'))`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8' });
  return stdout || stderr;
};
const reportOf = (header) => `process.report.getReport = () => ({ header: ${JSON.stringify(header)} });`;
const skip = process.platform !== 'linux' && 'only Linux has two C libraries';

test('the addon is that of the C library that Node asks for', { skip }, () => {
  assert.equal(takenBy(programThatAsksFor('/lib64/ld-linux-x86-64.so.2', 900)), 'gnu');
  assert.equal(takenBy(programThatAsksFor('/lib/ld-musl-x86_64.so.1', 900)), 'musl');
});

test('wherever in the file it asks', { skip }, () => {
  assert.equal(takenBy(programThatAsksFor('/lib/ld-musl-aarch64.so.1', 1_000_000, 17)), 'musl');
  assert.equal(takenBy(programThatAsksFor('/nix/store/x/lib/ld-linux-aarch64.so.1', 1_000_000, 17)), 'gnu');
});

test("Node's report says it where the program is a loader", { skip }, () => {
  const loader = programThatAsksFor('', 900).fill(0, 56, 58);
  assert.equal(takenBy(loader, reportOf({})), 'musl');
  assert.equal(takenBy(loader, reportOf({ glibcVersionRuntime: '2.36' })), 'gnu');
});

test('glibc is assumed where nothing can be read', { skip }, () => {
  const truncated = programThatAsksFor('/lib/ld-musl-x86_64.so.1', 900);
  truncated.writeUInt16LE(1, 54);
  for (const bytes of [undefined, truncated, truncated.subarray(0, 20)]) assert.equal(takenBy(bytes), 'gnu');
  truncated.writeUInt16LE(0, 54);
  assert.equal(takenBy(truncated, reportOf({ glibcVersionRuntime: '2.36' })), 'gnu');
});
