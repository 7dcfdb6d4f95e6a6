// The Lambda of a stream of contact records: what it answers for, whatever goes wrong.
import assert from 'node:assert/strict';
import test from 'node:test';

import * as denwaban from 'denwaban';

import { bigQueryWriter, mergeInto } from '../../examples/lambda/bigquery.mjs';
import { recordsOf, s3Burial } from '../../examples/lambda/records.mjs';
import { MapLedger } from './ledgers/map_ledger.mjs';

const record = (id, more = {}) => ({
  ContactId: id,
  Channel: 'VOICE',
  InitiationMethod: 'INBOUND',
  InitiationTimestamp: '2026-11-22T08:00:00Z',
  ConnectedToSystemTimestamp: '2026-11-22T08:00:00Z',
  DisconnectTimestamp: '2026-11-22T08:01:30Z',
  LastUpdateTimestamp: '2026-11-22T08:02:00Z',
  DisconnectReason: 'CUSTOMER_DISCONNECT',
  CustomerEndpoint: { Address: '+819012345678', Type: 'TELEPHONE_NUMBER' },
  SystemEndpoint: { Address: '+81312345678', Type: 'TELEPHONE_NUMBER' },
  ...more,
});
const eventOf = (...records) => ({
  Records: records.map((one, place) => ({
    eventID: `shardId-000000000001:${100 + place}`,
    kinesis: {
      sequenceNumber: String(100 + place),
      data: Buffer.from(typeof one === 'string' ? one : JSON.stringify(one)).toString('base64'),
    },
  })),
});
const directory = denwaban.Directory.fromJson([
  {
    id: 'r1',
    name: 'とりべえ',
    lines: [{ number: '03-1234-5678' }],
    hours: { rules: [{ when: 'every_day', services: [{ opens: '17:00', closes: '26:00' }] }] },
  },
]);
const begin = (more = {}) => {
  const written = [];
  const letters = [];
  const world = {
    denwaban,
    directory,
    calls: new denwaban.KeptCallFacts(new MapLedger()),
    write: async (rows) => void written.push(...rows),
    bury: async (more) => void letters.push(...more),
    ...more,
  };
  return { written, letters, handler: recordsOf({ open: async () => world }) };
};
const failedIn = ({ batchItemFailures }) => batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);

test('records become rows, and what is poisoned is buried with its bytes', async () => {
  const { handler, written, letters } = begin();
  const answer = await handler(eventOf(record('c1'), '{"ContactId":', record('c2')));
  assert.deepEqual(failedIn(answer), []);
  assert.deepEqual(written.map(({ json }) => [json.id, json.restaurant]).sort(), [
    ['c1', 'r1'],
    ['c2', 'r1'],
  ]);
  assert.deepEqual(
    letters.map(({ sequence, bytes }) => [sequence, Buffer.from(bytes).toString()]),
    [['101', '{"ContactId":']],
  );
});

test('legs of two batches are one row, of the name that the first leg has', async () => {
  const { handler, written } = begin();
  await handler(eventOf(record('c2', { InitiationMethod: 'TRANSFER', PreviousContactId: 'c1' })));
  await handler(eventOf(record('c1')));
  assert.deepEqual(
    written.map(({ json }) => [json.id, json.contacts.length]),
    [
      ['c1', 1],
      ['c1', 2],
    ],
  );
  assert.ok(written[1].json.revision > written[0].json.revision);
});

test('what may go well another time is asked for again, and gives the same rows', async (t) => {
  t.mock.method(console, 'error', () => {});
  let isDown = true;
  const { handler, written } = begin();
  const event = eventOf(record('c1'), record('c2'), record('c3'));
  const down = begin({
    write: async () => {
      if (isDown) throw new Error('BigQuery is down');
    },
  });
  assert.deepEqual(failedIn(await down.handler(event)), ['100']);
  isDown = false;
  assert.deepEqual(failedIn(await down.handler(event)), []);
  await handler(event);
  const first = written.splice(0);
  await handler(event);
  const byId = (a, b) => (a.insertId < b.insertId ? -1 : 1);
  assert.deepEqual(written.sort(byId), first.sort(byId));

  const contended = new denwaban.DenwabanError([{ code: 'contended', message: 'others were faster', where: '' }]);
  const { handler: busy, letters } = begin({ calls: { add: () => Promise.reject(contended) } });
  assert.deepEqual(failedIn(await busy(event)), ['100']);
  assert.deepEqual(letters, []);
  const unburied = begin({ bury: () => Promise.reject(new Error('S3 is down')) });
  assert.deepEqual(failedIn(await unburied.handler(eventOf(record('c1'), 'Hello'))), ['101']);
});

test('what never will is buried: no shard stands still', async () => {
  const refused = begin({
    write: async (rows) => [{ index: rows.findIndex(({ json }) => json.id === 'c2'), message: 'no such field' }],
  });
  assert.deepEqual(failedIn(await refused.handler(eventOf(record('c1'), record('c2')))), []);
  assert.deepEqual(
    refused.letters.map(({ sequence, code, message }) => [sequence, code, message]),
    [['101', 'row_refused', 'no such field']],
  );
  const chain = Array.from({ length: 91 }, (_, n) =>
    record(`c${n + 1}`, { InitiationMethod: 'TRANSFER', PreviousContactId: `c${n}` }),
  );
  const { handler, letters, written } = begin();
  assert.deepEqual(failedIn(await handler(eventOf(...chain, record('other')))), []);
  assert.equal(letters.length, 91);
  assert.equal(JSON.parse(Buffer.from(letters[90].bytes)).ContactId, 'c91');
  assert.deepEqual(
    written.map(({ json }) => json.id),
    ['other'],
  );
});

test('a call from beyond what hours are compiled for is a row without its place', async (t) => {
  t.mock.method(console, 'warn', () => {});
  const { handler, written } = begin();
  const late = { InitiationTimestamp: '2199-11-22T08:00:00Z', ConnectedToSystemTimestamp: '2199-11-22T08:00:00Z' };
  assert.deepEqual(failedIn(await handler(eventOf(record('c1', late)))), []);
  assert.deepEqual([written[0].json.id, written[0].json.restaurant], ['c1', undefined]);
  assert.equal(JSON.parse(console.warn.mock.calls[0].arguments[0]).code, 'beyond_horizon');
});

test('of a request to BigQuery, wrong rows are told by their place', async () => {
  const requests = [];
  const table = (name) => ({
    insert: async (rows, options) => {
      requests.push([name, rows.length, options]);
      const row = rows.find(({ json }) => json.id === 'c600');
      if (!row) return;
      throw Object.assign(new Error('partial'), {
        name: 'PartialFailureError',
        errors: [{ row, errors: [{ message: 'no such field' }] }],
      });
    },
  });
  const write = bigQueryWriter({ staging: table('staging') });
  const rows = Array.from({ length: 601 }, (_, n) => ({ insertId: `c${n}@1`, json: { id: `c${n}` } }));
  assert.deepEqual(await write(rows), [{ index: 600, message: 'no such field' }]);
  assert.deepEqual(requests, [
    ['staging', 500, { raw: true, skipInvalidRows: true }],
    ['staging', 101, { raw: true, skipInvalidRows: true }],
  ]);
});

test('dead letters lie under names that are the same when they come again', async () => {
  const sent = [];
  class PutObjectCommand {
    constructor(input) {
      Object.assign(this, input);
    }
  }
  const bury = s3Burial({ client: { send: async (command) => sent.push(command) }, PutObjectCommand, bucket: 'b' });
  const letter = {
    shard: 's1',
    sequence: '7',
    code: 'malformed_json',
    message: '文字',
    where: '/0',
    bytes: Buffer.from('x'),
  };
  await bury([letter, letter]);
  assert.deepEqual(
    sent.map(({ Key }) => Key),
    ['s1/7-0', 's1/7-1'],
  );
  assert.equal(JSON.parse(decodeURIComponent(sent[0].Metadata.why)).message, '文字');
});

test('rows are merged by one query', async () => {
  const asked = [];
  const bigquery = { query: async (query) => (asked.push(query), [[]]) };
  await mergeInto({ bigquery, calls: (name) => `d.calls${name}` });
  assert.equal(asked.length, 1);
  assert.match(asked[0].query, /^MERGE `d\.calls` AS kept/);
});
