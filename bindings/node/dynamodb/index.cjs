'use strict';

const { setTimeout: pause } = require('node:timers/promises');
const sdk = require('@aws-sdk/client-dynamodb');
const native = require('../native.js');
const { DenwabanError } = require('../index.js'); // which tells the addon of it
const { takeBodies } = require('./bodies.cjs');

const commands = {
  BatchGetItem: sdk.BatchGetItemCommand,
  Query: sdk.QueryCommand,
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

class DynamoDbLedger {
  #client;
  #table;
  #signal;
  constructor({ client, table, signal } = {}) {
    if (typeof client?.send !== 'function') refuse('client must be a DynamoDBClient');
    this.#client = client;
    this.#table = textOf(table, 'table');
    this.#signal = signal;
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
  async run(errand) {
    return this.#ask(native.dynamoDbErrand, errand);
  }
  async #ask(begin, question, putBack = (task) => task) {
    const exchange = begin(this.#table, documentOf(question), seed());
    for (let task = exchange.task(); task !== null; task = exchange.task()) {
      exchange.give(JSON.stringify(await this.#done(putBack(JSON.parse(task)))));
    }
    return JSON.parse(exchange.result());
  }
  async #done(task) {
    const signal = this.#signal;
    signal?.throwIfAborted();
    try {
      if ('pause' in task) return await pause(task.pause, null, { signal });
      const command = new commands[task.operation](task.input);
      return { output: await this.#client.send(command, { abortSignal: signal }) };
    } catch (error) {
      signal?.throwIfAborted();
      if (isMistake(error)) throw error;
      return { error: failureOf(error) };
    }
  }
}

const tableDefinition = (name) => JSON.parse(native.dynamoDbTableDefinition(textOf(name, 'name')));
const timeToLive = (name) => JSON.parse(native.dynamoDbTimeToLive(textOf(name, 'name')));

module.exports = { DynamoDbLedger, tableDefinition, timeToLive };
