import { Component, inject } from '@angular/core';
import { Day } from '../day/day.ts';
import { DayPicker } from '../day/day_picker.ts';
import { hoursByNow } from '../day/hours_by_now.ts';
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
  protected readonly day = inject(Day);
  protected readonly now = hoursByNow(this.day.restaurant);
}
