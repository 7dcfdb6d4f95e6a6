// A double of amazon-connect-streams, scripted: a bus, an agent and contacts that note what they are asked for.
import { configuration } from './streams_desk.mjs';

const AgentEvents = {
  UPDATE: 'agent::update',
  MUTE_TOGGLE: 'agent::mute_toggle',
  SOFTPHONE_ERROR: 'agent::softphone_error',
  WEBSOCKET_CONNECTION_LOST: 'agent::websocket_connection_lost',
  WEBSOCKET_CONNECTION_GAINED: 'agent::websocket_connection_gained',
};
const EventType = {
  AUTH_FAIL: 'auth_fail',
  AUTHORIZE_SUCCESS: 'authorize_success',
  AUTHORIZE_RETRIES_EXHAUSTED: 'authorize_retries_exhausted',
  CTI_AUTHORIZE_RETRIES_EXHAUSTED: 'cti_authorize_retries_exhausted',
  IFRAME_RETRIES_EXHAUSTED: 'iframe_retries_exhausted',
  ACK_TIMEOUT: 'ack_timeout',
  TERMINATED: 'terminated',
};

const GlobalResiliencyEvents = {
  FAILOVER_DETECTED_CRM: 'globalResiliency::failover_detected_crm',
  FAILOVER_PENDING_CRM: 'globalResiliency::failover_pending_crm',
  FAILOVER_COMPLETE: 'globalResiliency::failover_complete',
};
const ContactEvents = {
  SCREEN_SHARING_STARTED: 'contact::screen_sharing_started',
  SCREEN_SHARING_STOPPED: 'contact::screen_sharing_stopped',
  SCREEN_SHARING_ERROR: 'contact::screen_sharing_error',
};

class Bus {
  subscriptions = [];
  subscribe(event, f) {
    const subscription = {
      event,
      f,
      unsubscribe: () => (this.subscriptions = this.subscriptions.filter((one) => one !== subscription)),
    };
    this.subscriptions.push(subscription);
    return subscription;
  }
  trigger(event, data) {
    for (const subscription of this.subscriptions.filter((one) => one.event === event))
      subscription.f(data, event, this);
  }
}

/** `asked` holds `[what, params, callbacks]` in the words of streams' API. */
export const makeDouble = () => {
  let bus = new Bus();
  const asked = [];
  let data = null;
  const ask = (what, params, callbacks) => asked.push([what, params, callbacks]);
  const contactOf = ({ contactId, connections }) => {
    const connectionOf = ({ connectionId, type }) => ({
      type,
      getConnectionId: () => connectionId,
      hold: (callbacks) => ask('holdConnection', { contactId, connectionId }, callbacks),
      resume: (callbacks) => ask('resumeConnection', { contactId, connectionId }, callbacks),
      muteParticipant: (callbacks) => ask('muteParticipant', { contactId, connectionId }, callbacks),
      unmuteParticipant: (callbacks) => ask('unmuteParticipant', { contactId, connectionId }, callbacks),
      destroy: (callbacks) => ask('destroyConnection', { contactId, connectionId }, callbacks),
    });
    const all = connections.map(connectionOf);
    return {
      getContactId: () => contactId,
      getConnections: () => all,
      getAgentConnection: () => all.find(({ type }) => type === 'agent'),
      engagePreviewContact: () =>
        new Promise((success, failure) => ask('engagePreviewContact', { contactId }, { success, failure })),
      accept: (callbacks) => ask('acceptContact', { contactId }, callbacks),
      reject: (callbacks) => ask('rejectContact', { contactId }, callbacks),
      clear: (callbacks) => ask('clearContact', { contactId }, callbacks),
      pause: (callbacks) => ask('pauseContact', { contactId }, callbacks),
      resume: (callbacks) => ask('resumeContact', { contactId }, callbacks),
      conferenceConnections: (callbacks) => ask('conferenceConnections', { contactId }, callbacks),
      silentMonitor: (callbacks) =>
        ask('updateMonitorParticipantState', { contactId, targetMonitorMode: 'SILENT_MONITOR' }, callbacks),
      bargeIn: (callbacks) =>
        ask('updateMonitorParticipantState', { contactId, targetMonitorMode: 'BARGE' }, callbacks),
      addConnection: (endpoint, callbacks) => ask('createAdditionalConnection', { contactId, endpoint }, callbacks),
    };
  };
  class Agent {
    getContacts() {
      return data.snapshot.contacts.map(contactOf);
    }
    mute() {
      ask('mute', { mute: true });
    }
    unmute() {
      ask('mute', { mute: false });
    }
    setState(state, callbacks, options) {
      ask('putAgentState', { state, enqueueNextState: options.enqueueNextState }, callbacks);
    }
    connect(endpoint, { queueARN = configuration.routingProfile.defaultOutboundQueue.queueARN, ...callbacks }) {
      ask('createOutboundContact', { endpoint, queueARN }, callbacks);
    }
    getEndpoints(queueARNs, callbacks) {
      ask('getEndpoints', { queueARNs }, callbacks);
    }
  }
  const connect = {
    AgentEvents,
    EventType,
    GlobalResiliencyEvents,
    globalResiliency: {
      _activeRegion: null,
      getActiveRegion() {
        return this._activeRegion;
      },
    },
    ContactEvents,
    Agent,
    Endpoint: { byPhoneNumber: (phoneNumber) => ({ type: 'phone_number', phoneNumber }) },
    core: {
      initialized: true,
      upstream: {},
      getEventBus: () => bus,
      getAgentDataProvider: () => ({ getAgentData: () => data }),
      getUpstream: () => ({ sendUpstream: (type, { event, data }) => bus.trigger(event, data) }),
    },
  };
  const terminate = () => {
    bus.subscriptions = [];
    data = null;
    Object.assign(connect.core, { initialized: false, upstream: null });
  };
  return {
    connect,
    asked,
    feed(update) {
      data = update;
      bus.trigger(AgentEvents.UPDATE, update);
    },
    toggleMute: (muted) => bus.trigger(AgentEvents.MUTE_TOGGLE, { muted }),
    trigger: (event, what) => bus.trigger(event, what),
    terminate,
    initCCP() {
      bus = new Bus();
      Object.assign(connect.core, { initialized: true, upstream: {} });
    },
    listeners: () => bus.subscriptions.length,
  };
};
