import { Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import { Clock } from '../api/clock.ts';
import type { Alternative, KeptReservation, Move } from '../api/types.ts';
import { Calls } from '../connect/calls.ts';
import { Day } from '../day/day.ts';
import { Orders } from './orders.ts';
import type { Order } from './orders.ts';
import { isPlainYes } from './parties.ts';
import { Proposals } from './proposals.ts';
import { splitParty } from './split.ts';
import { Turning } from './turning.ts';
import { Wish } from './wish.ts';

const holdMinutes = 10;
export type Commitment = 'confirmed' | 'held';
/** What others have to move for: done once that is said yes to. */
interface Moving {
  /** Who, and to where; of a party that sits apart it is only known how many. */
  others: readonly Move[] | number;
  act: () => Promise<void>;
}

/** Booking, and changing, what is wished. */
@Injectable({ providedIn: 'root' })
export class Booking {
  readonly #day = inject(Day);
  readonly #calls = inject(Calls);
  readonly #clock = inject(Clock);
  readonly #orders = inject(Orders);
  readonly #wish = inject(Wish);
  readonly #proposals = inject(Proposals);
  readonly #turning = inject(Turning);
  /** A field that has to be said first; another object each time. */
  readonly lacking = signal<{ field: 'phone' } | null>(null);
  /** What was answered to what: whoever says yes says it to that. */
  readonly #offered = computed(() =>
    JSON.stringify([this.#calls.current()?.contactId, this.#wish.asked(), this.#proposals.latest()]),
  );
  /** What waits for a yes, as long as that is what would come of it. */
  readonly moving = linkedSignal<string, Moving | null>({ source: this.#offered, computation: () => null });
  /** What was said yes to, and nobody knows what came of it. */
  #agreed: string | null = null;
  readonly canBook = computed(() => {
    const isUnanswered = this.#orders.isUnanswered(this.#wish.asked());
    return (this.#proposals.yes() !== null || isUnanswered) && !this.#orders.busy();
  });

  /** A key that came before the answer: books what stands there if that is a plain yes. */
  bookOnceAnswered(commitment: Commitment): void {
    if (!this.#wish.question() || this.#proposals.isCurrent() || this.#orders.busy()) return;
    this.#proposals.whenAnswered(async (proposal) => {
      if (isPlainYes(proposal)) await this.book(commitment);
    });
  }
  /** Where others have to move for it, that is asked first. */
  async book(commitment: Commitment = 'confirmed'): Promise<void> {
    if (!this.#wish.changing() && !this.#hasNumber()) return;
    await this.#unlessMoving(this.#proposals.yes()?.moved ?? [], () => this.#book(commitment));
  }
  /** A party that sits at several tables. */
  async bookSplit(one: Alternative): Promise<void> {
    if (this.#hasNumber()) await this.#unlessMoving(one.moves, () => this.#bookSplit(one));
  }
  /** Yes: the others move. */
  async move(): Promise<void> {
    const moving = this.moving();
    if (!moving) return;
    this.moving.set(null);
    this.#agreed = this.#offered();
    await moving.act();
  }
  startChange(kept: KeptReservation): void {
    this.clear();
    this.#wish.changing.set(kept);
    void this.#day.show(kept.restaurant, kept.date);
  }
  clear(): void {
    this.#turning.clear();
    this.#proposals.problem.set(null);
    this.#orders.forget();
  }

  async #unlessMoving(others: Moving['others'], act: Moving['act']): Promise<void> {
    const count = typeof others === 'number' ? others : others.length;
    if (count === 0 || this.#agreed === this.#offered()) await act();
    else this.moving.set({ others, act });
  }
  /** Nobody can be called back without one: it is asked for before anything is sent. */
  #hasNumber(): boolean {
    if (this.#wish.phone().trim()) return true;
    this.#orders.refuse($localize`電話番号を入れてください`);
    this.lacking.set({ field: 'phone' });
    return false;
  }
  async #book(commitment: Commitment): Promise<void> {
    const [question, date, restaurant] = [this.#wish.question(), this.#wish.date(), this.#day.restaurant()];
    if (!question || !date || !restaurant) return;
    if (this.#wish.changing()) return this.#change();
    const wish = { ...question, channel: 'phone', commitment, details: this.#details() };
    const by = { overrides: [...this.#wish.overrides()] };
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
  async #bookSplit({ date, begin, tables }: Alternative): Promise<void> {
    const [question, restaurant, book] = [this.#wish.question(), this.#day.restaurant(), this.#day.book()];
    if (!question || !restaurant || !book) return;
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
  async #change(): Promise<void> {
    const [changing, question, to] = [this.#wish.changing(), this.#wish.question(), this.#wish.date()];
    if (!changing || !question || !to) return;
    const command = {
      do: 'change',
      booking: changing.reservation.id,
      begin: question.begin,
      party: question.party,
      ...(Object.keys(question.needs).length > 0 ? { needs: question.needs } : {}),
      by: { overrides: [...this.#wish.overrides()] },
    };
    const isSameDay = changing.date === to;
    await this.#settle(isSameDay ? this.#orders.decide({ command }) : this.#orders.moveTo(to, command));
  }
  #details() {
    const pop = this.#calls.pop();
    const contact = this.#calls.current()?.contactId;
    const customer = pop?.customers.find((one) => one['name'] === this.#wish.name());
    return {
      name: this.#wish.name(),
      phone: this.#wish.phone(),
      ...(customer ? { customer: String(customer['id']) } : {}),
      ...(contact ? { contact } : {}),
    };
  }
  #order(of: object, make: () => Order): Promise<void> {
    return this.#settle(this.#orders.once(this.#wish.asked(), of, make));
  }
  async #settle(doing: ReturnType<Orders['decide']>): Promise<void> {
    const contact = this.#turning.contact();
    const outcome = await doing;
    if (outcome !== 'unanswered') this.#agreed = null;
    if (outcome === 'taken') this.#turning.done(contact);
  }
}
