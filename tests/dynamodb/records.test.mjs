// Contact records on their whole way: put into a Kinesis stream by the AWS SDK, polled shard by shard as Lambda does, kept
// in DynamoDB by two instances of the handler, written and merged by Google's client, poison in S3; then asked by SQL.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { GetRecordsCommand, GetShardIteratorCommand, ListShardsCommand } from '@aws-sdk/client-kinesis';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import * as denwaban from 'denwaban';
import { DynamoDbLedger } from 'denwaban/dynamodb';

import { bigQueryWriter, mergeInto } from '../../examples/lambda/bigquery.mjs';
import { recordsOf, s3Burial } from '../../examples/lambda/records.mjs';
import { deadLettersIn, expectedRows, put, rowsIn, startEmulators } from './emulators.mjs';
import { evening, restaurants } from './evening_records.mjs';

const directory = denwaban.Directory.fromJson(restaurants);

const emulated = {};
before(async () => Object.assign(emulated, await startEmulators(3)));
after(() => emulated.stop?.());

const instance = () =>
  recordsOf({
    open: async () => ({
      denwaban,
      directory,
      calls: new denwaban.KeptCallFacts(new DynamoDbLedger({ client: emulated.dynamodb, table: emulated.table })),
      write: bigQueryWriter({ staging: emulated.dataset.table('calls_staging') }),
      bury: s3Burial({ client: emulated.s3, PutObjectCommand, bucket: emulated.bucket }),
    }),
  });

/** What Lambda does with a shard: batches, of which what failed and all behind it come again. */
const poll = async (shard, handler, batchSize, turns) => {
  const { ShardIterator } = await emulated.kinesis.send(
    new GetShardIteratorCommand({ StreamName: emulated.stream, ShardId: shard, ShardIteratorType: 'TRIM_HORIZON' }),
  );
  const { Records } = await emulated.kinesis.send(new GetRecordsCommand({ ShardIterator, Limit: 1000 }));
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
  const { bigquery, kinesis } = emulated;
  await put(emulated, [...evening, ...evening.slice(0, 20), 'Hello']);

  t.mock.method(console, 'error', () => {});
  const { Shards } = await kinesis.send(new ListShardsCommand({ StreamName: emulated.stream }));
  const handlers = [instance(), instance()];
  const turns = { left: 200 };
  await Promise.all(Shards.map(({ ShardId }, n) => poll(ShardId, handlers[n % 2], 7, turns)));

  const calls = (name) => `calls.calls${name}`;
  await mergeInto({ bigquery, calls });
  await mergeInto({ bigquery, calls });
  assert.deepEqual(await rowsIn(bigquery), expectedRows(evening, 40));
  assert.deepEqual(await deadLettersIn(emulated), ['Hello']);
});

test('legs that a script stitches in BigQuery are the same calls', async () => {
  const { bigquery, dataset } = emulated;
  const [legs] = await dataset.createTable('legs', { schema: denwaban.bigQuerySchema('legs') });
  await dataset.createTable('stitched', { schema: denwaban.bigQuerySchema() });
  const rowsOf = (record) => {
    const alone = new denwaban.CallFacts();
    return alone.bigQueryLegs(alone.add(record).call);
  };
  await legs.insert([...evening, ...evening.slice(0, 20)].reverse().flatMap(rowsOf), { raw: true });
  await bigquery.query(denwaban.bigQueryStitchSql('calls.legs', 'calls.stitched'));
  const withoutPlace = expectedRows(evening, 40).map((row) => ({ ...row, restaurant: null }));
  assert.deepEqual(await rowsIn(bigquery, 'calls.stitched'), withoutPlace);
});

test('a day that is asked of states in BigQuery is the one that the timeline tells', async () => {
  const { bigquery, dataset } = emulated;
  const [states] = await dataset.createTable('states', { schema: denwaban.bigQuerySchema('states') });
  const [shifts] = await dataset.createTable('shifts', { schema: denwaban.bigQuerySchema('shifts') });
  const midnight = Date.parse('2026-11-03T15:00:00Z');
  const at = (hour) => new Date(midnight + hour * 3_600_000);
  const timeline = new denwaban.AgentTimeline({ window: 24 * 3_600_000 });
  const see = (hour, name, type) => {
    const state = { name, type, startTimestamp: at(hour) / 1000 };
    timeline.apply({ snapshotTimestamp: at(hour) / 1000, state, contacts: [] });
    return denwaban.bigQueryStates(timeline, 'sato', at(hour + 0.25));
  };
  const told = [see(-2, 'Busy', 'system'), see(-1, 'Available', 'routable'), see(1.5, '休憩', 'not_routable')];
  await states.insert([...told.reverse().flat(), ...told[0]], { raw: true });
  const part = { from: at(-1.5), until: at(4), activity: 'productive' };
  await shifts.insert([{ agent: 'sato', ...part, from: part.from.toISOString(), until: part.until.toISOString() }]);
  const tables = { states: 'calls.states', shifts: 'calls.shifts' };
  const [rows] = await bigquery.query(denwaban.bigQueryAgentDaysSql(tables, { until: at(1.75) }));
  const days = rows.map(({ date, occupancy, scheduled, adherent, unknown, adherence_share: share }) => [
    date.value,
    { occupancy, adherence: { scheduled, adherent, unknown, share } },
  ]);
  const dayOf = (since, until) => {
    const { occupancy, adherence } = timeline.day(at(until), { since: at(since), shift: [part] });
    return { occupancy, adherence };
  };
  assert.deepEqual(days, [
    ['2026-11-03', dayOf(-24, 0)],
    ['2026-11-04', dayOf(0, 1.75)],
  ]);
  assert.deepEqual([days[0][1].occupancy, days[1][1].adherence.share], [0.5, 1.5 / 1.75]);
});
