// What Amazon Connect's API is asked through streams: whether it takes the request, and what then comes of it.
import {
  change,
  customerLeg,
  drop,
  find,
  isActive,
  isTalking,
  isThere,
  legOf,
  move,
  moveLeg,
  moveLegs,
  others,
  ownLeg,
  tell,
  later,
} from './centre.mjs';
import { agentLeaves, born, calls, missed, otherLeaves, putThrough, rings } from './contacts.mjs';

const third = (contact) => others(contact).filter((leg) => !leg.initial && isThere(leg));
const ringsHere = (contact) =>
  (contact.state === 'connecting' || contact.state === 'incoming') && ownLeg(contact).state === 'connecting';
const isConnected = (contact) => contact.state === 'connected';
const isOver = (contact) => !isActive(contact);
const isCall = (contact) => isConnected(contact) && contact.type !== 'task' && contact.type !== 'chat';
const legIs =
  (state) =>
  (contact, { connectionId }) =>
    isCall(contact) && legOf(contact, connectionId)?.state === state;
const legTo =
  (state) =>
  (centre, id, { connectionId }, at) =>
    change(centre, id, (contact) => moveLeg(contact, connectionId, state, at));
const mute =
  (muted) =>
  (centre, id, { connectionId }) =>
    change(centre, id, (contact) => ({
      ...contact,
      legs: contact.legs.map((leg) => (leg.id === connectionId ? { ...leg, muted } : leg)),
    }));
const clear = {
  mayBe: isOver,
  comesOfIt: (centre, id, params, at) => drop(centre, [id], at),
};

const accept = (centre, id, params, at) => {
  const contact = find(centre, id);
  if (contact.kind === 'monitor') {
    return change(centre, id, (one) => move(moveLeg(one, ownLeg(one).id, 'silent_monitor', at), 'connected', at));
  }
  if (contact.kind !== 'callback') return putThrough(centre, id, at);
  // Once the agent is there, the customer is called.
  const customer = customerLeg(contact);
  const dialling = change(centre, id, (one) =>
    move(moveLeg(moveLeg(one, ownLeg(one).id, 'connected', at), customer.id, 'connecting', at), 'connecting', at),
  );
  return rings(dialling, id, customer.id, { phoneNumber: customer.number }, at);
};

const hangUp = (centre, id, { connectionId }, at) => {
  const contact = find(centre, id);
  if (connectionId !== ownLeg(contact).id) return otherLeaves(centre, id, connectionId, at);
  if (ringsHere(contact)) return missed(centre, id, at);
  return contact.kind === 'monitor' ? drop(centre, [id], at) : agentLeaves(centre, id, at);
};

const toggle = (centre, id, params, at) =>
  change(centre, id, (contact) => {
    const held = others(contact).filter(({ state }) => state === 'hold');
    const talks = others(contact).filter(isTalking);
    const holds = held.length > 0 ? talks : talks.filter(({ initial }) => initial);
    const swapped = held.reduce((one, { id }) => moveLeg(one, id, 'connected', at), contact);
    return holds.reduce((one, { id }) => moveLeg(one, id, 'hold', at), swapped);
  });

const mayCall = (contact, params, centre) =>
  isCall(contact) && contact.kind !== 'monitor' && third(contact).length < (centre.settings.manyParties ? 4 : 1);
const consult = (centre, id, { endpoint }, at) =>
  calls(
    change(centre, id, (contact) =>
      moveLegs(contact, (leg) => others(contact).includes(leg) && isTalking(leg), 'hold', at),
    ),
    id,
    endpoint,
    at,
  );

/** Of a contact: whether it may be, and what comes of it. */
const ofContact = {
  acceptContact: { mayBe: (contact) => ringsHere(contact), comesOfIt: accept },
  rejectContact: { mayBe: ringsHere, comesOfIt: (centre, id, params, at) => missed(centre, id, at) },
  destroyConnection: {
    mayBe: (contact, { connectionId }) =>
      isActive(contact) && legOf(contact, connectionId) !== undefined && isThere(legOf(contact, connectionId)),
    comesOfIt: hangUp,
  },
  holdConnection: { mayBe: legIs('connected'), comesOfIt: legTo('hold') },
  resumeConnection: { mayBe: legIs('hold'), comesOfIt: legTo('connected') },
  createAdditionalConnection: { mayBe: mayCall, comesOfIt: consult },
  addNewConnection: {
    mayBe: mayCall,
    comesOfIt: (centre, id, { endpoint }, at) => calls(centre, id, endpoint, at),
  },
  conferenceConnections: {
    mayBe: (contact) => isCall(contact) && third(contact).some(({ state }) => state !== 'connecting'),
    comesOfIt: (centre, id, params, at) =>
      change(centre, id, (contact) => moveLegs(contact, ({ state }) => state === 'hold', 'connected', at)),
  },
  toggleActiveConnections: {
    mayBe: (contact) => isCall(contact) && others(contact).filter(isThere).length > 1,
    comesOfIt: toggle,
  },
  transferContact: {
    mayBe: isCall,
    comesOfIt: (centre, id, { endpoint }, at) => agentLeaves(calls(centre, id, endpoint, at), id, at),
  },
  clearContact: clear,
  completeContact: clear,
  destroyContact: clear,
  muteParticipant: {
    mayBe: (contact, { connectionId }) => isCall(contact) && !!legOf(contact, connectionId),
    comesOfIt: mute(true),
  },
  unmuteParticipant: {
    mayBe: (contact, { connectionId }) => isCall(contact) && !!legOf(contact, connectionId),
    comesOfIt: mute(false),
  },
  updateMonitorParticipantState: {
    mayBe: (contact) => isConnected(contact) && contact.kind === 'monitor',
    comesOfIt: (centre, id, { targetMonitorMode }, at) =>
      change(centre, id, (contact) => moveLeg(contact, ownLeg(contact).id, targetMonitorMode.toLowerCase(), at)),
  },
  pauseContact: {
    mayBe: (contact) => isConnected(contact) && contact.type === 'task',
    comesOfIt: (centre, id, params, at) => change(centre, id, (contact) => move(contact, 'paused', at)),
  },
  resumeContact: {
    mayBe: ({ state }) => state === 'paused',
    comesOfIt: (centre, id, params, at) => change(centre, id, (contact) => move(contact, 'connected', at)),
  },
  updateContactAttributes: {
    mayBe: () => true,
    comesOfIt: (centre, id, { attributes }) =>
      change(centre, id, (contact) => ({ ...contact, attributes: { ...contact.attributes, ...attributes } })),
  },
};

const choose = (centre, { state: wanted, enqueueNextState }, at) => {
  const state = { name: wanted.name, type: wanted.type, agentStateARN: wanted.agentStateARN };
  const hasWork = centre.contacts.some(isActive);
  if (enqueueNextState && hasWork) return { ...centre, next: { ...state, since: at } };
  const isSame = state.agentStateARN === centre.chosen.agentStateARN;
  const chosen = isSame ? centre.chosen : { ...state, since: at };
  // Who was shown to have missed a call is there again, and after-contact work is over.
  const over = centre.contacts.filter((one) => one.trouble || (!hasWork && isOver(one))).map(({ id }) => id);
  return { ...drop({ ...centre, next: null }, over, at), chosen };
};
const dial = (centre, { endpoint, queueARN }, at) => {
  const given = { kind: 'outbound', number: endpoint.phoneNumber ?? null, queue: queueARN };
  const { state, contact } = born(centre, given, at);
  return rings(state, contact.id, customerLeg(contact).id, endpoint, at);
};
const states = ({ profile }) => profile.agentStates;
/** Of the agent. */
const ofAgent = {
  putAgentState: {
    mayBe: (centre, { state }) =>
      !centre.secondWindow && states(centre).some(({ agentStateARN }) => agentStateARN === state.agentStateARN),
    comesOfIt: choose,
  },
  createOutboundContact: {
    mayBe: ({ contacts, secondWindow }) => !secondWindow && !contacts.some(isActive),
    comesOfIt: dial,
  },
};

/** What is only read, and answered at once. */
const readings = {
  getAgentStates: (centre) => ({ states: states(centre), nextToken: null }),
  getEndpoints: ({ profile }) => ({ endpoints: profile.quickConnects, nextToken: null }),
  getRoutingProfileQueues: ({ profile }) => ({ queues: profile.queues, nextToken: null }),
  getAgentPermissions: () => ({ permissions: ['outboundCall', 'voiceId'], nextToken: null }),
  getDialableCountryCodes: () => ({ countryCodes: ['jp'], nextToken: null }),
};

const mayBe = (centre, method, params) => {
  if (Object.hasOwn(ofAgent, method)) return ofAgent[method].mayBe(centre, params);
  const contact = find(centre, params.contactId);
  return contact !== undefined && ofContact[method].mayBe(contact, params, centre);
};
const isKnown = (method) => Object.hasOwn(ofAgent, method) || Object.hasOwn(ofContact, method);

/** The centre once it has taken the request, and its answer: `{success}`, or `{failure: {type, message}}`. */
export const ask = (centre, { method, params }, at) => {
  if (Object.hasOwn(readings, method)) return { state: centre, answer: { success: readings[method](centre) } };
  if (!isKnown(method)) return { state: centre, answer: { success: {} } };
  if (!mayBe(centre, method, params)) {
    const failure = { type: 'InvalidStateException', message: `${method}: not as things stand` };
    return { state: centre, answer: { failure } };
  }
  const event = { type: 'taken', method, params };
  return { state: later(centre, at + centre.settings.settled, event), answer: { success: {} } };
};

/** What comes of a request that was taken; nothing, where things have changed meanwhile, which only we are told. */
export const comeOf = (centre, { method, params }, at) => {
  if (!mayBe(centre, method, params)) return tell(centre, { type: 'void', method, at });
  return Object.hasOwn(ofAgent, method)
    ? ofAgent[method].comesOfIt(centre, params, at)
    : ofContact[method].comesOfIt(centre, params.contactId, params, at);
};
