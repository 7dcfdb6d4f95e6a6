import { parseCaller, run } from 'denwaban';

import { dateIn, daysLater, hoursNow } from './hours.mjs';
import { hasAll, hasRestaurant } from './identity.mjs';
import { heardOf } from '../../lambda/heard.mjs';
import { narrow } from './scope.mjs';

/** What is likely to be called about: this long before and after. */
const daysBefore = 1;
const daysAfter = 90;
const recentDays = 2;
const mostCalls = 5;

const isAhead = ({ reservation: { commitment } }) =>
  !['cancelled', 'declined', 'no_show', 'lapsed'].includes(commitment);
const count = (visits, outcome) => visits.filter((visit) => visit.outcome === outcome).length;

/** A customer as an agent glances at them. */
const atAGlance = (customer) => {
  const visits = customer.visits ?? [];
  return { ...customer, visited: count(visits, 'visited'), noShows: count(visits, 'no_show') };
};

const pages = async (ledger, errand, question, member) => {
  const answer = await run(ledger, { [errand]: question });
  return answer[member];
};

/** What was said in calls of yesterday and today, from this number or by these customers, to this restaurant. */
const recentCalls = async (ledger, restaurant, number, customers, today) => {
  const dates = Array.from({ length: recentDays }, (_, days) => daysLater(today, -days));
  const lists = await Promise.all(
    dates.map((date) => pages(ledger, 'find_calls', { restaurant: restaurant.id, date, limit: 100 }, 'calls')),
  );
  const ids = new Set(customers.map(({ id }) => id));
  return lists.flat().filter(({ call }) => (number && call.other === number) || ids.has(call.customer));
};

/** What is still to be done after calls of theirs. */
const openFollowUps = (calls) =>
  calls.flatMap(({ call, follow_ups: followUps = [] }) =>
    followUps
      .filter(({ done }) => !done)
      .map((followUp) => ({ ...followUp, contact: call.contacts[0], restaurant: call.restaurant })),
  );

const callsOf = async (ledger, person, restaurant, number, customers, today) => {
  const [recent, ...theirs] = await Promise.all([
    recentCalls(ledger, restaurant, number, customers, today),
    ...customers.map(({ id }) => pages(ledger, 'find_calls', { customer: id, limit: 20 }, 'calls')),
  ]);
  const seen = new Map([...recent, ...theirs.flat()].map((kept) => [kept.call.contacts[0], kept]));
  const all = [...seen.values()].filter(({ call }) => hasAll(person) || hasRestaurant(person, call.restaurant));
  return all.sort((a, b) => b.opened.localeCompare(a.opened));
};

/** The date whose book it is now; null where there is none. */
const bookDateOf = async (ledger, { id: restaurant }, at) => {
  try {
    return (await run(ledger, { business_date: { restaurant, now: new Date(at).toISOString() } })).date;
  } catch (error) {
    if (error.code === 'unknown_reference') return null;
    throw error;
  }
};

/** All that an agent sees while it rings: which restaurant, who, and why they may be calling. */
export const incoming = async ({ ledger, clock }, person, restaurant, { caller, language }) => {
  const at = clock();
  const number = parseCaller(caller ?? '').number?.e164 ?? null;
  const today = dateIn(restaurant.zone, at);
  const found = number ? await run(ledger, { find_customers: { phone: number } }) : [];
  const customers = hasAll(person) ? found : narrow.foundCustomers(person, found);
  const [date, bookings, calls, heard] = await Promise.all([
    bookDateOf(ledger, restaurant, at),
    number
      ? pages(
          ledger,
          'list_bookings',
          { phone: number, from: daysLater(today, -daysBefore), to: daysLater(today, daysAfter) },
          'bookings',
        )
      : [],
    callsOf(ledger, person, restaurant, number, customers, today),
    heardOf(ledger, restaurant, number, at),
  ]);
  const own = hasAll(person) ? bookings : narrow.bookings(person, { bookings }).bookings;
  return {
    restaurant: {
      id: restaurant.id,
      name: restaurant.name,
      kana: restaurant.kana,
      notes: restaurant.notes,
      lines: restaurant.lines,
    },
    now: hoursNow(restaurant, at, language),
    date,
    caller: number,
    customers: customers.map(atAGlance),
    bookings: own.filter(isAhead),
    followUps: openFollowUps(calls),
    recentCalls: calls.slice(0, mostCalls),
    heard,
  };
};
