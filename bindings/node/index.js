'use strict';

const { inspect, types } = require('node:util');
const { isDate } = types;
const native = require('./native.js');

class OurError extends Error {
  constructor(errors) {
    const [{ code, message, where }] = errors;
    const place = where === '' ? '' : `${where}: `;
    const others = errors.length === 1 ? '' : ` (and ${errors.length - 1} more)`;
    super(place + message + others, { cause: errors }); // of an error's members a clone keeps only its cause
    this.code = code;
    this.where = where;
    this.errors = errors;
  }
}
Object.defineProperty(OurError, 'name', { value: 'DenwabanError' });
Object.defineProperty(OurError.prototype, 'name', { value: 'DenwabanError' });

/** One for all copies of this file that share an addon: bundles of one service, modules that a test resets. */
const DenwabanError = (native.shared ??= native.bind(OurError));

const refuse = (message, where = '') => {
  throw new DenwabanError([{ code: 'wrong_type', message, where }]);
};
const timeOf = (milliseconds) => (milliseconds === milliseconds ? new Date(milliseconds) : null);
const millisecondsOf = (at) => {
  if (typeof at === 'number') return at;
  // Quick for a Date of ours; slower for one of another realm.
  return at instanceof Date || isDate(at) ? at.getTime() : refuse('a time must be a Date or epoch milliseconds');
};
const timeTextOf = (at) => {
  if (typeof at === 'string') return at;
  const time = new Date(millisecondsOf(at));
  if (Number.isNaN(time.getTime()))
    throw new DenwabanError([{ code: 'invalid_value', message: 'is no time', where: '' }]);
  return time.toISOString();
};
const textOf = (text) => (typeof text === 'string' ? text : refuse('must be a string'));
const noJson = 'must be JSON, as text or as objects';
/** Bytes are taken as what they say. */
const jsonOf = (document, replace) => {
  if (typeof document === 'string') return document;
  return document instanceof Uint8Array ? new TextDecoder().decode(document) : JSON.stringify(document, replace);
};
const documentOf = (document) => {
  try {
    return jsonOf(document) ?? refuse(noJson);
  } catch (error) {
    if (error instanceof TypeError) return refuse(noJson);
    if (!(error instanceof RangeError && /stack/.test(error.message))) throw error;
    throw new DenwabanError([{ code: 'too_deep', message: 'is nested too deep', where: '' }]);
  }
};
const asWords = (key, value) => (typeof value === 'bigint' ? String(value) : value);
/** What is no JSON stays no JSON, for the answer to say so. */
const eventOf = (event) => {
  try {
    return jsonOf(event, asWords) ?? '';
  } catch {
    return '';
  }
};

const wrongKind = (wanted) => {
  throw new TypeError(`a ${wanted} is wanted`);
};
/** A slip of the pen in an option would else be the default. */
const onlyKnown = (options, known, where = '') => {
  if (options === null || typeof options !== 'object') {
    throw new DenwabanError([{ code: 'wrong_type', message: `must be an object: ${known.join(', ')}`, where }]);
  }
  const unknown = Object.keys(options).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  const message = `is not known here: ${known.join(', ')}`;
  throw new DenwabanError([{ code: 'unknown_key', message, where: `${where}/${unknown}` }]);
};

/** The options that are known, and no others. */
const taken = (options, known) => {
  onlyKnown(options, known);
  return options;
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
    handleOf = (calendar) => (#calendar in Object(calendar) ? calendar.#calendar : wrongKind('HolidayCalendar'));
  }
  [inspect.custom]() {
    return `HolidayCalendar { ${this.firstDate} to ${this.lastDate} }`;
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

const once = (make) => {
  let made;
  return () => (made ??= make());
};
/** Files that few programs need are read once something of theirs is asked for, which then is a plain member. */
const showOnceAsked = (room, names) => {
  for (const name of names) {
    const become = (value) => Object.defineProperty(module.exports, name, { ...plain, value });
    const get = () => become(room()[name])[name];
    Object.defineProperty(module.exports, name, { configurable: true, enumerable: true, get, set: become });
  }
};
const plain = { configurable: true, enumerable: true, writable: true };

const rules = once(() =>
  require('./rules.js')({
    native,
    textOf,
    documentOf,
    handleOf,
    japan: () => HolidayCalendar.japan(),
    openHours,
    only: onlyKnown,
  }),
);

const hours = once(() =>
  require('./hours.js')({
    native,
    millisecondsOf,
    timeOf,
    textOf,
    refuse,
    rulesOf: (read) => rules().rulesOf(read),
    calendarOf: (calendar) => new HolidayCalendar(inside, calendar),
  }),
);
const hoursOf = (given) => hours().hoursOf(given);
const openHours = (opened) => hours().openHours(opened);

const textIfAny = (text) => (text === undefined ? undefined : textOf(text));
const termsOf = (options = {}) => {
  onlyKnown(options, ['calendar', 'horizon']);
  const { calendar = HolidayCalendar.japan(), horizon = {} } = options;
  onlyKnown(horizon, ['first', 'last'], '/horizon');
  return [handleOf(calendar), textIfAny(horizon.first), textIfAny(horizon.last)];
};

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
    restaurantOf = (restaurant) =>
      #restaurant in Object(restaurant) ? restaurant.#restaurant : wrongKind('Restaurant');
  }
  static fromJson(document, options) {
    return new Restaurant(inside, native.restaurant(documentOf(document), ...termsOf(options)));
  }
  get hours() {
    return (this.#hours ??= openHours(this.#restaurant.hours()));
  }
  get findings() {
    return Object.freeze(this.#restaurant.findings());
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
    directoryOf = (directory) => (#directory in Object(directory) ? directory.#directory : wrongKind('Directory'));
    answer = (directory, event, at) => directoryOf(directory).contactFlow(event, at);
  }
  static fromJson(document, options) {
    return new Directory(inside, native.directory(documentOf(document), ...termsOf(options)));
  }
  get restaurants() {
    return (this.#restaurants ??= Object.freeze(
      this.#directory.restaurants().map((restaurant) => new Restaurant(inside, restaurant)),
    ));
  }
  get size() {
    return this.restaurants.length;
  }
  [inspect.custom]() {
    return `Directory { ${this.size} restaurants }`;
  }
  [Symbol.iterator]() {
    return this.restaurants.values();
  }
  find(numberOrId) {
    const place = this.#directory.find(textOf(numberOrId));
    return place === null ? null : this.restaurants[place];
  }
}

const agents = once(() =>
  require('./agents.js')({
    native,
    documentOf,
    millisecondsOf,
    timeOf,
    textOf,
    refuse,
    taken,
  }),
);

const calls = once(() =>
  require('./calls.js')({
    native,
    documentOf,
    millisecondsOf,
    timeOf,
    timeTextOf,
    textOf,
    taken,
    wrongKind,
  }),
);
const dayBooks = once(() =>
  require('./day_books.js')({
    native,
    documentOf,
    millisecondsOf,
    timeTextOf,
    textOf,
    taken,
    wrongKind,
  }),
);

const records = once(() =>
  require('./records.js')({
    native,
    documentOf,
    millisecondsOf,
    textOf,
    refuse,
    directoryOf,
    taken,
  }),
);

const ledgers = once(() => require('./ledger.js')({ native, DenwabanError, documentOf, textOf, refuse, taken }));
const desks = once(() =>
  require('./desks.js')({
    native,
    run: ledgers().run,
    timeTextOf,
    taken,
    DayBook: dayBooks().DayBook,
    Call: calls().Call,
    CallFacts: records().CallFacts,
  }),
);

const contactFlow = (event, directory, at) => answer(directory, eventOf(event), millisecondsOf(at));
const parsePhoneNumber = (text) => native.parsePhoneNumber(textOf(text));
const parseCaller = (text) => native.parseCaller(textOf(text));
const callingOut = once(() =>
  require('./outbound_caller.js')({
    native,
    DenwabanError,
    textOf,
    documentOf,
    eventOf,
    refuse,
    restaurantOf,
    directoryOf,
    taken,
  }),
);

const talk = once(() =>
  require('./talk.js')({
    native,
    run: ledgers().run,
    DenwabanError,
    textOf,
    documentOf,
    millisecondsOf,
    timeTextOf,
    hoursOf,
    restaurantOf,
  }),
);

module.exports = {
  version: native.version,
  DenwabanError,
  HolidayCalendar,
  Restaurant,
  Directory,
  contactFlow,
  parsePhoneNumber,
  parseCaller,
};
showOnceAsked(rules, ['Rules']);
showOnceAsked(hours, ['Hours']);
showOnceAsked(agents, [
  'AgentTimeline',
  'ContactHistory',
  'readAgentEvent',
  'readStreamsSnapshot',
  'readContactEvent',
  'bigQueryStates',
  'bigQueryAgentDaysSql',
  'lifecycle',
]);
showOnceAsked(calls, ['Catalogue', 'Call', 'callEventOf', 'handOverTemplates']);
showOnceAsked(dayBooks, [
  'DayBook',
  'Customers',
  'googleBatchAvailabilityLookup',
  'googleBookingDate',
  'readSchemaOrgReservation',
]);
showOnceAsked(callingOut, ['OutboundCallerPolicy', 'outboundWhisper', 'startOutboundVoiceContact', 'agentConnect']);
showOnceAsked(records, [
  'CallFacts',
  'Reconciler',
  'readContactRecord',
  'contactRecordsOf',
  'readKinesisContactRecords',
  'readDeliveredEvents',
  'isRedacted',
  'batchItemFailures',
  'bigQuerySchema',
  'bigQueryDescriptor',
  'bigQueryTableSql',
  'bigQueryReconcileSql',
  'bigQueryResultsSql',
  'bigQueryFiguresSql',
  'bigQueryMergeSql',
  'bigQueryStitchSql',
  'reconcile',
  'queueForecast',
  'staffingFor',
  'callForecast',
  'forecastError',
]);
showOnceAsked(ledgers, ['SqliteLedger', 'run', 'bookingsCsv', 'changesFromStream', 'deliverChanges']);
showOnceAsked(desks, [
  'ReservationDesk',
  'CallDesk',
  'KeptRestaurants',
  'KeptCustomers',
  'KeptAgents',
  'KeptCallFacts',
  'Outbox',
  'Retention',
  'ToolDesk',
]);
showOnceAsked(talk, ['understand', 'LiveTranscript', 'TalkDesk']);
