import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DenwabanError, HolidayCalendar, Restaurant, Rules } from 'denwaban';

const open = '月～木 17:00～23:00（料理L.O.22:00）金・土・祝前日 17:00～翌5:00';
const listing = () => Rules.fromJapanese(open, '日曜（祝日の場合は翌日）');

const vectors = new URL('../data/rules_vectors/', import.meta.url);
for (const file of readdirSync(vectors)) {
  test(`reads as the other languages do: ${file}`, () => {
    const { format, text, rules, findings } = JSON.parse(readFileSync(new URL(file, vectors), 'utf8'));
    const readers = {
      japanese: ({ open, close }) => Rules.fromJapanese(open, close),
      json: Rules.fromJson,
      osm: Rules.fromOsm,
      amazon_connect: Rules.fromAmazonConnect,
      schema_org: Rules.fromSchemaOrg,
      google: Rules.fromGoogle,
    };
    const read = readers[format](text);
    assert.deepEqual(read.toJSON(), rules);
    assert.deepEqual(
      read.findings.map(({ kind, weight, where, part }) => ({ kind, weight, where, part })),
      findings,
    );
  });
}

test('a listing becomes hours', () => {
  const rules = listing();
  assert.equal(rules.isComplete, true);
  assert.equal(rules.zone, null);
  const status = rules.hours().status(new Date('2026-09-20T18:00:00+09:00'));
  assert.equal(status.state, 'closed');
  assert.equal(rules.hours().isOpen(Date.parse('2026-09-19T04:00:00+09:00')), true);
});

test('findings say what was found, where, and how much it matters', () => {
  const { findings, isComplete } = Rules.fromJapanese('17:00～23:00（L.O.23:30）', '月曜');
  assert.equal(isComplete, false);
  assert.equal(findings.length, 1);
  const [{ kind, weight, where, words, part, dates }] = findings;
  assert.deepEqual(
    { kind, weight, where, words, part, dates },
    { kind: 'contradiction', weight: 'doubt', where: '16-25', words: 'L.O.23:30', part: 'open', dates: [] },
  );
  assert.throws(() => findings.push(1), TypeError);
  assert.throws(() => (findings[0].kind = 'remark'), TypeError);
});

test('rules go to every format and come back', () => {
  const rules = Rules.fromJapanese('月～土 11:00～14:00、17:00～22:00', '日曜');
  const span = ['2026-11-01', '2026-12-31'];
  const back = [
    Rules.fromJson(rules.toJson()),
    Rules.fromJson(rules.toJSON()),
    Rules.fromJapanese(rules.toJapanese().open, rules.toJapanese().close),
    Rules.fromOsm(rules.toOsm().text),
    Rules.fromAmazonConnect(rules.toAmazonConnect(...span).text),
    Rules.fromSchemaOrg(JSON.parse(rules.toSchemaOrg(...span).text)),
    Rules.fromGoogle(`${rules.toGoogle(...span)}`),
  ];
  const times = Float64Array.from({ length: 2000 }, (_, i) => Date.parse('2026-11-01T00:00+09:00') + i * 2_500_000);
  const expected = rules.hours().isOpenMany(times);
  assert.equal(expected.includes(1), true);
  for (const read of back) assert.deepEqual(read.hours({ zone: 'Asia/Tokyo' }).isOpenMany(times), expected);
});

test('what a format cannot say is found', () => {
  const { findings } = listing().toOsm();
  assert.deepEqual(
    findings.map(({ kind, weight, where }) => [kind, weight, where]),
    [
      ['not_expressible', 'loss', '/rules/0/services'],
      ['not_expressible', 'loss', '/closings/0/on_holiday'],
    ],
  );
});

test('Amazon Connect says its zone, and writing takes another zone and calendar', () => {
  const written = listing().toAmazonConnect('2026-11-01', '2026-11-30', {
    zone: 'America/New_York',
    calendar: HolidayCalendar.japan().with('2026-11-12', '店の祝日'),
  });
  assert.equal(Rules.fromAmazonConnect(written.text).zone, 'America/New_York');
});

test('hours are said and drawn', () => {
  assert.equal(
    listing().say(),
    '営業時間は、月曜から木曜は17時から23時まで、金曜、土曜、祝前日は17時から翌朝5時までです。' +
      '定休日は日曜日です。祝日の場合は翌日にお休みをいただきます。',
  );
  assert.match(listing().ssml(), /^<speak>.*<\/speak>$/);
  assert.match(listing().renderSvg('2026-11'), /^<svg .*勤労感謝の日/);
});

test('hours give back their rules', () => {
  const restaurant = Restaurant.fromJson({ id: 'r', name: '店', hours: listing().toJSON() });
  assert.deepEqual(restaurant.hours.rules.toJSON(), listing().toJSON());
  assert.equal(restaurant.hours.rules.zone, 'Asia/Tokyo');
});

test('slips in names are told where they stand', () => {
  const refusal = (code, where) => (error) =>
    error instanceof DenwabanError && error.code === code && error.where === where;
  const lunch = { when: 'every_day', services: [{ name: 'ランチ', opens: '10:00', closes: '14:00' }] };
  const closings = [{ when: { weekdays: ['mon'] }, services: ['昼'] }];
  assert.throws(
    () => Rules.fromJson({ rules: [lunch], closings }),
    refusal('unknown_reference', '/closings/0/services/0'),
  );
  const newYear = Rules.fromJson({ rules: [lunch, { when: { holiday: '元旦' }, closed: true }] });
  assert.throws(() => newYear.hours(), refusal('unknown_reference', '/rules/1/when/holiday'));
  assert.throws(() => listing().hours({ zone: 'x' }), refusal('unknown_zone', '/zone'));
  assert.throws(
    () => Rules.fromAmazonConnect({ HoursOfOperation: { Name: 'n', TimeZone: 'Tokyo', Config: [] } }),
    refusal('unknown_zone', '/HoursOfOperation/TimeZone'),
  );
});

test('what JSON cannot hold is a DenwabanError', () => {
  const circle = {};
  circle.itself = circle;
  let deep = [];
  for (let depth = 0; depth < 20_000; ++depth) deep = [deep];
  for (const read of [Rules.fromJson, Rules.fromGoogle, Rules.fromSchemaOrg, Rules.fromAmazonConnect]) {
    assert.throws(() => read(circle), { name: 'DenwabanError', code: 'wrong_type' });
    assert.throws(() => read({ rules: 5n }), { name: 'DenwabanError', code: 'wrong_type' });
    assert.throws(() => read(deep), { name: 'DenwabanError', code: 'too_deep' });
  }
});

test('what is no document of its kind is refused with its errors', () => {
  const refused = (read, code) =>
    assert.throws(read, (error) => error instanceof DenwabanError && error.code === code, code);
  refused(() => Rules.fromJson('{"rules": ['), 'malformed_json');
  refused(() => Rules.fromGoogle('[1'), 'malformed_json');
  refused(() => Rules.fromAmazonConnect({ HoursOfOperation: { Config: 1 } }), 'wrong_type');
  refused(() => Rules.fromJapanese(5), 'wrong_type');
  refused(() => listing().hours({ zone: 'Asia/Nowhere' }), 'unknown_zone');
  refused(() => listing().renderSvg('November'), 'invalid_value');
  refused(() => listing().toGoogle('2026-11-31', '2026-12-01'), 'invalid_value');
  assert.throws(() => new Rules(), TypeError);
});
