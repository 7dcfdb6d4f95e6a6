import { AdapterError } from './errors.mjs';

/** `{"message": …}` in text, as streams' API has it at times. */
const opened = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
/** What a refusal says of itself, behind a colon; nothing where it says nothing. */
const said = (error) => {
  const { type, message } = (typeof error === 'string' ? opened(error) : error) ?? {};
  const words = [type, message].filter((word) => typeof word === 'string' && word);
  if (words.length > 0) return `: ${words.join(': ')}`;
  return typeof error === 'string' && error ? `: ${error}` : '';
};

/** What has been asked for and not been seen yet. Each settles once: when it is seen, refused, or too late. */
export class Wishes {
  #open = new Set();
  #running = new Map();
  #schedule;
  #settleIn;

  /** `schedule(callback, milliseconds)` returns what cancels it; promises settle within `settleIn`. */
  constructor(schedule, settleIn) {
    this.#schedule = schedule;
    this.#settleIn = settleIn;
  }

  /**
   * Starts nothing that runs already: who asks for the same again gets the same promise, unless what stands against it
   * (`rivals`, keys) was asked for in between. That is waited for, because what is seen meanwhile may be of either.
   * `start` is given what lets the same be asked for again.
   */
  once(key, rivals, start) {
    const keys = [...this.#running.keys()];
    const isUndone = rivals.some((rival) => keys.indexOf(rival) > keys.indexOf(key));
    const same = this.#running.get(key);
    if (same && !isUndone) return same;
    const before = rivals.map((rival) => this.#running.get(rival)).filter(Boolean);
    let begin;
    const promise = new Promise((resolve) => (begin = resolve));
    const forget = () => this.#running.get(key) === promise && this.#running.delete(key);
    this.#running.delete(key); // the latest stands last
    this.#running.set(key, promise);
    begin(before.length > 0 ? Promise.allSettled(before).then(() => start(forget)) : start(forget));
    promise.then(forget, forget);
    return promise;
  }
  /** Keys of what runs that begin so. */
  running(beginning) {
    return [...this.#running.keys()].filter((key) => key.startsWith(beginning));
  }

  /**
   * `look()` gives `{ done: value }` or `{ refused: AdapterError }`, and null until then, or `{ waits: milliseconds }` where
   * others have their time from then on; `ask({ success, failure })` asks; `forget` is that of `once`.
   */
  make({ forget, what, timeout, look, ask }) {
    return new Promise((resolve, reject) => {
      const wish = { look, waits: timeout };
      wish.settle = (outcome) => {
        if (!this.#open.delete(wish)) return;
        wish.cancel?.();
        forget();
        this.#settleIn(() => (outcome.refused ? reject(outcome.refused) : resolve(outcome.done)));
      };
      const refuse = (code, message, cause) => wish.settle({ refused: new AdapterError(code, message, cause) });
      wish.wait = (milliseconds) => {
        wish.cancel?.();
        wish.waits = milliseconds;
        const late = () => refuse('timed_out', `${what}: nothing was seen within ${milliseconds} ms`);
        wish.cancel = this.#schedule(late, milliseconds);
      };
      this.#open.add(wish);
      wish.wait(timeout);
      try {
        // Success means only that the request was taken.
        ask({
          success() {},
          failure: (error) => refuse('failed', `${what}: Amazon Connect refused${said(error)}`, error),
        });
      } catch (error) {
        if (error instanceof AdapterError) wish.settle({ refused: error });
        else refuse('failed', `${what}: Amazon Connect could not be asked`, error);
      }
    });
  }

  /** Looks whether anything asked for is to be seen now. */
  look() {
    for (const wish of [...this.#open]) {
      const outcome = wish.look();
      if (!outcome) continue;
      if (outcome.waits === undefined) wish.settle(outcome);
      else if (outcome.waits !== wish.waits) wish.wait(outcome.waits);
    }
  }

  refuseAll(code, message) {
    for (const wish of [...this.#open]) wish.settle({ refused: new AdapterError(code, message) });
  }
}
