// Feeds snapshots, scripted and random, to the published amazon-connect-streams and to denwaban, and compares what both
// tell: the same agent events and the same contact events, in the same order. Where we differ on purpose stands in the
// table of docs/agents.md, which is read here: any other difference fails, and so does a row that was never met.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';

/** At once, because streams leaves timers and the end comes by exit. */
const print = (text) => writeSync(1, `${text}\n`);
const connect = createRequire(import.meta.url)('../../bindings/browser/simulator/node.cjs');

const cli = process.argv[2] ?? 'build/dev/tests/denwaban_agent_notices_cli';
const sequences = Number(process.argv[3] ?? 3000);
let seed = Number(process.env.SEED ?? 42);
const random = (below) => {
  seed = (seed * 48271) % 2147483647;
  return seed % below;
};
const one = (list) => list[random(list.length)];

/** A status that Amazon Connect shows, with its type. */
const statuses = [
  ['Available', 'routable'],
  ['Available', 'routable'],
  ['Lunch', 'not_routable'],
  ['Training', 'not_routable'],
  ['Offline', 'offline'],
  ...['Busy', 'AfterCallWork', 'CallingCustomer', 'Dialing', 'Joining', 'PendingAvailable', 'PendingBusy'].map(
    (name) => [name, 'system'],
  ),
  ...Object.values(connect.AgentErrorStates).map((name) => [name, 'error']),
];
const active = ['paused', 'incoming', 'pending', 'connecting', 'connected'];
const over = ['missed', 'error', 'ended', 'rejected'];
const types = ['voice', 'voice', 'voice', 'queue_callback', 'chat', 'task'];
const connectionStates = ['connecting', 'connected', 'hold', 'disconnected'];

const newContact = (id) => {
  const type = one(types);
  return { id, type, leg: one(['inbound', 'inbound', 'outbound']), state: one([...active, ...active, ...over]) };
};
const connections = (contact) => {
  const make = (connectionId, type, initial) => ({
    connectionId,
    type,
    initial,
    state: { type: one(connectionStates) },
  });
  const all = [make('a', 'agent', false), make('c', contact.leg, true)];
  if (random(4) === 0) all.push(make('p', 'outbound', false));
  return random(5) === 0 ? [] : all;
};
const snapshot = (at, [name, type], next, contacts) => ({
  agentAvailabilityState: { state: 'Available', timeStamp: 1 },
  snapshotTimestamp: at,
  state: { agentStateARN: null, name, type, startTimestamp: at },
  nextState: next && { name: next, type: 'not_routable', agentStateARN: null },
  contacts: contacts.map((contact) => ({
    contactId: contact.id,
    type: contact.type,
    state: { type: contact.state, timestamp: at },
    connections: connections(contact),
    queue: null,
    attributes: {},
  })),
});

const randomSequence = () => {
  let contacts = [];
  let status = one(statuses);
  let next = null;
  let born = 0;
  return Array.from({ length: 2 + random(12) }, (_, step) => {
    if (random(2) === 0) status = one(statuses);
    if (random(5) === 0) next = one([null, 'Lunch', 'Training']);
    contacts = contacts
      .filter(() => random(6) !== 0)
      .map((contact) => {
        return random(2) === 0 ? { ...contact, state: one([...active, ...over]) } : contact;
      });
    if (contacts.length < 3 && random(2) === 0) contacts = [...contacts, newContact(`c${++born}`)];
    return snapshot(1 + step, status, next, contacts);
  });
};
const scripted = () => {
  const folder = new URL('../data/agent_vectors/', import.meta.url);
  const vectors = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
  return vectors.filter(({ source }) => source === 'streams').map(({ snapshots }) => snapshots);
};

/** What streams tells of each snapshot: `agent routable`, `c1 connected`. */
const streamsTells = (snapshots) => {
  const bus = new connect.EventBus({});
  connect.core.eventBus = bus;
  connect.agent.initialized = false;
  connect.core.endedEventTracker = new Set();
  connect.core.agentDataProvider = new connect.core.AgentDataProvider(bus);
  const told = [];
  const idOf = (contact) => contact.contactId ?? contact.getContactId();
  bus.subscribeAll((data, event) => {
    const [subject, kind, id] = event.split('::');
    if (id !== undefined || kind === 'update' || kind === 'refresh') return;
    told.at(-1).push(subject === 'agent' ? `agent ${kind}` : `${idOf(data)} ${kind}`);
  });
  const configuration = {
    routingProfile: {
      queues: [],
      defaultOutboundQueue: { queueARN: 'q' },
      routingProfileId: 'arn:aws:connect:us-east-1:1:instance/0a/routing-profile/b',
    },
  };
  for (const each of snapshots) {
    told.push([]);
    bus.trigger(connect.AgentEvents.UPDATE, { snapshot: each, configuration });
  }
  return told;
};

/** `| from | to | streams | denwaban | why |`, words with commas between for any of them. */
const readDifferences = () => {
  const page = readFileSync(new URL('../../docs/agents.md', import.meta.url), 'utf8');
  const table = page.split('<!-- differences -->')[1];
  const words = (cell) => cell.replaceAll('`', '').split(/[ ,]+/).filter(Boolean);
  const rows = table.trim().split('\n').slice(2);
  return rows.map((row) => {
    const [from, to, streams, ours] = row.split('|').slice(1).map(words);
    return { row, from, to, streams: streams.join(' '), ours: ours.join(' '), met: 0 };
  });
};

const differences = readDifferences();
/** What we tell and streams does not. */
const more = new Set(['held', 'resumed', 'conferenced', 'paused']);
const group = (state) => (active.includes(state) ? 'active' : over.includes(state) ? 'over' : state);
const covers = (cell, state) => cell.includes(state) || cell.includes(group(state));
const shown = (each, id) => each?.contacts.find(({ contactId }) => contactId === id)?.state.type;
const ofContact = (lines, id) =>
  lines
    .filter((line) => line.startsWith(`${id} `))
    .map((line) => line.slice(id.length + 1))
    .filter((kind) => !more.has(kind));
const agentLines = (lines) => lines.filter((line) => line.startsWith('agent '));
const contactIds = (lines) => [...new Set(lines.map((line) => line.split(' ')[0]).filter((id) => id !== 'agent'))];

let compared = 0;
let failed = 0;
const fail = (text) => {
  if (failed++ < 10) print(text);
};
const compareContact = (snapshots, step, id, theirs, ours) => {
  compared++;
  if (theirs === ours) return;
  const from = shown(snapshots[step - 1], id) ?? '(new)';
  const to = shown(snapshots[step], id) ?? '(gone)';
  const row = differences.find(
    (row) => covers(row.from, from) && covers(row.to, to) && row.streams === theirs && row.ours === ours,
  );
  if (row) row.met++;
  else
    fail(`${from} → ${to}: streams "${theirs}", denwaban "${ours}"\n${JSON.stringify(snapshots.slice(0, step + 1))}`);
};
const compare = (snapshots, theirs, ours) => {
  for (let step = 0; step < snapshots.length; step++) {
    const [agents, mine] = [agentLines(theirs[step]), agentLines(ours[step])].map((lines) => lines.join(', '));
    if (agents !== mine)
      fail(`agent: streams "${agents}", denwaban "${mine}"\n${JSON.stringify(snapshots.slice(0, step + 1))}`);
    const told = [theirs[step], ours[step].filter((line) => !more.has(line.split(' ')[1]))];
    const both = contactIds(told[0])
      .filter((id) => contactIds(told[1]).includes(id))
      .join(' ');
    const order = contactIds(told[1])
      .filter((id) => contactIds(told[0]).includes(id))
      .join(' ');
    if (both !== order) fail(`order of contacts: streams ${both}, denwaban ${order}`);
    for (const id of new Set(told.flatMap(contactIds))) {
      compareContact(snapshots, step, id, ...told.map((lines) => ofContact(lines, id).join(' ')));
    }
  }
};

const all = [...scripted(), ...Array.from({ length: sequences }, randomSequence)];
const answers = spawnSync(cli, {
  input: all.map((each) => JSON.stringify(each)).join('\n') + '\n',
  encoding: 'utf8',
  maxBuffer: 1 << 30,
});
if (answers.status !== 0) throw new Error(answers.stderr);
const lines = answers.stdout.trim().split('\n');
if (lines.length !== all.length) throw new Error(`${lines.length} answers to ${all.length} sequences`);
all.forEach((snapshots, n) => compare(snapshots, streamsTells(snapshots), JSON.parse(lines[n])));
for (const { row, met } of differences) if (met === 0) fail(`never met: ${row}`);

print(
  `${all.length} sequences, ${compared} of a contact's steps, ${differences.reduce((sum, { met }) => sum + met, 0)} of them differ as the table says`,
);
print(`${compared - failed} passed, ${failed} failed`);
// streams keeps timers.
process.exit(failed === 0 && compared > 0 ? 0 : 1);
