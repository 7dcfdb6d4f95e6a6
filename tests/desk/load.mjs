// Thirty agents at three calls a minute each against one desk, for ten minutes (DESK_LOAD_SECONDS): what was acknowledged is
// in the ledger, no table is sold twice, keys are answered within 100 ms (p99), and memory stays as it is.
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

import { eventsOf } from './events_of.mjs';
import { historyOf, mean, quantile, startServer } from './load_server.mjs';

const seconds = Number(process.env.DESK_LOAD_SECONDS ?? 600);
const agents = 30;
const every = 20_000;
const dates = ['2026-12-11', '2026-12-12', '2026-12-18'];
const keystroke = 120;
const limits = { p99: 100, growth: 1.15 };

const { base, server, folder, file, memory } = await startServer({ page: '/nowhere' });

/** How long each kind of question took, in milliseconds. */
const took = new Map();
const timed = async (kind, ask) => {
  const begun = performance.now();
  const answer = await ask();
  if (!took.has(kind)) took.set(kind, []);
  took.get(kind).push(performance.now() - begun);
  return answer;
};
const figures = { calls: 0, refused: 0, again: 0, told: 0 };
const refusals = new Map();
/** Each booking as it was last acknowledged. */
const acknowledged = new Map();

let seed = 7;
const random = () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};
const one = (list) => list[Math.floor(random() * list.length)];

const asking = (token) => async (path, body, key) => {
  const headers = { authorization: `Bearer ${token}`, ...(key && { 'idempotency-key': key }) };
  const posting = body && {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { ...headers, 'content-type': 'application/json' },
  };
  const response = await fetch(base + path, posting ?? { headers });
  return { status: response.status, body: await response.json() };
};

/** What is committed, as a page is told it. */
const listen = async (token, signal) => {
  const response = await fetch(`${base}/api/events`, { headers: { authorization: `Bearer ${token}` }, signal });
  try {
    for await (const { event } of eventsOf(response)) if (event === 'changed') figures.told += 1;
  } catch (error) {
    if (!signal.aborted) throw error;
  }
};

const decide = async (ask, order, key) => {
  const answer = await timed('decide', () => ask('/api/errands/decide', order, key));
  if (random() < 0.2) {
    const again = await ask('/api/errands/decide', order, key); // the answer was lost
    figures.again += 1;
    if (JSON.stringify(again) !== JSON.stringify(answer)) throw new Error(`${key} was answered in two ways`);
  }
  if (answer.status === 200) acknowledged.set(answer.body.booking, answer.body.reservation);
  else {
    figures.refused += 1;
    refusals.set(answer.body.code, (refusals.get(answer.body.code) ?? 0) + 1);
  }
  return answer;
};

/** One call: who is it, what is free while it is typed, a booking, perhaps another thought, and what it was about. */
const call = async (ask, agent, number) => {
  const contact = `load-${agent}-${number}`;
  const restaurant = `r${String(1 + Math.floor(random() * 20)).padStart(2, '0')}`;
  const date = one(dates);
  const dialled = `%2B8135000${restaurant.slice(1).padStart(4, '0')}`;
  await timed('incoming', () => ask(`/api/calls/incoming?dialled=${dialled}&caller=%2B819012345678`));
  const opened = { contacts: [contact], direction: 'inbound', other: '+819012345678', restaurant };
  const { body: kept } = await timed('open_call', () =>
    ask('/api/errands/open_call', { call: opened }, `${contact}-open`),
  );
  await timed('find_day_book', () => ask('/api/errands/find_day_book', { restaurant, date }));
  const party = 1 + Math.floor(random() * 6);
  let begin = '18:00';
  for (let key = 0; key < 6; ++key) {
    begin = `${17 + Math.floor(random() * 5)}:${one(['00', '15', '30', '45'])}`;
    await timed('propose', () => ask('/api/errands/propose', { restaurant, date, question: { party, begin } }));
    await timed('availability', () => ask('/api/errands/availability', { restaurant, date, question: { party } }));
    await pause(keystroke);
  }
  const booked = await decide(
    ask,
    { restaurant, date, command: { do: 'book', id: contact, begin, party } },
    `${contact}-book`,
  );
  if (booked.status === 200 && random() < 0.3) {
    await decide(
      ask,
      { command: { do: 'change', booking: contact, party: Math.max(1, party - 1) } },
      `${contact}-change`,
    );
  }
  if (booked.status === 200 && random() < 0.2) {
    await decide(ask, { command: { do: 'cancel', booking: contact, reason: 'guest' } }, `${contact}-cancel`);
  }
  const change = {
    apply: ['answered', 'ended'].map((event) => ({ id: event, event, at: kept.opened })),
    complete: {
      dispositions: [{ code: booked.status === 200 ? 'booking.new' : 'booking.full' }],
    },
  };
  const closed = await timed('change_call', () =>
    ask('/api/errands/change_call', { contact, change }, `${contact}-close`),
  );
  if (closed.status !== 200) throw new Error(JSON.stringify(closed.body));
  figures.calls += 1;
};

const until = Date.now() + seconds * 1000;
const work = async (agent, signal) => {
  const login = await fetch(`${base}/api/development/login?as=agent&who=agent${agent}`);
  const { token } = await login.json();
  const ask = asking(token);
  const listening = listen(token, signal);
  await pause(random() * every);
  for (let number = 0; Date.now() < until; ++number) {
    const begun = Date.now();
    await call(ask, agent, number);
    await pause(Math.max(0, every - (Date.now() - begun)));
  }
  return listening;
};

const samples = [];
const sampling = setInterval(() => samples.push(memory()), 1000);

const leaving = new AbortController();
const working = Array.from({ length: agents }, (_, agent) => work(agent, leaving.signal));
setTimeout(() => leaving.abort(), seconds * 1000 + every);
await Promise.all(working);
clearInterval(sampling);
server.kill('SIGTERM');
await once(server, 'exit');

const { wrong, parties } = await historyOf(file, { acknowledged, dates });
rmSync(folder, { recursive: true });

console.log(
  `${agents} agents, ${seconds} s: ${figures.calls} calls, ${acknowledged.size} bookings (${parties} parties in the books), ${figures.refused} refused (${[...refusals].map(([code, count]) => `${code} ${count}`).join(', ')}), ${figures.again} asked again, ${figures.told} events told`,
);
for (const [kind, values] of took) {
  const at = (share) => quantile(values, share).toFixed(1).padStart(7);
  console.log(
    `${kind.padEnd(14)} ${String(values.length).padStart(6)} × p50 ${at(0.5)} ms  p99 ${at(0.99)} ms  most ${at(1)} ms`,
  );
}
const quarter = Math.floor(samples.length / 4);
const [before, after] = [mean(samples.slice(quarter, 2 * quarter)), mean(samples.slice(-quarter))];
console.log(`memory: ${before.toFixed(0)} MB in the second quarter, ${after.toFixed(0)} MB in the last`);
for (const kind of ['propose', 'availability']) {
  const p99 = quantile(took.get(kind), 0.99);
  if (p99 >= limits.p99) wrong.push(`${kind} took ${p99.toFixed(0)} ms (p99)`);
}
if (after > before * limits.growth) wrong.push('memory grows');
for (const what of wrong.slice(0, 20)) console.log(`WRONG: ${what}`);
console.log(`${wrong.length === 0 ? 1 : 0} passed, ${wrong.length} failed, 0 skipped`);
process.exitCode = wrong.length === 0 ? 0 : 1;
