// `node cold_start.mjs NODE_PATH BUNDLE EMPTY [ROUNDS]`: what a function with the layer costs at its start beside an empty one, in
// milliseconds: until its first answer, and of processor time. Both ways a file may be: read from the disk, or still in memory.
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const [modules, bundle, empty, rounds = '15'] = process.argv.slice(2);
const files = [bundle, empty, ...readdirSync(modules, { recursive: true }).map((name) => join(modules, name))].filter(
  (name) => statSync(name).isFile(),
);
/** Takes files out of memory, and no others. */
const forget = () => {
  for (const file of files) execFileSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0', 'status=none']);
};
const start = `require(process.argv[1]).handler().then(() => {
  const { user, system } = process.cpuUsage();
  process.stdout.write(JSON.stringify({ until: performance.now(), processor: (user + system) / 1000 }));
})`;
const startOf = (handler) =>
  JSON.parse(execFileSync(process.execPath, ['-e', start, handler], { env: { ...process.env, NODE_PATH: modules } }));

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const least = (numbers) => Math.min(...numbers);
for (const [from, before] of [
  ['memory', () => undefined],
  ['disk', forget],
]) {
  const told = { with: [], without: [] };
  for (let round = 0; round < Number(rounds); ++round) {
    for (const [name, handler] of [
      ['with', bundle],
      ['without', empty],
    ]) {
      before();
      told[name].push(startOf(handler));
    }
  }
  for (const measure of ['until', 'processor']) {
    const line = Object.entries(told).map(([name, all]) => {
      const numbers = all.map((each) => each[measure]);
      return `${name} ${least(numbers).toFixed(1)} at least, ${median(numbers).toFixed(1)} median`;
    });
    console.log(`${from}, ${measure}: ${line.join('; ')}`);
  }
}
