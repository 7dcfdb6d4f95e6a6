// DynamoDbLedger beside the bare AWS SDK that sends the very same transactions, to a server in another process that answers
// at once: what the library adds to a commit. `node dynamodb_bench.mjs`.
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { createServer } from 'node:http';

import { DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDbLedger } from 'denwaban/dynamodb';

const [rounds, commits, warming] = [250, 20, 500];
const table = 'ledger';
const now = '2026-11-27T03:00:00Z';

/** A day book of 46 bookings, some 20 KB; the answer to one of them. */
const reservations = Array.from({ length: 46 }, (_, number) => ({
  id: `b${number}`,
  party: { adults: 2 + (number % 5), children: 0 },
  begin: '19:00',
  end: '21:00',
  tables: [`T${number}`],
  commitment: 'confirmed',
  presence: 'expected',
  allocation: 'assigned',
  channel: 'phone',
  name: 'ヤマダ ハナコ',
  note: '窓側の席をご希望。お誕生日のお祝いで、デザートにメッセージのプレートをお願いします。',
  history: [{ at: now, by: 'a1', what: 'booked' }],
}));
const body = JSON.stringify({ restaurant: 'r1', date: '2026-11-27', reservations });
const answer = JSON.stringify({ booked: reservations[0] });
const link = '{"restaurant":"r1","date":"2026-11-27"}';

const byLedger = (ledger, number) =>
  ledger.commit({
    writes: [
      { put: { partition: 'restaurant#r1', sort: 'book', body, expected: 3 } },
      { put: { partition: `booking#k${number}`, sort: 'book', body: link, expected: 'absent' } },
    ],
    answer: { request: `k${number}`, about: 'decide', answer, keep_until: '2026-11-28T03:00:00Z' },
    now,
  });

const set =
  'SET #version = if_not_exists(#version, :none) + :one, #body = :body REMOVE #parts, #stamp, #expires, #expires_at';
const names = {
  '#version': 'version',
  '#body': 'body',
  '#parts': 'parts',
  '#stamp': 'stamp',
  '#expires': 'expires',
  '#expires_at': 'expires_at',
};
const there = { TableName: table, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' };
const byHand = (number) => ({
  TransactItems: [
    {
      Update: {
        Key: { partition: { S: 'restaurant#r1' }, sort: { S: 'book' } },
        UpdateExpression: set,
        ConditionExpression: '#version = :expected AND attribute_not_exists(#stamp)',
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: {
          ':one': { N: '1' },
          ':none': { N: '0' },
          ':body': { S: body },
          ':expected': { N: '3' },
        },
        ...there,
      },
    },
    {
      Update: {
        Key: { partition: { S: `booking#k${number}` }, sort: { S: 'book' } },
        UpdateExpression: set,
        ConditionExpression: 'attribute_not_exists(#partition)',
        ExpressionAttributeNames: { ...names, '#partition': 'partition' },
        ExpressionAttributeValues: { ':one': { N: '1' }, ':none': { N: '0' }, ':body': { S: link } },
        ...there,
      },
    },
    {
      Put: {
        Item: {
          partition: { S: `\u0001request#k${number}` },
          sort: { S: 'answer' },
          about: { S: 'decide' },
          answer: { S: answer },
          keep_until: { N: '1795834800000' },
          expires: { N: '1795834800' },
        },
        ConditionExpression: 'attribute_not_exists(#partition) OR #keep_until < :now',
        ExpressionAttributeNames: { '#keep_until': 'keep_until', '#partition': 'partition' },
        ExpressionAttributeValues: { ':now': { N: '1795748400000' } },
        ...there,
      },
    },
  ],
});

const answerAtOnce = () => {
  const server = createServer((request, response) => {
    request
      .resume()
      .on('end', () => response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end('{}'));
  });
  server.listen(0, '127.0.0.1', () => process.send(server.address().port));
  process.on('disconnect', () => process.exit());
};

const same = async () => {
  let sent;
  await byLedger(new DynamoDbLedger({ client: { send: async ({ input }) => ((sent = input), {}) }, table }), 0);
  assert.deepEqual(sent, byHand(0), 'both send the same');
};

const at = (values, share) => values.sort((a, b) => a - b)[Math.floor(values.length * share)];
const measure = async (times, count, commit) => {
  const before = process.cpuUsage();
  for (let number = 0; number < count; number++) {
    const begin = process.hrtime.bigint();
    await commit(number);
    times.wall.push(Number(process.hrtime.bigint() - begin) / 1000);
  }
  const { user, system } = process.cpuUsage(before);
  times.processor.push((user + system) / count);
};

const main = async () => {
  await same();
  const server = fork(new URL(import.meta.url), ['serve']);
  const port = await new Promise((resolve) => server.once('message', resolve));
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  const ledger = new DynamoDbLedger({ client, table });
  const contenders = {
    'bare AWS SDK': (number) => client.send(new TransactWriteItemsCommand(byHand(number))),
    DynamoDbLedger: (number) => byLedger(ledger, number),
  };
  const took = Object.fromEntries(Object.keys(contenders).map((name) => [name, { wall: [], processor: [] }]));
  for (const commit of Object.values(contenders)) await measure({ wall: [], processor: [] }, warming, commit);
  // In turns, so that whatever else the machine does meets both.
  for (let round = 0; round < rounds; round++) {
    for (const [name, commit] of Object.entries(contenders)) await measure(took[name], commits, commit);
  }
  console.log(
    `a commit of a day book of ${(Buffer.byteLength(body) / 1000).toFixed(0)} KB, a booking and an answer, one after the other; microseconds`,
  );
  const base = took['bare AWS SDK'];
  for (const [name, { wall, processor }] of Object.entries(took)) {
    const beside = (values, its) => `${((at(values, 0.5) / at(its, 0.5) - 1) * 100).toFixed(1)}%`;
    console.log(
      `${name.padEnd(16)} median ${at(wall, 0.5).toFixed(0)} p99 ${at(wall, 0.99).toFixed(0)} processor ${at(processor, 0.5).toFixed(0)}` +
        (name in { DynamoDbLedger }
          ? `; longer by ${beside(wall, base.wall)}, processor ${beside(processor, base.processor)}`
          : ''),
    );
  }
  client.destroy();
  server.disconnect();
};

if (process.argv[2] === 'serve') answerAtOnce();
else await main();
