import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DenwabanError, KeptRestaurants, ReservationDesk, Restaurant, SqliteLedger, TalkDesk } from 'denwaban';
import { MapLedger } from './ledgers/map_ledger.mjs';

const now = new Date('2026-11-25T03:00:00Z');
const dinner = { name: 'dinner', opens: '17:00', closes: '23:00', last_order: { food: '21:30' } };
const restaurant = Restaurant.fromJson({
  id: 'r1',
  name: '花丸',
  kana: 'はなまる',
  hours: { rules: [{ when: 'every_day', services: [dinner] }] },
});
const floorPlan = { tables: [{ id: 'A', most: 4 }] };
const tomorrow = { restaurant: 'r1', date: '2026-11-26' };
const mobile = '090-1234-5678';

const onEach = (name, what) => {
  for (const [kind, open] of [
    ['SQLite', () => SqliteLedger.open(':memory:')],
    ['a Map', async () => new MapLedger()],
  ]) {
    test(`on ${kind}, ${name}`, async () => {
      const ledger = await open();
      await new KeptRestaurants(ledger).put(restaurant, { now });
      await new KeptRestaurants(ledger).putBookTemplate('r1', { floor_plan: floorPlan }, { now });
      await what(ledger);
      await ledger.close?.();
    });
  }
};
const counting = async (ledger) =>
  (await new ReservationDesk(ledger).dayBook(tomorrow)).reservations.filter(
    ({ commitment }) => commitment === 'confirmed',
  );

onEach('a booking is taken in three turns, and once, however often a turn comes', async (ledger) => {
  const desk = new TalkDesk(ledger, restaurant);
  const greeted = desk.greet({ id: 'c1', caller: mobile }, now);
  assert.match(greeted.say.text, /花丸でございます/);
  assert.equal(greeted.handOver, null);
  const wanted = { id: 'u1', text: '明日の夜7時に大人3人で予約をお願いします' };
  const asked = await desk.hear(greeted.conversation, wanted, now);
  assert.equal(asked.listen.asked, 'name');
  assert.deepEqual(await desk.hear(greeted.conversation, wanted, now), asked);
  const readBack = await desk.hear(JSON.stringify(asked.conversation), { id: 'u2', text: 'やまだです' }, now);
  assert.match(readBack.say.text, /午後7時、3名様、ヤマダ様でご予約をお取りいたします/);
  assert.match(readBack.say.ssml, /^<speak>.*<sub alias=.*<\/speak>$/);
  assert.equal((await counting(ledger)).length, 0);
  const agreed = { id: 'u3', text: 'はい、お願いします' };
  const booked = await desk.hear(readBack.conversation, agreed, now);
  assert.match(booked.say.text, /ご予約を承りました/);
  assert.deepEqual(await desk.hear(readBack.conversation, agreed, now), booked);
  assert.deepEqual(await desk.hear(booked.conversation, agreed, now), booked);
  const [one, ...others] = await counting(ledger);
  assert.deepEqual([one.begin, one.party.adults, one.details.kana, others], ['19:00', 3, 'ヤマダ', []]);
});

onEach('a booking is found by its number, moved to another date and cancelled', async (ledger) => {
  const desk = new TalkDesk(ledger, restaurant);
  const by = { actor: 'guest', now, key: 'k1' };
  const wanted = { ...tomorrow, id: 'b1', begin: '19:00', party: 2, details: { kana: 'ヤマダ', phone: mobile } };
  await new ReservationDesk(ledger).book(wanted, by);
  const talk = async (id, ...texts) => {
    let turn = desk.greet({ id, caller: mobile }, now);
    for (const text of texts) turn = await desk.hear(turn.conversation, { text }, now);
    return turn;
  };
  const moved = await talk('c1', '予約の変更をお願いします', '27日に変えてください', 'はい');
  assert.match(moved.say.text, /変更いたしました/);
  assert.equal((await new ReservationDesk(ledger).find('b1')).date, '2026-11-27');
  const cancelled = await talk('c2', '予約をキャンセルしたいんですが', 'はい');
  assert.match(cancelled.say.text, /お取り消しいたしました/);
  assert.equal((await new ReservationDesk(ledger).find('b1')).reservation.commitment, 'cancelled');
});

onEach('what is full is offered otherwise', async (ledger) => {
  const wanted = { ...tomorrow, id: 'b1', begin: '19:00', party: 4 };
  await new ReservationDesk(ledger).book(wanted, { actor: 'agent', who: 'a1', now, key: 'k1' });
  const desk = new TalkDesk(ledger, restaurant);
  const { conversation } = desk.greet({ id: 'c1', caller: mobile }, now);
  const offered = await desk.hear(conversation, { text: '明日の19時に2名で予約したいです、山田です' }, now);
  assert.equal(offered.conversation.state, 'offering');
  assert.match(offered.say.text, /でしたらご用意できます/);
});

onEach('keys are heard, and who is asked for takes over with what is known', async (ledger) => {
  const desk = new TalkDesk(ledger, restaurant, {
    policy: { manner: 'friendly', answers: { ask_parking: '3台分です。' } },
  });
  const { conversation } = desk.greet({ id: 'c1' }, now);
  const parking = await desk.hear(conversation, { text: '駐車場はありますか' }, now);
  assert.match(parking.say.text, /3台分です。/);
  const day = await desk.hear(parking.conversation, { text: '予約したいです' }, now);
  assert.deepEqual(day.listen.keypad, { most: 4, end: '#' });
  const time = await desk.hear(day.conversation, { keys: '1126#' }, now);
  assert.equal(time.listen.asked, 'time');
  const over = await desk.hear(time.conversation, { text: 'お店の人に代わってください' }, now);
  assert.equal(over.listen, null);
  assert.deepEqual(
    [over.handOver.reason, over.handOver.purpose, over.handOver.caller],
    ['asked_for', 'book', 'not_given'],
  );
  assert.match(over.handOver.notes, /11月26日/);
});

test('a ledger that does not answer hands over, and what is no conversation is refused', async () => {
  const fail = async () => {
    throw new DenwabanError([{ code: 'unavailable', message: 'is away', where: '' }]);
  };
  const ledger = { read: fail, query: fail, commit: fail };
  const desk = new TalkDesk(ledger, restaurant);
  const { conversation } = desk.greet({ id: 'c1', caller: mobile }, now);
  const turn = await desk.hear(conversation, { text: '明日の19時に2名で予約したいです' }, now);
  assert.equal(turn.handOver.reason, 'unavailable');
  await assert.rejects(desk.hear({ ...conversation, state: 'dreaming' }, { text: 'はい' }, now), {
    code: 'newer_version',
  });
  assert.throws(() => new TalkDesk(ledger, restaurant, { policy: { maner: 'formal' } }), { code: 'unknown_key' });
});

onEach('a turn that comes again a second later is answered as before', async (ledger) => {
  const desk = new TalkDesk(ledger, restaurant);
  const greeted = desk.greet({ id: 'c1', caller: mobile }, now);
  const { conversation } = await desk.hear(greeted.conversation, { id: 't1', text: '明日7時2人' }, now);
  const said = { id: 't2', text: '佐藤です' };
  const first = await desk.hear(conversation, said, now);
  const again = await desk.hear(conversation, said, new Date(+now + 1000));
  assert.match(first.say.text, /サトウ様でご予約をお取りいたします/);
  assert.equal(again.say.text, first.say.text);
});

onEach('what the restaurant changed meanwhile is read back anew', async (ledger) => {
  const reservations = new ReservationDesk(ledger);
  const details = { name: '佐藤', kana: 'サトウ', phone: mobile };
  await reservations.book({ ...tomorrow, id: 'b1', begin: '19:00', party: 2, details }, { key: 'k1', now });
  const desk = new TalkDesk(ledger, restaurant);
  const greeted = desk.greet({ id: 'c1', caller: mobile }, now);
  const asked = await desk.hear(greeted.conversation, { id: 't1', text: '予約を8時に変更したい' }, now);
  assert.match(asked.say.text, /午後7時、2名様のご予約を、.*午後8時、2名様に変更いたします/);
  await reservations.change('b1', { party: 4 }, { key: 'k2', now });
  const again = await desk.hear(asked.conversation, { id: 't2', text: 'はい' }, now);
  assert.match(again.say.text, /変わっておりました.*午後8時、4名様に変更いたします/);
  const done = await desk.hear(again.conversation, { id: 't3', text: 'はい' }, now);
  assert.match(done.say.text, /ご予約を変更いたしました/);
  assert.equal((await reservations.find('b1')).reservation.party.adults, 4);
});
