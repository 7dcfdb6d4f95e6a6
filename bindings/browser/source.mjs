// amazon-connect-streams as the adapter sees it: what it tells, how it fares, and what it can be asked.
import { AdapterError } from './errors.mjs';

/**
 * Events of streams that say how it fares, and what they make of it; an update makes it live again. Updates do not come by the
 * socket: that it is lost holds until it is gained.
 */
const fares = [
  ['EventType', 'AUTH_FAIL', 'signed_out'],
  ['EventType', 'ACCESS_DENIED', 'signed_out'],
  ['EventType', 'TERMINATED', 'signed_out'],
  ['EventType', 'AUTHORIZE_RETRIES_EXHAUSTED', 'signed_out'],
  ['EventType', 'CTI_AUTHORIZE_RETRIES_EXHAUSTED', 'signed_out'],
  ['EventType', 'ACK_TIMEOUT', 'disconnected'],
  ['EventType', 'IFRAME_RETRIES_EXHAUSTED', 'disconnected'],
];

/** Global Resiliency's events: the agent's region is to be another, their calls are waited for, it is another. */
const failovers = [
  ['FAILOVER_DETECTED_CRM', 'detected'],
  ['FAILOVER_PENDING_CRM', 'pending'],
  ['FAILOVER_COMPLETE', 'completed'],
];
/** What becomes of a screen that is shared. */
const screens = [
  ['SCREEN_SHARING_STARTED', 'started'],
  ['SCREEN_SHARING_STOPPED', 'stopped'],
  ['SCREEN_SHARING_ERROR', 'failed'],
];

/** Of the adapter's own: a contact was refused in one tab, or Amazon Connect did not take it. */
const refusal = 'denwaban::refusal';

export class StreamsSource {
  #connect;
  #handlers;
  #bus;
  #hadData = false;
  #subscriptions = [];
  #wrong = null;
  #hasSocket = true;
  #lastHeardAt = null;
  #openedAt = null;

  constructor(connect) {
    this.#connect = connect;
    this.#bus = connect?.core?.getEventBus?.();
    if (!this.#bus)
      throw new AdapterError(
        'not_possible',
        'call connect.core.initCCP before the adapter is made: there is no event bus',
      );
  }

  /**
   * `handlers`: now(), update(update), mute(isOff), refusal(id, isRefused), softphoneError(error), fares(state),
   * failover(stage, region), screen(id, fate).
   */
  open(handlers) {
    this.#handlers = handlers;
    this.#openedAt = handlers.now();
    if (this.#isEnded()) this.#wrong = 'stopped';
    this.#subscribe();
  }
  close() {
    for (const subscription of this.#subscriptions) subscription.unsubscribe();
    this.#subscriptions = [];
  }

  /** Follows streams where it was ended and begun again: to another bus. Whether it had to. */
  attend() {
    const bus = this.#connect.core.getEventBus();
    const hasData = this.#data() !== null;
    const isBack = hasData && !this.#hadData && this.#wrong === 'stopped';
    if (this.#hadData && !hasData && bus === this.#bus) this.#wrong = 'stopped';
    this.#hadData = hasData;
    if (!bus || (bus === this.#bus && !isBack)) return false;
    this.close();
    this.#bus = bus;
    this.#wrong = null;
    this.#hasSocket = true;
    this.#subscribe();
    return true;
  }

  /** What streams knows already; null where it knows nothing yet. */
  known() {
    const known = this.#data();
    this.#hadData = known !== null;
    return known;
  }

  /** `waiting`, `live`, `stale` (nothing heard for so long), `signed_out`, `disconnected`, `stopped`. */
  health(staleAfter) {
    return { state: this.#wrong ?? this.#stateUnlessWrong(staleAfter), lastHeardAt: this.#lastHeardAt };
  }
  #stateUnlessWrong(staleAfter) {
    if (!this.#hasSocket) return 'disconnected';
    const isLong = this.#handlers.now() - (this.#lastHeardAt ?? this.#openedAt) > staleAfter;
    if (isLong) return 'stale';
    return this.#lastHeardAt === null ? 'waiting' : 'live';
  }
  /** Amazon's, where Global Resiliency is on; null where nobody knows. */
  region() {
    return this.#connect.globalResiliency?.getActiveRegion?.() ?? null;
  }

  /** `connect.core.terminate` leaves the bus, and nothing that tells anything on it. */
  #isEnded() {
    const { core } = this.#connect;
    return core.initialized === false && core.upstream === null && this.#data() === null;
  }

  #data() {
    try {
      return this.#connect.core.getAgentDataProvider?.()?.getAgentData() ?? null;
    } catch {
      return null; // nothing yet
    }
  }

  #subscribe() {
    const { AgentEvents } = this.#connect;
    const on = (name, handle) => {
      if (name) this.#subscriptions.push(this.#bus.subscribe(name, handle));
    };
    on(AgentEvents.UPDATE, (update) => {
      this.#heard(null);
      this.#hadData = true;
      this.#handlers.update(update);
    });
    on(AgentEvents.MUTE_TOGGLE, (toggle) => this.#handlers.mute(toggle?.muted === true));
    on(refusal, (told) => this.#handlers.refusal(told?.contactId, told?.isRefused === true));
    on(AgentEvents.SOFTPHONE_ERROR, (error) => this.#handlers.softphoneError(error));
    on(AgentEvents.WEBSOCKET_CONNECTION_LOST, () => this.#takeSocket(false));
    on(AgentEvents.WEBSOCKET_CONNECTION_GAINED, () => this.#takeSocket(true));
    for (const [name, stage] of failovers) {
      on(this.#connect.GlobalResiliencyEvents?.[name], (told) =>
        this.#handlers.failover(stage, told?.activeRegion ?? told?.nextActiveRegion ?? null),
      );
    }
    for (const [name, fate] of screens)
      on(this.#connect.ContactEvents?.[name], (told) => this.#handlers.screen(told?.contactId, fate));
    // An agent whose hour is over is signed in again by streams itself.
    on(this.#connect.EventType?.AUTHORIZE_SUCCESS, () => {
      if (this.#wrong !== 'signed_out') return;
      this.#wrong = null;
      this.#handlers.fares('live');
    });
    for (const [names, name, state] of fares) {
      on(this.#connect[names]?.[name], () => {
        const isNew = this.#wrong !== state;
        this.#wrong = state;
        if (isNew) this.#handlers.fares(state);
      });
    }
  }
  #heard(wrong) {
    this.#wrong = wrong;
    this.#lastHeardAt = this.#handlers.now();
  }
  #takeSocket(isThere) {
    if (isThere && this.#wrong === 'disconnected') this.#wrong = null;
    if (isThere === this.#hasSocket) return;
    this.#hasSocket = isThere;
    this.#handlers.fares(isThere ? 'live' : 'disconnected');
  }

  /** To the adapters of other tabs. */
  tellRefusal(contactId, isRefused) {
    const event = { event: refusal, data: { contactId, isRefused } };
    this.#connect.core.getUpstream?.()?.sendUpstream(this.#connect.EventType.BROADCAST, event);
  }

  // What it can be asked

  agent() {
    return new this.#connect.Agent();
  }
  /** Streams' own object of the contact; null where it has none. */
  contact(id) {
    const contacts = this.#data() === null ? [] : this.agent().getContacts();
    return contacts.find((contact) => contact.getContactId() === id) ?? null;
  }
  raw(id) {
    return this.contact(id);
  }
  phone(number) {
    return this.#connect.Endpoint.byPhoneNumber(number);
  }
}
