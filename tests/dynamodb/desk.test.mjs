// The agents' desk upon a table of DynamoDB, as its setting opens it, behind API Gateway.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { openLedger } from '../../examples/desk/server/keeping.mjs';
import { handlerOf } from '../../examples/desk/server/lambda.mjs';
import { date, openDesk, refused } from '../desk/desk.mjs';
import { clientOf, makeTable, startServer } from './dynamodb.mjs';

let server;
let client;
let desk;
before(async () => {
  server = await startServer();
  client = clientOf(server.endpoint);
  const table = await makeTable(client);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: server.endpoint,
    AWS_REGION: 'ap-northeast-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
  desk = await openDesk({ ledger: await openLedger({ table }) });
});
after(async () => {
  await desk?.close();
  client?.destroy();
  server?.stop();
});

test('the same key books once, and the call that rings knows of it', async () => {
  const token = await desk.sign();
  const order = { restaurant: 'r01', date, command: { do: 'book', id: 'b1', begin: '20:30', party: 2 } };
  const first = await desk.errand('decide', token, order, 'book-1');
  assert.equal(first.status, 200);
  assert.deepEqual((await desk.errand('decide', token, order, 'book-1')).body, first.body);
  const { body } = await desk.ask('/api/calls/incoming?dialled=%2B81350000001&caller=%2B819012345678', { token });
  assert.deepEqual([body.customers[0].id, body.bookings[0].reservation.id], ['c1', 'b-r01']);
  refused(await desk.ask('/api/events', { token }), 'unavailable', 503);
});

test('another restaurant’s is refused behind API Gateway as before it', async () => {
  const token = await desk.sign({ role: 'restaurant', restaurants: 'r02' });
  const answer = await handlerOf(desk.app)(
    {
      version: '2.0',
      rawPath: '/api/errands/find_booking',
      rawQueryString: '',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      requestContext: { http: { method: 'POST', path: '/api/errands/find_booking', sourceIp: '203.0.113.7' } },
      body: JSON.stringify({ id: 'b-r01' }),
    },
    {},
  );
  assert.deepEqual([answer.statusCode, JSON.parse(answer.body).code], [403, 'forbidden']);
});
