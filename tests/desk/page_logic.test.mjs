// What the desk's page reckons by itself: the booking line, an evening's layout, drafts, events; and what is generated.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { root } from './page_desk.mjs';
import { loadOfPage } from './page_modules.mjs';

const app = `${root}examples/desk/page/src/app`;

const { readLine, isAskable, partyOf } = await loadOfPage('booking/line.ts');
const today = '2026-11-27';
const read = (text) => {
  const { infants, ...line } = readLine(text, { today });
  void infants;
  return line;
};
const nothing = read('');
const lines = [
  ['6 19:30 個室', { adults: 6, begin: 1170, needs: { kinds: ['private_room'] } }],
  ['６名１９時半個室', { adults: 6, begin: 1170, needs: { kinds: ['private_room'] } }],
  ['明日 4人 7時 山田様', { adults: 4, begin: 1140, date: '2026-11-28', name: '山田' }],
  ['明日の19時に4名', { adults: 4, begin: 1140, date: '2026-11-28' }],
  ['12/3 大人4子供2 18:00', { adults: 4, children: 2, begin: 1080, date: '2026-12-03' }],
  ['4+2 1930', { adults: 4, children: 2, begin: 1170 }],
  ['来週金曜 2名 25:00', { adults: 2, begin: 1500, date: '2026-12-04' }],
  ['土曜 8名', { adults: 8, date: '2026-11-28' }],
  [
    '2 20時 カウンター 禁煙 09012345678',
    { adults: 2, begin: 1200, needs: { kinds: ['counter'], smoking: 'forbidden' }, phone: '09012345678' },
  ],
  [
    'tomorrow 4pax 7:30pm private wheelchair',
    { adults: 4, begin: 1170, date: '2026-11-28', needs: { kinds: ['private_room'], access: 'wheelchair' } },
  ],
  ['fri 2 19:00', { adults: 2, begin: 1140, date: '2026-11-27' }],
  ['2/29 2 19:00', { adults: 2, begin: 1140, date: '2028-02-29' }],
  ['3日 2名 午前11時', { adults: 2, begin: 660, date: '2026-12-03' }],
  ['ほげ 2', { adults: 2, unread: ['ほげ'] }],
  ['2 99:99', { adults: 2, unread: ['99:99'], isDoubtful: true }],
  ['2026-02-31 2 19:00', { adults: 2, begin: 1140, unread: ['2026-02-31'], isDoubtful: true }],
  ['2 19:00 2026年2月31日', { adults: 2, begin: 1140, unread: ['2026年2月31日'], isDoubtful: true }],
  ['2026/12/3 2 19:00', { adults: 2, begin: 1140, date: '2026-12-03' }],
  ['再来週の金曜 2', { adults: 2, unread: ['再来週の金曜'], isDoubtful: true }],
  ['6 4名', { adults: 6, unread: ['4名'], isDoubtful: true }],
  ['2 19:00 20:00', { adults: 2, begin: 1140, unread: ['20:00'], isDoubtful: true }],
  ['Monica 2', { adults: 2, unread: ['Monica'] }],
  ['thursday 2', { adults: 2, date: '2026-12-03' }],
];
for (const [text, expected] of lines) {
  test(`the line 「${text}」`, () => assert.deepEqual(read(text), { ...nothing, ...expected }));
}
test('a line is asked once party and time are there', () => {
  const of = (text) => readLine(text, { today });
  assert.deepEqual(
    ['', '6', '19:00', '6 19:00'].map((text) => isAskable(of(text))),
    [false, false, false, true],
  );
  assert.deepEqual(partyOf(of('4+1 19:00 幼児1')), { adults: 4, children: 1, infants: 1 });
});
test('no line whatever is read for ever, and each is read twice alike', () => {
  const letters = '0123456789:/-+ 　時半分人名様明日来週月火水木金土大子供個室禁煙ab@';
  for (let seed = 1; seed < 3000; seed++) {
    const text = Array.from({ length: seed % 23 }, (_, at) => letters[(seed * (at + 7) * 31) % letters.length]).join(
      '',
    );
    assert.deepEqual(read(text), read(text), text);
  }
});

const { layoutOf, moved, floorAt } = await loadOfPage('day/layout.ts');
const booking = (id, begin, end, tables, more = {}) => ({
  id,
  begin,
  end,
  tables,
  party: 2,
  commitment: 'confirmed',
  presence: 'expected',
  details: {},
  ...more,
});
const book = {
  restaurant: 'r01',
  date: today,
  floor_plan: {
    tables: [
      { id: 'A', most: 2 },
      { id: 'B', most: 4 },
    ],
  },
  periods: [{ opens: '17:00', closes: '23:00' }],
  reservations: [
    booking('b1', '18:00', '20:00', ['A']),
    booking('b2', '19:00', '21:00', ['A', 'B'], { commitment: 'cancelled' }),
    booking('b3', '20:00', '22:00', ['A', 'B']),
    booking('b4', '18:00', '20:00', []),
  ],
  blocks: [{ table: 'B', begin: '17:00', end: '18:30' }],
};
test('an evening is laid out by table and time; who is cancelled is not there, who has no table has a row', () => {
  const { rows, first, last } = layoutOf(book);
  assert.deepEqual([first, last], [1020, 1380]);
  assert.deepEqual(
    rows.map(({ table, bars }) => [table?.id ?? null, bars.map((bar) => bar.booking.id)]),
    [
      ['A', ['b1', 'b3']],
      ['B', ['b3']],
      [null, ['b4']],
    ],
  );
  assert.deepEqual(rows[0].bars[0].left, 60 / 360);
  assert.deepEqual(
    rows[0].bars.map(({ isFirst }) => isFirst),
    [true, true],
  );
  assert.deepEqual(
    rows[1].bars.map(({ isFirst }) => isFirst),
    [false],
  );
});
test('a party is moved by the grid and by rows, and stays within the evening', () => {
  const layout = layoutOf(book);
  assert.deepEqual(moved(layout, { begin: 1080, table: 'A' }, 2, 1), { begin: 1110, table: 'B' });
  assert.deepEqual(moved(layout, { begin: 1080, table: 'A' }, -99, -5), { begin: 1020, table: 'A' });
  assert.deepEqual(moved(layout, { begin: 1080, table: 'B' }, 0, 9), { begin: 1080, table: 'B' });
});
test('a floor plan at a time says who sits, who comes soon, and what is out of use', () => {
  const states = (minute) => floorAt(book, minute).map(({ state }) => state);
  assert.deepEqual(states(1025), ['soon', 'blocked']);
  assert.deepEqual(states(1110), ['taken', 'free']);
  assert.deepEqual(states(1199), ['taken', 'soon']);
  assert.deepEqual(states(1200), ['taken', 'taken']);
});

const { dispositionOf, draftOf, missing } = await loadOfPage('wrapup/draft.ts');
const catalogue = JSON.parse(await readFile(`${root}src/documents/calls/default_catalogue.json`, 'utf8'));
const entryOf = (code) => catalogue.entries.find((entry) => entry.code === code);
test('a draft becomes a disposition by its fields types, and comes back', () => {
  const draft = {
    code: 'lost_property',
    fields: { item: '黒い傘', visited_at: '2026-11-26T19:00', phone: '090-1234-5678' },
    note: '青い柄',
  };
  const entry = entryOf('lost_property');
  const disposition = dispositionOf(entry, draft);
  assert.deepEqual(disposition.fields, {
    item: { text: '黒い傘' },
    visited_at: { date_time: '2026-11-26T19:00:00+09:00' },
    phone: { phone: '090-1234-5678' },
  });
  assert.deepEqual(draftOf(disposition), draft);
  assert.deepEqual(missing(entry, { ...draft, fields: { item: ' ' } }), ['item', 'visited_at', 'phone']);
});
const { found, recordable } = await loadOfPage('wrapup/catalogue.ts');
test('a disposition is found by label in either language, by group and by code; groups are none', () => {
  const codes = (typed) => found(catalogue, typed).map(({ code }) => code);
  assert.deepEqual(codes('忘れ物'), ['lost_property']);
  assert.deepEqual(codes('lost prop'), ['lost_property']);
  assert.ok(codes('予約').includes('booking.cancel') && !codes('予約').includes('booking'));
  assert.ok(recordable(catalogue).every(({ code }) => code !== 'menu'));
});
const { noteOf, mustBeTold } = await loadOfPage('wrapup/note.ts');
test('the note to the restaurant says what was typed, in the words of the catalogue', () => {
  const entry = entryOf('menu.allergy');
  const draft = { code: entry.code, fields: { allergens: ['egg', 'crab'], detail: '少しでも' }, note: '' };
  const parts = { restaurant: '店', agent: '鈴木', time: '19:05', number: '', booking: '山田 4', notes: '' };
  assert.equal(
    noteOf(parts, [{ entry, draft }]),
    '店 様\n19:05 お電話: 非通知\n■アレルギー\n　食材: 卵、かに\n　詳しい内容: 少しでも\n予約: 山田 4\n担当 鈴木',
  );
  assert.equal(mustBeTold([entry]), true);
  assert.equal(mustBeTold([entryOf('visit.parking')]), false);
});
const { dueAt } = await loadOfPage('wrapup/timer.ts');
test('wrap-up is due a minute after the end, and later with each extension; never of what is recorded or was not answered', () => {
  const ended = { id: 'e', event: 'ended', at: '2026-11-27T09:00:00Z' };
  const answered = { id: 'a', event: 'answered', at: '2026-11-27T08:58:00Z' };
  const at = Date.parse(ended.at);
  const policy = { demand: 'required', timer: { limit: 60, extension: 30, extensions: 2 }, default_outcome: 'other' };
  assert.equal(dueAt({ occurrences: [answered, ended] }, policy), at + 60_000);
  assert.equal(dueAt({ occurrences: [ended, answered], extensions: 2 }, policy), at + 120_000);
  assert.equal(dueAt({ occurrences: [ended] }, policy), null);
  assert.equal(dueAt({ occurrences: [answered, ended], record: {} }, policy), null);
  assert.equal(dueAt({ occurrences: [answered, ended] }, { ...policy, timer: undefined }), null);
});
const { eventOf } = await loadOfPage('connect/occurrences.ts');
test('what a call becomes says what happened to it, once', () => {
  const events = [
    [null, 'connecting', false, null],
    ['connecting', 'connected', false, 'answered'],
    ['connected', 'held', true, 'held'],
    ['held', 'connected', true, 'resumed'],
    ['connected', 'conferenced', true, null],
    ['conferenced', 'after_contact_work', true, 'ended'],
    ['connecting', 'missed', false, 'missed'],
    [null, 'connected', true, 'resumed'],
  ];
  for (const [before, after, wasAnswered, event] of events) assert.equal(eventOf(before, after, wasAnswered), event);
});
const { eventReader } = await loadOfPage('api/event_stream.ts');
test('server-sent events are read in any pieces', () => {
  const text = 'retry: 1000\n\n: beat\n\nevent: changed\nid: 7\ndata: {"a":\ndata: 1}\n\nevent: open\ndata: {}\n\n';
  for (let size = 1; size <= text.length; size++) {
    const reader = eventReader();
    const told = [];
    for (let at = 0; at < text.length; at += size) told.push(...reader(text.slice(at, at + size)));
    assert.deepEqual(told, [
      { event: 'changed', id: '7', data: '{"a":\n1}' },
      { event: 'open', id: '', data: '{}' },
    ]);
  }
});
const { shown } = await loadOfPage('shared/names.ts');
test('a name turns and breaks nothing around it', () => {
  assert.equal(shown('山田 太郎'), '山田 太郎');
  assert.equal(shown('𠮷野 髙﨑'), '𠮷野 髙﨑');
  assert.equal(shown('\u202Eevil\u2066'), '\uFFFDevil\uFFFD');
  assert.equal(shown('a\nb\u0000'), 'a\uFFFDb\uFFFD');
  assert.equal(shown('محمد'), '\u2068محمد\u2069');
});
const { splitParty } = await loadOfPage('booking/split.ts');
test('a party that is split adds up, and no table has more than it seats', () => {
  const tables = [
    { id: 'A', most: 4 },
    { id: 'B', most: 6 },
  ];
  for (let adults = 2; adults <= 10; adults++) {
    for (let children = 0; adults + children <= 10; children++) {
      const parts = splitParty({ adults, children }, [['A'], ['B']], tables);
      const sum = (key) => parts.reduce((all, { party }) => all + (party[key] ?? 0), 0);
      assert.deepEqual([sum('adults'), sum('children')], [adults, children]);
      assert.ok((parts[0].party.adults ?? 0) + (parts[0].party.children ?? 0) <= 4);
    }
  }
});
const { agentsNeeded } = await loadOfPage('supervisor/ahead.ts');
test('the eve of a holiday wants more agents than the same calls on another day', () => {
  assert.equal(agentsNeeded([0, 0], { eveOf: null }), 1);
  assert.ok(agentsNeeded([10], { eveOf: '元日' }) > agentsNeeded([10], { eveOf: null }));
});

test('types are those that the schemas give', async () => {
  const all = () => Promise.all(['errands', 'served'].map((name) => readFile(`${app}/generated/${name}.d.ts`, 'utf8')));
  const before = await all();
  const made = spawnSync(process.execPath, [`${root}examples/desk/page/tools/types.mjs`], { encoding: 'utf8' });
  assert.equal(made.status, 0, made.stderr);
  assert.deepEqual(await all(), before);
});
