import assert from 'node:assert/strict';
import { readFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import {
  CallDesk,
  DenwabanError,
  KeptCustomers,
  KeptRestaurants,
  Outbox,
  ReservationDesk,
  Retention,
  run,
  SqliteLedger,
} from 'denwaban';

const now = '2026-11-25T03:00:00Z';
const rules = [{ when: 'every_day', services: [{ name: 'night', opens: '17:00', closes: '24:00' }] }];
const details = { name: '山田 花子', phone: '090-1234-5678', allergies: ['そば'] };

const everyPage = async (asked, what, question) => {
  const all = [];
  for (let after = null; ;) {
    const page = await asked({ ...question, after });
    all.push(...page[what]);
    if (page.next === null) return all;
    after = page.next;
  }
};

/** An evening at two restaurants: a customer of theirs, and somebody with the same number. */
const evening = async (path = ':memory:') => {
  const ledger = await SqliteLedger.open(path);
  const restaurants = new KeptRestaurants(ledger);
  const desk = new ReservationDesk(ledger);
  for (const id of ['r1', 'r2']) {
    await restaurants.put({ id, name: id, hours: { rules } }, { now });
    await restaurants.putBookTemplate(id, { floor_plan: { tables: [{ id: 'A', most: 4 }] } }, { now });
  }
  await new KeptCustomers(ledger).put({ id: 'c1', name: details.name, phones: [details.phone] }, { now, key: 'put' });
  const book = (restaurant, date, id, more) =>
    desk.book(
      { restaurant, date, id, begin: '19:00', party: 2, details: { ...details, ...more } },
      { key: `k ${id}`, now },
    );
  await book('r1', '2026-11-27', 'b1', { customer: 'c1' });
  await book('r2', '2026-11-27', 'b2');
  await book('r1', '2026-11-28', 'b3', { name: '佐藤', phone: '03-1111-2222', allergies: [] });
  const call = { contacts: ['ct1'], direction: 'inbound', other: '+819012345678', restaurant: 'r1', customer: 'c1' };
  const calls = new CallDesk(ledger);
  await calls.open(call, { now, key: 'open' });
  const messages = [{ id: 'm1', due: now, to: '+819012345678', text: details.name }];
  await calls.note('ct1', '花子さん', { now, key: 'note', messages });
  return ledger;
};
const idsOf = (bookings) => bookings.map(({ reservation }) => reservation.id);

test('what is kept is listed a page at a time', async () => {
  const ledger = await evening();
  const desk = new ReservationDesk(ledger);
  const listed = (question) => everyPage((one) => desk.bookings(one), 'bookings', { limit: 1, ...question });
  assert.deepEqual(idsOf(await listed({ restaurant: 'r1', from: '2026-11-27', to: '2026-11-30' })), ['b1', 'b3']);
  assert.deepEqual(idsOf(await listed({ from: '2026-11-27', to: '2026-11-27' })), ['b1', 'b2']);
  assert.deepEqual(idsOf(await listed({ from: '2026-11-01', to: '2026-12-31' })), ['b1', 'b2', 'b3']);
  assert.deepEqual(idsOf(await listed({ phone: '０９０ １２３４ ５６７８' })), ['b1', 'b2']);
  assert.deepEqual(idsOf(await listed({ customer: 'c1' })), ['b1']);
  assert.deepEqual(
    (await new KeptRestaurants(ledger).all()).restaurants.map(({ id }) => id),
    ['r1', 'r2'],
  );
  assert.deepEqual((await new KeptCustomers(ledger).all({ name: 'やまだ' })).customers, []);
  await assert.rejects(desk.bookings({ restaurant: 'r1', from: '2026-11-27' }), { code: 'missing_key' });
  await ledger.close();
});

test('of 130 customers on one number none is missed', async () => {
  const ledger = await SqliteLedger.open(':memory:');
  const customers = new KeptCustomers(ledger);
  for (let each = 0; each < 130; ++each) {
    await customers.put({ id: `c${each}`, name: `客${each}`, phones: ['03-1234-5678'] }, { now });
  }
  const found = await everyPage((one) => customers.all(one), 'customers', { phone: '03-1234-5678' });
  assert.equal(new Set(found.map(({ id }) => id)).size, 130);
  assert.equal((await everyPage((one) => customers.all(one), 'customers', { limit: 100 })).length, 130);
  await ledger.close();
});

test('a customer is told what is kept of them, and forgotten', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'denwaban-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const ledger = await evening(join(folder, 'l'));
  const customers = new KeptCustomers(ledger);
  const data = await customers.exportData('c1');
  assert.equal(data.customer.id, 'c1');
  assert.deepEqual(idsOf(data.bookings), ['b1', 'b2']);
  assert.deepEqual([data.calls.length, data.messages.length], [1, 1]);
  assert.deepEqual(await customers.erase('c1', { now }), { bookings: 2, calls: 1, messages: 1 });
  assert.deepEqual(await customers.erase('c1', { now }), { bookings: 0, calls: 0, messages: 0 });
  assert.equal(await customers.find('c1'), null);
  assert.deepEqual((await new ReservationDesk(ledger).find('b1')).reservation.details, {});
  assert.equal((await new ReservationDesk(ledger).find('b3')).reservation.details.name, '佐藤');
  assert.deepEqual((await new Outbox(ledger).due({ until: now })).messages, []);
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name), 'utf8');
    assert.doesNotMatch(bytes, /山田|花子|9012345678|90-1234-5678|そば/, name);
  }
  await ledger.close();
});

test('old dates forget their people', async () => {
  const ledger = await evening();
  const night = async (before) => {
    const steps = [];
    for (let after = null; ; after = steps.at(-1).next) {
      steps.push(await new Retention(ledger).forgetBefore(before, { now, after }));
      if (steps.at(-1).done) break;
    }
    const sum = (what) => steps.reduce((all, step) => all + step[what], 0);
    return [sum('bookings'), sum('calls'), sum('messages')];
  };
  assert.deepEqual(await night('2026-11-28'), [2, 1, 1]);
  assert.deepEqual(await night('2026-11-28'), [0, 0, 0]);
  assert.deepEqual((await new ReservationDesk(ledger).find('b2')).reservation.details, {});
  assert.equal((await new ReservationDesk(ledger).find('b3')).reservation.details.name, '佐藤');
  await ledger.close();
});

test('an errand ends in time', async () => {
  const refuses = async () => {
    throw new DenwabanError([{ code: 'unavailable', message: 'not now', where: '' }]);
  };
  const ledger = { read: refuses, query: refuses, commit: refuses };
  const late = { code: 'timed_out', message: 'was not done within 50 ms' };
  const began = performance.now();
  await assert.rejects(run(ledger, { find_customer: { id: 'c1' } }, { deadline: 50 }), late);
  await assert.rejects(new KeptCustomers(ledger, { deadline: 50 }).find('c1'), late);
  assert.ok(performance.now() - began < 2000);
  await assert.rejects(run(ledger, { find_customer: { id: 'c1' } }, { deadline: -1 }), { code: 'wrong_type' });
});

test('who would be found in more ways than are written at once is refused where most of them are', async () => {
  const ledger = await SqliteLedger.open(':memory:');
  const customers = new KeptCustomers(ledger);
  const numbers = (count) => Array.from({ length: count }, (_, each) => `+8190${12345678 + each}`);
  const words = (count) => Array.from({ length: count }, (_, each) => `w${each}`);
  const put = (customer) => customers.put({ id: 'c1', name: '山田', ...customer }, { now });
  const refusedAt = (where) => ({ code: 'too_large', where, message: /ways to be found are too many .* at most \d+$/ });
  await assert.rejects(put({ name: words(110).join(' ') }), refusedAt('/name'));
  await assert.rejects(put({ phones: numbers(60), aliases: words(50) }), refusedAt('/phones'));
  await assert.rejects(put({ phones: numbers(50), aliases: words(60) }), refusedAt('/aliases'));
  await put({ phones: numbers(50) });
  await customers.put({ id: 'c2', name: '山田', phones: numbers(120).slice(60) }, { now });
  await assert.rejects(customers.merge({ keep: 'c1', absorb: 'c2' }, { now }), refusedAt('/phones'));
  await ledger.close();
});

test('a customer whose record is too long to be remembered as an answer is kept, and put once', async () => {
  const ledger = await SqliteLedger.open(':memory:');
  const customers = new KeptCustomers(ledger);
  const tags = Array.from({ length: 400 }, (_, each) => `${each}${'あ'.repeat(300)}`);
  const customer = { id: 'c1', name: '山田', tags };
  const put = await customers.put(customer, { now, key: 'k1' });
  assert.equal(put.tags.length, 400);
  assert.deepEqual(await customers.put(customer, { now, key: 'k1' }), put);
  const at = { partition: 'customer#c1', sort: 'customer' };
  assert.equal((await ledger.read([at]))[0].version, 1);
  await assert.rejects(customers.put({ id: 'c1', name: 'another' }, { now, key: 'k1' }), { code: 'duplicate_key' });
  await ledger.close();
});
