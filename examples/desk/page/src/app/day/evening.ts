import { Component, computed, inject, output, signal } from '@angular/core';
import type { Reservation } from '../api/types.ts';
import { MatButton } from '@angular/material/button';
import { Booking } from '../booking/booking.ts';
import { minuteOn } from '../shared/minutes.ts';
import { Day } from './day.ts';
import { DayPicker } from './day_picker.ts';
import { Timeline } from './timeline.ts';
import type { Move } from './timeline.ts';
import { coversOf, nameOf, named } from './reservations.ts';

/** The evening that is talked of: its timeline, and what becomes of a party that is moved. */
@Component({
  selector: 'desk-evening',
  imports: [Timeline, DayPicker, MatButton],
  template: `
    <section class="panel stack" aria-labelledby="evening-title">
      <div class="row">
        <h2 id="evening-title" i18n>席</h2>
        <desk-day-picker />
        <span class="quiet">
          <ng-container i18n>{{ day.reservations().length }}組 {{ covers() }}名</ng-container>
        </span>
      </div>
      <p role="status" class="row">
        @if (day.changed().size) {
          <span class="tag warn"><ng-container i18n>ほかの人が変えました</ng-container> {{ others() }}</span>
        }
      </p>
      @if (day.book(); as book) {
        <desk-timeline
          [book]="book"
          [now]="now()"
          [changed]="day.changed()"
          (move)="asked.set($event)"
          (choose)="chosen.set($event); choose.emit($event)"
        />
      } @else if (day.problem(); as problem) {
        <p class="bad">{{ problem }}</p>
      }
      @if (asked(); as move) {
        <div class="row warn" role="alertdialog" aria-label="席の変更" i18n-aria-label>
          {{ nameOf(move.booking) }} {{ move.booking.begin }} {{ move.booking.tables.join('+') }} → {{ move.begin }}
          {{ move.table ?? move.booking.tables.join('+') }}
          <button mat-flat-button #yes (click)="settle(move)" i18n>動かす</button>
          <button mat-button (click)="asked.set(null)" i18n>やめる</button>
        </div>
      }
      @if (chosen(); as one) {
        <div class="row">
          <b>{{ nameOf(one) }}</b> {{ one.begin }}–{{ one.end }} <ng-container i18n>{{ coversOf(one) }}名</ng-container>
          {{ one.tables.join('+') }}
          {{ one.details.for_restaurant }}
          <button mat-button (click)="change(one)" i18n>変更</button>
          <button mat-button (click)="booking.runLate(one.id)" i18n>遅れる</button>
          <button mat-button (click)="booking.cancel(one.id); chosen.set(null)" i18n>取消</button>
        </div>
      }
    </section>
  `,
})
export class Evening {
  readonly choose = output<Reservation>();
  protected readonly day = inject(Day);
  protected readonly booking = inject(Booking);
  protected readonly nameOf = nameOf;
  protected readonly coversOf = coversOf;
  protected readonly asked = signal<Move | null>(null);
  protected readonly chosen = signal<Reservation | null>(null);
  protected readonly covers = computed(() => this.day.reservations().reduce((sum, one) => sum + coversOf(one), 0));
  protected readonly now = computed(() => {
    const book = this.day.book();
    return book && book.date === this.day.today() ? minuteOn(book.date, new Date()) : null;
  });
  protected readonly others = computed(() =>
    [...this.day.changed()].map((id) => named(this.day.book(), id)).join('、'),
  );
  protected async settle({ booking, begin, table }: Move): Promise<void> {
    this.asked.set(null);
    await this.booking.move(booking.id, begin, table);
  }
  protected change(one: Reservation): void {
    this.booking.startChange(this.day.date() ?? '', one);
    document.querySelector<HTMLElement>('#booking-line')?.focus();
  }
}
