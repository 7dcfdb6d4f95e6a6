// A desk's server for tests: on a ledger of two restaurants, behind an issuer of our own, listening on loopback.
import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { KeptCustomers, KeptRestaurants, ReservationDesk, CallDesk, SqliteLedger } from 'denwaban';

import { openApp } from '../../examples/desk/server/app.mjs';
import { openIdentity } from '../../examples/desk/server/identity.mjs';
import { wrapUpOf } from '../../examples/desk/server/wrap_up.mjs';
import { audience, openIssuer } from './issuer.mjs';

export { eventsOf } from './events_of.mjs';

/** Friday, 27 November 2026, 18:00 in Japan. */
export const now = Date.parse('2026-11-27T18:00:00+09:00');
export const date = '2026-11-27';

const services = [{ name: '夜', opens: '17:00', closes: '24:00', last_order: { food: '23:00' } }];
const hours = { rules: [{ when: 'every_day', services }] };
export const restaurants = ['r01', 'r02'].map((id, place) => ({
  id,
  name: `店${place + 1}`,
  lines: [{ number: `+8135000000${place + 1}`, label: '予約' }],
  hours,
}));
export const template = {
  floor_plan: {
    tables: [
      { id: 'T1', most: 2 },
      { id: 'T2', most: 4 },
    ],
  },
};
export const people = {
  yamada: { id: 'c1', name: '山田 太郎', phones: ['+819012345678'], allergies: ['そば'] },
  tanaka: { id: 'c2', name: '田中 花子', phones: ['+819087654321'] },
};

/** Each restaurant has a booking, a call, and a customer who comes there. */
const fill = async (ledger) => {
  const request = (key) => ({ now: new Date(now - 3_600_000), key });
  const kept = new KeptRestaurants(ledger);
  const customers = new KeptCustomers(ledger);
  for (const restaurant of restaurants) {
    await kept.put(restaurant, request(`put ${restaurant.id}`));
    await kept.putBookTemplate(restaurant.id, template, request(`template ${restaurant.id}`));
  }
  for (const person of Object.values(people)) await customers.put(person, request(`put ${person.id}`));
  for (const [place, { id }] of restaurants.entries()) {
    const { id: customer, name, phones } = Object.values(people)[place];
    const details = { customer, name, phone: phones[0] };
    const wanted = { restaurant: id, date, id: `b-${id}`, begin: '19:00', party: 2, details };
    await new ReservationDesk(ledger).book(wanted, { who: 'kato', ...request(`book ${id}`) });
    const call = { contacts: [`ct-${id}`], direction: 'inbound', other: phones[0], restaurant: id, customer };
    await new CallDesk(ledger).open(call, request(`open ${id}`));
    const promise = { number: phones[0], at: new Date(now + 3_600_000), by: 'kato' };
    await new CallDesk(ledger).promise(`ct-${id}`, promise, request(`promise ${id}`));
  }
};

const asJson = async (response) => {
  const text = await response.text();
  return response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
};

/** Opens the server; `ask` and `post` answer status, body and headers. */
export const openDesk = async ({ ledger: given, ...more } = {}) => {
  const begun = Date.now();
  const clock = () => now + Date.now() - begun;
  const issuer = await openIssuer(clock);
  const ledger = given ?? (await SqliteLedger.open(':memory:'));
  await fill(ledger);
  const lines = [];
  const log = new Writable({
    write: (chunk, _, done) => {
      lines.push(...String(chunk).trim().split('\n'));
      done();
    },
  });
  const identity = await openIdentity({ issuer: issuer.issuer, audience }, clock);
  const app = await openApp({
    ledger,
    identity,
    settings: { page: null, every: 20 },
    wrapUp: wrapUpOf({ policy: { demand: 'required', default_outcome: 'other' } }),
    clock,
    log,
    ...more,
  });
  const base = await app.listen({ host: '127.0.0.1', port: 0 });
  const ask = async (path, { token, headers, ...options } = {}) => {
    const bearer = token ? { authorization: `Bearer ${token}` } : {};
    const response = await fetch(base + path, { ...options, headers: { ...bearer, ...headers } });
    return { status: response.status, body: await asJson(response), headers: response.headers };
  };
  const send = (path, token, body, headers = {}) =>
    ask(path, { token, method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  const post = (path, token, body, headers) => send(path, token, JSON.stringify(body), headers);
  const errand = (name, token, question, key) =>
    post(`/api/errands/${name}`, token, question, key ? { 'idempotency-key': key } : {});
  const close = async () => {
    await app.close();
    issuer.close();
  };
  return { app, base, ledger, issuer, sign: issuer.sign, lines, ask, send, post, errand, close };
};

/** Asserts a refusal by its code, and where it is. */
export const refused = ({ status, body, headers }, code, expected) => {
  assert.equal(body.code, code, JSON.stringify(body));
  assert.equal(status, expected ?? body.status);
  assert.match(headers.get('content-type'), /^application\/problem\+json/);
  for (const member of ['type', 'title', 'status', 'detail', 'message', 'place']) assert.ok(member in body, member);
};
