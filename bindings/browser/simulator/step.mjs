// state × event → state, notices: all that happens in the centre, in one place.
import {
  change,
  customerLeg,
  drop,
  find,
  isActive,
  isRoutable,
  isTalking,
  isThere,
  later,
  legOf,
  ownLeg,
  settled,
  tell,
} from './centre.mjs';
import { agentLeaves, born, comesToNothing, missed, otherLeaves, putThrough, supervised } from './contacts.mjs';
import { hear, opens } from './guest.mjs';
import { ask, comeOf } from './requests.mjs';

const begins = (state, given, at) => {
  const { state: next, contact } = born(state, given, at);
  const { id, kind, autoAccept } = contact;
  const accepts = { type: 'taken', method: 'acceptContact', params: { contactId: id } };
  if (autoAccept || kind === 'monitor') return later(next, at + state.settings.settled, accepts);
  return later(next, at + (given.ringsFor ?? state.settings.ringsFor), { type: 'rung_out', id });
};
const calls = ({ contacts }) => contacts.filter((one) => isActive(one) && !['chat', 'task'].includes(one.type));
const ringsHere = (contact) =>
  ['connecting', 'incoming'].includes(contact.state) && ownLeg(contact).state === 'connecting';

/** A caller who was not answered waits on, if they have the patience. */
const waitsOn = (state, contact, at) => {
  const { number, dialled, attributes, patience, queuedAt, guest, queue } = contact;
  if (patience === null || contact.kind !== 'inbound') return state;
  return {
    ...state,
    waiting: [
      ...state.waiting,
      { number, dialled, attributes, guest, queue: queue.name, since: queuedAt ?? at, until: patience },
    ],
  };
};
const misses = (state, id, at) => waitsOn(missed(state, id, at), find(state, id), at);

/** A caller comes to the queue, and waits until the agent is free or their patience is over. */
const arrives = (state, { after, place, patience = 60_000, ...caller }, at) => ({
  ...state,
  waiting: [...state.waiting, { ...caller, since: at, until: at + patience }],
});

const customerLeaves = (state, contact, event, at) => {
  if (ringsHere(contact)) return drop(state, [contact.id], at);
  const leg = customerLeg(contact);
  return leg && isThere(leg) && isActive(contact) ? otherLeaves(state, contact.id, leg.id, at) : state;
};

const says = (state, id, who, text, at) =>
  tell(
    change(state, id, (contact) => ({ ...contact, said: [...contact.said, { who, text, at }] })),
    { type: 'said', contact: id, who, text, at },
  );
/** What the guest says next, after some thought; and that they hang up, once all is said. */
const answers = (state, id, { guest, says: text, hangsUp }, at) => {
  let next = change(state, id, (contact) => ({ ...contact, guest }));
  const { thinks } = state.settings;
  if (text) next = later(next, at + thinks, { type: 'guest_says', id, text });
  return hangsUp ? later(next, at + 3 * thinks, { type: 'customer_leaves', id }) : next;
};
const hears = (contact) => contact.guest && contact.state === 'connected' && isTalking(customerLeg(contact));

/** Events that are about one contact, which may be gone by then. */
const ofContact = {
  rung_out: (state, contact, event, at) => (ringsHere(contact) ? misses(state, contact.id, at) : state),
  customer_leaves: customerLeaves,
  work_over: (state, contact, event, at) => (contact.state === 'ended' ? drop(state, [contact.id], at) : state),
  party_answers: (state, contact, { leg }, at) => {
    if (legOf(contact, leg)?.state !== 'connecting') return state;
    if (contact.state === 'connecting') return putThrough(state, contact.id, at);
    return change(state, contact.id, (one) => ({
      ...one,
      legs: one.legs.map((party) => (party.id === leg ? { ...party, state: 'connected', since: at } : party)),
    }));
  },
  party_fails: (state, contact, { leg, trouble }, at) => {
    if (legOf(contact, leg)?.state !== 'connecting') return state;
    const left = otherLeaves(state, contact.id, leg, at);
    return contact.state === 'connecting' ? comesToNothing(left, contact.id, trouble, at) : left;
  },
  party_leaves: (state, contact, { leg }, at) =>
    isActive(contact) && legOf(contact, leg) && isThere(legOf(contact, leg))
      ? otherLeaves(state, contact.id, leg, at)
      : state,
  supervisor_joins: (state, contact, { mode }, at) =>
    contact.state === 'connected' ? supervised(state, contact.id, mode, at) : state,
  supervisor_leaves: (state, contact) =>
    change(state, contact.id, (one) => ({ ...one, legs: one.legs.filter(({ type }) => type !== 'monitoring') })),
  agent_says: (state, contact, { text }, at) => {
    const said = says(state, contact.id, 'agent', text, at);
    return hears(contact) ? answers(said, contact.id, hear(contact.guest, text), at) : said;
  },
  guest_opens: (state, contact, event, at) => {
    if (!hears(contact) || contact.said.length > 0) return state;
    const { guest, says: text } = opens(contact.guest);
    return says(
      change(state, contact.id, (one) => ({ ...one, guest })),
      contact.id,
      'guest',
      text,
      at,
    );
  },
  guest_says: (state, contact, { text }, at) =>
    contact.state === 'connected' ? says(state, contact.id, 'guest', text, at) : state,
};

const ofCentre = {
  rings: (state, { given }, at) => begins(state, given, at),
  arrives: (state, { given }, at) => arrives(state, given, at),
  /** A script goes on through a refresh: one that has begun is not begun again. */
  scripted: (state, { callers, speed }, at) => {
    if (state.coming !== null) return state;
    const coming = callers.map((given, place) => ({ ...given, place }));
    const timed = speed > 0 ? coming : [];
    return timed.reduce(
      (all, { place, after }) => later(all, at + Math.round(after / speed), { type: 'comes', place }),
      { ...state, coming },
    );
  },
  /** The one of that place; the next, where none is said. */
  comes: (state, { place }, at) => {
    const coming = state.coming ?? [];
    const given = place === undefined ? coming[0] : coming.find((one) => one.place === place);
    if (!given) return state;
    return arrives({ ...state, coming: coming.filter((one) => one !== given) }, given, at);
  },
  taken: comeOf,
  microphone: (state, { off }) =>
    calls(state).length > 0 ? tell({ ...state, microphoneOff: off }, { type: 'microphone', off }) : state,
  second_window: (state, { open }) => ({ ...state, secondWindow: open }),
  sets: (state, { settings = {}, lines = {}, profile = {} }) => ({
    ...state,
    settings: { ...state.settings, ...settings },
    lines: { ...state.lines, ...lines },
    profile: { ...state.profile, ...profile },
  }),
  leaves_all: (state, event, at) =>
    state.contacts.filter(isActive).reduce((left, { id }) => agentLeaves(left, id, at), state),
};

/** Whoever has waited longest is put through once the agent is free; whoever has waited too long is gone. */
const route = (state, at) => {
  const patient = state.waiting.filter(({ until }) => until > at);
  const gone = state.waiting.filter(({ until }) => until <= at);
  const told = gone.map(({ number, since, until }) => ({ type: 'abandoned', number, waited: until - since, at }));
  const after = told.length > 0 ? tell({ ...state, waiting: patient }, ...told) : state;
  if (!isRoutable(after) || patient.length === 0) return after;
  const { since, until, ...caller } = patient.reduce((a, b) => (b.since < a.since ? b : a));
  const rest = patient.filter((one) => one.since !== since || one.number !== caller.number);
  const ringsFor = Math.min(after.settings.ringsFor, until - at);
  return settled(
    begins({ ...after, waiting: rest }, { ...caller, queuedAt: since, patience: until, ringsFor }, at),
    at,
  );
};

const happen = (state, event, at) => {
  if (Object.hasOwn(ofCentre, event.type)) return ofCentre[event.type](state, event, at);
  const contact = find(state, event.id);
  return contact ? ofContact[event.type](state, contact, event, at) : state;
};
/** After a call streams turns the microphone on again, and says so. */
const tidied = (before, after) =>
  calls(before).some(({ id }) => !calls(after).some((one) => one.id === id))
    ? tell({ ...after, microphoneOff: false }, { type: 'microphone', off: false })
    : after;
const told = (state, more) => ({ state: { ...state, told: [] }, notices: state.told, ...more });

/** What an event at `at` makes of the centre, and makes known; of a request also its answer. */
export const step = (state, event, at) => {
  if (event.type !== 'asked') return told(route(settled(tidied(state, happen(state, event, at)), at), at));
  const { state: next, answer } = ask(state, event, at);
  return told(next, { answer });
};

const soonest = ({ due }) => due.reduce((first, one) => (first === null || one.at < first.at ? one : first), null);
/** When something is to happen next; null where nothing is. */
export const nextAt = (state) => {
  const times = [...state.due.map(({ at }) => at), ...state.waiting.map(({ until }) => until)];
  return times.length > 0 ? Math.min(...times) : null;
};

/** The centre at `until`, after all that was due before. */
export const advance = (state, until) => {
  let now = state;
  const notices = [];
  for (let at = nextAt(now); at !== null && at <= until; at = nextAt(now)) {
    const first = soonest(now);
    const isDue = first !== null && first.at <= at;
    const rest = isDue ? { ...now, due: now.due.filter((one) => one !== first) } : now;
    const stepped = isDue ? step(rest, first.event, first.at) : told(route(rest, at));
    now = stepped.state;
    notices.push(...stepped.notices);
  }
  return { state: now, notices };
};
