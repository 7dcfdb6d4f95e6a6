// Peers of understanding on the lines of tests/data/talk: chrono-node's Japanese, microseconds of processor time an
// utterance. `node talk_peers.mjs <folder with node_modules/chrono-node>`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [folder] = process.argv.slice(2);
const chrono = createRequire(join(resolve(folder), 'here.cjs'))('chrono-node');
const data = new URL('../data/talk/', import.meta.url);
const lines = ['hard_spoken.jsonl', 'fresh_spoken.jsonl'].flatMap((name) =>
  readFileSync(new URL(name, data), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).utterance),
);
const now = new Date('2026-11-27T06:00:00Z');
const rounds = 10;
let found = 0;
for (const line of lines) found += chrono.ja.parse(line, now, { forwardDate: true }).length;
const begin = process.cpuUsage();
for (let round = 0; round < rounds; round += 1) {
  for (const line of lines) found += chrono.ja.parse(line, now, { forwardDate: true }).length;
}
const { user, system } = process.cpuUsage(begin);
console.log(`chrono-node ja: ${((user + system) / (rounds * lines.length)).toFixed(1)} us an utterance (${found})`);
