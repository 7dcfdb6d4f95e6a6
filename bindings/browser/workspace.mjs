// The agent workspace (@amazon-connect/contact and /voice) as a source beside streams. It has no snapshots: one is made of
// what its clients answer, whenever they tell that something has changed, on a clock of the page's own.
import { AdapterError } from './errors.mjs';
import { Questions } from './questions.mjs';
import { agentOf, contactOf } from './clients.mjs';

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
/** Streams' word before anything is known of the agent. */
const unknownState = { name: 'Init', type: 'init' };
const ofConfiguration = ['states', 'profile'];

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

/** In milliseconds: how long is waited for what must be known, and for what a call may be told without. */
const mustLimit = 2000;
const mayLimit = 1000;
/** After how long what was not complete is looked at again, at first and at last. */
const firstWait = 1000;
const longestWait = 30_000;

export class WorkspaceSource {
  #agent;
  #contact;
  #voice;
  #clients;
  #handlers;
  #left = [];
  #shown = new Map();
  #offered = new Set();
  #told = new Map();
  #unreadable = new Set();
  #questions;
  #wrong = null;
  #isIncomplete = false;
  #lastHeardAt = null;
  #looking = null;
  #isStale = false;
  #isClosed = false;
  #wait = firstWait / 2;
  #cancel = () => {};

  constructor({ agent, contact, voice } = {}) {
    if (!agent?.getState || !contact?.listContacts || !voice?.createOutboundCall)
      throw new AdapterError('not_possible', 'needs an AgentClient, a ContactClient and a VoiceClient');
    this.#agent = agent;
    this.#contact = contact;
    this.#voice = voice;
    this.#clients = { agent, contact, voice };
  }

  /** `handlers`: those of StreamsSource, schedule(callback, milliseconds), and failed(message). */
  open(handlers) {
    this.#handlers = handlers;
    const look = async () => this.#look();
    this.#questions = new Questions({ schedule: handlers.schedule, arrived: look });
    const on = (client, name, handle) => {
      client[`on${name}`](handle);
      this.#left.push(() => client[`off${name}`](handle));
    };
    for (const [name, shown] of Object.entries(lifecycle)) {
      on(this.#contact, name, async (contact) => {
        this.#shown.set(contact.contactId, { type: shown, timestamp: this.#date() });
        if (contact.type) this.#told.set(contact.contactId, contact);
        return this.#look();
      });
    }
    on(this.#contact, 'Cleared', async ({ contactId }) => {
      this.#told.set(contactId, null);
      return this.#look();
    });
    for (const name of ['ParticipantAdded', 'ParticipantDisconnected', 'ParticipantStateChanged'])
      on(this.#contact, name, look);
    for (const name of ['StateChanged', 'AvailabilityStateChanged', 'NextAvailabilityStateChanged'])
      on(this.#agent, name, look);
    for (const name of ['ParticipantHold', 'ParticipantResume', 'SelfHold', 'SelfResume']) on(this.#voice, name, look);
    on(this.#agent, 'RoutingProfileChanged', async () => {
      this.#questions.forget((key) => ofConfiguration.includes(key));
      return this.#look();
    });
    on(this.#agent, 'NetworkConnectionStatusChanged', async ({ status }) => {
      const isLost = status === 'disconnected' || status === 'failed';
      const wasLost = this.#wrong !== null;
      this.#wrong = isLost ? 'disconnected' : null;
      if (isLost) this.#handlers.fares('disconnected');
      else if (wasLost) await this.#look();
    });
    this.#look();
  }
  close() {
    this.#isClosed = true;
    this.#cancel();
    for (const leave of this.#left) leave();
    this.#left = [];
  }

  attend() {
    return false;
  }
  known() {
    return null;
  }
  /** Without news nothing is heard here, so silence is nothing to tell; that a question is not answered is. */
  health() {
    const wrong = this.#wrong ?? (this.#isIncomplete ? 'disconnected' : null);
    return { state: wrong ?? (this.#lastHeardAt === null ? 'waiting' : 'live'), lastHeardAt: this.#lastHeardAt };
  }

  /** Each contact has its own. */
  region() {
    return null;
  }

  #date() {
    return new Date(this.#handlers.now());
  }

  /** One look at a time; what is told meanwhile is looked at once more. */
  #look() {
    if (this.#isClosed) return null;
    this.#isStale = true;
    return (this.#looking ??= this.#lookOn().finally(() => (this.#looking = null)));
  }
  async #lookOn() {
    while (this.#isStale && !this.#isClosed) {
      this.#isStale = false;
      this.#cancel();
      const look = { isAnswered: true, isReadable: true };
      const update = await this.#snapshot(look);
      if (this.#isClosed) return;
      this.#isIncomplete = !look.isAnswered;
      if (update) {
        this.#lastHeardAt = this.#handlers.now();
        this.#handlers.update(update);
      } else this.#handlers.fares('disconnected');
      this.#lookAgain(look.isAnswered && look.isReadable);
    }
  }
  /** What was not complete is looked at again, less and less often. */
  #lookAgain(isComplete) {
    this.#wait = isComplete ? firstWait / 2 : Math.min(this.#wait * 2, longestWait);
    this.#cancel = isComplete ? () => {} : this.#handlers.schedule(() => this.#look(), this.#wait);
  }

  /** The answer to what everybody may ask, or the one before. */
  async #must(look, key, question) {
    const { came, value } = await this.#questions.ask(key, mustLimit, question);
    look.isAnswered &&= came === 'answer';
    return value;
  }
  /** The same, where one may be refused; asked until it is answered. */
  async #may(look, key, question, otherwise) {
    const { came, value } = await this.#questions.askOnce(key, mayLimit, question);
    look.isAnswered &&= came !== 'nothing';
    return value ?? otherwise;
  }

  async #snapshot(look) {
    const [state, availability, listed, agentStates, routingProfile] = await Promise.all([
      this.#must(look, 'state', () => this.#agent.getState()),
      this.#must(look, 'availability', () => this.#agent.getAvailabilityState()),
      this.#contacts(look),
      this.#may(look, 'states', () => this.#agent.listAvailabilityStates(), []),
      this.#may(look, 'profile', () => this.#agent.getRoutingProfile(), null),
    ]);
    if (listed === undefined) return null;
    this.#forgetOthers(listed);
    const contacts = await Promise.all(listed.map((contact) => this.#contactNow(look, contact)));
    return {
      configuration: { agentStates, routingProfile },
      snapshot: {
        snapshotTimestamp: this.#date(),
        state: state ? { ...state, type: statusTypes[state.type] ?? state.type } : unknownState,
        nextState: availability?.nextState ?? null,
        agentAvailabilityState: availability
          ? { state: availability.name, timeStamp: availability.startTimestamp ?? null }
          : null,
        contacts: contacts.filter(Boolean),
      },
    };
  }
  /** What the agent has; where the list is not to be had, what events have told since stands beside the one before. */
  async #contacts(look) {
    const { came, value } = await this.#questions.ask('contacts', mustLimit, () => this.#contact.listContacts());
    if (came === 'answer') {
      this.#told.clear();
      return value;
    }
    look.isAnswered = false;
    const told = [...this.#told.values()].filter(Boolean);
    if (value === undefined) return told.length > 0 ? told : undefined;
    const others = value.filter(({ contactId }) => !this.#told.has(contactId));
    return [...others, ...told];
  }
  #forgetOthers(listed) {
    const isThere = (id) => listed.some(({ contactId }) => contactId === id);
    for (const seen of [this.#shown, this.#offered, this.#unreadable])
      for (const id of [...seen.keys()]) if (!isThere(id)) seen.delete(id);
    this.#questions.forget((key) => key.includes(' ') && !isThere(key.split(' ')[1]));
  }

  async #contactNow(look, { contactId: id, type, subtype, initialContactId = null }) {
    const [known, participants] = await Promise.all([this.#knownOf(look, id, type), this.#participantsOf(look, id)]);
    const connections = await Promise.all((participants ?? []).map((one) => this.#connection(look, one, known)));
    const own = connections.find((connection) => connection.type === 'agent');
    const shown = this.#shown.get(id);
    if (!shown && !participants) return null;
    this.#noteOffer(id, own, connections);
    const state = shown ?? { type: shownBy[own?.state.type] ?? 'incoming', timestamp: null };
    return {
      contactId: id,
      initialContactId,
      type,
      contactSubtype: subtype,
      ...known,
      state,
      connections: connections.map((one) => this.#asOffered(id, one)),
    };
  }
  async #participantsOf(look, id) {
    const { came, value } = await this.#questions.ask(`participants ${id}`, mustLimit, () =>
      this.#contact.listParticipants(id),
    );
    look.isAnswered &&= came !== 'nothing';
    look.isReadable &&= came !== 'refusal';
    if (came === 'answer') this.#unreadable.delete(id);
    else if (came === 'refusal' && !this.#unreadable.has(id)) {
      this.#unreadable.add(id);
      this.#handlers.failed(`who takes part in the contact ${id} could not be asked`);
    }
    return value;
  }
  /**
   * Who began a contact is not told here. A call whose customer is there while it rings at the agent was not dialled by
   * them, whatever its customer's leg is.
   */
  #noteOffer(id, own, connections) {
    const isThere = connections.some((one) => one.initial && one.state.type === 'connected');
    if (own?.state.type === 'connecting' && isThere) this.#offered.add(id);
  }
  #asOffered(id, connection) {
    return connection.initial && this.#offered.has(id) && connection.type === 'outbound'
      ? { ...connection, type: 'unknown' }
      : connection;
  }

  async #connection(look, { participantId, contactId, type, isInitial, isSelf }, { number }) {
    const key = `participant ${contactId} ${participantId}`;
    const { came, value } = await this.#questions.ask(key, mustLimit, () =>
      this.#contact.getParticipantState(participantId),
    );
    look.isAnswered &&= came !== 'nothing';
    look.isReadable &&= came !== 'refusal';
    // Another agent is a third party to this one.
    const kind = type.value === 'agent' && !isSelf ? 'outbound' : type.value;
    const endpoint = isInitial && number !== null ? { type: 'phone_number', phoneNumber: number } : null;
    return {
      connectionId: participantId,
      type: kind,
      initial: isInitial && !isSelf,
      state: { type: value?.value === 'other' ? value.actual : value?.value },
      endpoint,
    };
  }

  /** What of a contact stays as it is. */
  async #knownOf(look, id, type) {
    const isCall = type === 'voice' || type === 'queue_callback';
    const [contact, attributes, number, autoAccept, isPreview, region] = await Promise.all([
      this.#may(look, `contact ${id}`, () => this.#contact.getContact(id), null),
      this.#may(look, `attributes ${id}`, () => this.#contact.getAttributes(id, '*'), {}),
      isCall ? this.#may(look, `number ${id}`, () => this.#voice.getInitialCustomerPhoneNumber(id), null) : null,
      this.#may(look, `accepts ${id}`, () => this.#contact.isAutoAcceptEnabled(id), false),
      isCall ? this.#may(look, `preview ${id}`, () => this.#contact.isPreviewMode(id), false) : false,
      this.#may(look, `region ${id}`, () => this.#contact.getContactRegion(id), null),
    ]);
    return {
      queue: contact?.queue ?? null,
      number,
      contactRegion: region,
      ...(isPreview && { initiationMethod: 'campaign_preview' }),
      attributes: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, { name, value }])),
      agentContactHandlingConfig: { autoAccept },
    };
  }

  // What it can be asked, as streams is

  agent() {
    return agentOf(this.#clients);
  }
  contact(id) {
    const isThere = this.#questions.answerTo('contacts')?.some(({ contactId }) => contactId === id);
    if (!isThere && !this.#told.get(id)) return null;
    return contactOf(this.#clients, id, this.#questions.answerTo(`participants ${id}`) ?? []);
  }
  tellRefusal() {}
  raw() {
    return null;
  }
  phone(phoneNumber) {
    return { type: 'phone_number', endpointARN: '', name: phoneNumber, phoneNumber };
  }
}
