// What each action asks of amazon-connect-streams, when it may be asked, and what must be seen for it to be done. The API
// answers as soon as it has taken a request; only the snapshot says what became of it.
import { findConnection, isActive, isOutbound, isPutThrough } from './desk.mjs';
import { isMuted } from './views.mjs';

const rings = ['incoming', 'pending', 'connecting'];
const over = ['transferred', 'missed', 'rejected', 'failed', 'ended', 'after_contact_work'];
const isTask = ({ channel }) => channel === 'task';

const connectionOf = (contact, { connectionId }) =>
  connectionId === undefined
    ? findConnection(contact, 'customer')
    : contact.connections.find(({ id }) => id === connectionId);
const isThirdPartyThere = ({ connections }) =>
  connections.some(({ party, state }) => party === 'third_party' && (state === 'connected' || state === 'hold'));

/** Streams' object for the connection; null where there is none. */
const streamsConnection = (contact, id) =>
  contact.getConnections().find((connection) => connection.getConnectionId() === id);

/** `mayEnd`: that the contact is over is what was asked for, or serves as well. */
export const contactActions = {
  accept: {
    isPossible: (contact) => (contact.state === 'incoming' || contact.state === 'connecting') && !isOutbound(contact),
    isDone: (contact, options, before) =>
      isPutThrough(contact.state) ||
      (before.state === 'incoming' && (contact.state === 'pending' || contact.state === 'connecting')),
    ask: (streams, contact, options, callbacks) => streams.accept(callbacks),
  },
  reject: {
    isPossible: ({ state }) => rings.includes(state),
    isDone: ({ state }) => over.includes(state),
    ask: (streams, contact, options, callbacks) => streams.reject(callbacks),
    mayEnd: true,
  },
  hold: {
    isPossible: (contact, options) =>
      isTask(contact)
        ? contact.state === 'connected'
        : isPutThrough(contact.state) && connectionOf(contact, options)?.state === 'connected',
    isDone: (contact, options) =>
      isTask(contact)
        ? contact.state === 'paused'
        : connectionOf(contact, options)?.state === 'hold' || contact.shown === 'on_hold',
    ask: (streams, contact, options, callbacks) =>
      isTask(contact)
        ? streams.pause(callbacks)
        : streamsConnection(streams, connectionOf(contact, options).id).hold(callbacks),
  },
  resume: {
    isPossible: (contact, options) =>
      isTask(contact)
        ? contact.state === 'paused'
        : isPutThrough(contact.state) && connectionOf(contact, options)?.state === 'hold',
    isDone: (contact, options) =>
      isTask(contact)
        ? contact.state === 'connected'
        : isPutThrough(contact.state) && connectionOf(contact, options)?.state === 'connected',
    ask: (streams, contact, options, callbacks) =>
      isTask(contact)
        ? streams.resume(callbacks)
        : streamsConnection(streams, connectionOf(contact, options).id).resume(callbacks),
  },
  conference: {
    isPossible: (contact) => isPutThrough(contact.state) && isThirdPartyThere(contact),
    isDone: ({ state }) => state === 'conferenced',
    ask: (streams, contact, options, callbacks) => streams.conferenceConnections(callbacks),
  },
  addParty: {
    isPossible: ({ state, channel }) => isPutThrough(state) && channel === 'voice',
    isDone: (contact, options, before) => newParties(contact, before).some(({ state }) => state === 'connected'),
    isRefused: (contact, options, before) => {
      const parties = newParties(contact, before);
      return parties.length > 0 && parties.every(({ state }) => state === 'disconnected');
    },
    isNeverDoneYet: true,
    ask: (streams, contact, { endpoint }, callbacks) => streams.addConnection(endpoint, callbacks),
  },
  hangUp: {
    isPossible: (contact, { connectionId }) =>
      connectionId === undefined ? isActive(contact.state) : !hasLeft(contact, connectionId),
    isDone: (contact, { connectionId }) =>
      connectionId === undefined ? over.includes(contact.state) : hasLeft(contact, connectionId),
    ask: (streams, contact, { connectionId }, callbacks) =>
      (connectionId === undefined ? streams.getAgentConnection() : streamsConnection(streams, connectionId)).destroy(
        callbacks,
      ),
    mayEnd: true,
  },
  mute: {
    isPossible: ({ state, channel }) => isActive(state) && channel === 'voice',
    isDone: (contact, options, before, microphoneOff) => isMuted(contact, microphoneOff),
    ask: (streams, contact, options, callbacks, agent) => agent.mute(),
  },
  unmute: {
    isPossible: ({ state, channel }) => isActive(state) && channel === 'voice',
    isDone: (contact, options, before, microphoneOff) => !isMuted(contact, microphoneOff),
    ask: (streams, contact, options, callbacks, agent) => agent.unmute(),
  },
  completeWrapUp: {
    isPossible: ({ state }) => over.includes(state),
    isDone: () => false,
    ask: (streams, contact, options, callbacks) => streams.clear(callbacks),
    mayEnd: true,
  },
};

const hasLeft = ({ connections }, id) =>
  connections.every((connection) => connection.id !== id || connection.state === 'disconnected');

/** Third parties who have been called since. */
const newParties = ({ connections }, before) =>
  connections.filter(
    ({ id, party }) => party === 'third_party' && !before.connections.some((known) => known.id === id),
  );
