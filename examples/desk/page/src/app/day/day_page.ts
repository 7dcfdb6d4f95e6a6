import { Component, computed, inject, signal } from '@angular/core';
import { BookingPanel } from '../booking/booking_panel.ts';
import { Clock } from '../api/clock.ts';
import { clockOf, minuteOn, minutesOf } from '../shared/minutes.ts';
import { Day } from './day.ts';
import { Evening } from './evening.ts';
import { Floor } from './floor.ts';
import { layoutOf } from './layout.ts';
import type { TableNow } from './layout.ts';
import { coversOf, nameOf } from './reservations.ts';

/** An evening whole: timeline, floor plan at a time, and the line to book with. */
@Component({
  selector: 'desk-day-page',
  imports: [Evening, Floor, BookingPanel],
  template: `
    <h1 i18n>席</h1>
    <div class="stack">
      <desk-evening #evening />
      @if (day.book(); as book) {
        <section class="panel stack" aria-labelledby="floor-title">
          <div class="row">
            <h2 id="floor-title" i18n>フロア</h2>
            <label class="row">
              <span i18n>時刻</span>
              <input
                type="range"
                [min]="layout()!.first"
                [max]="layout()!.last"
                [step]="layout()!.grid"
                [value]="minute()"
                [attr.aria-valuetext]="clockOf(minute())"
                (input)="chosenMinute.set(+$any($event.target).value)"
              />
              <output>{{ clockOf(minute()) }}</output>
            </label>
            <span role="status">
              @if (table(); as one) {
                {{ one.table.id }}
                @if (one.booking; as booking) {
                  {{ booking.begin }}–{{ booking.end }} {{ nameOf(booking) }}
                  <ng-container i18n>{{ coversOf(booking) }}名</ng-container>
                }
              }
            </span>
          </div>
          <desk-floor [book]="book" [minute]="minute()" (choose)="table.set($event)" (move)="evening.ask($event)" />
        </section>
      }
      <desk-booking-panel />
    </div>
  `,
})
export class DayPage {
  protected readonly day = inject(Day);
  readonly #clock = inject(Clock);
  protected readonly clockOf = clockOf;
  protected readonly nameOf = nameOf;
  protected readonly coversOf = coversOf;
  protected readonly chosenMinute = signal<number | null>(null);
  protected readonly table = signal<TableNow | null>(null);
  protected readonly layout = computed(() => {
    const book = this.day.book();
    return book && layoutOf(book);
  });
  /** As chosen, else now, else an hour after opening. */
  protected readonly minute = computed(() => {
    const [book, layout, chosen] = [this.day.book(), this.layout(), this.chosenMinute()];
    if (!book || !layout) return 0;
    if (chosen !== null) return chosen;
    const now = minuteOn(book.date, this.#clock.date());
    if (now >= layout.first && now < layout.last) return Math.floor(now / layout.grid) * layout.grid;
    const [period] = book.periods;
    return period ? minutesOf(period.opens) + 60 : layout.first;
  });
}
