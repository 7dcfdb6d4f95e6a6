import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { AmazonConnectAdapter } from 'denwaban-adapter';
import type {
  AdapterEvent,
  AgentStatusNow,
  AvailableQueue,
  Call,
  CallStatus,
  Durations,
  Endpoint,
  Health,
  Streams,
} from 'denwaban-adapter';
import { Clock } from '../api/clock.ts';
import { Session } from '../api/session.ts';
import { SIMULATE } from './simulated.ts';
import type { SimulatedConnect } from './simulated.ts';

declare global {
  interface Window {
    connect?: Streams & {
      core: { initCCP(container: Element, options: object): void };
      agent(listen: (agent: { getAgentStates(): { name: string }[] }) => void): unknown;
    };
  }
}

/** As a script of its own: in a module it would look for the window by `new Function`, which the page's policy forbids. */
const loadStreams = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = 'connect-streams-min.js';
    script.onload = () => resolve();
    script.onerror = () => reject(new Error('amazon-connect-streams did not load'));
    document.head.append(script);
  });

/** How long it is news that something went wrong, and how long a panel may say nothing, in milliseconds. */
const news = 60_000;
const silence = 20_000;
/** Why there is no phone: `silent`, not yet. */
export type Failure = 'not_loaded' | 'bad_address' | 'refused_address' | 'silent';
const addressOf = (text: string): URL | null => {
  const address = URL.parse(text);
  return address?.protocol === 'https:' ? address : null;
};

/** Amazon Connect's panel, or a simulated one, as signals. */
@Injectable({ providedIn: 'root' })
export class Desk {
  readonly #session = inject(Session);
  readonly #clock = inject(Clock);
  readonly #simulate = inject(SIMULATE);
  readonly #destroyed = inject(DestroyRef);
  readonly #adapter = signal<AmazonConnectAdapter | null>(null);
  readonly isOpen = computed(() => this.#adapter() !== null);
  readonly simulated = signal<SimulatedConnect | null>(null);
  readonly failure = signal<Failure | null>(null);

  readonly calls = signal<readonly Call[]>([]);
  readonly status = signal<CallStatus>({ state: 'idle' });
  readonly agent = signal<AgentStatusNow | null>(null);
  readonly health = signal<Health>({
    state: 'waiting',
    lastHeardAt: null,
    snapshotAt: null,
    region: null,
    failover: null,
  });
  readonly durations = signal<Durations | null>(null);
  readonly queues = signal<readonly AvailableQueue[]>([]);
  readonly endpoints = signal<readonly Endpoint[]>([]);
  /** What an agent may say that they are. */
  readonly states = signal<readonly string[]>([]);
  /** What went wrong, for as long as it is news. */
  readonly trouble = signal<AdapterEvent | null>(null);

  get adapter(): AmazonConnectAdapter {
    const adapter = this.#adapter();
    if (!adapter) throw new Error('the panel is not open yet');
    return adapter;
  }

  async open(ccpUrl: string | null, panel: Element): Promise<void> {
    const address = ccpUrl === null ? null : addressOf(ccpUrl);
    if (ccpUrl !== null && !address) return this.failure.set('bad_address');
    await loadStreams().catch(() => null);
    const { connect } = window;
    if (!connect) return this.failure.set('not_loaded');
    if (address) {
      this.#watch(address);
      connect.core.initCCP(panel, {
        ccpUrl: address.href,
        loginPopup: true,
        softphone: { allowFramedSoftphone: true },
      });
    } else {
      const { name, who } = this.#session.told() ?? { name: '', who: 'agent' };
      this.simulated.set(await this.#simulate(connect, { name, username: who }, this.#clock.now() - Date.now()));
    }
    const adapter = new AmazonConnectAdapter({ connect });
    this.#adapter.set(adapter);
    connect.agent((agent) => this.states.set(agent.getAgentStates().map(({ name }) => name)));
    this.#listen(adapter);
    this.#destroyed.onDestroy(() => adapter.dispose());
  }

  /** The content policy may forbid its frame, which then never says anything; nor does one that does not let us stand around it. */
  #watch({ origin }: URL): void {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      if (effectiveDirective === 'frame-src' && blockedURI.startsWith(origin)) this.failure.set('refused_address');
    });
    setTimeout(() => {
      if (this.health().lastHeardAt === null) this.failure.update((known) => known ?? 'silent');
    }, silence);
  }
  #listen(adapter: AmazonConnectAdapter): void {
    adapter.calls$.subscribe((calls) => this.calls.set(calls));
    adapter.callStatus$.subscribe((status) => this.status.set(status));
    adapter.agentStatus$.subscribe((agent) => this.agent.set(agent));
    adapter.health$.subscribe((health) => {
      this.health.set(health);
      if (health.lastHeardAt !== null) this.failure.update((known) => (known === 'silent' ? null : known));
    });
    adapter.durations$.subscribe((durations) => this.durations.set(durations));
    adapter.availableQueues$.subscribe((queues) => this.queues.set(queues));
    adapter.agentEndpoints$.subscribe((endpoints) => this.endpoints.set(endpoints));
    adapter.errors$.subscribe((event) => {
      this.trouble.set(event);
      setTimeout(() => this.trouble.update((latest) => (latest === event ? null : latest)), news);
    });
  }
}
