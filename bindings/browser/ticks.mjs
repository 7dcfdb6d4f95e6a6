const second = 1000;

/** Calls back every second, as long as anybody is there to be called. */
export class Ticks {
  #schedule;
  #listeners = new Set();
  #stop = null;

  constructor(schedule) {
    this.#schedule = schedule;
  }
  /** Returns what ends it. */
  add(listener) {
    this.#listeners.add(listener);
    this.#stop ??= this.#next();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.end();
    };
  }
  end() {
    this.#listeners.clear();
    this.#stop?.();
    this.#stop = null;
  }
  #next() {
    return this.#schedule(() => {
      this.#stop = this.#next();
      for (const listener of [...this.#listeners]) listener();
    }, second);
  }
}
