import {
  Component,
  ElementRef,
  LOCALE_ID,
  afterRenderEffect,
  computed,
  inject,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Day } from '../day/day.ts';
import { Says } from '../shared/says.ts';
import { Shortcuts } from '../shared/shortcuts.ts';
import { clockOf, dateWords } from '../shared/minutes.ts';
import { nameOf } from '../day/reservations.ts';
import { kindWords } from '../shared/words.ts';
import { Booking } from './booking.ts';
import type { Commitment } from './booking.ts';
import { Answer } from './answer.ts';
import { MovingQuestion } from './moving.ts';
import { Outcome } from './outcome.ts';
import { Wish } from './wish.ts';

/** One line while talking: party, time, and what they need; the answer comes with each key. */
@Component({
  selector: 'desk-booking-panel',
  imports: [MatButton, Answer, MovingQuestion, Outcome, Says],
  template: `
    <section class="panel stack" aria-labelledby="booking-title">
      <h2 id="booking-title">
        @if (wish.changing(); as changing) {
          <ng-container i18n>予約の変更</ng-container> {{ nameOf(changing.reservation) }}
          {{ changing.reservation.begin }}
          <button mat-button (click)="booking.clear()" i18n>やめる</button>
        } @else {
          <ng-container i18n>予約</ng-container> {{ day.name() }}
        }
      </h2>
      <form class="stack" (submit)="submit($event)">
        <label class="row" for="booking-line"
          ><span i18n>人数・時刻・ご希望</span> <kbd aria-hidden="true">/</kbd></label
        >
        <input
          id="booking-line"
          #line
          autocomplete="off"
          spellcheck="false"
          maxlength="200"
          i18n-placeholder
          placeholder="6 19:30 個室　　明日 4名 19時半 山田様"
          aria-describedby="booking-read"
          [deskSays]="wish.line"
          (input)="wish.line.set(line.value)"
          (keydown.enter)="hasten($event)"
        />
        <p id="booking-read" class="row">
          @for (word of understood(); track word) {
            <span class="tag good">{{ word }}</span>
          }
          @for (word of wish.read().unread; track $index) {
            <span class="tag warn"><ng-container i18n>読めません</ng-container> {{ word }}</span>
          }
        </p>
        <desk-answer />
        <div class="row whose">
          <label>
            <span i18n>お名前</span>
            <input
              name="name"
              autocomplete="off"
              maxlength="200"
              [deskSays]="wish.name"
              (input)="wish.name.set($any($event.target).value)"
              (keydown.enter)="hasten($event)"
            />
          </label>
          <label>
            <span i18n>電話番号</span>
            <input
              name="phone"
              #phone
              [attr.aria-invalid]="booking.lacking() && !wish.phone().trim() ? true : null"
              autocomplete="off"
              maxlength="40"
              [deskSays]="wish.phone"
              (input)="wish.phone.set($any($event.target).value)"
              (keydown.enter)="hasten($event)"
            />
          </label>
          <button mat-flat-button type="submit" id="book" [disabled]="!booking.canBook()">
            @if (wish.changing()) {
              <ng-container i18n>変更する</ng-container>
            } @else {
              <ng-container i18n>予約する</ng-container>
            }
          </button>
          @if (!wish.changing()) {
            <button mat-button type="button" [disabled]="!booking.canBook()" (click)="booking.book('held')">
              <ng-container i18n>仮押さえ</ng-container> <kbd>Alt+h</kbd>
            </button>
          }
        </div>
      </form>
      <desk-moving />
      <desk-outcome />
    </section>
  `,
  styles: `
    .whose {
      align-items: end;
    }
    #booking-line {
      font-size: 1.25rem;
      padding: 6px 8px;
    }
  `,
})
export class BookingPanel {
  protected readonly booking = inject(Booking);
  protected readonly wish = inject(Wish);
  protected readonly day = inject(Day);
  protected readonly nameOf = nameOf;
  readonly #locale = inject(LOCALE_ID);
  protected readonly line = viewChild.required<ElementRef<HTMLInputElement>>('line');
  protected readonly phone = viewChild.required<ElementRef<HTMLInputElement>>('phone');
  /** What was made of the line, to be read at a glance. */
  protected readonly understood = computed(() => {
    const { adults, children, infants, begin, needs, name, phone, date: said } = this.wish.read();
    // Of another day than today it is said which, also where it is only the one that is shown.
    const isElsewhen = this.wish.line() !== '' && this.wish.date() !== this.day.today();
    const date = said ?? (isElsewhen ? this.wish.date() : null);
    return [
      adults === null ? '' : $localize`${adults}:count:名`,
      children ? $localize`お子様${children}:count:名` : '',
      infants ? $localize`乳幼児${infants}:count:名` : '',
      date ? this.dateOf(date) : '',
      begin === null ? '' : clockOf(begin),
      ...(needs.kinds ?? []).map((kind) => kindWords[kind]),
      needs.smoking === 'forbidden' ? $localize`禁煙` : needs.smoking === 'allowed' ? $localize`喫煙` : '',
      needs.access === 'wheelchair' ? $localize`車椅子` : '',
      name,
      phone,
    ].filter(Boolean);
  });

  constructor() {
    afterRenderEffect(() => {
      if (this.booking.lacking()) untracked(() => this.phone().nativeElement.focus());
    });
    inject(Shortcuts).add(
      { keys: '/', label: $localize`予約の行へ`, run: () => this.line().nativeElement.focus() },
      { keys: 'Alt+b', label: $localize`予約の行へ`, run: () => this.line().nativeElement.focus() },
      {
        keys: 'Alt+h',
        label: $localize`仮押さえ`,
        when: () => !this.wish.changing(),
        run: () => this.#book('held'),
      },
      { keys: 'Alt+x', label: $localize`予約の行を消す`, run: () => this.#clear() },
    );
  }
  #book(commitment: Commitment): void {
    if (this.booking.canBook()) void this.booking.book(commitment);
    else this.booking.bookOnceAnswered(commitment);
  }
  /** What is typed next may come before the page is drawn. */
  #clear(): void {
    this.booking.clear();
    this.line().nativeElement.value = '';
  }
  protected dateOf(date: string): string {
    return dateWords(date, this.#locale);
  }
  protected submit(event: Event): void {
    event.preventDefault();
    if (this.booking.canBook()) void this.booking.book();
  }
  /**
   * A button that is disabled, or was when the page was drawn last, keeps the form from being submitted; Enter may also end
   * what an input method composes.
   */
  protected hasten(event: Event): void {
    if ((event as KeyboardEvent).isComposing) return;
    event.preventDefault();
    this.#book('confirmed');
  }
}
