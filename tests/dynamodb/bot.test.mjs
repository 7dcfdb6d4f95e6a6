// The bot's Lambda as it is deployed, upon a table of DynamoDB: a call is booked, and a message of LINE goes on.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { KeptRestaurants, ReservationDesk } from 'denwaban';
import { DynamoDbLedger } from 'denwaban/dynamodb';

import { keptIn } from '../../examples/lambda/line.mjs';
import { clientOf, makeTable, startServer } from './dynamodb.mjs';

const restaurant = {
  id: 'r1',
  name: '花丸',
  hours: { rules: [{ when: 'every_day', services: [{ opens: '10:00', closes: '24:00' }] }] },
};
let server;
let client;
let ledger;
before(async () => {
  server = await startServer();
  client = clientOf(server.endpoint);
  const table = await makeTable(client);
  ledger = new DynamoDbLedger({ client, table });
  const now = new Date();
  await new KeptRestaurants(ledger).put(restaurant, { now });
  await new KeptRestaurants(ledger).putBookTemplate('r1', { floor_plan: { tables: [{ id: 'A', most: 4 }] } }, { now });
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: server.endpoint,
    AWS_REGION: 'ap-northeast-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    DENWABAN_TABLE: table,
    DENWABAN_RESTAURANT: 'nowhere',
  });
});
after(() => {
  client?.destroy();
  server?.stop();
});

test('the hook opens the restaurant that the flow names, and books there', async (t) => {
  t.mock.method(console, 'error', () => {});
  const { hook } = await import('../../examples/lambda/bot.mjs');
  let sessionAttributes = { caller: '+819012345678', restaurantId: 'r1' };
  let said;
  for (const inputTranscript of ['明日の夜7時に大人3人で予約をお願いします', 'やまだです', 'はい', 'ないです']) {
    const answer = await hook({ sessionId: 's1', inputTranscript, sessionState: { sessionAttributes } });
    ({ sessionAttributes } = answer.sessionState);
    said = answer.messages[0].content;
  }
  assert.match(said, /失礼いたします/);
  assert.equal(sessionAttributes.next, 'end');
  const days = [0, 1, 2].map((days) =>
    new Date(Date.now() + days * 86_400_000 + 9 * 3_600_000).toISOString().slice(0, 10),
  );
  const books = await Promise.all(days.map((date) => new ReservationDesk(ledger).dayBook({ restaurant: 'r1', date })));
  assert.equal(
    books.flatMap(({ reservations }) => reservations).filter((one) => one.commitment === 'confirmed').length,
    1,
  );
  const unknown = await hook({ sessionId: 's2', inputTranscript: 'はい' });
  assert.equal(unknown.sessionState.sessionAttributes.handOver, 'unavailable');
  assert.equal(console.error.mock.callCount(), 1);
});

test('a conversation is kept in the table, by its version, and forgotten after an hour', async () => {
  const kept = keptIn(ledger);
  const now = Date.now();
  const { version, conversation } = await kept.find('U1', now);
  assert.deepEqual([version, conversation], ['absent', undefined]);
  assert.equal(await kept.put('U1', version, { id: 'c1' }, now), true);
  assert.equal(await kept.put('U1', version, { id: 'c2' }, now), false);
  assert.deepEqual((await kept.find('U1', now)).conversation, { id: 'c1' });
  assert.equal((await kept.find('U1', now + 61 * 60_000)).conversation, undefined);
});
