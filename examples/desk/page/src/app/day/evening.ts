import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { Proposal, Reservation } from '../api/types.ts';
import { MatButton } from '@angular/material/button';
import { Clock } from '../api/clock.ts';
import { Booking } from '../booking/booking.ts';
import { Orders } from '../booking/orders.ts';
import { listed } from '../shared/listed.ts';
import { minuteOn } from '../shared/minutes.ts';
import { exceededWords, obstacleWords } from '../shared/words.ts';
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
        <div
          class="row warn"
          role="alertdialog"
          aria-label="席の変更"
          i18n-aria-label
          aria-describedby="move-verdict"
          (keydown.escape)="leave(move)"
        >
          {{ nameOf(move.booking) }} {{ move.booking.begin }} {{ move.booking.tables.join('+') }} →
          {{ move.begin }}
          {{ move.table ?? move.booking.tables.join('+') }}
          <span id="move-verdict">{{ verdict() }}</span>
          <button mat-flat-button #yes [disabled]="isRefused()" (click)="settle(move)" i18n>動かす</button>
          <button mat-button #no (click)="leave(move)" i18n>やめる</button>
        </div>
      }
      @if (chosen(); as one) {
        <div class="row">
          <b>{{ nameOf(one) }}</b>
          {{ one.begin }}–{{ one.end }} <ng-container i18n>{{ coversOf(one) }}名</ng-container>
          {{ one.tables.join('+') }}
          {{ one.details.for_restaurant }}
          <button mat-button (click)="change(one)" i18n>変更</button>
          <button mat-button (click)="orders.runLate(one.id)" i18n>遅れる</button>
          <button mat-button (click)="orders.cancel(one.id)" i18n>取消</button>
        </div>
      }
    </section>
  `,
})
export class Evening {
  protected readonly day = inject(Day);
  protected readonly booking = inject(Booking);
  protected readonly orders = inject(Orders);
  readonly #clock = inject(Clock);
  readonly #injector = inject(Injector);
  protected readonly nameOf = nameOf;
  protected readonly coversOf = coversOf;
  /** Of the evening that is shown. */
  protected readonly asked = linkedSignal<string, Move | null>({
    source: () => `${this.day.restaurant()} ${this.day.date()}`,
    computation: () => null,
  });
  /** What would come of it, as soon as it is known. */
  protected readonly proposal = signal<Proposal | null>(null);
  protected readonly isRefused = computed(() => this.proposal()?.answer === 'impossible');
  protected readonly verdict = computed(() => this.#wordsOf(this.proposal()));
  protected readonly chosenId = signal<string | null>(null);
  protected readonly chosen = computed(() => {
    const id = this.chosenId();
    return id ? (this.day.reservations().find((one) => one.id === id) ?? null) : null;
  });
  protected readonly covers = computed(() => this.day.reservations().reduce((sum, one) => sum + coversOf(one), 0));
  protected readonly now = computed(() => {
    const book = this.day.book();
    return book && book.date === this.day.today() ? minuteOn(book.date, this.#clock.date()) : null;
  });
  protected readonly others = computed(() => listed([...this.day.changed()].map((id) => named(this.day.book(), id))));
  protected readonly yes = viewChild('yes', { read: ElementRef<HTMLElement> });
  protected readonly no = viewChild('no', { read: ElementRef<HTMLElement> });
  protected readonly timeline = viewChild(Timeline);
  #tried: Move | null = null;
  #trials = 0;

  constructor() {
    effect(() => {
      const move = this.asked();
      this.day.book();
      untracked(() => void this.#try(move));
    });
    effect(() => {
      const button = this.isRefused() ? this.no() : this.yes();
      button?.nativeElement.focus();
    });
  }
  /** Whether a party is to be moved so: what would come of it is said before. */
  ask(move: Move): void {
    this.asked.set(move);
  }
  protected async settle({ booking, begin, table }: Move): Promise<void> {
    this.asked.set(null);
    await this.orders.move(booking.id, begin, table);
    this.#focus(booking.id);
  }
  protected leave({ booking }: Move): void {
    this.asked.set(null);
    this.#focus(booking.id);
  }
  protected change(one: Reservation): void {
    this.booking.startChange(this.day.date() ?? '', one);
    document.querySelector<HTMLElement>('#booking-line')?.focus();
  }
  async #try(move: Move | null): Promise<void> {
    if (move !== this.#tried) this.proposal.set(null);
    this.#tried = move;
    const trying = ++this.#trials;
    if (!move) return;
    const proposal = await this.orders.preview(move.booking, move.begin, move.table);
    if (trying === this.#trials) this.proposal.set(proposal);
  }
  #wordsOf(proposal: Proposal | null): string {
    if (proposal?.answer === 'possible') {
      const moved = proposal.moved.map(
        ({ booking, from, to }) => `${named(this.day.book(), booking)} ${from.join('+')} → ${to.join('+')}`,
      );
      const warned = proposal.exceeded.map(exceededWords);
      return listed([...warned, ...moved]);
    }
    if (proposal?.answer !== 'impossible') return '';
    return listed([...proposal.limits.map(exceededWords), ...proposal.obstacles.map((one) => obstacleWords[one])]);
  }
  /** Back to whom was moved, once the question is gone. */
  #focus(booking: string): void {
    const timeline = this.timeline();
    afterNextRender(() => timeline?.focus(booking), { injector: this.#injector });
  }
}
