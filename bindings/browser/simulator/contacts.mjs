// What becomes of a contact: how it is born, put through, left and ended.
import { change, find, isThere, later, move, moveLeg, moveLegs, others, ownLeg } from './centre.mjs';

const leg = (id, type, state, at, more = {}) => ({
  id,
  type,
  initial: false,
  state,
  since: at,
  number: null,
  name: null,
  muted: false,
  ...more,
});

/** How a contact of each kind begins: what it is shown as, its agent's leg, its customer's. */
const beginnings = {
  inbound: { state: 'connecting', initiation: 'inbound', own: 'connecting', customer: ['inbound', 'connected'] },
  transfer: {
    state: 'connecting',
    initiation: 'queue_transfer',
    own: 'connecting',
    customer: ['inbound', 'connected'],
  },
  outbound: { state: 'connecting', initiation: 'outbound', own: 'connected', customer: ['outbound', 'connecting'] },
  callback: { state: 'incoming', initiation: 'callback', own: 'connecting', customer: ['outbound', 'init'] },
  customer_first: {
    state: 'connecting',
    initiation: 'callback_customer_first_dialed',
    own: 'connecting',
    customer: ['outbound', 'connected'],
  },
  monitor: { state: 'connecting', initiation: 'monitor', own: 'connecting', customer: ['inbound', 'connected'] },
  chat: { state: 'connecting', initiation: 'api', own: 'connecting', customer: ['inbound', 'connected'] },
  task: { state: 'connecting', initiation: 'api', own: 'connecting', customer: null },
};
export const kinds = Object.keys(beginnings);

const types = { callback: 'queue_callback', customer_first: 'queue_callback', chat: 'chat', task: 'task' };

export const born = (state, { kind = 'inbound', number = null, dialled = null, queue, ...given }, at) => {
  const { state: shown, initiation, own, customer } = beginnings[kind];
  const id = given.id ?? `${state.series}-0000-4000-8000-${String(state.born + 1).padStart(12, '0')}`;
  const legs = [leg(`${id}-agent`, 'agent', own, at)];
  if (customer) legs.push(leg(`${id}-customer`, customer[0], customer[1], at, { initial: true, number }));
  const contact = {
    id,
    kind,
    type: types[kind] ?? 'voice',
    initiation,
    state: shown,
    since: at,
    queuedAt: given.queuedAt ?? null,
    queue: state.profile.queues.find((one) => one.queueARN === queue || one.name === queue) ?? state.profile.queues[0],
    number,
    dialled,
    attributes: given.attributes ?? {},
    name: given.name ?? '',
    autoAccept: given.autoAccept ?? (state.settings.autoAccept && kind !== 'callback'),
    patience: given.patience ?? null,
    guest: given.guest ?? null,
    said: [],
    trouble: null,
    legs,
    called: 0,
  };
  return { state: { ...state, born: state.born + 1, contacts: [...state.contacts, contact] }, contact };
};

/** The customer's opening words, and how long they stay. */
const begun = (state, id, at) => {
  const { guest } = find(state, id);
  return guest ? later(state, at + state.settings.thinks, { type: 'guest_opens', id }) : state;
};
export const putThrough = (state, id, at) => {
  const through = change(state, id, (contact) =>
    moveLegs(move(contact, 'connected', at), ({ state }) => state === 'connecting', 'connected', at),
  );
  return begun(through, id, at);
};

const ends = (contact, at) => move(moveLegs(contact, isThere, 'disconnected', at), 'ended', at);
const endsItself = (state, id, at) => {
  const { afterContactWork } = state.settings;
  return afterContactWork === null ? state : later(state, at + afterContactWork, { type: 'work_over', id });
};

/** The agent leaves: where two or more talk on, the call is theirs; else it ends. */
export const agentLeaves = (state, id, at) => {
  const stay = others(find(state, id)).filter(isThere);
  const left = change(state, id, (contact) => {
    if (stay.length < 2) return ends(contact, at);
    const joined = moveLegs(contact, ({ state }) => state === 'hold', 'connected', at);
    return move(moveLeg(joined, ownLeg(joined).id, 'disconnected', at), 'ended', at);
  });
  return endsItself(left, id, at);
};

/** Somebody else has left; without anybody else the call is over. */
export const otherLeaves = (state, id, legId, at) => {
  const left = change(state, id, (contact) => moveLeg(contact, legId, 'disconnected', at));
  const contact = find(left, id);
  const stay = others(contact).filter(isThere).length;
  const over = () => change(left, id, (one) => ends(one, at));
  // Who stayed behind after the agent left has nobody to talk to.
  if (contact.state === 'ended') return stay < 2 ? over() : left;
  return stay > 0 ? left : endsItself(over(), id, at);
};

/** It comes to nothing: missed or refused here, or nobody answered there. */
export const comesToNothing = (state, id, trouble, at) =>
  change(state, id, (contact) => ({
    ...move(
      moveLegs(contact, ({ type }) => type === 'agent', 'disconnected', at),
      'error',
      at,
    ),
    trouble,
  }));
export const missed = (state, id, at) =>
  comesToNothing(state, id, find(state, id).kind === 'callback' ? 'Default' : 'MissedCallAgent', at);

/** Who is called, and what they do by `lines`: answer, be engaged, let it ring, or have no such number. */
const endings = { engaged: 'LineEngagedCustomer', invalid: 'BadAddressCustomer', silent: 'FailedConnectCustomer' };
export const rings = (state, id, legId, endpoint, at) => {
  const line = state.lines[endpoint.phoneNumber ?? endpoint.name] ?? {};
  const { does = 'answers', after = does === 'silent' ? state.settings.ringsFor : state.settings.answersAfter } = line;
  const event =
    does === 'answers'
      ? { type: 'party_answers', id, leg: legId }
      : { type: 'party_fails', id, leg: legId, trouble: endings[does] };
  return later(state, at + after, event);
};
export const calls = (state, id, endpoint, at) => {
  const contact = find(state, id);
  const legId = `${id}-party-${contact.called + 1}`;
  const { phoneNumber: number = null, name = null } = endpoint;
  const party = leg(legId, 'outbound', 'connecting', at, { number, name });
  const called = change(state, id, (one) => ({ ...one, called: one.called + 1, legs: [...one.legs, party] }));
  return rings(called, id, legId, endpoint, at);
};

export const supervised = (state, id, mode, at) =>
  change(state, id, (contact) => {
    const own = contact.legs.find(({ type }) => type === 'monitoring');
    if (own) return moveLeg(contact, own.id, mode, at);
    return { ...contact, legs: [...contact.legs, leg(`${id}-supervisor`, 'monitoring', mode, at)] };
  });
