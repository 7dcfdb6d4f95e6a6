// Ends a dozen workers in the midst of what they ask: `node terminate.mjs QUESTION`. What aborts, aborts this process.
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

for (let round = 0; round < 12; round++) {
  const worker = new Worker(new URL('ask.mjs', import.meta.url), { workerData: process.argv[2] });
  await new Promise((told) => worker.once('message', told));
  await pause(2 + round);
  await worker.terminate();
}
