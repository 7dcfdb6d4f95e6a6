'use strict';

const camel = (key) => key.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
const namedByCallers = new Set(['attributes', 'tags']);

/** The core's words as JavaScript has them: camelCase, Dates. What callers named themselves stays as it is. */
const shapedBy = (times) => {
  const shaped = (value, key) => {
    if (namedByCallers.has(key)) return value;
    if (Array.isArray(value)) return value.map((item) => shaped(item));
    if (value === null || typeof value !== 'object') return times.has(key) && value !== null ? new Date(value) : value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [camel(name), shaped(part, name)]));
  };
  return shaped;
};

const shaped = shapedBy(new Set(['at', 'since', 'state_since', 'queued_at', 'connected_to_agent_at']));

/** `exceeded` whatever the answer is. */
const proposalOf = (proposal) => ({ ...proposal, exceeded: proposal.exceeded ?? proposal.limits ?? [] });

module.exports = { shaped, shapedBy, proposalOf };
