// The addon's own: WebAssembly (tests/run.sh wasm) is not what `require` finds in a worker.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { DayBook } from 'denwaban';

const empty = {
  restaurant: 'r',
  date: '2026-11-27',
  floor_plan: { tables: [{ id: 'A', most: 4 }] },
  periods: [{ opens: '17:00', closes: '24:00' }],
};

test('books work in worker threads', async () => {
  const source = `
    const { DayBook } = require('denwaban');
    const { workerData, parentPort } = require('node:worker_threads');
    parentPort.postMessage(DayBook.fromJson(workerData).book({ id: 'b', begin: '19:00', party: 2 },
      { now: '2026-11-27T03:00:00Z' }).book.toJson());`;
  const worker = new Worker(source, { eval: true, workerData: empty });
  const text = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  assert.equal(DayBook.fromJson(text).reservation('b').tables[0], 'A');
});
