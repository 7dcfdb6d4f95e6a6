'use strict';

const { inspect } = require('node:util');
const { AgentSnapshot, AgentStreamRecord, ContactReport, Notice } = require('./generated/answers.js');
const { agentNow } = require('./shapes.js');

/** Agents and contacts, for index.js, which knows the addon and how to check arguments. */
module.exports = ({ native, documentOf, millisecondsOf, timeOf, textOf, refuse, taken }) => {
  const inside = Symbol('inside');
  const reader = (kind, read) => (document) => {
    const [text, unknown] = native.readConnect(kind, documentOf(document));
    return { ...read(JSON.parse(text)), unknown };
  };
  const stayOf = ({ state, from, until }) => ({ state, from: new Date(from), until: new Date(until) });

  const spanOf = (milliseconds) =>
    milliseconds === undefined || milliseconds === null
      ? undefined
      : Number.isFinite(milliseconds) && milliseconds >= 0
        ? milliseconds
        : refuse('a span of time must be milliseconds, 0 or more');
  const countOf = (count) =>
    count === undefined || count === null
      ? undefined
      : Number.isInteger(count) && count > 0
        ? count
        : refuse('must be a whole number from 1 on');
  const limitsOf = (limits = {}) => {
    const known = ['afterContactWork', 'missedInARow', 'afterContactWorkByChannel'];
    const { afterContactWork, missedInARow, afterContactWorkByChannel } = taken(limits, known);
    const byChannel = Object.entries(afterContactWorkByChannel ?? {});
    return [
      spanOf(afterContactWork),
      countOf(missedInARow),
      byChannel.map(([channel]) => channel),
      byChannel.map(([, span]) => spanOf(span)),
    ];
  };
  const partsOf = (shift) =>
    typeof shift !== 'string' && typeof shift?.[Symbol.iterator] === 'function'
      ? JSON.stringify([...shift])
      : refuse('must be parts, one after the other', '/shift');
  const inPairs = (list) => {
    const pairs = [];
    for (let i = 0; i < list.length; i += 2) pairs.push([list[i], list[i + 1]]);
    return Object.fromEntries(pairs); // a status may be called __proto__
  };

  let handleOf;
  class AgentTimeline {
    #timeline;
    static {
      handleOf = (timeline) => timeline.#timeline;
    }
    constructor(options = {}, key, timeline) {
      const { window, longestSilence } = taken(options, ['window', 'longestSilence']);
      this.#timeline = key === inside ? timeline : native.agentTimeline(spanOf(window), spanOf(longestSilence));
    }
    static forAgentEventStream(options = {}) {
      return new AgentTimeline({ ...taken(options, ['window']), longestSilence: 5 * 60 * 1000 });
    }
    static fromJson(document) {
      return new AgentTimeline({}, inside, native.agentTimelineFromJson(documentOf(document)));
    }
    apply(event) {
      const [applied, notices] = this.#timeline.apply(documentOf(event));
      return { applied, notices: JSON.parse(notices).map(Notice) };
    }
    state(at) {
      return this.#timeline.state(millisecondsOf(at));
    }
    times(until) {
      const [states, statuses] = this.#timeline.times(millisecondsOf(until));
      return { byState: inPairs(states), byStatus: inPairs(statuses) };
    }
    day(until, options = {}) {
      const { shift, since } = taken(options, ['shift', 'since']);
      const begins = since === undefined ? undefined : millisecondsOf(since);
      const day = JSON.parse(this.#timeline.day(millisecondsOf(until), partsOf(shift ?? []), begins));
      return { ...day, stays: day.stays.map(stayOf) };
    }
    get latest() {
      const text = this.#timeline.latest();
      return text === null ? null : agentNow(JSON.parse(text));
    }
    get contacts() {
      return this.latest?.contacts ?? [];
    }
    get missedInARow() {
      return this.latest?.missedInARow ?? 0;
    }
    exceeded(limits, at) {
      return this.#timeline.exceeded(...limitsOf(limits), millisecondsOf(at));
    }
    afterContactWorkEnds(limits) {
      return timeOf(this.#timeline.afterContactWorkEnds(...limitsOf(limits)));
    }
    [inspect.custom]() {
      const now = this.latest;
      if (now === null) return 'AgentTimeline { nothing yet }';
      return `AgentTimeline { ${now.state} since ${now.since.toISOString()}, ${now.contacts.length} contacts }`;
    }
    toJson() {
      return this.#timeline.toJson();
    }
    toJSON() {
      return JSON.parse(this.toJson());
    }
  }

  class ContactHistory {
    #history;
    constructor(key, history) {
      this.#history = key === inside ? history : native.contactHistory();
    }
    static fromJson(document) {
      return new ContactHistory(inside, native.contactHistoryFromJson(documentOf(document)));
    }
    add(event) {
      return this.#history.add(documentOf(event));
    }
    get state() {
      return this.#history.state();
    }
    first(kind) {
      return timeOf(this.#history.first(textOf(kind)));
    }
    get abandonedAt() {
      return timeOf(this.#history.abandonedAt());
    }
    get line() {
      return this.#history.line();
    }
    get reports() {
      return this.#history.reports().map((text) => ContactReport(JSON.parse(text)));
    }
    [inspect.custom]() {
      return `ContactHistory { ${this.state}, ${this.reports.length} reports }`;
    }
    toJson() {
      return this.#history.toJson();
    }
    toJSON() {
      return JSON.parse(this.toJson());
    }
  }

  return {
    AgentTimeline,
    ContactHistory,
    readAgentEvent: reader('agent_event', AgentStreamRecord),
    readStreamsSnapshot: reader('streams', AgentSnapshot),
    readContactEvent: reader('contact_event', ContactReport),
    bigQueryStates: (timeline, agent, now) => {
      const rows = native.bigQueryStates(handleOf(timeline), textOf(agent), millisecondsOf(now));
      return rows.map(([insertId, json]) => ({ insertId, json: JSON.parse(json) }));
    },
    bigQueryAgentDaysSql: (named, options) => {
      const { states, shifts } = taken(named, ['states', 'shifts']);
      const { until, zone = 'Asia/Tokyo' } = taken(options, ['until', 'zone']);
      return native.bigQueryAgentDaysSql(textOf(states), textOf(shifts), millisecondsOf(until), textOf(zone));
    },
    lifecycle: (name) => native.lifecycle(textOf(name)),
  };
};
