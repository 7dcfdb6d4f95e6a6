// Reads what amazon-connect-streams shows of an agent, as src/connect/streams_snapshot.cpp does. Times become milliseconds
// since 1970.
import {
  agentStatusTypes,
  channels,
  connectionStates,
  connectionTypes,
  initiations,
  shownContactStates,
} from './tables.mjs';

/** What cannot be read, and where: `/contacts/0/contactId`. */
export class SnapshotError extends Error {
  constructor(path, message) {
    super(`${path}: ${message}`);
    this.name = 'SnapshotError';
    this.path = path;
  }
}

// Seconds would be past the year 5000 where milliseconds begin.
const leastMilliseconds = 1e11;
const latest = 253_402_300_799_999;
const maxItems = 1000;

const fail = (path, message) => {
  throw new SnapshotError(path || '/', message);
};
const milliseconds = (value, path) => {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'string') return Date.parse(value);
  if (typeof value !== 'number') fail(path, 'must be a time');
  return Math.abs(value) < leastMilliseconds ? value * 1000 : value;
};
const readTime = (value, path) => {
  const time = milliseconds(value, path);
  if (!(time >= 0 && time <= latest)) fail(path, 'must be a time between 1970 and 9999');
  return Math.round(time);
};

/** An object's members, each read with its place. */
class Fields {
  constructor(value, path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(path, 'must be an object');
    this.value = value;
    this.path = path;
  }
  #read(key, read) {
    const member = Object.hasOwn(this.value, key) ? this.value[key] : null;
    return member === null || member === undefined ? null : read(member, `${this.path}/${key}`);
  }
  required(key, read) {
    return this.#read(key, read) ?? fail(this.path, `needs "${key}"`);
  }
  object(key, read) {
    return this.#read(key, (member, path) => read(new Fields(member, path)));
  }
  time(key) {
    return this.#read(key, readTime);
  }
  text(key) {
    return this.#read(key, readText) ?? '';
  }
  requiredText(key) {
    return this.text(key) || fail(`${this.path}/${key}`, 'must not be empty');
  }
  /** One of `words`, whatever its capitals; `unknown` where it is none of them. */
  word(key, words) {
    const word = this.text(key).toLowerCase();
    return words.includes(word) ? word : 'unknown';
  }
  each(key, read) {
    const items = this.#read(key, (member, path) => {
      if (!Array.isArray(member)) fail(path, 'must be a list');
      if (member.length > maxItems) fail(path, `has more than ${maxItems} items`);
      return member;
    });
    return (items ?? []).map((item, index) => read(new Fields(item, `${this.path}/${key}/${index}`)));
  }
}
const readText = (value, path) => (typeof value === 'string' ? value : fail(path, 'must be a text'));

const partyOf = (type, initial) => {
  if (type === 'agent') return 'agent';
  if (type === 'monitoring') return 'monitor';
  return initial ? 'customer' : 'third_party';
};

const readConnection = (object) => {
  const type = object.word('type', connectionTypes);
  const state = object.object('state', (shown) => ({
    state: shown.word('type', connectionStates),
    since: shown.time('timestamp'),
  }));
  return {
    id: object.text('connectionId'),
    party: partyOf(type, object.value.initial === true),
    type,
    state: 'unknown',
    since: null,
    ...state,
    number:
      object.object('endpoint', (endpoint) => endpoint.text('phoneNumber').replace(/^sip:([^@]*).*$/, '$1')) || null,
    quickConnect: object.text('quickConnectName'),
    muted: object.value.mute === true,
  };
};

const readAttributes = (attributes) => {
  const keys = Object.keys(attributes.value).sort();
  return Object.fromEntries(
    keys.map((key) => [key, attributes.object(key, (attribute) => attribute.text('value')) ?? '']),
  );
};

/** A contact's type is its channel, but for a queued callback, which is a call. */
const readType = (object) => {
  const type = object.text('type');
  const initiation = object.word('initiationMethod', initiations);
  if (type !== 'queue_callback') return { channel: channels.includes(type) ? type : 'unknown', initiation };
  return { channel: 'voice', initiation: initiation === 'unknown' ? 'callback' : initiation };
};

const readContact = (object) => ({
  id: object.requiredText('contactId'),
  initial: object.text('initialContactId') || null,
  ...readType(object),
  ...object.required('state', (state, path) => {
    const shown = new Fields(state, path);
    return { shown: shown.word('type', shownContactStates), since: shown.time('timestamp') };
  }),
  queuedAt: object.time('queueTimestamp'),
  queue: object.object('queue', (queue) => ({ arn: queue.text('queueARN'), name: queue.text('name') })),
  connections: object.each('connections', readConnection),
  attributes: object.object('attributes', readAttributes) ?? {},
});

const readStatus = (status, path) => {
  const object = new Fields(status, path);
  return {
    name: typeof object.value.name === 'string' && object.value.name ? object.value.name : fail(path, 'needs "name"'),
    type: object.word('type', agentStatusTypes),
    since: object.time('startTimestamp'),
    arn: object.text('agentStateARN'),
  };
};

/** Reads a snapshot, or the update that holds one. Throws SnapshotError. */
export const readSnapshot = (document) => {
  const outer = new Fields(document, '');
  const object = Object.hasOwn(outer.value, 'snapshot') ? new Fields(outer.value.snapshot, '/snapshot') : outer;
  return {
    at: object.required('snapshotTimestamp', readTime),
    status: object.required('state', readStatus),
    next: object.object('nextState', (next) => ({
      name: next.text('name'),
      queuedAt: next.time('startTimestamp'),
      arn: next.text('agentStateARN'),
    })),
    contacts: object.each('contacts', readContact),
  };
};
