import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { Api } from '../api/api.ts';
import { Problem, isAborted } from '../api/problem.ts';
import type { Alternative, Decided, Proposal, Reservation } from '../api/types.ts';
import { Calls } from '../connect/calls.ts';
import { Day } from '../day/day.ts';
import { clockOf, daysLater, minutesOf } from '../shared/minutes.ts';
import { isAskable, partyOf, readLine } from './line.ts';
import { splitParty } from './split.ts';

type Limit = Proposal extends infer P ? (P extends { limits: { limit: infer L }[] } ? L : never) : never;
const holdMinutes = 10;

/** A booking in the making: one line, what can be had, and what was done. */
@Injectable({ providedIn: 'root' })
export class Booking {
  readonly #api = inject(Api);
  readonly #day = inject(Day);
  readonly #calls = inject(Calls);
  readonly line = signal('');
  readonly name = signal('');
  readonly phone = signal('');
  readonly changing = signal<{ date: string; reservation: Reservation } | null>(null);
  readonly overrides = signal<readonly Limit[]>([]);
  readonly proposal = signal<Proposal | null>(null);
  /** Between a key and its answer, in milliseconds. */
  readonly answeredIn = signal<number | null>(null);
  readonly problem = signal<string | null>(null);
  readonly done = signal<Decided | null>(null);
  readonly busy = signal(false);
  readonly read = computed(() => readLine(this.line(), { today: this.#day.today() ?? '1970-01-01' }));
  readonly date = computed(() => this.read().date ?? this.#day.date());
  /** What is asked, or null while too little is known. */
  readonly question = computed(() => {
    const line = { ...this.read() };
    const changing = this.changing();
    if (changing && line.adults === null) line.adults = adultsOf(changing.reservation);
    if (changing && line.begin === null) line.begin = minutesOf(changing.reservation.begin);
    if (!isAskable(line)) return null;
    return { begin: clockOf(line.begin), party: partyOf(line), needs: line.needs };
  });
  readonly isPossible = computed(() => this.proposal()?.answer === 'possible');
  readonly held = computed(() => {
    const reservation = this.done()?.reservation;
    return reservation?.commitment === 'held' ? reservation : null;
  });
  #asking: AbortController | null = null;

  constructor() {
    effect(() => {
      const at = { restaurant: this.#day.restaurant(), date: this.date(), version: this.#day.book()?.version };
      const question = this.question();
      const overrides = this.overrides();
      untracked(() => void this.#propose(at, question, overrides));
    });
    effect(() => {
      const pop = this.#calls.pop();
      untracked(() => this.#whoCalls(pop));
    });
    effect(() => {
      const { name, phone } = this.read();
      if (name) this.name.set(name);
      if (phone) this.phone.set(phone);
    });
  }

  async book(commitment: 'confirmed' | 'held' = 'confirmed'): Promise<void> {
    const [question, date, restaurant] = [this.question(), this.date(), this.#day.restaurant()];
    if (!question || !date || !restaurant) return;
    const changing = this.changing();
    if (changing) return this.#change(changing, question, date);
    const until = new Date(Date.now() + holdMinutes * 60_000).toISOString();
    await this.#decide({
      restaurant,
      date,
      command: {
        do: 'book',
        id: crypto.randomUUID(),
        ...question,
        channel: 'phone',
        commitment,
        ...(commitment === 'held' ? { held_until: until } : {}),
        details: this.#details(),
        by: { overrides: [...this.overrides()] },
      },
    });
  }
  /** A party that sits at several tables. */
  async bookSplit({ date, begin, tables }: Alternative): Promise<void> {
    const [question, restaurant, book] = [this.question(), this.#day.restaurant(), this.#day.book()];
    if (!question || !restaurant || !book) return;
    const parts = splitParty(question.party, tables, book.floor_plan.tables);
    await this.#decide({
      restaurant,
      date,
      command: {
        do: 'book_group',
        group: crypto.randomUUID(),
        begin,
        party: question.party,
        needs: question.needs,
        parts: parts.map((part) => ({ id: crypto.randomUUID(), ...part })),
        details: this.#details(),
        by: {},
      },
    });
  }
  confirm(id: string): Promise<void> {
    return this.#decide({ command: { do: 'confirm', booking: id, by: {} } });
  }
  cancel(id: string, reason: 'guest' | 'restaurant' | 'mistake' = 'guest'): Promise<void> {
    return this.#decide({ command: { do: 'cancel', booking: id, reason, by: {} } });
  }
  runLate(id: string, at?: string): Promise<void> {
    return this.#decide({ command: { do: 'run_late', booking: id, ...(at ? { at } : {}), by: {} } });
  }
  undo(id: string): Promise<void> {
    return this.#decide({ command: { do: 'undo', booking: id, by: {} } });
  }
  /** To another time or table of the same evening. */
  move(id: string, begin: string, table: string | null): Promise<void> {
    const wanted = table ? { wanted_tables: [table] } : {};
    return this.#decide({ command: { do: 'change', booking: id, begin, ...wanted, by: {} } });
  }
  startChange(date: string, reservation: Reservation): void {
    this.clear();
    this.changing.set({ date, reservation });
    void this.#day.show(this.#day.restaurant() ?? '', date);
  }
  /** Another time or day, in place of what the line says. */
  take({ date, begin, kind, without }: Alternative): void {
    const { adults, children, infants, name, phone } = this.read();
    const party = `${adults ?? adultsOf(this.changing()?.reservation ?? null)}${children ? ` 子供${children}` : ''}${infants ? ` 幼児${infants}` : ''}`;
    const day = date === this.#day.date() ? '' : ` ${date}`;
    const needs = kind === 'other_seat' && without ? '' : needsWords(this.line());
    this.line.set([`${party}${day} ${begin}`, needs, name && `${name}様`, phone].filter(Boolean).join(' '));
  }
  override(limit: Limit, isGranted: boolean): void {
    this.overrides.update((all) => [...all.filter((one) => one !== limit), ...(isGranted ? [limit] : [])]);
  }
  clear(): void {
    this.line.set('');
    this.overrides.set([]);
    this.changing.set(null);
    this.done.set(null);
    this.problem.set(null);
  }

  #whoCalls(pop: ReturnType<Calls['pop']>): void {
    const [customer] = pop?.customers.length === 1 ? pop.customers : [];
    this.name.set(String(customer?.['name'] ?? ''));
    this.phone.set(pop?.caller ?? '');
    if (pop) void this.#day.show(pop.restaurant.id);
  }
  #details() {
    const pop = this.#calls.pop();
    const contact = this.#calls.current()?.contactId;
    const customer = pop?.customers.find((one) => one['name'] === this.name());
    return {
      name: this.name(),
      phone: this.phone(),
      ...(customer ? { customer: String(customer['id']) } : {}),
      ...(contact ? { contact } : {}),
    };
  }
  async #change(
    { date, reservation }: { date: string; reservation: Reservation },
    question: NonNullable<ReturnType<Booking['question']>>,
    to: string,
  ): Promise<void> {
    const needs = Object.keys(question.needs).length > 0 ? { needs: question.needs } : {};
    const command = {
      do: 'change',
      booking: reservation.id,
      begin: question.begin,
      party: question.party,
      ...needs,
      by: { overrides: [...this.overrides()] },
    };
    if (date === to) return this.#decide({ command });
    await this.#doing(() => this.#api.write('move_booking', { date: to, command }));
  }
  #decide(order: { restaurant?: string; date?: string; command: object }): Promise<void> {
    return this.#doing(() => this.#api.write('decide', order));
  }
  async #doing(act: () => Promise<Decided>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      const decided = await act();
      this.#day.ownVersion(decided.version);
      this.done.set(decided);
      this.line.set('');
      this.changing.set(null);
      this.problem.set(null);
      await this.#tellCall(decided);
    } catch (error) {
      this.problem.set(
        error instanceof Problem ? error.errors.map(({ message }) => message).join(' / ') : 'unreachable',
      );
    } finally {
      this.busy.set(false);
      void this.#day.load();
    }
  }
  async #tellCall({ booking }: Decided): Promise<void> {
    const contact = this.#calls.current()?.contactId;
    if (contact && booking) await this.#calls.change(contact, { assign: { booking } }).catch(() => {});
  }
  async #propose(
    { restaurant, date }: { restaurant: string | null; date: string | null },
    question: ReturnType<Booking['question']>,
    overrides: readonly Limit[],
  ): Promise<void> {
    this.#asking?.abort();
    if (!restaurant || !date || !question) return this.proposal.set(null);
    const asking = (this.#asking = new AbortController());
    const begun = performance.now();
    const changing = this.changing();
    const isHere = changing?.date === date;
    try {
      const proposal = await this.#api.ask(
        'propose',
        {
          restaurant,
          date,
          question: {
            ...question,
            overrides: [...overrides],
            ...(isHere ? { changing: changing.reservation.id } : {}),
          },
          other_days: [daysLater(date, 1), daysLater(date, 2)],
        },
        asking.signal,
      );
      if (asking !== this.#asking) return;
      this.proposal.set(proposal);
      this.problem.set(null);
      this.answeredIn.set(performance.now() - begun);
    } catch (error) {
      if (isAborted(error) || asking !== this.#asking) return;
      this.proposal.set(null);
      this.problem.set(error instanceof Problem ? error.message : 'unreachable');
    }
  }
}

const adultsOf = (reservation: Reservation | null): number => {
  if (!reservation) return 2;
  return typeof reservation.party === 'number' ? reservation.party : (reservation.party.adults ?? 0);
};
const needsWords = (line: string): string =>
  (line.normalize('NFKC').match(/個室|座敷|カウンター|テラス|テーブル|禁煙|喫煙|車椅子|車いす/g) ?? []).join(' ');
