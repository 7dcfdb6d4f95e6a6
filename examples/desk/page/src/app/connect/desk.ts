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

/** How long it is news that something went wrong, in milliseconds. */
const news = 60_000;

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
  readonly failure = signal<string | null>(null);

  readonly calls = signal<readonly Call[]>([]);
  readonly status = signal<CallStatus>({ state: 'idle' });
  readonly agent = signal<AgentStatusNow | null>(null);
  readonly health = signal<Health>({ state: 'waiting', lastHeardAt: null, snapshotAt: null });
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
    await loadStreams();
    const { connect } = window;
    if (!connect) throw new Error('amazon-connect-streams did not load');
    if (ccpUrl) {
      connect.core.initCCP(panel, { ccpUrl, loginPopup: true, softphone: { allowFramedSoftphone: true } });
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

  #listen(adapter: AmazonConnectAdapter): void {
    adapter.calls$.subscribe((calls) => this.calls.set(calls));
    adapter.callStatus$.subscribe((status) => this.status.set(status));
    adapter.agentStatus$.subscribe((agent) => this.agent.set(agent));
    adapter.health$.subscribe((health) => this.health.set(health));
    adapter.durations$.subscribe((durations) => this.durations.set(durations));
    adapter.availableQueues$.subscribe((queues) => this.queues.set(queues));
    adapter.agentEndpoints$.subscribe((endpoints) => this.endpoints.set(endpoints));
    adapter.errors$.subscribe((event) => {
      this.trouble.set(event);
      setTimeout(() => this.trouble.update((latest) => (latest === event ? null : latest)), news);
    });
  }
}
