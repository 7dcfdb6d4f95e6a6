import { Injectable, computed, inject, signal } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import type { Call as Shown } from 'denwaban-adapter';
import { Api } from '../api/api.ts';
import type { Patience } from '../api/api.ts';
import { Clock } from '../api/clock.ts';
import { pause } from '../api/pause.ts';
import { Problem } from '../api/problem.ts';
import { Session } from '../api/session.ts';
import type { Asked, Call, Incoming, KeptCall } from '../api/types.ts';
import { sayProblem } from '../shared/problems.ts';
import { Desk } from './desk.ts';
import { eventOf, occurrenceOf } from './occurrences.ts';
import { snapshotOf } from './snapshot.ts';

type Change = { [key: string]: unknown };
const withKey = <V>(map: ReadonlyMap<string, V>, key: string, value: V) => new Map(map).set(key, value);
const directions: Partial<Record<Shown['contact']['initiation'], Call['direction']>> = {
  transfer: 'transfer',
  queue_transfer: 'transfer',
  callback: 'queued_callback',
};

/** What happens to an agent and their calls at once, or nearly, is one thing, in milliseconds. */
const together = 100;

/** The calls at hand: what rings, who it may be, and what is kept of each. */
@Injectable({ providedIn: 'root' })
export class Calls {
  readonly #api = inject(Api);
  readonly #desk = inject(Desk);
  readonly #session = inject(Session);
  readonly #clock = inject(Clock);
  readonly #chosen = signal<string | null>(null);
  readonly #states = new Map<string, Shown['state']>();
  /** What happened to a call is noted one after the other. */
  readonly #noted = new Map<string, Promise<void>>();
  readonly #opened = new Map<string, Promise<KeptCall>>();
  /** The latest change of a call that was sent. */
  readonly #changed = new Map<string, Promise<unknown>>();
  #isTelling = false;
  #isNews = false;
  readonly #pops = signal<ReadonlyMap<string, Incoming>>(new Map());
  readonly #kept = signal<ReadonlyMap<string, KeptCall>>(new Map());
  readonly all = this.#desk.calls;
  readonly problem = signal<string | null>(null);
  /** The one that is looked at: as chosen, else the one in hand. */
  readonly current = computed<Shown | null>(() => {
    const chosen = this.all().find(({ contactId }) => contactId === this.#chosen());
    const inHand = this.#desk.status();
    return chosen ?? ('contactId' in inHand ? inHand : null);
  });
  readonly pop = computed(() => this.#pops().get(this.current()?.contactId ?? '') ?? null);
  readonly kept = computed(() => this.#kept().get(this.current()?.contactId ?? '') ?? null);

  constructor() {
    toObservable(this.all).subscribe((calls) => this.#follow(calls));
    toObservable(this.#desk.agent).subscribe(() => void this.#tell());
  }
  choose(contact: string): void {
    this.#chosen.set(contact);
  }
  popOf(contact: string): Incoming | null {
    return this.#pops().get(contact) ?? null;
  }
  /** Changes what is kept of a call, after what was changed of it before; the answer is what is shown of it from now on. */
  async change(
    contact: string,
    change: Change,
    { patience = 'some', ...more }: Partial<Asked<'change_call'>> & { patience?: Patience } = {},
  ): Promise<KeptCall> {
    await this.#opened.get(contact);
    // A call is completed once it is known to be over.
    if ('complete' in change) await this.#noted.get(contact);
    const earlier = this.#changed.get(contact);
    const changed = Promise.resolve(earlier)
      .catch(() => null)
      .then(() => this.#api.write('change_call', { contact, change, ...more }, patience));
    this.#changed.set(contact, changed);
    const kept = await changed;
    this.#kept.update((all) => withKey(all, contact, kept));
    return kept;
  }

  #follow(calls: readonly Shown[]): void {
    const here = new Set(calls.map(({ contactId }) => contactId));
    for (const gone of [...this.#states.keys()].filter((id) => !here.has(id))) this.#states.delete(gone);
    for (const call of calls) {
      if (['monitoring', 'barging'].includes(call.state)) continue;
      if (!this.#opened.has(call.contactId)) this.#begin(call);
      const before = this.#states.get(call.contactId) ?? null;
      this.#states.set(call.contactId, call.state);
      if (before === call.state) continue;
      const earlier = this.#noted.get(call.contactId);
      this.#noted.set(
        call.contactId,
        Promise.resolve(earlier).then(() => this.#note(call, before)),
      );
    }
    void this.#tell();
  }
  #begin(call: Shown): void {
    const opened = this.#open(call);
    opened.catch((error: unknown) => this.problem.set(sayProblem(error)));
    this.#opened.set(call.contactId, opened);
  }
  async #open(call: Shown): Promise<KeptCall> {
    const { contactId, number, direction, contact } = call;
    const dialled = contact.attributes['dialled'] ?? contact.systemEndpoint ?? '';
    const pop = dialled ? await this.#popOf(dialled, number) : null;
    if (pop) this.#pops.update((all) => withKey(all, contactId, pop));
    // With a key of its own each time: a page loaded again is told the call as it is by now, not as it was opened.
    const kept = await this.#api.write(
      'open_call',
      {
        call: {
          contacts: [contactId],
          direction: directions[contact.initiation] ?? direction,
          other: number ?? 'withheld',
          ...(direction === 'inbound' && dialled ? { dialled } : {}),
          restaurant: pop?.restaurant.id ?? contact.attributes['restaurant'] ?? null,
          customer: pop?.customers.length === 1 ? String(pop.customers[0]?.['id']) : null,
          agent: this.#session.who(),
        },
      },
      'endless',
    );
    this.#kept.update((all) => withKey(all, contactId, kept));
    return kept;
  }
  /** A number that leads to no restaurant rings all the same, and what was said is recorded. */
  async #popOf(dialled: string, number: string | null): Promise<Incoming | null> {
    try {
      return await this.#api.incoming(dialled, number);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.problem.set(sayProblem(error));
      return null;
    }
  }
  async #note(call: Shown, before: Shown['state'] | null): Promise<void> {
    const opened = await this.#opened.get(call.contactId)?.catch(() => null);
    if (!opened) return;
    const kept = this.#kept().get(call.contactId) ?? opened;
    const wasAnswered = (kept.call.occurrences ?? []).some(({ event }) => event === 'answered');
    const event = eventOf(before, call.state, wasAnswered);
    if (!event) return;
    const apply = [occurrenceOf(call.contactId, event, call.since)];
    await this.change(call.contactId, { apply }, { patience: 'endless' }).catch((error: unknown) =>
      this.problem.set(sayProblem(error)),
    );
  }
  /** Supervisors see what this agent does: one after the other, and the latest at last. */
  async #tell(): Promise<void> {
    this.#isNews = true;
    if (this.#isTelling) return;
    this.#isTelling = true;
    while (this.#isNews) {
      await pause(together);
      this.#isNews = false;
      const agent = this.#desk.agent();
      if (agent && this.#session.told())
        await this.#api.tellSnapshot(snapshotOf(agent, this.all(), this.#clock.date())).catch(() => {});
    }
    this.#isTelling = false;
  }
}
