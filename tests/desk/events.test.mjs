import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { listen as follow } from '../../examples/desk/server/events.mjs';
import { MapLedger } from '../node/ledgers/map_ledger.mjs';
import { date, eventsOf, now, openDesk, people, refused } from './desk.mjs';

const desk = await openDesk();
after(() => desk.close());
const { errand, sign } = desk;
const agent = await sign();

/** A stream of events, until it is left. */
const listen = async (token, path = '/api/events', headers = {}) => {
  const leaving = new AbortController();
  const signal = leaving.signal;
  const response = await fetch(desk.base + path, { headers: { authorization: `Bearer ${token}`, ...headers }, signal });
  const events = eventsOf(response);
  const next = async () => (await events.next()).value;
  return { response, next, leave: () => leaving.abort() };
};
let count = 0;
const book = async (restaurant) => {
  count += 1;
  const command = { do: 'change_details', booking: `b-${restaurant}`, details: { for_centre: `${count}` } };
  const { status } = await errand('decide', agent, { command }, `event-${count}`);
  assert.equal(status, 200);
};

test('what is committed is told, and nothing of anybody is in it', async () => {
  const stream = await listen(agent);
  assert.match(stream.response.headers.get('content-type'), /^text\/event-stream/);
  assert.equal(stream.response.headers.get('content-encoding'), null);
  const opened = await stream.next();
  assert.equal(opened.event, 'open');
  await book('r01');
  const { event, id, data } = await stream.next();
  assert.equal(event, 'changed');
  const { kind, noun, restaurant, cursor } = data;
  assert.deepEqual([kind, noun, restaurant, data.date, cursor], ['put', 'day_book', 'r01', date, id]);
  await errand('put_customer', agent, { customer: { ...people.yamada, notes: '窓側' } }, 'notes');
  const customer = await stream.next();
  assert.deepEqual([customer.data.noun, customer.data.id], ['customer', 'c1']);
  assert.doesNotMatch(JSON.stringify(customer), /山田|12345678/);
  stream.leave();
});

test('who comes back after Last-Event-ID has missed nothing, and is told nothing twice', async () => {
  const before = await listen(agent);
  const last = await before.next();
  before.leave();
  for (const restaurant of ['r01', 'r02', 'r01']) await book(restaurant);
  const again = await listen(agent, '/api/events', { 'last-event-id': last.id });
  assert.equal((await again.next()).event, 'open');
  const told = [await again.next(), await again.next(), await again.next()];
  assert.deepEqual(
    told.map(({ data }) => data.restaurant),
    ['r01', 'r02', 'r01'],
  );
  assert.equal(new Set(told.map(({ id }) => id)).size, 3);
  await book('r02');
  const live = await again.next();
  assert.equal(live.data.restaurant, 'r02');
  const after = await listen(agent, `/api/events?after=${told[1].id}`);
  await after.next();
  assert.deepEqual([(await after.next()).id, (await after.next()).id], [told[2].id, live.id]);
  again.leave();
  after.leave();
});

test('a restaurant is told of its own alone, its calls too', async () => {
  const own = await listen(await sign({ role: 'restaurant', restaurants: 'r02' }));
  const asked = await listen(agent, '/api/events?restaurant=r02');
  for (const stream of [own, asked]) await stream.next();
  await errand('change_call', agent, { contact: 'ct-r01', change: { note: '甲' } }, 'note-1');
  await book('r01');
  await errand('change_call', agent, { contact: 'ct-r02', change: { note: '乙' } }, 'note-2');
  for (const stream of [own, asked]) {
    const { data } = await stream.next();
    assert.deepEqual([data.noun, data.id, data.restaurant], ['call', 'ct-r02', 'r02']);
    stream.leave();
  }
});

test('who follows some nouns alone is told of these', async () => {
  const stream = await listen(agent, '/api/events?nouns=customer,day_book');
  await stream.next();
  await errand('change_call', agent, { contact: 'ct-r01', change: { note: '丙' } }, 'note-3');
  await errand('put_customer', agent, { customer: { ...people.tanaka, notes: '奥' } }, 'notes-2');
  await book('r01');
  const told = [await stream.next(), await stream.next()];
  assert.deepEqual(
    told.map(({ data }) => data.noun),
    ['customer', 'day_book'],
  );
  stream.leave();
  refused(await desk.ask('/api/events?nouns=', { token: agent }), 'invalid_value', 422);
});

test('who is told of nothing goes on from what was passed over, and not from where they began', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const ledger = { changes: async () => ({ changes: [{ noun: 'call', cursor: '5' }], next: '5' }) };
  const hub = { tip: '4', add: () => () => {} };
  const person = { restaurants: ['*'], expires: new Date(Date.now() + 3_600_000).toISOString() };
  const sent = [];
  const asked = { person, nouns: ['day_book'], after: '4' };
  const told = { send: (text) => sent.push(text), end: () => {} };
  const stop = await follow({ ledger, hub, clock: Date.now }, asked, told);
  t.mock.timers.tick(15_000);
  await new Promise((resolve) => setImmediate(resolve));
  stop();
  assert.match(sent.at(-1), /^id: 5$/m);
});

test('where one cannot go on, one is told to read everything anew', async () => {
  refused(await desk.ask('/api/events?after=nonsense', { token: agent }), 'invalid_value', 422);
  const later = await openDesk();
  const { ledger } = later;
  ledger.changes = async () => {
    throw Object.assign(
      new (await import('denwaban')).DenwabanError([{ code: 'expired_cursor', message: 'is gone', where: '' }]),
    );
  };
  const token = await later.sign();
  const response = await fetch(`${later.base}/api/events?after=1`, { headers: { authorization: `Bearer ${token}` } });
  const events = eventsOf(response);
  assert.equal((await events.next()).value.event, 'open');
  assert.equal((await events.next()).value.event, 'expired');
  await later.close();
});

test('a stream ends with its token, and with the desk', async () => {
  const begun = Date.now();
  // Whoever looks at a token has an hour of it left, and the stream none.
  const later = await openDesk({ clock: () => now + 3_600_000 + Date.now() - begun });
  const open = async (token) =>
    eventsOf(await fetch(`${later.base}/api/events`, { headers: { authorization: `Bearer ${token}` } }));
  const short = await open(await later.sign());
  const long = await open(await later.sign({ expires: 7200 }));
  await short.next();
  await long.next();
  assert.equal((await short.next()).done, true);
  const ended = long.next();
  await later.close();
  assert.equal((await ended).done, true);
  await assert.rejects(later.ledger.read([{ partition: 'p', sort: 's' }]), { code: 'not_allowed' });
});

test('many listeners are all told, and those who have left are forgotten', async () => {
  const streams = await Promise.all(Array.from({ length: 30 }, () => listen(agent)));
  for (const stream of streams) await stream.next();
  await book('r02');
  const told = await Promise.all(streams.map((stream) => stream.next()));
  assert.equal(new Set(told.map(({ id }) => id)).size, 1);
  for (const stream of streams) stream.leave();
  const until = Date.now() + 60_000;
  let listeners = -1;
  while (listeners !== 0 && Date.now() < until) {
    const { body } = await desk.ask('/metrics');
    listeners = Number(/^desk_listeners\S* (\d+)/m.exec(body)[1]);
  }
  assert.equal(listeners, 0);
});

test('a ledger that tells of no changes answers everything else', async () => {
  const plain = await openDesk({ ledger: new MapLedger() });
  const token = await plain.sign();
  const { body } = await plain.errand('find_day_book', token, { restaurant: 'r01', date });
  assert.deepEqual(
    body.reservations.map(({ id }) => id),
    ['b-r01'],
  );
  refused(await plain.ask('/api/events', { token }), 'unavailable', 503);
  await plain.close();
});
