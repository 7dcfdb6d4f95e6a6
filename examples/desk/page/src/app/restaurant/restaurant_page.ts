import { Component, effect, inject, signal, untracked } from '@angular/core';
import { Api } from '../api/api.ts';
import type { HoursNow } from '../api/types.ts';
import { Day } from '../day/day.ts';
import { DayPicker } from '../day/day_picker.ts';
import { BookList } from './book_list.ts';
import { Closing } from './closing.ts';
import { HoursText } from './hours_text.ts';

/** What a restaurant sees of itself: its book, what it closes, and its hours. */
@Component({
  selector: 'desk-restaurant-page',
  imports: [DayPicker, BookList, Closing, HoursText],
  template: `
    <div class="row">
      <h1>{{ day.name() }}</h1>
      <desk-day-picker />
      @if (now(); as told) {
        <span role="status">{{ told.say }}</span>
      }
    </div>
    <div class="columns">
      <desk-book-list />
      <div class="stack">
        <desk-closing />
        <desk-hours-text />
      </div>
    </div>
  `,
  styles: `
    .columns {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(420px, 100%), 1fr));
      gap: 10px;
      align-items: start;
    }
    .columns > * {
      min-width: 0;
      overflow: auto;
    }
  `,
})
export class RestaurantPage {
  readonly #api = inject(Api);
  protected readonly day = inject(Day);
  protected readonly now = signal<HoursNow | null>(null);
  constructor() {
    effect(() => {
      const restaurant = this.day.restaurant();
      if (restaurant)
        untracked(
          () =>
            void this.#api.now(restaurant).then(
              (told) => this.now.set(told),
              () => {},
            ),
        );
    });
  }
}
