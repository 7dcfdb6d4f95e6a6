// `node worker.cjs` in a project: a worker that alone has the addon answers, and its end is not that of the process.
const { Worker } = require('node:worker_threads');

// What a day's book keeps for its thread is destroyed with that.
const day = { restaurant: 'r1', date: '2026-11-26', floor_plan: { tables: [{ id: 'A', most: 4 }] }, periods: [] };
const source = `const { DayBook } = require('denwaban');
  const { parentPort, workerData } = require('node:worker_threads');
  parentPort.postMessage(DayBook.fromJson(workerData).toJson());`;
const worker = new Worker(source, { eval: true, workerData: JSON.stringify(day) });
worker.once('message', (book) => worker.once('exit', (code) => process.exit(typeof book === 'string' ? code : 1)));
