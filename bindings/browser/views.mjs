// What the observables show of a desk: plain values, times as Dates.
import { addTime, contactsOf, findConnection, firstToLeave, isDialledByAgent } from './desk.mjs';

const date = (time) => (time === null ? null : new Date(time));

const timesView = ({ after_contact_work, ...times }) => ({ ...times, afterContactWork: after_contact_work });

const contactView = (contact) => ({
  ...contact,
  since: date(contact.since),
  queuedAt: date(contact.queuedAt),
  connections: contact.connections.map((connection) => ({ ...connection, since: date(connection.since) })),
  stateSince: date(contact.stateSince),
  times: timesView(contact.times),
  firstToLeave: firstToLeave(contact)?.party ?? null,
});

export const contactsView = (desk) => contactsOf(desk).map(contactView);

/** By id; null when the agent does not have it. */
export const findContact = (desk, id) => contactsOf(desk).find((contact) => contact.id === id) ?? null;

export const voiceContacts = (desk) => contactsOf(desk).filter(({ channel }) => channel === 'voice');

/** Which of several calls is in hand: the one that is talked on, before one that rings, is laid aside, is over. */
const laidAside = ['held', 'paused'];
const inHand = [
  ['connected', 'conferenced', 'customer_left', 'barging'],
  ['incoming', 'pending', 'connecting'],
  laidAside,
  ['monitoring'],
];
const rankOf = ({ state }) => {
  const rank = inHand.findIndex((states) => states.includes(state));
  return rank >= 0 ? rank : inHand.length;
};

export const isLaidAside = ({ state }) => laidAside.includes(state);

/** The call that the agent has in hand. */
export const currentCall = (desk, isOne = () => true) =>
  voiceContacts(desk)
    .filter(isOne)
    .sort((a, b) => rankOf(a) - rankOf(b))[0] ?? null;

/** Whether the agent is not heard: the call's microphone is off, or the agent's leg is. */
export const isMuted = (contact, microphones) =>
  microphones.off.has(contact.id) || findConnection(contact, 'agent')?.muted === true;

const supervision = ({ connections }) =>
  connections.find(({ party, state }) => party === 'monitor' && ['silent_monitor', 'barge'].includes(state))?.state ??
  null;

/** Which side of a queued callback is rung first; null for any other call. */
const ringsFirst = ({ initiation }) => {
  if (initiation === 'callback') return 'agent';
  return initiation.startsWith('callback_customer_first') ? 'customer' : null;
};

/** `arn:aws:connect:ap-northeast-1:…` */
const regionOf = (queue) => queue?.arn.split(':')[3] || null;

/** Whether the customer is shown before they are called. */
export const isPreview = ({ initiation, connections, state }) =>
  initiation === 'campaign_preview' &&
  ['incoming', 'pending', 'connecting'].includes(state) &&
  (connections.find(({ party }) => party === 'customer')?.state ?? 'init') === 'init';

export const callView = (contact, microphones, screens) => ({
  state: contact.state,
  contactId: contact.id,
  direction: isDialledByAgent(contact) || contact.initiation === 'campaign_preview' ? 'outbound' : 'inbound',
  number: contact.state === 'customer_left' ? null : (findConnection(contact, 'customer')?.number ?? null),
  queue: contact.queue,
  since: date(contact.stateSince),
  muted: isMuted(contact, microphones),
  steppedOut: findConnection(contact, 'agent')?.state === 'hold',
  supervision: supervision(contact),
  autoAccept: contact.autoAccept === true,
  preview: isPreview(contact),
  ringsFirst: ringsFirst(contact),
  region: contact.region ?? regionOf(contact.queue),
  screenShared: screens.has(contact.id),
  contact: contactView(contact),
});

/** Another agent's call while its supervisor connects is nothing to show yet. */
const isSeen = ({ state }) => state !== 'unseen';

export const callStatusView = (desk, microphones, screens) => {
  const call = currentCall(desk, isSeen);
  return call ? callView(call, microphones, screens) : { state: 'idle' };
};

export const callsView = (desk, microphones, screens) =>
  voiceContacts(desk)
    .filter(isSeen)
    .map((contact) => callView(contact, microphones, screens));

const withoutTimes = ({ times: _, ...contact }) => contact;
/** What of a state must be another for it to be told again: times go on with every snapshot. */
export const changing = {
  contacts: (contacts) => contacts.map(withoutTimes),
  callStatus: (call) => (call.contact ? { ...call, contact: withoutTimes(call.contact) } : call),
  calls: (calls) => calls.map(changing.callStatus),
};

export const agentStatusView = ({ state, since, snapshot, missedInARow }) => ({
  state,
  since: date(since),
  availability: snapshot.availability && { ...snapshot.availability, since: date(snapshot.availability.since) },
  status: { ...snapshot.status, since: date(snapshot.status.since) },
  next: snapshot.next && { ...snapshot.next, queuedAt: date(snapshot.next.queuedAt) },
  missedInARow,
});

const textOf = (value) => (typeof value === 'string' ? value : '');

/** The queues of the agent's routing profile, as streams' configuration names them; the agent's own has no name. */
export const queuesView = (configuration) => {
  const profile = configuration?.routingProfile;
  const usual = textOf(profile?.defaultOutboundQueue?.queueARN);
  const queues = Array.isArray(profile?.queues) ? profile.queues : [];
  return queues
    .filter((queue) => textOf(queue?.queueARN))
    .map(({ queueARN, name }) => ({ arn: queueARN, name: textOf(name), isDefaultOutbound: queueARN === usual }));
};

/** How long the agent and each contact have been what they are at `at`. */
export const durationsView = (desk, at) => {
  const passed = Math.max(0, at - desk.at);
  return {
    at: date(desk.at + passed),
    agent: { state: desk.state, duration: desk.at + passed - desk.since },
    contacts: contactsOf(desk).map(({ id, state, stateSince, times }) => ({
      id,
      state,
      duration: desk.at + passed - stateSince,
      times: timesView(addTime(times, state, passed)),
    })),
  };
};
