'use strict';

const { AgentStatus, ContactSnapshot, ContactTimes, NextStatus } = require('./generated/answers.js');

const spelt = (key) => key.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
const own = { configurable: true, enumerable: true, writable: true };

/** The core's words as JavaScript has them: camelCase. */
const camelCased = (value) => {
  if (Array.isArray(value)) return value.map(camelCased);
  if (value === null || typeof value !== 'object') return value;
  const made = {};
  for (const [name, part] of Object.entries(value)) {
    Object.defineProperty(made, spelt(name), { ...own, value: camelCased(part) });
  }
  return made;
};

const trackedContact = (told) => ({
  ...ContactSnapshot(told),
  state: told.state,
  stateSince: new Date(told.state_since),
  times: ContactTimes(told.times),
  firstToLeave: told.first_to_leave,
});
/** What is known of an agent since their latest event. */
const agentNow = (told) => ({
  at: new Date(told.at),
  state: told.state,
  since: new Date(told.since),
  status: AgentStatus(told.status),
  next: told.next && NextStatus(told.next),
  missedInARow: told.missed_in_a_row,
  contacts: told.contacts.map(trackedContact),
});

/** `exceeded` whatever the answer is. */
const proposalOf = (proposal) => ({ ...proposal, exceeded: proposal.exceeded ?? proposal.limits ?? [] });

module.exports = { agentNow, camelCased, proposalOf };
