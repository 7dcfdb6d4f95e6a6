'use strict';

const { inspect } = require('node:util');
const {
  AgentStreamRecord,
  CallFact,
  CallFactChange,
  ContactRecord,
  ContactReport,
  Reconciliation,
} = require('./generated/answers.js');
const { camelCased } = require('./shapes.js');

/** What is asked in camelCase, as JSON in the core's words; a Date is its ISO 8601. */
const wordsOf = (document) =>
  JSON.stringify(document, (key, value) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [snake(name), part]));
  });
/** What is asked of tables may name all of them. */
const tables = ['calls', 'bookings', 'reconciled'];
const snake = (key) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Contact records and the calls that they are, for index.js, which knows the addon and how to check arguments. */
module.exports = ({ native, documentOf, millisecondsOf, textOf, refuse, directoryOf, taken }) => {
  const directoryIfAny = (directory) => (directory === undefined ? null : directoryOf(directory));
  const wordIfAny = (word) => (word === undefined ? null : textOf(word));
  const poisonOf = ({ bytes, ...told }) => ({ ...told, bytes: Buffer.from(bytes, 'base64') });
  const recordOf = ({ record, ...one }) => ({ ...one, record: ContactRecord(record) });
  const changeOf = ({ shard, sequence, unknown, ...change }) => ({
    shard,
    sequence,
    ...CallFactChange(change),
    unknown,
  });
  const traceOf = ({ began, ended, ...trace }) => ({ ...trace, began: new Date(began), ended: new Date(ended) });

  const readContactRecord = (document) => {
    const [text, unknown] = native.readContactRecord(documentOf(document));
    return { ...ContactRecord(JSON.parse(text)), unknown };
  };
  const readKinesisContactRecords = (event) => {
    const { records, poisoned } = JSON.parse(native.readKinesisContactRecords(documentOf(event)));
    return { records: records.map(recordOf), poisoned: poisoned.map(poisonOf) };
  };
  /** What `take` makes of each part of a file, and of its end, which is null. */
  async function* parts(source, take) {
    if (!source?.[Symbol.asyncIterator] && !source?.[Symbol.iterator]) {
      refuse('must be bytes, as fs.createReadStream has them', '/source');
    }
    for await (const bytes of source) {
      if (!(bytes instanceof Uint8Array)) refuse('must be bytes, as fs.createReadStream has them', '/source');
      yield take(bytes);
    }
    yield take(null);
  }
  async function* contactRecordsOf(source) {
    const stream = native.contactRecordStream();
    for await (const part of parts(source, (bytes) => JSON.parse(stream.read(bytes)))) {
      for (const one of part) yield one.record === undefined ? one : recordOf(one);
    }
  }
  const events = { agent_event: AgentStreamRecord, contact_event: ContactReport, contact_record: ContactRecord };
  const deliveredEventOf = ({ message_id: messageId, event, ...told }) => ({
    ...(messageId === undefined ? {} : { messageId }),
    ...told,
    event: events[told.kind](event),
  });
  const poisonedDeliveryOf = ({ message_id: messageId, ...told }) =>
    poisonOf(messageId === undefined ? told : { messageId, ...told });
  const readDeliveredEvents = (invocation) => {
    const told = JSON.parse(native.readDeliveredEvents(documentOf(invocation)));
    return { events: told.events.map(deliveredEventOf), poisoned: told.poisoned.map(poisonedDeliveryOf) };
  };
  const batchItemFailures = (failed) => {
    const positions = Array.from(failed);
    const messages = positions.filter(({ messageId }) => messageId !== undefined);
    const records = positions.filter(({ messageId }) => messageId === undefined);
    const each = (all, key) => all.map((position) => textOf(position[key]));
    const named = [each(records, 'shard'), each(records, 'sequence'), each(messages, 'messageId')];
    return JSON.parse(native.batchItemFailures(...named));
  };

  const spanOf = (span) => {
    if (!(Number.isFinite(span) && span >= 0)) refuse('must be milliseconds, 0 or more', '/threshold');
    return span;
  };
  const told = (question, document) => JSON.parse(native.answerRecords(question, wordsOf(document)));
  const asked = (question, document) => camelCased(told(question, document));
  const reconcile = (question) => {
    const { calls, bookings, window } = taken(question, ['calls', 'bookings', 'window']);
    return told('reconcile', { calls: [...calls], bookings: [...bookings], window }).map(Reconciliation);
  };
  const queueForecast = (load, options) => {
    const { agents, threshold } = taken(options, ['agents', 'threshold']);
    return asked('queue_forecast', { load, agents, threshold });
  };
  const staffingFor = (load, goal) => asked('staffing', { load, goal });
  const callForecast = (history, options) => {
    const { dates, holidays } = taken(options, ['dates', 'holidays']);
    return asked('call_forecast', { history, dates: [...dates], holidays });
  };
  const forecastError = (history, options) => {
    const { weeks, holidays } = taken(options, ['weeks', 'holidays']);
    return asked('forecast_error', { history, weeks, holidays });
  };

  class Reconciler {
    #reconciler;
    constructor(window = {}) {
      this.#reconciler = native.reconciler(wordsOf(window));
    }
    addCall(call) {
      return this.#reconciler.addCall(wordsOf(call));
    }
    addBooking(booking) {
      return this.#reconciler.addBooking(wordsOf(booking));
    }
    advance(time) {
      return JSON.parse(this.#reconciler.advance(millisecondsOf(time))).map(Reconciliation);
    }
    finish() {
      return JSON.parse(this.#reconciler.finish()).map(Reconciliation);
    }
    [inspect.custom]() {
      return `Reconciler { ${this.size} held }`;
    }
    get size() {
      return this.#reconciler.size();
    }
  }

  const rowOf = ([insertId, json]) => ({ insertId, json: JSON.parse(json) });

  class CallFacts {
    #facts = native.callFacts();
    static fromJson(document) {
      const facts = new CallFacts();
      facts.#facts = native.callFactsFromJson(documentOf(document));
      return facts;
    }
    toJSON() {
      return JSON.parse(this.#facts.toJson());
    }
    recordsOf(contact) {
      return JSON.parse(this.#facts.recordsOf(textOf(contact)));
    }
    add(document) {
      const [text, unknown] = this.#facts.add(documentOf(document));
      return { ...CallFactChange(JSON.parse(text)), unknown };
    }
    addKinesis(event) {
      const { changes, poisoned } = JSON.parse(this.#facts.addKinesis(documentOf(event)));
      return { changes: changes.map(changeOf), poisoned: poisoned.map(poisonOf) };
    }
    async addFile(source) {
      const stream = native.contactRecordStream();
      const total = { kept: 0, newer: 0, asKnown: 0, failed: [] };
      for await (const part of parts(source, (bytes) => camelCased(JSON.parse(stream.addTo(bytes, this.#facts))))) {
        total.kept += part.kept;
        total.newer += part.newer;
        total.asKnown += part.asKnown;
        total.failed.push(...part.failed);
      }
      return total;
    }
    find(contact) {
      const found = JSON.parse(this.#facts.find(textOf(contact)));
      return found && CallFact(found);
    }
    all() {
      return JSON.parse(this.#facts.all()).map(CallFact);
    }
    serviceFigures(options) {
      const { threshold, channel } = taken(options, ['threshold', 'channel']);
      return camelCased(JSON.parse(this.#facts.serviceFigures(spanOf(threshold), wordIfAny(channel))));
    }
    serviceFiguresBy(group, options) {
      const known = ['threshold', 'directory', 'zone', 'channel'];
      const { threshold, directory, zone = 'Asia/Tokyo', channel } = taken(options, known);
      const asked = [textOf(group), spanOf(threshold), directoryIfAny(directory), textOf(zone), wordIfAny(channel)];
      const by = JSON.parse(this.#facts.serviceFiguresBy(...asked));
      return Object.fromEntries(Object.entries(by).map(([name, figures]) => [name, camelCased(figures)]));
    }
    #asked(terms, group, more = []) {
      const known = ['bookings', 'from', 'until', 'again', 'channel', 'window', 'directory', 'zone', ...more];
      const { bookings, from, until, again, channel, window, directory, zone = 'Asia/Tokyo' } = taken(terms, known);
      const question = { bookings: [...bookings], window, terms: { from, until, again, channel }, group };
      return [directoryIfAny(directory), textOf(zone), wordsOf(question)];
    }
    #resultsOf(group, terms) {
      return JSON.parse(this.#facts.results(...this.#asked(terms, group)));
    }
    results(terms) {
      return camelCased(this.#resultsOf(undefined, terms));
    }
    resultsBy(group, terms) {
      const by = this.#resultsOf(textOf(group), terms);
      return Object.fromEntries(Object.entries(by).map(([name, results]) => [name, camelCased(results)]));
    }
    report(month, terms) {
      const [directory, zone, question] = this.#asked(terms, undefined, ['threshold']);
      return this.#facts.report(directory, zone, textOf(month), spanOf(terms.threshold), question);
    }
    #picture(picture, form, options) {
      const { title = '', zone = 'Asia/Tokyo' } = taken(options, ['title', 'zone']);
      return this.#facts.picture(picture, textOf(zone), textOf(title), form);
    }
    #funnel(form, { title = '', ...terms }) {
      if (Object.keys(terms).length === 0) return this.#picture('funnel', form, { title });
      const [directory, , question] = this.#asked(terms, undefined);
      return this.#facts.funnel(directory, question, textOf(title), form);
    }
    renderDaySvg(options = {}) {
      return this.#picture('day', 'svg', options);
    }
    renderDayText(options = {}) {
      return this.#picture('day', 'text', options);
    }
    renderWeekSvg(options = {}) {
      return this.#picture('week', 'svg', options);
    }
    renderWeekText(options = {}) {
      return this.#picture('week', 'text', options);
    }
    renderFunnelSvg(terms = {}) {
      return this.#funnel('svg', terms);
    }
    renderFunnelText(terms = {}) {
      return this.#funnel('text', terms);
    }
    place(contact, directory) {
      return camelCased(JSON.parse(this.#facts.place(textOf(contact), directoryOf(directory))));
    }
    traces(directory) {
      return JSON.parse(this.#facts.traces(directoryIfAny(directory))).map(traceOf);
    }
    bigQueryRow(contact, directory) {
      const of = directoryIfAny(directory);
      const row = this.#facts.bigQueryRow(textOf(contact), of);
      return row && rowOf(row);
    }
    bigQueryLegs(contact) {
      return this.#facts.bigQueryLegs(textOf(contact)).map(rowOf);
    }
    bigQueryMessage(contact, directory) {
      return this.#facts.bigQueryMessage(textOf(contact), directoryIfAny(directory));
    }
    arrow(directory) {
      return this.#facts.arrow(directoryIfAny(directory));
    }
    callsByQuarterHour(options = {}) {
      const { zone = 'Asia/Tokyo', channel } = taken(options, ['zone', 'channel']);
      return camelCased(JSON.parse(this.#facts.callsByQuarterHour(textOf(zone), wordIfAny(channel))));
    }
    forgetBefore(time) {
      this.#facts.forgetBefore(millisecondsOf(time));
    }
    [inspect.custom]() {
      return `CallFacts { ${this.size} contacts }`;
    }
    get size() {
      return this.#facts.size();
    }
  }

  const readers = {
    readContactRecord,
    contactRecordsOf,
    readKinesisContactRecords,
    readDeliveredEvents,
    isRedacted: ({ key }) => native.isRedacted(textOf(key)),
    batchItemFailures,
  };
  const bigQuery = {
    bigQuerySchema: (of = 'calls') => JSON.parse(native.bigQuerySchema(textOf(of))),
    bigQueryDescriptor: (of = 'calls') => native.bigQueryDescriptor(textOf(of)),
    bigQueryTableSql: (table, of = 'calls') => native.bigQueryTableSql(textOf(table), textOf(of)),
    bigQueryReconcileSql: (named, window = {}) => {
      const { calls, bookings } = taken(named, tables);
      return native.bigQueryReconcileSql(textOf(calls), textOf(bookings), wordsOf(window));
    },
    bigQueryResultsSql: (named, group, { zone = 'Asia/Tokyo', ...terms }) => {
      const { calls, bookings, reconciled } = taken(named, tables);
      const names = [calls, bookings, reconciled].map((table) => textOf(table));
      return native.bigQueryResultsSql(...names, group && textOf(group), wordsOf(terms), textOf(zone));
    },
    bigQueryFiguresSql: (table, group, options) => {
      const { threshold, zone = 'Asia/Tokyo', channel } = taken(options, ['threshold', 'zone', 'channel']);
      const asked = [textOf(group), spanOf(threshold), textOf(zone), wordIfAny(channel)];
      return native.bigQueryFiguresSql(textOf(table), ...asked);
    },
    bigQueryMergeSql: (table, staging) => native.bigQueryMergeSql(textOf(table), textOf(staging)),
    bigQueryStitchSql: (legs, staging) => native.bigQueryStitchSql(textOf(legs), textOf(staging)),
  };
  const questions = { reconcile, queueForecast, staffingFor, callForecast, forecastError };
  return { CallFacts, Reconciler, ...readers, ...bigQuery, ...questions };
};
