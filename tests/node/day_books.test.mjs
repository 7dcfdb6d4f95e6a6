import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import {
  Customers,
  DayBook,
  DenwabanError,
  Rules,
  googleBatchAvailabilityLookup,
  googleBookingDate,
  lifecycle,
  readSchemaOrgReservation,
} from 'denwaban';

const folder = new URL('../data/reservation_vectors/', import.meta.url);
const vectors = readdirSync(folder).map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))]);

/** What a step makes of a book: the next book if there is one, and the answer as the vectors have it. */
const runCustomers = (customers, book, step) => {
  if (step.find) return customers.find(step.find);
  if (step.by_name !== undefined) return customers.byName(step.by_name);
  if (step.by_phone) return customers.byPhone(step.by_phone);
  if (step.keep) customers.merge(step);
  else if (step.visit) customers.recordVisit(book, step.visit);
  else customers.put(step.put);
  return true;
};
const runGoogle = (book, { request, id, lookup, ...options }) => {
  const now = new Date(options.now);
  if (lookup) return { answer: googleBatchAvailabilityLookup(request, { books: [book], now }) };
  const made = id ? book.googleCreateBooking(request, { id, now }) : book.googleUpdateBooking(request, { now });
  return { next: made.book, answer: made.response };
};
const run = (book, customers, step) => {
  if (step.customers) return { answer: runCustomers(customers, book, step.customers) };
  if (step.google) return runGoogle(book, step.google);
  if (step.schema_org) {
    const said = book.toSchemaOrg(step.schema_org, { restaurant: '花丸' });
    return { answer: { said, read: readSchemaOrgReservation(said) } };
  }
  if (step.availability) return { answer: book.availability(step.availability) };
  if (step.propose) {
    // `exceeded` says `limits` once more, where there are any.
    const { exceeded, ...answer } = book.propose(step.propose);
    assert.deepEqual(exceeded, step.answer.exceeded ?? step.answer.limits ?? []);
    return { answer: step.answer.exceeded ? { ...answer, exceeded } : answer };
  }
  if (step.waiting_list) return { answer: book.waitingList(step.waiting_list) };
  if (step.edit) {
    const { by, renamed, ...edit } = step.edit;
    const how = { periods: 'replacePeriods', policy: 'replacePolicy', floor_plan: 'replaceFloorPlan' }[
      Object.keys(edit)[0]
    ];
    if (!how) return book.replacePolicy(undefined, by);
    const { book: next, hurt, moved } = book[how](Object.values(edit)[0], by, { renamed });
    return { next, answer: { version: next.version, hurt, moved } };
  }
  const { book: next, booking, moved, exceeded } = book.decide(step.command);
  return { next, answer: { booking, version: next.version, moved, exceeded } };
};

test('there are vectors', () => assert.ok(vectors.length >= 3));

for (const [name, vector] of vectors) {
  test(`${name}: ${vector.about}`, () => {
    let book = DayBook.fromJson(vector.book);
    const customers = Customers.fromJson();
    for (const step of vector.steps) {
      let made;
      try {
        made = run(book, customers, step);
      } catch (error) {
        assert.ok(error instanceof DenwabanError, error);
        const told = error.errors.map(({ code, where }) => [code, where]);
        assert.deepEqual(told, step.errors, JSON.stringify(step));
        continue;
      }
      assert.deepEqual(made.answer, step.answer, JSON.stringify(step));
      book = made.next ?? book;
    }
    assert.equal(book.toJson(), JSON.stringify(vector.after));
    assert.equal(DayBook.fromJson(book.toJson()).toJson(), book.toJson());
  });
}

const plan = {
  tables: [
    { id: 'A', most: 2 },
    { id: 'B', most: 4 },
  ],
};
const periods = [{ name: 'dinner', opens: '17:00', closes: '23:00', last_entry: '21:00' }];
const empty = () => DayBook.fromJson({ restaurant: 'r', date: '2026-11-27', floor_plan: plan, periods });
const by = { actor: 'agent', who: 'a1', now: new Date('2026-11-27T03:00:00Z') };
const staff = (at) => ({ actor: 'restaurant', now: new Date(at) });

test('an evening goes by', () => {
  const booked = empty().book({ id: 'b1', begin: '19:00', party: 2, details: { name: '山田' } }, { ...by, key: 'k' });
  assert.deepEqual([booked.booking, booked.moved, booked.exceeded, booked.book.version], ['b1', [], [], 1]);
  assert.equal(booked.book.book({ id: 'b1', begin: '19:00', party: 2 }, { ...by, key: 'k' }).book.version, 1);
  let { book } = booked.book.change('b1', { party: { adults: 2, children: 1 } }, by);
  assert.deepEqual(book.reservation('b1').tables, ['B']);
  assert.equal(book.reservation('b1').details.name, '山田');
  ({ book } = book.changeDetails('b1', { name: '山田太郎' }, by));
  ({ book } = book.reconfirm('b1', by));
  ({ book } = book.runLate('b1', by));
  ({ book } = book.seat('b1', staff('2026-11-27T10:10:00Z')));
  ({ book } = book.walkIn({ id: 'w', party: 1 }, staff('2026-11-27T10:20:00Z')));
  assert.deepEqual(
    book.reservations.map(({ id, presence, begin }) => [id, presence, begin]),
    [
      ['b1', 'seated', '19:00'],
      ['w', 'seated', '19:20'],
    ],
  );
  ({ book } = book.finish('b1', staff('2026-11-27T11:00:00Z')));
  assert.equal(book.reservation('b1').end, '20:00');
  assert.equal(book.reservation('nobody'), null);
});

test('a no comes with its reasons, and with other days', () => {
  const { book } = empty().book({ id: 'b1', begin: '19:00', party: 4 }, by);
  const tomorrow = DayBook.fromJson({ ...empty().toJSON(), date: '2026-11-28' });
  const no = book.propose({ party: 3, begin: '19:00', now: by.now }, { otherDays: [tomorrow] });
  assert.equal(no.answer, 'impossible');
  assert.deepEqual(no.limits, [{ limit: 'tables', by: 3, unit: 'covers' }]);
  assert.deepEqual(
    no.alternatives.map(({ kind, date, begin }) => [kind, date, begin]),
    [
      ['earlier', '2026-11-27', '17:00'],
      ['later', '2026-11-27', '21:00'],
      ['other_day', '2026-11-28', '19:00'],
    ],
  );
  assert.throws(() => book.book({ id: 'b2', begin: '19:00', party: 3 }, by), { code: 'no_seat' });
  assert.throws(() => book.propose({ party: 3, begin: '19:00', now: by.now }, { otherDays: [{}] }), TypeError);
});

test('tables are promised, blocked and let go', () => {
  let { book } = empty().book({ id: 'b1', begin: '19:00', party: 2 }, by);
  ({ book } = book.pin('b1', by, { tables: ['B'] }));
  assert.equal(book.reservation('b1').allocation, 'pinned');
  ({ book } = book.unpin('b1', by));
  const blocked = book.blockTable(
    { table: 'B', begin: '18:00', end: '20:00', note: '貸切' },
    staff('2026-11-27T03:00:00Z'),
  );
  assert.deepEqual(blocked.moved, [{ booking: 'b1', from: ['B'], to: ['A'] }]);
  ({ book } = blocked.book.unblockTable({ table: 'B', begin: '18:00' }, by));
  ({ book } = book.unassign('b1', staff('2026-11-27T03:00:00Z')));
  ({ book } = book.assign('b1', by));
  ({ book } = book.cancel('b1', by, { reason: 'guest' }));
  assert.deepEqual(
    book.reservations.map(({ commitment, tables }) => [commitment, tables]),
    [['cancelled', []]],
  );
});

test('periods come of the hours of a restaurant', () => {
  const services = [{ name: 'dinner', opens: '17:00', closes: '26:00', last_order: { food: '25:00' } }];
  const rules = Rules.fromJson({ rules: [{ when: 'every_day', services }] });
  assert.deepEqual(rules.hours().periods('2026-11-27'), [
    { name: 'dinner', opens: '17:00', closes: '26:00', last_entry: '25:00', state: 'open' },
  ]);
});

test('what is wrong with a book is told with its place', () => {
  assert.throws(() => DayBook.fromJson({ ...empty().toJSON(), zone: 'Asia/Edo' }), {
    code: 'unknown_zone',
    where: '/zone',
  });
  assert.throws(
    () => DayBook.fromJson({ ...empty().toJSON(), periods: [{ opens: '17:00', closes: '16:00' }] }),
    DenwabanError,
  );
  assert.throws(() => DayBook.fromJson('{'), { code: 'malformed_json' });
  assert.throws(() => new DayBook(), TypeError);
  assert.throws(() => empty().book({ id: 'x', begin: '19:00', party: 2 }, {}), { code: 'missing_key', where: '/by' });
});

test('what nobody knows is refused, wherever it is asked', () => {
  const day = empty();
  const slip = { slip: 1 };
  for (const asked of [
    () => day.cancel('a', by, { reson: 'guest' }),
    () => day.miss('a', by, slip),
    () => day.change('a', { date: '2026-11-28' }, by),
    () => day.replaceFloorPlan(day.toJSON().floor_plan, by, { renamd: [] }),
    () => day.propose({ party: 2, begin: '19:00', now: by.now }, slip),
    () => day.lateParties({ now: by.now, ...slip }),
    () => day.waitingList({ now: by.now, ...slip }),
    () => Customers.fromJson().byName('や', slip),
  ])
    assert.throws(asked, { code: 'unknown_key' }, String(asked));
});

test('a command may be text, and a time that is none is told', () => {
  const { book } = empty().book({ id: 'b1', begin: '19:00', party: 2 }, by);
  const command = { do: 'cancel', booking: 'b1', by: { actor: 'restaurant', now: '2026-11-25T03:00:00Z' } };
  assert.deepEqual(book.decide(JSON.stringify(command)).book.toJSON(), book.decide(command).book.toJSON());
  assert.throws(() => book.decide('x'.repeat(1_000_000)), { name: 'DenwabanError', code: 'malformed_json' });
  const none = { name: 'DenwabanError', code: 'invalid_value' };
  for (const now of [NaN, Infinity, new Date(NaN)]) {
    assert.throws(() => book.cancel('b1', { now }), none);
    assert.throws(() => book.availability({ party: 2, now }), none);
    assert.throws(() => book.lateParties({ now }), none);
  }
});

test('lifecycles are tables', () => {
  for (const name of ['commitment', 'presence', 'allocation'])
    assert.match(lifecycle(name).mermaid, /^stateDiagram-v2/);
});

test('customers are kept as JSON', () => {
  const customers = Customers.fromJson([{ id: '1', name: '山田', phones: ['0312345678'] }]);
  assert.equal(customers.size, 1);
  assert.deepEqual(Customers.fromJson(customers.toJson()).toJSON(), customers.toJSON());
  assert.throws(() => Customers.fromJson([{ id: '1' }, { id: '1' }]), { code: 'duplicate_id', where: '/1' });
});

test("Google's slot is on a date of the restaurant's clocks", () => {
  const slot = { start_sec: Date.parse('2026-11-27T16:30:00Z') / 1000, resources: { party_size: 2 } };
  assert.equal(googleBookingDate({ slot }), '2026-11-28');
  assert.equal(googleBookingDate({ booking: { slot } }, { zone: 'UTC' }), '2026-11-27');
});

test('who is to be changed is no obstacle', () => {
  const document = empty().toJSON();
  const small = { ...document, floor_plan: { tables: document.floor_plan.tables.slice(0, 1) } };
  const { book } = DayBook.fromJson(small).book({ id: 'b1', begin: '19:00', party: 2 }, by);
  const halfPast = { first: '19:30', last: '19:30', now: by.now };
  assert.equal(book.availability({ party: 2, ...halfPast })[0].state, 'full');
  assert.equal(book.availability({ changing: 'b1', ...halfPast })[0].state, 'free');
  assert.deepEqual(book.propose({ changing: 'b1', begin: '19:30', now: by.now }).tables, ['A']);
  assert.throws(() => book.propose({ changing: 'b2', begin: '19:30', now: by.now }), { code: 'unknown_reference' });
});

test('who cancels late, or never comes, owes what the policy says', () => {
  const policy = { cancel_fees: [{ after: { minutes_before: 60 }, percent: 50 }], no_show_fee: 80 };
  const { book } = DayBook.fromJson({ ...empty().toJSON(), policy }).book({ id: 'b1', begin: '19:00', party: 2 }, by);
  const feeOf = ({ book: after }) => after.reservation('b1').fee;
  assert.equal(feeOf(book.cancel('b1', by, { reason: 'guest' })), undefined);
  assert.equal(feeOf(book.cancel('b1', staff('2026-11-27T09:30:00Z'), { reason: 'guest' })), 50);
  assert.equal(feeOf(book.miss('b1', staff('2026-11-27T10:30:00Z'))), 80);
  const wrong = { ...empty().toJSON(), policy: { ...policy, no_show_fee: 101 } };
  assert.throws(() => DayBook.fromJson(wrong), { code: 'out_of_range', where: '/policy/no_show_fee' });
});

test('mistakes are undone, tables swapped, and who is late is listed', () => {
  let { book } = empty().book({ id: 'b1', begin: '19:00', party: 2 }, by);
  ({ book } = book.book({ id: 'b2', begin: '19:00', party: 2 }, by));
  const tables = () => ['b1', 'b2'].map((id) => book.reservation(id).tables);
  const before = tables();
  ({ book } = book.swapTables('b1', 'b2', by));
  assert.deepEqual(tables(), before.toReversed());
  ({ book } = book.runLate('b1', by, { at: '19:30' }));
  assert.equal(book.reservation('b1').expected_at, '19:30');
  const twentyPast = new Date('2026-11-27T10:20:00Z');
  assert.deepEqual(book.lateParties({ now: twentyPast }), [{ booking: 'b2', expected: '19:00', late: 20 }]);
  assert.deepEqual(book.lateParties({ now: twentyPast, grace: 30 }), []);
  ({ book } = book.miss('b2', staff('2026-11-27T10:30:00Z')));
  ({ book } = book.undo('b2', staff('2026-11-27T10:40:00Z')));
  assert.equal(book.reservation('b2').commitment, 'confirmed');
});

test('a renamed table is the same, and guests do not run the floor', () => {
  const { book } = empty().book({ id: 'b1', begin: '19:00', party: 2, wanted_tables: ['A'] }, by);
  const [first, ...others] = book.toJSON().floor_plan.tables;
  const plan = { tables: [{ ...first, id: '窓1' }, ...others] };
  const edited = book.replaceFloorPlan(plan, by, { renamed: [{ from: 'A', to: '窓1' }] });
  assert.deepEqual(edited.hurt, []);
  assert.deepEqual(edited.book.reservation('b1').tables, ['窓1']);
  assert.throws(() => book.replacePolicy({}, { ...by, actor: 'guest' }), { code: 'not_allowed' });
  // Seconds in place of milliseconds.
  assert.throws(() => book.availability({ party: 2, now: 1_795_748_400 }), { code: 'out_of_range' });
  assert.throws(() => book.availability({ party: 2, now: true }), { code: 'wrong_type' });
});

test('a group is taken, held longer, moved and cancelled as one', () => {
  const held_until = '2026-11-27T04:00:00Z';
  const parts = [
    { id: 'a', party: 2 },
    { id: 'b', party: 4 },
  ];
  const plan = { tables: ['A', 'B', 'C'].map((id) => ({ id, most: 4 })) };
  const made = empty()
    .replaceFloorPlan(plan, by)
    .book.bookGroup({ group: 'g', begin: '19:00', party: 6, parts, held_until }, by);
  const longer = made.book.renew('a', by, { heldUntil: '2026-11-27T05:00:00Z', whom: 'group' });
  const firm = longer.book.confirm('b', by, { whom: 'group' });
  const later = firm.book.change('a', { begin: '20:00', whom: 'group' }, by);
  assert.deepEqual(
    later.book.reservations.map(({ begin, group, commitment }) => [begin, group, commitment]),
    [
      ['20:00', 'g', 'confirmed'],
      ['20:00', 'g', 'confirmed'],
    ],
  );
  const gone = later.book.cancel('a', by, { reason: 'guest', whom: 'group' });
  assert.ok(gone.book.reservations.every(({ commitment }) => commitment === 'cancelled'));
});

test('who waits is told when something is free, and takes it up', () => {
  const plan = { tables: [{ id: 'A', most: 2 }] };
  const wanted = { begin: '19:00', party: 2 };
  const full = empty()
    .replaceFloorPlan(plan, by)
    .book.book({ ...wanted, id: 'b1' }, by).book;
  const waits = full.book({ ...wanted, id: 'w', commitment: 'waiting', latest: '19:30' }, by).book;
  const told = (book) => book.waitingList({ now: by.now }).map(({ booking, state, begin }) => [booking, state, begin]);
  assert.deepEqual(told(waits), [['w', 'full', null]]);
  const freed = waits.cancel('b1', by).book;
  assert.deepEqual(told(freed), [['w', 'free', '19:00']]);
  assert.equal(freed.takeUp('w', by, { begin: '19:30' }).book.reservation('w').commitment, 'confirmed');
});
