// What has changed in a ledger of SQLite, files of before there was such a thing, and bodies that are not as they were written.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { changesFromStream, deliverChanges, KeptCustomers, ReservationDesk, SqliteLedger } from 'denwaban';

const now = '2026-11-25T03:00:00Z';
const place = (t) => {
  const path = mkdtempSync(join(tmpdir(), 'denwaban-'));
  t.after(() => rmSync(path, { recursive: true }));
  return (name) => join(path, name);
};
const opened = async (t, path = ':memory:', options) => {
  const ledger = await SqliteLedger.open(path, options);
  t.after(() => ledger.close());
  return ledger;
};
const book = { partition: 'restaurant#r1', sort: 'book#2026-11-27' };
const put = (at, body = '{}') => ({ writes: [{ put: { ...at, body } }], now });
const codeOf = (asked) =>
  asked.then(
    () => assert.fail('must be refused'),
    ({ code, where }) => `${code} ${where}`,
  );
const told = ({ changes }) => changes.map(({ kind, sort, version }) => `${kind} ${sort} ${version}`);

test('changes are told in the order of commits, with what they are of', async (t) => {
  const ledger = await opened(t);
  await ledger.commit(put(book));
  const message = { partition: 'outbox', sort: '2026-11-27T12:00:00.000Z#m1#2' };
  const followUp = { partition: 'follow_ups', sort: '2026-11-27T12:00:00.000Z#ct#1#call_back' };
  await ledger.commit({ writes: [{ put: { ...book, body: '1' } }, { put: { ...message, body: '' } }], now });
  await ledger.commit({ writes: [{ erase: message }, { erase: { partition: 'p', sort: 'never' } }], now });
  await ledger.commit(put({ partition: 'customer#a#b', sort: 'customer' }));
  await ledger.commit(put(followUp));
  await ledger.commit(put({ partition: 'mine', sort: 'x' }));
  const { changes, next } = await ledger.changes();
  const dayBook = { ...book, noun: 'day_book', restaurant: 'r1', date: '2026-11-27' };
  assert.deepEqual(changes, [
    { cursor: '1', kind: 'put', version: 1, ...dayBook },
    { cursor: '2', kind: 'put', version: 2, ...dayBook },
    { cursor: '3', kind: 'put', version: 1, ...message, noun: 'message', id: 'm1#2' },
    { cursor: '4', kind: 'erase', version: 1, ...message, noun: 'message', id: 'm1#2' },
    { cursor: '5', kind: 'put', version: 1, partition: 'customer#a#b', sort: 'customer', noun: 'customer', id: 'a#b' },
    { cursor: '6', kind: 'put', version: 1, ...followUp, noun: 'follow_up', id: 'ct#1' },
    { cursor: '7', kind: 'put', version: 1, partition: 'mine', sort: 'x', noun: 'other' },
  ]);
  assert.equal(next, '7');
  assert.deepEqual(await ledger.changes({ after: '7' }), { changes: [], next: '7' });
  const some = await ledger.changes({ after: '2', most: 2 });
  assert.deepEqual(told(some), ['put 2026-11-27T12:00:00.000Z#m1#2 1', 'erase 2026-11-27T12:00:00.000Z#m1#2 1']);
  assert.deepEqual(await ledger.changes({ after: '2', most: 2 }), some);
  assert.equal(await ledger.newestChange(), '7');
});

test('what did not happen is not told', async (t) => {
  const ledger = await opened(t);
  await ledger.commit({ writes: [{ put: { ...book, body: '1', expected: 4 } }], now });
  assert.deepEqual(await ledger.changes(), { changes: [], next: '0' });
});

test('neither numbers nor names stand in what is told', async (t) => {
  const ledger = await opened(t);
  const customers = new KeptCustomers(ledger);
  await customers.put({ id: 'c1', name: 'ヤマダ', phones: ['+819012345678'] }, { now });
  await customers.erase('c1', { now });
  const { changes } = await ledger.changes();
  assert.deepEqual(told({ changes }).at(-1).split(' ').slice(0, 2), ['erase', 'customer']);
  assert.ok(changes.every(({ noun }) => noun === 'customer'));
  assert.doesNotMatch(JSON.stringify(changes), /ヤマダ|9012345678/);
});

test('a cursor of which something is forgotten, or of another ledger, is an error of its own', async (t) => {
  const path = place(t)('l');
  const keeping = await opened(t, path);
  await keeping.commit(put(book));
  await keeping.commit(put(book));
  assert.equal(await codeOf(keeping.changes({ after: '3' })), 'expired_cursor /after');
  await keeping.close();
  const ledger = await opened(t, path, { keepChanges: 0 });
  await new Promise((resolve) => setTimeout(resolve, 5));
  await ledger.commit({ writes: [{ put: { ...book, body: '3' } }], now: '2026-11-28T03:00:00Z' });
  const kept = (await ledger.changes()).changes;
  assert.ok(kept.length <= 1, JSON.stringify(kept));
  assert.equal(await codeOf(ledger.changes({ after: '0' })), 'expired_cursor /after');
  assert.equal(await codeOf(ledger.changes({ after: 'x' })), 'invalid_value /after');
  assert.equal(await codeOf(ledger.changes({ most: 0 })), 'out_of_range /most');
  assert.deepEqual((await ledger.changes({ after: await ledger.newestChange() })).changes, []);
});

test('what has expired is told when it goes', async (t) => {
  const ledger = await opened(t);
  const writes = [{ put: { ...book, body: '', expires: '2020-01-01T00:00:00Z' } }];
  await ledger.commit({ writes, now: '2019-12-31T00:00:00Z' });
  await ledger.commit(put({ partition: 'p', sort: 'a' }));
  assert.deepEqual(told(await ledger.changes()).sort(), [
    'expire book#2026-11-27 1',
    'put a 1',
    'put book#2026-11-27 1',
  ]);
});

test('whoever follows is told what others commit meanwhile', async (t) => {
  const ledger = await opened(t);
  const stop = new AbortController();
  const seen = [];
  const following = (async () => {
    for await (const { sort } of ledger.follow({ every: 5, signal: stop.signal })) {
      seen.push(sort);
      if (sort === 'b') stop.abort();
    }
  })();
  await ledger.commit(put({ partition: 'p', sort: 'a' }));
  await new Promise((resolve) => setTimeout(resolve, 20));
  await ledger.commit(put({ partition: 'p', sort: 'b' }));
  await following;
  assert.deepEqual(seen, ['a', 'b']);
});

test('what is imported is told, as it would be by DynamoDB', async (t) => {
  const at = place(t);
  const first = await opened(t);
  await first.commit(put(book));
  await first.commit(put(book));
  await first.exportTo(at('e'));
  const second = await opened(t);
  await second.importFrom(at('e'));
  assert.deepEqual(told(await second.changes()), ['put book#2026-11-27 2']);
});

const oldFile = fileURLToPath(new URL('../data/ledger_files/version_1.ledger', import.meta.url));
test('a file of before there were changes and sums is a ledger of today', async (t) => {
  const at = place(t);
  copyFileSync(oldFile, at('l'));
  const ledger = await opened(t, at('l'));
  const desk = new ReservationDesk(ledger);
  assert.equal((await desk.find('b1')).reservation.begin, '19:00');
  assert.deepEqual(await ledger.changes(), { changes: [], next: '0' });
  await desk.cancel('b1', { key: 'k', now: '2026-11-26T03:00:00Z', who: '鈴木' }, { reason: 'guest' });
  assert.deepEqual((await ledger.changes()).changes.map(({ noun, version }) => `${noun} ${version}`).sort(), [
    'customer 3',
    'day_book 2',
  ]);
  await ledger.exportTo(at('e'));
  await (await opened(t)).importFrom(at('e'));
});

test('a body that was changed on the disk is corrupt, with its key', async (t) => {
  const at = place(t);
  const ledger = await opened(t, at('l'));
  const body = 'what was written here'.repeat(3);
  await ledger.commit(put(book, body));
  await ledger.commit(put({ ...book, sort: 'book#2026-11-28' }, 'another'));
  await ledger.close();
  const bytes = readFileSync(at('l'));
  const found = bytes.indexOf(body);
  assert.ok(found > 0);
  bytes[found] ^= 1;
  writeFileSync(at('l'), bytes);
  const damaged = await opened(t, at('l'));
  const isIt = { code: 'corrupt', message: /restaurant#r1 book#2026-11-27: is not as it was written/ };
  await assert.rejects(damaged.read([book]), isIt);
  await assert.rejects(damaged.query({ partition: book.partition }), isIt);
  await assert.rejects(damaged.exportTo(at('e')), isIt);
  assert.equal((await damaged.read([{ ...book, sort: 'book#2026-11-28' }]))[0].body, 'another');
  await damaged.commit(put(book, 'anew'));
  assert.equal((await damaged.read([book]))[0].body, 'anew');
});

const record = (change, more = {}) => ({
  eventName: 'MODIFY',
  eventSource: 'aws:dynamodb',
  ...more,
  dynamodb: {
    Keys: { partition: { S: 'restaurant#r1' }, sort: { S: 'book#2026-11-27' } },
    NewImage: { version: { N: '2' } },
    OldImage: { version: { N: '1' } },
    StreamViewType: 'NEW_AND_OLD_IMAGES',
    ...change,
  },
});
const nobodys = (partition) => ({ partition: { S: partition }, sort: { S: 'part' } });
test('the event of a stream of DynamoDB is read up to what can not be read', async () => {
  const byTime = { eventName: 'REMOVE', userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } };
  const event = {
    Records: [
      record({ SequenceNumber: '100' }),
      record({ SequenceNumber: '101', Keys: nobodys('\u0001part#x#1') }),
      record({ SequenceNumber: '102', Keys: nobodys('phone#+819012345678') }),
      record({ SequenceNumber: '103', NewImage: undefined }, { eventName: 'REMOVE' }),
      record({ SequenceNumber: '104', NewImage: undefined, OldImage: undefined }, byTime),
      record({ SequenceNumber: '105', NewImage: undefined }),
      record({ SequenceNumber: '106' }),
    ],
  };
  const { changes, failed } = changesFromStream(event);
  assert.deepEqual(
    changes.map(({ cursor, kind, version }) => [cursor, kind, version]),
    [
      ['100', 'put', 2],
      ['103', 'erase', 1],
      ['104', 'expire', undefined],
    ],
  );
  assert.equal(failed.cursor, '105');
  assert.equal(failed.errors[0].where, '/Records/5/dynamodb');
  assert.throws(() => changesFromStream({ Records: [record({}, { eventSource: 'aws:kinesis' })] }), {
    code: 'invalid_value',
  });
  assert.throws(() => changesFromStream({}), { code: 'missing_key' });
});

test('a batch of a stream is answered with the first change that was not delivered', async (t) => {
  t.mock.method(console, 'error', () => {});
  const delivered = [];
  const deliver = ({ cursor }) => {
    if (cursor === '2') throw new Error('not now');
    delivered.push(cursor);
  };
  const of = (...numbers) => ({ Records: numbers.map((SequenceNumber) => record({ SequenceNumber })) });
  assert.deepEqual(await deliverChanges(of('1', '3'), deliver), { batchItemFailures: [] });
  assert.deepEqual(await deliverChanges(of('1', '2', '3'), deliver), { batchItemFailures: [{ itemIdentifier: '2' }] });
  assert.deepEqual(delivered, ['1', '3', '1']);
  const poisoned = { Records: [record({ SequenceNumber: '7', NewImage: {} })] };
  assert.deepEqual(await deliverChanges(poisoned, deliver), { batchItemFailures: [{ itemIdentifier: '7' }] });
});
