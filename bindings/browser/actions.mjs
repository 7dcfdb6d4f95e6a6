// What each action asks of amazon-connect-streams, when it may be asked, whom it is for, and what must be seen for it to be
// done. The API answers as soon as it has taken a request; only the snapshot says what became of it.
import { findConnection, isActive, isPutThrough, ringsAtTheCustomer } from './desk.mjs';
import { AdapterError } from './errors.mjs';
import { isOfMicrophone } from './microphones.mjs';
import { isMuted, isPreview } from './views.mjs';

const rings = ['incoming', 'pending', 'connecting'];
const over = ['transferred', 'missed', 'rejected', 'failed', 'ended', 'after_contact_work'];
const isTask = ({ channel }) => channel === 'task';
const isOther = ({ party }) => party === 'customer' || party === 'third_party';

const legOf = (contact, leg) => contact.connections.find(({ id }) => id === leg);
const stateOf = (contact, leg) => legOf(contact, leg)?.state;
const isThirdPartyThere = ({ connections }) =>
  connections.some(({ party, state }) => party === 'third_party' && (state === 'connected' || state === 'hold'));
const isAnyHeld = ({ connections }) => connections.some((leg) => isOther(leg) && leg.state === 'hold');
const hasLeft = (contact, leg) => [undefined, 'disconnected'].includes(stateOf(contact, leg));

const oneOf = (legs, name, what) => {
  if (legs.length > 1) throw new AdapterError('ambiguous', `${name}: ${what}; say which by connectionId`);
  return legs[0]?.id;
};
const customersLeg = (contact) => (findConnection(contact, 'customer') ?? contact.connections.find(isOther))?.id;

/** Whom it is for where nobody says: whoever alone can be meant. */
const whoIsHeld = (contact) => {
  if (findConnection(contact, 'customer')?.state === 'hold') return customersLeg(contact);
  const talking = contact.connections.filter((leg) => isOther(leg) && leg.state === 'connected');
  return oneOf(talking, 'hold', 'several parties talk') ?? customersLeg(contact);
};
const whoIsResumed = (contact) => {
  const held = contact.connections.filter(({ party, state }) => party !== 'monitor' && state === 'hold');
  return oneOf(held, 'resume', 'several parties are held') ?? customersLeg(contact);
};

/** Third parties who have been called since. */
const newParties = ({ connections }, before) =>
  connections.filter(
    ({ id, party }) => party === 'third_party' && !before.connections.some((known) => known.id === id),
  );

/** Streams' object for the connection. */
const streamsLeg = (streams, leg) =>
  streams.getConnections().find((connection) => connection.getConnectionId() === leg);

/**
 * `channels`: those that it is for, where not for all; `chooseLeg(contact)`: the leg where none is named; `mayEnd`: that the contact is over is what was asked for, or serves as
 * well; `isForAll`: whichever call is meant, it comes to the same; `isForGood`: the agent has the call no more; `against`: what undoes it,
 * or is undone by it.
 */
export const contactActions = {
  accept: {
    against: ['reject'],
    isPossible: (contact) =>
      contact.state === 'incoming' ||
      (contact.state === 'connecting' &&
        !ringsAtTheCustomer(contact) &&
        findConnection(contact, 'agent')?.state !== 'connected'),
    isDone: (contact, leg, { before }) =>
      isPutThrough(contact.state) ||
      (before.state === 'incoming' && (contact.state === 'pending' || contact.state === 'connecting')),
    ask: ({ streams, callbacks }) => streams.accept(callbacks),
  },
  /** Has the customer of a campaign called, whom the agent previews. */
  engage: {
    isPossible: (contact) => contact.state === 'pending' && isPreview(contact),
    isDone: (contact) => contact.initiation === 'campaign_preview' && !isPreview(contact),
    ask: ({ streams, callbacks: { success, failure } }) => {
      streams.engagePreviewContact().then(success, failure);
    },
  },
  reject: {
    against: ['accept'],
    isPossible: ({ state }) => rings.includes(state),
    isDone: ({ state }) => over.includes(state),
    ask: ({ streams, callbacks }) => streams.reject(callbacks),
    mayEnd: true,
  },
  hold: {
    channels: ['voice', 'task'],
    chooseLeg: whoIsHeld,
    against: ['resume', 'conference'],
    isPossible: (contact, leg) =>
      isTask(contact)
        ? contact.state === 'connected'
        : isPutThrough(contact.state) && stateOf(contact, leg) === 'connected',
    isDone: (contact, leg) =>
      isTask(contact) ? contact.state === 'paused' : stateOf(contact, leg) === 'hold' || contact.shown === 'on_hold',
    ask: ({ streams, contact, leg, callbacks }) =>
      isTask(contact) ? streams.pause(callbacks) : streamsLeg(streams, leg).hold(callbacks),
  },
  resume: {
    channels: ['voice', 'task'],
    chooseLeg: whoIsResumed,
    against: ['hold'],
    isPossible: (contact, leg) =>
      isTask(contact) ? contact.state === 'paused' : isPutThrough(contact.state) && stateOf(contact, leg) === 'hold',
    isDone: (contact, leg) =>
      isTask(contact)
        ? contact.state === 'connected'
        : isPutThrough(contact.state) && stateOf(contact, leg) === 'connected',
    ask: ({ streams, contact, leg, callbacks }) =>
      isTask(contact) ? streams.resume(callbacks) : streamsLeg(streams, leg).resume(callbacks),
  },
  conference: {
    against: ['hold'],
    isPossible: (contact) =>
      isPutThrough(contact.state) && contact.state !== 'customer_left' && isThirdPartyThere(contact),
    isDone: (contact) => contact.state === 'conferenced' && !isAnyHeld(contact),
    ask: ({ streams, callbacks }) => streams.conferenceConnections(callbacks),
  },
  transfer: {
    channels: ['voice'],
    isForGood: true,
    isPossible: ({ state }) => isPutThrough(state),
    isDone: (contact, leg, { before }) => newParties(contact, before).some(({ state }) => state === 'connected'),
    /** Whoever was called has hung up, or is no longer there. */
    isRefused: (contact, leg, wish) => {
      const parties = newParties(contact, wish.before);
      wish.rang ||= parties.length > 0;
      return wish.rang && parties.every(({ state }) => state === 'disconnected');
    },
    isUnderWay: (contact, leg, { before }) => newParties(contact, before).some(({ state }) => state === 'connecting'),
    isNeverDoneYet: true,
    ask: ({ streams, options, callbacks }) => streams.addConnection(options.endpoint, callbacks),
  },
  hangUp: {
    isForGood: true,
    isPossible: (contact, leg) =>
      leg === undefined
        ? isActive(contact.state) && findConnection(contact, 'agent')?.state !== 'disconnected'
        : !hasLeft(contact, leg),
    isDone: (contact, leg) => (leg === undefined ? over.includes(contact.state) : hasLeft(contact, leg)),
    ask: ({ streams, leg, callbacks }) => {
      const connection = leg === undefined ? streams.getAgentConnection() : streamsLeg(streams, leg);
      if (!connection) throw new AdapterError('not_possible', 'hangUp: the contact shows no leg to end');
      connection.destroy(callbacks);
    },
    mayEnd: true,
  },
  mute: {
    channels: ['voice'],
    isForAll: true,
    against: ['unmute'],
    isPossible: (contact, leg) => isActive(contact.state) && !isGone(contact, leg),
    isDone: (contact, leg, { microphones }) =>
      leg === undefined ? isMuted(contact, microphones) : legOf(contact, leg)?.muted === true,
    /** Streams turns the microphone of one call, in the browser; the agent's leg of another, or of a telephone, is muted at the server. */
    ask: ({ streams, contact, leg, callbacks, agent, microphones, hasSoftphone }) => {
      const atServer = leg ?? (hasSoftphone ? legOfMicrophone(contact, microphones) : ownLeg(contact));
      if (atServer === undefined) agent.mute();
      else streamsLeg(streams, atServer).muteParticipant(callbacks);
    },
  },
  unmute: {
    channels: ['voice'],
    isForAll: true,
    against: ['mute'],
    isPossible: (contact, leg, microphones) =>
      isActive(contact.state) &&
      !isGone(contact, leg) &&
      (leg !== undefined || !microphones.off.has(contact.id) || isOfMicrophone(microphones, contact)),
    isDone: (contact, leg, { microphones }) =>
      leg === undefined ? !isMuted(contact, microphones) : legOf(contact, leg)?.muted === false,
    /** In a call of many the agent's leg may be muted at the server, whatever the microphone is. */
    ask: ({ streams, contact, leg, callbacks, agent, microphones }) => {
      if (leg !== undefined) return streamsLeg(streams, leg).unmuteParticipant(callbacks);
      const own = findConnection(contact, 'agent');
      if (own?.muted) streamsLeg(streams, own.id).unmuteParticipant(callbacks);
      if (microphones.off.has(contact.id) || !own?.muted) agent.unmute();
    },
  },
  /** Of a supervisor who listens to another agent's call, or talks in it. */
  listen: {
    against: ['barge'],
    isPossible: ({ state }) => state === 'barging',
    isDone: ({ state }) => state === 'monitoring',
    ask: ({ streams, callbacks }) => streams.silentMonitor(callbacks),
  },
  barge: {
    against: ['listen'],
    isPossible: ({ state }) => state === 'monitoring',
    isDone: ({ state }) => state === 'barging',
    ask: ({ streams, callbacks }) => streams.bargeIn(callbacks),
  },
  completeWrapUp: {
    isPossible: ({ state }) => over.includes(state),
    isDone: () => false,
    ask: ({ streams, callbacks }) => streams.clear(callbacks),
    mayEnd: true,
  },
};

const ownLeg = (contact) => findConnection(contact, 'agent')?.id;
/** None where it is the microphone that streams turns. */
const legOfMicrophone = (contact, microphones) => (isOfMicrophone(microphones, contact) ? undefined : ownLeg(contact));
const isGone = (contact, leg) => leg !== undefined && hasLeft(contact, leg);
