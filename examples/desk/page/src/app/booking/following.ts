import { Injectable, inject, signal } from '@angular/core';
import { Day } from '../day/day.ts';

/** The evening that is talked of is the one that is shown, as long as the line names it. */
@Injectable({ providedIn: 'root' })
export class Following {
  readonly #day = inject(Day);
  readonly #before = signal<string | null>(null);
  /** What was shown before, and is again once the line names none. */
  readonly before = this.#before.asReadonly();
  #followed: string | null = null;

  begin(before: string | null): void {
    this.#before.set(before);
    this.#followed = before && this.#day.date();
  }
  /** `stays`: a booking of the evening that is shown is being changed. */
  follow(date: string | null, stays: boolean): void {
    const [shown, before] = [this.#day.date(), this.#before()];
    if (!shown || date === shown) return;
    if (date) {
      if (before === null) this.#before.set(shown);
      this.#followed = date;
      this.#day.date.set(date);
    } else if (before !== null) {
      if (shown === this.#followed && !stays) this.#day.date.set(before);
      this.#before.set(null);
    }
  }
}
