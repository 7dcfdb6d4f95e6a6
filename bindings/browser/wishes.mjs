import { AdapterError } from './errors.mjs';

/** What has been asked for and not been seen yet. Each settles once: when it is seen, refused, or too late. */
export class Wishes {
  #open = new Set();
  #schedule;
  #settleIn;

  /** `schedule(callback, milliseconds)` returns what cancels it; promises settle within `settleIn`. */
  constructor(schedule, settleIn) {
    this.#schedule = schedule;
    this.#settleIn = settleIn;
  }

  /**
   * `look()` gives `{ done: value }` or `{ refused: AdapterError }`, and null until then; `ask({ success, failure })` asks.
   */
  make({ what, timeout, look, ask }) {
    return new Promise((resolve, reject) => {
      const wish = { look };
      const settle = (outcome) => {
        if (!this.#open.delete(wish)) return;
        wish.cancel?.();
        this.#settleIn(() => (outcome.refused ? reject(outcome.refused) : resolve(outcome.done)));
      };
      const refuse = (code, message, cause) => settle({ refused: new AdapterError(code, message, cause) });
      wish.settle = settle;
      this.#open.add(wish);
      wish.cancel = this.#schedule(
        () => refuse('timed_out', `${what}: nothing was seen within ${timeout} ms`),
        timeout,
      );
      try {
        // Success means only that the request was taken.
        ask({ success() {}, failure: (error) => refuse('failed', `${what}: Amazon Connect refused`, error) });
      } catch (error) {
        if (error instanceof AdapterError) settle({ refused: error });
        else refuse('failed', `${what}: amazon-connect-streams refused`, error);
      }
    });
  }

  /** Looks whether anything asked for is to be seen now. */
  look() {
    for (const wish of [...this.#open]) {
      const outcome = wish.look();
      if (outcome) wish.settle(outcome);
    }
  }

  refuseAll(code, message) {
    for (const wish of [...this.#open]) wish.settle({ refused: new AdapterError(code, message) });
  }
}
