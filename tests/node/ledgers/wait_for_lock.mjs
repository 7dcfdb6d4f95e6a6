// A worker thread that waits for a lock for as long as it may.
import { parentPort, workerData } from 'node:worker_threads';
import { SqliteLedger } from 'denwaban';

const ledger = await SqliteLedger.open(workerData, { busy: 60_000 });
parentPort.postMessage('waits');
const now = new Date();
await Promise.allSettled(
  ['a', 'b', 'c'].map((sort) => ledger.commit({ writes: [{ put: { partition: 'p', sort, body: '' } }], now })),
);
