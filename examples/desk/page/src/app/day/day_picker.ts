import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { daysLater } from '../shared/minutes.ts';
import { Day } from './day.ts';

/** Which restaurant, and which evening. */
@Component({
  selector: 'desk-day-picker',
  imports: [MatButton],
  template: `
    <label>
      <span class="seen-by-readers" i18n>店</span>
      <select [value]="day.restaurant()" (change)="day.show($any($event.target).value)">
        @for (one of day.restaurants(); track one.id) {
          <option [value]="one.id" [selected]="one.id === day.restaurant()">{{ one.name }}</option>
        }
      </select>
    </label>
    <button mat-button aria-label="前の日" i18n-aria-label (click)="shift(-1)">◀</button>
    <label>
      <span class="seen-by-readers" i18n>日付</span>
      <input type="date" [disabled]="!day.today()" [value]="day.date()" (change)="show($any($event.target))" />
    </label>
    <button mat-button aria-label="次の日" i18n-aria-label (click)="shift(1)">▶</button>
  `,
  host: { class: 'row' },
})
export class DayPicker {
  protected readonly day = inject(Day);
  /** Where it is emptied, today's, which may be what is shown already. */
  protected show(field: HTMLInputElement): void {
    field.value ||= this.day.today() ?? '';
    this.day.date.set(field.value);
  }
  protected shift(days: number): void {
    const date = this.day.date();
    if (date) this.day.date.set(daysLater(date, days));
  }
}
