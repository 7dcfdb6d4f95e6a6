import assert from 'node:assert/strict';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { CallFacts, contactRecordsOf } from 'denwaban';

const record = (ContactId, more = {}) =>
  JSON.stringify({ ContactId, LastUpdateTimestamp: '2026-11-22T08:02:00Z', ...more });
const file = `${record('a', { Novelty: 1 })}\n${record('b')}${record('c')}\nno record\n${record('a')}`;
const cut = function* (bytes, size) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
};

for (const [packing, bytes] of [
  ['plain', Buffer.from(file)],
  ['gzip', gzipSync(file)],
]) {
  test(`records of a file come with their lines, however it is cut: ${packing}`, async () => {
    for (const size of [1, 7, 10_000]) {
      const told = [];
      for await (const { line, record, code } of contactRecordsOf(cut(bytes, size))) {
        told.push(`${line} ${record?.id ?? code}`);
      }
      assert.deepEqual(told, ['1 a', '2 b', '2 c', '3 malformed_json', '4 a']);
    }
  });
}

test('a file is added to calls, and what is none is told', async () => {
  const facts = new CallFacts();
  const { failed, ...counts } = await facts.addFile([gzipSync(file)]);
  assert.deepEqual(counts, { kept: 3, newer: 0, asKnown: 1 });
  assert.deepEqual(
    failed.map(({ line, code }) => [line, code]),
    [[3, 'malformed_json']],
  );
  assert.equal(facts.size, 3);
  await assert.rejects(facts.addFile(['text']), { code: 'wrong_type' });
});

test('a record of a file has Dates, and tells what is new', async () => {
  const read = await contactRecordsOf([Buffer.from(file)]).next();
  assert.deepEqual(read.value.record.updated, new Date('2026-11-22T08:02:00Z'));
  assert.deepEqual(read.value.unknown, ['/Novelty']);
});
