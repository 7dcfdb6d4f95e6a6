import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { Api } from '../api/api.ts';
import { Clock } from '../api/clock.ts';
import { isAborted, mayPass } from '../api/problem.ts';
import type { Alternative, Decided, Proposal, Reservation } from '../api/types.ts';
import { Calls } from '../connect/calls.ts';
import { Day } from '../day/day.ts';
import { clockOf, daysLater, minutesOf } from '../shared/minutes.ts';
import { sayProblem } from '../shared/problems.ts';
import { Lines } from './lines.ts';
import { isAskable, partyOf, readLine } from './line.ts';
import { splitParty } from './split.ts';

type Limit = Proposal extends infer P ? (P extends { limits: { limit: infer L }[] } ? L : never) : never;
const holdMinutes = 10;
/** A command to a book; of a booking that is known, where that is. */
interface Order {
  restaurant?: string;
  date?: string;
  command: object;
}

/** A booking in the making: one line, what can be had, and what was done. */
@Injectable({ providedIn: 'root' })
export class Booking {
  readonly #api = inject(Api);
  readonly #day = inject(Day);
  readonly #calls = inject(Calls);
  readonly #clock = inject(Clock);
  readonly #lines = inject(Lines);
  readonly line = signal('');
  readonly name = signal('');
  readonly phone = signal('');
  readonly changing = signal<{ date: string; reservation: Reservation } | null>(null);
  readonly overrides = signal<readonly Limit[]>([]);
  /** The latest answer, and to which question. */
  readonly #answered = signal<{ proposal: Proposal; to: string } | null>(null);
  readonly proposal = computed(() => (this.question() ? (this.#answered()?.proposal ?? null) : null));
  readonly problem = signal<string | null>(null);
  /** Why what was to be done was not. */
  readonly refusal = signal<string | null>(null);
  /** A field that has to be said first; another object each time. */
  readonly lacking = signal<{ field: 'phone' } | null>(null);
  readonly done = signal<Decided | null>(null);
  readonly busy = signal(false);
  /** The fields anew, also where they say what they said before. */
  readonly turned = signal(0);
  readonly read = computed(() => readLine(this.line(), { today: this.#day.today() ?? '1970-01-01' }));
  readonly date = computed(() => this.read().date ?? this.#day.date());
  /** Why nothing is asked, whatever else is known. */
  readonly doubt = computed<'line' | 'past' | null>(() => {
    if (this.read().isDoubtful) return 'line';
    const [date, today] = [this.date(), this.#day.today()];
    return date && today && date < today ? 'past' : null;
  });
  /** What is asked, or null while too little is known. */
  readonly question = computed(() => {
    if (this.doubt()) return null;
    const line = { ...this.read() };
    const changing = this.changing();
    if (changing && line.adults === null) line.adults = adultsOf(changing.reservation);
    if (changing && line.begin === null) line.begin = minutesOf(changing.reservation.begin);
    if (!isAskable(line)) return null;
    return { begin: clockOf(line.begin), party: partyOf(line), needs: line.needs };
  });
  /** Whether what is shown is the answer to what stands there now. */
  readonly isCurrent = computed(() => this.#answered()?.to === this.#asked());
  readonly isPossible = computed(() => this.isCurrent() && this.proposal()?.answer === 'possible');
  /** Whether what stands there was ordered, and nobody knows what came of it: it may stand in the book's way itself. */
  readonly isUnanswered = computed(() => this.#unanswered()?.asked === this.#asked());
  readonly held = computed(() => {
    const reservation = this.done()?.reservation;
    return reservation?.commitment === 'held' ? reservation : null;
  });
  readonly #typed = computed(() => ({
    line: this.line(),
    name: this.name(),
    phone: this.phone(),
    changing: this.changing(),
  }));
  readonly #asked = computed(() =>
    JSON.stringify([this.#day.restaurant(), this.date(), this.question(), this.overrides()]),
  );
  #asking: AbortController | null = null;
  #contact: string | null = null;
  /** What is to be booked once it is answered. */
  #hasty: string | null = null;
  /** An order that was never answered, and what it was made of: the same is sent again as it was. */
  readonly #unanswered = signal<{ asked: string; of: string; order: Order } | null>(null);

  constructor() {
    effect(() => {
      const at = { restaurant: this.#day.restaurant(), date: this.date(), version: this.#day.book()?.version };
      const question = this.question();
      const overrides = this.overrides();
      untracked(() => void this.#propose(at, question, overrides));
    });
    effect(() => {
      const contact = this.#calls.current()?.contactId ?? null;
      untracked(() => this.#turnTo(contact));
    });
    effect(() => {
      const typed = this.#typed();
      untracked(() => this.#contact && this.#lines.keep(this.#contact, typed));
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

  /** Enter that came before the answer: books what stands there if that is a plain yes. */
  bookOnceAnswered(): void {
    if (this.question() && !this.isCurrent() && !this.busy()) this.#hasty = this.#asked();
  }
  async book(commitment: 'confirmed' | 'held' = 'confirmed'): Promise<void> {
    const [question, date, restaurant] = [this.question(), this.date(), this.#day.restaurant()];
    if (!question || !date || !restaurant) return;
    const changing = this.changing();
    if (changing) return this.#change(changing, question, date);
    if (!this.#hasNumber()) return;
    const wish = { ...question, channel: 'phone', commitment, details: this.#details() };
    const by = { overrides: [...this.overrides()] };
    const until = new Date(this.#clock.now() + holdMinutes * 60_000).toISOString();
    await this.#decideOnce({ restaurant, date, wish, by }, () => ({
      restaurant,
      date,
      command: {
        do: 'book',
        id: crypto.randomUUID(),
        ...wish,
        ...(commitment === 'held' ? { held_until: until } : {}),
        by,
      },
    }));
  }
  /** A party that sits at several tables. */
  async bookSplit({ date, begin, tables }: Alternative): Promise<void> {
    const [question, restaurant, book] = [this.question(), this.#day.restaurant(), this.#day.book()];
    if (!question || !restaurant || !book || !this.#hasNumber()) return;
    const parts = splitParty(question.party, tables, book.floor_plan.tables);
    const wish = { begin, party: question.party, needs: question.needs, details: this.#details() };
    await this.#decideOnce({ restaurant, date, wish, parts }, () => ({
      restaurant,
      date,
      command: {
        do: 'book_group',
        group: crypto.randomUUID(),
        ...wish,
        parts: parts.map((part) => ({ id: crypto.randomUUID(), ...part })),
        by: {},
      },
    }));
  }
  confirm(id: string): Promise<boolean> {
    return this.#decide({ command: { do: 'confirm', booking: id, by: {} } });
  }
  cancel(id: string, reason: 'guest' | 'restaurant' | 'mistake' = 'guest'): Promise<boolean> {
    return this.#decide({ command: { do: 'cancel', booking: id, reason, by: {} } });
  }
  runLate(id: string, at?: string): Promise<boolean> {
    return this.#decide({ command: { do: 'run_late', booking: id, ...(at ? { at } : {}), by: {} } });
  }
  undo(id: string): Promise<boolean> {
    return this.#decide({ command: { do: 'undo', booking: id, by: {} } });
  }
  /** To another time or table of the same evening. */
  move(id: string, begin: string, table: string | null): Promise<boolean> {
    const wanted = table ? { wanted_tables: [table] } : {};
    return this.#decide({ command: { do: 'change', booking: id, begin, ...wanted, by: {} } });
  }
  /** What would come of moving a party; null where the back end cannot say. */
  async preview(one: Reservation, begin: string, table: string | null): Promise<Proposal | null> {
    const [restaurant, date] = [this.#day.restaurant(), this.#day.date()];
    if (!restaurant || !date) return null;
    const question = {
      begin,
      party: one.party,
      needs: one.needs ?? {},
      ...(table ? { wanted_tables: [table] } : {}),
      changing: one.id,
    };
    return this.#api.ask('propose', { restaurant, date, question }).catch(() => null);
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
    this.refusal.set(null);
  }

  /** Each call has a line of its own; what was typed before a call comes is for that call. */
  #turnTo(contact: string | null): void {
    const before = this.#contact;
    if (contact === before) return;
    // What was typed in the moment of turning is of the call before, too.
    if (before !== null) this.#lines.keep(before, this.#typed());
    this.#contact = contact;
    const kept = contact === null ? null : this.#lines.of(contact);
    if (!kept && before === null && this.line()) return;
    this.clear();
    this.line.set(kept?.line ?? '');
    this.name.set(kept?.name ?? '');
    this.phone.set(kept?.phone ?? '');
    this.changing.set(kept?.changing ?? null);
    this.turned.update((count) => count + 1);
  }
  #whoCalls(pop: ReturnType<Calls['pop']>): void {
    if (!pop) return;
    const [customer] = pop.customers.length === 1 ? pop.customers : [];
    if (!this.name()) this.name.set(String(customer?.['name'] ?? ''));
    if (!this.phone()) this.phone.set(pop.caller ?? '');
    void this.#day.show(pop.restaurant.id);
  }
  /** Nobody can be called back without one: it is asked for before anything is sent. */
  #hasNumber(): boolean {
    if (this.phone().trim()) return true;
    this.refusal.set($localize`電話番号を入れてください`);
    this.lacking.set({ field: 'phone' });
    return false;
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
    if (date === to) await this.#decide({ command });
    else await this.#doing(() => this.#api.write('move_booking', { date: to, command }));
  }
  /** What was not answered may have come about: the same is asked again as it was asked, with its ids. */
  async #decideOnce(of: object, make: () => Order): Promise<void> {
    if (this.busy()) return;
    const about = JSON.stringify(of);
    const before = this.#unanswered();
    const order = before?.of === about ? before.order : make();
    this.#unanswered.set({ asked: this.#asked(), of: about, order });
    if (await this.#decide(order)) this.#unanswered.set(null);
  }
  #decide(order: Order): Promise<boolean> {
    return this.#doing(() => this.#api.write('decide', order));
  }
  /** Whether there was an answer, yes or no. */
  async #doing(act: () => Promise<Decided>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.refusal.set(null);
    try {
      const decided = await act();
      this.#day.ownVersion(decided.version);
      this.done.set(decided);
      this.line.set('');
      this.changing.set(null);
      await this.#tellCall(decided);
      return true;
    } catch (error) {
      this.refusal.set(sayProblem(error));
      return !mayPass(error);
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
    if (!restaurant || !date || !question) return this.#answered.set(null);
    const to = this.#asked();
    const asking = (this.#asking = new AbortController());
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
      this.#answered.set({ proposal, to });
      this.problem.set(null);
      const isHasty = this.#hasty === to;
      this.#hasty = null;
      if (isHasty && isPlainYes(proposal)) await this.book();
    } catch (error) {
      if (isAborted(error) || asking !== this.#asking) return;
      this.#hasty = null;
      this.#answered.set(null);
      this.problem.set(sayProblem(error));
    }
  }
}

const adultsOf = (reservation: Reservation | null): number => {
  if (!reservation) return 2;
  return typeof reservation.party === 'number' ? reservation.party : (reservation.party.adults ?? 0);
};
/** Nobody has to move, and no limit is passed: nothing that one would want to see before. */
const isPlainYes = (proposal: Proposal): boolean =>
  proposal.answer === 'possible' && proposal.moved.length === 0 && proposal.exceeded.length === 0;
const needsWords = (line: string): string =>
  (line.normalize('NFKC').match(/個室|座敷|カウンター|テラス|テーブル|禁煙|喫煙|車椅子|車いす/g) ?? []).join(' ');
