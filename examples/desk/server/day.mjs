import { CallFacts, Call, KeptCallFacts, run } from 'denwaban';

import { hasAll, hasRestaurant } from './identity.mjs';
import { forbidden } from './problems.mjs';
import { trialOn } from './trial.mjs';

const threshold = 20_000;
const zone = 'Asia/Tokyo';

const all = async (ledger, errand, question, member) => {
  const found = [];
  for (let after = null; ;) {
    const page = await run(ledger, { [errand]: { ...question, limit: 100, after } });
    found.push(...page[member]);
    after = page.next;
    if (after === null || after === undefined) return found;
  }
};

const seconds = (time) => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
const firstOf = (occurrences, ...events) => occurrences.find(({ event }) => events.includes(event))?.at ?? null;

/** A kept call as the contact record that Amazon Connect will send of it. */
const recordOf = ({ opened, call }) => {
  const occurrences = call.occurrences ?? [];
  const answered = firstOf(occurrences, 'answered');
  const ended = firstOf(occurrences, 'ended', 'missed', 'rejected', 'failed', 'contact_gone');
  const enqueued = call.direction === 'inbound' ? seconds(opened) : null;
  const outOfQueue = answered ?? ended;
  return {
    ContactId: call.contacts[0],
    Channel: 'VOICE',
    InitiationMethod: call.direction === 'outbound' ? 'OUTBOUND' : 'INBOUND',
    InitiationTimestamp: seconds(opened),
    LastUpdateTimestamp: seconds(ended ?? answered ?? opened),
    DisconnectTimestamp: ended && seconds(ended),
    SystemEndpoint: call.dialled ? { Address: call.dialled, Type: 'TELEPHONE_NUMBER' } : null,
    Queue: enqueued && {
      ARN: 'urn:denwaban:queue:desk',
      Name: 'desk',
      EnqueueTimestamp: enqueued,
      DequeueTimestamp: outOfQueue && seconds(outOfQueue),
    },
    Agent: answered && {
      ARN: `urn:denwaban:agent:${call.agent ?? 'unknown'}`,
      Username: call.agent ?? 'unknown',
      ConnectedToAgentTimestamp: seconds(answered),
      AgentInteractionDuration: ended
        ? Math.max(0, Math.round((Date.parse(ended) - Date.parse(answered)) / 1000))
        : null,
    },
    Attributes: {},
  };
};

const minutesIn = (at) => {
  const [hour, minute] = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
    .format(new Date(at))
    .split(':');
  return Number(hour) * 60 + Number(minute);
};

const width = 960;
const height = 160;
const foot = 20;
/** Calls by the quarter hour, those that were talked below those that were not. Colours are the page's, by class. */
const pictureOf = (talked, lost) => {
  const most = Math.max(4, ...talked.map((count, place) => count + lost[place]));
  const step = width / talked.length;
  const tall = (count) => (count / most) * (height - foot);
  const bar = (name, place, count, below) =>
    count === 0
      ? ''
      : `<rect class="${name}" x="${(place * step + 1).toFixed(1)}" y="${(height - foot - tall(below) - tall(count)).toFixed(1)}" width="${(step - 2).toFixed(1)}" height="${tall(count).toFixed(1)}"/>`;
  const bars = talked.map((count, place) => bar('talked', place, count, 0) + bar('lost', place, lost[place], count));
  const hours = Array.from(
    { length: 8 },
    (_, place) => `<text x="${place * 3 * 4 * step}" y="${height - 4}">${place * 3}</text>`,
  );
  const sum = (counts) => counts.reduce((a, b) => a + b, 0);
  const title = `${sum(talked) + sum(lost)} calls, ${sum(lost)} of them not answered, by the quarter hour`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img"><title>${title}</title>${bars.join('')}${hours.join('')}</svg>`;
};

const countBy = (values) => values.reduce((counts, value) => ({ ...counts, [value]: (counts[value] ?? 0) + 1 }), {});

/** As many documents as a ledger reads at once. */
const mostRead = 100;

/** Contacts whose records are on the ledger, which keeps a way to them for each. */
const recordedOf = async (ledger, contacts) => {
  const recorded = new Set();
  for (let first = 0; first < contacts.length; first += mostRead) {
    const some = contacts.slice(first, first + mostRead);
    const ways = await ledger.read(some.map((contact) => ({ partition: `contact_record#${contact}`, sort: 'way' })));
    for (const [place, way] of ways.entries()) if (way) recorded.add(some[place]);
  }
  return recorded;
};

/** What Amazon Connect says of a call: its records are found by adding one that is older than they are, and keeping nothing. */
const recordsOf = async (ledger, record, now) => {
  const older = new CallFacts();
  older.add({ ...record, LastUpdateTimestamp: record.InitiationTimestamp });
  const { facts } = await new KeptCallFacts(trialOn(ledger)).add(older.recordsOf(record.ContactId), { now });
  return facts.toJSON();
};

/**
 * A day of calls: figures by a contact centre's formulas, and a picture; of contact records where they are kept, else of the
 * desk's own calls.
 */
export const dayOf = async ({ ledger, clock }, person, { date, restaurant }) => {
  if (restaurant && !hasRestaurant(person, restaurant))
    throw forbidden('is of no restaurant of yours', '/querystring/restaurant');
  const restaurants = restaurant
    ? [restaurant]
    : (await all(ledger, 'list_restaurants', {}, 'restaurants'))
        .map(({ id }) => id)
        .filter((id) => hasAll(person) || hasRestaurant(person, id));
  const lists = await Promise.all(
    restaurants.map((id) => all(ledger, 'find_calls', { restaurant: id, date }, 'calls')),
  );
  const calls = lists.flat();
  const own = new CallFacts();
  const connects = [];
  const talked = new Array(96).fill(0);
  const lost = new Array(96).fill(0);
  const recorded = await recordedOf(
    ledger,
    calls.map(({ call }) => call.contacts[0]),
  );
  for (const kept of calls) {
    const record = recordOf(kept);
    if (recorded.has(record.ContactId)) connects.push(...(await recordsOf(ledger, record, new Date(clock()))));
    else own.add(record);
  }
  const outcomes = calls.map((kept) => {
    const { outcome } = Call.fromJson(kept.call);
    const place = Math.floor(minutesIn(kept.opened) / 15);
    (['talked', 'open'].includes(outcome) ? talked : lost)[place] += 1;
    return outcome;
  });
  return {
    date,
    calls: calls.length,
    recorded: recorded.size,
    figures: CallFacts.fromJson([...own.toJSON(), ...connects]).serviceFigures({ threshold }),
    outcomes: countBy(outcomes),
    quarters: talked.map((count, place) => count + lost[place]),
    svg: pictureOf(talked, lost),
  };
};
