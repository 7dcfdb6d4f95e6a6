// Whatever goes wrong between an SDK and DynamoDB: what was acknowledged happened once.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { DenwabanError } from 'denwaban';
import { DynamoDbLedger } from 'denwaban/dynamodb';

import { clientOf, itemsOf, makeTable, startServer } from './dynamodb.mjs';
import { faultNames, randomOf, startFaultyProxy } from './faulty_proxy.mjs';

const seed = Number(process.env.DENWABAN_SEED ?? 20261127);
const counter = { partition: 'counter', sort: 'a' };
const now = '2026-11-27T03:00:00Z';
const slow = 250;

let server;
before(async () => (server = await startServer()));
after(() => server?.stop());

/** What `ask` gives, asked again where it may be. */
const persistently = async (ask, random) => {
  for (let attempt = 0; attempt < 100; ++attempt) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof DenwabanError) || error.code !== 'unavailable') throw error;
    }
    await pause(random() * 10);
  }
  throw new Error('unavailable for ever');
};

/** Counts one up, as an errand does: reads, decides, commits with its answer; and again where others were faster. */
const increment = async (ledger, request, random) => {
  for (;;) {
    const [found] = await persistently(() => ledger.read([counter]), random);
    const count = Number(found?.body ?? 0) + 1;
    const commit = {
      writes: [{ put: { ...counter, expected: found?.version ?? 'absent', body: String(count) } }],
      answer: { request, about: 'one more', answer: String(count), keep_until: '2026-11-28T03:00:00Z' },
      now,
    };
    const done = await persistently(() => ledger.commit(commit), random);
    if (done.result === 'committed') return count;
    if (done.result === 'replayed') return Number(done.answer.answer);
    await pause(random() * 10);
  }
};

for (const [how, maxAttempts] of [
  ['does not retry', 1],
  ['retries', 4],
]) {
  test(`every acknowledged increment counts once, where the SDK ${how}`, { timeout: 120_000 }, async () => {
    const proxy = await startFaultyProxy({ target: server.endpoint, seed: seed + maxAttempts, rate: 0.35, slow });
    const direct = clientOf(server.endpoint);
    const requestHandler = { requestTimeout: 120, throwOnRequestTimeout: true };
    const client = clientOf(proxy.endpoint, { maxAttempts, requestHandler });
    try {
      const table = await makeTable(direct);
      const ledger = new DynamoDbLedger({ client, table });
      const worker = async (number) => {
        const random = randomOf(seed + 1000 * number);
        const counts = [];
        for (let step = 0; step < 12; ++step) counts.push(await increment(ledger, `w${number}-${step}`, random));
        return counts;
      };
      const counts = (await Promise.all(Array.from({ length: 8 }, (_, number) => worker(number)))).flat();
      await pause(2 * slow); // for what comes again later
      const wanted = Array.from({ length: 96 }, (_, place) => place + 1);
      assert.deepEqual(
        counts.toSorted((a, b) => a - b),
        wanted,
      );
      const [last] = await new DynamoDbLedger({ client: direct, table }).read([counter]);
      assert.deepEqual([last.body, last.version], ['96', 96]);
      assert.equal((await itemsOf(direct, table)).length, 97);
      const unseen = faultNames.filter((name) => proxy.happened[name] === 0);
      assert.deepEqual(unseen, [], `seed ${seed}`);
    } finally {
      client.destroy();
      direct.destroy();
      proxy.stop();
    }
  });
}
