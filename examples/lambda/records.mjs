import { bigQueryWriter, mergeInto } from './bigquery.mjs';
import { placeOf, readAll } from './documents.mjs';
import { onceEach } from './once_each.mjs';

/** What may go well another time; everything else never will. */
const passing = new Set(['unavailable', 'contended', 'timed_out']);
const mayPass = (error) => error.code === undefined || passing.has(error.code);

/** At most so many at once. */
const each = async (items, act, most = 16) => {
  const queue = [...items];
  const work = async () => {
    while (queue.length > 0) await act(queue.shift());
  };
  await Promise.all(Array.from({ length: Math.min(most, queue.length) }, work));
};

/** A batch's records by the call that they are of, and where each stood. */
const byCall = (facts, changes) => {
  const calls = new Map();
  for (const { call, shard, sequence } of changes) {
    const id = facts.find(call)?.id ?? call;
    calls.set(id, [...(calls.get(id) ?? []), { shard, sequence }]);
  }
  return calls;
};

/** A call that no hours are compiled for is a row all the same, without its place. */
const rowOf = (facts, call, directory) => {
  try {
    if (directory) facts.place(call, directory);
  } catch (error) {
    console.warn(JSON.stringify({ call, code: error.code, message: error.message }));
  }
  return facts.bigQueryRow(call, directory);
};

/** The data of a record of the stream, as it came. */
const bytesIn = (event) => {
  const data = new Map(event.Records.map(({ kinesis }) => [kinesis.sequenceNumber, kinesis.data]));
  return ({ sequence }) => Buffer.from(data.get(sequence) ?? '', 'base64');
};

/**
 * The Lambda of a stream of contact records: its calls are kept where all of its instances find them, and become rows.
 * `write(rows, replaced)` stores rows, and the names of rows that are to go, or rejects; what it answers are places of rows
 * that will never be stored, and why. `bury(letters)` takes what nobody will ever read. What could not be done is asked
 * for again by the answer: all of it may come twice, and changes nothing then.
 */
export const recordsOf =
  ({ open, clock = Date.now }) =>
  async (event) => {
    const { calls, directory, write, bury, denwaban } = await open();
    const batch = new denwaban.CallFacts();
    const { changes, poisoned } = batch.addKinesis(event);
    const letters = [...poisoned];
    const bytesOf = bytesIn(event);
    const failed = [];
    const giveUp = (places, { code = 'failed', message, where = '' }) =>
      letters.push(...places.map((place) => ({ ...place, code, message, where, bytes: bytesOf(place) })));

    const made = [];
    await each(byCall(batch, changes), async ([id, places]) => {
      try {
        const { call, replaced, facts } = await calls.add(batch.recordsOf(id), { now: new Date(clock()) });
        const row = rowOf(facts, call, directory);
        if (row) made.push({ row, replaced, places });
      } catch (error) {
        if (!mayPass(error)) return giveUp(places, error);
        console.error(error);
        failed.push(...places);
      }
    });
    try {
      const refused = await write(
        made.map(({ row }) => row),
        made.flatMap(({ replaced }) => replaced),
      );
      for (const { index, message } of refused ?? []) giveUp(made[index].places, { code: 'row_refused', message });
    } catch (error) {
      console.error(error);
      failed.push(...made.flatMap(({ places }) => places));
    }
    try {
      if (letters.length > 0) await bury(letters);
    } catch (error) {
      console.error(error);
      failed.push(...letters);
    }
    return denwaban.batchItemFailures(failed);
  };

const { DENWABAN_TABLE, DENWABAN_DATASET, DENWABAN_DEAD_LETTERS, DENWABAN_RESTAURANTS, GOOGLE_CLOUD_PROJECT } =
  process.env;

/** Each under a name of its own, the same whenever it comes again. */
export const s3Burial =
  ({ client, PutObjectCommand, bucket }) =>
  async (letters) => {
    const seen = new Map();
    for (const { shard, sequence, bytes, ...why } of letters) {
      const name = `${shard}/${sequence}`;
      const n = seen.get(name) ?? 0;
      seen.set(name, n + 1);
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: `${name}-${n}`,
          Body: bytes,
          Metadata: { why: encodeURIComponent(JSON.stringify(why)).slice(0, 1900) },
        }),
      );
    }
  };

/** Which looks for its project itself, but not for an emulator's. */
const openBigQuery = async () =>
  new (await import('@google-cloud/bigquery')).BigQuery({ projectId: GOOGLE_CLOUD_PROJECT });

const open = async () => {
  const [denwaban, { DynamoDbLedger }, { DynamoDBClient }, { PutObjectCommand, S3Client }] = await Promise.all([
    import('denwaban'),
    import('denwaban/dynamodb'),
    import('@aws-sdk/client-dynamodb'), // Lambda has both
    import('@aws-sdk/client-s3'),
  ]);
  const ledger = new DynamoDbLedger({ client: new DynamoDBClient(), table: DENWABAN_TABLE });
  const dataset = (await openBigQuery()).dataset(DENWABAN_DATASET);
  return {
    denwaban,
    calls: new denwaban.KeptCallFacts(ledger),
    directory: denwaban.Directory.fromJson(readAll(placeOf(DENWABAN_RESTAURANTS ?? 'restaurants.json'))),
    write: bigQueryWriter({ staging: dataset.table('calls_staging') }),
    bury: s3Burial({ client: new S3Client(), PutObjectCommand, bucket: DENWABAN_DEAD_LETTERS }),
  };
};
export const records = recordsOf({ open: onceEach(open) });
export const merge = async () =>
  mergeInto({ bigquery: await openBigQuery(), calls: (name) => `${DENWABAN_DATASET}.calls${name}` });
