'use strict';

/** Keys are few, and spelt once; those that strangers make up are not kept. */
const spelt = new Map();
const camel = (key) => {
  const known = spelt.get(key);
  if (known !== undefined) return known;
  const name = key.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
  if (spelt.size < 1000) spelt.set(key, name);
  return name;
};
const own = { configurable: true, enumerable: true, writable: true };
const namedByCallers = new Set(['attributes', 'tags']);

/** The core's words as JavaScript has them: camelCase, Dates. What callers named themselves stays as it is. */
const shapedBy = (times) => {
  const shaped = (value, key) => {
    if (namedByCallers.has(key)) return value;
    if (Array.isArray(value)) return value.map((item) => shaped(item));
    if (value === null || typeof value !== 'object') return times.has(key) && value !== null ? new Date(value) : value;
    const made = {};
    for (const name of Object.keys(value)) {
      const part = shaped(value[name], name);
      const spelling = camel(name);
      if (spelling === '__proto__') Object.defineProperty(made, spelling, { ...own, value: part });
      else made[spelling] = part;
    }
    return made;
  };
  return shaped;
};

const shaped = shapedBy(new Set(['at', 'since', 'state_since', 'queued_at', 'connected_to_agent_at']));

/** `exceeded` whatever the answer is. */
const proposalOf = (proposal) => ({ ...proposal, exceeded: proposal.exceeded ?? proposal.limits ?? [] });

module.exports = { shaped, shapedBy, proposalOf };
