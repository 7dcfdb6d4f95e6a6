import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DayBook, DenwabanError, KeptRestaurants, ReservationDesk, SqliteLedger } from 'denwaban';
import { MapLedger } from './ledgers/map_ledger.mjs';

const now = new Date('2026-11-25T03:00:00Z');
const services = [{ name: 'night', opens: '17:00', closes: '26:00' }];
const restaurant = { id: 'r1', name: 'とりべえ', hours: { rules: [{ when: 'every_day', services }] } };
const seconds = (time) => String(Date.parse(time) / 1000);
const slotAt = (time) => ({ merchant_id: 'r1', start_sec: seconds(time), resources: { party_size: 2 } });
const asked = (time, token) => ({
  slot: slotAt(time),
  idempotency_token: token,
  user_information: { user_id: 'u1', family_name: '山田' },
});

const onEach = (name, what) => {
  for (const [kind, open] of [
    ['SQLite', () => SqliteLedger.open(':memory:')],
    ['a Map', async () => new MapLedger()],
  ]) {
    test(`on ${kind}, ${name}`, async () => {
      const ledger = await open();
      await new KeptRestaurants(ledger).put(restaurant, { now });
      await new KeptRestaurants(ledger).putBookTemplate(
        'r1',
        { floor_plan: { tables: [{ id: 'A', most: 2 }] } },
        { now },
      );
      await what(new ReservationDesk(ledger));
    });
  }
};

onEach('Google takes, moves, lists and cancels a booking', async (desk) => {
  const slot = { start_sec: seconds('2026-11-28T00:30:00+09:00'), resource_ids: { party_size: 2 } };
  const lookUp = async () => {
    const answer = await desk.googleBatchAvailabilityLookup({ merchant_id: 'r1', slot_time: [slot] }, { now });
    return answer.slot_time_availability[0].available;
  };
  assert.equal(await lookUp(), false);
  await desk.replacePolicy({ restaurant: 'r1', date: '2026-11-27' }, { turn: 60 }, { actor: 'agent', now, key: 'p' });
  assert.equal(await lookUp(), true);
  const made = await desk.googleCreateBooking(asked('2026-11-28T00:30:00+09:00', 't1'), { id: 'g1', now });
  assert.equal(made.booking.status, 'CONFIRMED');
  assert.equal((await desk.find('g1')).date, '2026-11-27');
  assert.equal(await lookUp(), false);
  assert.deepEqual(await desk.googleCreateBooking(asked('2026-11-28T00:30:00+09:00', 't1'), { id: 'g2', now }), made);
  await assert.rejects(
    desk.googleCreateBooking(asked('2026-11-28T23:00:00+09:00', 't1'), { id: 'g3', now }),
    (error) => error instanceof DenwabanError && error.code === 'duplicate_key',
  );

  const change = { booking_id: 'g1', slot: { start_sec: seconds('2026-11-28T19:00:00+09:00') } };
  const moved = await desk.googleUpdateBooking({ booking: change }, { now });
  assert.equal(moved.booking.slot.start_sec, Date.parse('2026-11-28T19:00:00+09:00') / 1000);
  assert.equal((await desk.find('g1')).date, '2026-11-28');
  const { bookings } = await desk.googleListBookings({ user_id: 'u1' }, { now });
  assert.deepEqual(
    bookings.map((one) => one.booking_id),
    ['g1'],
  );
  await desk.googleUpdateBooking({ booking: { booking_id: 'g1', status: 'CANCELED' } }, { now });
  assert.deepEqual(await desk.googleBookingStatus({ booking_id: 'g1' }, { now }), {
    booking_id: 'g1',
    booking_status: 'CANCELED',
  });
});

onEach('a desk says who is late', async (desk) => {
  await desk.googleCreateBooking(asked('2026-11-27T19:00:00+09:00', 't1'), { id: 'g1', now });
  const late = { restaurant: 'r1', date: '2026-11-27', now: new Date('2026-11-27T19:20:00+09:00') };
  assert.deepEqual(await desk.lateParties(late), [{ booking: 'g1', expected: '19:00', late: 20 }]);
  assert.deepEqual(await desk.lateParties({ ...late, grace: 30 }), []);
});

test('a book is by the clocks of its zone, in a night in which they are changed', () => {
  const book = DayBook.fromJson({
    restaurant: 'r1',
    date: '2027-03-27',
    zone: 'Europe/London',
    floor_plan: { tables: [{ id: 'A', most: 2 }] },
    periods: [{ name: 'night', opens: '17:00', closes: '30:00' }],
  });
  const by = { actor: 'agent', now: new Date('2027-03-25T12:00:00Z') };
  const made = book.book({ id: 'b1', begin: '24:30', party: 2 }, by);
  assert.equal(made.book.reservation('b1').end, '27:30');
  assert.throws(
    () => book.book({ id: 'b1', begin: '25:30', party: 2 }, by),
    (error) => error.code === 'no_such_time' && error.where === '/begin',
  );
});
