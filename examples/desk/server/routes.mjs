import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';

import { dayOf } from './day.mjs';
import { ask } from './errands.mjs';
import { listen } from './events.mjs';
import { holidaysAhead, hoursNow, languageOf, readHours } from './hours.mjs';
import { hasAll, hasRestaurant } from './identity.mjs';
import { incoming } from './incoming.mjs';
import { callerFor } from './outbound.mjs';
import { forbidden, Problem } from './problems.mjs';
import { schemas } from './schemas.mjs';
import { attempt } from './trial.mjs';

const nowhere = (place) => new Problem('unknown_reference', 'there is no such restaurant', place);
const notYours = (place) => forbidden('is of no restaurant of yours', place);

/** A restaurant that the person has; who has not all is not told which there are. */
const theirs = (person, restaurant, place) => {
  if (restaurant && hasRestaurant(person, restaurant.id)) return restaurant;
  throw hasAll(person) ? nowhere(place) : notYours(place);
};
const mustBe = (person, roles) => {
  if (!roles.includes(person.role)) throw forbidden(`a ${person.role} may not ask this`);
};
const desk = ['agent', 'supervisor'];
const staff = [...desk, 'restaurant'];

const session = ({ person: { who, role, restaurants, name, expires } }) => ({ who, role, restaurants, name, expires });

/** An errand, and how long it took by what came of it. */
const askErrand = (context) => async (request, reply) => {
  const { errand } = request.params;
  const begun = performance.now();
  let code = 'answered';
  try {
    const answer = await ask(context, request, errand, request.body);
    if (request.headers['idempotency-key']) context.hub.look();
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer));
  } catch (error) {
    code = error.code ?? 'internal';
    throw error;
  } finally {
    context.metrics.errand(code === 'not_found' ? 'none' : errand, code, performance.now() - begun);
  }
};

const now = (context) => async (request) => {
  const restaurant = theirs(request.person, await context.restaurants.byId(request.params.id), '/params/id');
  return hoursNow(restaurant, context.clock(), languageOf(request.headers));
};

/** As hours and template have them, whatever was edited of the date's book. */
const periods = (context) => async (request) => {
  const { person, params, query } = request;
  mustBe(person, staff);
  return { periods: theirs(person, await context.restaurants.byId(params.id), '/params/id').hours.periods(query.date) };
};

const ring = (context) => async (request) => {
  const { person, query } = request;
  mustBe(person, desk);
  const restaurant = theirs(person, await context.restaurants.byNumber(query.dialled), '/querystring/dialled');
  return incoming(context, person, restaurant, { caller: query.caller, language: languageOf(request.headers) });
};

const callOut = (context) => async (request) => {
  const { person, query } = request;
  mustBe(person, desk);
  const restaurant = theirs(person, await context.restaurants.byId(query.restaurant), '/querystring/restaurant');
  return callerFor(context, restaurant, query);
};

/** How much of a stream may wait for a slow reader, in bytes. */
const mostWaiting = 1_000_000;
/** Streams that one person may have open: tabs, and those that are not known to be gone yet. */
const mostStreams = 50;

/** Counts streams by person; gives what uncounts one. */
const countingStreams = () => {
  const open = new Map();
  return ({ key }) => {
    const count = open.get(key) ?? 0;
    if (count >= mostStreams) throw new Problem('too_many_requests', 'are followed at once');
    open.set(key, count + 1);
    return () => {
      const left = open.get(key) - 1;
      if (left > 0) open.set(key, left);
      else open.delete(key);
    };
  };
};

const follow =
  (context, count = countingStreams()) =>
  async (request, reply) => {
    const { person, query, headers } = request;
    mustBe(person, staff);
    const { hub, ledger } = context;
    if (!hub.isFed)
      throw new Problem('unavailable', 'this ledger tells of no changes here: ask again for what is shown');
    if (query.restaurant && !hasRestaurant(person, query.restaurant)) throw notYours('/querystring/restaurant');
    const after = headers['last-event-id'] ?? query.after ?? null;
    if (after !== null) await ledger.changes({ after, most: 1 }).catch((error) => unlessExpired(error));
    const uncount = count(person);
    const stream = new PassThrough();
    const send = (text) => {
      if (stream.writableLength > mostWaiting) stream.destroy();
      else if (!stream.destroyed) stream.write(text);
    };
    const asked = { person, restaurant: query.restaurant, nouns: query.nouns?.split(','), after };
    const stop = listen(context, asked, { send, end: () => stream.end() });
    stream.on('close', () => {
      uncount();
      stop.then((end) => end());
    });
    return reply
      .headers({ 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' })
      .type('text/event-stream; charset=utf-8')
      .send(stream);
  };
const unlessExpired = (error) => {
  if (error.code !== 'expired_cursor') throw error;
};

const snapshot = (context) => async (request) => {
  mustBe(request.person, desk);
  return context.board.take(request.person, request.body);
};
const agents = (context) => async (request) => {
  mustBe(request.person, ['supervisor']);
  if (!hasAll(request.person)) throw notYours('');
  return { agents: await context.board.list() };
};
const day = (context) => async (request) => {
  mustBe(request.person, ['supervisor']);
  return dayOf(context, request.person, request.query);
};

/** What a page must know before anybody has signed in: how one does, and what time it is. */
const signIn =
  ({ identity, clock }) =>
  async () => ({
    now: new Date(clock()).toISOString(),
    isDevelopment: Boolean(identity.login),
    ...(identity.signIn && {
      issuer: identity.signIn.issuer,
      client: identity.signIn.client,
      scope: identity.signIn.scope,
    }),
  });

const wrapUp =
  ({ wrapUp: { policy, catalogue } }) =>
  async ({ person }) => {
    mustBe(person, staff);
    return { policy, catalogue };
  };

const login = (context) => async (request) => {
  const { as, who = as, restaurants = as === 'restaurant' ? 'r01' : '*' } = request.query;
  return { token: await context.identity.login({ as, who, restaurants }) };
};

const isReady = (context) => async () => {
  await context.ledger.read([{ partition: 'desk', sort: 'health' }]);
  return { status: 'ok' };
};

const isLocal = ({ ip, headers }) =>
  ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(ip) && !headers['x-forwarded-for'];
const figures = (context) => async (request, reply) => {
  const { metricsToken } = context.settings;
  const may = metricsToken ? request.headers.authorization === `Bearer ${metricsToken}` : isLocal(request);
  if (!may) throw new Problem('unauthenticated', 'figures are for whoever watches the desk');
  return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await context.metrics.text());
};

const document = () => {
  const text = readFileSync(new URL('openapi.json', import.meta.url), 'utf8');
  return async (_, reply) => reply.type('application/json; charset=utf-8').send(text);
};

/** Every route, with what it is asked and what it answers: what is served, and what openapi.json is written from. */
export const routes = [
  { method: 'GET', url: '/health', handler: isReady, isOpen: true },
  { method: 'GET', url: '/metrics', handler: figures, isOpen: true },
  { method: 'GET', url: '/api/openapi.json', handler: document, isOpen: true },
  { method: 'GET', url: '/api/sign-in', handler: signIn, isOpen: true },
  { method: 'GET', url: '/api/session', handler: () => session },
  { method: 'GET', url: '/api/development/login', handler: login, isOpen: true, isDevelopment: true },
  { method: 'POST', url: '/api/errands/:errand', handler: askErrand },
  { method: 'GET', url: '/api/restaurants/:id/now', handler: now },
  { method: 'GET', url: '/api/restaurants/:id/periods', handler: periods },
  { method: 'GET', url: '/api/calls/incoming', handler: ring },
  { method: 'GET', url: '/api/outbound', handler: callOut },
  {
    method: 'POST',
    url: '/api/hours/read',
    handler:
      (context) =>
      async ({ body }) =>
        readHours(body, context.clock()),
  },
  {
    method: 'GET',
    url: '/api/holidays',
    handler:
      ({ clock }) =>
      async () =>
        holidaysAhead(clock()),
  },
  { method: 'GET', url: '/api/wrap-up', handler: wrapUp },
  {
    method: 'POST',
    url: '/api/trials',
    handler: (context) => (request) => attempt(context, request, request.body),
  },
  { method: 'GET', url: '/api/events', handler: follow, isStream: true },
  { method: 'POST', url: '/api/agents/snapshot', handler: snapshot },
  { method: 'GET', url: '/api/agents', handler: agents },
  { method: 'GET', url: '/api/day', handler: day },
];

export const addRoutes = (app, context) => {
  for (const { method, url, handler, isOpen, isDevelopment, isStream } of routes) {
    if (isDevelopment && !context.identity.login) continue;
    const schema = schemas[`${method} ${url}`]?.asked;
    app.route({
      method,
      url,
      handler: handler(context),
      schema,
      config: { isOpen },
      ...(isStream ? { compress: false } : {}),
    });
  }
};
