import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import test from 'node:test';
import vm from 'node:vm';
import { Worker } from 'node:worker_threads';
import * as denwaban from 'denwaban';

const { DenwabanError, Directory, HolidayCalendar, Restaurant, contactFlow, parseCaller, parsePhoneNumber } = denwaban;

const izakaya = {
  id: 'r1',
  name: '鳥八',
  kana: 'トリハチ',
  lines: [{ number: '03-1234-5678', label: '予約' }],
  hours: {
    rules: [
      {
        when: 'every_day',
        services: [{ name: '夜', opens: '17:00', closes: '23:00', last_order: { food: '22:00', drink: '22:30' } }],
      },
      { when: 'holiday_eve', services: [{ name: '夜', opens: '17:00', closes: '26:00' }] },
    ],
    closings: [{ when: { weekdays: ['mon'] }, on_holiday: 'next_day', label: '月曜定休' }],
  },
  notes: ['個室は6名から'],
};
const tokyo = (text) => new Date(`${text}+09:00`);
const eve = tokyo('2026-11-22T20:00');
const refusal = (code, where) => (error) => {
  assert.ok(error instanceof DenwabanError && error instanceof Error);
  assert.equal(error.name, 'DenwabanError');
  assert.deepEqual([error.code, error.where], [code, where]);
  return true;
};

test('a restaurant tells of a route of a line that it does not have', () => {
  const routes = [
    { line: '03-1234-5678', to: { queue: 'own' } },
    { line: '03-9999-9999', to: { queue: 'theirs' } },
  ];
  const { findings } = Restaurant.fromJson({ ...izakaya, routing: { routes, otherwise: { queue: 'q' } } });
  assert.deepEqual(
    findings.map(({ code, where }) => [code, where]),
    [['unknown_reference', '/routing/routes/1/line']],
  );
  assert.deepEqual(Restaurant.fromJson(izakaya).findings, []);
});

test('a restaurant is read from objects or from text', () => {
  const restaurant = Restaurant.fromJson(izakaya);
  assert.deepEqual(
    { ...restaurant },
    {
      id: 'r1',
      name: '鳥八',
      kana: 'トリハチ',
      zone: 'Asia/Tokyo',
      lines: [{ number: '+81312345678', label: '予約' }],
      notes: ['個室は6名から'],
    },
  );
  assert.equal(Restaurant.fromJson(JSON.stringify(izakaya)).toJson(), restaurant.toJson());
});

test('a restaurant written as JSON reads back the same', () => {
  const text = Restaurant.fromJson(izakaya).toJson();
  assert.equal(Restaurant.fromJson(text).toJson(), text);
  assert.deepEqual(JSON.parse(JSON.stringify([Restaurant.fromJson(text)])), [JSON.parse(text)]);
});

test('status is a plain object with Dates', () => {
  const { hours } = Restaurant.fromJson(izakaya);
  assert.deepEqual(hours.status(tokyo('2026-11-20T18:00')), {
    state: 'open',
    service: '夜',
    businessDate: '2026-11-20',
    closesAt: tokyo('2026-11-20T23:00'),
    lastOrder: tokyo('2026-11-20T22:00'),
    lastOrders: { food: tokyo('2026-11-20T22:00'), drink: tokyo('2026-11-20T22:30'), entry: null },
    nextOpening: tokyo('2026-11-21T17:00'),
    nextUnknown: null,
    reason: '毎日の営業',
    cause: 'any_day',
    phase: null,
    holiday: null,
  });
});

test('an opening past midnight keeps its business date', () => {
  const status = Restaurant.fromJson(izakaya).hours.status(tokyo('2026-11-23T01:00'));
  assert.deepEqual(
    [status.state, status.businessDate, status.closesAt, status.reason],
    ['open', '2026-11-22', tokyo('2026-11-23T02:00'), '勤労感謝の日の前日'],
  );
});

test('a time is a Date, of whatever realm, or epoch milliseconds', () => {
  const { hours } = Restaurant.fromJson(izakaya);
  assert.equal(hours.isOpen(eve), true);
  assert.equal(hours.isOpen(eve.getTime()), true);
  assert.equal(hours.isOpen(vm.runInNewContext(`new Date(${eve.getTime()})`)), true);
  assert.equal(hours.isOpen(tokyo('2026-11-22T16:59:59.999')), false);
  assert.equal(hours.isOpen(tokyo('2026-11-22T17:00').getTime() - 0.5), false);
});

test('what is no time is refused', () => {
  const { hours } = Restaurant.fromJson(izakaya);
  for (const at of [NaN, Infinity, 1e20, new Date(NaN)]) {
    assert.throws(() => hours.isOpen(at), refusal('invalid_value', ''));
    assert.throws(() => hours.status(at), refusal('invalid_value', ''));
  }
  for (const at of ['2026-11-22', null, undefined, 1n, {}]) {
    assert.throws(() => hours.isOpen(at), refusal('wrong_type', ''));
    assert.throws(() => hours.nextChange(at), refusal('wrong_type', ''));
  }
});

test('beyond the horizon there is no answer', () => {
  const { hours } = Restaurant.fromJson(izakaya, { horizon: { first: '2026-01-01', last: '2026-12-31' } });
  assert.deepEqual(hours.horizon, { first: '2026-01-01', last: '2026-12-31' });
  assert.throws(() => hours.isOpen(tokyo('2027-01-01T00:00')), refusal('beyond_horizon', ''));
  assert.throws(() => hours.isOpenMany([eve, 0]), refusal('beyond_horizon', '/1'));
  assert.throws(() => hours.explain('2025-12-31'), refusal('beyond_horizon', ''));
});

test('many times at once are answered like each alone', () => {
  const { hours } = Restaurant.fromJson(izakaya);
  const times = Float64Array.from({ length: 10_000 }, (_, i) => eve.getTime() + i * 7_654_321);
  const open = hours.isOpenMany(times);
  assert.ok(open instanceof Uint8Array);
  assert.deepEqual(
    open,
    Uint8Array.from(times, (at) => (hours.isOpen(at) ? 1 : 0)),
  );
  assert.deepEqual(hours.isOpenMany(times.subarray(300, 900)), open.subarray(300, 900));
  assert.deepEqual(hours.isOpenMany([eve, tokyo('2026-11-22T16:00').getTime()]), Uint8Array.of(1, 0));
  assert.equal(hours.isOpenMany(new Float64Array()).length, 0);
});

test('nextChange and intervals', () => {
  const { hours } = Restaurant.fromJson(izakaya);
  assert.deepEqual(hours.nextChange(eve), tokyo('2026-11-23T02:00'));
  assert.deepEqual(hours.intervals(eve, tokyo('2026-11-23T18:00')), [
    { state: 'open', begins: eve, ends: tokyo('2026-11-23T02:00'), businessDate: '2026-11-22', service: '夜' },
    {
      state: 'open',
      begins: tokyo('2026-11-23T17:00'),
      ends: tokyo('2026-11-23T18:00'),
      businessDate: '2026-11-23',
      service: '夜',
    },
  ]);
});

test('explain tells who spoke and who won', () => {
  const { hours } = Restaurant.fromJson(izakaya);
  const explanation = hours.explain('2026-11-24');
  assert.deepEqual(explanation, {
    date: '2026-11-24',
    holiday: null,
    eveOf: null,
    dayAfter: '勤労感謝の日',
    projected: false,
    rules: [{ rule: 0, precedence: 'any_day', label: '' }],
    winner: 0,
    closings: [{ closing: 0, fate: 'moved_here', other: '2026-11-23', label: '月曜定休' }],
    openings: [],
    reason: explanation.reason,
    cause: 'moved_closing',
  });
  assert.match(explanation.reason, /月曜定休/);
  assert.deepEqual(hours.explain(tokyo('2026-11-24T00:00')), explanation);
  assert.throws(() => hours.explain('2026-02-30'), refusal('invalid_value', ''));
});

test('every error of a document is told, with its place', () => {
  const broken = { ...izakaya, id: 7, hours: { rules: [{ when: 'sometimes', closed: true }] } };
  assert.throws(
    () => Restaurant.fromJson(broken),
    (error) => {
      assert.deepEqual(error.errors.map(({ code, where }) => [code, where]).sort(), [
        ['invalid_value', '/hours/rules/0/when'],
        ['wrong_type', '/id'],
      ]);
      assert.ok(error.errors.some(({ code, where }) => code === error.code && where === error.where));
      return true;
    },
  );
  assert.throws(() => Restaurant.fromJson({ ...izakaya, zone: 'Asia/Tokio' }), refusal('unknown_zone', '/zone'));
  assert.throws(
    () => Restaurant.fromJson('{'),
    (error) => error.code === 'malformed_json',
  );
  assert.throws(() => Restaurant.fromJson(undefined), refusal('wrong_type', ''));
  assert.throws(
    () => Directory.fromJson([izakaya, { ...izakaya, id: 'r2' }]),
    (error) => error.code === 'duplicate_number',
  );
});

test('every zone of the IANA database is known', () => {
  const { hours } = Restaurant.fromJson({ ...izakaya, zone: 'America/New_York' });
  assert.equal(hours.zone, 'America/New_York');
  assert.equal(hours.isOpen(new Date('2038-07-14T17:00:00-04:00')), true);
  assert.equal(hours.isOpen(new Date('2038-07-14T16:59:00-04:00')), false);
});

test("holidays by law, their eves, and days of one's own", () => {
  const japan = HolidayCalendar.japan();
  assert.equal(japan.name('2026-11-23'), '勤労感謝の日');
  assert.equal(japan.name('2026-11-24'), null);
  assert.equal(japan.isHoliday('2026-09-22'), true);
  assert.equal(japan.isPreHoliday('2026-11-22'), true);
  assert.equal(japan.isPostHoliday('2026-11-24'), true);
  assert.equal(japan.isHoliday(tokyo('2026-11-23T00:00')), true);
  assert.equal(japan.isHoliday(tokyo('2026-11-24T00:00')), false);
  assert.equal(japan.with('2026-11-20', '創業記念日').name('2026-11-20'), '創業記念日');
  assert.equal(japan.without('2026-11-23').isHoliday('2026-11-23'), false);
  assert.equal(japan.isHoliday('2026-11-23'), true);
  assert.deepEqual(
    japan.holidays().find(({ date }) => date === '2032-09-21'),
    { date: '2032-09-21', name: '国民の休日' },
  );
  for (const outside of ['1947-11-03', '2100-01-01', new Date('2100-01-01T00:00:00Z')]) {
    for (const ask of ['name', 'isHoliday', 'isPreHoliday', 'isPostHoliday', 'isProjected', 'without']) {
      assert.throws(() => japan[ask](outside), refusal('out_of_range', ''));
    }
    assert.throws(() => japan.with(outside, '創業記念日'), refusal('out_of_range', ''));
  }
  assert.throws(() => japan.isPreHoliday(japan.lastDate), refusal('out_of_range', ''));
  assert.throws(() => japan.isPostHoliday(japan.firstDate), refusal('out_of_range', ''));
  assert.throws(() => japan.name('2026-2-1'), refusal('invalid_value', ''));
  assert.throws(() => japan.name(new Date(NaN)), refusal('invalid_value', ''));
  assert.throws(() => japan.name(20261123), refusal('wrong_type', ''));
});

test('hours can follow another calendar', () => {
  const calendar = HolidayCalendar.japan().without('2026-11-23');
  const { hours } = Restaurant.fromJson(izakaya, { calendar });
  assert.equal(hours.isOpen(tokyo('2026-11-23T01:00')), false);
});

test('a directory finds a restaurant by any form of its number', () => {
  const directory = Directory.fromJson([izakaya]);
  assert.deepEqual(
    directory.restaurants.map(({ name }) => name),
    ['鳥八'],
  );
  assert.equal(directory.find('０３（１２３４）５６７８').id, 'r1');
  assert.equal(directory.find('03-1234-5679'), null);
  assert.equal(directory.find('anonymous'), null);
  assert.equal(directory.restaurants[0].hours.isOpen(eve), true);
});

test('contactFlow answers with a flat map of strings, whatever the event is', () => {
  const directory = Directory.fromJson([izakaya]);
  const event = { Details: { ContactData: { SystemEndpoint: { Address: '+81312345678' } } } };
  const answer = contactFlow(event, directory, eve);
  assert.equal(Object.getPrototypeOf(answer), Object.prototype);
  assert.deepEqual([answer.result, answer.restaurantName, answer.state], ['answered', '鳥八', 'open']);
  assert.equal(answer.closesAt, '2026-11-23T02:00:00+09:00');
  assert.deepEqual(contactFlow(JSON.stringify(event), directory, eve.getTime()), answer);

  const circular = {};
  circular.circular = circular;
  for (const malformed of [undefined, null, 7, '', [], {}, { Details: null }, circular, { Details: 1n }]) {
    assert.equal(contactFlow(malformed, directory, eve).result, 'malformed_event');
  }
});

test('no attribute keeps a caller from an answer', () => {
  const directory = Directory.fromJson([izakaya]);
  const Attributes = { seats: 4, vip: true, broken: '\ud800', large: 10n, list: [1] };
  const ContactData = { SystemEndpoint: { Address: '+81312345678' }, Attributes };
  const answer = contactFlow({ Details: { ContactData } }, directory, eve);
  assert.deepEqual([answer.result, answer.findings], ['answered', '/Details/ContactData/Attributes/list']);
  const bytes = Buffer.from(JSON.stringify({ Details: { ContactData: { ...ContactData, Attributes: {} } } }));
  assert.equal(contactFlow(bytes, directory, eve).result, 'answered');
});

test('phone numbers and callers', () => {
  assert.deepEqual(parsePhoneNumber('０９０−１２３４−５６７８'), {
    e164: '+819012345678',
    national: '09012345678',
    isJapanese: true,
  });
  assert.throws(
    () => parsePhoneNumber('110'),
    (error) => error.code === 'not_a_phone_number',
  );
  assert.deepEqual(parseCaller('非通知'), { number: null, withheld: 'by_caller' });
  assert.deepEqual(parseCaller('+266696687'), { number: null, withheld: 'by_caller' });
  assert.equal(parseCaller('+12065550100').number.isJapanese, false);
});

test('what is not asked of a constructor', () => {
  assert.throws(() => new denwaban.Hours(), TypeError);
  assert.throws(() => denwaban.Hours.prototype.isOpen.call({}, 0), TypeError);
  assert.throws(() => contactFlow({}, {}, 0), TypeError);
});

test('ESM and CommonJS are one module', () => {
  const required = createRequire(import.meta.url)('denwaban');
  assert.deepEqual(Object.keys(required).sort(), Object.keys(denwaban).sort());
  for (const name of Object.keys(required)) assert.equal(denwaban[name], required[name]);
});

test('worker threads ask at the same time, each with its own', async () => {
  const body = `
    const { parentPort, workerData } = require('node:worker_threads');
    const { Restaurant } = require('denwaban');
    let open = 0;
    for (let round = 0; round < 5; round++) {
      const { hours } = Restaurant.fromJson(workerData.izakaya);
      for (let i = 0; i < 20_000; i++) open += hours.isOpen(workerData.from + i * 600_000) ? 1 : 0;
      open += hours.status(workerData.from).reason.length;
    }
    let refused = null;
    try { Restaurant.fromJson({}); } catch (error) { refused = [error.name, error.code]; }
    parentPort.postMessage({ open, refused });`;
  const ask = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(body, { eval: true, workerData: { izakaya, from: eve.getTime() } });
      worker.once('message', resolve).once('error', reject);
    });
  const [first, ...others] = await Promise.all(Array.from({ length: 4 }, ask));
  assert.ok(first.open > 0);
  assert.deepEqual(first.refused, ['DenwabanError', 'missing_key']);
  for (const other of others) assert.deepEqual(other, first);
});
