// Reservations as CSV, by the vectors that all languages share.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { bookingsCsv, DayBook, KeptRestaurants, ReservationDesk, SqliteLedger } from 'denwaban';

const { about, bookings, csv } = JSON.parse(
  readFileSync(new URL('../data/booking_csv/formulas.json', import.meta.url)),
);
const now = '2026-11-25T03:00:00Z';
const rules = [{ when: 'every_day', services: [{ opens: '17:00', closes: '23:00' }] }];

test(about, () => {
  assert.equal(bookingsCsv(bookings), csv);
  assert.equal(bookingsCsv(JSON.stringify(bookings)), csv);
  assert.equal(bookingsCsv([]), csv.slice(0, csv.indexOf('\n') + 1));
  assert.throws(() => bookingsCsv([{ restaurant: 'r1' }]), { code: 'missing_key', where: '/0' });
});

test('an evening and a span are the same lines', async (t) => {
  const ledger = await SqliteLedger.open(':memory:');
  t.after(() => ledger.close());
  const restaurants = new KeptRestaurants(ledger);
  await restaurants.put({ id: 'r1', name: '花丸', hours: { rules } }, { now });
  await restaurants.putBookTemplate('r1', { floor_plan: { tables: [{ id: 'A', most: 4 }] } }, { now });
  const desk = new ReservationDesk(ledger);
  const where = { restaurant: 'r1', date: '2026-11-27', party: 2 };
  await desk.book({ ...where, id: 'late', begin: '20:00' }, { now, key: 'k1' });
  await desk.book({ ...where, id: 'soon', begin: '17:00', details: { name: '=1+1' } }, { now, key: 'k2' });
  const evening = await desk.dayBook({ restaurant: 'r1', date: '2026-11-27' });
  assert.ok(evening instanceof DayBook);
  const lines = evening.toCsv().split('\r\n');
  assert.deepEqual(
    lines.slice(1, 3).map((line) => line.split(',').slice(4, 5).concat(line.includes(",'=1+1,"))),
    [
      ['soon', true],
      ['late', false],
    ],
  );
  const listed = await desk.bookings({ restaurant: 'r1', from: '2026-11-01', to: '2026-11-30' });
  assert.deepEqual(bookingsCsv(listed.bookings).split('\r\n').sort(), lines.sort());
});
