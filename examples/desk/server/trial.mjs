import { randomUUID } from 'node:crypto';

import { ask } from './errands.mjs';

/** What may be tried: what a restaurant says of itself, whose guests it may hurt. */
export const tryable = ['put_restaurant', 'put_book_template', 'edit_day_book', 'refresh_day_books'];

const nameOf = ({ partition, sort }) => JSON.stringify([partition, sort]);

/** A ledger that keeps nothing: it reads what is kept, in whose place stands what was tried before. */
export const trialOn = (ledger) => {
  const tried = new Map();
  const read = async (keys) => {
    const kept = await ledger.read(keys);
    return keys.map((key, place) => (tried.has(nameOf(key)) ? tried.get(nameOf(key)) : kept[place]));
  };
  const put = async ({ partition, sort, body }) => {
    const [before] = await read([{ partition, sort }]);
    tried.set(nameOf({ partition, sort }), { partition, sort, body, version: (before?.version ?? 0) + 1 });
  };
  const commit = async ({ writes }) => {
    for (const write of writes) {
      if (write.erase) tried.set(nameOf(write.erase), null);
      if (write.put) await put(write.put);
    }
    return { result: 'committed' };
  };
  return { read, query: (query) => ledger.query(query), commit };
};

/** What errands would answer, one after the other, and what they refuse; nothing of it is kept. */
export const attempt = async (context, { person }, { errands }) => {
  const trial = { ...context, ledger: trialOn(context.ledger) };
  const answers = [];
  for (const errand of errands) {
    const [[name, question]] = Object.entries(errand);
    answers.push(await ask(trial, { person, headers: { 'idempotency-key': randomUUID() } }, name, question));
  }
  return { answers };
};
