'use strict';

const { inspect, types } = require('node:util');
const { isDate } = types;

/** The class `Hours`, for index.js, which knows the addon, how to check arguments, and how to open what they were made of. */
module.exports = ({ native, millisecondsOf, timeOf, textOf, refuse, rulesOf, calendarOf }) => {
  const { states, phases, slots } = native;
  /** Of an hours, the functions that are called a million times; WebAssembly has a shorter way to them. */
  const { askedOften = (hours) => [hours.isOpen(), hours.status()] } = native;
  const mostDays = 400;

  const inside = Symbol('inside');

  const instantsOf = (times) => {
    if (times instanceof Float64Array) return times;
    if (typeof times?.[Symbol.iterator] !== 'function') refuse('times must be a list');
    const at = (time, place) => {
      const isTime = typeof time === 'number' || isDate(time);
      return isTime ? Number(time) : refuse('a time must be a Date or epoch milliseconds', `/${place}`);
    };
    return Float64Array.from(times, at);
  };

  let hoursOf;

  class Hours {
    #hours;
    #isOpen;
    #fillSlots;
    #serviceNames;
    #days = new Map();
    #rules;
    #calendar;
    constructor(key, hours) {
      if (key !== inside) throw new TypeError('Illegal constructor');
      this.#hours = hours;
      [this.#isOpen, this.#fillSlots] = askedOften(hours);
      this.#serviceNames = hours.serviceNames();
    }
    static {
      hoursOf = (hours) => {
        if (!(#hours in Object(hours))) throw new TypeError('an Hours is wanted');
        return hours.#hours;
      };
    }
    get zone() {
      return this.#hours.zone();
    }
    get horizon() {
      return this.#hours.horizon();
    }
    get rules() {
      return (this.#rules ??= rulesOf(this.#hours.rules()));
    }
    get calendar() {
      return (this.#calendar ??= calendarOf(this.#hours.calendar()));
    }
    isOpen(at) {
      const isOpen = this.#isOpen;
      return isOpen(typeof at === 'number' ? at : millisecondsOf(at));
    }
    isOpenMany(times) {
      return this.#hours.isOpenMany(instantsOf(times));
    }
    state(at) {
      return this.#hours.state(millisecondsOf(at));
    }
    states(times) {
      return this.#hours.states(instantsOf(times));
    }
    status(at) {
      const fillSlots = this.#fillSlots;
      const milliseconds = typeof at === 'number' ? at : millisecondsOf(at);
      fillSlots(milliseconds);
      const { businessDate, reason, cause, holiday } = this.#days.get(slots[2]) ?? this.#wordsOfDay(milliseconds);
      return {
        state: states[slots[0]],
        service: this.#serviceNames[slots[1]] || null,
        businessDate,
        closesAt: timeOf(slots[3]),
        lastOrder: timeOf(slots[4]),
        lastOrders: { food: timeOf(slots[5]), drink: timeOf(slots[6]), entry: timeOf(slots[7]) },
        nextOpening: timeOf(slots[8]),
        nextUnknown: timeOf(slots[9]),
        reason,
        cause,
        phase: phases[slots[10]] ?? null,
        holiday,
      };
    }
    periods(date) {
      return JSON.parse(this.#hours.periods(textOf(date)));
    }
    nextChange(at) {
      return timeOf(this.#hours.nextChange(millisecondsOf(at)));
    }
    nextOpening(at) {
      return timeOf(this.#hours.nextOpening(millisecondsOf(at)));
    }
    intervals(start, end) {
      return this.#hours.intervals(millisecondsOf(start), millisecondsOf(end));
    }
    openingsOn(date) {
      return this.#hours.openingsOn(this.#dateOf(date));
    }
    explain(date) {
      return this.#hours.explain(this.#dateOf(date));
    }
    say(at) {
      return this.#hours.say(millisecondsOf(at))[0];
    }
    ssml(at) {
      return this.#hours.say(millisecondsOf(at))[1];
    }
    renderSvg(month) {
      return this.#hours.svg(textOf(month));
    }
    renderHtml(month) {
      return `<div>${this.renderSvg(month)}</div>`;
    }
    [inspect.custom]() {
      const { first, last } = this.horizon;
      return `Hours { ${this.zone}, ${first} to ${last} }`;
    }
    #dateOf(date) {
      return isDate(date) ? this.#hours.localDate(date.getTime()) : textOf(date);
    }
    /** Texts cost more to make than all else of a status, and are the same all day. */
    #wordsOfDay(at) {
      const [businessDate, reason, cause, holiday] = this.#hours.words(at);
      const words = { businessDate, reason, cause, holiday };
      if (this.#days.size >= mostDays) this.#days.clear();
      this.#days.set(slots[2], words);
      return words;
    }
  }

  return { Hours, hoursOf, openHours: (hours) => new Hours(inside, hours) };
};
