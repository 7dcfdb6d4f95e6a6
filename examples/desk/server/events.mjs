import { DenwabanError, run } from 'denwaban';

import { hasAll, hasRestaurant } from './identity.mjs';

const page = 200;
const beat = 15_000;
/** Whose restaurant stands in the change itself. */
const ofRestaurants = new Set(['restaurant', 'book_template', 'day_book']);
/** Whose restaurant their call knows. */
const ofCalls = new Set(['call', 'follow_up']);

/** How often the ledger is looked at for what other processes have written, in milliseconds. */
const everyDefault = 250;

/**
 * Follows a ledger's changes once for everybody who listens: who is at the newest is handed what is new, who is not
 * reads on by themselves until they are.
 */
export class ChangeHub {
  #ledger;
  #every;
  #tip = null;
  #listeners = new Set();
  #timer = null;
  #looking = null;
  #isClosed = false;
  constructor(ledger, every = everyDefault) {
    this.#ledger = ledger;
    this.#every = every;
  }
  /** Whether the ledger has changes to tell: SQLite's does, DynamoDB's stream goes to a Lambda. */
  get isFed() {
    return typeof this.#ledger.changes === 'function';
  }
  get size() {
    return this.#listeners.size;
  }
  async open() {
    if (!this.isFed) return;
    this.#tip = await this.#ledger.newestChange();
    this.#wait();
  }
  #wait() {
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => this.look().then(() => this.#wait()), this.#every);
    this.#timer.unref();
  }
  /** Looks now: who has just written needs not wait. */
  look() {
    if (!this.isFed || this.#isClosed || this.#listeners.size === 0) return this.#skip();
    this.#looking ??= this.#hand().finally(() => (this.#looking = null));
    return this.#looking;
  }
  /** Nobody listens: what is new now is nobody's. */
  async #skip() {
    if (this.isFed && !this.#isClosed) this.#tip = await this.#ledger.newestChange().catch(() => this.#tip);
  }
  async #hand() {
    try {
      const { changes, next } = await this.#ledger.changes({ after: this.#tip, most: page });
      const before = this.#tip;
      this.#tip = next;
      if (changes.length > 0) for (const listener of this.#listeners) listener.take(before, changes, next);
    } catch {
      this.#tip = await this.#ledger.newestChange().catch(() => this.#tip);
      for (const listener of this.#listeners) listener.lost();
    }
  }
  /** What was committed after a cursor, and then what is committed, until the stream ends. */
  add(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  get tip() {
    return this.#tip;
  }
  async close() {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const listener of this.#listeners) listener.end();
    await this.#looking;
  }
}

/** What a person is told of a change, or null. */
const toldOf = async (ledger, { person, restaurant, nouns }, change) => {
  const { kind, noun, date, id, cursor, version } = change;
  if (noun === 'other' || (nouns && !nouns.includes(noun))) return null;
  let of = change.restaurant;
  if (ofCalls.has(noun) && id && (restaurant || !hasAll(person))) {
    of = (await run(ledger, { find_call: { contact: id } }))?.call.restaurant ?? undefined;
  }
  const isPlaced = ofRestaurants.has(noun) || ofCalls.has(noun);
  if (!hasAll(person) && !(isPlaced && hasRestaurant(person, of))) return null;
  if (restaurant && isPlaced && of !== restaurant) return null;
  return { kind, noun, restaurant: of, date, id, version, cursor };
};

const written = (event, id, data) => `event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;

/** One listener's stream. `send` is handed text and says whether there is room for more. */
export const listen = async ({ ledger, hub, clock }, asked, { send, end }) => {
  let cursor = asked.after ?? hub.tip;
  let busy = Promise.resolve();
  let isEnded = false;
  const tell = async (changes) => {
    for (const change of changes) {
      const told = await toldOf(ledger, asked, change);
      if (isEnded) return;
      if (told) send(written('changed', change.cursor, told));
    }
  };
  /** Reads on until nothing is new. */
  const catchUp = async () => {
    for (let more = true; more && !isEnded;) {
      const { changes, next } = await ledger.changes({ after: cursor, most: page });
      await tell(changes);
      cursor = next;
      more = changes.length === page;
    }
  };
  const lost = async () => {
    cursor = await ledger.newestChange();
    send(written('expired', cursor, { code: 'expired_cursor' }));
  };
  const inTurn = (work) => {
    busy = busy.then(work).catch((error) => (isLost(error) ? lost() : stop()));
    return busy;
  };
  const stop = () => {
    if (isEnded) return;
    isEnded = true;
    remove();
    clearInterval(beating);
    clearTimeout(expiring);
    end();
  };
  const remove = hub.add({
    take: (before, changes, next) =>
      inTurn(async () => {
        if (cursor !== before) return catchUp();
        await tell(changes);
        cursor = next;
      }),
    lost: () => inTurn(lost),
    end: stop,
  });
  // Who is told little goes on from here all the same.
  const beating = setInterval(() => inTurn(async () => send(`id: ${cursor}\n: beat\n\n`)), beat);
  const left = Math.min(Date.parse(asked.person.expires) - clock(), 2 ** 31 - 1);
  const expiring = setTimeout(stop, left);
  beating.unref();
  expiring.unref();
  send(`retry: 1000\n${written('open', cursor, {})}`);
  await inTurn(catchUp);
  return stop;
};

const isLost = (error) => error instanceof DenwabanError && ['expired_cursor', 'invalid_value'].includes(error.code);
