// Where contact records go on their whole way: emulators of Kinesis, S3, DynamoDB and BigQuery, and what lies in them.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import {
  CreateStreamCommand,
  DescribeStreamSummaryCommand,
  KinesisClient,
  PutRecordsCommand,
} from '@aws-sdk/client-kinesis';
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { BigQuery } from '@google-cloud/bigquery';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import * as denwaban from 'denwaban';

import { clientOf, makeTable, startServer } from './dynamodb.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
const serve = async (module, options, url) => {
  // Where the emulator's DuckDB finds its extensions.
  const env = { ...process.env, HOME: `${root}build/dynamodb/home` };
  const server = spawn(`${root}build/dynamodb/bin/python`, [...module, ...options], { stdio: 'ignore', env });
  for (let tries = 0; tries < 300; ++tries) {
    if (server.exitCode !== null) throw new Error(`${module} ended with ${server.exitCode}`);
    if (await fetch(url).catch(() => null)) return server;
    await pause(100);
  }
  server.kill();
  throw new Error(`${module} does not listen`);
};

const region = 'ap-northeast-1';
const stream = 'contact-records';
const bucket = 'dead-letters';
const makeStream = async (kinesis, ShardCount) => {
  await kinesis.send(new CreateStreamCommand({ StreamName: stream, ShardCount }));
  const isActive = async () => {
    const { StreamDescriptionSummary } = await kinesis.send(new DescribeStreamSummaryCommand({ StreamName: stream }));
    return StreamDescriptionSummary.StreamStatus === 'ACTIVE';
  };
  while (!(await isActive())) await pause(50);
};

/** With a stream of so many shards, a ledger's table, a bucket and the tables of calls, all empty. */
export const startEmulators = async (shards) => {
  const [aws, rest, grpc] = [await freePort(), await freePort(), await freePort()];
  const endpoint = `http://127.0.0.1:${aws}`;
  const servers = await Promise.all([
    serve(['-m', 'moto.server'], ['--port', aws], `${endpoint}/moto-api/data.json`),
    serve(
      [`${root}tests/dynamodb/bigquery.py`],
      ['start', '--rest-port', rest, '--grpc-port', grpc, '--project', 'demo'],
      `http://127.0.0.1:${rest}/healthz`,
    ),
  ]);
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const settings = { endpoint, region, credentials, forcePathStyle: true };
  // Which the emulator does not speak otherwise: HTTP/1.1.
  const kinesis = new KinesisClient({ ...settings, requestHandler: new NodeHttpHandler() });
  const s3 = new S3Client(settings);
  const ledgers = await startServer();
  const dynamodb = clientOf(ledgers.endpoint);
  const CreateBucketConfiguration = { LocationConstraint: region };
  await s3.send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration }));
  await makeStream(kinesis, shards);

  process.env.BIGQUERY_EMULATOR_HOST = `http://127.0.0.1:${rest}/bigquery/v2`;
  const bigquery = new BigQuery({ projectId: 'demo' });
  const [dataset] = await bigquery.createDataset('calls');
  const schema = denwaban.bigQuerySchema();
  await dataset.createTable('calls', { schema });
  await dataset.createTable('calls_staging', { schema });

  const stop = () => {
    for (const client of [kinesis, s3, dynamodb]) client.destroy();
    for (const server of servers) server.kill();
    ledgers.stop();
  };
  const table = await makeTable(dynamodb);
  const endpoints = { aws: endpoint, dynamodb: ledgers.endpoint };
  return { kinesis, stream, s3, bucket, dynamodb, table, bigquery, dataset, endpoints, stop };
};

/** Texts as they are, all else as JSON; over all shards. */
export const put = async ({ kinesis }, records) => {
  const Records = records.map((one, place) => ({
    Data: Buffer.from(typeof one === 'string' ? one : JSON.stringify(one)),
    PartitionKey: String(place * 7919),
  }));
  const { FailedRecordCount } = await kinesis.send(new PutRecordsCommand({ StreamName: stream, Records }));
  assert.equal(FailedRecordCount, 0);
};

const byId = (a, b) => (a.id < b.id ? -1 : 1);
export const rowsIn = async (bigquery, table = 'calls.calls') => {
  const [rows] = await bigquery.query(`SELECT id, restaurant, ARRAY_LENGTH(contacts) AS legs FROM ${table}`);
  return rows.map(({ id, restaurant, legs }) => ({ id, restaurant, legs: Number(legs) })).sort(byId);
};
/** What the rows of these records have to be: so many calls. */
export const expectedRows = (records, size) => {
  const whole = new denwaban.CallFacts();
  for (const one of records) whole.add(one);
  const rows = whole.all().map(({ id, contacts }) => ({ id, restaurant: 'r1', legs: contacts.length }));
  assert.equal(rows.length, size);
  return rows.sort(byId);
};
export const deadLettersIn = async ({ s3 }) => {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket }));
  const bytes = async ({ Key }) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
    return Body.transformToString();
  };
  return Promise.all(Contents.map(bytes));
};
