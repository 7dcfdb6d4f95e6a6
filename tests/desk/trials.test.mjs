// What is tried before it counts, and the centre's rules of wrap-up, which nobody but the desk says.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { CallFacts, KeptCallFacts } from 'denwaban';

import { wrapUpOf } from '../../examples/desk/server/wrap_up.mjs';
import { date, eventsOf, now, openDesk, refused } from './desk.mjs';

const catalogue = { version: 'centre-1', added: [{ code: 'booking.party', label: { ja: '宴会', en: 'Party' } }] };
const policy = { demand: 'required', timer: { limit: 90, extension: 45, extensions: 1 }, default_outcome: 'other' };
const desk = await openDesk({ wrapUp: wrapUpOf({ policy }) });
after(() => desk.close());
const { ask, post, errand } = desk;
const agent = await desk.sign();
const supervisor = await desk.sign({ role: 'supervisor', who: 'kato' });
const restaurant = await desk.sign({ role: 'restaurant', who: 'mise', restaurants: 'r01' });
const trial = (token, ...errands) => post('/api/trials', token, { errands });

test('what is tried first is there for what is tried after it', async () => {
  const { body: was } = await errand('find_restaurant', restaurant, { id: 'r01' });
  const closed = { ...was, hours: { rules: [{ when: 'every_day', closed: true }] } };
  const { body } = await trial(
    restaurant,
    { put_restaurant: { restaurant: closed, was } },
    { refresh_day_books: { restaurant: 'r01', from: date } },
  );
  assert.deepEqual(
    body.answers[1].books.map(({ hurt }) => hurt.map(({ booking }) => booking)),
    [['b-r01']],
  );
  assert.deepEqual((await errand('find_restaurant', restaurant, { id: 'r01' })).body, was);
});

test('closing a day on trial says whom it hurts, and nothing is changed', async () => {
  const before = await desk.ledger.newestChange();
  const edit = { restaurant: 'r01', date, edit: { periods: [] } };
  const { status, body } = await trial(restaurant, { edit_day_book: edit });
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual(
    body.answers[0].hurt.map(({ booking }) => booking),
    ['b-r01'],
  );
  assert.equal(await desk.ledger.newestChange(), before);
  const { body: book } = await errand('find_day_book', restaurant, { restaurant: 'r01', date });
  assert.equal(book.periods.length, 1);
  const { body: edited } = await errand('edit_day_book', restaurant, edit, 'close-1');
  assert.deepEqual(edited.hurt, body.answers[0].hurt);
  await errand('edit_day_book', restaurant, { ...edit, edit: { periods: book.periods } }, 'open-1');
});

test('a trial is for whoever may do it in earnest, and of theirs alone', async () => {
  const edit = { date, edit: { periods: [] } };
  refused(await trial(agent, { edit_day_book: { restaurant: 'r01', ...edit } }), 'forbidden', 403);
  refused(await trial(restaurant, { edit_day_book: { restaurant: 'r02', ...edit } }), 'forbidden', 403);
  refused(await trial(restaurant, { decide: {} }), 'invalid_value', 422);
  refused(await trial(restaurant), 'invalid_value', 422);
  refused(await trial(restaurant, { edit_day_book: {}, put_restaurant: {} }), 'invalid_value', 422);
  refused(await trial(restaurant, { edit_day_book: null }), 'wrong_type', 422);
});

test('the rules of wrap-up are the centre’s', async () => {
  const { body } = await ask('/api/wrap-up', { token: agent });
  assert.deepEqual(body.policy, policy);
  assert.ok(body.catalogue.entries.some(({ code }) => code === 'booking.new'));
  refused(await ask('/api/wrap-up', { token: await desk.sign({ role: 'guest' }) }), 'forbidden', 403);
  const lax = { complete: { dispositions: [], policy: { demand: 'not_allowed' } } };
  refused(await errand('change_call', agent, { contact: 'ct-r01', change: lax }, 'lax'), 'unknown_key', 422);
  const own = { contact: 'ct-r01', change: { draft: { dispositions: [] } }, catalogue: {} };
  refused(await errand('change_call', agent, own, 'own'), 'unknown_key', 422);
});

test('a centre’s own codes are its catalogue’s alone', async () => {
  const other = await openDesk({ wrapUp: wrapUpOf({ policy, catalogue }) });
  const token = await other.sign();
  const { body } = await other.ask('/api/wrap-up', { token });
  assert.ok(body.catalogue.entries.some(({ code }) => code === 'booking.party'));
  const draft = { contact: 'ct-r01', change: { draft: { dispositions: [{ code: 'booking.party' }] } } };
  assert.equal((await other.errand('change_call', token, draft, 'party')).status, 200);
  const { body: usual } = await ask('/api/wrap-up', { token: agent });
  assert.ok(!usual.catalogue.entries.some(({ code }) => code === 'booking.party'));
  await other.close();
});

test('a day counts by contact records where they are, and says of how many', async () => {
  const { body: before } = await ask(`/api/day?date=${date}`, { token: supervisor });
  assert.deepEqual([before.calls, before.recorded, before.figures.answered], [2, 0, 0]);
  const at = (minutes) => new Date(now - 3_600_000 + minutes * 60_000).toISOString().replace('.000', '');
  const record = {
    ContactId: 'ct-r01',
    Channel: 'VOICE',
    InitiationMethod: 'INBOUND',
    InitiationTimestamp: at(0),
    DisconnectTimestamp: at(6),
    LastUpdateTimestamp: at(7),
    Queue: { ARN: 'arn:q', Name: '予約', EnqueueTimestamp: at(0), DequeueTimestamp: at(1), Duration: 60 },
    Agent: { ARN: 'arn:a', Username: 'suzuki', ConnectedToAgentTimestamp: at(1), AgentInteractionDuration: 300 },
  };
  const facts = new CallFacts();
  facts.add(record);
  await new KeptCallFacts(desk.ledger).add(facts.recordsOf('ct-r01'), { now: new Date(now) });
  const change = await desk.ledger.newestChange();
  const { body } = await ask(`/api/day?date=${date}`, { token: supervisor });
  assert.deepEqual([body.calls, body.recorded, body.figures.answered], [2, 1, 1]);
  assert.equal(body.figures.speedOfAnswer, 60);
  assert.equal(await desk.ledger.newestChange(), change, 'nothing was written to look');
});

test('how one signs in is told to anybody, and nothing else', async () => {
  const { body } = await ask('/api/sign-in');
  const { now: told, ...rest } = body;
  assert.ok(Math.abs(Date.parse(told) - now) < 600_000);
  assert.deepEqual(rest, { isDevelopment: false });
});

test('one person’s streams are few, and those of others are let in', async () => {
  const token = await desk.sign({ who: 'flood' });
  const open = async (by) => {
    const leaving = new AbortController();
    const response = await fetch(`${desk.base}/api/events`, {
      headers: { authorization: `Bearer ${by}` },
      signal: leaving.signal,
    });
    return { response, leave: () => leaving.abort() };
  };
  const streams = [];
  for (let count = 0; count < 50; ++count) streams.push(await open(token));
  assert.ok(streams.every(({ response }) => response.status === 200));
  assert.equal((await open(token)).response.status, 429);
  const other = await open(agent);
  assert.equal((await eventsOf(other.response).next()).value.event, 'open');
  other.leave();
  for (const { leave } of streams) leave();
  for (let tries = 0; ; ++tries) {
    const again = await open(token);
    again.leave();
    if (again.response.status === 200) break;
    assert.ok(tries < 3000, 'who has left is not counted any more');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
});
