// How large a ledger is, and what errands take.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DenwabanError, KeptCustomers, run, SqliteLedger } from 'denwaban';
import { MapLedger } from './ledgers/map_ledger.mjs';

const now = '2026-11-25T03:00:00Z';
const customer = { id: 'c1', name: '山田', phones: ['03-1234-5678'] };

test('what was erased is room in the file until it is compacted', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'denwaban-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const ledger = await SqliteLedger.open(join(folder, 'l'));
  t.after(() => ledger.close());
  await new KeptCustomers(ledger).put(customer, { now });
  const key = (each) => ({ partition: 'p', sort: String(each) });
  const keys = Array.from({ length: 90 }, (_, each) => key(each));
  await ledger.commit({ writes: keys.map((at) => ({ put: { ...at, body: 'x'.repeat(9000) } })), now });
  await ledger.commit({ writes: keys.map((at) => ({ erase: at })), now });
  const before = await ledger.statistics();
  assert.equal(before.documents.customer, 1);
  assert.equal(before.documents.other, 0);
  assert.ok(before.notes >= 2);
  assert.ok(before.free_pages > 100 && before.wal_bytes > 0);
  await ledger.compact();
  const after = await ledger.statistics();
  assert.deepEqual(after.documents, before.documents);
  assert.deepEqual([after.free_pages, after.wal_bytes], [0, 0]);
  assert.equal(after.file_bytes, after.page_size * after.page_count);
  assert.equal(after.file_bytes, statSync(join(folder, 'l')).size);
  await ledger.close();
  await assert.rejects(ledger.statistics(), { code: 'not_allowed' });
});

/** Somebody else is faster, so many times. */
const contended = (times) => {
  const inner = new MapLedger();
  return {
    read: (keys) => inner.read(keys),
    query: (query) => inner.query(query),
    commit: async (commit) => {
      if (times-- > 0) throw new DenwabanError([{ code: 'unavailable', message: 'is busy', where: '' }]);
      return inner.commit(commit);
    },
  };
};

test('whoever observes errands is told how often each began again, and how it ended', async (t) => {
  const told = [];
  const observe = (effort) => told.push(effort);
  const ledger = await SqliteLedger.open(':memory:');
  t.after(() => ledger.close());
  const put = { put_customer: { customer, now } };
  const answer = await run(ledger, put);
  assert.deepEqual(await run(ledger, put, { observe }), answer);
  await new KeptCustomers(contended(2), { observe }).put(customer, { now });
  await assert.rejects(new KeptCustomers(contended(1000), { observe }).put(customer, { now }), { code: 'unavailable' });
  await assert.rejects(run(ledger, { find_customers: {} }, { observe }), DenwabanError);
  const short = told.map(({ errand, retries, failed }) => [errand, retries, failed]);
  assert.deepEqual(short.slice(0, 3), [
    ['put_customer', 0, null],
    ['put_customer', 2, null],
    ['put_customer', 23, 'unavailable'],
  ]);
  assert.equal(short[3][0], 'find_customers');
  assert.ok(told.every(({ milliseconds }) => milliseconds >= 0));
  assert.ok(told[2].milliseconds > told[0].milliseconds);
  await assert.rejects(run(ledger, put, { observe: 1 }), { code: 'wrong_type' });
});

test('an observer that fails costs nobody the answer', async (t) => {
  const ledger = await SqliteLedger.open(':memory:');
  t.after(() => ledger.close());
  const warned = new Promise((resolve) => process.once('warning', resolve));
  const observe = () => {
    throw new Error('no room for figures');
  };
  assert.ok(await run(ledger, { put_customer: { customer, now } }, { observe }));
  assert.match((await warned).message, /no room for figures/);
});
