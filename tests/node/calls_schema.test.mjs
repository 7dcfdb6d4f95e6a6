// The schemas of catalogues and calls accept what the reader accepts, and refuse what they can of what it refuses.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { Call, Catalogue } from 'denwaban';

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const schema = (name) => read(`docs/schema/${name}.schema.json`);
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addSchema(schema('rules')).addSchema(schema('restaurant'));
const isCatalogue = ajv.compile(schema('catalogue'));
const isCall = ajv.compile(schema('call'));
const accepts = (validate, document, what) =>
  assert.ok(validate(document), `${what}: ${ajv.errorsText(validate.errors)}`);

test('every catalogue validates, as written and as read back', () => {
  const catalogues = [read('src/documents/calls/default_catalogue.json'), ...schema('catalogue').examples];
  for (const json of catalogues) {
    accepts(isCatalogue, json, json.version);
    accepts(isCatalogue, Catalogue.fromJson(json).toJSON(), json.version);
  }
});

test('every call validates, as written, as read back, and after all that happens to it', () => {
  const names = readdirSync(new URL('../data/call_vectors/', import.meta.url));
  const calls = [...names.map((name) => read(`tests/data/call_vectors/${name}`).call), ...schema('call').examples];
  for (const json of calls) {
    accepts(isCall, json, json.contacts[0]);
    accepts(isCall, Call.fromJson(json).toJSON(), json.contacts[0]);
  }
  const policy = { demand: 'required_with_data', timer: { limit: 1 }, default_outcome: 'other' };
  const at = new Date('2026-11-23T10:00:00Z');
  let call = Call.fromJson({ contacts: ['c1'], direction: 'inbound' });
  for (const event of ['answered', 'ended']) call = call.apply({ id: event, event, at }).call;
  call = call.draft([{ code: 'complaint', note: '冷めていた' }], { policy });
  call = call.expire({ policy, by: 'desk', at: new Date('2026-11-23T11:00:00Z') });
  call = call.amend([{ code: 'visit.hours' }], { by: 'sato', at });
  accepts(isCall, call.toJSON(), 'amended');
});

const entry = (more) => ({ version: '1', entries: [{ code: 'a', label: { ja: 'あ' }, ...more }] });
const field = (more) => entry({ fields: [{ key: 'k', label: { ja: 'あ' }, type: 'text', ...more }] });
const call = (more) => ({ contacts: ['c1'], direction: 'inbound', ...more });
const draft = (more) => call({ drafts: [{ code: 'a', ...more }] });
const occurrence = (more) =>
  call({ occurrences: [{ id: '1', event: 'answered', at: '2026-11-23T10:00:00Z', ...more }] });

const refusedCatalogues = {
  'no version': { entries: [] },
  'an unknown key': entry({ colour: 'red' }),
  'a code in capitals': entry({ code: 'A' }),
  'a code that ends in a dot': entry({ code: 'a.' }),
  'a label without Japanese': entry({ label: { en: 'a' } }),
  'a standing that is none': entry({ standing: 'old' }),
  'a type that is none': field({ type: 'number' }),
  'a choice without choices': field({ type: 'choice' }),
  'choices of a text': field({ choices: [{ code: 'one', label: { ja: '一' } }] }),
  'a follow-up that is none': entry({ follow_ups: [{ forget: true }] }),
  'two follow-ups in one': entry({
    follow_ups: [{ tell_restaurant: { within_minutes: 5 }, escalate: { to: '責任者', within_minutes: 5 } }],
  }),
  'more than a week': entry({ follow_ups: [{ tell_restaurant: { within_minutes: 10081 } }] }),
};
const refusedCalls = {
  'no contacts': { direction: 'inbound' },
  'an empty list of contacts': call({ contacts: [] }),
  'a direction that is none': call({ direction: 'sideways' }),
  'an empty id': call({ restaurant: '' }),
  'a reason that is none': call({ reasons: [{ kind: 'bored' }] }),
  'a field without its type': draft({ fields: { item: '傘' } }),
  'a field of two types': draft({ fields: { item: { text: '傘', choice: 'a' } } }),
  'a note too long': draft({ note: 'a'.repeat(4001) }),
  'a promise without its time': call({ callback: { number: '+819012345678', by: 'sato' } }),
  'a record without its version': call({ record: { dispositions: [], by: 'sato', at: '2026-11-23T10:00:00Z' } }),
  'less than no extension': call({ extensions: -1 }),
  'an event that is none': occurrence({ event: 'sang' }),
  'a time without its offset': occurrence({ at: '2026-11-23T10:00:00' }),
};
for (const [what, refused, validate, reader] of [
  ['catalogue', refusedCatalogues, isCatalogue, Catalogue],
  ['call', refusedCalls, isCall, Call],
]) {
  for (const [name, document] of Object.entries(refused)) {
    test(`schema and reader both refuse a ${what} with ${name}`, () => {
      assert.equal(validate(document), false);
      assert.throws(() => reader.fromJson(document), { name: 'DenwabanError' });
    });
  }
}
