import { changing } from './views.mjs';

const stateNames = ['callStatus', 'calls', 'agentStatus', 'queues', 'endpoints', 'contacts'];
const eventNames = ['inboundIncoming', 'inboundAccepted', 'outboundConnected', 'errors'];

/** What is told, as observables: states, which are replayed and told when they change; events, once; and what ticks. */
export class Teller {
  states = {};
  events = {};
  #rxjs;
  #zone;
  #ticks;
  #attend;
  #subjects = {};
  #shown = {};
  #watchers = {};
  #queue = [];
  #isEmitting = false;
  #isComplete = false;

  /** `attend()` is called every second while anybody listens to errors or to what ticks. */
  constructor(rxjs, zone, ticks, attend) {
    this.#rxjs = rxjs;
    this.#zone = zone;
    this.#ticks = ticks;
    this.#attend = attend;
    for (const name of stateNames) this.states[name] = this.#subject(name, new rxjs.ReplaySubject(1)).asObservable();
    for (const name of eventNames) this.events[name] = this.#subject(name, new rxjs.Subject()).asObservable();
    this.events.errors = this.#attended(this.#subjects.errors);
    this.ticking = (name, look, isSame = null) => this.#ticking(name, look, isSame);
  }

  #subject(name, subject) {
    return (this.#subjects[name] = subject);
  }
  /** Whoever wants to hear of errors wants them looked for. */
  #attended(subject) {
    return new this.#rxjs.Observable((listener) => {
      const subscription = subject.subscribe(listener);
      const stop = this.#isComplete ? () => {} : this.#ticks.add(() => this.#attend());
      return () => {
        stop();
        subscription.unsubscribe();
      };
    });
  }
  /** What `look()` gives now, and again with every tick, unless it is the same as before. */
  #ticking(name, look, isSame) {
    const watchers = (this.#watchers[name] = new Map());
    return new this.#rxjs.Observable((watcher) => {
      if (this.#isComplete) return watcher.complete();
      const tell = () => {
        const value = look();
        if (value === null || (isSame && isSame(value, watchers.get(tell)))) return;
        watchers.set(tell, value);
        watcher.next(value);
      };
      watchers.set(tell, null);
      tell();
      const stop = this.#ticks.add(() => {
        this.#attend();
        this.#queue.push(tell);
        this.emit();
      });
      this.#completions.add(watcher);
      return () => {
        stop();
        watchers.delete(tell);
        this.#completions.delete(watcher);
      };
    });
  }
  #completions = new Set();

  /** Tells a state, if it is another than was told last. */
  show(name, value) {
    const print = JSON.stringify(changing[name]?.(value) ?? value);
    if (this.#shown[name] === print) return;
    this.#shown[name] = print;
    this.tell(name, value);
  }
  tell(name, value) {
    this.#queue.push(() => this.#subjects[name].next(value));
  }
  /** What ticks is told now, too. */
  tick(name) {
    this.#queue.push(() => {
      for (const tell of [...this.#watchers[name].keys()]) tell();
    });
  }

  /** What a listener sets off meanwhile is told after what is being told. */
  emit() {
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

  complete() {
    this.#isComplete = true;
    this.#queue = [];
    this.#zone.run(() => {
      for (const subject of [...Object.values(this.#subjects), ...this.#completions]) subject.complete();
    });
  }
}
