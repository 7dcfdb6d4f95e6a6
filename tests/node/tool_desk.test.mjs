import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { ReservationDesk, SqliteLedger, ToolDesk } from 'denwaban';
import { MapLedger } from './ledgers/map_ledger.mjs';
import { guest, keepRestaurant } from './ledgers/tool_restaurant.mjs';

const now = new Date('2026-11-25T03:00:00Z');
const date = '2026-11-26';
const wanted = { date, time: '19:00', party: 3, ...guest };
const ajv = new Ajv({ strict: false });
const tools = new Map(
  ToolDesk.list().map((tool) => [
    tool.name,
    { ...tool, takes: ajv.compile(tool.inputSchema), gives: ajv.compile(tool.outputSchema) },
  ]),
);

const onEach = (name, what) => {
  for (const [kind, open] of [
    ['SQLite', () => SqliteLedger.open(':memory:')],
    ['a Map', async () => new MapLedger()],
  ]) {
    test(`on ${kind}, ${name}`, async () => {
      const ledger = await open();
      await keepRestaurant(ledger, now);
      const desk = new ToolDesk(ledger);
      const call = async (tool, args, { session = 's1', at = now, ...who } = {}) => {
        const answer = await desk.call({ restaurant: 'r1', tool, arguments: args, session, ...who }, { now: at });
        const { takes, gives } = tools.get(tool);
        assert.ok(takes(args), JSON.stringify(takes.errors));
        assert.ok(gives(answer), JSON.stringify(gives.errors));
        return answer;
      };
      const tokenOf = async (tool, args, who) => ({ token: (await call(tool, args, who)).read_back.token });
      const book = () => new ReservationDesk(ledger).dayBook({ restaurant: 'r1', date });
      await what({ call, tokenOf, reservations: async () => (await book()).reservations });
      await ledger.close?.();
    });
  }
};

onEach('a model books, changes, notes and cancels what was read back', async ({ call, tokenOf, reservations }) => {
  assert.equal((await call('hours', {})).now, 'closed');
  assert.ok((await call('availability', { date, party: 3 })).free.includes('19:00'));
  const { read_back: readBack } = await call('propose', { ...wanted, note: '窓側' });
  assert.match(readBack.words.japanese, /11月26日木曜日の午後7時から.*3名様でご予約をお取りいたします/);
  assert.match(readBack.words.english, /I will book tomorrow, Thursday, November 26 at 7 p.m. until .*, 3 people/);
  assert.deepEqual(readBack.said, { name: '山田', kana: '', allergies: [], note: '窓側' });
  assert.equal((await reservations()).length, 0);
  const { token } = readBack;
  assert.equal((await call('hold', { token })).state, 'held');
  const booked = await call('book', { token });
  assert.equal(booked.state, 'confirmed');
  assert.deepEqual(await call('book', { token }), booked);
  assert.equal((await call('find_bookings', guest)).bookings[0].booking, booked.booking);
  assert.equal((await call('change', await tokenOf('propose_change', { ...guest, time: '18:00' }))).begin, '18:00');
  await call('note', await tokenOf('propose_note', { ...guest, note: '少し遅れます' }));
  const [one, ...others] = await reservations();
  assert.deepEqual([one.details.for_restaurant, others], ['窓側\n少し遅れます', []]);
  assert.equal((await call('cancel', await tokenOf('propose_cancel', guest))).state, 'cancelled');
});

onEach('a token does what it was given for, once, for whom it was given', async ({ call, tokenOf, reservations }) => {
  const given = await tokenOf('propose', wanted);
  const forged = { token: `rb_${'0'.repeat(32)}` };
  await assert.rejects(call('book', forged), { code: 'unknown_token', where: '/token' });
  await assert.rejects(call('book', { ...given, party: 4 }), { code: 'unknown_key' });
  await assert.rejects(call('book', given, { session: 's2' }), { code: 'foreign_token', where: '/token' });
  await assert.rejects(call('book', given, { actor: 'agent' }), { code: 'foreign_token' });
  await assert.rejects(call('cancel', given), { code: 'foreign_token' });
  const late = { at: new Date(now.getTime() + 600_000) };
  await assert.rejects(call('book', given, late), { code: 'lapsed_token', where: '/token' });
  assert.equal((await reservations()).length, 0);
  const answers = await Promise.all([1, 2, 3, 4].map(() => call('book', given)));
  assert.equal(new Set(answers.map(({ booking }) => booking)).size, 1);
  assert.equal((await reservations()).length, 1);
  assert.deepEqual(await call('book', given, late), answers[0]);
});

onEach('a booking is noted no fuller than it can be read', async ({ call, tokenOf, reservations }) => {
  await call('book', await tokenOf('propose', wanted));
  const note = async (text) => call('note', await tokenOf('propose_note', { ...guest, note: text }));
  for (const sign of ['a', 'b', 'c', 'd']) await note(sign.repeat(499));
  await assert.rejects(note('e'.repeat(499)), { code: 'too_large', where: '/note' });
  assert.equal((await reservations())[0].details.for_restaurant.length, 4 * 499 + 3);
});

test('a model is told how to use them', () => {
  assert.match(ToolDesk.instructions(), /read-back/);
  const destructive = ToolDesk.list().filter((tool) => tool.destructive);
  assert.deepEqual(
    destructive.map(({ name }) => name),
    ['change', 'cancel'],
  );
});

test('the schemas that are checked in are those of the library', () => {
  const page = new URL('../../docs/schema/tools.json', import.meta.url);
  assert.deepEqual(JSON.parse(readFileSync(page, 'utf8')).tools, ToolDesk.list());
});
