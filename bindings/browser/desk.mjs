// What an agent and their contacts are doing, from snapshot to snapshot: include/denwaban/agent in JavaScript, by the tables
// written from it.
import {
  activeStates,
  agentLifecycle,
  arrivals,
  contactLifecycle,
  countedAs,
  putThroughStates,
  sightingsByType,
  systemStatuses,
} from './tables.mjs';

export const isActive = (state) => activeStates.includes(state);
export const isPutThrough = (state) => putThroughStates.includes(state);

const own = (table, key) => (Object.hasOwn(table, key) ? table[key] : undefined);

// Agents

const typeOf = ({ name, type }) => {
  if (type !== 'unknown') return type;
  if (name === 'Available') return 'routable';
  if (name === 'Offline') return 'offline';
  return name === '' ? 'unknown' : 'not_routable';
};
const sightingOf = (status) => {
  const type = typeOf(status);
  if (type === 'error' || type === 'system') return own(systemStatuses, status.name) ?? sightingsByType[type];
  // A queued callback shows Pending as not routable; a status of the centre's own has an ARN, whatever its name.
  if (type === 'not_routable' && status.name === 'Pending' && !status.arn) return 'ringing';
  return own(sightingsByType, type) ?? 'unclear';
};

// Contacts

export const findConnection = (contact, party) => contact.connections.find((connection) => connection.party === party);

/**
 * A call that the agent dials needs no accepting. Any other, be the customer dialled too (a queued callback, a call of the
 * API, one that another passes on), is offered to the agent as an inbound contact is.
 */
export const isDialledByAgent = (contact) =>
  contact.initiation === 'unknown'
    ? findConnection(contact, 'customer')?.type === 'outbound'
    : contact.initiation === 'outbound';

/** Whether it is the customer's telephone that rings while the contact is connecting. */
export const ringsAtTheCustomer = (contact) => isDialledByAgent(contact) || contact.initiation === 'callback';

const hasLeg = (contact, party, state) => findConnection(contact, party)?.state === state;

const othersOnTheLine = ({ connections }) =>
  connections.filter(({ party, state }) => (party === 'customer' || party === 'third_party') && state === 'connected')
    .length;

/** A third party who talks, or is laid aside. */
const hasThirdParty = ({ connections }) =>
  connections.some(({ party, state }) => party === 'third_party' && (state === 'connected' || state === 'hold'));

const isPreviewed = ({ initiation }) => initiation === 'campaign_preview';
/** A customer who is previewed before a campaign calls them. */
const isNotDialledYet = (contact) =>
  isPreviewed(contact) &&
  contact.connections.length > 0 &&
  (findConnection(contact, 'customer')?.state ?? 'init') === 'init';

/**
 * A voice contact that its agent missed or rejected mostly comes as an error: their leg is gone, the caller waits, or was
 * never called.
 */
const agentLetItRing = (contact) =>
  !isDialledByAgent(contact) &&
  hasLeg(contact, 'agent', 'disconnected') &&
  (hasLeg(contact, 'customer', 'connected') || isNotDialledYet(contact));
const hasAgentRefused = (contact) => hasLeg(contact, 'agent', 'rejected');

/** A supervisor's contact is another agent's call, and the leg that monitors it their own. */
const isSupervisors = (contact) =>
  contact.initiation === 'monitor' || (!findConnection(contact, 'agent') && !!findConnection(contact, 'monitor'));

/** That the agent is a supervisor, their leg tells too where they only listen, or break in. */
const overhearing = (contact) => {
  const monitors = isSupervisors(contact);
  if (hasLeg(contact, 'agent', 'barge') || (monitors && hasLeg(contact, 'monitor', 'barge'))) return 'barging';
  return monitors || hasLeg(contact, 'agent', 'silent_monitor') ? 'monitoring' : null;
};

/** Nobody rings to be listened to. Where the initiation is not told, a call without a customer may be another agent's. */
const mayBeOverheard = (contact) =>
  isSupervisors(contact) ||
  (contact.channel === 'voice' &&
    contact.initiation === 'unknown' &&
    contact.connections.length > 0 &&
    !findConnection(contact, 'customer'));
/** The same while it rings; it may also be that, where third parties talk already. */
export const isUnclear = (contact) =>
  mayBeOverheard(contact) || (contact.initiation === 'unknown' && hasLeg(contact, 'third_party', 'connected'));

/** An agent who previews talks to nobody until the customer answers. */
const previewing = (contact) => {
  if (!isPreviewed(contact) || contact.channel !== 'voice' || hasThirdParty(contact)) return null;
  if (isNotDialledYet(contact)) return 'pending';
  return hasLeg(contact, 'customer', 'connecting') ? 'connecting' : null;
};

const talking = (contact) => {
  const alone = overhearing(contact) ?? previewing(contact);
  if (alone) return alone;
  if (hasLeg(contact, 'customer', 'hold') || hasLeg(contact, 'agent', 'hold')) return 'held';
  if (hasLeg(contact, 'customer', 'disconnected') && hasThirdParty(contact)) return 'customer_left';
  return othersOnTheLine(contact) > 1 ? 'conferenced' : 'connected';
};

const beginning = (state) => (contact) => (mayBeOverheard(contact) ? null : state);
const shownAs = {
  incoming: beginning('incoming'),
  pending: beginning('pending'),
  connecting: beginning('connecting'),
  connected: talking,
  on_hold: () => 'held',
  paused: () => 'paused',
  missed: (contact) => (hasAgentRefused(contact) ? 'rejected' : 'missed'),
  rejected: () => 'rejected',
  error: (contact) => (hasAgentRefused(contact) ? 'rejected' : agentLetItRing(contact) ? 'missed' : 'failed'),
  ended: (contact) => (othersOnTheLine(contact) > 0 ? 'left_to_others' : 'ended'),
};
/** Nobody missed a supervisor's contact, and when it ends the others' call goes on as it was. */
const asSupervisors = { missed: 'failed', left_to_others: 'ended' };
const eventOf = (contact) => {
  const event = own(shownAs, contact.shown)?.(contact) ?? null;
  return (isSupervisors(contact) && own(asSupervisors, event)) || event;
};

/** Since when the customer hears music, or the agent has stepped out; null while no leg tells it. */
const heldSince = (contact) => {
  const legs = ['customer', 'agent'].map((party) => findConnection(contact, party));
  const times = legs.filter((leg) => leg?.state === 'hold' && leg.since !== null).map(({ since }) => since);
  return times.length > 0 ? Math.min(...times) : null;
};

/** On hold and in a conference the contact's own state stays the same, and the connections tell. */
const sinceOf = (contact) => {
  if (contact.shown === 'connected' && eventOf(contact) === 'held') return heldSince(contact);
  if (contact.shown !== 'connected' || contact.since === null) return contact.since;
  const others = contact.connections.filter(({ party }) => party === 'customer' || party === 'third_party');
  return Math.max(contact.since, ...others.map(({ since }) => since ?? 0));
};

/** The same of a contact that was never seen before: how long one has been on hold, nobody knows. */
const sinceAtFirstSight = (contact) => (contact.shown === 'on_hold' ? null : sinceOf(contact));

/** Who left first, of those who have left; null where when one of them did is not told, or two left at once. */
export const firstToLeave = ({ connections }) => {
  const left = connections.filter(({ state }) => state === 'disconnected');
  if (left.some(({ since }) => since === null)) return null;
  const first = Math.min(...left.map(({ since }) => since));
  const leavers = left.filter(({ since }) => since === first);
  return leavers.length === 1 ? leavers[0] : null;
};

// Tracks

const noTimes = { ringing: 0, talking: 0, held: 0, after_contact_work: 0 };
const unseen = { state: 'unseen', since: 0, times: noTimes };

/** The times with `time` more spent in `state`. */
export const addTime = (times, state, time) => {
  const key = own(countedAs, state);
  return key ? { ...times, [key]: times[key] + time } : times;
};

/** When a change seen at `at` came about: as it says itself, if that is after `before`; else when it was seen. */
const momentOf = (since, before, at) => (since !== null && since > before && since <= at ? since : at);

const advance = (track, event, since, before, at) => {
  const from = track.state;
  const [to, effect] = own(contactLifecycle[from] ?? {}, event) ?? [from, null];
  if (to === from) return { track: { ...track, times: addTime(track.times, from, at - before) }, from, effect: null };
  // What a contact was before it was first seen is not known, but since when it is so may be.
  const changed = from === 'unseen' ? Math.min(since ?? at, at) : momentOf(since, before, at);
  const times = addTime(addTime(track.times, from, changed - before), to, at - changed);
  return { track: { state: to, since: changed, times }, from, effect };
};

const kindsOfMove = (from, to) => {
  const kinds = from === 'unseen' ? ['init'] : [];
  if (from === to) return kinds;
  if (isActive(from) && !isActive(to)) kinds.push('ended');
  if (isPutThrough(to) && to !== 'connected' && !isPutThrough(from)) kinds.push('connected');
  const arrival = own(arrivals[from], to);
  return arrival ? [...kinds, arrival] : kinds;
};

const noticesOfMove = (contact, { track, from, effect }, at) => {
  const kinds = kindsOfMove(from, track.state);
  return kinds.map((kind, index) => ({
    about: 'contact',
    kind,
    at,
    contact,
    state: track.state,
    effect: index === kinds.length - 1 ? effect : null,
    times: track.times,
  }));
};

// The desk

/** Before the first snapshot. */
export const emptyDesk = Object.freeze({
  at: null,
  state: 'unknown',
  since: null,
  snapshot: null,
  missedInARow: 0,
  tracks: new Map(),
  moment: [],
});

const observeAgent = (desk, snapshot) => {
  const { at, status } = snapshot;
  const before = desk.snapshot;
  const [state, effect] = own(agentLifecycle[desk.state], sightingOf(status)) ?? [desk.state, null];
  const sameStatus = before?.status.name === status.name;
  const earliest = before ? before.at : Math.min(status.since ?? at, at);
  const since = state === desk.state && sameStatus ? desk.since : momentOf(status.since, earliest, at);
  return { state, since, notices: noticesOfAgent(desk, snapshot, state, effect) };
};

const noticesOfAgent = (desk, { at, status, next }, state, effect) => {
  const before = desk.snapshot;
  const notices = [];
  const tell = (kind, effect = null) => notices.push({ about: 'agent', kind, at, state, effect });
  if (!before) tell('init');
  const type = typeOf(status);
  const kept = before && typeOf(before.status) === type;
  if (!kept && ['routable', 'not_routable', 'offline'].includes(type)) tell(type);
  if (desk.state !== state || before?.status.name !== status.name) {
    tell('state_change', effect);
    if (state === 'error') tell('error');
    if (state === 'after_contact_work') tell('acw');
  }
  const queued = before?.next ?? null;
  if (next && next.name !== queued?.name) tell('enqueued_next_state');
  if (!next && queued) tell('cleared_next_state');
  return notices;
};

const observeContacts = (desk, { at, contacts }) => {
  const earlier = desk.snapshot?.contacts ?? [];
  const tracks = new Map();
  const notices = [];
  let { missedInARow } = desk;
  const move = (contact, track, event, since, before) => {
    const moved = advance(track, event, since, before, at);
    if (contact.channel === 'voice' && moved.effect === 'count_missed') missedInARow++;
    if (contact.channel === 'voice' && moved.effect === 'talk') missedInARow = 0;
    notices.push(...noticesOfMove(contact, moved, at));
    return moved.track;
  };
  const isIn = (list, { id }) => list.some((contact) => contact.id === id);
  const find = (id) => contacts.find((contact) => contact.id === id);

  for (const contact of contacts.filter((contact) => !isIn(earlier, contact))) {
    tracks.set(contact.id, move(contact, unseen, eventOf(contact), sinceAtFirstSight(contact), at));
  }
  for (const contact of earlier.filter((contact) => !isIn(contacts, contact))) {
    move(contact, desk.tracks.get(contact.id), 'gone', at, desk.at);
  }
  for (const contact of earlier.map(({ id }) => find(id)).filter(Boolean)) {
    tracks.set(contact.id, move(contact, desk.tracks.get(contact.id), eventOf(contact), sinceOf(contact), desk.at));
  }
  return { tracks, notices, missedInARow };
};

/**
 * What a snapshot, read by `readSnapshot`, makes of the desk and makes known: the agent, contacts that are new, contacts that
 * are gone, contacts that changed. One seen already, or older than the latest, changes nothing.
 */
export const observe = (desk, snapshot) => {
  const print = JSON.stringify(snapshot);
  if (desk.at !== null && (snapshot.at < desk.at || (snapshot.at === desk.at && desk.moment.includes(print)))) {
    return { desk, notices: [] };
  }
  const agent = observeAgent(desk, snapshot);
  const { tracks, notices, missedInARow } = observeContacts(desk, snapshot);
  return {
    desk: {
      at: snapshot.at,
      state: agent.state,
      since: agent.since,
      snapshot,
      missedInARow,
      tracks,
      moment: snapshot.at === desk.at ? [...desk.moment, print] : [print],
    },
    notices: [...agent.notices, ...notices],
  };
};

/** The same desk by a clock that shows `at` now: Amazon Connect's may be set back, as when another region takes over. */
export const turnBack = (desk, at) => {
  const by = desk.at - at;
  const tracks = [...desk.tracks].map(([id, track]) => [id, { ...track, since: track.since - by }]);
  return { ...desk, at, since: desk.since - by, tracks: new Map(tracks), moment: [] };
};

/** The contacts that the agent has, and what has become of each. */
export const contactsOf = (desk) =>
  (desk.snapshot?.contacts ?? []).map((contact) => {
    const { state, since, times } = desk.tracks.get(contact.id);
    return { ...contact, state, stateSince: since, times };
  });
