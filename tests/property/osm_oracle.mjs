// Compares our reading of opening_hours with npm opening_hours on generated strings and random instants of 2026 in
// Japan. Both know the same holidays: dates on which theirs are wrong are left out. docs/osm.md lists where we differ
// on purpose, and strings that would meet such a place are not generated, or the instant is not asked.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const OpeningHours = require('opening_hours');
const { HolidayCalendar } = require('../../bindings/node/index.js');

process.env.TZ = 'Asia/Tokyo';
const cli = process.argv[2] ?? 'build/dev/tests/denwaban_osm_hours_cli';
const strings = Number(process.argv[3] ?? 3000);
let seed = Number(process.env.SEED ?? 42);
const random = (below) => {
  seed = (seed * 48271) % 2147483647;
  return seed % below;
};
const one = (list) => list[random(list.length)];
const maybe = (percent, text) => (random(100) < percent ? text() : '');
const two = (n) => String(n).padStart(2, '0');

const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = () =>
  one([
    () => one(days),
    () => `${days[random(4)]}-${days[4 + random(3)]}`,
    () => `${one(days)},${one(days)}`,
    () => 'Fr-Mo',
    () => 'Su-Th',
    () => `${one(days)}[${1 + random(4)}]`,
    () => `${one(days)}[-1]`,
    () => `${one(days)}[${1 + random(2)},${3 + random(2)}]`,
    () => `${one(days)}[${1 + random(4)}] +${1 + random(3)} days`,
    () => `${one(days)}[-1] -${1 + random(3)} days`,
  ])();
const holidays = () => one(['PH', 'PH', 'PH -1 day', 'PH +1 day', 'Sa,Su,PH', 'PH,Mo', 'Mo-Fr,PH']);
const monthdays = () =>
  one([
    () => one(months),
    () => `${one(months)}-${one(months)}`,
    () => `${one(months)} ${two(1 + random(28))}`,
    () => `${one(months)} ${two(1 + random(28))}-${one(months)} ${two(1 + random(28))}`,
    () => `2026 ${one(months)} ${two(1 + random(28))}`,
    () => `week ${two(1 + random(26))}-${two(27 + random(26))}`,
    () => `week ${two(1 + random(10))}-${two(27 + random(26))}/2`,
    () => '2026',
    () => '2020-2026',
    () => '2026+',
    () => '2024-2030/2',
  ])();
const clock = (from, span) => {
  const minutes = from + 15 * random(span);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};
// Ends before midnight: a rule for the next day cuts theirs, not ours.
const span = () => `${clock(8 * 60, 16)}-${clock(13 * 60, 16)}`;
const late = () => `${clock(17 * 60, 8)}-${clock(20 * 60, 15)}`;
const times = () => one([span, span, late, () => `${span()},${late()}`]);
const rule = () => {
  const selector = [maybe(20, monthdays), one([weekdays, weekdays, weekdays, holidays, () => ''])()]
    .filter(Boolean)
    .join(' ');
  const said = one([
    ...[times, times, times, times],
    () => 'off',
    () => `${times()} unknown`,
    () => `${times()} off`,
    () => '"by appointment"',
    () => `${times()} "by appointment"`,
    () => `${times()} open "terrace"`,
  ])();
  return `${selector} ${said}`.trim();
};
const text = () => {
  let all = one(['24/7', rule(), `${one(['Mo-Su', 'Mo-Fr'])} ${times()}`, rule()]);
  // What a comma after a fallback adds to is read differently: see docs/osm.md.
  let joints = ['; ', '; ', '; ', ', ', ' || '];
  for (let more = random(4); more > 0; --more) {
    const joint = one(joints);
    if (joint === ' || ') joints = ['; ', ' || '];
    all += joint + rule();
  }
  return all;
};

const theirHolidays = new OpeningHours(
  'PH open; off',
  { lat: 35.68, lon: 139.77, address: { country_code: 'jp', state: '東京都' } },
  { locale: 'ja' },
);
const japan = HolidayCalendar.japan();
const newYear = new Date(2026, 0, 1);
const instantOf = (minute) => new Date(newYear.getTime() + minute * 60000);
const agreed = new Map();
const agree = (date) => {
  const key = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  if (!agreed.has(key)) agreed.set(key, compare(date, key));
  return agreed.get(key);
};
const compare = (date, key) =>
  theirHolidays.getState(new Date(date.getFullYear(), date.getMonth(), date.getDate(), 12)) === japan.isHoliday(key);
/** Whether both know the same holidays on the days around an instant. */
const known = (instant) => [-2, -1, 0, 1, 2].every((offset) => agree(new Date(instant.getTime() + offset * 86400000)));

const cases = [];
while (cases.length < strings) {
  const string = text();
  const minutes = [];
  while (minutes.length < 60) {
    const minute = random(365 * 24 * 4) * 15;
    if (known(instantOf(minute))) minutes.push(minute);
  }
  let theirs;
  try {
    theirs = new OpeningHours(
      string,
      { lat: 35.68, lon: 139.77, address: { country_code: 'jp', state: '東京都' } },
      { locale: 'ja' },
    );
  } catch {
    continue; // not in their grammar
  }
  const answers = minutes
    .map((minute) => (theirs.getState(instantOf(minute)) ? 'o' : theirs.getUnknown(instantOf(minute)) ? 'u' : 'c'))
    .join('');
  cases.push({ string, minutes, answers });
}
const input = cases.map(({ string, minutes }) => `${string}\t${minutes.join(',')}\n`).join('');
const ours = spawnSync(cli, { input, encoding: 'utf8', maxBuffer: 1 << 28 }).stdout.split('\n');
let compared = 0;
let refused = 0;
const disagreements = [];
cases.forEach(({ string, minutes, answers }, i) => {
  if (ours[i].startsWith('!')) {
    ++refused;
    if (refused <= 5) console.log(`not read: ${string}: ${ours[i].slice(1)}`);
    return;
  }
  ++compared;
  const at = [...answers].findIndex((answer, j) => answer !== ours[i][j]);
  if (at >= 0)
    disagreements.push(
      `${string}\n    ${instantOf(minutes[at]).toString().slice(0, 21)}: theirs ${answers[at]}, ours ${ours[i][at]}`,
    );
});
for (const each of disagreements.slice(0, 10)) console.log(each);
console.log(`${refused} not read`);
console.log(`${compared - disagreements.length} passed, ${disagreements.length} failed`);
process.exit(disagreements.length === 0 && refused === 0 ? 0 : 1);
