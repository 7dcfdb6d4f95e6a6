'use strict';

const { inspect } = require('node:util');
const { addCommands, addMethods } = require('./commands.js');
const { KeptFollowUp, OpenFollowUps } = require('./generated/answers.js');
const { agentNow, proposalOf } = require('./shapes.js');

/** A time may be given as a number, too. */
const times = new Set(['now', 'at', 'due', 'until']);

/**
 * Who keeps what on a ledger, for index.js: every method asks one errand, a document with one key (docs/ledger.md).
 * Nothing is decided here.
 */
module.exports = ({ native, run, timeTextOf, taken, DayBook, Call, CallFacts }) => {
  const written = (key, value) => (typeof value === 'number' && times.has(key) ? timeTextOf(value) : value);
  let ask;

  /** Whoever asks something of a ledger. */
  class Asking {
    #ledger;
    #options;
    constructor(ledger, options) {
      taken(options ?? {}, ['deadline', 'observe']);
      this.#ledger = ledger;
      this.#options = options;
    }
    [inspect.custom](_depth, options) {
      return `${this.constructor.name} { ${inspect(this.#ledger, options)} }`;
    }
    static {
      ask = (asking, name, document) =>
        run(asking.#ledger, JSON.stringify({ [name]: document }, written), asking.#options);
    }
  }

  class ReservationDesk extends Asking {
    async decide(order) {
      return ask(this, 'decide', order);
    }
    async move(booking, date, changes, by) {
      const { messages, keep, ...giver } = by ?? {};
      const command = { ...changes, do: 'change', booking, by: giver };
      return ask(this, 'move_booking', { date, command, messages, keep });
    }
    async refreshDayBooks(books, request) {
      return ask(this, 'refresh_day_books', { ...books, ...request });
    }
    async businessDate(restaurant, when) {
      return (await ask(this, 'business_date', { restaurant, ...when })).date;
    }
    async replaceFloorPlan(book, plan, by, options = {}) {
      const { renamed } = taken(options, ['renamed']);
      return ReservationDesk.#edit(this, book, { floor_plan: plan, renamed }, by);
    }
    async replacePolicy(book, policy, by) {
      return ReservationDesk.#edit(this, book, { policy }, by);
    }
    async replacePeriods(book, periods, by) {
      return ReservationDesk.#edit(this, book, { periods }, by);
    }
    async availability({ restaurant, date, ...question } = {}) {
      return ask(this, 'availability', { restaurant, date, question });
    }
    async vacancies({ restaurant, from, to, ...question } = {}) {
      return ask(this, 'vacancies', { restaurant, from, to, question });
    }
    async propose({ restaurant, date, ...question } = {}, options = {}) {
      const { otherDays } = taken(options, ['otherDays']);
      return proposalOf(await ask(this, 'propose', { restaurant, date, question, other_days: otherDays }));
    }
    async lateParties({ restaurant, date, ...question } = {}) {
      return ask(this, 'late_parties', { restaurant, date, question });
    }
    async waitingList({ restaurant, date, ...question } = {}) {
      return ask(this, 'waiting_list', { restaurant, date, question });
    }
    async googleBatchAvailabilityLookup(request, options) {
      return ask(this, 'google_batch_availability_lookup', { request, ...options });
    }
    async googleCreateBooking(request, options) {
      return ask(this, 'google_create_booking', { request, ...options });
    }
    async googleUpdateBooking(request, options) {
      return ask(this, 'google_update_booking', { request, ...options });
    }
    async googleBookingStatus(request, options) {
      return ask(this, 'google_booking_status', { request, ...options });
    }
    async googleListBookings(request, options) {
      return ask(this, 'google_list_bookings', { request, ...options });
    }
    async dayBook(book) {
      return DayBook.fromJson(await ask(this, 'find_day_book', { ...book }));
    }
    async find(booking) {
      return ask(this, 'find_booking', { id: booking });
    }
    async bookings(question) {
      return ask(this, 'list_bookings', question);
    }
    static #edit(desk, book, edit, { keep, ...by } = {}) {
      return ask(desk, 'edit_day_book', { ...book, edit: { ...edit, by }, keep });
    }
  }
  addCommands(ReservationDesk, taken, async function (commandOf) {
    const { restaurant, date, by, ...command } = commandOf();
    if (command.do === 'change' && date !== undefined && restaurant === undefined) {
      const { do: _, booking, ...changes } = command;
      return this.move(booking, date, changes, by);
    }
    const { messages, keep, ...giver } = by ?? {};
    return this.decide({ restaurant, date, command: { ...command, by: giver }, messages, keep });
  });

  const dueOf = (one) => ({ ...one, due: new Date(one.due) });
  const keptCallOf = (kept) =>
    kept && {
      opened: new Date(kept.opened),
      call: Call.fromJson(kept.call),
      followUps: kept.follow_ups.map((one) => KeptFollowUp(one)),
    };

  class CallDesk extends Asking {
    async open(call, request) {
      return keptCallOf(await ask(this, 'open_call', { call, ...request }));
    }
    async change(contact, change, { handOvers, ...request } = {}) {
      const order = { contact, change, hand_overs: handOvers, ...request };
      return keptCallOf(await ask(this, 'change_call', order));
    }
    async find(contact) {
      return keptCallOf(await ask(this, 'find_call', { contact }));
    }
    async calls(question) {
      const { calls, next } = await ask(this, 'find_calls', question);
      return { calls: calls.map(keptCallOf), next };
    }
    async followUps(question) {
      return OpenFollowUps(await ask(this, 'find_follow_ups', question));
    }
    async finishFollowUp({ contact, name } = {}, { by, ...request } = {}) {
      return keptCallOf(await ask(this, 'finish_follow_up', { contact, name, by, ...request }));
    }
  }
  /** What changes a call, by its name in an errand's document. */
  const changes = ['apply', 'note', 'draft', 'extend', 'complete', 'expire', 'amend', 'promise', 'assign', 'transfer'];
  const methodOf = (name) =>
    function (contact, change, request) {
      return this.change(contact, { [name]: change }, request);
    };
  addMethods(CallDesk, Object.fromEntries(changes.map((name) => [name, methodOf(name)])));

  class KeptRestaurants extends Asking {
    async put(restaurant, request) {
      return ask(this, 'put_restaurant', { restaurant, ...request });
    }
    async find(id) {
      return ask(this, 'find_restaurant', { id });
    }
    async byNumber(number) {
      return ask(this, 'find_restaurant', { number });
    }
    async all(question = {}) {
      return ask(this, 'list_restaurants', question);
    }
    async putBookTemplate(restaurant, template, request) {
      return ask(this, 'put_book_template', { restaurant, ...template, ...request });
    }
    async bookTemplate(restaurant) {
      return ask(this, 'find_book_template', { restaurant });
    }
  }

  class KeptCustomers extends Asking {
    async put(customer, request) {
      return ask(this, 'put_customer', { customer, ...request });
    }
    async merge(two = {}, request) {
      const { keep, absorb, who } = taken(two, ['keep', 'absorb', 'who']);
      return ask(this, 'merge_customers', { keep_id: keep, absorb_id: absorb, who, ...request });
    }
    async unmerge(id, request) {
      return ask(this, 'unmerge_customers', { id, ...request });
    }
    async duplicates(question = {}) {
      return ask(this, 'list_duplicates', question);
    }
    async find(id) {
      return ask(this, 'find_customer', { id });
    }
    /** Step by step: how much was forgotten in all. */
    async erase(id, request) {
      const all = { bookings: 0, calls: 0, messages: 0 };
      for (let done = false; !done;) {
        const step = await ask(this, 'erase_customer', { id, ...request });
        for (const what of Object.keys(all)) all[what] += step[what];
        done = step.done;
      }
      return all;
    }
    async exportData(id) {
      return ask(this, 'export_customer', { id });
    }
    async byPhone(phone) {
      return ask(this, 'find_customers', { phone });
    }
    async all(question = {}) {
      return ask(this, 'list_customers', question);
    }
    async byName(name, options) {
      return ask(this, 'find_customers', { name, ...options });
    }
  }

  class Retention extends Asking {
    async forgetBefore(date, request) {
      return ask(this, 'forget_before', { before: date, ...request });
    }
  }

  class KeptAgents extends Asking {
    async follow(agent, records, request) {
      return ask(this, 'follow_agent', { agent, records, ...request });
    }
    async find(agent, request) {
      const found = await ask(this, 'find_agent', { agent, ...request });
      return found && { ...found, latest: found.latest && agentNow(found.latest) };
    }
  }

  class KeptCallFacts extends Asking {
    async add(records, request) {
      const { records: all, ...added } = await ask(this, 'add_contact_records', { records, ...request });
      return { ...added, facts: CallFacts.fromJson(all) };
    }
  }

  class Outbox extends Asking {
    async due(question) {
      const { messages, next } = await ask(this, 'find_messages', question);
      return { messages: messages.map(dueOf), next };
    }
    async drop(messages, request) {
      return ask(this, 'drop_messages', { messages, ...request });
    }
  }

  class ToolDesk extends Asking {
    static list() {
      return JSON.parse(native.toolsJson()).tools;
    }
    static instructions() {
      return JSON.parse(native.toolsJson()).instructions;
    }
    async call(call, request) {
      return ask(this, 'call_tool', { ...call, ...request });
    }
  }

  return {
    ReservationDesk,
    CallDesk,
    KeptRestaurants,
    KeptCustomers,
    KeptAgents,
    KeptCallFacts,
    Outbox,
    Retention,
    ToolDesk,
  };
};
