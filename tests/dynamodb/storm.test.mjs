// Everybody calls at once, on DynamoDB: what the C++ checker of histories says of it (tests/ledger).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';

import { DenwabanError, run } from 'denwaban';

import { clientOf, makeLedger, startServer } from './dynamodb.mjs';

const storm = fileURLToPath(new URL('../../build/dev/tests/denwaban_ledger_storm', import.meta.url));
const date = '2026-11-27';
/** DENWABAN_STORM=20000 is the long one: half an hour for the many restaurants, longer for the one. */
const long = process.env.DENWABAN_STORM;
const asText = { encoding: 'utf8', maxBuffer: 2 ** 30 };
const [writers, requests] = [32, Number(long ?? 300)];

let server;
let client;
before(async () => {
  server = await startServer();
  client = clientOf(server.endpoint);
});
after(() => {
  client?.destroy();
  server?.stop();
});

/** Asks until there is an answer: whoever finds others faster every time, or hears nothing in time, asks again. */
const answerTo = async (ledger, ask) => {
  for (;;) {
    try {
      return { answer: await run(ledger, ask) };
    } catch (error) {
      if (!(error instanceof DenwabanError)) throw error;
      const errors = error.errors.map(({ code, where }) => `${code} ${where}`);
      if (!['contended ', 'unavailable ', 'timed_out '].includes(errors[0])) return { errors };
    }
  }
};

for (const restaurants of long ? [1, 200] : [1, 8]) {
  test(`${requests} requests of ${writers} writers to ${restaurants} restaurants: no seat twice, nothing lost`, async () => {
    const lines = execFileSync(storm, ['requests', restaurants, requests, 5].map(String), asText);
    const night = lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const ledger = await makeLedger(client);
    for (const { prepare } of night) if (prepare) await run(ledger, prepare);
    const history = [];
    const look = async (when) => {
      for (let each = 0; each < restaurants; each++) {
        const book = await run(ledger, { find_day_book: { restaurant: `r${each}`, date } });
        history.push({ [when]: book });
      }
    };
    const now = () => Number(process.hrtime.bigint());
    await look('before');
    const asked = night.flatMap(({ ask }) => (ask ? [ask] : []));
    const write = async () => {
      for (let ask = asked.shift(); ask; ask = asked.shift()) {
        history.push({ ask, begin: now() });
        const said = await answerTo(ledger, ask);
        history.push({ ask, end: now(), ...said });
      }
    };
    await Promise.all(Array.from({ length: writers }, write));
    await look('after');
    const input = history.map((line) => `${JSON.stringify(line)}\n`).join('');
    const checked = execFileSync(storm, ['check'], { ...asText, input });
    assert.match(checked, new RegExp(` of ${restaurants} books, ${requests} answers`));
  });
}
