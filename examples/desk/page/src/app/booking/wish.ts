import { Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import type { Alternative, KeptReservation, Proposal } from '../api/types.ts';
import { Day } from '../day/day.ts';
import { clockOf, minutesOf } from '../shared/minutes.ts';
import { isAskable, partyOf, readLine } from './line.ts';
import { adultsOf, needsWords } from './parties.ts';

export type Limit = Proposal extends infer P ? (P extends { limits: { limit: infer L }[] } ? L : never) : never;
/** So many minutes after it somebody may still be put down for a time: they stand at the door. */
const lateness = 30;

/** What is typed of a booking, and what that asks of which book. */
@Injectable({ providedIn: 'root' })
export class Wish {
  readonly #day = inject(Day);
  readonly line = signal('');
  readonly name = signal('');
  readonly phone = signal('');
  readonly changing = signal<KeptReservation | null>(null);
  readonly read = computed(() => readLine(this.line(), { today: this.#day.today() ?? '1970-01-01' }));
  /** Whose book is asked: the one that is shown, unless a booking of another restaurant is changed. */
  readonly restaurant = computed(() => this.changing()?.restaurant ?? this.#day.restaurant());
  readonly #isShown = computed(() => this.restaurant() === this.#day.restaurant());
  readonly date = computed(
    () => this.read().date ?? (this.#isShown() ? this.#day.date() : (this.changing()?.date ?? null)),
  );
  /** The date's book, where it is the one that is shown. */
  readonly book = computed(() => (this.#isShown() ? this.#day.bookOf(this.date()) : null));
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
  /** What is changed in the date's own book, where it stands there. */
  readonly changingHere = computed(() => {
    const changing = this.changing();
    return changing?.date === this.date() ? changing?.reservation.id : undefined;
  });
  /** What is wished, of which book, as a key. */
  readonly key = computed(() => JSON.stringify([this.restaurant(), this.date(), this.question(), this.changingHere()]));
  /** What may be exceeded: granted for one wish, and for no other. */
  readonly overrides = linkedSignal<string, readonly Limit[]>({ source: this.key, computation: () => [] });
  /** The same with what is granted: an answer is to this. */
  readonly asked = computed(() => JSON.stringify([this.key(), this.overrides()]));

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
  /** What is done is wished no longer; whose it was may be whose the next is. */
  done(): void {
    this.line.set('');
    this.changing.set(null);
  }
}
