import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { Api } from '../api/api.ts';
import { Changes } from '../api/changes.ts';
import { Clock } from '../api/clock.ts';
import { mayPass } from '../api/problem.ts';
import type { DayBook, Reservation, Restaurant } from '../api/types.ts';
import { minuteOn } from '../shared/minutes.ts';
import { sayProblem } from '../shared/problems.ts';
import { stands } from './reservations.ts';

/** The evening that is looked at: a restaurant's book of a date, kept up by what others do. */
@Injectable({ providedIn: 'root' })
export class Day {
  readonly #api = inject(Api);
  readonly #clock = inject(Clock);
  readonly restaurants = signal<readonly Restaurant[]>([]);
  readonly restaurant = signal<string | null>(null);
  readonly date = signal<string | null>(null);
  readonly today = signal<string | null>(null);
  readonly book = signal<DayBook | null>(null);
  readonly problem = signal<string | null>(null);
  /** What others changed since, by id. */
  readonly changed = signal<ReadonlySet<string>>(new Set());
  readonly reservations = computed<readonly Reservation[]>(() => (this.book()?.reservations ?? []).filter(stands));
  readonly name = computed(() => this.nameOf(this.restaurant()) ?? '');
  #asking: { restaurant: string; date: string; wanted: number } | null = null;
  #ownVersion = 0;

  constructor() {
    effect(() => {
      const [restaurant, date] = [this.restaurant(), this.date()];
      if (restaurant && date) untracked(() => void this.load());
    });
    inject(Changes)
      .of('day_book')
      .subscribe(({ kind, restaurant, date, version }) => {
        if (kind === 'expired') void this.load();
        else if (restaurant === this.restaurant() && date === this.date()) void this.load(version);
      });
  }
  async listRestaurants(): Promise<void> {
    const restaurants = await this.#api.again(
      () => this.#api.all('list_restaurants', { limit: 100 }, (page) => page.restaurants),
      'endless',
    );
    this.restaurants.set(restaurants);
    const first = restaurants[0];
    if (!this.restaurant() && first) await this.show(first.id);
  }
  /** A restaurant's book of a date, or of the business date that it is there, which is asked for where it is not `known`. */
  async show(restaurant: string, date?: string, known: string | null = null): Promise<void> {
    if (this.restaurant() !== restaurant || !this.today()) {
      const ask = () => this.#api.ask('business_date', { restaurant });
      const today = known ?? (await this.#api.again(ask, 'endless')).date;
      this.today.set(today);
      this.restaurant.set(restaurant);
      this.date.set(date ?? today);
    } else this.date.set(date ?? this.today());
  }
  /** What a restaurant is called, where it is known. */
  nameOf(restaurant: string | null | undefined): string | null {
    return this.restaurants().find(({ id }) => id === restaurant)?.name ?? null;
  }
  /** The book of a date of the restaurant, where it is the one that is shown. */
  bookOf(date: string | null): DayBook | null {
    const book = this.book();
    return book?.restaurant === this.restaurant() && book.date === date ? book : null;
  }
  /** Whether a date, or a minute of it, is over at the restaurant. */
  isPast(date: string, minute: number | null): boolean {
    const today = this.today();
    if (!today || date !== today) return today !== null && date < today;
    return minute !== null && minute < minuteOn(date, this.#clock.date());
  }
  /** The book as it is by now; where it is known to have come to a version, nothing that is as late is read again. */
  async load(version = Infinity): Promise<void> {
    const [restaurant, date] = [this.restaurant(), this.date()];
    if (!restaurant || !date) return;
    const asked = this.#asking;
    if (asked?.restaurant === restaurant && asked.date === date)
      return void (asked.wanted = Math.max(asked.wanted, version));
    if (this.#reaches(version)) return;
    const asking = (this.#asking = { restaurant, date, wanted: 0 });
    try {
      const book = await this.#api.ask('find_day_book', { restaurant, date });
      if (asking !== this.#asking) return;
      this.#take(book);
      this.problem.set(null);
    } catch (error) {
      if (asking !== this.#asking) return;
      // What was shown of it last stays while the server is not there.
      const { restaurant: shown, date: on } = this.book() ?? {};
      if (shown !== restaurant || on !== date || !mayPass(error)) this.book.set(null);
      this.problem.set(sayProblem(error));
    }
    this.#asking = null;
    if (asking.wanted > 0) await this.load(asking.wanted);
  }
  /** What was done here is shown, and is nobody else's change. */
  keepUp({ restaurant, date, version }: { restaurant: string; date: string; version: number }): Promise<void> {
    if (restaurant !== this.restaurant() || date !== this.date()) return this.load();
    this.#ownVersion = Math.max(this.#ownVersion, version);
    if (this.#reaches(version) && this.book()?.version === version) this.changed.set(new Set());
    return this.load(version);
  }
  #reaches(version: number): boolean {
    const book = this.bookOf(this.date());
    return book !== null && (book.version ?? 0) >= version;
  }
  #take(book: DayBook): void {
    const before = this.book();
    const isSame = before?.restaurant === book.restaurant && before.date === book.date;
    if (isSame && before.version === book.version && JSON.stringify(before) === JSON.stringify(book)) return;
    const isOthers = isSame && (book.version ?? 0) > this.#ownVersion;
    if (!isSame) this.#ownVersion = book.version ?? 0;
    this.changed.set(isOthers ? differing(before, book) : new Set());
    this.book.set(book);
  }
}

const differing = (before: DayBook, after: DayBook): ReadonlySet<string> => {
  const was = new Map((before.reservations ?? []).map((one) => [one.id, JSON.stringify(one)]));
  const differs = ({ id, ...one }: Reservation) => was.get(id) !== JSON.stringify({ id, ...one });
  return new Set((after.reservations ?? []).filter(differs).map(({ id }) => id));
};
