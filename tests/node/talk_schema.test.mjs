// The schemas of meanings, hearings, replies and policies accept what is read and written, and refuse what the readers refuse.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { Restaurant, TalkDesk, understand } from 'denwaban';

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const schema = (name) => read(`docs/schema/${name}.schema.json`);
const ajv = new Ajv({ strict: false, allErrors: true });
const [isMeaning, isHearing, isReply, isPolicy] = ['meaning', 'hearing', 'reply', 'talk_policy'].map((name) =>
  ajv.compile(schema(name)),
);
const accepts = (validate, document, what) =>
  assert.ok(validate(document), `${what}: ${ajv.errorsText(validate.errors)}`);

const vectors = readFileSync(new URL('../data/talk/vectors.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const restaurant = Restaurant.fromJson({
  id: 'r1',
  name: '花丸',
  hours: { rules: [{ when: 'every_day', services: [{ opens: '17:00', closes: '23:00' }] }] },
});
const deskOf = (policy) => new TalkDesk(new Map(), restaurant, { policy });

test('what is heard validates, and under what it is heard', () => {
  for (const { text, hearing, meaning } of vectors) {
    accepts(isHearing, hearing, text);
    accepts(isMeaning, meaning, text);
    accepts(isHearing, { ...hearing, known: meaning.slots }, text);
    accepts(isMeaning, understand(text, { ...hearing, known: meaning.slots }), text);
  }
  for (const example of schema('hearing').examples) accepts(isMeaning, understand('7時', example), '7時');
  for (const example of schema('meaning').examples) accepts(isMeaning, example, 'an example');
});

test('a reply validates, and the policies by which it is given', () => {
  for (const policy of [{}, ...schema('talk_policy').examples]) {
    accepts(isPolicy, policy, 'a policy');
    const { say, listen } = deskOf(policy).greet({ id: 'c1' }, 0);
    accepts(isReply, { say, listen }, say.text);
  }
  for (const example of schema('reply').examples) accepts(isReply, example, 'an example');
});

const now = '2026-11-24T06:00:00Z';
const refusedHearings = {
  'no time': {},
  'a question that is none': { now, asked: 'weather' },
  'a reading of nothing': { now, known: { day: { readings: [] } } },
  'a key that nobody knows': { now, mood: 'calm' },
};
for (const [name, hearing] of Object.entries(refusedHearings)) {
  test(`schema and reader both refuse a hearing with ${name}`, () => {
    assert.equal(isHearing(hearing), false);
    assert.throws(() => understand('はい', hearing), { name: 'DenwabanError' });
  });
}
const refusedPolicies = {
  'a manner that is none': { manner: 'rude' },
  'an answer to no question': { answers: { weather: '晴れ' } },
  'a hold of nothing': { hold: 0 },
};
for (const [name, policy] of Object.entries(refusedPolicies)) {
  test(`schema and reader both refuse a policy with ${name}`, () => {
    assert.equal(isPolicy(policy), false);
    assert.throws(() => deskOf(policy), { name: 'DenwabanError' });
  });
}
