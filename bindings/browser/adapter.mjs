// amazon-connect-streams as observables and promises.
import { contactActions } from './actions.mjs';
import { followCalls, noCalls } from './calls.mjs';
import { emptyDesk, isActive, isOutbound, observe } from './desk.mjs';
import { AdapterError } from './errors.mjs';
import { readSnapshot } from './snapshot.mjs';
import {
  agentStatusView,
  callStatusView,
  callView,
  contactsView,
  currentCall,
  durationsView,
  findContact,
  queuesView,
} from './views.mjs';
import { Wishes } from './wishes.mjs';

const scheduleTimer = (callback, milliseconds) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};
const noZone = { run: (act) => act(), runOutsideAngular: (act) => act() };
const second = 1000;
const isNumber = (text) => /^\+[1-9][0-9]{1,14}$/.test(text);

/** Which error an agent's effect is told as. */
const agentErrors = {
  warn_of_second_window: 'multiple_ccp_windows',
  check_missed_limit: 'missed_contact',
  show_error: 'agent_error',
};

export class AmazonConnectAdapter {
  #connect;
  #rxjs;
  #zone;
  #now;
  #schedule;
  #timeout;
  #wishes;
  #desk = emptyDesk;
  #calls = noCalls;
  #configuration = null;
  #microphoneOff = false;
  #skew = 0;
  #asked = { endpoints: 0, queues: '' };
  #states = {};
  #events = {};
  #shown = {};
  #watchers = new Set();
  #stopTicking = null;
  #queue = [];
  #isEmitting = false;
  #isDisposed = false;
  #subscriptions = [];

  constructor({ connect, rxjs, zone, now, schedule, timeout = 30_000 }) {
    const bus = connect?.core?.getEventBus?.();
    if (!bus)
      throw new AdapterError(
        'not_possible',
        'call connect.core.initCCP before the adapter is made: there is no event bus',
      );
    if (!rxjs?.ReplaySubject) throw new AdapterError('not_possible', 'needs RxJS 7 or later');
    this.#connect = connect;
    this.#rxjs = rxjs;
    this.#zone = zone ?? noZone;
    this.#now = now ?? (() => Date.now());
    this.#timeout = timeout;
    this.#schedule = (callback, milliseconds) =>
      this.#zone.runOutsideAngular(() => (schedule ?? scheduleTimer)(callback, milliseconds));
    this.#wishes = new Wishes(this.#schedule, (settle) => this.#zone.run(settle));
    this.#makeStreams();
    this.#zone.runOutsideAngular(() => this.#subscribe(bus));
    this.#readWhatIsKnown();
  }

  #makeStreams() {
    const state = (name) => (this.#states[name] = new this.#rxjs.ReplaySubject(1)).asObservable();
    const event = (name) => (this.#events[name] = new this.#rxjs.Subject()).asObservable();
    this.callStatus$ = state('callStatus');
    this.agentStatus$ = state('agentStatus');
    this.availableQueues$ = state('queues');
    this.agentEndpoints$ = state('endpoints');
    this.contacts$ = state('contacts');
    this.onInboundCallIncoming = event('inboundIncoming');
    this.onInboundCallAccepted = event('inboundAccepted');
    this.onOutboundCallConnected = event('outboundConnected');
    this.errors$ = event('errors');
    this.durations$ = new this.#rxjs.Observable((watcher) => this.#watch(watcher));
  }

  #subscribe(bus) {
    const { AgentEvents } = this.#connect;
    const on = (name, handle) => {
      if (name) this.#subscriptions.push(bus.subscribe(name, (data) => this.#isDisposed || handle(data)));
    };
    on(AgentEvents.UPDATE, (update) => this.#take(update));
    on(AgentEvents.MUTE_TOGGLE, (toggle) => this.#takeMute(toggle?.muted === true));
    on(AgentEvents.SOFTPHONE_ERROR, (error) => {
      this.#tellError('softphone_error', error?.errorMessage || error?.errorType || 'the softphone failed', error);
      this.#emit();
    });
  }

  /** Streams may have told of the agent before this adapter was made. */
  #readWhatIsKnown() {
    let update = null;
    try {
      update = this.#connect.core.getAgentDataProvider?.()?.getAgentData();
    } catch {
      return; // nothing yet
    }
    if (update) this.#take(update);
  }

  #take(update) {
    try {
      this.#takeSnapshot(readSnapshot(update), update.snapshot?.skew);
    } catch (error) {
      if (error.name !== 'SnapshotError') throw error;
      this.#tellError('unreadable_snapshot', error.message, error);
    }
    if (update?.configuration) this.#takeConfiguration(update.configuration);
    this.#wishes.look();
    this.#emit();
  }

  #takeSnapshot(snapshot, skew) {
    const isFirst = this.#desk.at === null;
    const { desk, notices } = observe(this.#desk, snapshot);
    if (desk === this.#desk) return;
    this.#desk = desk;
    this.#skew = Number.isFinite(skew) ? skew : snapshot.at - this.#now();
    const { calls, events } = followCalls(this.#calls, notices, isFirst);
    this.#calls = calls;
    this.#showDesk();
    for (const { event, contact } of events) {
      const call = callView(findContact(desk, contact.id), this.#microphoneOff);
      this.#queue.push(() => this.#events[event].next(call));
    }
    for (const { about, effect } of notices) {
      const code = about === 'agent' ? agentErrors[effect] : undefined;
      if (code) this.#tellError(code, snapshot.status.name);
    }
    this.#queue.push(() => this.#tellDurations());
  }

  #takeConfiguration(configuration) {
    this.#configuration = configuration;
    const queues = queuesView(configuration);
    this.#show('queues', queues);
    const arns = JSON.stringify(queues.map(({ arn }) => arn));
    if (queues.length === 0 || arns === this.#asked.queues) return;
    this.#asked.queues = arns;
    this.refreshEndpoints();
  }

  #takeMute(isOff) {
    this.#microphoneOff = isOff;
    if (this.#desk.at !== null) this.#showDesk();
    this.#wishes.look();
    this.#emit();
  }

  #showDesk() {
    this.#show('agentStatus', agentStatusView(this.#desk));
    this.#show('contacts', contactsView(this.#desk));
    this.#show('callStatus', callStatusView(this.#desk, this.#microphoneOff));
  }

  /** Tells a state, if it is another than was told last. */
  #show(name, value) {
    const print = JSON.stringify(value);
    if (this.#shown[name] === print) return;
    this.#shown[name] = print;
    this.#queue.push(() => this.#states[name].next(value));
  }

  #tellError(code, message, cause = null) {
    const at = new Date(this.#now() + this.#skew);
    this.#queue.push(() => this.#events.errors.next({ code, message, at, cause }));
  }

  /** What a listener sets off meanwhile is told after what is being told. */
  #emit() {
    if (this.#isEmitting || this.#queue.length === 0) return;
    this.#isEmitting = true;
    try {
      this.#zone.run(() => {
        while (this.#queue.length > 0) this.#queue.shift()();
      });
    } finally {
      this.#isEmitting = false;
    }
  }

  // Durations

  #watch(watcher) {
    if (this.#isDisposed) return watcher.complete();
    this.#watchers.add(watcher);
    if (this.#desk.at !== null) watcher.next(this.#durations());
    this.#stopTicking ??= this.#tick();
    return () => {
      this.#watchers.delete(watcher);
      if (this.#watchers.size === 0) this.#endTicking();
    };
  }
  #tick() {
    return this.#schedule(() => {
      this.#stopTicking = this.#tick();
      this.#queue.push(() => this.#tellDurations());
      this.#emit();
    }, second);
  }
  #endTicking() {
    this.#stopTicking?.();
    this.#stopTicking = null;
  }
  #durations() {
    return durationsView(this.#desk, this.#now() + this.#skew);
  }
  #tellDurations() {
    if (this.#watchers.size === 0 || this.#desk.at === null) return;
    const durations = this.#durations();
    for (const watcher of [...this.#watchers]) watcher.next(durations);
  }

  // Actions

  accept(options) {
    return this.#act('accept', options);
  }
  reject(options) {
    return this.#act('reject', options);
  }
  hold(options) {
    return this.#act('hold', options);
  }
  resume(options) {
    return this.#act('resume', options);
  }
  mute(options) {
    return this.#act('mute', options);
  }
  unmute(options) {
    return this.#act('unmute', options);
  }
  conference(options) {
    return this.#act('conference', options);
  }
  hangUp(options) {
    return this.#act('hangUp', options);
  }
  completeWrapUp(options) {
    return this.#act('completeWrapUp', options);
  }

  async transfer(to, options = {}) {
    const endpoint = this.#endpoint(to);
    const call = await this.#act('addParty', { ...options, endpoint });
    return options.stay || !isActive(call.state)
      ? call
      : this.#act('hangUp', { contactId: call.contactId, timeout: options.timeout });
  }

  async dial(to, { queueARN, timeout = this.#timeout } = {}) {
    const endpoint = this.#endpoint(to);
    this.#needDesk();
    if (isActive(currentCall(this.#desk)?.state)) throw new AdapterError('not_possible', 'dial: the agent has a call');
    const known = new Set(contactsView(this.#desk).map(({ id }) => id));
    const look = () => {
      const contact = contactsView(this.#desk).find(
        (one) => !known.has(one.id) && one.channel === 'voice' && isOutbound(one),
      );
      if (!contact) return null;
      if (contact.state === 'failed') return { refused: new AdapterError('failed', 'dial: the call failed', contact) };
      return { done: callView(findContact(this.#desk, contact.id), this.#microphoneOff) };
    };
    const ask = (callbacks) =>
      new this.#connect.Agent().connect(endpoint, { ...(queueARN && { queueARN }), ...callbacks });
    return this.#wish({ what: 'dial', timeout, look, ask });
  }

  async setState(wanted, { enqueue, timeout = this.#timeout } = {}) {
    this.#needDesk();
    const state = this.#agentState(wanted);
    const isIt = (status) =>
      status !== null &&
      (status.arn && state.agentStateARN ? status.arn === state.agentStateARN : status.name === state.name);
    const look = () => {
      const { status, next } = this.#desk.snapshot;
      return isIt(next) || (isIt(status) && next === null) ? { done: agentStatusView(this.#desk) } : null;
    };
    const enqueueNextState = enqueue ?? this.#desk.snapshot.contacts.length > 0;
    const ask = (callbacks) => new this.#connect.Agent().setState(state, callbacks, { enqueueNextState });
    return look()?.done ?? this.#wish({ what: 'setState', timeout, look, ask });
  }

  /** Asks for the quick connects again. */
  refreshEndpoints() {
    this.#needUse();
    const turn = ++this.#asked.endpoints;
    const isOld = () => this.#isDisposed || turn !== this.#asked.endpoints;
    const failed = (error) => {
      if (isOld()) return;
      this.#tellError('endpoints_failed', 'the quick connects could not be read', error);
      this.#emit();
    };
    const success = ({ endpoints }) => {
      if (isOld()) return;
      this.#show('endpoints', endpoints);
      this.#emit();
    };
    try {
      const arns = queuesView(this.#configuration).map(({ arn }) => arn);
      new this.#connect.Agent().getEndpoints(arns, { success, failure: failed });
    } catch (error) {
      failed(error);
    }
  }

  /** Leaves streams' bus. What is open is refused; the observables complete. */
  dispose() {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    for (const subscription of this.#subscriptions) subscription.unsubscribe();
    this.#subscriptions = [];
    this.#queue = [];
    this.#endTicking();
    this.#wishes.refuseAll('disposed', 'the adapter was disposed of');
    this.#zone.run(() => {
      for (const subject of [...Object.values(this.#states), ...Object.values(this.#events), ...this.#watchers])
        subject.complete();
    });
  }

  async #act(name, options = {}) {
    this.#needDesk();
    const action = contactActions[name];
    const before = this.#contactFor(name, action, options);
    const show = (contact) => callView(contact, this.#microphoneOff);
    const isDone = (contact) => action.isDone(contact, options, before, this.#microphoneOff);
    if (!action.isNeverDoneYet && isDone(before)) return show(before);
    if (!action.isPossible(before, options)) {
      throw new AdapterError('not_possible', `${name}: the contact is ${before.state}`);
    }
    let latest = before;
    const look = () => {
      const contact = findContact(this.#desk, before.id);
      if (!contact) {
        if (action.mayEnd) return { done: { ...show(latest), state: 'done' } };
        return { refused: new AdapterError('gone', `${name}: the contact is gone`) };
      }
      latest = contact;
      if (isDone(contact)) return { done: show(contact) };
      const isLost = !action.mayEnd && !isActive(contact.state);
      if (!isLost && !action.isRefused?.(contact, options, before)) return null;
      return { refused: new AdapterError('failed', `${name}: the contact is ${contact.state}`) };
    };
    const ask = (callbacks) => {
      const agent = new this.#connect.Agent();
      const streams = agent.getContacts().find((contact) => contact.getContactId() === before.id);
      if (!streams) throw new AdapterError('gone', `${name}: streams does not have the contact`);
      action.ask(streams, before, options, callbacks, agent);
    };
    return this.#wish({ what: name, timeout: options.timeout ?? this.#timeout, look, ask });
  }

  #wish(wish) {
    return this.#wishes.make(wish);
  }

  /** The contact of the id; without one, the first call that the action is possible for, or else the call in hand. */
  #contactFor(name, action, options) {
    if (options.contactId !== undefined) {
      const contact = findContact(this.#desk, options.contactId);
      if (!contact) throw new AdapterError('gone', `${name}: the agent does not have the contact`);
      return contact;
    }
    const calls = contactsView(this.#desk).filter(({ channel }) => channel === 'voice');
    const possible = calls.find((contact) => action.isPossible(contact, options)) ?? currentCall(this.#desk);
    if (!possible) throw new AdapterError('not_possible', `${name}: the agent has no call`);
    return findContact(this.#desk, possible.id);
  }

  #endpoint(to) {
    if (typeof to === 'object' && to !== null) return to;
    if (typeof to !== 'string' || !isNumber(to))
      throw new AdapterError('not_possible', 'needs a number in E.164, +81…, or an endpoint');
    return this.#connect.Endpoint.byPhoneNumber(to);
  }

  #agentState(wanted) {
    if (typeof wanted === 'object' && wanted !== null) return wanted;
    const states = Array.isArray(this.#configuration?.agentStates) ? this.#configuration.agentStates : [];
    const state = states.find(({ name, agentStateARN }) => name === wanted || agentStateARN === wanted);
    if (!state) throw new AdapterError('not_possible', `setState: the agent has no state ${wanted}`);
    return state;
  }

  #needUse() {
    if (this.#isDisposed) throw new AdapterError('disposed', 'the adapter was disposed of');
  }
  #needDesk() {
    this.#needUse();
    if (this.#desk.at === null) throw new AdapterError('not_possible', 'nothing is known of the agent yet');
  }
}
