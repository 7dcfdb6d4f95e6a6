// What a stream of contact records brings that nobody would: a row or a dead letter each, and no shard stands still.
import assert from 'node:assert/strict';
import test from 'node:test';

import * as denwaban from 'denwaban';

import { recordsOf } from '../../examples/lambda/records.mjs';
import { MapLedger } from './ledgers/map_ledger.mjs';

const record = (id, more = {}) => ({
  ContactId: id,
  Channel: 'VOICE',
  InitiationMethod: 'INBOUND',
  InitiationTimestamp: '2026-11-22T08:00:00Z',
  DisconnectTimestamp: '2026-11-22T08:01:30Z',
  LastUpdateTimestamp: '2026-11-22T08:02:00Z',
  ...more,
});
const packed = (text) => Buffer.from(typeof text === 'string' ? text : JSON.stringify(text)).toString('base64');
const eventOf = (data) => ({
  Records: data.map((one, place) => ({
    eventID: `shardId-000000000001:${100 + place}`,
    kinesis: { sequenceNumber: String(100 + place), data: one },
  })),
});
const run = async (data, ledger = new MapLedger()) => {
  const rows = new Map();
  const letters = [];
  const handler = recordsOf({
    open: async () => ({
      denwaban,
      calls: new denwaban.KeptCallFacts(ledger),
      write: async (made) => made.forEach(({ json }) => rows.set(json.id, json)),
      bury: async (more) => void letters.push(...more),
    }),
  });
  const { batchItemFailures } = await handler(eventOf(data));
  assert.deepEqual(batchItemFailures, []);
  return { rows, letters };
};
const megabyte = 1 << 20;

test('a record of 1 MB is a row', async () => {
  const note = 'n'.repeat(megabyte);
  const large = packed(record('large', { Attributes: { note } }));
  const { rows, letters } = await run([packed(record('c1')), large, packed(record('c2'))]);
  assert.deepEqual([[...rows.keys()].sort(), letters], [['c1', 'c2', 'large'], []]);
  assert.deepEqual(rows.get('large').attributes, [{ key: 'note', value: note }]);
});

test('a record of 1 MB that its ledger has no room for is a letter, and the others are rows', async () => {
  const large = packed(record('large', { Attributes: { note: 'n'.repeat(megabyte) } }));
  const narrow = new MapLedger();
  const commit = narrow.commit.bind(narrow);
  narrow.commit = async (writes) => {
    if (JSON.stringify(writes).length > 400_000)
      throw new denwaban.DenwabanError([{ code: 'too_large', message: 'Item size has exceeded', where: '' }]);
    return commit(writes);
  };
  const { rows, letters } = await run([packed(record('c1')), large, packed(record('c2'))], narrow);
  assert.deepEqual([...rows.keys()].sort(), ['c1', 'c2']);
  assert.deepEqual(
    letters.map(({ sequence, code, bytes }) => [sequence, code, Buffer.from(bytes).toString('base64')]),
    [['101', 'too_large', large]],
  );
});

test('JSON that is cut and data that is no base64 are letters with their bytes', async () => {
  const cut = JSON.stringify(record('cut')).slice(0, -20);
  const { rows, letters } = await run([packed(record('c1')), packed(cut), 'no base64!', packed(record('c2'))]);
  assert.deepEqual([...rows.keys()].sort(), ['c1', 'c2']);
  assert.deepEqual(
    letters.map(({ sequence, bytes }) => [sequence, Buffer.from(bytes).toString()]),
    [
      ['101', cut],
      ['102', 'no base64!'],
    ],
  );
});

test('a clock that goes back leaves the newer row, and no time below nothing', async () => {
  const Queue = { ARN: 'arn:q', EnqueueTimestamp: '2026-11-22T09:00:00Z', DequeueTimestamp: '2026-11-22T08:00:30Z' };
  const newer = record('c1', { Queue, Attributes: { disposition: 'booking' } });
  const older = { ...newer, LastUpdateTimestamp: '2026-11-22T08:01:00Z', Attributes: { disposition: 'access' } };
  for (const order of [
    [newer, older],
    [older, newer],
  ]) {
    const { rows, letters } = await run(order.map(packed));
    assert.deepEqual([rows.size, letters.length], [1, 0]);
    assert.deepEqual([rows.get('c1').dispositions, rows.get('c1').queued], [['booking'], 0]);
  }
});

test('records of two instances in one stream are calls of their own', async () => {
  const of = (region, id, first) =>
    packed(
      record(id, {
        InstanceARN: `arn:aws:connect:${region}:1:instance/i`,
        ...(id === first ? {} : { InitialContactId: first, InitiationMethod: 'TRANSFER' }),
      }),
    );
  const { rows } = await run([
    of('ap-northeast-1', 't2', 't1'),
    of('ap-northeast-3', 'o1', 'o1'),
    of('ap-northeast-1', 't1', 't1'),
    of('ap-northeast-3', 'o2', 'o1'),
  ]);
  assert.deepEqual([...rows.values()].map(({ id, region, contacts }) => [id, region, contacts.length]).sort(), [
    ['o1', 'ap-northeast-3', 2],
    ['t1', 'ap-northeast-1', 2],
  ]);
});
