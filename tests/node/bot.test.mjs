// A code hook of Lex V2 and a flow's Lambda, put events as Amazon Connect sends them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { KeptRestaurants, ReservationDesk, Restaurant, SqliteLedger, TalkDesk } from 'denwaban';
import { flowOf, hookOf, keeping } from '../../examples/lambda/bot.mjs';
import { heardOf } from '../../examples/lambda/heard.mjs';

const data = new URL('../data/lex/conversations.json', import.meta.url);
const conversations = JSON.parse(readFileSync(data, 'utf8'));
const now = Date.parse('2026-11-25T03:00:00Z');
const dinner = { name: 'dinner', opens: '17:00', closes: '23:00', last_order: { food: '21:30' } };
const restaurant = Restaurant.fromJson({
  id: 'r1',
  name: '花丸',
  hours: { rules: [{ when: 'every_day', services: [dinner] }] },
});
const slots = { Day: null, Time: null, Party: null, Name: null };

const eventOf = ({ text = '', keys_pressed: keys }, sessionAttributes, { locale = 'ja_JP', plain = false } = {}) => ({
  messageVersion: '1.0',
  invocationSource: 'DialogCodeHook',
  inputMode: keys === undefined ? 'Speech' : 'DTMF',
  responseContentType: 'text/plain; charset=utf-8',
  sessionId: '5ca1ab1e-0000-4000-8000-000000000001',
  inputTranscript: keys ?? text,
  bot: { id: 'BOTID', name: 'denwaban', localeId: locale, version: '1', aliasId: 'TSTALIASID', aliasName: 'live' },
  interpretations: [
    { intent: { name: 'Book', slots, state: 'InProgress' }, nluConfidence: 0.9 },
    { intent: { name: 'FallbackIntent', slots: {}, state: 'InProgress' } },
  ],
  requestAttributes: {
    'x-amz-lex:channels:platform': 'Connect',
    'x-amz-lex:accept-content-types': plain ? 'PlainText' : 'PlainText,SSML',
  },
  sessionState: {
    sessionAttributes,
    activeContexts: [],
    intent: { name: 'FallbackIntent', slots: {}, state: 'InProgress', confirmationState: 'None' },
  },
});
const fromTheFlow = {
  caller: '+819012345678',
  streamArn: 'arn:aws:kinesisvideo:ap-northeast-1:111122223333:stream/s/1',
  startFragment: '42',
};

const withBot = async (what) => {
  const ledger = await SqliteLedger.open(':memory:');
  await new KeptRestaurants(ledger).put(restaurant, { now });
  await new KeptRestaurants(ledger).putBookTemplate('r1', { floor_plan: { tables: [{ id: 'A', most: 4 }] } }, { now });
  const desk = new TalkDesk(ledger, restaurant);
  await what({ deskFor: async () => desk, clock: () => now }, ledger);
  await ledger.close();
};
const confirmedIn = async (ledger) => {
  const { reservations } = await new ReservationDesk(ledger).dayBook({ restaurant: 'r1', date: '2026-11-26' });
  return reservations.filter(({ commitment }) => commitment === 'confirmed').length;
};

const assertAnswers = ({ sessionState, messages }, turn, { plain = false }) => {
  const { dialogAction, intent, sessionAttributes, runtimeHints } = sessionState;
  assert.equal(dialogAction.type, turn.action);
  assert.equal(intent?.state, turn.intent);
  assert.deepEqual(
    messages.map(({ contentType }) => contentType),
    [plain ? 'PlainText' : 'SSML'],
  );
  assert.match(messages[0].content.replace(/<[^>]*>/g, ''), new RegExp(turn.says));
  for (const [name, value] of Object.entries(turn.attributes ?? {})) assert.equal(sessionAttributes[name], value, name);
  for (const [name, value] of Object.entries(turn.keys ?? {})) {
    assert.equal(sessionAttributes[`x-amz-lex:dtmf:${name}:*:*`], value);
  }
  for (const line of turn.notes ?? []) assert.ok(sessionAttributes.notes.includes(line), sessionAttributes.notes);
  if (turn.hints) {
    const phrases = runtimeHints.slotHints.Book.Day.runtimeHintValues.map(({ phrase }) => phrase);
    assert.ok(phrases.includes(turn.hints));
    assert.deepEqual(Object.keys(runtimeHints.slotHints.Book), ['Day']);
  }
  assert.ok(Buffer.byteLength(JSON.stringify(sessionAttributes)) < 12 * 1024);
  assert.equal('denwaban' in sessionAttributes, dialogAction.type !== 'Close');
};

for (const { name, turns, booked, ...how } of conversations) {
  test(`${name}; an event that comes twice is answered twice, and books once`, () =>
    withBot(async (desk, ledger) => {
      const hook = hookOf(desk);
      let attributes = fromTheFlow;
      for (const turn of turns) {
        const event = eventOf(turn, attributes, how);
        const answer = await hook(event);
        assertAnswers(answer, turn, how);
        assert.deepEqual(await hook(event), answer);
        attributes = answer.sessionState.sessionAttributes;
      }
      assert.equal(await confirmedIn(ledger), booked);
    }));
}

test('a conversation that the attributes have no room for is kept in the ledger whole, and goes on twice alike', () =>
  withBot(async (desk) => {
    const hook = hookOf(desk);
    const kept = async () => (await desk.deskFor()).kept('5ca1ab1e-0000-4000-8000-000000000001');
    let answer = await hook(eventOf({ text: '予約したいです' }, fromTheFlow));
    assert.equal(await kept(), null);
    for (let turn = 0; turn < 24; ++turn) {
      const noise = Array.from({ length: 200 }, (_, i) =>
        String.fromCodePoint(0x3400 + ((turn * 7919 + i * i * 613 + i * turn * 37) % 6_500)),
      );
      const event = eventOf({ text: `駐車場はありますか。${noise.join('')}` }, answer.sessionState.sessionAttributes);
      answer = await hook(event);
      assert.deepEqual(await hook(event), answer);
    }
    const { sessionAttributes } = answer.sessionState;
    assert.equal(sessionAttributes.denwaban, 'kept:25');
    const event = eventOf({ text: '明日です' }, sessionAttributes);
    const next = await hook(event);
    assert.match(next.messages[0].content, /11月.*26日/);
    assert.deepEqual(await hook(event), next);
    const { lines, turns } = await kept();
    assert.equal(turns, 26);
    assert.equal(lines.find(({ who }) => who === 'caller').text, '予約したいです');
  }));

test('a conversation that was kept and is gone goes to a human', (t) =>
  withBot(async (desk) => {
    t.mock.method(console, 'error', () => {});
    const answer = await hookOf(desk)(eventOf({ text: 'はい' }, { denwaban: 'kept:3' }));
    assert.deepEqual(answer.sessionState.sessionAttributes, { next: 'queue', handOver: 'unavailable' });
    assert.equal(console.error.mock.calls[0].arguments[0].code, 'unknown_reference');
  }));

test('what goes wrong goes to a human, and plain text where SSML is not taken', (t) =>
  withBot(async (desk) => {
    t.mock.method(console, 'error', () => {});
    for (const denwaban of ['{}', 'deflate:AAAA', 'deflate:?']) {
      const answer = await hookOf(desk)(eventOf({ text: 'はい' }, { denwaban }, { plain: true }));
      assert.deepEqual(answer.sessionState.sessionAttributes, { next: 'queue', handOver: 'unavailable' });
      assert.equal(answer.messages[0].contentType, 'PlainText');
    }
    for (const event of [null, {}, 'hello']) {
      assert.equal((await hookOf(desk)(event)).sessionState.dialogAction.type, 'Close');
      assert.equal((await flowOf(desk)(event)).next, 'queue');
    }
    assert.equal(console.error.mock.callCount(), 9);
  }));

/** What a flow without a bot sends. */
const flowEvent = (input, Attributes, Channel = 'VOICE') => ({
  Name: 'ContactFlowEvent',
  Details: {
    ContactData: {
      ContactId: '5ca1ab1e-0000-4000-8000-000000000002',
      Channel,
      LanguageCode: 'ja-JP',
      CustomerEndpoint: { Address: '+819012345678', Type: 'TELEPHONE_NUMBER' },
      MediaStreams: { Customer: { Audio: { StreamARN: fromTheFlow.streamArn, StartFragmentNumber: '42' } } },
      Attributes,
    },
    Parameters: input === undefined ? {} : { input },
  },
});

test('a flow without a bot books by what is typed, and keeps the conversation in the contact', () =>
  withBot(async (desk, ledger) => {
    const flow = flowOf(desk);
    const greeted = await flow(flowEvent(undefined, {}, 'CHAT'));
    assert.deepEqual([greeted.next, greeted.handOver], ['listen', '']);
    assert.match(greeted.say, /花丸でございます/);
    let answer = greeted;
    for (const words of ['明日の夜7時に3人で予約したいです', 'やまだです', 'はい', 'ありません']) {
      answer = await flow(flowEvent(words, { denwaban: answer.denwaban }, 'CHAT'));
      for (const value of Object.values(answer)) assert.equal(typeof value, 'string');
    }
    assert.equal(answer.next, 'end');
    assert.equal(await confirmedIn(ledger), 1);
  }));

test('a flow without a bot takes keys; silence is silence, and hands over with the stream of the voice', () =>
  withBot(async (desk) => {
    const flow = flowOf(desk);
    let answer = await flow(flowEvent('', {}));
    for (let turn = 0; turn < 4; ++turn) {
      assert.equal(answer.next, 'listen');
      answer = await flow(flowEvent('Timeout', { denwaban: answer.denwaban }));
    }
    assert.deepEqual([answer.next, answer.handOver], ['queue', 'not_heard']);
    assert.match(answer.notes, /stream\/s\/1#42/);
    const asked = await flow(flowEvent('0', { denwaban: (await flow(flowEvent('', {}))).denwaban }));
    assert.deepEqual([asked.next, asked.handOver], ['queue', 'asked_for']);
  }));

test('what was heard of whoever goes to an agent is kept for the desk, slot by slot', (t) =>
  withBot(async (_, ledger) => {
    t.mock.method(console, 'error', () => {});
    const clock = () => now;
    const talks = (into) => {
      const desk = new TalkDesk(ledger, restaurant, { handedOver: keeping(into, 'r1', clock) });
      return hookOf({ deskFor: async () => desk, clock });
    };
    const toAgent = async (hook, caller = fromTheFlow.caller) => {
      const first = await hook(eventOf({ text: '明日の夜7時に4人で予約したいです' }, { ...fromTheFlow, caller }));
      assert.equal(await heardOf(ledger, { id: 'r1' }, caller, now), null);
      const event = eventOf({ text: '人に代わってください' }, first.sessionState.sessionAttributes);
      const answer = await hook(event);
      assert.equal(answer.sessionState.sessionAttributes.next, 'queue');
      assert.deepEqual(await hook(event), answer);
    };
    const broken = { ...ledger, commit: async () => Promise.reject(new Error('away')) };
    await toAgent(talks(broken));
    await toAgent(talks(ledger));
    const heard = await heardOf(ledger, { id: 'r1' }, fromTheFlow.caller, now);
    assert.deepEqual(
      heard.heard.map(({ slot }) => slot),
      ['day', 'time', 'party'],
    );
    assert.equal(heard.reason, 'asked_for');
    assert.equal(await heardOf(ledger, { id: 'r1' }, fromTheFlow.caller, now + 2 * 3_600_000), null);
    await toAgent(talks(ledger), 'anonymous');
  }));
