import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import {
  AgentTimeline,
  bigQueryAgentDaysSql,
  bigQuerySchema,
  bigQueryStates,
  ContactHistory,
  callEventOf,
  DenwabanError,
  lifecycle,
  readAgentEvent,
  readContactEvent,
  readStreamsSnapshot,
} from 'denwaban';

const folder = new URL('../data/agent_vectors/', import.meta.url);
const vectors = readdirSync(folder).map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))]);
const line = ({ about, contact, kind, state }) => [about, contact, kind, state].filter(Boolean).join(' ');
const iso = (date) => date && date.toISOString();
const times = ({ ringing, talking, held, afterContactWork }) => ({
  ringing,
  talking,
  held,
  after_contact_work: afterContactWork,
});

test('there are vectors', () => assert.ok(vectors.length >= 20));

for (const [name, vector] of vectors) {
  if (vector.source === 'contact_events') {
    test(`${name}: contact events in any order tell the same`, () => {
      const history = new ContactHistory();
      const [added, states] = [[], []];
      for (const event of vector.events) {
        added.push(history.add(event) ? 'yes' : 'duplicate');
        states.push(history.state);
      }
      assert.deepEqual([added, states], [vector.added, vector.states]);
      assert.equal(iso(history.first('connected_to_agent')), vector.connected_to_agent);
      assert.equal(iso(history.abandonedAt), vector.abandoned_at);
    });
    continue;
  }
  test(`${name}: ${vector.about}`, () => {
    const streams = vector.source === 'streams';
    const timeline = streams ? new AgentTimeline() : AgentTimeline.forAgentEventStream();
    const gone = [];
    const played = (streams ? vector.snapshots : vector.events).map((event) => {
      const { applied, notices } = timeline.apply(event);
      const destroyed = notices.filter(({ about, kind }) => about === 'contact' && kind === 'destroyed');
      gone.push(...destroyed.map((notice) => ({ id: notice.contact, ...times(notice.times) })));
      return [applied, notices.map(line)];
    });
    assert.deepEqual(
      played.map(([applied]) => applied),
      vector.applied,
    );
    assert.deepEqual(
      played.map(([, lines]) => lines),
      vector.notices,
    );
    assert.deepEqual(gone, vector.gone);
    const { byState, byStatus } = timeline.times(new Date(vector.until));
    assert.deepEqual([byState, byStatus], [vector.times, vector.statuses]);
    assert.equal(timeline.latest.state, vector.state);
    assert.equal(iso(timeline.latest.since), vector.since);
    assert.equal(timeline.missedInARow, vector.missed_in_a_row);
    assert.deepEqual(
      timeline.contacts.map(({ id, state, stateSince, times: spent }) => ({
        id,
        state,
        since: iso(stateSince),
        ...times(spent),
      })),
      vector.contacts,
    );
    assert.equal(AgentTimeline.fromJson(timeline.toJson()).toJson(), timeline.toJson());
  });
}

const [, day] = vectors.find(([name]) => name === 'event_stream_day.json');

test('what is read is read as JavaScript has it', () => {
  const record = readAgentEvent(day.events[4]);
  assert.equal(record.kind, 'state_change');
  assert.ok(record.snapshot.at instanceof Date);
  assert.equal(record.snapshot.contacts[0].shown, 'connected');
  assert.deepEqual(record.unknown, []);
  const snapshot = readStreamsSnapshot({
    snapshotTimestamp: 1.5,
    state: { name: 'Busy', type: 'system' },
    mood: 'good',
  });
  assert.equal(snapshot.at.getTime(), 1500);
  assert.deepEqual(snapshot.unknown, ['/mood']);
  assert.equal(
    readContactEvent({ time: '2026-11-23T09:00:00Z', detail: { eventType: 'COMPLETED', contactId: 'c' } }).contact,
    'c',
  );
});

test('what is wrong is told with its place', () => {
  assert.throws(
    () => readAgentEvent({ AgentARN: 'a', EventId: 'e', EventTimestamp: 'soon', EventType: 'LOGOUT' }),
    (error) => error instanceof DenwabanError && error.code === 'invalid_value' && error.where === '/EventTimestamp',
  );
  assert.throws(() => new AgentTimeline({ window: 'long' }), DenwabanError);
  assert.throws(() => new AgentTimeline().apply(undefined), DenwabanError);
  assert.throws(() => new AgentTimeline().exceeded({ missedInARow: 0 }, 0), DenwabanError);
});

test('any order of a stream gives the same', () => {
  const ordered = AgentTimeline.forAgentEventStream();
  const shuffled = AgentTimeline.forAgentEventStream();
  for (const event of day.events) ordered.apply(event);
  for (const event of [...day.events].reverse()) shuffled.apply(JSON.stringify(event));
  assert.equal(shuffled.apply(day.events[3]).applied, 'duplicate');
  assert.deepEqual(shuffled.toJSON(), ordered.toJSON());
});

test('limits are told, and when to ask again', () => {
  const timeline = new AgentTimeline();
  timeline.apply({
    snapshotTimestamp: 100,
    state: { name: 'AfterCallWork', type: 'system', startTimestamp: 100 },
    contacts: [{ contactId: 'c', type: 'voice', state: { type: 'ended', timestamp: 100 } }],
  });
  const limits = { afterContactWork: 30_000 };
  assert.deepEqual(timeline.afterContactWorkEnds(limits), new Date(130_000));
  assert.deepEqual(timeline.exceeded(limits, 131_000), [
    { limit: 'afterContactWork', since: new Date(100_000), by: 1000 },
  ]);
  assert.equal(timeline.afterContactWorkEnds({}), null);
});

test('after-contact work is limited by channel', () => {
  const timeline = new AgentTimeline();
  const ended = (contactId, type) => ({ contactId, type, state: { type: 'ended', timestamp: 100 } });
  timeline.apply({
    snapshotTimestamp: 100,
    state: { name: 'AfterCallWork', type: 'system', startTimestamp: 100 },
    contacts: [ended('c1', 'voice'), ended('c2', 'chat')],
  });
  const limits = { afterContactWork: 60_000, afterContactWorkByChannel: { chat: 30_000, task: null } };
  assert.deepEqual(timeline.afterContactWorkEnds(limits), new Date(130_000));
  assert.deepEqual(timeline.exceeded(limits, 131_000), [
    { limit: 'afterContactWork', since: new Date(100_000), by: 1000, contact: 'c2' },
  ]);
  const wrong = { afterContactWorkByChannel: { fax: 1 } };
  assert.throws(() => timeline.exceeded(wrong, 0), { where: '/afterContactWorkByChannel/fax' });
});

test('which line lost a call is known, whatever report tells it', () => {
  const history = new ContactHistory();
  const report = (eventType, more) => ({
    time: '2026-11-23T09:00:10Z',
    detail: { contactId: 'c', eventType, channel: 'VOICE', ...more },
  });
  history.add(report('QUEUED', {}));
  assert.equal(history.line, null);
  const endpoint = (address) => ({ type: 'TELEPHONE_NUMBER', address });
  history.add(
    report('DISCONNECTED', {
      customerEndpoint: endpoint('+819012345678'),
      systemEndpoint: endpoint('+81312345678'),
      tags: { some_key: 'v' },
      languageCode: 'ja-JP',
    }),
  );
  assert.equal(history.line, '+81312345678');
  assert.ok(history.abandonedAt);
  assert.equal(history.reports[1].customer, '+819012345678');
  assert.deepEqual(history.reports[1].tags, { some_key: 'v' });
  assert.deepEqual(
    history.reports.map(({ language }) => language),
    ['', 'ja-JP'],
  );
});

test('the lifecycles can be looked at', () => {
  const { rows, mermaid } = lifecycle('contact');
  assert.ok(rows.some(({ state, event, to }) => state === 'connected' && event === 'held' && to === 'held'));
  assert.ok(mermaid.startsWith('stateDiagram-v2'));
  assert.ok(lifecycle('call').rows.some(({ refused }) => refused));
  assert.throws(() => lifecycle('cat'), DenwabanError);
});

test('a status may be called anything', () => {
  const timeline = new AgentTimeline();
  const at = (seconds, name) => ({
    snapshotTimestamp: 1_790_000_000 + seconds,
    state: { name, type: 'not_routable', agentStateARN: `arn:${name}` },
    contacts: [],
  });
  timeline.apply(at(0, '__proto__'));
  timeline.apply(at(60, 'Pending'));
  timeline.apply(at(90, 'Pending'));
  const { byStatus } = timeline.times(new Date(1_790_000_090_000));
  assert.deepEqual(Object.entries(byStatus), [
    ['__proto__', 60_000],
    ['Pending', 30_000],
  ]);
});

test('a past moment is told as it was, as far back as the window holds', () => {
  const seen = (seconds, name, type) => ({
    snapshotTimestamp: 1_790_000_000 + seconds,
    state: { name, type, agentStateARN: `arn:${name}` },
    contacts: [],
  });
  const at = (seconds) => new Date((1_790_000_000 + seconds) * 1000);
  const timeline = new AgentTimeline({ window: 60_000 });
  timeline.apply(seen(0, 'Available', 'routable'));
  timeline.apply(seen(50, 'Lunch', 'not_routable'));
  assert.deepEqual(
    [-10, 30, 50].map((seconds) => timeline.state(at(seconds))),
    ['unknown', 'available', 'not_routable'],
  );
  assert.deepEqual(timeline.times(at(-10)).byState, {});
  assert.deepEqual(timeline.times(at(30)).byState, { available: 30_000 });
  timeline.apply(seen(200, 'Available', 'routable'));
  assert.throws(
    () => timeline.times(at(30)),
    ({ errors: [error] }) => error.code === 'out_of_range' && error.where === '/until',
  );
  assert.equal(timeline.state(at(30)), 'unknown');
});

test('bytes are read as what they say, and what is no event of an agent is refused with what to do', () => {
  const shown = { snapshotTimestamp: 1_790_000_000, state: { name: 'Available' }, contacts: [] };
  assert.equal(new AgentTimeline().apply(Buffer.from(JSON.stringify(shown))).applied, 'now');
  for (const [document, advice] of [
    [{ Records: [{ kinesis: { data: 'e30=' } }] }, /decoded from base64/],
    [{ AWSContactTraceRecordFormatVersion: '2017-03-10' }, /contact record/],
    [JSON.parse(JSON.stringify(Buffer.from('{}'))), /decode them as UTF-8/],
  ]) {
    assert.throws(() => new AgentTimeline().apply(document), { code: 'wrong_type', message: advice });
  }
});

test('a timeline is of one agent, a history of one contact', () => {
  const record = (agent, second) => ({
    AgentARN: agent,
    EventId: `${agent}-${second}`,
    EventType: 'HEART_BEAT',
    EventTimestamp: `2026-11-23T09:00:0${second}Z`,
    CurrentAgentSnapshot: { AgentStatus: { Name: 'Available', Type: 'ROUTABLE' }, Contacts: [] },
  });
  const timeline = AgentTimeline.forAgentEventStream();
  assert.equal(timeline.apply(record('arn:one', 1)).applied, 'now');
  assert.equal(timeline.apply(record('arn:two', 2)).applied, 'another_agent');
  const event = (contactId) => ({
    contactId,
    eventType: 'INITIATED',
    initiationTimestamp: '2026-11-23T09:00:00Z',
  });
  const history = new ContactHistory();
  assert.equal(history.add(event('c1')), true);
  assert.throws(() => history.add(event('c2')), { name: 'DenwabanError', code: 'invalid_value' });
});

test('a history is kept between two events', () => {
  const event = (id, eventType, seconds, more = {}) => ({
    id,
    time: new Date(1_790_000_000_000 + seconds * 1000).toISOString(),
    detail: { contactId: 'c1', channel: 'VOICE', initiationMethod: 'INBOUND', eventType, ...more },
  });
  const history = new ContactHistory();
  history.add(event('e1', 'QUEUED', 5, { queueInfo: { queueArn: 'arn:q' }, tags: { 店: '渋谷' } }));
  const kept = ContactHistory.fromJson(JSON.stringify(history));
  assert.equal(kept.toJson(), history.toJson());
  assert.equal(kept.add(event('e1', 'QUEUED', 5)), false);
  kept.add(event('e2', 'DISCONNECTED', 40, { disconnectReason: 'CUSTOMER_DISCONNECT' }));
  assert.deepEqual(kept.abandonedAt, new Date(1_790_000_040_000));
  assert.throws(() => ContactHistory.fromJson({}), { name: 'DenwabanError', code: 'missing_key' });
});

test("a supervisor's contact is no call of theirs", () => {
  const timeline = new AgentTimeline();
  const seen = (seconds, ...contacts) => ({
    snapshotTimestamp: 1_790_000_000 + seconds,
    state: { name: 'Available', type: 'routable' },
    contacts,
  });
  const contact = (type) => ({
    contactId: 'c1',
    type: 'voice',
    state: { type },
    connections: [{ type: 'monitoring', initial: true, state: { type: 'connected' } }],
  });
  const snapshots = [seen(1, contact('connected')), seen(9, contact('ended')), seen(10)];
  const notices = snapshots
    .flatMap((snapshot) => timeline.apply(snapshot).notices)
    .filter(({ about }) => about === 'contact');
  assert.deepEqual(
    notices.map(({ kind, overheard }) => [kind, overheard]),
    ['init', 'monitoring', 'ended', 'acw', 'destroyed'].map((kind) => [kind, true]),
  );
  assert.deepEqual(new Set(notices.map(callEventOf)), new Set([null]));
});

test("an agent's day: stretches, occupancy, adherence to a shift", () => {
  const timeline = new AgentTimeline({ window: 24 * 3_600_000 });
  const at = (minutes, name, type) => ({
    snapshotTimestamp: 1_790_000_000 + minutes * 60,
    state: { name, type, agentStateARN: `arn:${name}`, startTimestamp: 1_790_000_000 + minutes * 60 },
    contacts: [],
  });
  const time = (minutes) => new Date((1_790_000_000 + minutes * 60) * 1000);
  timeline.apply(at(0, 'Available', 'routable'));
  timeline.apply(at(30, '休憩', 'not_routable'));
  const shift = [
    { from: time(10), until: time(50) },
    { from: time(50), until: time(60), activity: 'non_productive' },
  ];
  const { stays, occupancy, adherence } = timeline.day(time(60), { shift });
  assert.deepEqual(stays, [
    { state: 'available', from: time(0), until: time(30) },
    { state: 'not_routable', from: time(30), until: time(60) },
  ]);
  assert.equal(occupancy, 0);
  const minute = 60_000;
  assert.deepEqual(adherence, { scheduled: 50 * minute, adherent: 30 * minute, unknown: 0, share: 0.6 });
  const later = timeline.day(time(55), { shift, since: time(20) });
  assert.deepEqual(later.stays[0], { state: 'available', from: time(20), until: time(30) });
  assert.deepEqual(later.adherence, { scheduled: 35 * minute, adherent: 15 * minute, unknown: 0, share: 15 / 35 });
  assert.throws(() => timeline.day(time(60), { shift: shift[0] }), { code: 'wrong_type', where: '/shift' });
  assert.throws(() => timeline.day(time(60), { shifts: shift }), { code: 'unknown_key', where: '/shifts' });
  const reversed = [{ from: time(10), until: time(0) }];
  assert.throws(() => timeline.day(time(60), { shift: reversed }), { code: 'out_of_range', where: '/0/until' });
  const twice = [
    { from: time(0), until: time(10) },
    { from: time(9), until: time(20) },
  ];
  assert.throws(() => timeline.day(time(60), { shift: twice }), { code: 'overlap', where: '/1/from' });
  assert.throws(() => new AgentTimeline({ windw: 1 }), { code: 'unknown_key', where: '/windw' });
  assert.throws(() => AgentTimeline.forAgentEventStream({ silence: 1 }), { code: 'unknown_key' });
  assert.ok(AgentTimeline.forAgentEventStream({ window: 86_400_000 }) instanceof AgentTimeline);
  assert.equal(new AgentTimeline().day(time(0)).occupancy, null);
  assert.throws(() => timeline.day(time(60), { shift: [{ from: time(0) }] }), { code: 'missing_key' });
});

test("agents' states are rows of BigQuery, and its query is of them and of shifts", () => {
  const timeline = new AgentTimeline();
  const at = (second) => new Date((1_790_000_000 + second) * 1000);
  const seen = (second, name, type) => {
    timeline.apply({
      snapshotTimestamp: 1_790_000_000 + second,
      state: { name, type, agentStateARN: 'a' },
      contacts: [],
    });
  };
  seen(0, '休憩', 'not_routable');
  seen(20, '研修', 'not_routable');
  seen(30, 'Available', 'routable');
  const rows = bigQueryStates(timeline, 'sato', at(60));
  assert.deepEqual(
    rows.map(({ json }) => [json.state, json.status, json.from, json.until]),
    [
      ['not_routable', '休憩', at(0).toISOString(), at(20).toISOString()],
      ['not_routable', '研修', at(20).toISOString(), at(30).toISOString()],
      ['available', null, at(30).toISOString(), at(60).toISOString()],
    ],
  );
  assert.equal(rows[2].insertId, `sato@${at(30).getTime()}.${at(60).getTime()}`);
  const columns = bigQuerySchema('states').map(({ name }) => name);
  for (const { json } of rows) assert.deepEqual(Object.keys(json), columns);
  assert.deepEqual(bigQueryStates(new AgentTimeline(), 'sato', at(0)), []);
  assert.throws(() => bigQueryStates({}, 'sato', at(0)), TypeError);
  const tables = { states: 'calls.states', shifts: 'calls.shifts' };
  const sql = bigQueryAgentDaysSql(tables, { until: at(60) });
  assert.match(
    sql,
    /FROM `calls\.states`[^]*TIMESTAMP_MILLIS\(1790000060000\)[^]*FROM `calls\.shifts`[^]*'Asia\/Tokyo'/u,
  );
  assert.throws(() => bigQueryAgentDaysSql(tables, { til: at(60) }), { code: 'unknown_key' });
  assert.throws(() => bigQueryAgentDaysSql({ ...tables, states: 'a`b' }, { until: at(60) }), { code: 'invalid_value' });
});
