// Why answers cross as one text: objects that Node-API makes, beside those that JavaScript makes of JSON by their form.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'crossing-bench-'));
const addon = join(folder, 'crossing.node');
const source = fileURLToPath(new URL('crossing.cpp', import.meta.url));
execFileSync('c++', [
  '-std=c++20',
  '-O2',
  '-shared',
  '-fPIC',
  `-I${require('node-api-headers').include_dir}`,
  source,
  '-o',
  addon,
]);
const { made, written } = require(addon);

const formed = (told) => ({
  id: told.id,
  kind: told.kind,
  at: new Date(told.at),
  state: told.state,
  since: new Date(told.since),
  channel: told.channel,
  queue: told.queue,
  agent: told.agent,
  missedInARow: told.missedInARow,
  type: told.type,
  name: told.name,
  arn: told.arn,
});
const ways = {
  'made by Node-API': made,
  'one text, parsed': (count) => JSON.parse(written(count)),
  'one text, parsed, and made by form': (count) => JSON.parse(written(count)).map(formed),
};

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const microseconds = (way, count) => {
  const times = 2000;
  const round = () => {
    const before = process.cpuUsage();
    for (let i = 0; i < times; i++) way(count);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / times;
  };
  round();
  return median(Array.from({ length: 15 }, round));
};

console.log('Records of 12 members, µs of processor time           1       5      40');
for (const [name, way] of Object.entries(ways)) {
  const times = [1, 5, 40].map((count) => microseconds(way, count).toFixed(1).padStart(7));
  console.log(`${name.padEnd(46)} ${times.join(' ')}`);
}
rmSync(folder, { recursive: true });
