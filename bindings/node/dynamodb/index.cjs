'use strict';

const { setTimeout: pause } = require('node:timers/promises');
const { inspect } = require('node:util');
const sdk = require('@aws-sdk/client-dynamodb');
const native = require('../native.js');
const { DenwabanError } = require('../index.js'); // which tells the addon of it
const observed = require('../observed.js');
const { takeBodies } = require('./bodies.cjs');
const { linesOf, writeWhole } = require('./lines.cjs');

const commands = {
  BatchGetItem: sdk.BatchGetItemCommand,
  Query: sdk.QueryCommand,
  Scan: sdk.ScanCommand,
  TransactGetItems: sdk.TransactGetItemsCommand,
  TransactWriteItems: sdk.TransactWriteItemsCommand,
};

const refuse = (message) => {
  throw new DenwabanError([{ code: 'wrong_type', message, where: '' }]);
};
const textOf = (text, what) => (typeof text === 'string' ? text : refuse(`${what} must be a string`));
const documentOf = (document) =>
  (typeof document === 'string' ? document : JSON.stringify(document)) ?? refuse('must be JSON, as text or as objects');

/** Of an exchange's pauses. */
const seed = () => Math.floor(Math.random() * Number.MAX_SAFE_INTEGER);

const mistakes = [TypeError, RangeError, ReferenceError, SyntaxError];
/** A mistake in a program is no failure of DynamoDB's: what the SDK has tried to send says how often. */
const isMistake = (error) => !error?.$metadata && mistakes.some((kind) => error instanceof kind);
/** What the core wants to know of an error: Node names those of a connection by their code. */
const failureOf = (error) => ({
  name: error.name === 'Error' ? String(error.code ?? error.name) : error.name,
  message: error.message,
  status: error.$metadata?.httpStatusCode,
  CancellationReasons: error.CancellationReasons,
});

const longest = 2 ** 31 - 1;
const deadlineOf = (deadline) =>
  Number.isInteger(deadline) && deadline >= 0 && deadline <= longest
    ? deadline
    : refuse('deadline must be whole milliseconds');
const timedOut = (deadline) =>
  new DenwabanError([{ code: 'timed_out', message: `was not done within ${deadline} ms`, where: '' }]);

/** Aborts once the time is over, or `signal` says so. */
class Deadline {
  #controller = new AbortController();
  #timer;
  #given;
  #abort;
  constructor(time, given) {
    this.#timer = setTimeout(() => this.#controller.abort(timedOut(time)), time);
    this.#given = given;
    this.#abort = () => this.#controller.abort(given.reason);
    if (given?.aborted) this.#abort();
    given?.addEventListener('abort', this.#abort);
  }
  get signal() {
    return this.#controller.signal;
  }
  end() {
    clearTimeout(this.#timer);
    this.#given?.removeEventListener('abort', this.#abort);
  }
}

class DynamoDbLedger {
  #client;
  #table;
  #signal;
  #deadline;
  constructor({ client, table, signal, deadline = 10_000 } = {}) {
    if (typeof client?.send !== 'function') refuse('client must be a DynamoDBClient');
    this.#client = client;
    this.#table = textOf(table, 'table');
    this.#signal = signal;
    this.#deadline = deadlineOf(deadline);
  }
  [inspect.custom](_depth, options) {
    return `DynamoDbLedger { ${inspect(this.#table, options)} }`;
  }
  async read(keys) {
    return this.#ask(native.dynamoDbRead, keys);
  }
  async query(query) {
    return this.#ask(native.dynamoDbQuery, query);
  }
  async commit(commit) {
    const { marked, putBack } = takeBodies(commit);
    return this.#ask(native.dynamoDbCommit, marked, putBack);
  }
  async run(errand, { deadline = this.#deadline, observe } = {}) {
    const time = deadlineOf(deadline);
    return observed(observe, errand, (retried) => this.#ask(native.dynamoDbErrand, errand, undefined, time, retried));
  }
  async #ask(begin, question, putBack = (task) => task, time = this.#deadline, retried = () => {}) {
    const exchange = begin(this.#table, documentOf(question), seed());
    const deadline = new Deadline(time, this.#signal);
    try {
      for (let text = exchange.task(); text !== null; text = exchange.task()) {
        const task = JSON.parse(text);
        if ('pause' in task) retried();
        exchange.give(JSON.stringify(await this.#done(putBack(task), deadline.signal)));
      }
    } finally {
      deadline.end();
    }
    return JSON.parse(exchange.result());
  }
  async exportTo(path) {
    const exporting = native.dynamoDbExport(this.#table, seed());
    await writeWhole(path, async (append) => {
      for (let task = exporting.task(); task !== null; task = exporting.task()) {
        await this.#give(exporting, task);
        await append(exporting.take());
      }
      exporting.result();
    });
  }
  async importFrom(path) {
    const importing = native.dynamoDbImport(this.#table, seed());
    for await (const line of linesOf(path)) importing.check(line);
    importing.endCheck();
    for await (const line of linesOf(path)) {
      importing.write(line);
      await this.#finish(importing);
    }
    importing.end();
    await this.#finish(importing);
  }
  async #finish(importing) {
    for (let task = importing.task(); task !== null; task = importing.task()) await this.#give(importing, task);
    importing.result();
  }
  /** What is as long as the table has a deadline for each request. */
  async #give(exchange, task) {
    const deadline = new Deadline(this.#deadline, this.#signal);
    try {
      exchange.give(JSON.stringify(await this.#done(JSON.parse(task), deadline.signal)));
    } finally {
      deadline.end();
    }
  }
  async #done(task, signal) {
    signal.throwIfAborted();
    try {
      if ('pause' in task) return await pause(task.pause, null, { signal });
      const command = new commands[task.operation](task.input);
      return { output: await this.#client.send(command, { abortSignal: signal }) };
    } catch (error) {
      signal.throwIfAborted();
      if (isMistake(error)) throw error;
      return { error: failureOf(error) };
    }
  }
}

const tableDefinition = (name) => JSON.parse(native.dynamoDbTableDefinition(textOf(name, 'name')));
const timeToLive = (name) => JSON.parse(native.dynamoDbTimeToLive(textOf(name, 'name')));

module.exports = { DynamoDbLedger, tableDefinition, timeToLive };
