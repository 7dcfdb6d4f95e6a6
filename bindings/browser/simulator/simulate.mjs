// The thin edge: a clock and streams around the centre.
import { emptyCentre, find } from './centre.mjs';
import { realClock } from './clock.mjs';
import { provide } from './provider.mjs';
import { showCentre } from './snapshot.mjs';
import { advance, nextAt, step } from './step.mjs';
import { provideWorkspace } from './workspace.mjs';

/** A snapshot comes this often, though nothing has changed. */
const heartbeat = 15_000;
/** Where only the agent workspace's clients are to be answered. */
const noStreams = { begin() {}, end() {}, update() {}, microphone() {}, trigger() {}, listeners: () => 0 };
const anySeries = () => globalThis.crypto.randomUUID().slice(0, 8);

class SimulatedConnect {
  #connect;
  #provider;
  #workspace = null;
  #clock;
  #keep;
  #centre;
  #listeners = new Set();
  #underWay = new Set();
  #cancel = () => {};
  #stopWatching = () => {};
  #stopBeating = () => {};
  #isLost = false;
  #isSignedOut = false;
  #skew;
  #isDisposed = false;
  #isShowing = false;
  #isNews = false;

  constructor({
    connect = null,
    clock = realClock,
    keep = null,
    skew = 0,
    agent = {},
    settings,
    lines,
    series = anySeries(),
  }) {
    this.#connect = connect;
    this.#clock = clock;
    this.#keep = keep;
    this.#skew = skew;
    const kept = keep?.load();
    // The microphone is the page's own.
    this.#centre = kept
      ? { ...kept, microphoneOff: false }
      : emptyCentre({ profile: agent, settings, lines, series }, clock.now());
    this.#provider =
      connect === null
        ? noStreams
        : provide(connect, {
            asked: (...all) => this.#asked(...all),
            muted: (off) => this.#later(() => this.#do({ type: 'microphone', off })),
          });
    this.#stopWatching = keep?.watch?.((centre) => this.#take(centre)) ?? (() => {});
    this.#beat();
    this.#goOn();
    this.#show();
  }

  // What happens

  #do(event) {
    if (this.#isDisposed) return undefined;
    const at = this.#clock.now();
    const before = advance(this.#centre, at);
    const { state, notices, answer } = step(before.state, event, at);
    this.#become(state, [...before.notices, ...notices]);
    return answer;
  }
  #become(state, notices) {
    const isNews = this.#centre !== state;
    this.#centre = state;
    if (isNews) this.#keep?.save(state);
    this.#wait();
    if (isNews) this.#show();
    for (const notice of notices) this.#tell(notice);
  }
  #take(centre) {
    this.#centre = centre;
    this.#wait();
    this.#show();
  }
  #tell(notice) {
    if (notice.type === 'microphone') this.#provider.microphone(notice.off);
    for (const listener of [...this.#listeners]) listener(notice);
  }
  #goOn() {
    const { state, notices } = advance(this.#centre, this.#clock.now());
    this.#become(state, notices);
  }
  #wait() {
    this.#cancel();
    const at = nextAt(this.#centre);
    this.#cancel =
      at === null ? () => {} : this.#clock.schedule(() => this.#goOn(), Math.max(0, at - this.#clock.now()));
  }
  #later(act, milliseconds = this.#centre.settings.acknowledged) {
    const cancel = this.#clock.schedule(() => {
      this.#underWay.delete(cancel);
      act();
    }, milliseconds);
    this.#underWay.add(cancel);
  }
  #beat() {
    this.#stopBeating = this.#clock.schedule(() => {
      this.#show();
      this.#beat();
    }, heartbeat);
  }

  // What streams is told

  /** What a listener sets off is shown after what is being shown. */
  #show() {
    this.#isNews = true;
    if (this.#isShowing || this.#isLost || this.#isSignedOut || this.#isDisposed) return;
    this.#isShowing = true;
    try {
      while (this.#isNews) {
        this.#isNews = false;
        this.#provider.update(showCentre(this.#centre, this.#clock.now(), this.#skew));
        this.#workspace?.show(this.#centre);
      }
    } finally {
      this.#isShowing = false;
    }
  }
  #asked(method, params, callbacks) {
    this.#later(() => {
      if (this.#isSignedOut)
        return callbacks?.authFailure ? callbacks.authFailure() : callbacks?.failure?.('Unauthorized', {});
      if (this.#isLost) return callbacks?.failure?.({ type: 'NetworkError', message: 'the network is lost' }, {});
      const { success, failure } = this.#do({ type: 'asked', method, params });
      return success ? callbacks?.success?.(success) : callbacks?.failure?.(failure, failure);
    });
  }

  #trigger(names, name) {
    if (this.#connect) this.#provider.trigger(this.#connect[names][name], {});
  }
  /** What is read, or why not, once the question has arrived. */
  #read(answer) {
    return new Promise((resolve, reject) => {
      this.#later(() => {
        try {
          if (this.#isSignedOut || this.#isLost) throw new Error(this.#isLost ? 'the network is lost' : 'Unauthorized');
          resolve(answer(this.#clock.now()));
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  // What the world does

  /** A contact rings. Its id. */
  ring(given = {}) {
    const known = new Set(this.#centre.contacts.map(({ id }) => id));
    this.#do({ type: 'rings', given });
    return this.contact(this.#centre.contacts.find(({ id }) => !known.has(id)).id);
  }
  /** A caller comes to the queue, and is put through when the agent is free. */
  arrive(given) {
    this.#do({ type: 'arrives', given });
  }
  contact(id) {
    const act = (type, more) => this.#do({ type, id, ...more });
    return {
      id,
      get: () => find(this.#centre, id) ?? null,
      customerHangsUp: () => act('customer_leaves'),
      partyHangsUp: (leg) => act('party_leaves', { leg }),
      supervisorJoins: (mode = 'silent_monitor') => act('supervisor_joins', { mode }),
      supervisorLeaves: () => act('supervisor_leaves'),
      hear: (text) => act('agent_says', { text }),
      says: (text) => act('guest_says', { text }),
    };
  }
  hear(id, text) {
    this.contact(id).hear(text);
  }

  /** Callers of a scenario come to the queue by themselves, `speed` times as fast; at 0, only by `next`. */
  script(callers, { speed = 1 } = {}) {
    this.#do({ type: 'scripted', callers, speed });
  }
  /** The next caller of the scenario comes at once; false where there is none left. */
  next() {
    if (!this.#centre.coming?.length) return false;
    this.#do({ type: 'comes' });
    return true;
  }

  set(what) {
    this.#do({ type: 'sets', ...what });
  }
  lose() {
    if (this.#isLost) return;
    this.#isLost = true;
    this.#trigger('AgentEvents', 'WEBSOCKET_CONNECTION_LOST');
    this.#workspace?.network('disconnected', this.#clock.now());
  }
  recover() {
    if (!this.#isLost) return;
    this.#isLost = false;
    this.#trigger('AgentEvents', 'WEBSOCKET_CONNECTION_GAINED');
    this.#workspace?.network('connected', this.#clock.now());
    this.#show();
  }
  signOut() {
    this.#isSignedOut = true;
    this.#trigger('EventType', 'AUTH_FAIL');
    this.#workspace?.network('failed', this.#clock.now());
  }
  signIn() {
    this.#isSignedOut = false;
    this.#show();
  }
  /** Another window with a control panel is opened, which Amazon Connect refuses; gives what closes it. */
  secondTab() {
    this.#do({ type: 'second_window', open: true });
    return () => this.#do({ type: 'second_window', open: false });
  }
  /** Amazon Connect's clock is so many milliseconds before the page's. */
  skew(milliseconds) {
    this.#skew = milliseconds;
    this.#show();
  }
  /** Streams is ended, and begun again, as by `terminate` and `initCCP`. */
  restart() {
    this.#provider.end();
    this.#provider.begin();
    this.#show();
  }

  /** For `new ContactClient(…)`, `AgentClient` and `VoiceClient`, in place of what an app of the agent workspace has. */
  get workspace() {
    this.#workspace ??= provideWorkspace({
      centre: () => this.#centre,
      ask: (method, params) =>
        new Promise((success, failure) => {
          const refuse = (why) => failure(new Error(why?.message ?? String(why)));
          this.#asked(method, params, { success, failure: refuse });
        }),
      read: (answer) => this.#read(answer),
    });
    return this.#workspace.client;
  }

  // What can be seen

  /** The centre as it stands: a value. */
  get centre() {
    return this.#centre;
  }
  listeners() {
    return this.#provider.listeners() + (this.#workspace?.listeners() ?? 0);
  }
  /** Calls back with every notice: `said`, `abandoned`, `microphone`, `void`. Gives what stops it. */
  on(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  /** Calls back with all that is said, and was said in the contacts that are there. */
  said(listener) {
    for (const { id, said } of this.#centre.contacts)
      for (const { who, text, at } of said) listener({ contact: id, who, text, at });
    return this.on(({ type, ...line }) => type === 'said' && listener(line));
  }
  /** Forgets the centre, so that the next page begins with an empty one. */
  forget() {
    this.#keep?.forget();
  }
  dispose() {
    this.#isDisposed = true;
    this.#cancel();
    this.#stopBeating();
    for (const cancel of this.#underWay) cancel();
    this.#stopWatching();
    this.#listeners.clear();
  }
}

/** An Amazon Connect of one agent, behind the `connect` of amazon-connect-streams, in place of `connect.core.initCCP`. */
export const simulateConnect = (options) => new SimulatedConnect(options);
