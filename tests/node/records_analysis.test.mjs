import assert from 'node:assert/strict';
import test from 'node:test';
import {
  CallFacts,
  DenwabanError,
  Directory,
  Reconciler,
  bigQueryFiguresSql,
  bigQueryMergeSql,
  bigQueryReconcileSql,
  bigQueryResultsSql,
  bigQuerySchema,
  bigQueryStitchSql,
  bigQueryTableSql,
  callForecast,
  forecastError,
  queueForecast,
  reconcile,
  staffingFor,
} from 'denwaban';

test('what has to be told is missed as all else is refused', async () => {
  const facts = new CallFacts();
  for (const ask of [
    () => facts.serviceFigures(),
    () => facts.results(),
    () => facts.report('2026-11', null),
    () => reconcile(),
    () => callForecast([]),
    () => forecastError([], 5),
  ]) {
    assert.throws(ask, (error) => error instanceof DenwabanError && error.code === 'wrong_type');
  }
  for (const source of [5, undefined, null]) {
    await assert.rejects(facts.addFile(source), (error) => error instanceof DenwabanError && error.where === '/source');
  }
});

const minutes = 60_000;
const at = (clock) => new Date(`2026-11-22T${clock}:00+09:00`);
const calls = [
  { call: 'c1', began: at('17:00'), ended: at('17:04'), customer: '090-1234-5678', restaurant: 'r1' },
  { call: 'c2', began: at('17:01'), ended: at('17:03'), contacts: ['c2', 'c2b'], booking: 'b2' },
  { call: 'c3', began: at('18:00'), ended: at('18:02'), customer: '+81312345678' },
];
const bookings = [
  { booking: 'b1', made: at('17:05'), restaurant: 'r1', phone: '+819012345678' },
  { booking: 'b2', made: at('17:02'), restaurant: 'r1' },
  { booking: 'b3', made: at('17:03'), restaurant: 'r2', contact: 'c2b' },
  { booking: 'b4', made: at('17:06'), restaurant: 'r1', phone: '09012345678' },
];
const rows = [
  { call: 'c2', booking: 'b2', why: 'by_booking', gap: 0 },
  { call: 'c2', booking: 'b3', why: 'by_contact', gap: 0 },
  { call: 'c1', booking: 'b1', why: 'by_number', gap: minutes },
  { call: null, booking: 'b4', why: 'nearer_to_another', gap: 0 },
  { call: 'c3', booking: null, why: 'none_near', gap: 0 },
];

test('bookings find their calls, and say why', () => {
  assert.deepEqual(reconcile({ calls, bookings }), rows);
  const strict = reconcile({ calls, bookings, window: { afterCall: 30_000 } });
  assert.deepEqual(
    strict.filter(({ booking }) => booking === 'b1'),
    [{ call: null, booking: 'b1', why: 'none_near', gap: 0 }],
  );
});

test('a stream of calls and bookings is reconciled in bounded memory', () => {
  const reconciler = new Reconciler({ named: 60 * minutes, longestCall: 60 * minutes });
  for (const booking of bookings) assert.equal(reconciler.addBooking(booking), true);
  for (const call of calls.slice(0, 2)) reconciler.addCall(call);
  assert.equal(reconciler.size, 6);
  assert.deepEqual(reconciler.advance(at('17:30')), []);
  assert.deepEqual(reconciler.advance(at('23:00')), rows.slice(0, 4));
  assert.equal(reconciler.addCall(calls[0]), false);
  const late = { call: 'c9', began: at('22:00'), ended: at('22:10') };
  assert.equal(reconciler.addCall(late), true);
  assert.deepEqual(reconciler.finish(), [{ call: 'c9', booking: null, why: 'no_number', gap: 0 }]);
  assert.equal(reconciler.size, 0);
});

test('what is no call and no booking is told at its place', () => {
  const code = (question) => {
    try {
      reconcile(question);
    } catch (error) {
      assert.ok(error instanceof DenwabanError);
      return error.errors.map(({ code, where }) => `${code} ${where}`);
    }
    return [];
  };
  assert.deepEqual(code({ calls: [{ call: 'c' }], bookings: [] }), ['missing_key /calls/0', 'missing_key /calls/0']);
  assert.deepEqual(code({ calls: [], bookings: [{ ...bookings[0], phone: '12' }] }), [
    'not_a_phone_number /bookings/0/phone',
  ]);
  assert.throws(() => new Reconciler({ afterCal: 1 }), DenwabanError);
});

const record = (id, began, line = '+81312345678') => ({
  ContactId: id,
  Channel: 'VOICE',
  InitiationMethod: 'INBOUND',
  InitiationTimestamp: began,
  DisconnectTimestamp: began.replace(':00Z', ':59Z'),
  LastUpdateTimestamp: began,
  CustomerEndpoint: { Address: '+819012345678', Type: 'TELEPHONE_NUMBER' },
  SystemEndpoint: { Address: line, Type: 'TELEPHONE_NUMBER' },
});

test('calls become traces, and counts by quarter hour', () => {
  const facts = new CallFacts();
  facts.add(record('c1', '2026-11-22T14:59:00Z'));
  facts.add(record('c2', '2026-11-22T15:00:00Z'));
  const evening = { when: { weekdays: ['sun'] }, services: [{ name: 'ディナー', opens: '17:00', closes: '26:00' }] };
  const lines = [{ number: '03-1234-5678', label: '代表' }];
  const restaurant = { id: 'r1', name: 'とりべえ', zone: 'Asia/Tokyo', lines, hours: { rules: [evening] } };
  const directory = Directory.fromJson([restaurant]);
  const [first] = facts.traces(directory);
  assert.equal(first.restaurant, 'r1');
  assert.equal(first.customer, '+819012345678');
  assert.deepEqual(first.ended, new Date('2026-11-22T14:59:59Z'));
  assert.equal(facts.traces()[0].restaurant, null);
  assert.equal(reconcile({ calls: facts.traces(directory), bookings: [] }).length, 2);
  const days = facts.callsByQuarterHour();
  assert.deepEqual(
    days.map(({ date, quarters }) => [date, quarters.indexOf(1)]),
    [
      ['2026-11-22', 95],
      ['2026-11-23', 0],
    ],
  );
  assert.equal(facts.callsByQuarterHour({ zone: 'UTC' }).length, 1);
  assert.throws(() => facts.callsByQuarterHour({ zone: 'Asia/Edo' }), { code: 'unknown_zone' });
});

test('calls are counted by what is asked', () => {
  const facts = new CallFacts();
  facts.add(record('c1', '2026-11-22T14:59:00Z'));
  facts.add({ ...record('c2', '2026-11-22T15:00:00Z'), Attributes: { disposition: 'booking' } });
  const by = (group, options) => {
    const figures = facts.serviceFiguresBy(group, { threshold: 20_000, ...options });
    return Object.entries(figures).map(([name, { offered }]) => [name, offered]);
  };
  assert.deepEqual(by('weekday'), [
    ['mon', 1],
    ['sun', 1],
  ]);
  assert.deepEqual(by('weekday', { zone: 'UTC' }), [['sun', 2]]);
  assert.deepEqual(by('disposition'), [
    ['', 1],
    ['booking', 1],
  ]);
  assert.equal(facts.serviceFiguresBy('line', { threshold: 0 })['+81312345678'].serviceLevel.answeredOfAll, null);
  assert.throws(() => by('weather'), { code: 'invalid_value' });
  facts.add({ ...record('c3', '2026-11-22T15:00:00Z'), Channel: 'CHAT', Attributes: { disposition: 'access' } });
  assert.equal(by('disposition').length, 2);
  assert.deepEqual(by('disposition', { channel: 'chat' }), [['access', 1]]);
  assert.equal(facts.serviceFigures({ threshold: 0, channel: 'chat' }).offered, 1);
  assert.equal(facts.callsByQuarterHour({ channel: 'chat' }).length, 1);
  const terms = { bookings: [], from: new Date(0), until: new Date('2026-12-01') };
  assert.equal(facts.results({ ...terms, channel: 'chat' }).calls, 1);
  assert.deepEqual(Object.keys(facts.resultsBy('channel', { ...terms, channel: 'chat' })), ['chat']);
  assert.match(facts.report('2026-11', { ...terms, threshold: 0, channel: 'chat' }), /11月のチャット/);
  assert.throws(() => by('line', { channel: 'pigeon' }), { code: 'invalid_value' });
  assert.throws(() => facts.results({ ...terms, channel: 'pigeon' }), DenwabanError);
  assert.throws(() => facts.serviceFiguresBy('line', {}), DenwabanError);
});

test('calls go on where they were kept', () => {
  const facts = new CallFacts();
  facts.add(record('c1', '2026-11-22T14:59:00Z'));
  facts.add({ ...record('c2', '2026-11-22T15:00:00Z'), PreviousContactId: 'c1', InitialContactId: 'c1' });
  const kept = CallFacts.fromJson(JSON.stringify(facts));
  assert.deepEqual(kept.all(), facts.all());
  assert.equal(kept.add(record('c1', '2026-11-22T14:59:00Z')).added, 'as_known');
  assert.equal(CallFacts.fromJson([{ ...facts.toJSON()[0], of_a_newer_version: 1 }]).size, 1);
  assert.throws(() => CallFacts.fromJson('[{}]'), { code: 'missing_key' });
});

test('calls are rows of BigQuery', () => {
  const facts = new CallFacts();
  facts.add({ ...record('c1', '2026-11-22T14:59:00Z'), Attributes: { someKey: 'v' } });
  const { insertId, json } = facts.bigQueryRow('c1');
  assert.match(insertId, /^c1@\d+$/);
  // What two records of one second say tells them apart.
  const other = new CallFacts();
  other.add({ ...record('c1', '2026-11-22T14:59:00Z'), Attributes: { someKey: 'w' } });
  assert.notEqual(other.bigQueryRow('c1').insertId, insertId);
  assert.deepEqual(json.attributes, [{ key: 'someKey', value: 'v' }]);
  assert.equal(json.began, '2026-11-22T14:59:00.000Z');
  assert.equal(json.customer, '+819012345678');
  const columns = bigQuerySchema().map(({ name }) => name);
  assert.ok(Object.keys(json).every((name) => columns.includes(name)));
  assert.equal(facts.bigQueryRow('nobody'), null);
  const legs = facts.bigQueryLegs('c1');
  const members = bigQuerySchema('legs').map(({ name }) => name);
  assert.deepEqual([legs.length, facts.bigQueryLegs('nobody').length], [facts.find('c1').contacts.length, 0]);
  for (const { insertId, json } of legs) {
    assert.equal(insertId, `${json.id}@${json.moment}.0`);
    for (const name of Object.keys(json)) assert.ok(members.includes(name), name);
  }
  assert.match(
    bigQueryStitchSql('calls.legs', 'calls.staging'),
    /FROM `calls\.legs`[^]*INSERT INTO `calls\.staging` \(`id`/,
  );
  assert.throws(() => bigQueryStitchSql('calls.legs', 'a`b'), { code: 'invalid_value' });
  for (const name of columns) assert.ok(bigQueryTableSql('calls.facts').includes(`\`${name}\``));
  assert.match(bigQueryMergeSql('calls.facts', 'calls.staging'), /USING \(\s+WITH came_in AS[\s\S]*`calls\.staging`/);
  assert.match(bigQueryFiguresSql('p.calls.facts', 'day_kind', { threshold: 20_000 }), /FROM `p\.calls\.facts`/);
  assert.throws(() => bigQueryFiguresSql('facts', 'line', { threshold: 0, zone: "'" }), { code: 'unknown_zone' });
  assert.throws(() => bigQueryTableSql('a`b'), { code: 'invalid_value' });
});

test('a queue needs as many agents as tables say', () => {
  const load = { calls: 100, interval: 30 * minutes, handleTime: 180_000 };
  const { agents, rostered, queue } = staffingFor(load, { shrinkage: 0.3 });
  assert.deepEqual([agents, rostered], [14, 20]);
  assert.equal(queue.serviceLevel.toFixed(3), '0.888');
  assert.equal(queue.wait.toFixed(1), '7.8');
  assert.deepEqual(queueForecast(load, { agents: 14, threshold: 20_000 }), queue);
  assert.equal(queueForecast(load, { agents: 9, threshold: 20_000 }).wait, null);
  assert.ok(queueForecast({ ...load, patience: 60_000 }, { agents: 9, threshold: 20_000 }).abandoned > 0.1);
  assert.throws(() => staffingFor({ ...load, calls: NaN }), { code: 'wrong_type' });
  assert.throws(() => staffingFor(load, { serviceLevel: 1 }), { code: 'out_of_range', where: '/goal/service_level' });
});

test('calls are forecast by quarter hour', () => {
  const history = Array.from({ length: 70 }, (_, day) => {
    const date = new Date(Date.UTC(2026, 7, 3 + day));
    const calls = date.getUTCDay() === 6 ? 20 : 10;
    return {
      date: date.toISOString().slice(0, 10),
      quarters: Array.from({ length: 96 }, (_, at) => (at === 72 ? calls : 0)),
    };
  });
  const forecast = callForecast(history, { dates: ['2026-10-17', '2026-10-20'], holidays: ['2026-10-20'] });
  const [saturday, own] = forecast.days;
  assert.equal(saturday.quarters[72].toFixed(3), '20.000');
  assert.equal(saturday.date, '2026-10-17');
  assert.equal(own.quarters[72].toFixed(1), '10.0');
  assert.equal(forecast.weekdays.length, 7);
  const error = forecastError(history, { weeks: 3 });
  assert.equal(error.days, 21);
  assert.ok(error.byDay < 0.01);
  assert.throws(() => callForecast(history.slice(0, 5), { dates: [] }), { code: 'out_of_range', where: '/history' });
  assert.throws(() => callForecast([...history, history[3]], { dates: [] }), { where: '/history/70/date' });
  assert.throws(() => callForecast(history, { dates: ['2026-10-17', '2199-01-01'] }), { where: '/dates/1' });
});

const recordOf = (id, clock, more) => ({
  ContactId: id,
  Channel: 'VOICE',
  InitiationMethod: 'INBOUND',
  InitiationTimestamp: at(clock).toISOString(),
  DisconnectTimestamp: new Date(at(clock).getTime() + minutes).toISOString(),
  LastUpdateTimestamp: at(clock).toISOString(),
  CustomerEndpoint: { Address: '+819012345678', Type: 'TELEPHONE_NUMBER' },
  DisconnectReason: 'CUSTOMER_DISCONNECT',
  ...more,
});

test('what came of calls: bookings, covers, and who called again', () => {
  const facts = new CallFacts();
  facts.add(recordOf('lost', '17:00'));
  const agent = { ARN: 'arn', Username: 'sato', ConnectedToAgentTimestamp: at('18:00').toISOString() };
  facts.add(recordOf('answered', '18:00', { Agent: agent, Attributes: { disposition: 'booking' } }));
  const booking = { booking: 'b1', made: at('18:01'), restaurant: 'r1', phone: '090-1234-5678', covers: 4 };
  const terms = { bookings: [booking], from: new Date('2026-11-20'), until: new Date('2026-11-25') };
  const {
    calls: count,
    bookings: made,
    covers,
    lost,
    calledAgain,
    bookedLater,
    firstContactResolution,
  } = facts.results(terms);
  assert.deepEqual([count, made, covers, lost, calledAgain, bookedLater], [2, 1, 4, 1, 1, 1]);
  assert.equal(firstContactResolution, null);
  assert.deepEqual(Object.keys(facts.resultsBy('agent', terms)), ['', 'sato']);
  assert.equal(facts.resultsBy('disposition', { ...terms, again: minutes }).booking.firstContactResolution, 1);
  assert.equal(facts.results({ ...terms, from: at('17:30') }).calls, 1);
  const backwards = { ...terms, from: terms.until, until: terms.from };
  assert.throws(() => facts.results(backwards), { code: 'out_of_range', where: '/terms/until' });
  assert.throws(() => facts.results({ ...terms, til: 1 }), { code: 'unknown_key', where: '/til' });
  assert.throws(() => facts.serviceFigures({ threshhold: 1 }), { code: 'unknown_key' });
  assert.throws(() => callForecast([], { dates: [], holiday: [] }), { code: 'unknown_key' });
  const report = facts.report('2026-11', { threshold: 20_000, ...terms });
  assert.match(report, /^<!doctype html>\n<html lang="ja">.*2026年11月の電話/u);
  assert.throws(() => facts.report('2026', { threshold: 20_000, ...terms }), { code: 'invalid_value' });
  assert.match(
    facts.renderDaySvg({ title: 'R&D' }),
    /^<svg [^]*<title>R&amp;D<\/title>[^]*<title>18時0分 応答 1<\/title>/u,
  );
  assert.match(facts.renderWeekSvg(), /^<svg [^]*<title>1\.0件<\/title>/u);
  assert.match(facts.renderFunnelSvg({ title: '11月', ...terms }), /予約になった[^]*>1（50%）</u);
  assert.doesNotMatch(facts.renderFunnelSvg(), /予約/u);
  assert.match(facts.renderDayText({ title: 'R&D' }), /^R&D\n[^]*\n18:00 +1 +0 █+\n/u);
  assert.match(facts.renderWeekText(), /\n日 (··){17}████/u);
  assert.match(facts.renderFunnelText({ title: '11月', ...terms }), /^11月\n[^]*\n予約になった +1 +50% +█+\n$/u);
  assert.doesNotMatch(facts.renderFunnelText(), /予約/u);
  assert.throws(() => facts.renderWeekSvg({ zone: 'Asia/Edo' }), { code: 'unknown_zone' });
  assert.throws(() => facts.renderFunnelSvg({ ...terms, til: 1 }), { code: 'unknown_key' });
  assert.throws(() => facts.results({ ...terms, bookings: [{ booking: 'b1' }] }), { code: 'missing_key' });
});

test('the same is asked of tables', () => {
  const tables = { calls: 'calls.facts', bookings: 'calls.bookings', reconciled: 'calls.reconciled' };
  const told = { from: new Date(0), until: new Date(1000), again: 5000 };
  assert.match(bigQueryReconcileSql(tables, { afterCall: 1 }), /INTERVAL 1 MILLISECOND/);
  assert.match(bigQueryResultsSql(tables, 'agent', told), /TIMESTAMP_MILLIS\(1000\)/);
  assert.match(bigQueryResultsSql(tables, null, told), /CAST\(NULL AS STRING\) AS name/);
  assert.match(bigQueryResultsSql(tables, null, { ...told, channel: 'chat' }), /calls\.channel = 'chat'/);
  assert.match(bigQueryTableSql('t', 'bookings'), /`covers` INT64/);
  assert.deepEqual(
    bigQuerySchema('reconciled').map(({ name }) => name),
    ['call', 'booking', 'why', 'gap'],
  );
  for (const wrong of [
    { ...tables, calls: 'a`' },
    { ...tables, reconciled: '' },
  ]) {
    assert.throws(() => bigQueryResultsSql(wrong, null, told), { code: 'invalid_value' });
  }
  assert.throws(() => bigQueryResultsSql(tables, 'moon', told), { code: 'invalid_value' });
  assert.throws(() => bigQueryTableSql('t', 'moon'), { code: 'invalid_value' });
});
