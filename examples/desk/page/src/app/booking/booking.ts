import { Injectable, computed, effect, inject, linkedSignal, signal, untracked } from '@angular/core';
import { Api } from '../api/api.ts';
import { Changes } from '../api/changes.ts';
import { Clock } from '../api/clock.ts';
import { isAborted } from '../api/problem.ts';
import type { Alternative, DayBook, Proposal, Reservation } from '../api/types.ts';
import { Calls } from '../connect/calls.ts';
import { Day } from '../day/day.ts';
import { clockOf, daysLater, minutesOf } from '../shared/minutes.ts';
import { sayProblem } from '../shared/problems.ts';
import { Following } from './following.ts';
import { Lines } from './lines.ts';
import { Orders } from './orders.ts';
import type { Order, Outcome } from './orders.ts';
import { isAskable, partyOf, readLine } from './line.ts';
import { adultsOf, isPlainYes, needsWords } from './parties.ts';
import { splitParty } from './split.ts';

type Limit = Proposal extends infer P ? (P extends { limits: { limit: infer L }[] } ? L : never) : never;
const holdMinutes = 10;
/** So many minutes after it somebody may still be put down for a time: they stand at the door. */
const lateness = 30;
/** A booking in the making: one line, what can be had, and what was done. */
@Injectable({ providedIn: 'root' })
export class Booking {
  readonly #api = inject(Api);
  readonly #changes = inject(Changes);
  readonly #day = inject(Day);
  readonly #calls = inject(Calls);
  readonly #clock = inject(Clock);
  readonly #lines = inject(Lines);
  readonly #orders = inject(Orders);
  readonly #following = inject(Following);
  readonly line = signal('');
  readonly name = signal('');
  readonly phone = signal('');
  readonly changing = signal<{ date: string; reservation: Reservation } | null>(null);
  /** The latest answer, and to which question. */
  readonly #answered = signal<{ proposal: Proposal; to: string } | null>(null);
  readonly proposal = computed(() => (this.question() ? (this.#answered()?.proposal ?? null) : null));
  readonly problem = signal<string | null>(null);
  /** A field that has to be said first; another object each time. */
  readonly lacking = signal<{ field: 'phone' } | null>(null);
  readonly read = computed(() => readLine(this.line(), { today: this.#day.today() ?? '1970-01-01' }));
  readonly date = computed(() => this.read().date ?? this.#day.date());
  /** Why nothing is asked, whatever else is known. */
  readonly doubt = computed<'line' | 'past' | null>(() => {
    if (this.read().isDoubtful) return 'line';
    const [date, begin] = [this.date(), this.read().begin];
    return date && this.#day.isPast(date, begin === null ? null : begin + lateness) ? 'past' : null;
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
  readonly isUnanswered = computed(() => this.#orders.isUnanswered(this.#asked()));
  readonly #typed = computed(() => ({
    line: this.line(),
    name: this.name(),
    phone: this.phone(),
    changing: this.changing(),
    date: this.#following.before() ?? this.#day.date(),
  }));
  readonly #changingHere = computed(() => {
    const changing = this.changing();
    return changing?.date === this.date() ? changing?.reservation.id : undefined;
  });
  /** What is wished, as a key: of the date's own book, which is changed where it stands there. */
  readonly wish = computed(() =>
    JSON.stringify([this.#day.restaurant(), this.date(), this.question(), this.#changingHere()]),
  );
  /** What may be exceeded: granted for one wish, and for no other. */
  readonly overrides = linkedSignal<string, readonly Limit[]>({ source: this.wish, computation: () => [] });
  readonly #asked = computed(() => JSON.stringify([this.wish(), this.overrides()]));
  /** `isOld`: the book has changed since it was asked. */
  #asking: { to: string; gone: AbortController; isOld: boolean } | null = null;
  /** The date's book as it stood here when it was asked; null where it had yet to be read. */
  #askedBy: DayBook | null = null;
  #contact: string | null = null;
  /** What is to be booked once it is answered. */
  #hasty: string | null = null;

  constructor() {
    effect(() => {
      this.#asked();
      this.#api.reachable();
      untracked(() => void this.#propose());
    });
    effect(() => {
      const book = this.#day.bookOf(this.date());
      untracked(() => this.#isOutdatedBy(book) && void this.#propose());
    });
    this.#changes.of('day_book').subscribe(({ kind, restaurant, date }) => {
      const isOfThis = kind === 'expired' || (restaurant === this.#day.restaurant() && date === this.date());
      if (isOfThis && !this.#askedBy) void this.#propose();
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
      const { date } = this.read();
      untracked(() => this.#following.follow(date, this.changing() !== null));
    });
    effect(() => {
      const { name, phone } = this.read();
      if (name) this.name.set(name);
      if (phone) this.phone.set(phone);
    });
  }

  /** Enter that came before the answer: books what stands there if that is a plain yes. */
  bookOnceAnswered(): void {
    if (!this.question() || this.isCurrent() || this.#orders.busy()) return;
    this.#hasty = this.#asked();
    if (!this.#asking) void this.#propose();
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
    await this.#order({ restaurant, date, wish, by }, () => ({
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
    await this.#order({ restaurant, date, wish, parts }, () => ({
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
  startChange(date: string, reservation: Reservation): void {
    this.clear();
    this.changing.set({ date, reservation });
    void this.#day.show(this.#day.restaurant() ?? '', date);
  }
  /** Another time or day, in place of what the line says. */
  take({ date, begin, kind, without }: Alternative): void {
    const { adults, children, infants, name, phone } = this.read();
    const party = `${adults ?? adultsOf(this.changing()?.reservation ?? null)}${children ? ` 子供${children}` : ''}${infants ? ` 幼児${infants}` : ''}`;
    const day = this.read().date || date !== this.#day.date() ? ` ${date}` : '';
    const needs = kind === 'other_seat' && without ? '' : needsWords(this.line());
    this.line.set([`${party}${day} ${begin}`, needs, name && `${name}様`, phone].filter(Boolean).join(' '));
  }
  override(limit: Limit, isGranted: boolean): void {
    this.overrides.update((all) => [...all.filter((one) => one !== limit), ...(isGranted ? [limit] : [])]);
  }
  clear(): void {
    this.line.set('');
    this.changing.set(null);
    this.problem.set(null);
    this.#orders.forget();
  }

  /** Each call has a line of its own; what was typed before a call comes is for that call. */
  #turnTo(contact: string | null): void {
    const before = this.#contact;
    if (contact === before) return;
    // What was typed in the moment of turning is of the call before, too.
    if (before !== null) this.#lines.keep(before, this.#typed());
    this.#contact = contact;
    this.#following.begin(null);
    const kept = contact === null ? null : this.#lines.of(contact);
    if (!kept && before === null && this.line()) return;
    this.problem.set(null);
    this.line.set(kept?.line ?? '');
    this.name.set(kept?.name ?? '');
    this.phone.set(kept?.phone || (this.#calls.current()?.number ?? ''));
    this.changing.set(kept?.changing ?? null);
  }
  #whoCalls(pop: ReturnType<Calls['pop']>): void {
    if (!pop) return;
    this.#turnTo(this.#calls.current()?.contactId ?? null);
    const [customer] = pop.customers.length === 1 ? pop.customers : [];
    if (!this.name()) this.name.set(String(customer?.['name'] ?? ''));
    if (!this.phone()) this.phone.set(pop.caller ?? '');
    const kept = this.#contact === null ? null : this.#lines.of(this.#contact);
    const date = kept?.date ?? (this.line() && pop.restaurant.id === this.#day.restaurant() ? this.#day.date() : null);
    void this.#day.show(pop.restaurant.id, this.read().date ?? date ?? undefined, pop.date);
    if (this.read().date) this.#following.begin(date);
  }
  /** Nobody can be called back without one: it is asked for before anything is sent. */
  #hasNumber(): boolean {
    if (this.phone().trim()) return true;
    this.#orders.refuse($localize`電話番号を入れてください`);
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
    const contact = this.#contact;
    const outcome = date === to ? this.#orders.decide({ command }) : this.#orders.moveTo(to, command);
    this.#settle(contact, await outcome);
  }
  async #order(of: object, make: () => Order): Promise<void> {
    const contact = this.#contact;
    this.#settle(contact, await this.#orders.once(this.#asked(), of, make));
  }
  /** What is done stands there no longer; another call may be looked at by then. */
  #settle(contact: string | null, outcome: Outcome): void {
    if (outcome !== 'taken') return;
    if (contact !== this.#contact) return contact === null ? undefined : this.#lines.forget(contact);
    this.line.set('');
    this.changing.set(null);
  }
  /** A book that is first seen after what was asked of its date is no news, as long as one is told what is. */
  #isOutdatedBy(book: DayBook | null): boolean {
    if (!book || book === this.#askedBy) return false;
    return this.#askedBy !== null || this.#changes.state() !== 'live';
  }
  /** What is asked already is answered first, and then anew: who waits sees what there was a moment ago. */
  async #propose(): Promise<void> {
    const [to, restaurant, date, question] = [this.#asked(), this.#day.restaurant(), this.date(), this.question()];
    if (this.#hasty !== to) this.#hasty = null;
    if (question && this.#asking?.to === to) return void (this.#asking.isOld = true);
    this.#asking?.gone.abort();
    this.#asking = null;
    if (!restaurant || !date || !question) return this.#answered.set(null);
    const asking = (this.#asking = { to, gone: new AbortController(), isOld: false });
    this.#askedBy = this.#day.bookOf(date);
    const changing = this.#changingHere();
    const asked = { ...question, overrides: [...this.overrides()], ...(changing ? { changing } : {}) };
    const other_days = [daysLater(date, 1), daysLater(date, 2)];
    try {
      const proposal = await this.#api.ask(
        'propose',
        { restaurant, date, question: asked, other_days },
        asking.gone.signal,
      );
      if (asking !== this.#asking) return;
      this.#answered.set({ proposal, to });
      this.problem.set(null);
      // What is asked here may be of before the key, and what is to be booked yet to be asked.
      const isHasty = this.#hasty === to;
      if (isHasty) this.#hasty = null;
      if (isHasty && isPlainYes(proposal)) await this.book();
    } catch (error) {
      if (isAborted(error) || asking !== this.#asking) return;
      this.#hasty = null;
      this.#answered.set(null);
      this.problem.set(sayProblem(error));
    }
    if (asking !== this.#asking) return;
    this.#asking = null;
    if (asking.isOld) await this.#propose();
  }
}
