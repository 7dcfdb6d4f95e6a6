// The schemas of books and customers accept what the reader accepts, and refuse what they can of what it refuses.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { Customers, DayBook } from 'denwaban';

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const schema = (name) => read(`docs/schema/${name}.schema.json`);
const ajv = new Ajv({ strict: false });
ajv.addSchema(schema('rules')).addSchema(schema('restaurant'));
const isBook = ajv.compile(schema('day_book'));
const isCustomer = ajv.compile(schema('customer'));

const vectors = readdirSync(new URL('../data/reservation_vectors', import.meta.url)).map((name) =>
  read(`tests/data/reservation_vectors/${name}`),
);
const [example] = schema('day_book').examples;

test('what the reader accepts and writes is a book', () => {
  for (const book of [example, ...vectors.flatMap(({ book, after }) => [book, after])]) {
    assert.ok(isBook(book), JSON.stringify(isBook.errors));
    assert.ok(isBook(DayBook.fromJson(book).toJSON()), JSON.stringify(isBook.errors));
  }
});

test('what the reader accepts and writes is a customer', () => {
  const [customer] = schema('customer').examples;
  assert.ok(isCustomer(customer), JSON.stringify(isCustomer.errors));
  assert.ok(isCustomer(Customers.fromJson([customer]).toJSON()[0]), JSON.stringify(isCustomer.errors));
});

const withPolicy = (policy) => ({ ...example, policy });
const withReservation = (changes) => ({ ...example, reservations: [{ ...example.reservations[0], ...changes }] });
const refusedBooks = {
  'no floor plan': { ...example, floor_plan: undefined },
  'a key that nobody knows': { ...example, tablecloth: 'red' },
  'a date that is none': { ...example, date: 'Friday' },
  'a version below none': { ...example, version: -1 },
  'a time past two days': { ...example, periods: [{ opens: '17:00', closes: '49:00' }] },
  'a state that is none': { ...example, periods: [{ opens: '17:00', closes: '19:00', state: 'closed' }] },
  'a table without seats': { ...example, floor_plan: { tables: [{ id: 'A' }] } },
  'a turn of words': withPolicy({ turn: 'long' }),
  'a grid of nothing': withPolicy({ start_grid: 0 }),
  'a limit that is none': withPolicy({ on_limit: { sky: 'warn' } }),
  'an action that is none': withPolicy({ on_limit: { closing: 'shrug' } }),
  'a deadline of two kinds': withPolicy({
    cancel_until: [{ minutes_before: 1, days_before: { days: 1, at: '17:00' } }],
  }),
  'a channel that is none': withReservation({ channel: 'fax' }),
  'a party of less than nobody': withReservation({ party: { adults: -1 } }),
  'a commitment that is none': withReservation({ commitment: 'perhaps' }),
  'a hold without its offset': withReservation({ commitment: 'held', held_until: '2026-11-27T10:00:00' }),
  'an amount of words': withReservation({ details: { deposit: { amount: 'much' } } }),
};
for (const [name, document] of Object.entries(refusedBooks)) {
  test(`schema and reader both refuse a book with ${name}`, () => {
    const book = JSON.parse(JSON.stringify(document));
    assert.equal(isBook(book), false);
    assert.throws(() => DayBook.fromJson(book), { name: 'DenwabanError' });
  });
}

const refusedCustomers = {
  'no id': {},
  'an empty id': { id: '' },
  'a phone that is none': { id: '1', phones: [12] },
  'an outcome that is none': {
    id: '1',
    visits: [{ restaurant: 'r', booking: 'b', date: '2026-11-27', outcome: 'danced' }],
  },
};
for (const [name, customer] of Object.entries(refusedCustomers)) {
  test(`schema and reader both refuse a customer with ${name}`, () => {
    assert.equal(isCustomer(customer), false);
    assert.throws(() => Customers.fromJson([customer]), { name: 'DenwabanError' });
  });
}
