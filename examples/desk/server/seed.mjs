import { run } from 'denwaban';
import { readFileSync } from 'node:fs';

import { keepHeard } from '../../lambda/heard.mjs';
import { dateIn, daysLater } from './hours.mjs';
import { calls, customers, heard, parties, strangers, template } from './seed_data.mjs';

const zone = 'Asia/Tokyo';
const day = 86_400_000;
const minute = 60_000;
const restaurants = () =>
  JSON.parse(readFileSync(new URL('../../restaurants/restaurants.json', import.meta.url), 'utf8'));
const iso = (at) => new Date(at).toISOString();
const minutesOf = (time) => {
  const [hours, minutes] = time.split(':').map(Number);
  return hours * 60 + minutes;
};
const timeOf = (minutes) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const startOf = (date) => Date.parse(`${date}T00:00:00+09:00`);

const putRestaurant = async (ledger, restaurant, now) => {
  if (await run(ledger, { find_restaurant: { id: restaurant.id } })) return;
  await run(ledger, { put_restaurant: { restaurant, now } });
  await run(ledger, { put_book_template: { restaurant: restaurant.id, ...template, now } });
};

const putCustomer = async (ledger, customer, now) => {
  if (await run(ledger, { find_customer: { id: customer.id } })) return;
  await run(ledger, { put_customer: { customer, now } });
};

/** Starts of a service, half an hour after it opens and every half hour from then on. */
const startsOf = ({ opens, closes }) => {
  const last = Math.min(minutesOf(closes) - 90, minutesOf(opens) + 240);
  const starts = [];
  for (let start = minutesOf(opens) + 30; start <= last; start += 30) starts.push(start);
  return starts;
};

/** Who comes: somebody known, or a stranger. */
const detailsOf = (customer, digits) =>
  customer
    ? { customer: customer.id, name: customer.name, kana: customer.kana, phone: customer.phones[0] }
    : { name: strangers[Number(digits) % strangers.length], phone: `+8190${20}${digits}` };
/** Nobody is in two places on one day. */
const eachOnceADay = () => {
  const seen = new Set();
  return (id, date) => {
    const comes = `${id} ${date}`;
    if (!id || seen.has(comes)) return null;
    seen.add(comes);
    return customers.find((one) => one.id === id);
  };
};

const decide = async (ledger, order) => {
  try {
    return await run(ledger, { decide: order });
  } catch (error) {
    if (['no_seat', 'beyond_limit', 'not_allowed', 'undecided'].includes(error.code)) return null; // the book is full
    throw error;
  }
};

/** Parties of an evening: those that have begun are seated, those whose time is over have left. */
const book = async (ledger, restaurant, date, now, comes) => {
  const { periods } = await run(ledger, { find_day_book: { restaurant, date } });
  const starts = periods.filter(({ state }) => state !== 'unknown').flatMap(startsOf);
  let count = 0;
  for (const [place, start] of starts.entries()) {
    const number = Number(restaurant.slice(1));
    const party = parties[(place * 7 + number) % parties.length];
    const id = `seed-${restaurant}-${date}-${place}`;
    const by = (deed, at) => ({ actor: 'agent', who: 'tanaka', now: iso(at), key: `${id}/${deed}` });
    const details = detailsOf(comes(party.customer, date), `${number}${place}`.padStart(6, '0'));
    const command = { do: 'book', id, begin: timeOf(start), party: party.party, needs: party.needs, details };
    const made = await decide(ledger, {
      restaurant,
      date,
      command: { ...command, by: by('book', startOf(date) - day / 2) },
    });
    if (!made) continue;
    count += 1;
    const begin = startOf(date) + start * minute;
    const end = startOf(date) + minutesOf(made.reservation.end) * minute;
    if (begin <= now) await decide(ledger, { command: { do: 'sit_down', booking: id, by: by('sit_down', begin) } });
    if (end <= now) await decide(ledger, { command: { do: 'leave', booking: id, by: by('leave', end) } });
  }
  return count;
};

/** A call of some minutes ago, as it was answered, recorded and promised. */
const call = async (
  ledger,
  { ago, restaurant, other, customer, agent, missed, seconds, dispositions, promise },
  place,
  now,
) => {
  const at = now - ago * minute;
  const contact = `seed-call-${dateIn(zone, now)}-${place}`;
  const request = (name, when) => ({ key: `${contact}/${name}`, now: iso(when) });
  const dialled = `+8135000${restaurant.slice(1).padStart(4, '0')}`;
  await run(ledger, {
    open_call: {
      call: { contacts: [contact], direction: 'inbound', other, dialled, restaurant, customer, agent },
      ...request('open', at),
    },
  });
  const occurrence = (event, after) => ({ id: `${contact}/${event}`, event, at: iso(at + after * 1000) });
  const answered = 4 + (place % 5) * 6;
  const apply = missed
    ? [occurrence('missed', 25)]
    : [occurrence('answered', answered), occurrence('ended', answered + seconds)];
  const change = {
    apply,
    ...(promise && { promise: { number: other, at: iso(now + promise * minute), by: agent } }),
    ...(dispositions && { complete: { dispositions, policy: { demand: 'required' }, by: agent } }),
  };
  await run(ledger, {
    change_call: { contact, change, ...request('close', at + (answered + (seconds ?? 25) + 30) * 1000) },
  });
};

const mark = { partition: 'desk#seed', sort: 'date' };

/** What a desk has on a day, so that it is full when it is opened: once a day, of development alone. */
export const seed = async (ledger, now) => {
  const today = dateIn(zone, now);
  const [marked] = await ledger.read([mark]);
  if (marked?.body === today) return 0;
  const all = restaurants();
  const early = iso(startOf(today) - 2 * day);
  for (const customer of customers) await putCustomer(ledger, customer, early);
  const comes = eachOnceADay();
  const counts = await Promise.all(
    all.map(async (restaurant) => {
      await putRestaurant(ledger, restaurant, early);
      const { date } = await run(ledger, { business_date: { restaurant: restaurant.id, now: iso(now) } });
      const dates = [...new Set([date, today, daysLater(today, 1)])];
      let count = 0;
      for (const one of dates) count += await book(ledger, restaurant.id, one, now, comes);
      return count;
    }),
  );
  for (const [place, one] of calls.entries()) await call(ledger, one, place, now);
  for (const one of heard) await keepHeard(ledger, one, now);
  await ledger.commit({ writes: [{ put: { ...mark, body: today } }], now: new Date(now) });
  return counts.reduce((sum, count) => sum + count, 0);
};
