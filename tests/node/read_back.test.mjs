// Whatever any errand writes is read again: random errands on one ledger, and then every document that it has.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { Customers, DayBook, DenwabanError, SqliteLedger, run } from 'denwaban';

const begun = Date.parse('2026-11-25T03:00:00Z');
const dates = ['2026-11-25', '2026-11-26', '2026-11-27'];
const services = [{ name: 'night', opens: '05:00', closes: '29:00' }];
const plan = { tables: ['A', 'B', 'C'].map((id) => ({ id, most: 4 })) };

const one = (...values) => fc.constantFrom(...values);
const customer = one('c1', 'c2', 'c3');
const booking = one('b1', 'b2', 'b3', 'b4', 'b5');
const contact = one('ct1', 'ct2', 'ct3');
const date = one(...dates);
const text = fc.oneof(
  one('', 'そば', 'a', 'あ'.repeat(1000), '🍣'.repeat(2000), 'a#b', '"\\\n'),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const many = (word) => fc.nat(3).map((n) => Array.from({ length: [0, 1, 3, 700][n] }, (_, at) => `${word}${at}`));
const phone = one('+819012345678', '+81312345678', '+818011112222');
const party = fc.integer({ min: 1, max: 5 });
const begin = one('05:00', '18:00', '19:00', '23:30', '28:00');
const details = fc.record(
  {
    name: one('山田', 'a#b', 'あ'.repeat(500)),
    phone,
    for_restaurant: text,
    for_centre: text,
    allergies: many('そば'),
    customer,
  },
  { requiredKeys: [] },
);
const person = fc.record(
  {
    id: customer,
    name: fc.oneof(one('ヤマダ ハナコ', '山田', 'a '.repeat(60)), text),
    aliases: many('別名'),
    phones: fc.uniqueArray(phone),
    notes: text,
    tags: many('常連'),
    allergies: many('卵'),
  },
  { requiredKeys: ['id', 'name'] },
);

const table = one('A', 'B', 'C');
const heldUntil = one('2026-11-25T04:00:00Z', '2026-11-26T03:00:00Z');
const parts = [
  { id: 'b5', party: 3 },
  { id: 'b6', party: 3 },
];
const whom = one(undefined, 'group');
const command = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('book'), id: booking, begin, party, details }) },
  fc.record({ do: fc.constant('walk_in'), id: booking, party }),
  fc.record({ do: fc.constant('change'), booking, begin, party }),
  fc.record({ do: fc.constant('change_details'), booking, details }),
  fc.record({ do: one('leave', 'run_late', 'undo', 'arrive_partly', 'unpin', 'unassign', 'assign'), booking }),
  { weight: 2, arbitrary: fc.record({ do: one('confirm', 'reconfirm', 'request', 'decline', 'miss'), booking, whom }) },
  fc.record({ do: fc.constant('book_group'), group: one('g1', 'g2'), begin, party: one(6), parts: one(parts) }),
  fc.record({ do: one('book'), id: booking, begin, party, details, commitment: one('waiting'), latest: one('28:00') }),
  fc.record({ do: one('book'), id: booking, begin, party, details, held_until: heldUntil }),
  fc.record({ do: one('renew'), booking, held_until: heldUntil, whom }),
  fc.record({ do: one('take_up'), booking, begin }),
  fc.record({ do: one('pin'), booking, tables: fc.uniqueArray(table, { minLength: 1, maxLength: 2 }) }),
  fc.record({ do: one('block'), table, begin: one('05:00', '19:00'), end: one('20:00', '29:00'), note: text }),
  fc.record({ do: one('unblock'), table, begin: one('05:00', '19:00') }),
  fc.record({ do: fc.constant('sit_down'), booking, tables: fc.constant(['A']) }),
  fc.record({ do: fc.constant('swap'), booking, with: booking }),
  fc.record({ do: fc.constant('cancel'), booking, reason: one('guest', 'restaurant', 'mistake') }),
);
/** Some of them are no errands at all, or refused: that is as good an answer. */
const errand = fc.oneof(
  { weight: 8, arbitrary: fc.record({ decide: fc.record({ restaurant: fc.constant('r1'), date, command }) }) },
  fc.record({ move_booking: fc.record({ date, command: fc.record({ do: fc.constant('change'), booking, begin }) }) }),
  fc.record({ put_customer: fc.record({ customer: person }) }),
  fc.record({ merge_customers: fc.record({ keep_id: customer, absorb_id: customer }) }),
  fc.record({ erase_customer: fc.record({ id: customer }) }),
  fc.record({ open_call: contact.map((id) => ({ call: { contacts: [id], direction: 'inbound', restaurant: 'r1' } })) }),
  fc.record({
    change_call: fc.record({
      contact,
      change: fc.oneof(
        fc.record({ note: text }),
        fc.record({ assign: fc.record({ customer }) }),
        fc.record({ promise: fc.record({ number: phone, at: one('2026-11-25T05:00:00Z'), by: fc.constant('a1') }) }),
        fc.record({ transfer: one('ct7', 'ct8') }),
        fc.record({
          apply: fc.array(
            fc.record({
              id: text,
              event: one('answered', 'ended'),
              at: one('2026-11-25T03:00:10Z', '2026-11-25T03:02:00Z'),
            }),
            { maxLength: 3 },
          ),
        }),
      ),
    }),
  }),
  fc.record({ forget_before: fc.record({ before: date }) }),
  fc.record({ refresh_day_books: fc.record({ restaurant: fc.constant('r1'), from: date }) }),
);

/** Its answer, or the code of its refusal; never that something can't be read. */
const ask = async (ledger, what) => {
  try {
    return await run(ledger, what);
  } catch (error) {
    if (!(error instanceof DenwabanError)) throw error;
    assert.ok(
      !['corrupt', 'newer_version'].includes(error.code),
      `${error.message} after ${JSON.stringify(what).slice(0, 500)}`,
    );
    return error.code;
  }
};
const completed = (what, second, key) => {
  const [[name, asked]] = Object.entries(what);
  const now = new Date(begun + second * 60_000).toISOString();
  const by = { now, who: '鈴木', actor: 'restaurant', key: key ?? `k${now}` };
  if (asked.command) return { [name]: { ...asked, command: { ...asked.command, by } } };
  const takesKey = !['erase_customer', 'forget_before'].includes(name);
  return { [name]: { ...asked, now, ...(key && takesKey && { key }) } };
};

/** What is answered is read by whoever reads what is asked, which passes nothing over. */
const readers = {
  day_book: (answer) => DayBook.fromJson(answer),
  customer: ({ customer }) => Customers.fromJson([customer]),
};
const finders = {
  restaurant: ({ restaurant }) => ({ find_restaurant: { id: restaurant } }),
  book_template: ({ restaurant }) => ({ find_book_template: { restaurant } }),
  day_book: ({ restaurant, date: day }) => ({ find_day_book: { restaurant, date: day } }),
  customer: ({ id }) => ({ export_customer: { id } }),
  merged_customer: ({ id }) => ({ find_customer: { id } }),
  call: ({ id }) => ({ find_call: { contact: id } }),
};

/** All that a ledger has, as lines that another reads in and has too. */
const sameAgain = async (ledger, folder) => {
  const [first, second] = [join(folder, 'first'), join(folder, 'second')];
  await ledger.exportTo(first);
  const other = await SqliteLedger.open(':memory:');
  await other.importFrom(first);
  await other.exportTo(second);
  await other.close();
  assert.equal(await readFile(second, 'utf8'), await readFile(first, 'utf8'));
};

test('whatever errands write, everybody can read, here and where it is read in', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'denwaban-'));
  t.after(() => rm(folder, { recursive: true }));
  const seen = new Map();
  const asked = fc.array(fc.tuple(errand, one(undefined, undefined, undefined, undefined, undefined, 'k1')), {
    minLength: 15,
    maxLength: 40,
    size: 'max',
  });
  const property = fc.asyncProperty(asked, async (errands) => {
    const ledger = await SqliteLedger.open(':memory:');
    const now = new Date(begun).toISOString();
    await run(ledger, {
      put_restaurant: {
        restaurant: { id: 'r1', name: 'とりべえ', hours: { rules: [{ when: 'every_day', services }] } },
        now,
      },
    });
    await run(ledger, { put_book_template: { restaurant: 'r1', floor_plan: plan, now } });
    const first = { do: 'book', id: 'b1', begin: '19:00', party: 2, details: { customer: 'c1' } };
    await ask(ledger, completed({ put_customer: { customer: { id: 'c1', name: '山田' } } }, 0));
    await ask(ledger, completed({ decide: { restaurant: 'r1', date: dates[0], command: first } }, 0));
    for (const [place, [what, key]] of errands.entries()) {
      const answer = await ask(ledger, completed(what, place, key));
      const name = `${Object.keys(what)[0]} ${what.decide?.command.do ?? ''} ${typeof answer === 'string' ? answer : 'ok'}`;
      seen.set(name, (seen.get(name) ?? 0) + 1);
    }
    const { changes } = await ledger.changes({ most: 1000 });
    const last = new Map(changes.map((change) => [`${change.partition} ${change.sort}`, change]));
    for (const change of last.values()) {
      const [document] = await ledger.read([{ partition: change.partition, sort: change.sort }]);
      assert.equal(document !== null, change.kind === 'put');
      if (!document) continue;
      if (!finders[change.noun]) continue;
      const answer = await ask(ledger, finders[change.noun](change));
      assert.equal(typeof answer, 'object', `${change.noun}: ${answer}`);
      readers[change.noun]?.(answer);
    }
    for (const list of [
      { list_bookings: { from: dates[0], to: dates.at(-1) } },
      { list_customers: {} },
      { list_restaurants: {} },
      { find_calls: { restaurant: 'r1', date: '2026-11-25' } },
    ]) {
      assert.equal(typeof (await ask(ledger, list)), 'object', JSON.stringify(list));
    }
    await sameAgain(ledger, folder);
    await ledger.close();
  });
  await fc.assert(property, { numRuns: Number(process.env.DENWABAN_RUNS ?? 60) });
  t.diagnostic(
    [...seen]
      .sort()
      .map(([name, times]) => `${name}: ${times}`)
      .join(', '),
  );
});
