// The agent workspace (@amazon-connect/contact and /voice) as a source beside streams. It has no snapshots: one is made of
// what its clients answer, whenever they tell that something has changed, on a clock of the page's own.
import { AdapterError } from './errors.mjs';

/** What a contact's lifecycle event shows it to be. */
const lifecycle = {
  Incoming: 'incoming',
  Pending: 'pending',
  Connecting: 'connecting',
  Connected: 'connected',
  Missed: 'missed',
  Error: 'error',
  StartingAcw: 'ended',
};
const statusTypes = { after_call_work: 'system' };

/** Where no event has told yet: what the agent's own part in it shows. */
const shownBy = {
  connecting: 'connecting',
  connected: 'connected',
  hold: 'connected',
  silent_monitor: 'connected',
  barge: 'connected',
  rejected: 'rejected',
  disconnected: 'ended',
};

const unless = async (promise, otherwise) => {
  try {
    return (await promise) ?? otherwise;
  } catch {
    return otherwise; // not for every agent, nor for every channel
  }
};
const impossible = (what) => () => {
  throw new AdapterError('not_possible', `${what}: not in the agent workspace`);
};
/** A promise of the SDK's for callbacks of streams'. */
const run = (promise, { success, failure } = {}) => {
  promise.then(success, failure);
};

export class WorkspaceSource {
  #agent;
  #contact;
  #voice;
  #handlers;
  #left = [];
  #shown = new Map();
  #known = new Map();
  #participants = new Map();
  #configuration = null;
  #wrong = null;
  #lastHeardAt = null;
  #looking = null;
  #isStale = false;
  #isClosed = false;

  constructor({ agent, contact, voice } = {}) {
    if (!agent?.getState || !contact?.listContacts || !voice?.createOutboundCall)
      throw new AdapterError('not_possible', 'needs an AgentClient, a ContactClient and a VoiceClient');
    this.#agent = agent;
    this.#contact = contact;
    this.#voice = voice;
  }

  open(handlers) {
    this.#handlers = handlers;
    const on = (client, name, handle) => {
      client[`on${name}`](handle);
      this.#left.push(() => client[`off${name}`](handle));
    };
    const look = async () => this.#look();
    for (const [name, shown] of Object.entries(lifecycle)) {
      on(this.#contact, name, async ({ contactId }) => {
        this.#shown.set(contactId, { type: shown, timestamp: this.#date() });
        return this.#look();
      });
    }
    for (const name of ['Cleared', 'ParticipantAdded', 'ParticipantDisconnected', 'ParticipantStateChanged'])
      on(this.#contact, name, look);
    for (const name of ['StateChanged', 'AvailabilityStateChanged', 'NextAvailabilityStateChanged'])
      on(this.#agent, name, look);
    for (const name of ['ParticipantHold', 'ParticipantResume', 'SelfHold', 'SelfResume']) on(this.#voice, name, look);
    on(this.#agent, 'RoutingProfileChanged', async () => {
      this.#configuration = null;
      return this.#look();
    });
    on(this.#agent, 'NetworkConnectionStatusChanged', async ({ status }) => {
      const isLost = status === 'disconnected' || status === 'failed';
      this.#wrong = isLost ? 'disconnected' : null;
      if (isLost) this.#handlers.fares('disconnected');
    });
    this.#look();
  }
  close() {
    this.#isClosed = true;
    for (const leave of this.#left) leave();
    this.#left = [];
  }

  attend() {
    return false;
  }
  known() {
    return null;
  }
  /** Without news nothing is heard here, so silence is nothing to tell. */
  health() {
    return { state: this.#wrong ?? (this.#lastHeardAt === null ? 'waiting' : 'live'), lastHeardAt: this.#lastHeardAt };
  }

  #date() {
    return new Date(this.#handlers.now());
  }

  /** One look at a time; what is told meanwhile is looked at once more. */
  #look() {
    this.#isStale = true;
    return (this.#looking ??= this.#lookOn().finally(() => (this.#looking = null)));
  }
  async #lookOn() {
    while (this.#isStale && !this.#isClosed) {
      this.#isStale = false;
      try {
        const update = await this.#snapshot();
        if (this.#isClosed) return;
        this.#lastHeardAt = this.#handlers.now();
        this.#handlers.update(update);
      } catch (error) {
        this.#handlers.failed?.(error);
      }
    }
  }

  async #snapshot() {
    const [state, availability, contacts] = await Promise.all([
      this.#agent.getState(),
      this.#agent.getAvailabilityState(),
      this.#contact.listContacts(),
    ]);
    this.#configuration ??= {
      agentStates: await unless(this.#agent.listAvailabilityStates(), []),
      routingProfile: await unless(this.#agent.getRoutingProfile(), null),
    };
    for (const seen of [this.#shown, this.#known, this.#participants])
      for (const id of seen.keys()) if (!contacts.some(({ contactId }) => contactId === id)) seen.delete(id);
    const { nextState = null } = availability;
    return {
      configuration: this.#configuration,
      snapshot: {
        snapshotTimestamp: this.#date(),
        state: { ...state, type: statusTypes[state.type] ?? state.type },
        nextState,
        agentAvailabilityState: { state: availability.name, timeStamp: availability.startTimestamp ?? null },
        contacts: await Promise.all(contacts.map((contact) => this.#contactNow(contact))),
      },
    };
  }

  async #contactNow({ contactId, type, subtype, initialContactId = null }) {
    const known = await this.#knownOf(contactId, type);
    const participants = await this.#contact.listParticipants(contactId);
    this.#participants.set(contactId, participants);
    const connections = await Promise.all(participants.map((one) => this.#connection(one, known)));
    const own = connections.find((connection) => connection.type === 'agent');
    const state = this.#shown.get(contactId) ?? { type: shownBy[own?.state.type] ?? 'incoming', timestamp: null };
    return { contactId, initialContactId, type, contactSubtype: subtype, ...known, state, connections };
  }

  async #connection({ participantId, type, isInitial, isSelf }, { number }) {
    const state = await this.#contact.getParticipantState(participantId);
    // Another agent is a third party to this one.
    const kind = type.value === 'agent' && !isSelf ? 'outbound' : type.value;
    const endpoint = isInitial && number !== null ? { type: 'phone_number', phoneNumber: number } : null;
    return {
      connectionId: participantId,
      type: kind,
      initial: isInitial && !isSelf,
      state: { type: state.value === 'other' ? state.actual : state.value },
      endpoint,
    };
  }

  /** What of a contact stays as it is. */
  async #knownOf(contactId, type) {
    if (!this.#known.has(contactId)) {
      const isCall = type === 'voice' || type === 'queue_callback';
      const [{ queue }, attributes, number, autoAccept] = await Promise.all([
        unless(this.#contact.getContact(contactId), { queue: null }),
        unless(this.#contact.getAttributes(contactId, '*'), {}),
        isCall ? unless(this.#voice.getInitialCustomerPhoneNumber(contactId), null) : null,
        unless(this.#contact.isAutoAcceptEnabled(contactId), false),
      ]);
      this.#known.set(contactId, {
        queue,
        number,
        attributes: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, { name, value }])),
        agentContactHandlingConfig: { autoAccept },
      });
    }
    return this.#known.get(contactId);
  }

  // What it can be asked, as streams is

  agent() {
    return {
      connect: ({ phoneNumber }, { queueARN, ...callbacks }) =>
        run(this.#voice.createOutboundCall(phoneNumber, queueARN ? { queueARN } : undefined), callbacks),
      setState: ({ agentStateARN, name }, callbacks) =>
        run(
          agentStateARN
            ? this.#agent.setAvailabilityState(agentStateARN)
            : this.#agent.setAvailabilityStateByName(name),
          callbacks,
        ),
      getEndpoints: (arns, { success, failure }) =>
        run(this.#agent.listQuickConnects(arns), {
          success: ({ quickConnects }) => success({ endpoints: quickConnects }),
          failure,
        }),
      mute: impossible('mute'),
      unmute: impossible('unmute'),
    };
  }
  contact(id) {
    const participants = this.#participants.get(id);
    if (!participants) return null;
    const of = (act) => (callbacks) => run(act(), callbacks);
    const legs = participants.map(({ participantId, isSelf }) => ({
      getConnectionId: () => participantId,
      hold: of(() => (isSelf ? this.#voice.holdSelf(id) : this.#voice.holdParticipant(participantId))),
      resume: of(() => (isSelf ? this.#voice.resumeSelf(id) : this.#voice.resumeParticipant(participantId))),
      destroy: of(() =>
        isSelf ? this.#contact.disconnectSelf(id) : this.#contact.disconnectParticipant(participantId),
      ),
      muteParticipant: impossible('mute'),
      unmuteParticipant: impossible('unmute'),
    }));
    return {
      getConnections: () => legs,
      getAgentConnection: () => ({ destroy: of(() => this.#contact.disconnectSelf(id)) }),
      accept: of(() => this.#contact.accept(id)),
      reject: of(() => this.#contact.reject(id)),
      clear: of(() => this.#contact.clear(id)),
      conferenceConnections: of(() => this.#voice.conferenceParticipants(id)),
      addConnection: (endpoint, callbacks) => run(this.#contact.addParticipant(id, endpoint), callbacks),
      pause: impossible('hold'),
      resume: impossible('resume'),
      silentMonitor: impossible('listen'),
      bargeIn: impossible('barge'),
    };
  }
  raw() {
    return null;
  }
  phone(phoneNumber) {
    return { type: 'phone_number', endpointARN: '', name: phoneNumber, phoneNumber };
  }
}
