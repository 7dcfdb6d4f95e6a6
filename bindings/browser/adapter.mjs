// amazon-connect-streams as observables and promises.
import { Asking } from './asking.mjs';
import { followCalls, noCalls } from './calls.mjs';
import { emptyDesk, isActive, observe, turnBack } from './desk.mjs';
import { AdapterError } from './errors.mjs';
import { followMicrophones, noMicrophones, turnMicrophone } from './microphones.mjs';
import { readOptions } from './options.mjs';
import { asRefused, followRefusals } from './refusals.mjs';
import { readSnapshot } from './snapshot.mjs';
import { StreamsSource } from './source.mjs';
import { Teller } from './teller.mjs';
import { Ticks } from './ticks.mjs';
import { agentErrors, failovers, faresBadly } from './troubles.mjs';
import {
  agentStatusView,
  callStatusView,
  callsView,
  callView,
  contactsView,
  durationsView,
  findContact,
  queuesView,
  voiceContacts,
} from './views.mjs';
import { Wishes } from './wishes.mjs';
import { WorkspaceSource } from './workspace.mjs';

const scheduleTimer = (callback, milliseconds) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};
/** What of health must be another for it to be told again. */
const standingOf = (health) => health && [health.state, health.region, health.failover];
const noZone = { run: (act) => act(), runOutsideAngular: (act) => act() };
/** A snapshot that is older than the latest by less came late; by more, the clock may have been set back. */
const clockSetBack = 60_000;

const knownOptions = [
  'connect',
  'workspace',
  'rxjs',
  'zone',
  'now',
  'schedule',
  'timeout',
  'ringTimeout',
  'staleAfter',
];

export class AmazonConnectAdapter {
  #source;
  #teller;
  #zone;
  #now;
  #limits;
  #schedule;
  #wishes;
  #asking;
  #ticks;
  #desk = emptyDesk;
  #calls = noCalls;
  #refused = new Map();
  #older = null;
  #configuration = null;
  #microphones = noMicrophones;
  #screens = new Set();
  #failover = null;
  #hasOtherClock = false;
  #skew = 0;
  #asked = { endpoints: 0, queues: '' };
  #health = 'waiting';
  #isDisposed = false;

  constructor(options) {
    const {
      connect,
      workspace,
      rxjs,
      zone,
      now,
      schedule,
      timeout = 30_000,
      ringTimeout = 120_000,
      staleAfter = 90_000,
    } = readOptions('AmazonConnectAdapter', options, knownOptions);
    this.#source = workspace ? new WorkspaceSource(workspace) : new StreamsSource(connect);
    if (!rxjs?.ReplaySubject) throw new AdapterError('not_possible', 'needs RxJS 7 or later');
    this.#zone = zone ?? noZone;
    this.#now = now ?? (() => Date.now());
    this.#limits = { timeout, ringTimeout, staleAfter };
    const outside = (this.#schedule = (callback, milliseconds) =>
      this.#zone.runOutsideAngular(() => (schedule ?? scheduleTimer)(callback, milliseconds)));
    this.#wishes = new Wishes(outside, (settle) => this.#zone.run(settle));
    this.#asking = new Asking({
      source: this.#source,
      wishes: this.#wishes,
      limits: this.#limits,
      seen: {
        desk: () => this.#desk,
        microphones: () => this.#microphones,
        screens: () => this.#screens,
        configuration: () => this.#configuration,
        refuse: (id, isRefused) => {
          this.#takeRefusal(id, isRefused);
          this.#source.tellRefusal(id, isRefused);
        },
        needUse: () => this.#needUse(),
      },
    });
    this.#ticks = new Ticks(outside);
    this.#teller = new Teller(rxjs, this.#zone, this.#ticks, () => this.#attend());
    this.#makeStreams();
    this.#zone.runOutsideAngular(() => this.#listen());
    const known = this.#source.known(); // streams may have told of the agent before this adapter was made
    if (known) this.#take(known);
  }

  #makeStreams() {
    const { states, events, ticking } = this.#teller;
    this.callStatus$ = states.callStatus;
    this.calls$ = states.calls;
    this.agentStatus$ = states.agentStatus;
    this.availableQueues$ = states.queues;
    this.agentEndpoints$ = states.endpoints;
    this.contacts$ = states.contacts;
    this.onInboundCallIncoming = events.inboundIncoming;
    this.onInboundCallAccepted = events.inboundAccepted;
    this.onOutboundCallConnected = events.outboundConnected;
    this.errors$ = events.errors;
    this.durations$ = ticking('durations', () =>
      this.#desk.at === null ? null : durationsView(this.#desk, this.#now() + this.#skew),
    );
    this.health$ = ticking(
      'health',
      () => this.#healthView(),
      (a, b) => JSON.stringify(standingOf(a)) === JSON.stringify(standingOf(b)),
    );
  }

  #listen() {
    const unlessDisposed =
      (handle) =>
      (...all) =>
        this.#isDisposed || handle(...all);
    this.#source.open({
      now: () => this.#now(),
      update: unlessDisposed((update) => this.#take(update)),
      mute: unlessDisposed((isOff) => this.#takeMute(isOff)),
      refusal: unlessDisposed((id, isRefused) => this.#takeRefusal(id, isRefused)),
      fares: unlessDisposed(() => this.#attend()),
      failover: unlessDisposed((stage, region) => this.#takeFailover(stage, region)),
      screen: unlessDisposed((id, fate) => this.#takeScreen(id, fate)),
      schedule: this.#schedule,
      failed: unlessDisposed((message) => {
        this.#tellError('unreadable_snapshot', message);
        this.#teller.emit();
      }),
      softphoneError: unlessDisposed((error) => {
        this.#tellError('softphone_error', error?.errorMessage || error?.errorType || 'the softphone failed', error);
        this.#teller.emit();
      }),
    });
  }

  #take(update) {
    try {
      this.#takeSnapshot(readSnapshot(update), update.snapshot?.skew);
    } catch (error) {
      if (error.name !== 'SnapshotError') throw error;
      this.#tellError('unreadable_snapshot', error.message, error);
    }
    if (update?.configuration) this.#takeConfiguration(update.configuration);
    this.#tellHealth();
    this.#wishes.look();
    this.#teller.emit();
  }

  #takeSnapshot(shown, skew) {
    const isFirst = this.#desk.at === null;
    if (!isFirst && shown.at < this.#desk.at && !this.#isClockSetBack(shown)) return;
    const refused = followRefusals(this.#refused, shown.contacts);
    const { desk, notices } = observe(this.#desk, asRefused(refused, shown));
    if (desk === this.#desk) return;
    this.#refused = refused;
    this.#older = null;
    this.#hasOtherClock = false;
    const wasMissed = this.#desk.missedInARow;
    this.#desk = desk;
    this.#skew = Number.isFinite(skew) ? skew : shown.at - this.#now();
    const { calls, events } = followCalls(this.#calls, notices, isFirst);
    this.#calls = calls;
    this.#microphones = followMicrophones(this.#microphones, voiceContacts(desk), this.#now());
    for (const id of this.#screens) if (!isActive(findContact(desk, id)?.state)) this.#screens.delete(id);
    this.#showDesk();
    for (const { event, contact } of events) {
      const call = callView(findContact(desk, contact.id), this.#microphones, this.#screens);
      this.#teller.tell(event, call);
    }
    for (const { about, effect } of notices) {
      const code = about === 'agent' ? agentErrors[effect] : undefined;
      // Who refuses a call is shown to have missed it.
      const isRefusal = code === 'missed_contact' && this.#refused.size > 0 && desk.missedInARow <= wasMissed;
      if (code && !isRefusal) this.#tellError(code, shown.status.name);
    }
    this.#forgetRefused();
    this.#teller.tick('durations');
  }

  /** One snapshot far behind may be late; a second, newer than it, shows that the clock itself goes back. */
  #isClockSetBack({ at }) {
    if (this.#hasOtherClock) {
      this.#desk = turnBack(this.#desk, at - 1);
      return true;
    }
    const isFar = this.#desk.at - at >= clockSetBack;
    const isSecond = isFar && this.#older !== null && at > this.#older;
    if (isFar && this.#older === null)
      this.#tellError('old_snapshot', `shows what was ${Math.round((this.#desk.at - at) / 1000)} s before the latest`);
    if (isFar) this.#older = Math.max(this.#older ?? at, at);
    if (isSecond) this.#desk = turnBack(this.#desk, at - 1);
    return isSecond;
  }

  #takeRefusal(id, isRefused) {
    if (isRefused) this.#refused.set(id, false);
    else this.#refused.delete(id);
  }
  #forgetRefused() {
    for (const id of this.#refused.keys()) if (!findContact(this.#desk, id)) this.#refused.delete(id);
  }

  #takeConfiguration(configuration) {
    this.#configuration = configuration;
    const queues = queuesView(configuration);
    this.#teller.show('queues', queues);
    const arns = JSON.stringify(queues.map(({ arn }) => arn));
    if (queues.length === 0 || arns === this.#asked.queues) return;
    this.#asked.queues = arns;
    this.refreshEndpoints();
  }

  #takeMute(isOff) {
    const isAsked = this.#wishes.running('unmute ').length > 0;
    this.#microphones = turnMicrophone(this.#microphones, isOff, isAsked, this.#now());
    if (this.#desk.at !== null) this.#showDesk();
    this.#wishes.look();
    this.#teller.emit();
  }

  #takeScreen(id, fate) {
    if (fate === 'failed') this.#tellError('screen_sharing_failed', `the screen of the contact ${id} is not shared`);
    else if (fate === 'started' && isActive(findContact(this.#desk, id)?.state)) this.#screens.add(id);
    else this.#screens.delete(id);
    if (this.#desk.at !== null) this.#showDesk();
    this.#teller.emit();
  }

  /** The other region has a clock of its own, and what it shows is so, be it before what was seen last. */
  #takeFailover(stage, region) {
    const [code, message] = failovers[stage];
    this.#failover = stage === 'completed' ? null : { stage, to: region };
    this.#tellError(code, message(region));
    this.#hasOtherClock = stage === 'completed';
    const known = this.#hasOtherClock ? this.#source.known() : null;
    if (known) this.#take(known);
    this.#teller.tick('health');
    this.#teller.emit();
  }

  #showDesk() {
    this.#teller.show('agentStatus', agentStatusView(this.#desk));
    this.#teller.show('contacts', contactsView(this.#desk));
    this.#teller.show('calls', callsView(this.#desk, this.#microphones, this.#screens));
    this.#teller.show('callStatus', callStatusView(this.#desk, this.#microphones, this.#screens));
  }

  #tellError(code, message, cause = null) {
    this.#teller.tell('errors', { code, message, at: new Date(this.#now() + this.#skew), cause });
  }

  // Health

  #healthView() {
    const { state, lastHeardAt } = this.#source.health(this.#limits.staleAfter);
    return {
      state,
      lastHeardAt: lastHeardAt === null ? null : new Date(lastHeardAt),
      snapshotAt: this.#desk.at === null ? null : new Date(this.#desk.at),
      region: this.#source.region(),
      failover: this.#failover,
    };
  }
  #tellHealth() {
    const { state } = this.#healthView();
    if (state !== this.#health && Object.hasOwn(faresBadly, state)) this.#tellError(state, faresBadly[state]);
    if (state !== this.#health && state === 'stopped') this.#wishes.refuseAll('not_possible', faresBadly.stopped);
    this.#health = state;
    this.#teller.tick('health');
  }
  /** Follows streams to where it goes on, and looks how it fares. */
  #attend() {
    if (this.#isDisposed) return;
    if (this.#zone.runOutsideAngular(() => this.#source.attend())) {
      this.#tellError('restarted', 'the control panel was ended and begun again');
      const known = this.#source.known();
      if (known) this.#take(known);
    }
    this.#tellHealth();
    this.#teller.emit();
  }

  // Actions

  accept(options) {
    return this.#act('accept', options);
  }
  engage(options) {
    return this.#act('engage', options);
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
  listen(options) {
    return this.#act('listen', options);
  }
  barge(options) {
    return this.#act('barge', options);
  }
  completeWrapUp(options) {
    return this.#act('completeWrapUp', options);
  }

  async transfer(to, options) {
    this.#needDesk();
    return this.#asking.transfer(to, options);
  }
  async dial(to, options) {
    this.#needDesk();
    return this.#asking.dial(to, options);
  }
  async setState(wanted, options) {
    this.#needDesk();
    return this.#asking.setState(wanted, options);
  }
  async #act(name, options) {
    this.#needDesk();
    return this.#asking.act(name, options);
  }

  /** Asks for the quick connects again. */
  refreshEndpoints() {
    this.#needUse();
    const turn = ++this.#asked.endpoints;
    const isOld = () => this.#isDisposed || turn !== this.#asked.endpoints;
    const failed = (error) => {
      if (isOld()) return;
      this.#tellError('endpoints_failed', 'the quick connects could not be read', error);
      this.#teller.emit();
    };
    const success = ({ endpoints }) => {
      if (isOld()) return;
      this.#teller.show('endpoints', endpoints);
      this.#teller.emit();
    };
    try {
      const arns = queuesView(this.#configuration).map(({ arn }) => arn);
      this.#source.agent().getEndpoints(arns, { success, failure: failed });
    } catch (error) {
      failed(error);
    }
  }

  /** Streams' own object of a contact, for what the adapter has no word for; null where streams has none. */
  streamsContact(contactId) {
    this.#needUse();
    return this.#source.raw(contactId);
  }

  /** Leaves streams' bus. What is open is refused; the observables complete. */
  dispose() {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    this.#source.close();
    this.#ticks.end();
    this.#wishes.refuseAll('disposed', 'the adapter was disposed of');
    this.#teller.complete();
  }

  #needUse() {
    if (this.#isDisposed) throw new AdapterError('disposed', 'the adapter was disposed of');
  }
  #needDesk() {
    this.#needUse();
    this.#attend();
    if (this.#health === 'stopped') throw new AdapterError('not_possible', faresBadly.stopped);
    if (this.#desk.at === null) throw new AdapterError('not_possible', 'nothing is known of the agent yet');
  }
}
