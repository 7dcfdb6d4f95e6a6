// A stream of DynamoDB tells of the same changes as SQLite; and all of a table goes into a file and comes out of it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';

import { CreateTableCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { changesFromStream, DenwabanError, SqliteLedger } from 'denwaban';
import { DynamoDbLedger, tableDefinition } from 'denwaban/dynamodb';

import { follow, vectors } from '../node/ledgers/errand_vectors.mjs';
import { clientOf, itemsOf, makeTable, startServer } from './dynamodb.mjs';

const now = '2026-11-27T03:00:00Z';
/** What plays DynamoDB may be slow. */
const deadline = 120_000;
let server;
let client;
before(async () => {
  server = await startServer();
  client = clientOf(server.endpoint);
});
after(() => {
  client?.destroy();
  server?.stop();
});

const headers = {
  'X-Amz-Date': '20261127T030000Z',
  'Content-Type': 'application/x-amz-json-1.0',
  Authorization:
    'AWS4-HMAC-SHA256 Credential=test/20261127/ap-northeast-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0',
};
/** What an SDK for streams would ask. */
const askStreams = async (operation, input) => {
  const target = { ...headers, 'X-Amz-Target': `DynamoDBStreams_20120810.${operation}` };
  const answer = await fetch(server.endpoint, { method: 'POST', headers: target, body: JSON.stringify(input) });
  const words = await answer.json();
  assert.equal(answer.status, 200, JSON.stringify(words));
  return words;
};
const recordsOf = async (StreamArn) => {
  const Records = [];
  const { StreamDescription } = await askStreams('DescribeStream', { StreamArn });
  for (const { ShardId } of StreamDescription.Shards) {
    const from = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' };
    for (let { ShardIterator: next } = await askStreams('GetShardIterator', from); next;) {
      const page = await askStreams('GetRecords', { ShardIterator: next });
      if (page.Records.length === 0) break;
      Records.push(...page.Records);
      next = page.NextShardIterator;
    }
  }
  return Records;
};
let tables = 0;
const streamingTable = async (t) => {
  const StreamSpecification = { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' };
  const definition = { ...tableDefinition(`changes-${process.pid}-${++tables}`), StreamSpecification };
  const { TableDescription } = await client.send(new CreateTableCommand(definition));
  if (!TableDescription.LatestStreamArn) t.skip('the server has no streams');
  return TableDescription;
};
const withoutCursors = (changes) => changes.map(({ cursor, ...change }) => (assert.ok(cursor), change));

/** What one ledger and the other tell of the same. */
const bothTell = async (t, use) => {
  const { TableName, LatestStreamArn } = await streamingTable(t);
  if (!LatestStreamArn) return undefined;
  const sqlite = await SqliteLedger.open(':memory:');
  t.after(() => sqlite.close());
  for (const ledger of [sqlite, new DynamoDbLedger({ client, table: TableName, deadline })]) await use(ledger);
  const { changes, failed } = changesFromStream({ Records: await recordsOf(LatestStreamArn) });
  assert.equal(failed, null);
  const told = (await sqlite.changes({ most: 1000 })).changes;
  assert.deepEqual(withoutCursors(changes), withoutCursors(told));
  return told;
};

for (const [name, { about, steps }] of vectors) {
  test(`the stream tells as SQLite does, ${name}: ${about}`, async (t) => {
    await bothTell(t, (ledger) => follow(ledger, steps));
  });
}

test('the stream tells of a long body once, of what is gone, and not of what did not happen', async (t) => {
  const at = { partition: 'restaurant#r1', sort: 'book#2026-11-27' };
  const told = await bothTell(t, async (ledger) => {
    const answer = { request: 'k', about: 'a', answer: '', keep_until: '2026-11-28T03:00:00Z' };
    await ledger.commit({ writes: [{ put: { ...at, body: 'x'.repeat(700_000) } }], answer, now });
    await ledger.commit({ writes: [{ put: { ...at, body: 'x', expected: 1 } }], now });
    await ledger.commit({ writes: [{ put: { ...at, body: 'y', expected: 1 } }], now });
    await ledger.commit({ writes: [{ erase: at }, { put: { partition: 'phone#+8190', sort: 'c1', body: '' } }], now });
    await ledger.commit({ writes: [{ erase: at }], now });
    await ledger.commit({ writes: [{ put: { ...at, body: '' } }], now });
  });
  if (!told) return;
  assert.deepEqual(
    told.map(({ kind, version }) => `${kind} ${version}`),
    ['put 1', 'put 2', 'erase 2', 'put 1'],
  );
});

const ledgerOfItsOwn = async () => new DynamoDbLedger({ client, table: await makeTable(client), deadline });
const place = (t) => {
  const path = mkdtempSync(join(tmpdir(), 'denwaban-'));
  t.after(() => rmSync(path, { recursive: true }));
  return (name) => join(path, name);
};
const body = 'そば'.repeat(60_000);
/** Everything that a file of lines may hold. */
const fill = async (ledger) => {
  const answer = { request: 'k1', about: 'a', answer: '"さけ"', keep_until: '2099-01-01T00:00:00.123Z' };
  const puts = Array.from({ length: 30 }, (_, n) => ({ put: { partition: `p${n % 7}`, sort: `s${n}`, body: `${n}` } }));
  await ledger.commit({ writes: puts, now });
  const expires = '2099-01-02T00:00:00.456Z';
  await ledger.commit({ writes: [{ put: { partition: 'p', sort: 'long', body, expires } }, puts[3]], answer, now });
};
const linesOf = (path) => readFileSync(path, 'utf8').trimEnd().split('\n');
const sorted = (path) => linesOf(path).slice(1, -1).sort();
const codeOf = (asked) =>
  asked.then(
    () => assert.fail('must be refused'),
    (error) => (assert.ok(error instanceof DenwabanError, error), `${error.code} ${error.where}`),
  );

test('what is exported here is imported there', async (t) => {
  const at = place(t);
  const ledger = await ledgerOfItsOwn();
  await fill(ledger);
  await ledger.exportTo(at('dynamodb'));
  assert.equal(statSync(at('dynamodb')).mode & 0o777, 0o600);
  const sqlite = await SqliteLedger.open(':memory:');
  t.after(() => sqlite.close());
  await sqlite.importFrom(at('dynamodb'));
  await sqlite.exportTo(at('sqlite'));
  assert.deepEqual(sorted(at('sqlite')), sorted(at('dynamodb')));
  const table = await makeTable(client);
  const another = new DynamoDbLedger({ client, table, deadline });
  await another.importFrom(at('sqlite'));
  await another.exportTo(at('again'));
  assert.deepEqual(sorted(at('again')), sorted(at('sqlite')));
  const replayed = await another.commit({
    writes: [],
    answer: { request: 'k1', about: 'a', answer: '', keep_until: now },
    now,
  });
  assert.equal(replayed.result, 'replayed');
  assert.equal((await another.read([{ partition: 'p', sort: 'long' }]))[0].body, body);
  await another.importFrom(at('sqlite')); // as one that was cut short is begun again
  await another.commit({ writes: [{ erase: { partition: 'p', sort: 'long' } }], now });
  assert.ok((await itemsOf(client, table)).every(({ partition }) => !partition.S.startsWith('\u0001part')));
});

test('a file that was cut or changed is refused before anything is written', async (t) => {
  const at = place(t);
  const full = await ledgerOfItsOwn();
  await fill(full);
  await full.exportTo(at('e'));
  const lines = linesOf(at('e'));
  const table = await makeTable(client);
  const ledger = new DynamoDbLedger({ client, table, deadline });
  const given = {
    cut: [lines.slice(0, -1), 'corrupt '],
    'of its last document': [lines.toSpliced(-2, 1), `corrupt /${lines.length - 1}`],
    changed: [lines.with(1, lines[1].replace('":', '": ')), `corrupt /${lines.length}`],
    'going on': [[...lines, lines[1]], `corrupt /${lines.length + 1}`],
    'of no lines of ours': [['{"denwaban_ledger":1}', '{"partition":1}'], 'missing_key /2'],
    empty: [[], 'corrupt '],
    newer: [['{"denwaban_ledger":2}'], 'newer_version /1'],
  };
  for (const [name, [wrong, code]] of Object.entries(given)) {
    writeFileSync(at('w'), wrong.map((line) => `${line}\n`).join(''));
    assert.match(await codeOf(ledger.importFrom(at('w'))), new RegExp(`^${code}`), name);
  }
  assert.equal(await codeOf(ledger.importFrom(at('nowhere'))), 'invalid_value ');
  assert.deepEqual(await itemsOf(client, table), []);
});

test('what is there otherwise is not written over', async (t) => {
  const at = place(t);
  const full = await ledgerOfItsOwn();
  await full.commit({ writes: [{ put: { partition: 'p', sort: 'a', body: '1' } }], now });
  await full.exportTo(at('e'));
  const ledger = await ledgerOfItsOwn();
  await ledger.commit({ writes: [{ put: { partition: 'p', sort: 'a', body: '2' } }], now });
  assert.equal(await codeOf(ledger.importFrom(at('e'))), 'duplicate_id /2');
  assert.equal((await ledger.read([{ partition: 'p', sort: 'a' }]))[0].body, '2');
});

test('an export that fails leaves the file as it was', async (t) => {
  const at = place(t);
  writeFileSync(at('e'), 'before');
  const table = await makeTable(client);
  const ledger = new DynamoDbLedger({ client, table, deadline });
  const Item = { partition: { S: 'p' }, sort: { S: 'a' }, body: { S: 'of no version' } };
  await client.send(new PutItemCommand({ TableName: table, Item }));
  assert.match(await codeOf(ledger.exportTo(at('e'))), /^corrupt /);
  assert.equal(readFileSync(at('e'), 'utf8'), 'before');
  assert.deepEqual(readdirSync(at('.')), ['e']);
  assert.equal(await codeOf(new DynamoDbLedger({ client, table: 'none' }).exportTo(at('e'))), 'unknown_reference ');
});

test('an export takes the place of a file, and of nothing else', async (t) => {
  const at = place(t);
  const ledger = await ledgerOfItsOwn();
  execFileSync('mkfifo', [at('pipe')]);
  mkdirSync(at('folder'));
  for (const name of ['pipe', 'folder']) assert.equal(await codeOf(ledger.exportTo(at(name))), 'invalid_value ');
  assert.ok(statSync(at('pipe')).isFIFO());
  assert.deepEqual(readdirSync(at('.')), ['folder', 'pipe']);
});
