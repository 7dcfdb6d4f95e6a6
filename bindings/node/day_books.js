'use strict';

const { inspect } = require('node:util');
const { addCommands } = require('./commands.js');
const { proposalOf } = require('./shapes.js');

/** The reservation book, for index.js, which knows the addon and how to check arguments. */
module.exports = ({ native, documentOf, millisecondsOf, timeTextOf, textOf, taken, wrongKind }) => {
  const inside = Symbol('inside');
  const only = (key) => {
    if (key !== inside) throw new TypeError('Illegal constructor');
  };
  let handleOf;

  /** `now` as text, wherever it comes as a Date or a number. */
  const timely = (given) => (given?.now === undefined ? given : { ...given, now: timeTextOf(given.now) });

  class DayBook {
    #book;
    constructor(key, book) {
      only(key);
      this.#book = book;
      const [restaurant, date, zone, version] = book.describe();
      Object.assign(this, { restaurant, date, zone, version });
      Object.freeze(this);
    }
    static {
      handleOf = (book) => (#book in Object(book) ? book.#book : wrongKind('DayBook'));
    }
    static fromJson(document) {
      return new DayBook(inside, native.dayBook(documentOf(document)));
    }
    get reservations() {
      return this.toJSON().reservations;
    }
    reservation(booking) {
      return JSON.parse(this.#book.reservation(textOf(booking)));
    }
    availability(question) {
      return JSON.parse(this.#book.availability(documentOf(timely(question))));
    }
    propose(question, options = {}) {
      const { otherDays = [] } = taken(options, ['otherDays']);
      return proposalOf(JSON.parse(this.#book.propose(documentOf(timely(question)), Array.from(otherDays, handleOf))));
    }
    lateParties(question) {
      return JSON.parse(this.#book.lateParties(documentOf(timely(question))));
    }
    waitingList(question) {
      return JSON.parse(this.#book.waitingList(documentOf(timely(question))));
    }
    decide(command) {
      const words = command?.by?.now === undefined ? command : { ...command, by: timely(command.by) };
      const [book, decision] = this.#book.decide(documentOf(words));
      const { version, ...said } = JSON.parse(decision);
      return { book: new DayBook(inside, book), ...said };
    }
    replaceFloorPlan(plan, by, options = {}) {
      const { renamed } = taken(options, ['renamed']);
      return this.#edit({ floor_plan: plan, renamed, by });
    }
    replacePolicy(policy, by) {
      return this.#edit({ policy, by });
    }
    replacePeriods(periods, by) {
      return this.#edit({ periods, by });
    }
    /** Answers CreateBooking of Google's booking partner API. */
    googleCreateBooking(request, options) {
      const { id, now } = taken(options, ['id', 'now']);
      return DayBook.#answered(this.#book.googleCreate(documentOf(request), textOf(id), millisecondsOf(now)));
    }
    googleUpdateBooking(request, options) {
      const { now } = taken(options, ['now']);
      return DayBook.#answered(this.#book.googleUpdate(documentOf(request), millisecondsOf(now)));
    }
    toSchemaOrg(booking, options) {
      const { restaurant } = taken(options, ['restaurant']);
      return JSON.parse(this.#book.toSchemaOrg(textOf(booking), textOf(restaurant)));
    }
    toJson() {
      return this.#book.toJson();
    }
    toJSON() {
      return JSON.parse(this.toJson());
    }
    toCsv() {
      return this.#book.toCsv();
    }
    static #answered([book, booking, response]) {
      return { book: new DayBook(inside, book), booking, response: JSON.parse(response) };
    }
    #edit(edit) {
      const [book, edited] = this.#book.edit(documentOf({ ...edit, by: timely(edit.by) }));
      const { hurt, moved } = JSON.parse(edited);
      return { book: new DayBook(inside, book), hurt, moved };
    }
  }

  addCommands(DayBook, taken, function (commandOf) {
    return this.decide(commandOf());
  });

  class Customers {
    #customers;
    constructor(key, customers) {
      only(key);
      this.#customers = customers;
    }
    static fromJson(document = []) {
      return new Customers(inside, native.customers(documentOf(document)));
    }
    get size() {
      return this.#customers.size();
    }
    [inspect.custom]() {
      return `Customers { ${this.size} }`;
    }
    put(customer) {
      this.#customers.put(documentOf(customer));
    }
    find(id) {
      return JSON.parse(this.#customers.find(textOf(id)));
    }
    byPhone(number) {
      return JSON.parse(this.#customers.byPhone(textOf(number)));
    }
    byName(beginning, options = {}) {
      const { most = 20 } = taken(options, ['most']);
      return JSON.parse(this.#customers.byName(textOf(beginning), most));
    }
    merge({ keep, absorb }) {
      this.#customers.merge(textOf(keep), textOf(absorb));
    }
    recordVisit(book, booking) {
      this.#customers.recordVisit(handleOf(book), textOf(booking));
    }
    toJson() {
      return this.#customers.toJson();
    }
    toJSON() {
      return JSON.parse(this.toJson());
    }
  }

  const googleBatchAvailabilityLookup = (request, options) => {
    const { books, now, zone = 'Asia/Tokyo' } = taken(options, ['books', 'now', 'zone']);
    const handles = Array.from(books, handleOf);
    const answer = native.googleBatchAvailabilityLookup(
      documentOf(request),
      handles,
      textOf(zone),
      millisecondsOf(now),
    );
    return JSON.parse(answer);
  };
  const clocksOf = (options = {}) => textOf(taken(options, ['zone']).zone ?? 'Asia/Tokyo');
  const googleBookingDate = (request, options) => native.googleBookingDate(documentOf(request), clocksOf(options));
  const readSchemaOrgReservation = (document, options) =>
    JSON.parse(native.readSchemaOrgReservation(documentOf(document), clocksOf(options)));

  return { DayBook, Customers, googleBatchAvailabilityLookup, googleBookingDate, readSchemaOrgReservation };
};
