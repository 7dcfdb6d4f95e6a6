import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { Api } from '../api/api.ts';
import { Changes } from '../api/changes.ts';
import { isAborted } from '../api/problem.ts';
import type { DayBook, Proposal } from '../api/types.ts';
import { daysLater } from '../shared/minutes.ts';
import { sayProblem } from '../shared/problems.ts';
import { Wish } from './wish.ts';

/** What can be had of what is wished: asked with each key, and anew where the book changes. */
@Injectable({ providedIn: 'root' })
export class Proposals {
  readonly #api = inject(Api);
  readonly #changes = inject(Changes);
  readonly #wish = inject(Wish);
  /** The latest answer, and to which question. */
  readonly #answered = signal<{ proposal: Proposal; to: string } | null>(null);
  readonly latest = computed(() => (this.#wish.question() ? (this.#answered()?.proposal ?? null) : null));
  readonly problem = signal<string | null>(null);
  /** Whether what is shown is the answer to what stands there now. */
  readonly isCurrent = computed(() => this.#answered()?.to === this.#wish.asked());
  /** The answer to what stands there now, where it is yes. */
  readonly yes = computed(() => {
    const proposal = this.isCurrent() ? this.latest() : null;
    return proposal?.answer === 'possible' ? proposal : null;
  });
  /** `isOld`: the book has changed since it was asked. */
  #asking: { to: string; gone: AbortController; isOld: boolean } | null = null;
  /** The date's book as it stood here when it was asked; null where it had yet to be read. */
  #askedBy: DayBook | null = null;
  /** Who waits for an answer, and to what. */
  #waiting: { to: string; act: (proposal: Proposal) => Promise<void> } | null = null;

  constructor() {
    effect(() => {
      this.#wish.asked();
      this.#api.reachable();
      untracked(() => void this.#ask());
    });
    effect(() => {
      const book = this.#wish.book();
      untracked(() => this.#isOutdatedBy(book) && void this.#ask());
    });
    this.#changes.of('day_book').subscribe(({ kind, restaurant, date }) => {
      const isOfThis = kind === 'expired' || (restaurant === this.#wish.restaurant() && date === this.#wish.date());
      if (isOfThis && !this.#askedBy) void this.#ask();
    });
  }
  /** What is done with the answer to what stands there now, once it is there; nothing, where something else stands there by then. */
  whenAnswered(act: (proposal: Proposal) => Promise<void>): void {
    this.#waiting = { to: this.#wish.asked(), act };
    if (!this.#asking) void this.#ask();
  }

  /** A book that is first seen after what was asked of its date is no news, as long as one is told what is. */
  #isOutdatedBy(book: DayBook | null): boolean {
    if (!book || book === this.#askedBy) return false;
    return this.#askedBy !== null || this.#changes.state() !== 'live';
  }
  /** What is asked already is answered first, and then anew: who waits sees what there was a moment ago. */
  async #ask(): Promise<void> {
    const wish = this.#wish;
    const [to, restaurant, date, question] = [wish.asked(), wish.restaurant(), wish.date(), wish.question()];
    if (this.#waiting?.to !== to) this.#waiting = null;
    if (question && this.#asking?.to === to) return void (this.#asking.isOld = true);
    this.#asking?.gone.abort();
    this.#asking = null;
    if (!restaurant || !date || !question) return this.#answered.set(null);
    const asking = (this.#asking = { to, gone: new AbortController(), isOld: false });
    this.#askedBy = wish.book();
    const changing = wish.changingHere();
    const asked = { ...question, overrides: [...wish.overrides()], ...(changing ? { changing } : {}) };
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
      // What is asked here may be of before the key, and what is waited for yet to be asked.
      const waiting = this.#waiting?.to === to ? this.#waiting : null;
      if (waiting) this.#waiting = null;
      if (this.isCurrent()) await waiting?.act(proposal);
    } catch (error) {
      if (isAborted(error) || asking !== this.#asking) return;
      this.#waiting = null;
      this.#answered.set(null);
      this.problem.set(sayProblem(error));
    }
    if (asking !== this.#asking) return;
    this.#asking = null;
    if (asking.isOld) await this.#ask();
  }
}
