import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { KeptReservation } from '../api/types.ts';
import { stands } from '../day/reservations.ts';
import { AtLine } from './at_line.ts';
import { Booking } from './booking.ts';
import { Orders } from './orders.ts';

/** What a guest on the phone may want of a booking that they have. */
@Component({
  selector: 'desk-deeds',
  imports: [MatButton],
  template: `
    @if (isThere()) {
      <span class="row">
        @if (kept().reservation.commitment === 'held') {
          <button mat-button (click)="line.after(orders.confirm(kept().reservation.id))" i18n>確定する</button>
        }
        <button mat-button (click)="change()" i18n>変更</button>
        <button mat-button (click)="line.after(orders.runLate(kept().reservation.id))" i18n>遅れる</button>
        <button mat-button (click)="line.after(orders.cancel(kept().reservation.id))" i18n>取消</button>
      </span>
    }
  `,
})
export class Deeds {
  readonly kept = input.required<KeptReservation>();
  readonly #booking = inject(Booking);
  protected readonly orders = inject(Orders);
  protected readonly line = inject(AtLine);
  protected readonly isThere = computed(() => stands(this.kept().reservation));

  protected change(): void {
    this.#booking.startChange(this.kept());
    this.line.focus();
  }
}
