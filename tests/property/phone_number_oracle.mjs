// Holds PhoneNumber to Google's libphonenumber, as libphonenumber-js has it, on random numbers:
// what libphonenumber finds valid reads the same here, and a number read as Japanese is one it finds possible.
// Where they differ on purpose is `differences` below.
//
//   node tests/property/phone_number_oracle.mjs [build/…/denwaban_phone_number_cli]     (SEED and COUNT by environment)

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { parsePhoneNumberFromString, getCountries, getExampleNumber } from 'libphonenumber-js/max';

const examples = createRequire(import.meta.url)('libphonenumber-js/examples.mobile.json');
const root = new URL('../../', import.meta.url).pathname;
const cli = process.argv[2] ?? `${root}build/dev/tests/denwaban_phone_number_cli`;
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const count = Number(process.env.COUNT ?? 60_000);

let state = seed >>> 0;

// mulberry32
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}
const below = (n) => Math.floor(random() * n);
const pick = (items) => items[below(items.length)];
const chance = (p) => random() < p;
const digits = (n) => Array.from({ length: n }, () => below(10)).join('');
// libphonenumber-js drops the full-width plus where libphonenumber reads it.
const read = (text) => parsePhoneNumberFromString(text.replaceAll('＋', '+'), 'JP');

const hyphens = [...'-‐‑‒–—―−－ー'];
const spaces = [' ', '\u3000', '\u00a0'];
const dots = ['.', '．', '/', '／', '~', '～'];

/** Digits with separators strewn in, now and then full-width throughout. */
function dressed(text) {
  const separators = pick([[''], hyphens, spaces, dots, [...hyphens, ...spaces, ...dots]]);
  let out = [...text].map((c, i) => (i > 1 && /\d/.test(c) && chance(0.25) ? pick(separators) + c : c)).join('');
  if (chance(0.3)) out = out.replace(/[0-9+()]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  return out;
}

const japaneseKinds = [
  () => `${1 + below(9)}${1 + below(9)}${digits(7)}`,
  () => `${pick([7, 8, 9, 6])}0${1 + below(9)}${digits(7)}`,
  () => `50${1 + below(9)}${digits(7)}`,
  () => `20${digits(8)}`,
  () => `60${digits(7)}`,
  () => `120${digits(6)}`,
  () => `800${digits(7)}`,
  () => `570${digits(6)}`,
  () => `990${digits(6)}`,
];

function withoutZero() {
  for (;;) {
    const national = pick(japaneseKinds)();
    if (read(`+81${national}`)?.isValid()) return national;
  }
}

function japanese() {
  const number = withoutZero();
  const bracketed = number.replace(/^\d{1,4}/, (area) => `(0${area})`);
  return pick([
    () => dressed(`0${number}`),
    () => dressed(bracketed),
    () => dressed(`+81${number}`),
    () => dressed(`+81(0)${number}`),
    () => dressed(`+810${number}`),
    () => dressed(`01081${number}`),
    () => dressed(`81${number}`),
    () => `tel:+81-${number}`,
    () => `tel:0${number}`,
    () => read(`+81${number}`).formatNational(),
    () => read(`+81${number}`).formatInternational(),
    () => read(`+81${number}`).getURI(),
  ])();
}

const countries = getCountries().filter((country) => country !== 'JP' && examples[country]);
const zeroTrunk = new Set(['GB', 'DE', 'FR', 'AT', 'CH', 'SE', 'NL', 'BE', 'AU', 'NZ', 'KR', 'TW', 'TH']);

function foreignNumber() {
  for (;;) {
    const example = getExampleNumber(pick(countries), examples);
    const changed = 1 + below(4);
    const number = read(example.number.slice(0, -changed) + digits(changed));
    if (number?.isValid()) return number;
  }
}

function foreign() {
  const number = foreignNumber();
  const { countryCallingCode: code, nationalNumber: national } = number;
  return pick([
    () => dressed(number.number),
    () => dressed(`010${code}${national}`),
    () => number.formatInternational(),
    () => number.getURI(),
    () => (zeroTrunk.has(number.country) ? dressed(`+${code}(0)${national}`) : number.number),
  ])();
}

function garbage() {
  const text = pick([
    () => digits(below(20)),
    () => `0${digits(below(18))}`,
    () => `+${digits(below(20))}`,
    () => `+81${digits(below(14))}`,
    () => `010${digits(below(18))}`,
    () => `00${digits(below(14))}`,
    () => nearMiss(japanese()),
    () => nearMiss(foreign()),
  ])();
  return chance(0.7) ? dressed(text) : text;
}

/** With a character dropped, doubled or put in. */
function nearMiss(text) {
  const at = below(text.length);
  const middle = pick(['', text[at] + text[at], text[at] + pick([...'0123456789+()-x内;,#'])]);
  return text.slice(0, at) + middle + text.slice(at + 1);
}

const ascii = (text) => text.normalize('NFKC');
const typed = (text) => ascii(text).replace(/\D/g, '');
const written = (text) => typed(text).replace(/^010/, '');
const bracketedZero = /\([^\d()]*0[^\d()]*\)/;
const areaOfOne = /^[^\d]*(?:(?:\+|010)?[^\d]*8[^\d]*1[^\d]*)?0?[^\d]*[125789][^\d]+\d/;
const bare = /^(tel:)?[^\p{L}\d#;:,+]*\+?[^\p{L}#;:,+]*$/u;

/** Why we answer otherwise than libphonenumber: the first that holds. */
const differences = [
  [
    'a tilde separates digits, as a hyphen does, and announces no extension',
    (text, theirs, ours) => /[~～]/.test(text) && judge(text.replace(/[~～]/g, '-'), ours) !== 'wrong',
  ],
  [
    'what stands around a number (extensions, second plus signs, letters) is refused, not skipped',
    (text, theirs, ours) => !ours && (theirs.ext || !bare.test(ascii(text).replaceAll('ー', '-'))),
  ],
  [
    'E.164 has at most 15 digits, and we take no fewer than 7',
    (text, theirs, ours) => !ours && (written(text).length > 15 || written(text).length < 7),
  ],
  [
    '00XY is a carrier or a service, not a subscriber',
    (text, theirs, ours) => !ours && theirs.countryCallingCode === '81' && /^(81)?0?00/.test(written(text)),
  ],
  [
    "a number with neither zero nor plus is refused: it may be anybody's",
    (text, theirs, ours) => !ours && !ascii(text).includes('+') && !typed(text).startsWith('0'),
  ],
  [
    'no area code is one digit but 3, 4 and 6: what is grouped so lacks another or has one too many',
    (text, theirs, ours) => !ours && theirs.countryCallingCode === '81' && areaOfOne.test(ascii(text)),
  ],
  ['010 and eight digits may be a mobile in Korea', (text, theirs, ours) => !ours && /^010\d{8}$/.test(typed(text))],
  [
    "of a foreign number nothing but (0) is dropped, because its country's trunk prefix is unknown",
    (text, theirs, ours) =>
      ours &&
      theirs.countryCallingCode !== '81' &&
      !bracketedZero.test(ascii(text)) &&
      written(text) === ours.e164.slice(1),
  ],
  [
    '(0) behind a foreign country code is dropped, even where the zero belongs to the number',
    (text, theirs, ours) =>
      ours &&
      theirs.countryCallingCode !== '81' &&
      bracketedZero.test(ascii(text)) &&
      written(text) !== ours.e164.slice(1),
  ],
];

const texts = Array.from({ length: count }, (_, i) => [japanese, foreign, garbage][i % 3]());
const run = spawnSync(cli, { input: texts.join('\n') + '\n', encoding: 'utf8', maxBuffer: 2 ** 28 });
if (run.status !== 0) throw new Error(`${cli}: ${run.error ?? run.stderr}`);
const answers = run.stdout
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'));
if (answers.length !== texts.length) throw new Error(`${answers.length} answers to ${texts.length} numbers`);

const tally = new Map();
const failures = [];
let passed = 0;

function same(theirs, ours) {
  if (ours?.e164 !== theirs.number) return false;
  return theirs.countryCallingCode !== '81' || ours.national === theirs.formatNational().replace(/\D/g, '');
}

function judge(text, ours) {
  const theirs = read(text);
  const missed = theirs?.isValid() && !same(theirs, ours);
  const invented = ours?.e164.startsWith('+81') && !theirs?.isPossible();
  if (missed || invented) return differences.find(([, holds]) => holds(text, theirs, ours))?.[0] ?? 'wrong';
  if (theirs?.isValid()) return 'the same, and valid';
  return ours ? 'read, not known to be valid' : 'refused, and not valid';
}

texts.forEach((text, i) => {
  const [e164, national] = answers[i];
  const ours = e164 === 'error' ? undefined : { e164, national };
  const verdict = judge(text, ours);
  tally.set(verdict, (tally.get(verdict) ?? 0) + 1);
  if (verdict === 'wrong') failures.push([text, ours, read(text)?.number]);
  else ++passed;
});

console.log(`seed ${seed}`);
for (const [verdict, times] of tally) console.log(`${String(times).padStart(7)}  ${verdict}`);
for (const failure of failures.slice(0, 20)) console.log(...failure);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
