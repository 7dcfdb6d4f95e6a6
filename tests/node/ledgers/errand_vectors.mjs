// What is asked of a ledger as a whole and what it answers, whichever ledger it is.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

import { DenwabanError, run } from 'denwaban';

const folder = new URL('../../data/errand_vectors/', import.meta.url);
export const vectors = readdirSync(folder).map((name) => [
  name,
  JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
]);

export const refusalOf = (asked) =>
  asked.then(
    () => assert.fail('must be refused'),
    (error) => error,
  );

export const follow = async (ledger, steps) => {
  for (const { ask, gives, errors } of steps) {
    if (!errors) {
      assert.deepEqual(await run(ledger, ask), gives, JSON.stringify(ask));
      continue;
    }
    const error = await refusalOf(run(ledger, JSON.stringify(ask)));
    assert.ok(error instanceof DenwabanError, error);
    assert.deepEqual(
      error.errors.map(({ code, where }) => `${code} ${where}`),
      errors,
      JSON.stringify(ask),
    );
  }
};
