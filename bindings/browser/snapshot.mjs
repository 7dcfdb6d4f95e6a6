// Reads what amazon-connect-streams shows of an agent, as src/connect/streams_snapshot.cpp does. Times become milliseconds
// since 1970.
import { shownNumber } from './numbers.mjs';
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
/** A moment after 1970 stands for a time that nobody set. */
const amazonConnectBegan = Date.UTC(2017, 0);
const maxItems = 1000;

const fail = (path, message) => {
  throw new SnapshotError(path || '/', message);
};
const milliseconds = (value) => {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'string') return Date.parse(value);
  if (typeof value !== 'number') return NaN;
  return Math.abs(value) < leastMilliseconds ? value * 1000 : value;
};
const timeIfAny = (value) => {
  const time = milliseconds(value);
  return time >= 0 && time <= latest ? Math.round(time) : null;
};
const toldTime = (value) => {
  const time = timeIfAny(value);
  return time !== null && time >= amazonConnectBegan ? time : null;
};
const readTime = (value, path) => timeIfAny(value) ?? fail(path, 'must be a time between 1970 and 9999');
/** A text, or what somebody wrote in place of one. */
const wordsIfAny = (value) =>
  typeof value === 'string' ? value : ['number', 'boolean'].includes(typeof value) ? String(value) : null;
const wordsOf = (value) => wordsIfAny(value) ?? '';
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * An object's members, each read with its place. What may be left out may be anything: one value must not cost all the
 * others.
 */
class Fields {
  constructor(value, path) {
    if (!isObject(value)) fail(path, 'must be an object');
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
    return this.#read(key, (member, path) => (isObject(member) ? read(new Fields(member, path)) : null));
  }
  time(key) {
    return this.#read(key, toldTime);
  }
  text(key) {
    return this.#read(key, wordsOf) ?? '';
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

const partyOf = (type, initial) => {
  if (type === 'agent') return 'agent';
  if (type === 'monitoring') return 'monitor';
  return initial ? 'customer' : 'third_party';
};

/** Whose leg only listens, or breaks in, is told beside that it is connected. */
const monitoring = { SILENT_MONITOR: 'silent_monitor', BARGE: 'barge' };
const monitored = (state, status) =>
  state === 'connected' && Object.hasOwn(monitoring, status) ? monitoring[status] : state;

/** What of a WebRTC call the party may send. */
const maySend = (object, what) => object.object('capabilities', (all) => all.text(what) === 'SEND') === true;

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
    since: state?.since ?? null,
    state: monitored(state?.state ?? 'unknown', object.text('monitorStatus')),
    number: object.object('endpoint', (endpoint) => shownNumber(endpoint.text('phoneNumber'))),
    address: object.object('endpoint', (endpoint) => endpoint.text('emailAddress')) || null,
    quickConnect: object.text('quickConnectName'),
    muted: object.value.mute === true || object.value.forcedMute === true,
    video: maySend(object, 'Video'),
    screen: maySend(object, 'ScreenShare'),
  };
};

const wordsIn = (value, keys) =>
  isObject(value)
    ? (keys.map((key) => wordsIfAny(value[key])).find((words) => words !== null) ?? null)
    : wordsIfAny(value);
/** Values by name, in words; what has none is left out. */
const readWords = (keys) => (all) =>
  Object.fromEntries(
    Object.keys(all.value)
      .sort()
      .map((name) => [name, wordsIn(all.value[name], keys)])
      .filter(([, words]) => words !== null),
  );

/** `{"seats": {"name": "seats", "value": "4"}}`, or the value alone. */
const readAttributes = readWords(['value']);
/** `{"connect:Subtype": {"ValueString": "connect:WebRTC"}}` */
const readSegments = readWords(['ValueString', 'ValueInteger', 'ValueArn']);

/** As streams' `isAutoAcceptEnabled`. */
const readAutoAccept = ({ value }) =>
  value.agentContactHandlingConfig
    ? value.agentContactHandlingConfig.autoAccept === true
    : Array.isArray(value.connections) &&
      value.connections.some((leg) => leg?.type === 'agent' && leg.softphoneMediaInfo?.autoAccept === true);

const readEndpoint = (endpoint) =>
  endpoint.text('emailAddress') || shownNumber(endpoint.text('phoneNumber') || endpoint.text('address'));

/** A contact's type is its channel, but for a queued callback, which is a call. */
const readType = (object) => {
  const type = object.text('type');
  const initiation = object.word('initiationMethod', initiations);
  if (type !== 'queue_callback') return { channel: channels.includes(type) ? type : 'unknown', initiation };
  return { channel: 'voice', initiation: initiation === 'unknown' ? 'callback' : initiation };
};

/** What the core does not need, and a desk may show. */
const readMore = (object) => {
  const segments = object.object('segmentAttributes', readSegments) ?? {};
  return {
    subtype: segments['connect:Subtype'] || object.text('contactSubtype') || null,
    segments,
    autoAccept: readAutoAccept(object),
    customerEndpoint: object.object('customerEndpoint', readEndpoint),
    systemEndpoint: object.object('connectSystemEndpoint', readEndpoint),
    language: object.text('languageCode') || null,
    region: object.text('contactRegion') || null,
    name: object.text('name'),
    description: object.text('description'),
    references: object.object('references', ({ value }) => value) ?? {},
  };
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
  ...readMore(object),
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
    availability: object.object('agentAvailabilityState', (availability) => ({
      state: availability.text('state'),
      since: availability.time('timeStamp'),
    })),
    contacts: object.each('contacts', readContact),
  };
};
