import { Injectable, computed, effect, inject, untracked } from '@angular/core';
import type { KeptReservation } from '../api/types.ts';
import { Calls } from '../connect/calls.ts';
import { Day } from '../day/day.ts';
import { Following } from './following.ts';
import { Lines } from './lines.ts';
import { Proposals } from './proposals.ts';
import { Wish } from './wish.ts';

/** Each call has a line of its own, and an evening; what was typed before a call comes is for that call. */
@Injectable({ providedIn: 'root' })
export class Turning {
  readonly #day = inject(Day);
  readonly #calls = inject(Calls);
  readonly #wish = inject(Wish);
  readonly #proposals = inject(Proposals);
  readonly #lines = inject(Lines);
  readonly #following = inject(Following);
  readonly #typed = computed(() => ({
    line: this.#wish.line(),
    name: this.#wish.name(),
    phone: this.#wish.phone(),
    changing: this.#wish.changing(),
    date: this.#following.before() ?? this.#day.date(),
  }));
  #contact: string | null = null;
  /** Whose booking is changed. */
  #changed: string | null = null;

  constructor() {
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
      const changing = this.#wish.changing();
      untracked(() => this.#comeBack(changing));
    });
    effect(() => {
      const { date } = this.#wish.read();
      untracked(() => this.#following.follow(date, this.#wish.changing() !== null));
    });
    effect(() => {
      const { name, phone } = this.#wish.read();
      if (name) this.#wish.name.set(name);
      if (phone) this.#wish.phone.set(phone);
    });
  }
  /** The call that the line is of. */
  contact(): string | null {
    return this.#contact;
  }
  /** Nothing is typed any more; whose it would be is who calls, and nobody where nobody does. */
  clear(): void {
    const customers = this.#calls.pop()?.customers ?? [];
    this.#wish.done();
    this.#wish.name.set(customers.length === 1 ? String(customers[0]?.['name'] ?? '') : '');
    this.#wish.phone.set(this.#calls.current()?.number ?? '');
  }
  /** What is done stands there no longer; another call may be looked at by then. */
  done(contact: string | null): void {
    if (contact !== this.#contact) return contact === null ? undefined : this.#lines.forget(contact);
    if (contact === null) this.clear();
    else this.#wish.done();
  }

  /** From a booking of another restaurant, to the one that was called. */
  #comeBack(changing: KeptReservation | null): void {
    const [before, pop] = [this.#changed, this.#calls.pop()];
    this.#changed = changing?.restaurant ?? null;
    const isElsewhere = before !== null && pop !== null && before !== pop.restaurant.id;
    if (!changing && isElsewhere && this.#day.restaurant() === before)
      void this.#day.show(pop.restaurant.id, undefined, pop.date);
  }
  #turnTo(contact: string | null): void {
    const before = this.#contact;
    if (contact === before) return;
    // What was typed in the moment of turning is of the call before, too.
    if (before !== null) this.#lines.keep(before, this.#typed());
    this.#contact = contact;
    this.#following.begin(null);
    const kept = contact === null ? null : this.#lines.of(contact);
    if (!kept && before === null && this.#wish.line()) return;
    this.#proposals.problem.set(null);
    this.#wish.line.set(kept?.line ?? '');
    this.#wish.name.set(kept?.name ?? '');
    this.#wish.phone.set(kept?.phone || (this.#calls.current()?.number ?? ''));
    this.#wish.changing.set(kept?.changing ?? null);
  }
  #whoCalls(pop: ReturnType<Calls['pop']>): void {
    if (!pop) return;
    this.#turnTo(this.#calls.current()?.contactId ?? null);
    const wish = this.#wish;
    const [customer] = pop.customers.length === 1 ? pop.customers : [];
    if (!wish.name()) wish.name.set(String(customer?.['name'] ?? ''));
    if (!wish.phone()) wish.phone.set(pop.caller ?? '');
    const kept = this.#contact === null ? null : this.#lines.of(this.#contact);
    const date = kept?.date ?? (wish.line() && pop.restaurant.id === this.#day.restaurant() ? this.#day.date() : null);
    const changing = wish.changing();
    const isElsewhere = changing !== null && changing.restaurant !== pop.restaurant.id;
    if (isElsewhere) return void this.#day.show(changing.restaurant, wish.read().date ?? changing.date);
    void this.#day.show(pop.restaurant.id, wish.read().date ?? date ?? undefined, pop.date);
    if (wish.read().date) this.#following.begin(date);
  }
}
