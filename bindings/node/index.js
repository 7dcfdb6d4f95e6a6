'use strict';

const { isDate } = require('node:util').types;
const native = require('../../build/node/denwaban.node');

const { states, causes } = native;

class DenwabanError extends Error {
  constructor(errors) {
    const [{ code, message, where }] = errors;
    const place = where === '' ? '' : `${where}: `;
    const others = errors.length === 1 ? '' : ` (and ${errors.length - 1} more)`;
    super(place + message + others);
    this.code = code;
    this.where = where;
    this.errors = errors;
  }
}
Object.defineProperty(DenwabanError.prototype, 'name', { value: 'DenwabanError' });

/** Where the addon leaves the numbers of a status: see `Slot` in src/environment.hpp. */
const slots = new Float64Array(10);
native.bind(DenwabanError, slots);

const refuse = (message) => {
  throw new DenwabanError([{ code: 'wrong_type', message, where: '' }]);
};
const timeOf = (milliseconds) => (milliseconds === milliseconds ? new Date(milliseconds) : null);
const millisecondsOf = (at) => {
  if (typeof at === 'number') return at;
  // Quick for a Date of ours; slower for one of another realm.
  return at instanceof Date || isDate(at) ? at.getTime() : refuse('a time must be a Date or epoch milliseconds');
};
const timeTextOf = (at) => (typeof at === 'string' ? at : new Date(millisecondsOf(at)).toISOString());
const textOf = (text) => (typeof text === 'string' ? text : refuse('must be a string'));
const documentOf = (document) =>
  (typeof document === 'string' ? document : JSON.stringify(document)) ?? refuse('must be JSON, as text or as objects');
/** What is no JSON stays no JSON, for the answer to say so. */
const eventOf = (event) => {
  try {
    return documentOf(event);
  } catch {
    return '';
  }
};

const japanAheadOfUtc = 9 * 60 * 60 * 1000;
const dateInJapan = (date) => {
  if (!isDate(date)) return textOf(date);
  const shown = new Date(date.getTime() + japanAheadOfUtc);
  return Number.isNaN(shown.getTime()) ? '' : shown.toISOString().slice(0, 10);
};

/** For whoever makes one of ours around what the addon made. */
const inside = Symbol('inside');
const only = (key) => {
  if (key !== inside) throw new TypeError('Illegal constructor');
};

let handleOf;
let japan;

class HolidayCalendar {
  #calendar;
  constructor(key, calendar) {
    only(key);
    this.#calendar = calendar;
  }
  static {
    handleOf = (calendar) => calendar.#calendar;
  }
  static japan() {
    return (japan ??= new HolidayCalendar(inside, native.japan()));
  }
  get firstDate() {
    return this.#calendar.span()[0];
  }
  get lastDate() {
    return this.#calendar.span()[1];
  }
  name(date) {
    return this.#calendar.name(dateInJapan(date));
  }
  isHoliday(date) {
    return this.#calendar.isHoliday(dateInJapan(date));
  }
  isPreHoliday(date) {
    return this.#calendar.isPreHoliday(dateInJapan(date));
  }
  isPostHoliday(date) {
    return this.#calendar.isPostHoliday(dateInJapan(date));
  }
  isProjected(date) {
    return this.#calendar.isProjected(dateInJapan(date));
  }
  holidays() {
    return this.#calendar.holidays();
  }
  with(date, name) {
    return new HolidayCalendar(inside, this.#calendar.with(dateInJapan(date), textOf(name)));
  }
  without(date) {
    return new HolidayCalendar(inside, this.#calendar.without(dateInJapan(date)));
  }
}

class Hours {
  #hours;
  #isOpen;
  #serviceNames;
  constructor(key, hours) {
    only(key);
    this.#hours = hours;
    this.#isOpen = hours.isOpen();
    this.#serviceNames = hours.serviceNames();
  }
  get zone() {
    return this.#hours.zone();
  }
  get horizon() {
    return this.#hours.horizon();
  }
  get rules() {
    return Rules.of(this.#hours.rules());
  }
  isOpen(at) {
    const isOpen = this.#isOpen;
    return isOpen(typeof at === 'number' ? at : millisecondsOf(at));
  }
  isOpenMany(times) {
    const at = times instanceof Float64Array ? times : Float64Array.from(times, millisecondsOf);
    const open = new Uint8Array(at.length);
    this.#hours.isOpenMany(at, open);
    return open;
  }
  status(at) {
    const words = this.#hours.status(millisecondsOf(at));
    return {
      state: states[slots[0]],
      service: this.#serviceNames[slots[1]] || null,
      businessDate: words.slice(0, 10),
      closesAt: timeOf(slots[3]),
      lastOrder: timeOf(slots[4]),
      lastOrders: { food: timeOf(slots[5]), drink: timeOf(slots[6]), entry: timeOf(slots[7]) },
      nextOpening: timeOf(slots[8]),
      nextUnknown: timeOf(slots[9]),
      reason: words.slice(10),
      cause: causes[slots[2]],
    };
  }
  periods(date) {
    return JSON.parse(this.#hours.periods(textOf(date)));
  }
  nextChange(at) {
    return timeOf(this.#hours.nextChange(millisecondsOf(at)));
  }
  intervals(start, end) {
    return this.#hours.intervals(millisecondsOf(start), millisecondsOf(end));
  }
  explain(date) {
    return this.#hours.explain(isDate(date) ? this.#hours.localDate(date.getTime()) : textOf(date));
  }
}

const Rules = require('./rules.js')({
  native,
  textOf,
  documentOf,
  handleOf,
  japan: () => HolidayCalendar.japan(),
  openHours: (hours) => new Hours(inside, hours),
});

const textIfAny = (text) => (text === undefined ? undefined : textOf(text));
const termsOf = ({ calendar = HolidayCalendar.japan(), horizon = {} } = {}) => [
  handleOf(calendar),
  textIfAny(horizon.first),
  textIfAny(horizon.last),
];

let restaurantOf;

class Restaurant {
  #restaurant;
  #hours;
  constructor(key, restaurant) {
    only(key);
    this.#restaurant = restaurant;
    Object.assign(this, restaurant.describe());
  }
  static {
    restaurantOf = (restaurant) => restaurant.#restaurant;
  }
  static fromJson(document, options) {
    return new Restaurant(inside, native.restaurant(documentOf(document), ...termsOf(options)));
  }
  get hours() {
    return (this.#hours ??= new Hours(inside, this.#restaurant.hours()));
  }
  toJson() {
    return this.#restaurant.toJson();
  }
  toJSON() {
    return JSON.parse(this.toJson());
  }
}

let answer;
let directoryOf;

class Directory {
  #directory;
  #restaurants;
  constructor(key, directory) {
    only(key);
    this.#directory = directory;
  }
  static {
    answer = (directory, event, at) => directory.#directory.contactFlow(event, at);
    directoryOf = (directory) => directory.#directory;
  }
  static fromJson(document, options) {
    return new Directory(inside, native.directory(documentOf(document), ...termsOf(options)));
  }
  get restaurants() {
    return (this.#restaurants ??= this.#directory
      .restaurants()
      .map((restaurant) => new Restaurant(inside, restaurant)));
  }
  find(number) {
    const restaurant = this.#directory.find(textOf(number));
    return restaurant && new Restaurant(inside, restaurant);
  }
}

const agents = require('./agents.js')({ native, documentOf, millisecondsOf, timeOf, textOf, refuse });

const calls = require('./calls.js')({ native, documentOf, millisecondsOf, timeOf, timeTextOf, textOf });
const dayBooks = require('./day_books.js')({ native, documentOf, millisecondsOf, timeTextOf, textOf });

const ledgers = require('./ledger.js')({ native, DenwabanError, documentOf, textOf, refuse });
const desks = require('./desks.js')({
  run: ledgers.run,
  timeTextOf,
  DayBook: dayBooks.DayBook,
  Call: calls.Call,
});

const contactFlow = (event, directory, at) => answer(directory, eventOf(event), millisecondsOf(at));
const parsePhoneNumber = (text) => native.parsePhoneNumber(textOf(text));
const parseCaller = (text) => native.parseCaller(textOf(text));
const callingOut = require('./outbound_caller.js')({
  native,
  textOf,
  documentOf,
  eventOf,
  refuse,
  restaurantOf,
  directoryOf,
});

module.exports = {
  version: native.version,
  DenwabanError,
  HolidayCalendar,
  Hours,
  Rules,
  Restaurant,
  Directory,
  contactFlow,
  parsePhoneNumber,
  parseCaller,
  ...agents,
  ...calls,
  ...dayBooks,
  ...callingOut,
  ...ledgers,
  ...desks,
};
