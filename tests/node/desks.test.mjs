import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  Call,
  CallDesk,
  DayBook,
  DenwabanError,
  KeptAgents,
  KeptCustomers,
  KeptRestaurants,
  Outbox,
  ReservationDesk,
  Restaurant,
  SqliteLedger,
  run,
} from 'denwaban';
import { follow, refusalOf, vectors } from './ledgers/errand_vectors.mjs';
import { MapLedger } from './ledgers/map_ledger.mjs';

test('there are vectors', () => assert.ok(vectors.length >= 5));

for (const [name, { about, steps }] of vectors) {
  test(`on SQLite, ${name}: ${about}`, async () => {
    const ledger = await SqliteLedger.open(':memory:');
    await follow(ledger, steps);
    await ledger.close();
  });
  test(`on a Map, ${name}: ${about}`, () => follow(new MapLedger(), steps));
}

const services = [{ name: 'night', opens: '17:00', closes: '24:00', last_order: { entry: '22:00' } }];
const restaurant = {
  id: 'r1',
  name: 'とりべえ',
  lines: [{ number: '03-1234-5678' }],
  hours: { rules: [{ when: 'every_day', services }] },
};
const plan = {
  tables: [
    { id: 'A', most: 2 },
    { id: 'B', least: 2, most: 4 },
  ],
};
const now = new Date('2026-11-25T03:00:00Z');
const at = { restaurant: 'r1', date: '2026-11-27' };
let keys = 0;
const by = (more) => ({ actor: 'agent', who: 'a1', now, key: `key ${++keys}`, ...more });
const staff = (time) => by({ actor: 'restaurant', now: Date.parse(time) });

/** A desk in front of a restaurant, on each kind of ledger. */
const onEach = (name, what) => {
  for (const [kind, open] of [
    ['SQLite', () => SqliteLedger.open(':memory:')],
    ['a Map', async () => new MapLedger()],
  ]) {
    test(`on ${kind}, ${name}`, async () => {
      const ledger = await open();
      await new KeptRestaurants(ledger).put(Restaurant.fromJson(restaurant), { now });
      await new KeptRestaurants(ledger).putBookTemplate('r1', { floor_plan: plan }, { now });
      await what(ledger);
      await ledger.close?.();
    });
  }
};

onEach('an evening goes by', async (ledger) => {
  const desk = new ReservationDesk(ledger);
  assert.equal((await desk.dayBook(at)).version, 0);
  const message = { id: 'm1', due: now.getTime(), channel: 'sms', to: '090-1234-5678', text: 'お待ちしております' };
  const asked = by({ messages: [message] });
  const wanted = { ...at, id: 'b1', begin: '19:00', party: 2, details: { name: '山田' } };
  const booked = await desk.book(wanted, asked);
  assert.deepEqual([booked.booking, booked.version, booked.reservation.tables, booked.moved], ['b1', 1, ['A'], []]);
  assert.deepEqual(await desk.book(wanted, asked), booked);
  const changed = await desk.change('b1', { party: { adults: 3 } }, by());
  assert.deepEqual([changed.date, changed.reservation.tables], ['2026-11-27', ['B']]);
  await desk.changeDetails('b1', { name: '山田太郎' }, by());
  await desk.reconfirm('b1', by());
  await desk.runLate('b1', by());
  await desk.pin('b1', by(), { tables: ['B'] });
  await desk.seat('b1', staff('2026-11-27T10:10:00Z'));
  await desk.walkIn({ ...at, id: 'w', party: 1 }, staff('2026-11-27T10:20:00Z'));
  await desk.finish('b1', staff('2026-11-27T11:00:00Z'));
  const found = await desk.find('b1');
  assert.deepEqual([found.restaurant, found.reservation.end, found.reservation.presence], ['r1', '20:00', 'left']);
  assert.equal(await desk.find('nobody'), null);
  const book = await desk.dayBook(at);
  assert.ok(book instanceof DayBook);
  assert.deepEqual(
    book.reservations.map(({ id }) => id),
    ['b1', 'w'],
  );
  const outbox = new Outbox(ledger);
  const { messages, next } = await outbox.due({ until: now });
  assert.deepEqual([messages, next], [[{ ...message, due: now }], null]);
  assert.deepEqual(await outbox.drop(messages, { now }), { sent: 1 });
  assert.deepEqual(await outbox.due({ until: now, limit: 1 }), { messages: [], next: null });
});

onEach('a reservation moves to another date', async (ledger) => {
  const desk = new ReservationDesk(ledger);
  await desk.book({ ...at, id: 'b1', begin: '19:00', party: 2 }, by());
  const asked = by();
  const moved = await desk.change('b1', { begin: '21:00', date: '2026-11-28' }, asked);
  assert.deepEqual([moved.date, moved.reservation.begin], ['2026-11-28', '21:00']);
  assert.deepEqual(await desk.move('b1', '2026-11-28', { begin: '21:00' }, asked), moved);
  assert.equal((await desk.dayBook(at)).reservations.length, 0);
  assert.equal((await desk.find('b1')).date, '2026-11-28');
  assert.equal((await desk.move('b1', '2026-11-27', {}, by())).date, '2026-11-27');
  await assert.rejects(desk.move('b9', '2026-11-28', {}, by()), { code: 'unknown_reference' });
});

onEach('kept evenings follow their restaurant, and forms lose nothing', async (ledger) => {
  const desk = new ReservationDesk(ledger);
  await desk.book({ ...at, id: 'b1', begin: '19:00', party: 2, details: { name: '山田', occasion: '誕生日' } }, by());
  const { reservation } = await desk.changeDetails('b1', { name: '山田太郎', occasion: null }, by());
  assert.deepEqual(reservation.details, { name: '山田太郎' });
  const restaurants = new KeptRestaurants(ledger);
  const was = await restaurants.find('r1');
  const closings = [{ when: { weekdays: ['fri'] } }];
  await restaurants.put({ ...was, hours: { ...was.hours, closings } }, { now, was });
  await assert.rejects(desk.book({ ...at, id: 'b2', begin: '19:00', party: 2 }, by()), { code: 'beyond_limit' });
  const { books, next } = await desk.refreshDayBooks({ restaurant: 'r1', from: '2026-11-01' }, { now });
  assert.deepEqual([books.map(({ date }) => date), books[0].changed, next], [['2026-11-27'], ['periods'], null]);
  assert.deepEqual(
    books[0].hurt.map(({ booking }) => booking),
    ['b1'],
  );
  await assert.rejects(restaurants.put({ ...was, hours: { rules: [] } }, { now, was }), { code: 'stale' });
  assert.equal(await desk.businessDate('r1', { now: '2026-11-28T09:00:00Z' }), '2026-11-28');
});

onEach('a no comes with its reasons, and is remembered', async (ledger) => {
  const desk = new ReservationDesk(ledger);
  await desk.book({ ...at, id: 'b1', begin: '19:00', party: 4 }, by());
  const asked = by();
  const refused = () => refusalOf(desk.book({ ...at, id: 'b2', begin: '19:00', party: 3 }, asked));
  assert.equal((await refused()).code, 'no_seat');
  await desk.cancel('b1', by(), { reason: 'guest' });
  assert.equal((await refused()).code, 'no_seat');
  await desk.book({ ...at, id: 'b2', begin: '19:00', party: 3 }, by());
  const no = await desk.propose({ ...at, party: 3, begin: '19:00', now }, { otherDays: ['2026-11-28'] });
  assert.equal(no.answer, 'impossible');
  assert.ok(no.alternatives.some(({ kind, date }) => kind === 'other_day' && date === '2026-11-28'));
  const [vacancy] = await desk.vacancies({ restaurant: at.restaurant, from: at.date, to: at.date, party: 3, now });
  assert.equal(vacancy.date, at.date);
  assert.equal(vacancy.best.state, 'free');
  const slots = await desk.availability({ ...at, party: 3, now, first: '19:00', last: '21:00' });
  assert.deepEqual([slots[0].state, slots.at(-1).state], ['full', 'free']);
  await assert.rejects(desk.confirm('nobody', by()), { code: 'unknown_reference' });
  await assert.rejects(desk.confirm('b2', { now }), { code: 'missing_key', where: '/decide/command/by' });
  const again = by();
  await desk.reconfirm('b2', again);
  await assert.rejects(desk.cancel('b2', again), { code: 'duplicate_key' });
});

onEach('a refusal says what is refused, and why', async (ledger) => {
  const desk = new ReservationDesk(ledger);
  const restaurants = new KeptRestaurants(ledger);
  const hours = { rules: [{ when: 'every_day', services: [{ name: 'night', opens: '17:00', closes: '24:00' }] }] };
  const closings = [{ when: { weekdays: ['fri'] } }];
  await restaurants.put({ id: 'r2', name: 'はなまる', hours: { ...hours, closings } }, { now });
  const at2 = { restaurant: 'r2', date: '2026-11-27' };
  const wanted = { id: 'b1', begin: '19:00', party: 2 };
  const why = async (asking) => {
    const { code, message, where } = await refusalOf(asking);
    return [code, where, message.replace(`${where}: `, '')];
  };
  assert.deepEqual(await why(desk.book({ ...at2, ...wanted }, by())), [
    'unknown_reference',
    '/book_template',
    'of r2 is not kept',
  ]);
  await restaurants.putBookTemplate('r2', { floor_plan: { tables: [{ id: 'A', most: 2 }] } }, { now });
  assert.deepEqual(await why(desk.book({ ...at2, ...wanted }, by())), [
    'beyond_limit',
    '/not_open',
    'r2 is closed on 2026-11-27: 定休日',
  ]);
  await desk.book({ ...at, ...wanted }, by());
  assert.equal(
    (await why(desk.move('b1', '2026-11-28', { begin: '09:00' }, by())))[2],
    'r1 is not open at 09:00 on 2026-11-28',
  );
  assert.deepEqual(await why(desk.book({ ...at, ...wanted, restaurant: 'r9' }, by())), [
    'unknown_reference',
    '/restaurant',
    'r9 is not kept',
  ]);
  const [code, where, message] = await why(desk.book({ ...at, ...wanted, id: 'b2', party: 'two' }, by()));
  assert.deepEqual([code, where], ['wrong_type', '/party']);
  assert.match(message, /a number of adults, or an object/);
  const [, , nobody] = await why(desk.book({ ...at, ...wanted, id: 'b3', details: { customer: 'c9' } }, by()));
  assert.equal(nobody, 'c9 is not kept');
  const naive = { key: 'naive', now: '2026-11-27T10:00:00' };
  assert.equal((await refusalOf(desk.confirm('b1', naive))).code, 'naive_datetime');
});

onEach('a kept call that nobody could have called is corrupt', async (ledger) => {
  const body = '{"opened":"2026-11-27T00:00:00Z","call":{"contacts":[],"direction":"inbound"},"follow_ups":[]}';
  await ledger.commit({ now: now.toISOString(), writes: [{ put: { partition: 'contact#k', sort: 'call', body } }] });
  const desk = new CallDesk(ledger);
  await assert.rejects(desk.find('k'), { code: 'corrupt' });
  await assert.rejects(desk.note('k', '?', { now }), { code: 'corrupt' });
});

onEach("a book's parts are replaced, and a table is blocked", async (ledger) => {
  const desk = new ReservationDesk(ledger);
  await desk.book({ ...at, id: 'b1', begin: '19:00', party: 2 }, by());
  const blocked = await desk.blockTable(
    { ...at, table: 'A', begin: '18:00', end: '20:00' },
    staff('2026-11-27T03:00:00Z'),
  );
  assert.deepEqual(blocked.moved, [{ booking: 'b1', from: ['A'], to: ['B'] }]);
  await desk.unblockTable({ ...at, table: 'A', begin: '18:00' }, by());
  const edited = await desk.replacePolicy(at, { smallest_party: 3 }, by({ keep: 60 }));
  assert.deepEqual(
    edited.hurt.map(({ booking }) => booking),
    ['b1'],
  );
  const { tables } = plan;
  assert.equal((await desk.replaceFloorPlan(at, { tables: tables.slice(1) }, by())).version, edited.version + 1);
  const { periods } = (await desk.dayBook(at)).toJSON();
  assert.equal((await desk.replacePeriods(at, periods, by())).version, edited.version + 2);
});

onEach('an edit that could not be read is not remembered', async (ledger) => {
  const desk = new ReservationDesk(ledger);
  const asked = by();
  for (const [edit, key] of [
    [() => desk.replaceFloorPlan(at, { tables: [{ id: 'A' }] }, asked), 'floor_plan/tables/0'],
    [() => desk.replacePolicy(at, { turn_times: [{}] }, asked), 'policy/turn_times/0'],
    [() => desk.replacePeriods(at, [{ begin: '17:00' }], asked), 'periods/0'],
  ]) {
    await assert.rejects(edit(), { code: 'missing_key', where: `/edit_day_book/edit/${key}` });
  }
  assert.equal((await desk.replacePolicy(at, { smallest_party: 3 }, asked)).version, 1);
  await assert.rejects(desk.replacePolicy(at, {}, asked), { code: 'duplicate_key' });
});

onEach('what a method lacks is said as what an errand lacks', async (ledger) => {
  const desk = new ReservationDesk(ledger);
  for (const [asked, where] of [
    [() => desk.book({ ...at, id: 'b1', party: 2, begin: '19:00' }), '/decide/command/by'],
    [() => desk.cancel('b1', null), '/decide/command/by'],
    [() => desk.move('b1', '2026-11-28', {}), '/move_booking/command/by'],
    [() => desk.replacePolicy(at, {}), '/edit_day_book/edit/by'],
    [() => desk.availability(), '/availability'],
    [() => desk.businessDate('r1'), '/business_date'],
    [() => desk.googleCreateBooking({}), '/google_create_booking'],
    [() => new KeptCustomers(ledger).merge(), '/merge_customers'],
  ]) {
    await assert.rejects(asked(), { code: 'missing_key', where });
  }
});

onEach('what nobody knows is refused, wherever it is asked, and nothing is done', async (ledger) => {
  const desk = new ReservationDesk(ledger);
  const customers = new KeptCustomers(ledger);
  const restaurants = new KeptRestaurants(ledger);
  await desk.book({ ...at, id: 'b1', begin: '19:00', party: 2 }, by());
  const before = (await desk.dayBook(at)).toJson();
  const slip = { slip: 1 };
  for (const asked of [
    () => desk.cancel('b1', by(), { reson: 'guest' }),
    () => desk.cancel('b1', by(), { date: '2026-11-28' }),
    () => desk.confirm('b1', by(), slip),
    () => desk.pin('b1', by(), { table: ['B'] }),
    () => desk.seat('b1', by(), slip),
    () => desk.runLate('b1', by(), slip),
    () => desk.undo('b1', by(), slip),
    () => desk.finish('b1', by(), slip),
    () => desk.book({ ...at, id: 'b2', begin: '19:00', party: 2 }, by(), slip),
    () => desk.swapTables('b1', 'b2', by(), slip),
    () => desk.replaceFloorPlan(at, plan, by(), { renamd: [] }),
    () => desk.replacePolicy({ ...at, ...slip }, {}, by()),
    () => desk.propose({ ...at, party: 2, begin: '19:00', now }, slip),
    () => desk.refreshDayBooks({ restaurant: 'r1', from: '2026-11-01', ...slip }, { now }),
    () => desk.businessDate('r1', { now, ...slip }),
    () => desk.dayBook({ ...at, ...slip }),
    () => restaurants.putBookTemplate('r1', { floor_plan: plan, polciy: {} }, { now }),
    () => customers.merge({ keep: 'c1', absorb: 'c2', ...slip }, { now }),
    () => customers.byName('や', slip),
    () => customers.erase('c1', { now, ...slip }),
    () => new KeptAgents(ledger).find('arn:a1', { now, ...slip }),
    () => run(ledger, { find_customer: { id: 'c1' } }, { deadlin: 1 }),
  ])
    await assert.rejects(asked(), { code: 'unknown_key' }, String(asked));
  assert.throws(() => new ReservationDesk(ledger, { deadlin: 1 }), { code: 'unknown_key' });
  assert.equal((await desk.dayBook(at)).toJson(), before);
});

const policy = { demand: 'required', timer: { limit: 60 } };
onEach('a call is kept, with what is to be done after it', async (ledger) => {
  const desk = new CallDesk(ledger);
  assert.equal(await desk.find('ct1'), null);
  const document = { contacts: ['ct1'], direction: 'inbound', other: '090-1234-5678', restaurant: 'r1', agent: 'a1' };
  const opened = await desk.open(Call.fromJson(document), { now });
  assert.deepEqual([opened.opened, opened.call.state, opened.followUps], [now, 'ringing', []]);
  const occurrences = [
    { id: 'e1', event: 'answered', at: now },
    { id: 'e2', event: 'ended', at: now.getTime() + 60_000 },
  ];
  assert.equal((await desk.apply('ct1', occurrences, { now })).call.state, 'wrapping_up');
  await desk.transfer('ct1', 'ct2', { now });
  await desk.assign('ct2', { customer: 'c1' }, { now });
  await desk.note('ct2', '傘の件', { now });
  await assert.rejects(desk.complete('ct2', { policy, by: 'a1' }, { now, key: 'k' }), { code: 'missing_key' });
  const due = new Date('2026-11-25T05:00:00Z');
  await desk.promise('ct2', { number: '090-1234-5678', at: due, by: 'a1' }, { now });
  const dispositions = [{ code: 'lost_property', fields: { item: '傘' } }];
  await desk.draft('ct2', { dispositions, policy }, { now });
  const handOvers = [{ id: 'm1', due: now, channel: 'mail', to: 'r1', restaurant: 'とりべえ', agent: '鈴木' }];
  const closed = await desk.complete('ct2', { policy, by: 'a1' }, { now, handOvers });
  assert.deepEqual([closed.call.state, closed.call.toJSON().notes], ['closed', '傘の件']);
  assert.ok(closed.followUps.length >= 1);
  const { followUps } = await desk.followUps({ until: '2026-11-30T00:00:00Z' });
  const callBack = followUps.find(({ what }) => what === 'call_back');
  assert.deepEqual([callBack.due, callBack.contact, callBack.customer], [due, 'ct1', 'c1']);
  const finished = await desk.finishFollowUp(callBack, { by: 'a2', now });
  assert.deepEqual(finished.followUps.find(({ name }) => name === callBack.name).done, { by: 'a2', at: now });
  const { messages } = await new Outbox(ledger).due({ until: now });
  assert.match(messages[0].text, /傘/);
  const { calls, next } = await desk.calls({ restaurant: 'r1', date: '2026-11-25' });
  assert.deepEqual([calls.map(({ call }) => call.toJSON().contacts), next], [[['ct1', 'ct2']], null]);
  assert.equal((await desk.calls({ customer: 'c1', limit: 1 })).calls.length, 1);
  const amended = await desk.amend(
    'ct1',
    { dispositions: [{ code: 'no_request.wrong_number' }], by: 'a2', reason: '聞き違い' },
    { now },
  );
  assert.equal(amended.call.state, 'closed');
});

onEach('restaurants and customers are found', async (ledger) => {
  const restaurants = new KeptRestaurants(ledger);
  assert.equal((await restaurants.byNumber('+81312345678')).id, 'r1');
  assert.equal(Restaurant.fromJson(await restaurants.find('r1')).name, 'とりべえ');
  assert.equal(await restaurants.find('nobody'), null);
  assert.equal((await restaurants.bookTemplate('r1')).floor_plan.tables.length, 2);
  await assert.rejects(restaurants.put({ ...restaurant, id: 'r2' }, { now }), { code: 'duplicate_number' });
  const customers = new KeptCustomers(ledger);
  await customers.put(
    { id: 'c1', name: '山田 花子', kana: 'ヤマダ ハナコ', phones: ['090-1234-5678'] },
    { now, key: 'k' },
  );
  await customers.put({ id: 'c2', name: 'やまだ', phones: ['+819012345678'] }, { now });
  assert.deepEqual(
    (await customers.byPhone('０９０１２３４５６７８')).map(({ id }) => id),
    ['c1', 'c2'],
  );
  assert.deepEqual(
    (await customers.byName('はなこ')).map(({ id }) => id),
    ['c1'],
  );
  assert.equal((await customers.byName('やま', { most: 1 })).length, 1);
  assert.deepEqual(
    (await customers.duplicates({ limit: 5 })).pairs.map(({ first, second, same }) => [first.id, second.id, same]),
    [['c1', 'c2', ['phone']]],
  );
  await customers.merge({ keep: 'c1', absorb: 'c2', who: '鈴木' }, { now });
  assert.equal((await customers.find('c2')).id, 'c1');
  const two = await customers.unmerge('c2', { now });
  assert.deepEqual([two.kept.id, two.restored.name, two.merged_by], ['c1', 'やまだ', '鈴木']);
  assert.deepEqual(await customers.find('c2'), two.restored);
  await assert.rejects(customers.unmerge('c2', { now }), { code: 'unknown_reference', where: '/id' });
  await customers.merge({ keep: 'c1', absorb: 'c2' }, { now });
});

onEach('agents are followed', async (ledger) => {
  const { steps } = vectors.find(([name]) => name === 'agents.json')[1];
  const { records } = steps.find(({ ask }) => ask.follow_agent).ask.follow_agent;
  const agents = new KeptAgents(ledger);
  assert.equal(await agents.find('arn:a1', { now }), null);
  const { applied, state } = await agents.follow('arn:a1', records, { now });
  assert.equal(applied.length, records.length);
  const found = await agents.find('arn:a1', { now: '2026-11-25T03:30:00Z' });
  assert.equal(found.latest.state, state);
  assert.ok(found.latest.at instanceof Date);
});

/** What another denwaban might have made of a kept document. */
const rewrite = async (ledger, key, change) => {
  const [{ body }] = await ledger.read([key]);
  const document = JSON.parse(body);
  change(document);
  await ledger.commit({ now, writes: [{ put: { ...key, body: JSON.stringify(document) } }] });
};
const readKept = async (ledger, key) => JSON.parse((await ledger.read([key]))[0].body);

onEach('what a newer denwaban keeps is passed over, and written back', async (ledger) => {
  const desk = new ReservationDesk(ledger);
  await desk.book({ ...at, id: 'b1', begin: '19:00', party: 2 }, by());
  const key = { partition: 'restaurant#r1', sort: 'book#2026-11-27' };
  await rewrite(ledger, key, (book) => {
    book.weather = { rain: true };
    book.policy.new_rule = 1;
    book.reservations[0].mood = 'good';
    book.reservations[0].details.parking = [1, 'a'];
  });
  assert.equal((await desk.dayBook(at)).reservations.length, 1);
  await desk.book({ ...at, id: 'b2', begin: '19:00', party: 3 }, by());
  const kept = await readKept(ledger, key);
  assert.deepEqual(kept.weather, { rain: true });
  assert.equal(kept.format, 1);
  assert.equal(kept.reservations.find(({ id }) => id === 'b1').mood, 'good');
  assert.deepEqual(kept.reservations.find(({ id }) => id === 'b1').details.parking, [1, 'a']);
});

onEach('what a later major version keeps is refused as such', async (ledger) => {
  const desk = new ReservationDesk(ledger);
  await desk.book({ ...at, id: 'b1', begin: '19:00', party: 2 }, by());
  await rewrite(ledger, { partition: 'restaurant#r1', sort: 'book#2026-11-27' }, (book) => {
    book.format = 2;
  });
  await assert.rejects(desk.dayBook(at), { code: 'newer_version' });
  await assert.rejects(desk.book({ ...at, id: 'b2', begin: '20:00', party: 2 }, by()), { code: 'newer_version' });
});

const newer = JSON.parse(readFileSync(new URL('../data/newer_words.json', import.meta.url), 'utf8')).kept;
onEach('a word that a newer version kept is refused as such', async (ledger) => {
  for (const { document, ask, errors } of newer) {
    await ledger.commit({ now, writes: [{ put: { ...document, body: JSON.stringify(document.body) } }] });
    const refused = await refusalOf(run(ledger, ask));
    const told = refused.errors.map(({ code, where }) => `${code} ${where}`);
    assert.deepEqual(told, errors, JSON.stringify(ask));
    const { partition, sort } = document;
    await ledger.commit({ now, writes: [{ erase: { partition, sort } }] });
  }
});

onEach('a customer with a key that nobody here knows keeps it', async (ledger) => {
  const customers = new KeptCustomers(ledger);
  await customers.put({ id: 'c1', name: '山田', phones: ['090-1234-5678'] }, { now });
  const key = { partition: 'customer#c1', sort: 'customer' };
  await rewrite(ledger, key, (customer) => {
    customer.shoe_size = 26;
  });
  await customers.put({ id: 'c1', name: '山田 太郎' }, { now });
  assert.equal((await readKept(ledger, key)).shoe_size, 26);
  assert.equal((await readKept(ledger, key)).name, '山田 太郎');
});

test('32 who book at once each get their answer, and a table is taken once', async () => {
  const ledger = new MapLedger();
  await new KeptRestaurants(ledger).put(restaurant, { now });
  await new KeptRestaurants(ledger).putBookTemplate('r1', { floor_plan: plan }, { now });
  const desk = new ReservationDesk(ledger);
  const answers = await Promise.allSettled(
    Array.from({ length: 32 }, (_, each) => desk.book({ ...at, id: `b${each}`, begin: '19:00', party: 2 }, by())),
  );
  const booked = answers.filter(({ status }) => status === 'fulfilled').map(({ value }) => value.booking);
  assert.equal(booked.length, 2);
  for (const { reason } of answers.filter(({ status }) => status === 'rejected')) assert.equal(reason.code, 'no_seat');
  assert.deepEqual((await desk.dayBook(at)).reservations.map(({ id }) => id).sort(), booked.sort());
});

test('what a ledger rejects with is given to the errand, if it is an error of ours', async () => {
  const ledger = new MapLedger();
  let failures = 0;
  const unavailable = () => new DenwabanError([{ code: 'unavailable', message: 'busy', where: '' }]);
  const failing = (error, times) => ({
    query: (query) => ledger.query(query),
    commit: (commit) => ledger.commit(commit),
    read: async (keys) => {
      if (++failures <= times) throw error;
      return ledger.read(keys);
    },
  });
  assert.equal(await run(failing(unavailable(), 3), { find_restaurant: { id: 'r1' } }), null);
  assert.equal(failures, 4);
  const corrupt = new DenwabanError([{ code: 'corrupt', message: 'damaged', where: '' }]);
  await assert.rejects(run(failing(corrupt, 9), { find_restaurant: { id: 'r1' } }), { code: 'corrupt' });
  await assert.rejects(run(failing(new RangeError('mine'), 9), { find_restaurant: { id: 'r1' } }), RangeError);
  await assert.rejects(run({ read: async () => [] }, { find_restaurant: { id: 'r1' } }), { code: 'out_of_range' });
  await assert.rejects(run({ read: async () => undefined }, { find_restaurant: { id: 'r1' } }), { code: 'wrong_type' });
});

test('what is no errand is told', async () => {
  const ledger = await SqliteLedger.open(':memory:');
  for (const kept of [ledger, new MapLedger()]) {
    await assert.rejects(run(kept, { dance: {} }), { code: 'unknown_key' });
    await assert.rejects(run(kept, '{'), { code: 'malformed_json' });
    await assert.rejects(run(kept), { code: 'wrong_type' });
  }
  await ledger.close();
  await assert.rejects(run(ledger, { find_restaurant: { id: 'r1' } }), { code: 'not_allowed' });
});
