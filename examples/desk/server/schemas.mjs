/** What routes are asked and answer, as JSON Schema: what Fastify checks, and what openapi.json shows. */
import { tryable } from './trial.mjs';

const id = { type: 'string', minLength: 1, maxLength: 200 };
const words = { type: 'string', maxLength: 200 };
const number = { type: 'string', minLength: 1, maxLength: 40, description: 'A telephone number, in any form.' };
const date = { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', description: 'A business date.' };
const instant = { type: 'string', format: 'date-time' };
const perhaps = (schema) => ({ anyOf: [schema, { type: 'null' }] });
const listOf = (items) => ({ type: 'array', items });
const object = (properties, { optional = [], ...more } = {}) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
  additionalProperties: false,
  ...more,
});
const open = { type: 'object', additionalProperties: true };
const ofErrands = (name) => ({ $ref: `#/components/schemas/${name}` });

const role = { enum: ['agent', 'supervisor', 'restaurant', 'guest'] };

/** What hours say at a moment. */
export const hoursNow = object({
  restaurant: id,
  name: words,
  at: instant,
  zone: words,
  status: { enum: ['open', 'closed', 'unknown'] },
  say: { type: 'string', description: 'In words, in the language that was accepted: ja or en.' },
  closesAt: perhaps(instant),
  lastOrders: object({ food: perhaps(instant), drink: perhaps(instant), entry: perhaps(instant) }),
  nextOpening: perhaps(instant),
  reason: { type: 'string' },
  cause: words,
  service: perhaps(words),
  businessDate: date,
  holiday: perhaps(words),
});

const finding = object({
  kind: words,
  weight: { enum: ['note', 'doubt', 'loss'] },
  message: { type: 'string' },
  where: words,
  words: { type: 'string' },
  part: { enum: ['open', 'close', ''] },
  dates: listOf(date),
});
const opening = object({
  state: { enum: ['open', 'unknown'] },
  begins: instant,
  ends: instant,
  businessDate: date,
  service: perhaps(words),
});
const dayOfMonth = object({
  date,
  reason: { type: 'string' },
  cause: words,
  holiday: perhaps(words),
  eveOf: perhaps(words),
  openings: listOf(opening),
});

const contactState = {
  enum: [
    'INCOMING',
    'PENDING',
    'CONNECTING',
    'CONNECTED',
    'CONNECTED_ONHOLD',
    'MISSED',
    'REJECTED',
    'ERROR',
    'ENDED',
    'PAUSED',
  ],
};
const snapshotTaken = object(
  {
    id: { ...id, description: 'Of the snapshot: the same again changes nothing.' },
    at: instant,
    status: object({
      name: { ...words, minLength: 1 },
      type: { enum: ['routable', 'not_routable', 'offline'] },
      since: instant,
    }),
    contacts: {
      ...listOf(
        object(
          {
            id,
            state: contactState,
            since: instant,
            queue: words,
            connected: instant,
            initiation: { enum: ['INBOUND', 'OUTBOUND', 'TRANSFER', 'CALLBACK'] },
          },
          { optional: ['queue', 'connected', 'initiation'] },
        ),
      ),
      maxItems: 20,
    },
  },
  { optional: ['contacts'] },
);

const figures = object({
  offered: { type: 'integer' },
  queued: { type: 'integer' },
  answered: { type: 'integer' },
  abandoned: { type: 'integer' },
  abandonedInFlow: { type: 'integer' },
  answeredInTime: { type: 'integer' },
  abandonedInTime: { type: 'integer' },
  speedOfAnswer: perhaps({ type: 'number' }),
  handleTime: perhaps({ type: 'number' }),
  serviceLevel: object({
    answeredOfAll: perhaps({ type: 'number' }),
    withoutShortAbandons: perhaps({ type: 'number' }),
    shortAbandonsAsAnswered: perhaps({ type: 'number' }),
  }),
});

export const schemas = {
  'GET /health': { says: 'Whether the desk and its ledger answer.', answers: object({ status: { const: 'ok' } }) },
  'GET /api/openapi.json': { says: 'This document.', answers: open },
  'GET /metrics': { says: "What is counted, as Prometheus' text.", type: 'text/plain' },
  'GET /api/sign-in': {
    says: 'How one signs in (authorization code with PKCE, at the issuer, as the client), and what time it is.',
    answers: object(
      { now: instant, isDevelopment: { type: 'boolean' }, issuer: words, client: words, scope: words },
      { optional: ['issuer', 'client', 'scope'] },
    ),
  },
  'GET /api/session': {
    says: 'Whose the token is, and what they may see.',
    answers: object({
      who: { type: 'string' },
      role,
      restaurants: listOf({ type: 'string' }),
      name: { type: 'string' },
      expires: instant,
    }),
  },
  'GET /api/development/login': {
    says: 'A token of the development issuer, which there is on loopback alone.',
    asked: {
      querystring: object(
        {
          as: role,
          who: { type: 'string', pattern: '^[a-z0-9_-]{1,40}$' },
          restaurants: { type: 'string', pattern: '^(\\*|[A-Za-z0-9_-]{1,40}(,[A-Za-z0-9_-]{1,40}){0,49})$' },
        },
        { optional: ['who', 'restaurants'] },
      ),
    },
    answers: object({ token: { type: 'string' } }),
  },
  'GET /api/restaurants/:id/now': {
    says: 'What a restaurant’s hours say now, in words.',
    asked: { params: object({ id }) },
    accepts: true,
    answers: hoursNow,
  },
  'GET /api/restaurants/:id/periods': {
    says: 'When a restaurant takes guests on a date by its hours, whatever was edited of the date’s book.',
    asked: { params: object({ id }), querystring: object({ date }) },
    answers: object({ periods: listOf(ofErrands('period')) }),
  },
  'GET /api/calls/incoming': {
    says: 'What an agent sees while it rings: which restaurant, who, and why they may be calling.',
    asked: { querystring: object({ dialled: number, caller: { ...number, minLength: 0 } }, { optional: ['caller'] }) },
    accepts: true,
    answers: object({
      restaurant: object({ id, name: words, kana: words, notes: listOf({ type: 'string' }), lines: listOf(open) }),
      now: hoursNow,
      date: { ...perhaps(date), description: 'Whose book it is now; null where there is none.' },
      caller: perhaps({ type: 'string' }),
      customers: listOf({ ...open, description: 'A customer, with `visited` and `noShows`, how often.' }),
      bookings: listOf(ofErrands('kept_reservation')),
      followUps: listOf(open),
      recentCalls: listOf(ofErrands('kept_call')),
      heard: perhaps({ ...open, description: 'What the bot has heard, slot by slot, as a TalkDesk hands it over.' }),
    }),
  },
  'GET /api/outbound': {
    says: 'Which number a guest is shown who is called, and why.',
    asked: {
      querystring: object(
        { restaurant: id, number, choice: number, lastCalled: number },
        { optional: ['choice', 'lastCalled'] },
      ),
    },
    answers: object(
      {
        number: perhaps({ type: 'string' }),
        source: words,
        queue: perhaps(words),
        label: words,
        passedOver: listOf(open),
        why: object({ ja: { type: 'string' }, en: { type: 'string' } }),
      },
      { optional: ['source', 'queue', 'label'] },
    ),
  },
  'POST /api/hours/read': {
    says: 'Hours as a listing has them, read back before they count.',
    asked: {
      body: object(
        { hours: { type: 'string', maxLength: 5000 }, closed: { type: 'string', maxLength: 2000 } },
        { optional: ['closed'] },
      ),
    },
    answers: object({
      findings: listOf(finding),
      isComplete: { type: 'boolean' },
      say: { type: 'string' },
      month: listOf(dayOfMonth),
      rules: open,
    }),
  },
  'GET /api/holidays': {
    says: 'Japan’s next holidays, and the days before them.',
    answers: object({ days: listOf(object({ date, holiday: perhaps(words), eveOf: perhaps(words) })) }),
  },
  'GET /api/wrap-up': {
    says: 'What must be said of a call before it is done, how long that may take, in seconds, and the catalogue of what it can be.',
    answers: object({
      policy: object({
        demand: { enum: ['not_allowed', 'optional', 'required', 'required_with_data'] },
        timer: object({
          limit: { type: 'integer' },
          extension: { type: 'integer' },
          extensions: { type: 'integer' },
        }),
        default_outcome: words,
      }),
      catalogue: open,
    }),
  },
  'POST /api/trials': {
    says: 'What errands would answer, one after the other: whom it would hurt. Nothing is kept.',
    asked: {
      body: object({
        errands: {
          ...listOf({ ...open, minProperties: 1, maxProperties: 1, propertyNames: { enum: tryable } }),
          minItems: 1,
          maxItems: 4,
        },
      }),
    },
    answers: object({ answers: listOf(open) }),
  },
  'GET /api/events': {
    says: 'What is committed from now on, or after a cursor, as server-sent events: open, changed, expired.',
    asked: {
      querystring: object(
        {
          restaurant: id,
          after: { type: 'string', maxLength: 40 },
          nouns: {
            type: 'string',
            pattern: '^[a-z_]+(,[a-z_]+)*$',
            maxLength: 200,
            description: 'Changes of these alone, `day_book,call`; of all without.',
          },
        },
        { optional: ['restaurant', 'after', 'nouns'] },
      ),
    },
    goesOn: true,
    type: 'text/event-stream',
  },
  'POST /api/agents/snapshot': {
    says: 'What streams shows of the agent whose token it is.',
    asked: { body: snapshotTaken },
    answers: ofErrands('followed_agent'),
  },
  'GET /api/agents': {
    says: 'Agents and their calls, as they are now.',
    answers: object({
      agents: listOf(
        object({
          agent: { type: 'string' },
          name: { type: 'string' },
          state: words,
          since: perhaps(instant),
          status: perhaps(words),
          times: open,
          contacts: listOf(
            object({ id, state: words, since: perhaps(instant), queue: perhaps(words), restaurant: perhaps(id) }),
          ),
        }),
      ),
    }),
  },
  'GET /api/day': {
    says: 'A day of calls: what a contact centre counts of them, and their picture by the quarter hour. A call counts as its contact records say where they are on the ledger, else as the desk kept it.',
    asked: { querystring: object({ date, restaurant: id }, { optional: ['restaurant'] }) },
    answers: object({
      date,
      calls: { type: 'integer' },
      recorded: { type: 'integer', description: 'Of how many of them there are contact records.' },
      figures,
      outcomes: { type: 'object', additionalProperties: { type: 'integer' } },
      quarters: { ...listOf({ type: 'integer' }), description: '96, from midnight on.' },
      svg: { type: 'string' },
    }),
  },
};

/** RFC 9457, with the members that every refusal of denwaban has. */
export const problemSchema = object({
  type: { type: 'string', pattern: '^urn:denwaban:problem:' },
  title: words,
  status: { type: 'integer' },
  detail: { type: 'string' },
  code: words,
  message: { type: 'string' },
  place: { type: 'string' },
  errors: listOf(object({ code: words, message: { type: 'string' }, place: { type: 'string' } })),
});
