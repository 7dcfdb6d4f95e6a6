import { Component, LOCALE_ID, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { coversOf, nameOf } from '../day/reservations.ts';
import { dateWords, timeIn } from '../shared/minutes.ts';
import { Shortcuts } from '../shared/shortcuts.ts';
import { commitmentWords } from '../shared/words.ts';
import { BookingOfCall } from '../wrapup/booking_of_call.ts';
import { AtLine } from './at_line.ts';
import { Orders } from './orders.ts';
import { Proposals } from './proposals.ts';

/** What came of the last command; what is held is confirmed or released, and what was cancelled comes back. */
@Component({
  selector: 'desk-outcome',
  imports: [MatButton],
  template: `
    <div role="status">
      @if (orders.done(); as done) {
        @if (done.reservation; as made) {
          <p class="good">
            {{ commitmentWords[made.commitment] }}: {{ dateOf(done.date) }} {{ made.begin }} {{ nameOf(made) }}
            <ng-container i18n>{{ coversOf(made) }}名</ng-container>
            {{ made.tables.join('+') }}
          </p>
        }
        @for (words of orders.moved(); track words) {
          <p class="warn"><ng-container i18n>席の移動</ng-container> {{ words }}</p>
        }
      }
    </div>
    @if (held(); as kept) {
      <p class="row">
        <span class="tag warn">{{ commitmentWords.held }}</span>
        {{ dateOf(kept.date) }} {{ kept.reservation.begin }} {{ nameOf(kept.reservation) }}
        @if (kept.reservation.held_until; as until) {
          <b i18n>{{ timeIn(until) }}まで</b>
        }
        <button mat-button (click)="confirm()"><ng-container i18n>確定する</ng-container> <kbd>Alt+c</kbd></button>
        <button mat-button (click)="release()"><ng-container i18n>放す</ng-container> <kbd>Alt+r</kbd></button>
      </p>
    }
    @if (cancelled()) {
      <button mat-button (click)="undo()"><ng-container i18n>元に戻す</ng-container> <kbd>Alt+z</kbd></button>
    }
    @if (orders.refusal(); as refusal) {
      <p class="bad" role="alert">{{ refusal }}</p>
    }
    @if (proposals.problem(); as problem) {
      <p class="bad" role="alert">{{ problem }}</p>
    }
  `,
})
export class Outcome {
  protected readonly orders = inject(Orders);
  protected readonly proposals = inject(Proposals);
  readonly #line = inject(AtLine);
  readonly #ofCall = inject(BookingOfCall);
  readonly #locale = inject(LOCALE_ID);
  protected readonly nameOf = nameOf;
  protected readonly coversOf = coversOf;
  protected readonly timeIn = timeIn;
  protected readonly commitmentWords = commitmentWords;
  /** What is held: as of just now, else what the call was about, which a page that is loaded anew finds too. */
  protected readonly held = computed(() => {
    const done = this.orders.done();
    const made = done?.reservation ? { date: done.date, reservation: done.reservation } : null;
    const kept = made ?? this.#ofCall.kept();
    return kept?.reservation.commitment === 'held' ? kept : null;
  });
  /** What was only held does not come back. */
  protected readonly cancelled = computed(() => {
    const reservation = this.orders.done()?.reservation;
    const cancel = reservation?.history.findLast(({ deed }) => deed === 'cancel');
    const was = cancel?.changes?.find(({ what }) => what === 'commitment')?.from;
    return reservation?.commitment === 'cancelled' && was !== 'held' ? reservation.id : null;
  });

  constructor() {
    inject(Shortcuts).add(
      {
        keys: 'Alt+c',
        label: $localize`仮押さえを確定する`,
        when: () => this.held() !== null,
        run: () => this.confirm(),
      },
      { keys: 'Alt+r', label: $localize`仮押さえを放す`, when: () => this.held() !== null, run: () => this.release() },
      {
        keys: 'Alt+z',
        label: $localize`取消を元に戻す`,
        when: () => this.cancelled() !== null,
        run: () => this.undo(),
      },
    );
  }
  protected confirm(): void {
    void this.#line.after(this.orders.confirm(this.held()?.reservation.id ?? ''));
  }
  protected release(): void {
    void this.#line.after(this.orders.cancel(this.held()?.reservation.id ?? ''));
  }
  protected undo(): void {
    void this.#line.after(this.orders.undo(this.cancelled() ?? ''));
  }
  protected dateOf(date: string): string {
    return dateWords(date, this.#locale);
  }
}
