'use strict';

const { inspect } = require('node:util');
const { setTimeout: pause } = require('node:timers/promises');
const { fileURLToPath } = require('node:url');
const observed = require('./observed.js');

/** Keeping, for index.js, which knows the addon and how to check arguments. */
module.exports = ({ native, DenwabanError, documentOf, textOf, refuse, taken }) => {
  const inside = Symbol('inside');

  const pathOf = (path) => (typeof path?.href === 'string' ? fileURLToPath(path.href) : textOf(path));
  const checks = ['none', 'pages'];
  const longest = 2 ** 31 - 1;
  const day = 24 * 60 * 60 * 1000;
  const timeOf = (name, time) =>
    Number.isInteger(time) && time >= 0 && time <= longest ? time : refuse(`${name} must be whole milliseconds`);
  const runOptionsOf = (options = {}) => {
    const { deadline = 10_000, observe } = taken(options, ['deadline', 'observe']);
    if (observe !== undefined && typeof observe !== 'function') refuse('observe must be a function');
    return { deadline: timeOf('deadline', deadline), observe };
  };
  /** Of an errand's pauses. */
  const seed = () => Math.floor(Math.random() * Number.MAX_SAFE_INTEGER);

  class SqliteLedger {
    #ledger;
    #path;
    #working = new Set();
    #closed;
    constructor(key, ledger, path) {
      if (key !== inside) throw new TypeError('Illegal constructor');
      this.#ledger = ledger;
      this.#path = path;
    }
    [inspect.custom](_depth, options) {
      return `SqliteLedger { ${inspect(this.#path, options)}${this.#closed ? ', closed' : ''} }`;
    }
    static async open(path, options = {}) {
      const { check = 'pages', busy = 5000, keepChanges = 7 * day } = taken(options, ['check', 'busy', 'keepChanges']);
      if (!checks.includes(check)) refuse(`check must be one of: ${checks.join(', ')}`);
      const times = [timeOf('busy', busy), check === 'pages', timeOf('keepChanges', keepChanges)];
      const at = pathOf(path);
      return new SqliteLedger(inside, await native.openLedger(at, ...times), at);
    }
    async read(keys) {
      return JSON.parse(await this.#ask('read', documentOf(keys)));
    }
    async query(query) {
      return JSON.parse(await this.#ask('query', documentOf(query)));
    }
    async commit(commit) {
      return JSON.parse(await this.#ask('commit', documentOf(commit)));
    }
    async run(errand, options) {
      const { deadline, observe } = runOptionsOf(options);
      const given = [documentOf(errand), seed(), deadline];
      if (!observe) return JSON.parse(await this.#ask('run', ...given));
      return observed(observe, errand, async (retried) => {
        const { retries, answer, errors } = JSON.parse(await this.#ask('runObserved', ...given));
        retried(retries);
        if (errors) throw new DenwabanError(errors);
        return answer;
      });
    }
    async changes(query = {}) {
      return JSON.parse(await this.#ask('changes', documentOf(query)));
    }
    async newestChange() {
      return JSON.parse(await this.#ask('newestChange', ''));
    }
    async *follow(options = {}) {
      const { after = null, every = 1000, signal } = taken(options, ['after', 'every', 'signal']);
      timeOf('every', every);
      for (let cursor = after; !signal?.aborted;) {
        const { changes, next } = await this.changes({ after: cursor });
        for (const change of changes) {
          if (signal?.aborted) return;
          yield change;
        }
        cursor = next;
        if (changes.length === 0) await pause(every, null, { signal }).catch(() => {});
      }
    }
    async statistics() {
      return JSON.parse(await this.#ask('statistics', ''));
    }
    async compact() {
      await this.#ask('compact', '');
    }
    async backup(path) {
      await this.#ask('backup', pathOf(path));
    }
    async exportTo(path) {
      await this.#ask('exportTo', pathOf(path));
    }
    async importFrom(path) {
      await this.#ask('importFrom', pathOf(path));
    }
    /** From here on everything is refused; what has begun is done to its end. */
    async close() {
      this.#closed ??= Promise.allSettled([this.#ledger.close(), ...this.#working]);
      await this.#closed;
    }
    async [Symbol.asyncDispose ?? Symbol('asyncDispose')]() {
      await this.close();
    }
    async #ask(what, ...given) {
      const working = this.#ledger[what](...given);
      this.#working.add(working);
      try {
        return await working;
      } finally {
        this.#working.delete(working);
      }
    }
  }

  const resultOf = async (ledger, task, until) => {
    const [[what, about]] = Object.entries(JSON.parse(task));
    if (what === 'pause') return pause(Math.max(0, Math.min(about, until - performance.now())), null);
    try {
      return await ledger[what](about);
    } catch (error) {
      if (error instanceof DenwabanError) return { errors: error.errors };
      throw error;
    }
  };

  const run = async (ledger, errand, options) => {
    if (typeof ledger?.run === 'function') return ledger.run(errand, options);
    const { deadline, observe } = runOptionsOf(options);
    const until = performance.now() + deadline;
    const work = native.errand(documentOf(errand), seed());
    return observed(observe, errand, async (retried) => {
      for (let task = work.task(); task !== null; task = work.task()) {
        if (task.startsWith('{"pause"')) retried();
        work.give(documentOf(await resultOf(ledger, task, until)));
        if (work.task() !== null && performance.now() >= until) work.giveUp(deadline);
      }
      return JSON.parse(work.answer());
    });
  };

  const bookingsCsv = (bookings) => native.bookingsCsv(documentOf(bookings));
  const changesFromStream = (event) => JSON.parse(native.changesFromStream(documentOf(event)));
  const deliverChanges = async (event, deliver) => {
    const { changes, failed } = changesFromStream(event);
    const from = ({ cursor }) => ({ batchItemFailures: [{ itemIdentifier: cursor }] });
    for (const change of changes) {
      try {
        await deliver(change);
      } catch (error) {
        console.error(error);
        return from(change);
      }
    }
    if (failed) console.error(new DenwabanError(failed.errors));
    return failed ? from(failed) : { batchItemFailures: [] };
  };

  return { SqliteLedger, run, bookingsCsv, changesFromStream, deliverChanges };
};
