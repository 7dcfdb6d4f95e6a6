import { run } from 'denwaban';

import { hasAll, hasRestaurant } from './identity.mjs';
import { forbidden } from './problems.mjs';

/**
 * What is not of somebody's restaurants and what is not at all is refused alike, so that nobody learns what there is.
 */
const refuse = (place) => {
  throw forbidden('is of no restaurant of yours', place);
};
const mustHave = (person, restaurant, place) => {
  if (typeof restaurant !== 'string' || !hasRestaurant(person, restaurant)) refuse(place);
};

/** Where things are that are named without their restaurant. */
const find = {
  booking: async (ledger, id) => (await run(ledger, { find_booking: { id } }))?.restaurant,
  call: async (ledger, contact) => run(ledger, { find_call: { contact } }),
  customer: async (ledger, id) => run(ledger, { find_customer: { id } }),
};
const isOf = (person, customer) =>
  customer.visits?.some(({ restaurant }) => hasRestaurant(person, restaurant)) ?? false;

const bookingMustBe = async ({ person, ledger }, id, place) => {
  if (typeof id !== 'string') refuse(place);
  mustHave(person, await find.booking(ledger, id), place);
};
const callMustBe = async ({ person, ledger }, contact, place) => {
  if (typeof contact !== 'string') refuse(place);
  mustHave(person, (await find.call(ledger, contact))?.call.restaurant, place);
};
const customerMustBe = async ({ person, ledger }, id, place) => {
  const customer = typeof id === 'string' ? await find.customer(ledger, id) : null;
  if (!customer || !isOf(person, customer)) refuse(place);
};
/** Who is not known yet may become somebody's. */
const customerMayBe = async ({ person, ledger }, id, place) => {
  if (typeof id !== 'string') return;
  const customer = await find.customer(ledger, id);
  if (customer && !isOf(person, customer)) refuse(place);
};

const ifSaid = async (value, check) => {
  if (value !== undefined && value !== null) await check(value);
};

/** Which restaurants an errand is of. Each refuses a person who has not all and has not these. */
export const of = {
  all: () => refuse(''),
  restaurant: ({ person }, { restaurant }) => mustHave(person, restaurant, '/restaurant'),
  restaurantIfAny: ({ person }, { restaurant }) =>
    ifSaid(restaurant, () => mustHave(person, restaurant, '/restaurant')),
  restaurantPut: ({ person }, { restaurant }) => mustHave(person, restaurant?.id, '/restaurant/id'),
  booking: (asking, { id }) => bookingMustBe(asking, id, '/id'),
  command: async (asking, { restaurant, command }) => {
    const named = ['booking', 'with'].filter((key) => command[key] !== undefined);
    if (restaurant === undefined || restaurant === null) {
      if (named.length === 0) refuse('/restaurant');
    } else mustHave(asking.person, restaurant, '/restaurant');
    for (const key of named) await bookingMustBe(asking, command[key], `/command/${key}`);
    await ifSaid(command.details?.customer, (id) => customerMayBe(asking, id, '/command/details/customer'));
  },
  customer: (asking, { id }) => customerMustBe(asking, id, '/id'),
  customerPut: async (asking, { customer }) => {
    await customerMayBe(asking, customer?.id, '/customer/id');
    for (const [place, { restaurant } = {}] of [customer?.visits ?? []].flat().entries()) {
      mustHave(asking.person, restaurant, `/customer/visits/${place}/restaurant`);
    }
  },
  call: (asking, { contact }) => callMustBe(asking, contact, '/contact'),
  newCall: async (asking, { call }) => {
    mustHave(asking.person, call.restaurant, '/call/restaurant');
    await ifSaid(call.customer, (id) => customerMayBe(asking, id, '/call/customer'));
    await ifSaid(call.booking, (id) => bookingMustBe(asking, id, '/call/booking'));
    for (const [place, contact] of [call.contacts ?? []].flat().entries()) {
      const kept = typeof contact === 'string' ? await find.call(asking.ledger, contact) : null;
      if (kept) mustHave(asking.person, kept.call.restaurant, `/call/contacts/${place}`);
    }
  },
  callChange: async (asking, { contact, change }) => {
    await callMustBe(asking, contact, '/contact');
    const { restaurant, customer, booking } = change.assign ?? {};
    await ifSaid(restaurant, (id) => mustHave(asking.person, id, '/change/assign/restaurant'));
    await ifSaid(customer, (id) => customerMayBe(asking, id, '/change/assign/customer'));
    await ifSaid(booking, (id) => bookingMustBe(asking, id, '/change/assign/booking'));
    await ifSaid(change.transfer, async (other) => {
      const kept = typeof other === 'string' ? await find.call(asking.ledger, other) : null;
      if (kept) mustHave(asking.person, kept.call.restaurant, '/change/transfer');
    });
  },
};

const visitsOf = (person, customer) => ({
  ...customer,
  visits: (customer.visits ?? []).filter(({ restaurant }) => hasRestaurant(person, restaurant)),
});
const customersOf = (person, customers) =>
  customers.filter((customer) => isOf(person, customer)).map((customer) => visitsOf(person, customer));
const ownOf = (person, list) => list.filter(({ restaurant }) => hasRestaurant(person, restaurant));

/** What of an answer somebody is told who has not all restaurants. */
export const narrow = {
  restaurant: (person, restaurant) => {
    mustHave(person, restaurant?.id, '');
    return restaurant;
  },
  restaurants: (person, page) => ({
    ...page,
    restaurants: page.restaurants.filter(({ id }) => hasRestaurant(person, id)),
  }),
  bookings: (person, page) => ({ ...page, bookings: ownOf(person, page.bookings) }),
  customer: (person, customer) => visitsOf(person, customer),
  customers: (person, page) => ({ ...page, customers: customersOf(person, page.customers) }),
  foundCustomers: (person, customers) => customersOf(person, customers),
  calls: (person, page) => ({
    ...page,
    calls: page.calls.filter(({ call }) => hasRestaurant(person, call.restaurant)),
  }),
  followUps: (person, page) => ({ ...page, follow_ups: ownOf(person, page.follow_ups) }),
};

/** Refuses what is not of the person's restaurants. */
export const checkScope = async (permission, asking, question) => {
  if (!hasAll(asking.person)) await permission.of?.(asking, question);
};
export const narrowed = (permission, person, answer) =>
  permission.narrow && !hasAll(person) ? permission.narrow(person, answer) : answer;
