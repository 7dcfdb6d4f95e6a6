import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { KeptRestaurants } from 'denwaban';

import { place, text } from '../../examples/desk/server/openapi.mjs';
import { permissions } from '../../examples/desk/server/permissions.mjs';
import { statuses } from '../../examples/desk/server/problems.mjs';
import { date, now, openDesk, people, refused, restaurants } from './desk.mjs';

const desk = await openDesk();
after(() => desk.close());
const { ask, send, sign, post, errand } = desk;
const agent = await desk.sign({ who: 'suzuki' });
const supervisor = await desk.sign({ role: 'supervisor', who: 'kato' });
const table = { restaurant: 'r01', date };

test('openapi.json is what the schemas say', () => assert.equal(readFileSync(place, 'utf8'), text()));

test('every errand of the library has its permission, and no other', () => {
  const schema = JSON.parse(readFileSync(new URL('../../docs/schema/errand.schema.json', import.meta.url), 'utf8'));
  assert.deepEqual(
    Object.keys(permissions),
    schema.anyOf.flatMap(({ properties }) => Object.keys(properties)),
  );
});

test('every code of the library has its status', () => {
  const types = readFileSync(new URL('../../bindings/node/generated/nouns.d.ts', import.meta.url), 'utf8');
  const [, union] = /export type ErrorCode =([^;]+);/.exec(types);
  const codes = [...union.matchAll(/'(\w+)'/g)];
  assert.ok(codes.length > 30);
  for (const [, code] of codes) assert.ok(code in statuses, code);
});

test('a session is the token’s', async () => {
  const { status, body } = await ask('/api/session', { token: agent });
  assert.equal(status, 200);
  const { expires, ...rest } = body;
  assert.deepEqual(rest, { who: 'suzuki', role: 'agent', restaurants: ['*'], name: 'suzuki' });
  assert.ok(Date.parse(expires) > 0);
});

test('hours are said in Japanese and in English', async () => {
  const now = (language) => ask('/api/restaurants/r01/now', { token: agent, headers: { 'accept-language': language } });
  const { body: japanese } = await now('ja');
  const { body: english } = await now('en-GB,en;q=0.8');
  assert.equal(japanese.status, 'open');
  assert.equal(japanese.closesAt, '2026-11-27T15:00:00.000Z');
  assert.equal(japanese.say, '本日は深夜0時まで営業しております。ラストオーダーは23時です。');
  assert.equal(english.say, 'Open until Sat 00:00, last order Fri 23:00.');
  refused(await ask('/api/restaurants/r99/now', { token: agent }), 'unknown_reference', 404);
});

test('a call that comes in shows the restaurant, who calls, and why', async () => {
  const path = '/api/calls/incoming?dialled=03-5000-0001&caller=%2B819012345678';
  const { status, body } = await ask(path, { token: agent });
  assert.equal(status, 200);
  assert.equal(body.restaurant.id, 'r01');
  assert.equal(body.now.status, 'open');
  assert.equal(body.date, date);
  assert.deepEqual(
    body.customers.map(({ id, allergies, noShows }) => [id, allergies, noShows]),
    [['c1', ['そば'], 0]],
  );
  assert.deepEqual(
    body.bookings.map(({ reservation }) => reservation.id),
    ['b-r01'],
  );
  assert.deepEqual(
    body.followUps.map(({ what }) => what),
    ['call_back'],
  );
  assert.deepEqual(
    body.recentCalls.map(({ call }) => call.contacts[0]),
    ['ct-r01'],
  );
  assert.equal(body.heard, null);
});

test('a restaurant that has no book yet rings all the same', async () => {
  const other = await openDesk();
  const [{ hours }] = restaurants;
  const restaurant = { id: 'r03', name: '店3', lines: [{ number: '+81350000003', label: '予約' }], hours };
  await new KeptRestaurants(other.ledger).put(restaurant, { now: new Date(now), key: 'put r03' });
  const { body } = await other.ask('/api/calls/incoming?dialled=%2B81350000003', { token: await other.sign() });
  assert.deepEqual([body.restaurant.id, body.date], ['r03', null]);
  await other.close();
});

test('a caller who shows no number is nobody', async () => {
  const { body } = await ask('/api/calls/incoming?dialled=%2B81350000001&caller=anonymous', { token: agent });
  assert.equal(body.caller, null);
  assert.deepEqual(body.customers, []);
  refused(await ask('/api/calls/incoming?dialled=%2B81399999999', { token: agent }), 'unknown_reference', 404);
  refused(await ask('/api/calls/incoming', { token: agent }), 'missing_key', 422);
});

test('whom one calls sees the restaurant’s number', async () => {
  const { body } = await ask('/api/outbound?restaurant=r01&number=090-1234-5678', { token: agent });
  assert.equal(body.number, '+81350000001');
  assert.equal(body.source, 'restaurant');
  assert.match(body.why.ja, /店の番号/);
});

test('the next holidays are told, and the days before them, however far ahead they are', async () => {
  const { body } = await ask('/api/holidays', { token: agent });
  assert.equal(body.days.length, 10);
  assert.deepEqual(body.days.slice(0, 2), [
    { date: '2026-12-31', holiday: null, eveOf: '元日' },
    { date: '2027-01-01', holiday: '元日', eveOf: null },
  ]);
});

test('hours in Japanese are read back with what is doubtful', async () => {
  const { body } = await post('/api/hours/read', agent, { hours: '11:30～14:00、17:00～23:00', closed: '水曜' });
  assert.equal(body.isComplete, true);
  assert.equal(body.month.length, 31);
  const wednesday = body.month.find((day) => day.date === '2026-12-02');
  assert.deepEqual(wednesday.openings, []);
  const doubtful = await post('/api/hours/read', agent, { hours: '月～金 11:30～14:00', closed: '日曜' });
  assert.equal(doubtful.body.isComplete, false);
  assert.ok(doubtful.body.findings.length > 0);
});

test('agents are seen by a supervisor, with the calls that they have', async () => {
  const at = '2026-11-27T09:00:00.000Z';
  const status = { name: 'Available', type: 'routable', since: at };
  const contacts = [{ id: 'ct-r01', state: 'CONNECTED', since: at, queue: '予約' }];
  const { body } = await post('/api/agents/snapshot', agent, { id: 's1', at, status, contacts });
  assert.equal(body.state, 'on_contact');
  const again = await post('/api/agents/snapshot', agent, { id: 's1', at, status, contacts });
  assert.deepEqual(again.body.applied, ['duplicate']);
  const { body: seen } = await ask('/api/agents', { token: supervisor });
  assert.equal(seen.agents[0].agent, 'suzuki');
  assert.deepEqual(
    seen.agents[0].contacts.map(({ id, restaurant, queue }) => [id, restaurant, queue]),
    [['ct-r01', 'r01', '予約']],
  );
  refused(await ask('/api/agents', { token: agent }), 'forbidden', 403);
});

test('of whom nothing is heard for twelve hours, they have left the list of agents, and come back to it', async () => {
  let at = now;
  const later = await openDesk({ clock: () => at });
  const worker = await later.sign();
  const boss = await later.sign({ role: 'supervisor', who: 'tanaka' });
  const status = { name: 'Available', type: 'routable', since: new Date(now).toISOString() };
  const tell = async (token, id) =>
    later.post('/api/agents/snapshot', token, { id, at: new Date(at).toISOString(), status });
  const listed = async () => (await later.ask('/api/agents', { token: boss })).body.agents.map(({ agent }) => agent);
  await tell(worker, 'first');
  at += 11 * 3_600_000;
  assert.deepEqual(await listed(), ['suzuki']);
  await tell(worker, 'second');
  at += 11 * 3_600_000;
  assert.deepEqual(await listed(), ['suzuki'], 'heard of in between');
  at += 3_600_000;
  assert.deepEqual(await listed(), []);
  await tell(worker, 'third');
  assert.deepEqual(await listed(), ['suzuki']);
  await later.close();
});

test('a closed day’s usual hours are asked for by whose restaurant it is', async () => {
  const path = '/api/restaurants/r01/periods?date=';
  const { body } = await ask(`${path}${date}`, { token: agent });
  assert.deepEqual(
    body.periods.map(({ name, opens, closes }) => [name, opens, closes]),
    [['夜', '17:00', '24:00']],
  );
  refused(await ask(`${path}2026-02-31`, { token: agent }), 'invalid_value', 422);
  refused(await ask(`${path}2041-01-01`, { token: agent }), 'beyond_horizon', 422);
  const other = await sign({ role: 'restaurant', restaurants: 'r02' });
  refused(await ask(`${path}${date}`, { token: other }), 'forbidden', 403);
});

test('a day of calls is counted, and drawn', async () => {
  const { body } = await ask(`/api/day?date=${date}`, { token: supervisor });
  assert.equal(body.calls, 2);
  assert.equal(body.figures.offered, 2);
  assert.equal(body.quarters.length, 96);
  assert.match(body.svg, /^<svg /);
  refused(await ask(`/api/day?date=${date}`, { token: agent }), 'forbidden', 403);
  refused(await ask('/api/day?date=tomorrow', { token: supervisor }), 'invalid_value', 422);
});

test('whether it is well, and how it does, is told without a token', async () => {
  assert.deepEqual((await ask('/health')).body, { status: 'ok' });
  const { body } = await ask('/metrics');
  assert.match(body, /http_server_request_duration_bucket/);
  assert.doesNotMatch(body, /suzuki|山田/);
  refused(await ask('/metrics', { headers: { 'x-forwarded-for': '203.0.113.1' } }), 'unauthenticated', 401);
});

test('the same key again gets the same answer, and nothing happens twice', async () => {
  const order = { ...table, command: { do: 'book', id: 'twice', begin: '20:30', party: 2 } };
  const answers = await Promise.all([1, 2, 3].map(() => errand('decide', agent, order, 'key-twice')));
  for (const { status, body } of answers) assert.deepEqual([status, body], [200, answers[0].body]);
  const { body } = await errand('find_day_book', agent, table);
  assert.equal(body.reservations.filter(({ id }) => id === 'twice').length, 1);
  const other = { ...order, command: { ...order.command, party: 1 } };
  refused(await errand('decide', agent, other, 'key-twice'), 'duplicate_key', 409);
  refused(await errand('decide', supervisor, order, 'key-twice'), 'duplicate_id', 409);
  refused(await errand('decide', agent, order), 'missing_key', 422);
});

test('a refusal is remembered under its key too', async () => {
  const order = { ...table, command: { do: 'book', id: 'too-many', begin: '19:00', party: 40 } };
  const first = await errand('decide', agent, order, 'key-many');
  refused(first, 'no_seat', 409);
  assert.deepEqual((await errand('decide', agent, order, 'key-many')).body, first.body);
});

test('what the desk says, nobody else may say', async () => {
  const now = '2026-11-27T00:00:00Z';
  const command = { do: 'cancel', booking: 'b-r01' };
  const cases = [
    ['put_customer', { customer: people.yamada, now }],
    ['put_customer', { customer: people.yamada, key: 'k' }],
    ['decide', { command: { ...command, by: { who: 'another' } } }],
    ['decide', { command: { ...command, by: { actor: 'restaurant' } } }],
    ['decide', { command: { ...command, by: { now } } }],
    ['availability', { ...table, question: { party: 2, now } }],
    ['propose', { ...table, question: { party: 2, begin: '19:00', budget: 1e9 } }],
    ['change_call', { contact: 'ct-r01', change: { expire: { by: 'another' } } }],
    ['finish_follow_up', { contact: 'ct-r01', name: 'call_back', by: 'another' }],
    ['call_tool', { restaurant: 'r01', tool: 'hours', session: 's', actor: 'restaurant' }],
  ];
  const before = await desk.ledger.newestChange();
  for (const [name, question] of cases)
    refused(await errand(name, agent, question, `forged-${name}`), 'unknown_key', 422);
  assert.equal(await desk.ledger.newestChange(), before);
  const { body } = await errand('decide', agent, { command: { ...command, by: { note: '電話で' } } }, 'cancel-1');
  const { by, who, note } = body.reservation.history.at(-1);
  assert.deepEqual([by, who, note], ['agent', 'suzuki', '電話で']);
});

test('odd bodies are refused by name, and change nothing', async () => {
  const before = await desk.ledger.newestChange();
  const path = '/api/errands/find_day_book';
  const deep = '['.repeat(50_000) + ']'.repeat(50_000);
  refused(await send(path, agent, '{'), 'malformed_json', 400);
  refused(await send(path, agent, ''), 'malformed_json', 400);
  refused(await send(path, agent, '{"__proto__":{"restaurant":"r01"}}'), 'malformed_json', 400);
  for (const odd of ['null', '[]', '1', '"r01"', 'true']) refused(await send(path, agent, odd), 'wrong_type', 422);
  for (const name of Object.keys(permissions).filter((one) => permissions[one].may.includes('agent'))) {
    refused(await errand(name, agent, null, `null-${name}`), 'wrong_type', 422);
    refused(await errand(name, agent, [], `list-${name}`), 'wrong_type', 422);
  }
  refused(await send(path, agent, `{"restaurant":${deep},"date":"${date}"}`), 'too_deep', 400);
  refused(await send(path, agent, JSON.stringify({ restaurant: 'x'.repeat(300_000) })), 'too_large', 413);
  refused(await send(path, agent, 'a=b', { 'content-type': 'text/plain' }), 'unsupported_media_type', 415);
  refused(await post(path, agent, { restaurant: 'r\u0000', date }), 'invalid_value', 422);
  refused(await post(path, agent, { ...table, more: 1 }), 'unknown_key', 422);
  refused(await post('/api/errands/constructor', agent, {}), 'not_found', 404);
  refused(await post('/api/errands/__proto__', agent, {}), 'not_found', 404);
  refused(await post('/api/hours/read', agent, { hours: 1 }), 'wrong_type', 422);
  const long = { 'idempotency-key': 'k'.repeat(201) };
  refused(await post('/api/errands/put_customer', agent, { customer: people.yamada }, long), 'too_large', 413);
  refused(await ask('/api/nothing', { token: agent }), 'not_found', 404);
  refused(await ask(`/api/restaurants/${'r'.repeat(600)}/now`, { token: agent }), 'not_found', 404);
  assert.equal(await desk.ledger.newestChange(), before);
});

test('every answer has the headers that keep a page to itself', async () => {
  for (const path of ['/health', '/api/session', '/nothing']) {
    const { headers } = await ask(path);
    const policy = headers.get('content-security-policy');
    assert.match(policy, /default-src 'self'/);
    assert.doesNotMatch(policy, /unsafe/);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('x-frame-options'), 'DENY');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('access-control-allow-origin'), null);
  }
  assert.equal((await ask('/api/session', { token: agent })).headers.get('cache-control'), 'no-store');
});

test('the log says what was asked, and nothing of anybody', async () => {
  await ask('/api/calls/incoming?dialled=%2B81350000001&caller=%2B819012345678', { token: agent });
  await errand('find_customers', agent, { phone: '090-1234-5678', name: '山田' });
  const lines = desk.lines.map((line) => JSON.parse(line));
  assert.ok(
    lines.some(({ route, status, role }) => route === '/api/calls/incoming' && status === 200 && role === 'agent'),
  );
  const known = new Set(
    'level time msg reqId method route status ms role code type stack port count signal'.split(' '),
  );
  for (const line of lines)
    assert.deepEqual(
      Object.keys(line).filter((key) => !known.has(key)),
      [],
    );
  const personal = desk.lines.filter((line) => /12345678|山田|suzuki|Bearer|eyJ/.test(line));
  assert.deepEqual(personal, []);
});
