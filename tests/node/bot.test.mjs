// A code hook of Lex V2, put events as Lex sends them from Amazon Connect.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KeptRestaurants, ReservationDesk, Restaurant, SqliteLedger, TalkDesk } from 'denwaban';
import { hookOf } from '../../examples/lambda/bot.mjs';

const now = Date.parse('2026-11-25T03:00:00Z');
const dinner = { name: 'dinner', opens: '17:00', closes: '23:00', last_order: { food: '21:30' } };
const restaurant = Restaurant.fromJson({
  id: 'r1',
  name: '花丸',
  hours: { rules: [{ when: 'every_day', services: [dinner] }] },
});

const eventOf = (inputTranscript, sessionState, more) => ({
  messageVersion: '1.0',
  invocationSource: 'DialogCodeHook',
  inputMode: 'Speech',
  responseContentType: 'text/plain; charset=utf-8',
  sessionId: '5ca1ab1e-0000-4000-8000-000000000001',
  inputTranscript,
  bot: { id: 'BOTID', name: 'denwaban', localeId: 'ja_JP', version: '1', aliasId: 'TSTALIASID', aliasName: 'live' },
  interpretations: [{ intent: { name: 'Booking', slots: { Words: null }, state: 'InProgress' } }],
  requestAttributes: {
    'x-amz-lex:channels:platform': 'Connect',
    'x-amz-lex:accept-content-types': 'PlainText,SSML',
  },
  sessionState: {
    sessionAttributes: { caller: '+819012345678' },
    activeContexts: [],
    intent: { name: 'FallbackIntent', slots: {}, state: 'InProgress', confirmationState: 'None' },
    ...sessionState,
  },
  ...more,
});

const withBot = async (what) => {
  const ledger = await SqliteLedger.open(':memory:');
  await new KeptRestaurants(ledger).put(restaurant, { now });
  await new KeptRestaurants(ledger).putBookTemplate('r1', { floor_plan: { tables: [{ id: 'A', most: 4 }] } }, { now });
  const desk = new TalkDesk(ledger, restaurant);
  await what(hookOf({ deskFor: async () => desk, clock: () => now }), ledger);
  await ledger.close();
};
/** The event after an answer. */
const next = (answer, words, more) =>
  eventOf(words, { sessionAttributes: answer.sessionState.sessionAttributes }, more);

test('a booking is taken in three turns, and once, although an event comes twice', () =>
  withBot(async (hook, ledger) => {
    const asked = await hook(eventOf('明日の夜7時に大人3人で予約をお願いします'));
    assert.equal(asked.sessionState.dialogAction.type, 'ElicitIntent');
    assert.deepEqual(
      asked.messages.map(({ contentType }) => contentType),
      ['SSML'],
    );
    assert.equal(asked.sessionState.sessionAttributes['x-amz-lex:allow-interrupt:*:*'], 'true');
    const readBack = await hook(next(asked, 'やまだです'));
    assert.match(readBack.messages[0].content, /ヤマダ/);
    const yes = next(readBack, 'はい、お願いします');
    const booked = await hook(yes);
    assert.deepEqual(await hook(yes), booked);
    const { reservations } = await new ReservationDesk(ledger).dayBook({ restaurant: 'r1', date: '2026-11-26' });
    assert.equal(reservations.filter(({ commitment }) => commitment === 'confirmed').length, 1);
    const over = await hook(next(booked, '大丈夫です'));
    assert.deepEqual(over.sessionState.dialogAction, { type: 'Close' });
    assert.equal(over.sessionState.intent.state, 'Fulfilled');
  }));

test('keys are taken, and a human takes over with notes', () =>
  withBot(async (hook) => {
    const day = await hook(eventOf('予約したいです'));
    assert.equal(day.sessionState.sessionAttributes['x-amz-lex:dtmf:end-character:*:*'], '#');
    const time = await hook(next(day, '1126', { inputMode: 'DTMF' }));
    assert.match(time.messages[0].content, /お時間/);
    const human = await hook(next(time, 'お店の人に代わってください'));
    assert.equal(human.sessionState.intent.state, 'Failed');
    const { handOver, notes, caller, denwaban } = human.sessionState.sessionAttributes;
    assert.deepEqual([handOver, caller, denwaban], ['asked_for', '+819012345678', undefined]);
    assert.match(notes, /11月26日/);
  }));

test('a long conversation fits into the attributes', () =>
  withBot(async (hook) => {
    let answer = await hook(eventOf('予約したいです'));
    for (let turn = 0; turn < 12; ++turn) answer = await hook(next(answer, `駐車場はありますか${'。'.repeat(300)}`));
    const { denwaban } = answer.sessionState.sessionAttributes;
    assert.match(denwaban, /^deflate:/);
    assert.ok(denwaban.length < 8 * 1024);
    assert.equal((await hook(next(answer, '明日です'))).sessionState.dialogAction.type, 'ElicitIntent');
  }));

test('what goes wrong goes to a human, and plain text where SSML is not taken', () =>
  withBot(async (hook) => {
    const { error } = console;
    console.error = () => {};
    const broken = eventOf('はい', { sessionAttributes: { denwaban: '{}' } });
    const answer = await hook({ ...broken, requestAttributes: { 'x-amz-lex:accept-content-types': 'PlainText' } });
    console.error = error;
    assert.equal(answer.sessionState.sessionAttributes.handOver, 'unavailable');
    assert.deepEqual(
      answer.messages.map(({ contentType }) => contentType),
      ['PlainText'],
    );
  }));
