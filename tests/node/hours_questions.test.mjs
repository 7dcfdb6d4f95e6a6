// What hours can be asked, beside what they answered from the beginning.
import assert from 'node:assert/strict';
import test from 'node:test';
import { inspect } from 'node:util';
import {
  AgentTimeline,
  CallFacts,
  ContactHistory,
  Customers,
  Directory,
  HolidayCalendar,
  OutboundCallerPolicy,
  Reconciler,
  ReservationDesk,
  Restaurant,
  Rules,
  SqliteLedger,
  TalkDesk,
  callEventOf,
} from 'denwaban';

const tokyo = (clock) => new Date(`${clock}+09:00`);
const calendar = HolidayCalendar.japan().with('2026-11-20', '創業祭');
const services = [{ name: '夜', opens: '17:00', closes: '26:00', last_order: { food: '25:00' } }];
const rules = Rules.fromJson({
  rules: [
    { when: 'every_day', services },
    { when: 'holiday_eve', services: [{ name: '夜', opens: '16:00', closes: '26:00' }] },
    { when: { weekdays: ['tue'] }, unknown: [] },
  ],
  closings: [{ when: { weekdays: ['mon'] } }],
});
const hours = rules.hours({ calendar });

test('a state, alone and many at once', () => {
  const times = [tokyo('2026-11-21T18:00'), tokyo('2026-11-21T12:00'), tokyo('2026-11-24T18:00')];
  assert.deepEqual(
    times.map((at) => hours.state(at)),
    ['open', 'closed', 'unknown'],
  );
  assert.deepEqual(hours.states(times), Uint8Array.of(1, 0, 2));
  assert.deepEqual(hours.states(Float64Array.from(times, Number)), Uint8Array.of(1, 0, 2));
  assert.throws(() => hours.states([times[0], 0]), { code: 'beyond_horizon' });
  assert.throws(() => hours.states([Number.NaN]), { code: 'invalid_value' });
});

test('the next opening for certain', () => {
  assert.deepEqual(hours.nextOpening(tokyo('2026-11-21T18:00')), tokyo('2026-11-22T16:00'));
  const always = Rules.fromJapanese('24時間営業').hours();
  assert.equal(always.nextOpening(tokyo('2026-11-21T18:00')), null);
});

test('the openings of a date, by its name or a moment of it', () => {
  const [opening, ...others] = hours.openingsOn('2026-11-21');
  assert.deepEqual(others, []);
  assert.deepEqual(opening, {
    state: 'open',
    begins: tokyo('2026-11-21T17:00'),
    ends: tokyo('2026-11-22T02:00'),
    businessDate: '2026-11-21',
    service: '夜',
  });
  assert.deepEqual(hours.openingsOn(tokyo('2026-11-21T00:30')), [opening]);
  assert.throws(() => hours.openingsOn('2099-01-01'), { code: 'beyond_horizon' });
});

test('what a caller hears', () => {
  assert.match(hours.say(tokyo('2026-11-21T18:00')), /翌2時まで/);
  assert.match(hours.ssml(tokyo('2026-11-21T18:00')), /^<speak>.*翌2時まで.*<\/speak>$/);
});

test('the calendar that is followed, and the 祝日 that a status turns on', () => {
  assert.equal(hours.calendar.name('2026-11-20'), '創業祭');
  assert.equal(hours.status(tokyo('2026-11-22T18:00')).holiday, '勤労感謝の日');
  assert.equal(hours.status(tokyo('2026-11-19T18:00')).holiday, '創業祭');
  assert.equal(hours.status(tokyo('2026-11-21T18:00')).holiday, null);
});

test('a status is plain data, whenever it is asked for', () => {
  const expected = {
    state: 'open',
    service: '夜',
    businessDate: '2026-11-21',
    closesAt: tokyo('2026-11-22T02:00'),
    lastOrder: tokyo('2026-11-22T01:00'),
    lastOrders: { food: tokyo('2026-11-22T01:00'), drink: null, entry: null },
    nextOpening: tokyo('2026-11-22T16:00'),
    nextUnknown: null,
    reason: '毎日の営業',
    cause: 'any_day',
    phase: null,
    holiday: null,
  };
  for (const at of ['2026-11-21T18:00', '2026-11-22T01:30']) {
    const status = hours.status(tokyo(at));
    assert.deepStrictEqual(status, expected);
    assert.deepEqual(JSON.parse(JSON.stringify(status)), JSON.parse(JSON.stringify(expected)));
    assert.match(inspect(status), /closesAt: 2026-11-21T17:00:00.000Z/);
  }
  const one = hours.status(tokyo('2026-11-21T18:00'));
  one.closesAt.setFullYear(1970);
  one.lastOrder.setFullYear(1970);
  assert.deepStrictEqual(hours.status(tokyo('2026-11-21T18:00')), expected);
});

test('a status of any of many days says what that day says', () => {
  const first = Date.UTC(2026, 0, 1, 9);
  const day = 24 * 60 * 60 * 1000;
  for (const round of [0, 1]) {
    for (let i = 0; i < 1000; i++) {
      const at = first + i * day + round;
      const { businessDate, reason } = hours.status(at);
      assert.equal(businessDate, new Date(at).toISOString().slice(0, 10));
      assert.equal(reason, hours.explain(businessDate).reason);
    }
  }
});

test('a month as HTML has its findings under it, escaped', () => {
  const read = Rules.fromOsm('Mo-Fr 10:00-12:00; 謎 <x>');
  const html = read.renderHtml('2026-11');
  assert.ok(html.startsWith(`<div>${read.renderSvg('2026-11')}<ul><li>`));
  assert.equal(html.match(/<li>/g).length, read.findings.length);
  assert.ok(html.includes('謎 &lt;x&gt;'));
});

test('a directory finds by id and by number, and goes through all', () => {
  const [one, two] = ['r1', 'r2'].map((id, i) => ({
    id,
    name: id,
    lines: [{ number: `03123456${70 + i}` }],
    hours: { rules: [{ when: 'every_day', services }] },
  }));
  const directory = Directory.fromJson([one, two]);
  assert.equal(directory.size, 2);
  assert.deepEqual(
    [...directory].map(({ id }) => id),
    ['r1', 'r2'],
  );
  assert.equal(directory.find('r2').id, 'r2');
  assert.equal(directory.find('03-1234-5671'), directory.find('r2'));
  assert.equal(directory.find('r2'), directory.restaurants[1]);
  assert.equal(directory.find('nobody'), null);
  assert.ok(directory.find('r1') instanceof Restaurant);
  assert.throws(() => directory.restaurants.pop(), TypeError);
});

test("a contact's notice says something to its call", () => {
  assert.equal(callEventOf('connected'), 'answered');
  assert.equal(callEventOf({ about: 'contact', kind: 'destroyed' }), 'contact_gone');
  assert.equal(callEventOf('incoming'), null);
  assert.equal(callEventOf({ about: 'agent', kind: 'error' }), null);
  assert.throws(() => callEventOf('telepathy'), { code: 'invalid_value' });
  assert.throws(() => callEventOf(5), { code: 'wrong_type' });
});

test('why it is closed is a word to count by', () => {
  const midday = Rules.fromJapanese('11:30～14:00 17:00～23:00', '火曜').hours();
  const phase = (at) => midday.status(new Date(`${at}+09:00`)).phase;
  assert.equal(phase('2026-11-25T09:00'), 'before_opening');
  assert.equal(phase('2026-11-25T12:00'), null);
  assert.equal(phase('2026-11-25T15:00'), 'between_services');
  assert.equal(phase('2026-11-25T23:00'), 'after_closing');
  assert.equal(phase('2026-11-24T12:00'), 'closed_all_day');
});

test('pictures show own holidays, and are well-formed whatever a day is called', () => {
  const calendar = HolidayCalendar.japan().with('2026-11-05', '創業祭 a]]>b\uFFFE');
  const own = Rules.fromJapanese('17:00～23:00').hours({ calendar });
  const picture = own.renderSvg('2026-11');
  assert.match(picture, /創業祭 a\]\]&gt;b</);
  assert.ok(own.renderHtml('2026-11').includes(picture));
  assert.throws(() => own.renderSvg('2026'), { code: 'invalid_value' });
});

test('a slip of the pen in an option is no default', () => {
  const rules = Rules.fromJapanese('17:00～23:00');
  assert.throws(() => rules.hours({ horizon: { frist: '2026-01-01' } }), {
    code: 'unknown_key',
    where: '/horizon/frist',
  });
  assert.throws(() => rules.hours({ zones: 'Asia/Tokyo' }), { code: 'unknown_key', where: '/zones' });
});

test('hours that are asked for again are the same, and take no memory in a loop', () => {
  const rules = Rules.fromJapanese('17:00～23:00', '月曜');
  const hours = rules.hours();
  for (let count = 0; count < 100; ++count) assert.equal(rules.hours(), hours);
  const year = { horizon: { first: '2026-01-01', last: '2026-12-31' } };
  assert.notEqual(rules.hours(year), hours);
  assert.equal(rules.hours(year).horizon.last, '2026-12-31');
  assert.equal(rules.hours(year), rules.hours(year));
  assert.notEqual(rules.hours({ zone: 'Asia/Seoul' }), rules.hours(year));
  assert.equal(rules.hours().horizon.last, '2039-12-31');
});

test('hours and rules show what they are, and what is written can be posted', () => {
  const rules = Rules.fromJapanese('17:00～23:00', '月曜');
  assert.match(inspect(rules.hours()), /Asia\/Tokyo, 2015-01-01 to 2039-12-31/);
  assert.match(inspect(rules), /17:00～23:00/);
  assert.equal(String(rules.toOsm()), '17:00-23:00; Mo off');
  assert.equal(structuredClone(rules.toOsm()).text, '17:00-23:00; Mo off');
});

test('whatever is logged says what it is', async () => {
  const ledger = await SqliteLedger.open(':memory:');
  const restaurant = { id: 'r1', name: 'とりべえ', hours: { rules: [{ when: 'every_day', services }] } };
  const directory = Directory.fromJson([restaurant]);
  const timeline = new AgentTimeline();
  const shown = (one) => inspect(one);
  assert.match(shown(HolidayCalendar.japan()), /^HolidayCalendar \{ \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d \}$/);
  assert.equal(shown(directory), 'Directory { 1 restaurants }');
  assert.equal(shown(timeline), 'AgentTimeline { nothing yet }');
  timeline.apply({ snapshotTimestamp: 100, state: { name: 'Available', type: 'routable' }, contacts: [] });
  assert.equal(shown(timeline), 'AgentTimeline { available since 1970-01-01T00:01:40.000Z, 0 contacts }');
  assert.equal(shown(new ContactHistory()), 'ContactHistory { unseen, 0 reports }');
  assert.equal(shown(new CallFacts()), 'CallFacts { 0 contacts }');
  assert.equal(shown(new Reconciler()), 'Reconciler { 0 held }');
  assert.equal(shown(Customers.fromJson([{ id: 'c1' }])), 'Customers { 1 }');
  assert.match(shown(OutboundCallerPolicy.fromJson({ claimed: [] })), /^OutboundCallerPolicy \{\s.*claimed: \[\]/s);
  assert.equal(shown(ledger), "SqliteLedger { ':memory:' }");
  assert.equal(shown(new ReservationDesk(ledger)), "ReservationDesk { SqliteLedger { ':memory:' } }");
  assert.equal(shown(new TalkDesk(ledger, directory.restaurants[0])), "TalkDesk { 'r1', SqliteLedger { ':memory:' } }");
  await ledger.close();
  assert.equal(shown(ledger), "SqliteLedger { ':memory:', closed }");
});

test('nothing is told that nobody said', () => {
  const soldOut = Rules.fromJapanese('11:00～スープなくなり次第終了', '木曜');
  assert.equal(soldOut.toOsm().text, '11:00+; Th off');
  assert.ok(!soldOut.toJapanese().open.includes('翌5:00'));
  assert.match(Rules.fromJapanese('17:00～23:00', '年末年始').say(), /年末年始は、お休みをいただく日がございます。/);
});
