// Contact records on their whole way: put into a Kinesis stream by the AWS SDK, polled shard by shard as Lambda does, kept
// in DynamoDB by two instances of the handler, written and merged by Google's client, poison in S3; then asked by SQL.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import test, { after, before } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import {
  CreateStreamCommand,
  DescribeStreamSummaryCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
  KinesisClient,
  ListShardsCommand,
  PutRecordsCommand,
} from '@aws-sdk/client-kinesis';
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { BigQuery } from '@google-cloud/bigquery';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import * as denwaban from 'denwaban';
import { DynamoDbLedger } from 'denwaban/dynamodb';

import { bigQueryWriter, mergeInto } from '../../examples/lambda/bigquery.mjs';
import { recordsOf, s3Burial } from '../../examples/lambda/records.mjs';
import { clientOf, makeTable, startServer } from './dynamodb.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
const servers = [];
const serve = async (module, options, url) => {
  // Where the emulator's DuckDB finds its extensions.
  const env = { ...process.env, HOME: `${root}build/dynamodb/home` };
  const server = spawn(`${root}build/dynamodb/bin/python`, [...module, ...options], { stdio: 'ignore', env });
  servers.push(server);
  for (let tries = 0; tries < 300; ++tries) {
    if (server.exitCode !== null) throw new Error(`${module} ended with ${server.exitCode}`);
    if (await fetch(url).catch(() => null)) return;
    await pause(100);
  }
  throw new Error(`${module} does not listen`);
};

const streamName = 'contact-records';
let kinesis, s3, ledgers, dynamodb, bigquery, dataset, table;
before(async () => {
  const [aws, rest, grpc] = [await freePort(), await freePort(), await freePort()];
  const endpoint = `http://127.0.0.1:${aws}`;
  await Promise.all([
    serve(['-m', 'moto.server'], ['--port', aws], `${endpoint}/moto-api/data.json`),
    serve(
      [`${root}tests/dynamodb/bigquery.py`],
      ['start', '--rest-port', rest, '--grpc-port', grpc, '--project', 'demo'],
      `http://127.0.0.1:${rest}/healthz`,
    ),
  ]);
  const settings = {
    endpoint,
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    forcePathStyle: true,
  };
  // Which the emulator does not speak otherwise: HTTP/1.1.
  kinesis = new KinesisClient({ ...settings, requestHandler: new NodeHttpHandler() });
  s3 = new S3Client(settings);
  ledgers = await startServer();
  dynamodb = clientOf(ledgers.endpoint);
  table = await makeTable(dynamodb);
  await s3.send(
    new CreateBucketCommand({
      Bucket: 'dead-letters',
      CreateBucketConfiguration: { LocationConstraint: settings.region },
    }),
  );
  await kinesis.send(new CreateStreamCommand({ StreamName: streamName, ShardCount: 3 }));
  const isActive = async () => {
    const { StreamDescriptionSummary } = await kinesis.send(
      new DescribeStreamSummaryCommand({ StreamName: streamName }),
    );
    return StreamDescriptionSummary.StreamStatus === 'ACTIVE';
  };
  while (!(await isActive())) await pause(50);

  process.env.BIGQUERY_EMULATOR_HOST = `http://127.0.0.1:${rest}/bigquery/v2`;
  bigquery = new BigQuery({ projectId: 'demo' });
  [dataset] = await bigquery.createDataset('calls');
  const schema = denwaban.bigQuerySchema();
  await dataset.createTable('calls', { schema });
  await dataset.createTable('calls_staging', { schema });
});
after(() => {
  for (const client of [kinesis, s3, dynamodb]) client?.destroy();
  for (const server of servers) server.kill();
  ledgers?.stop();
});

const directory = denwaban.Directory.fromJson([
  {
    id: 'r1',
    name: 'とりべえ',
    lines: [{ number: '03-1234-5678' }],
    hours: { rules: [{ when: 'every_day', services: [{ opens: '17:00', closes: '26:00' }] }] },
  },
]);
const instance = () =>
  recordsOf({
    open: async () => ({
      denwaban,
      directory,
      calls: new denwaban.KeptCallFacts(new DynamoDbLedger({ client: dynamodb, table })),
      write: bigQueryWriter({ staging: dataset.table('calls_staging') }),
      bury: s3Burial({ client: s3, PutObjectCommand, bucket: 'dead-letters' }),
    }),
  });

const minute = (n) => new Date(Date.parse('2026-11-22T08:00:00Z') + n * 60_000).toISOString();
const leg = (id, begins, more = {}) => ({
  ContactId: id,
  Channel: 'VOICE',
  InitiationMethod: 'INBOUND',
  InitiationTimestamp: minute(begins),
  ConnectedToSystemTimestamp: minute(begins),
  DisconnectTimestamp: minute(begins + 3),
  LastUpdateTimestamp: minute(begins + 4),
  DisconnectReason: 'CUSTOMER_DISCONNECT',
  CustomerEndpoint: { Address: '+819012345678', Type: 'TELEPHONE_NUMBER' },
  SystemEndpoint: { Address: '+81312345678', Type: 'TELEPHONE_NUMBER' },
  ...more,
});
/** An evening: calls of one leg and of three, each leg of which comes to whichever shard it falls to. */
const evening = Array.from({ length: 40 }, (_, n) => {
  const first = leg(`c${n}`, n);
  if (n % 2) return [first];
  const then = { InitiationMethod: 'TRANSFER', InitialContactId: `c${n}` };
  return [
    first,
    leg(`c${n}-2`, n + 3, { ...then, PreviousContactId: `c${n}` }),
    leg(`c${n}-3`, n + 6, { ...then, PreviousContactId: `c${n}-2` }),
  ];
}).flat();

/** What Lambda does with a shard: batches, of which what failed and all behind it come again. */
const poll = async (shard, handler, batchSize, turns) => {
  const { ShardIterator } = await kinesis.send(
    new GetShardIteratorCommand({ StreamName: streamName, ShardId: shard, ShardIteratorType: 'TRIM_HORIZON' }),
  );
  const { Records } = await kinesis.send(new GetRecordsCommand({ ShardIterator, Limit: 1000 }));
  let from = 0;
  while (from < Records.length) {
    assert.ok(turns.left-- > 0, 'a shard stands still');
    const batch = Records.slice(from, from + batchSize);
    const event = {
      Records: batch.map(({ SequenceNumber, Data }) => ({
        eventID: `${shard}:${SequenceNumber}`,
        kinesis: { sequenceNumber: SequenceNumber, data: Buffer.from(Data).toString('base64') },
      })),
    };
    const { batchItemFailures } = await handler(event);
    const failed = batchItemFailures.map(({ itemIdentifier }) =>
      batch.findIndex((one) => one.SequenceNumber === itemIdentifier),
    );
    from += failed.length > 0 ? Math.min(...failed) : batch.length;
  }
};

test('an evening of a stream is the rows that its calls are', { timeout: 120_000 }, async (t) => {
  const sent = [...evening, ...evening.slice(0, 20), 'Hello'];
  const places = sent.map((one, place) => ({
    Data: Buffer.from(typeof one === 'string' ? one : JSON.stringify(one)),
    PartitionKey: String(place * 7919),
  }));
  const { FailedRecordCount } = await kinesis.send(new PutRecordsCommand({ StreamName: streamName, Records: places }));
  assert.equal(FailedRecordCount, 0);

  t.mock.method(console, 'error', () => {});
  const { Shards } = await kinesis.send(new ListShardsCommand({ StreamName: streamName }));
  const handlers = [instance(), instance()];
  const turns = { left: 200 };
  await Promise.all(Shards.map(({ ShardId }, n) => poll(ShardId, handlers[n % 2], 7, turns)));

  const calls = (name) => `calls.calls${name}`;
  await mergeInto({ bigquery, calls });
  await mergeInto({ bigquery, calls });
  const [rows] = await bigquery.query(
    'SELECT id, restaurant, ARRAY_LENGTH(contacts) AS legs FROM calls.calls ORDER BY id',
  );
  const whole = new denwaban.CallFacts();
  for (const one of evening) whole.add(one);
  const expected = whole
    .all()
    .map(({ id, contacts }) => ({ id, restaurant: 'r1', legs: contacts.length }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  assert.equal(expected.length, 40);
  assert.deepEqual(
    rows.map(({ id, restaurant, legs }) => ({ id, restaurant, legs: Number(legs) })),
    expected,
  );

  const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket: 'dead-letters' }));
  assert.equal(Contents.length, 1);
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'dead-letters', Key: Contents[0].Key }));
  assert.equal(await Body.transformToString(), 'Hello');
});
