// Calls that many readers of a stream keep together are those that one reader of all of it would have.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';

import { CallFacts, KeptCallFacts, SqliteLedger } from 'denwaban';
import { leg, minute } from '../dynamodb/evening_records.mjs';
import { MapLedger } from './ledgers/map_ledger.mjs';

const now = '2026-11-22T09:00:00Z';
const transfer = (id, previous, begins, more = {}) =>
  leg(id, begins, { InitiationMethod: 'TRANSFER', PreviousContactId: previous, ...more });

/** What `record` is of, kept together with what others have kept. */
const keep = (calls, record, options = {}) => {
  const facts = new CallFacts();
  facts.add(record);
  return calls.add(facts.recordsOf(record.ContactId), { now, ...options });
};
const refusalOf = async (promise) => {
  const refused = await promise.then(
    () => assert.fail('nothing was refused'),
    (error) => error,
  );
  return [refused.code, refused.errors[0].where];
};

test('legs meet that different readers got, and the rows that they had are named', async () => {
  const ledger = await SqliteLedger.open(':memory:');
  const [one, another] = [new KeptCallFacts(ledger), new KeptCallFacts(ledger)];
  const first = await keep(one, leg('c1', 0));
  assert.deepEqual([first.added, first.call, first.replaced], [['kept'], 'c1', []]);
  const last = await keep(another, transfer('c3', 'c2', 6));
  assert.deepEqual([last.call, last.replaced], ['c2', []]);
  const midst = await keep(another, transfer('c2', 'c1', 3));
  assert.deepEqual([midst.call, midst.replaced], ['c1', ['c2']]);
  assert.deepEqual(midst.facts.find('c3').contacts, ['c1', 'c2', 'c3']);
  const again = await keep(one, transfer('c3', 'c2', 6));
  assert.deepEqual([again.added, again.call, again.replaced], [['as_known'], 'c1', ['c2']]);
  assert.deepEqual(again.facts.all(), midst.facts.all());
  await ledger.close();
});

test('an older leg that comes late makes a later row', async () => {
  const calls = new KeptCallFacts(new MapLedger());
  const before = (await keep(calls, transfer('c2', 'c1', 3))).facts;
  const after = (await keep(calls, leg('c1', 0))).facts;
  assert.equal(before.all()[0].updated.getTime(), after.all()[0].updated.getTime());
  assert.ok(after.all()[0].revision > before.all()[0].revision);
  assert.notEqual(before.bigQueryRow('c2').insertId, after.bigQueryRow('c2').insertId);
});

test('what cannot be one call is refused, and nothing is kept', async () => {
  const ledger = new MapLedger();
  const calls = new KeptCallFacts(ledger);
  const two = new CallFacts();
  two.add(leg('c1', 0));
  two.add(leg('c2', 0));
  assert.deepEqual(await refusalOf(calls.add(two.toJSON(), { now })), ['invalid_value', '/records']);
  assert.deepEqual(await refusalOf(calls.add([], { now })), ['missing_key', '/records']);
  const chain = new CallFacts();
  for (let n = 1; n <= 91; n++) chain.add(transfer(`c${n}`, `c${n - 1}`, n));
  assert.deepEqual(await refusalOf(calls.add(chain.toJSON(), { now })), ['too_large', '/records']);
  for (let n = 1; n < 90; n++) await keep(calls, transfer(`c${n}`, `c${n - 1}`, n));
  assert.deepEqual(await refusalOf(keep(calls, transfer('c90', 'c89', 90))), ['too_large', '/records']);
  assert.equal((await keep(calls, transfer('c89', 'c88', 89))).facts.size, 89);
});

test('a call is kept for as long as is said, from its first record on', async () => {
  const ledger = new MapLedger();
  const calls = new KeptCallFacts(ledger);
  await keep(calls, leg('c1', 0), { keep: 3600 });
  await keep(calls, transfer('c2', 'c1', 3), { now: '2026-11-22T09:30:00Z', keep: 3600 });
  const kept = await ledger.read(['records', 'way'].map((sort) => ({ partition: 'contact_record#c1', sort })));
  assert.deepEqual(
    kept.map(({ expires }) => Date.parse(expires)),
    [Date.parse('2026-11-22T10:00:00Z'), Date.parse('2026-11-22T10:00:00Z')],
  );
});

/** Some calls with their transfers, callbacks, supervisors and amendments, every record once or twice, shuffled. */
const stream = fc
  .array(fc.array(fc.constantFrom('TRANSFER', 'MONITOR', 'CALLBACK', 'QUEUE_TRANSFER'), { maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((calls) =>
    calls.flatMap((legs, call) => [
      leg(`c${call}`, 0),
      ...legs.map((InitiationMethod, n) => {
        const link = InitiationMethod === 'CALLBACK' ? 'RelatedContactId' : 'InitialContactId';
        const previous = n === 0 ? `c${call}` : `c${call}-${n}`;
        return leg(`c${call}-${n + 1}`, n, { InitiationMethod, [link]: `c${call}`, PreviousContactId: previous });
      }),
    ]),
  )
  .chain((records) => {
    const amended = records.map((record) => ({ ...record, LastUpdateTimestamp: minute(60), Attributes: { n: 'new' } }));
    const all = [...records, ...amended, ...records];
    return fc.shuffledSubarray(all, { minLength: all.length });
  });

test('in any order, any number of times, by any number of readers at once: the same calls', async () => {
  await fc.assert(
    fc.asyncProperty(stream, fc.integer({ min: 1, max: 4 }), async (records, readers) => {
      const ledger = new MapLedger();
      const whole = new CallFacts();
      for (const record of records) whole.add(record);
      const rows = new Map();
      let place = 0;
      const read = async () => {
        const calls = new KeptCallFacts(ledger);
        while (place < records.length) {
          const { call, replaced, facts } = await keep(calls, records[place++]);
          const [row] = facts.all();
          if (row && !(rows.get(call)?.revision > row.revision)) rows.set(call, row);
          for (const name of replaced) rows.delete(name);
        }
      };
      await Promise.all(Array.from({ length: readers }, read));
      const byId = (a, b) => (a.id < b.id ? -1 : 1);
      assert.deepEqual([...rows.values()].sort(byId), whole.all().sort(byId));
    }),
    { numRuns: 60, seed: 20261129 },
  );
});
