import { Injectable, computed, inject, signal } from '@angular/core';
import { Api } from '../api/api.ts';
import { mayPass } from '../api/problem.ts';
import type { Decided, KeptReservation, Proposal, Reservation } from '../api/types.ts';
import { Calls } from '../connect/calls.ts';
import { Day } from '../day/day.ts';
import { movedWords, reservationOf } from '../day/reservations.ts';
import { sayProblem } from '../shared/problems.ts';

/** A command to a book; of a booking that is known, where that is. */
export interface Order {
  restaurant?: string;
  date?: string;
  command: object;
}
interface Came {
  contact: string | null;
  done: Decided | null;
  moved: readonly string[];
  refusal: string | null;
}
/** `unanswered`: nobody knows. */
export type Outcome = 'taken' | 'refused' | 'unanswered';

/** Commands to books, one at a time, and what came of the last. */
@Injectable({ providedIn: 'root' })
export class Orders {
  readonly #api = inject(Api);
  readonly #day = inject(Day);
  readonly #calls = inject(Calls);
  readonly busy = signal(false);
  readonly #here = computed(() => this.#calls.current()?.contactId ?? null);
  /** What came of the last, and in which call: in another it is no news. */
  readonly #came = signal<Came | null>(null);
  readonly #shown = computed(() => (this.#came()?.contact === this.#here() ? this.#came() : null));
  readonly done = computed(() => this.#shown()?.done ?? null);
  /** Who moved for it, and to where. */
  readonly moved = computed(() => this.#shown()?.moved ?? []);
  /** Which booking the latest was about, in a call. */
  readonly about = signal<{ contact: string; booking: string } | null>(null);
  /** Why what was to be done was not. */
  readonly refusal = computed(() => this.#shown()?.refusal ?? null);
  /** The latest that was decided upon each booking here. */
  readonly #decided = signal<ReadonlyMap<string, Decided>>(new Map());
  /** An order that was never answered, and what it was made of: the same is sent again as it was. */
  readonly #unanswered = signal<{ asked: string; of: string; order: Order } | null>(null);

  /** Whether what was asked was ordered, and nobody knows what came of it: it may stand in the book's way itself. */
  isUnanswered(asked: string): boolean {
    return this.#unanswered()?.asked === asked;
  }
  /** What was not answered may have come about: the same is ordered again as it was, with its ids. */
  async once(asked: string, of: object, make: () => Order): Promise<Outcome> {
    if (this.busy()) return 'refused';
    const about = JSON.stringify(of);
    const before = this.#unanswered();
    const order = before?.of === about ? before.order : make();
    this.#unanswered.set({ asked, of: about, order });
    const outcome = await this.decide(order);
    if (outcome !== 'unanswered') this.#unanswered.set(null);
    return outcome;
  }
  decide(order: Order): Promise<Outcome> {
    return this.#doing(() => this.#api.write('decide', order));
  }
  /** The same on another date. */
  moveTo(date: string, command: object): Promise<Outcome> {
    return this.#doing(() => this.#api.write('move_booking', { date, command }));
  }
  confirm(id: string): Promise<Outcome> {
    return this.decide({ command: { do: 'confirm', booking: id, by: {} } });
  }
  cancel(id: string, reason: 'guest' | 'restaurant' | 'mistake' = 'guest'): Promise<Outcome> {
    return this.decide({ command: { do: 'cancel', booking: id, reason, by: {} } });
  }
  runLate(id: string, at?: string): Promise<Outcome> {
    return this.decide({ command: { do: 'run_late', booking: id, ...(at ? { at } : {}), by: {} } });
  }
  undo(id: string): Promise<Outcome> {
    return this.decide({ command: { do: 'undo', booking: id, by: {} } });
  }
  /** To another time or table of the same evening. */
  move(id: string, begin: string, table: string | null): Promise<Outcome> {
    const wanted = table ? { wanted_tables: [table] } : {};
    return this.decide({ command: { do: 'change', booking: id, begin, ...wanted, by: {} } });
  }
  /** What would come of moving a party of the evening that is shown. */
  async preview(one: Reservation, begin: string, table: string | null): Promise<Proposal> {
    const [restaurant, date] = [this.#day.restaurant() ?? '', this.#day.date() ?? ''];
    const question = {
      begin,
      party: one.party,
      needs: one.needs ?? {},
      ...(table ? { wanted_tables: [table] } : {}),
      changing: one.id,
    };
    return this.#api.ask('propose', { restaurant, date, question });
  }
  /** A booking as it is by now, as far as it is seen here: in the evening that is shown, or as it was decided upon. */
  asOfNow(kept: KeptReservation): KeptReservation {
    const { id } = kept.reservation;
    const decided = this.#decided().get(id);
    const last = { ...kept, ...(decided?.reservation ? { date: decided.date, reservation: decided.reservation } : {}) };
    const book = kept.restaurant === this.#day.restaurant() ? this.#day.bookOf(last.date) : null;
    const shown = (book?.version ?? 0) >= (decided?.version ?? 0) ? reservationOf(book, id) : null;
    return shown ? { ...last, reservation: shown } : last;
  }
  refuse(words: string | null, contact = this.#here()): void {
    const came = this.#came()?.contact === contact ? this.#came() : null;
    this.#came.set({ contact, done: null, moved: [], ...came, refusal: words });
  }
  forget(): void {
    if (this.#shown()) this.#came.set(null);
  }

  async #doing(act: () => Promise<Decided>): Promise<Outcome> {
    if (this.busy()) return 'refused';
    const contact = this.#here();
    this.busy.set(true);
    this.refuse(null);
    try {
      const decided = await act();
      void this.#day.keepUp(decided);
      // Who they are is known here as long as their evening is shown.
      const moved = decided.moved.map((one) => movedWords(this.#day.bookOf(decided.date), one));
      this.#came.set({ contact, done: decided, moved, refusal: null });
      this.#decided.update((all) => new Map(all).set(decided.booking, decided));
      if (contact && decided.booking) {
        this.about.set({ contact, booking: decided.booking });
        void this.#calls.change(contact, { assign: { booking: decided.booking } }).catch(() => {});
      }
      return 'taken';
    } catch (error) {
      void this.#day.load();
      this.refuse(sayProblem(error), contact);
      return mayPass(error) ? 'unanswered' : 'refused';
    } finally {
      this.busy.set(false);
    }
  }
}
