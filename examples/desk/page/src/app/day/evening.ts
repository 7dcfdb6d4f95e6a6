import { Component, Injector, afterNextRender, computed, inject, linkedSignal, signal, viewChild } from '@angular/core';
import type { KeptReservation } from '../api/types.ts';
import { Clock } from '../api/clock.ts';
import { Deeds } from '../booking/deeds.ts';
import { Orders } from '../booking/orders.ts';
import { listed } from '../shared/listed.ts';
import { minuteOn } from '../shared/minutes.ts';
import { Shortcuts } from '../shared/shortcuts.ts';
import { commitmentWords } from '../shared/words.ts';
import { Day } from './day.ts';
import { DayPicker } from './day_picker.ts';
import { MoveQuestion } from './move_question.ts';
import { Timeline } from './timeline.ts';
import type { Move } from './timeline.ts';
import { coversOf, nameOf, named } from './reservations.ts';

/** The evening that is talked of: its timeline, and what becomes of a party that is moved. */
@Component({
  selector: 'desk-evening',
  imports: [Timeline, DayPicker, Deeds, MoveQuestion],
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
        @if (day.problem(); as problem) {
          <span class="tag bad">{{ problem }}</span>
        }
      </p>
      @if (day.book(); as book) {
        <desk-timeline
          [book]="book"
          [now]="now()"
          [changed]="day.changed()"
          (move)="ask($event)"
          (choose)="chosenId.set($event.id)"
        />
      }
      @if (asked(); as move) {
        <desk-move-question [move]="move" (yes)="settle(move)" (no)="leave(move)" />
      }
      @if (chosen(); as kept) {
        @let one = kept.reservation;
        <div class="row">
          <b>{{ nameOf(one) }}</b>
          {{ one.begin }}–{{ one.end }} <ng-container i18n>{{ coversOf(one) }}名</ng-container>
          {{ one.tables.join('+') }}
          {{ one.details.for_restaurant }}
          <span class="tag">{{ commitmentWords[one.commitment] }}</span>
          <desk-deeds [kept]="kept" />
        </div>
      }
    </section>
  `,
})
export class Evening {
  protected readonly day = inject(Day);
  readonly #orders = inject(Orders);
  readonly #clock = inject(Clock);
  readonly #injector = inject(Injector);
  protected readonly nameOf = nameOf;
  protected readonly coversOf = coversOf;
  protected readonly commitmentWords = commitmentWords;
  /** Of the evening that is shown. */
  protected readonly asked = linkedSignal<string, Move | null>({
    source: () => `${this.day.restaurant()} ${this.day.date()}`,
    computation: () => null,
  });
  protected readonly chosenId = signal<string | null>(null);
  protected readonly chosen = computed<KeptReservation | null>(() => {
    const [id, book] = [this.chosenId(), this.day.book()];
    const reservation = this.day.reservations().find((one) => one.id === id);
    return book && reservation ? { restaurant: book.restaurant, date: book.date, reservation } : null;
  });
  protected readonly covers = computed(() => this.day.reservations().reduce((sum, one) => sum + coversOf(one), 0));
  protected readonly now = computed(() => {
    const book = this.day.book();
    return book && book.date === this.day.today() ? minuteOn(book.date, this.#clock.date()) : null;
  });
  protected readonly others = computed(() => listed([...this.day.changed()].map((id) => named(this.day.book(), id))));
  protected readonly timeline = viewChild(Timeline);

  constructor() {
    inject(Shortcuts).add({
      keys: 'Alt+s',
      label: $localize`席の時間割へ`,
      when: () => this.timeline() !== undefined,
      run: () => this.timeline()?.focusFirst(),
    });
  }
  /** Whether a party is to be moved so: what would come of it is said before. */
  ask(move: Move): void {
    this.asked.set(move);
  }
  protected async settle({ booking, begin, table }: Move): Promise<void> {
    this.asked.set(null);
    await this.#orders.move(booking.id, begin, table);
    this.#focus(booking.id);
  }
  protected leave({ booking }: Move): void {
    this.asked.set(null);
    this.#focus(booking.id);
  }
  /** Back to whom was moved, once the question is gone. */
  #focus(booking: string): void {
    const timeline = this.timeline();
    afterNextRender(() => timeline?.focus(booking), { injector: this.#injector });
  }
}
