// denwaban beside npm amazon-connect-streams: what a snapshot of an agent costs until what it makes known is told.
// `node agents_bench.mjs <folder of denwaban_agents_bench>`.
import { execFileSync } from 'node:child_process';
import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { AgentTimeline } from 'denwaban';
import { emptyDesk, observe } from '../../bindings/browser/desk.mjs';
import { readSnapshot } from '../../bindings/browser/snapshot.mjs';
import { busy, ended, holding, ringing, talking, update } from '../property/streams_desk.mjs';
import { makePublished } from '../property/streams_published.mjs';

/** At once, because streams leaves timers and the end comes by exit. */
const print = (text) => writeSync(1, `${text}\n`);
const published = createRequire(import.meta.url)('../../bindings/browser/simulator/node.cjs');
const rounds = 15;
const count = 5000;

/** A call every five snapshots: it rings, is talked on, held, wrapped up, and gone. */
const moments = [
  { contacts: [ringing()] },
  { contacts: [talking()] },
  { contacts: [holding()] },
  { contacts: [ended()] },
  {},
];
const updates = Array.from({ length: count }, (_, number) => {
  const shown = moments[number % moments.length];
  return update(number * 10, shown.contacts ? { state: busy, ...shown } : shown);
});
const snapshots = updates.map(({ snapshot }) => snapshot);
const texts = snapshots.map((snapshot) => JSON.stringify(snapshot));

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const microseconds = (body) => {
  for (let i = 0; i < 3; i++) body();
  const took = Array.from({ length: rounds }, () => {
    const start = process.hrtime.bigint();
    body();
    return Number(process.hrtime.bigint() - start) / 1000 / count;
  });
  return median(took);
};

const streams = microseconds(() => {
  const { connect, feed } = makePublished(published);
  let told = 0;
  connect.core.eventBus.subscribeAll(() => told++);
  for (const one of updates) feed(one);
});
const rows = [
  ['npm amazon-connect-streams, AgentDataProvider', streams],
  [
    'denwaban/adapter, readSnapshot and observe',
    microseconds(() => {
      let desk = emptyDesk;
      for (const snapshot of snapshots) desk = observe(desk, readSnapshot(snapshot)).desk;
    }),
  ],
  [
    'AgentTimeline of the addon, from objects',
    microseconds(() => {
      const timeline = new AgentTimeline();
      for (const snapshot of snapshots) timeline.apply(snapshot);
    }),
  ],
  [
    'AgentTimeline of the addon, from JSON text',
    microseconds(() => {
      const timeline = new AgentTimeline();
      for (const text of texts) timeline.apply(text);
    }),
  ],
];
print('A snapshot in Node                                   µs   beside amazon-connect-streams');
for (const [what, took] of rows)
  print(`${what.padEnd(48)} ${took.toFixed(1).padStart(6)}   ${(streams / took).toFixed(1)}×`);
print('\nIn C++');
print(execFileSync(join(process.argv[2], 'denwaban_agents_bench'), { encoding: 'utf8' }));
// streams keeps timers.
process.exit(0);
