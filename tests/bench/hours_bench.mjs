// denwaban beside npm opening_hours, and beside empty calls: `node hours_bench.mjs <folder of denwaban_hours_bench>`.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { Restaurant } from 'denwaban';
import OpeningHours from 'opening_hours';

const rules = JSON.parse(readFileSync(new URL('rules.json', import.meta.url), 'utf8'));
const rounds = 15;
const japan = { lat: 35.68, lon: 139.76, address: { country_code: 'jp', state: '東京都' } };

// Lehmer's generator, as in hours_bench.cpp: both ask about the same instants.
const instants = (count) => {
  const from = Date.UTC(2026, 0, 1);
  let random = 42n;
  return Float64Array.from({ length: count }, () => {
    random = (random * 48271n) % 2147483647n;
    return from + Number(random % 31536000n) * 1000;
  });
};

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

// Of processor time: others may be at work on the machine.
const nanoseconds = (calls, body) => {
  for (let i = 0; i < 3; i++) body();
  return median(
    Array.from({ length: rounds }, () => {
      const start = process.cpuUsage();
      body();
      const { user, system } = process.cpuUsage(start);
      return ((user + system) * 1000) / calls;
    }),
  );
};

// Each question gets a function of its own, so that no call site is shared.
const asking = (expression, context, times) => {
  const names = Object.keys(context);
  const loop = `return () => { let sum = 0; for (let i = 0; i < times.length; i++) sum += ${expression} ? 1 : 0; return sum; }`;
  return new Function(...names, 'times', loop)(...Object.values(context), times);
};

const cpp = (folder) => {
  const lines = rules.map((rule) => `${rule.name}\t${JSON.stringify(rule.hours)}\n`).join('');
  const output = execFileSync(join(folder, 'denwaban_hours_bench'), { input: lines, encoding: 'utf8' });
  const measured = {};
  for (const [name, question, time] of output
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))) {
    (measured[name] ??= {})[question] = Number(time);
  }
  return measured;
};

const node = (rule) => {
  const json = { id: 'r1', name: rule.name, hours: rule.hours };
  const { hours } = Restaurant.fromJson(json);
  const times = instants(100_000);
  return {
    construct: nanoseconds(10, () => {
      for (let i = 0; i < 10; i++) Restaurant.fromJson(json, { horizon: { first: '2026-01-01', last: '2027-12-31' } });
    }),
    isOpen: nanoseconds(times.length, asking('hours.isOpen(times[i])', { hours }, times)),
    isOpenMany: nanoseconds(times.length, () => hours.isOpenMany(times)),
    status: nanoseconds(times.length, asking('hours.status(times[i])', { hours }, times)),
    nextChange: nanoseconds(times.length, asking('hours.nextChange(times[i])', { hours }, times)),
  };
};

const peer = (rule) => {
  const hours = new OpeningHours(rule.osm, japan);
  const times = Array.from(instants(2_000), (time) => new Date(time));
  return {
    construct: nanoseconds(20, () => {
      for (let i = 0; i < 20; i++) new OpeningHours(rule.osm, japan);
    }),
    isOpen: nanoseconds(times.length, asking('hours.getState(times[i])', { hours }, times)),
    nextChange: nanoseconds(times.length, asking('hours.getNextChange(times[i])', { hours }, times)),
  };
};

// Empty calls through Node-API, if somebody has built them: DENWABAN_FLOOR names that folder.
const floor = () => {
  const folder = process.env.DENWABAN_FLOOR;
  if (!folder || !existsSync(join(folder, 'floor_cpp.node'))) return null;
  const require = createRequire(import.meta.url);
  const raw = require(join(folder, 'floor_raw.node'));
  const wrapped = require(join(folder, 'floor_cpp.node'));
  const times = instants(100_000);
  return {
    'raw function (double) -> bool': nanoseconds(times.length, asking('raw.dbl(times[i])', { raw }, times)),
    'ObjectWrap method (double) -> bool': nanoseconds(
      times.length,
      asking('schedule.isOpen(times[i])', { schedule: new wrapped.Sched() }, times),
    ),
  };
};

const write = (...cells) =>
  console.log(cells.map((cell, i) => String(cell)[i ? 'padStart' : 'padEnd'](i ? 13 : 18)).join(''));
const number = (value) => (value >= 1000 ? Math.round(value).toLocaleString('en') : value.toFixed(1));

process.env.TZ = 'Asia/Tokyo'; // opening_hours knows no zones but the process's own
console.log(`${cpus()[0].model}, Node ${process.version}; nanoseconds, median of ${rounds} rounds\n`);

const core = cpp(process.argv[2]);
write('C++', 'compile 2 y', 'compile 25 y', 'is_open', 'in bulk', 'status', 'next_change');
for (const { name } of rules) write(name, ...Object.values(core[name]).map(number));

const floors = floor();
console.log();
write('Node', 'construct', 'isOpen', 'isOpenMany', 'status', 'nextChange');
const ours = Object.fromEntries(rules.map((rule) => [rule.name, node(rule)]));
for (const { name } of rules) write(name, ...Object.values(ours[name]).map(number));
for (const [name, time] of Object.entries(floors ?? {})) console.log(`floor: ${name} ${number(time)}`);

console.log();
write('opening_hours', 'construct', 'getState', 'nextChange', 'ratio', 'ratio', 'ratio');
for (const rule of rules) {
  const theirs = peer(rule);
  const ratios = ['construct', 'isOpen', 'nextChange'].map(
    (question) => `${number(theirs[question] / ours[rule.name][question])}x`,
  );
  write(rule.name, ...Object.values(theirs).map(number), ...ratios);
}
