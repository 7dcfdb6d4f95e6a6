import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import type { DayBook, Reservation } from '../api/types.ts';
import { clockOf, minutesOf } from '../shared/minutes.ts';
import { commitmentWords, kindWords, presenceWords } from '../shared/words.ts';
import { layoutOf, moved } from './layout.ts';
import type { Bar, Place } from './layout.ts';
import { coversOf, nameOf } from './reservations.ts';

export interface Move {
  booking: Reservation;
  begin: string;
  /** Null is wherever the book finds one. */
  table: string | null;
}
interface Grabbed {
  booking: Reservation;
  from: Place;
  to: Place;
}
const arrows: Record<string, readonly [steps: number, rows: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** An evening: tables by time. A party is dragged, or grabbed with Space and moved with the arrows. */
@Component({
  selector: 'desk-timeline',
  template: `
    <p class="seen-by-readers" aria-live="assertive">{{ spoken() }}</p>
    <div class="frame" role="region" tabindex="0" aria-label="席の時間割" i18n-aria-label>
      <div class="grid" [style.--rows]="layout().rows.length">
        <div class="head"></div>
        <div class="hours">
          @for (hour of layout().hours; track hour.label) {
            <span [style.left.%]="hour.left * 100">{{ hour.label }}</span>
          }
        </div>
        @for (row of layout().rows; track row.table?.id ?? ''; let place = $index) {
          <div class="head">
            @if (row.table; as table) {
              <b>{{ table.id }}</b>&ngsp;
              <span class="quiet">{{ kindWords[table.kind ?? 'table'] }} {{ table.least ?? 1 }}–{{ table.most }}</span>
            } @else {
              <b class="bad" i18n>卓なし</b>
            }
          </div>
          <div class="track" #track [attr.data-table]="row.table?.id">
            @for (shade of layout().closed; track $index) {
              <span class="closed" [style.left.%]="shade.left * 100" [style.width.%]="shade.width * 100"></span>
            }
            @for (block of row.blocks; track $index) {
              <span class="block" [style.left.%]="block.left * 100" [style.width.%]="block.width * 100">{{
                block.note
              }}</span>
            }
            @if (nowAt() !== null) {
              <span class="now" [style.left.%]="nowAt()! * 100"></span>
            }
            @for (bar of row.bars; track bar.booking.id) {
              <button
                class="bar"
                [attr.data-commitment]="bar.booking.commitment"
                [attr.data-presence]="bar.booking.presence"
                [attr.data-booking]="bar.booking.id"
                [class.changed]="changed().has(bar.booking.id)"
                [class.grabbed]="grabbed()?.booking?.id === bar.booking.id"
                [class.joined]="!bar.isFirst"
                [tabIndex]="bar.isFirst && bar.booking.id === stop() ? 0 : -1"
                [attr.aria-hidden]="bar.isFirst ? null : 'true'"
                [attr.aria-label]="labelOf(bar.booking)"
                [style.left.%]="bar.left * 100"
                [style.width.%]="bar.width * 100"
                (focus)="focused.set(bar.booking.id)"
                (click)="choose.emit(bar.booking)"
                (keydown)="key($event, bar, place)"
                (pointerdown)="drag($event, bar, row.table?.id ?? null)"
              >
                {{ nameOf(bar.booking) }} {{ coversOf(bar.booking) }}
              </button>
            }
            @if (grabbed(); as hand) {
              @if (hand.to.table === (row.table?.id ?? null)) {
                <span
                  class="ghost"
                  [style.left.%]="partOf(hand.to.begin) * 100"
                  [style.width.%]="widthOf(hand.booking) * 100"
                  >{{ clockOf(hand.to.begin) }}</span
                >
              }
            }
          </div>
        }
      </div>
    </div>
  `,
  styleUrl: './timeline.scss',
})
export class Timeline {
  readonly book = input.required<DayBook>();
  readonly now = input<number | null>(null);
  readonly changed = input<ReadonlySet<string>>(new Set());
  readonly isMovable = input(true);
  readonly choose = output<Reservation>();
  readonly move = output<Move>();
  readonly #injector = inject(Injector);
  readonly #host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly nameOf = nameOf;
  protected readonly coversOf = coversOf;
  protected readonly kindWords = kindWords;
  protected readonly clockOf = clockOf;
  protected readonly layout = computed(() => layoutOf(this.book()));
  protected readonly grabbed = signal<Grabbed | null>(null);
  protected readonly focused = signal<string | null>(null);
  protected readonly bars = computed(() =>
    this.layout().rows.flatMap(({ bars }) => bars.filter(({ isFirst }) => isFirst)),
  );
  /** The one stop of Tab. */
  protected readonly stop = computed(() => {
    const ids = this.bars().map(({ booking }) => booking.id);
    const focused = this.focused();
    return focused && ids.includes(focused) ? focused : (ids[0] ?? null);
  });
  protected readonly nowAt = computed(() => {
    const now = this.now();
    const { first, last } = this.layout();
    return now !== null && now >= first && now <= last ? this.partOf(now) : null;
  });
  protected readonly spoken = computed(() => {
    const hand = this.grabbed();
    if (!hand) return '';
    return $localize`${nameOf(hand.booking)}:name: を ${clockOf(hand.to.begin)}:time: ${hand.to.table ?? ''}:table: へ。Enterで置く、Escapeでやめる`;
  });

  constructor() {
    effect(() => {
      this.layout();
      untracked(() => this.#keepFocus());
    });
  }
  /** The one that is come to by Tab; the frame, where nobody comes. */
  focusFirst(): void {
    const stop = this.stop();
    (stop ? this.#barOf(stop) : this.#host.querySelector<HTMLElement>('.frame'))?.focus();
  }
  focus(booking: string): void {
    this.#barOf(booking)?.focus({ preventScroll: true });
  }
  /** Whoever is put at another table is drawn anew there, and is looked at as before. */
  #keepFocus(): void {
    const { booking } = this.#host.querySelector<HTMLElement>('.bar:focus')?.dataset ?? {};
    if (booking) afterNextRender(() => this.focus(booking), { injector: this.#injector });
  }
  protected labelOf(booking: Reservation): string {
    const { begin, end, tables, commitment, presence } = booking;
    return `${nameOf(booking)} ${coversOf(booking)} ${begin}–${end} ${tables.join('+')} ${commitmentWords[commitment]} ${presenceWords[presence]}`;
  }
  protected partOf(minutes: number): number {
    const { first, last } = this.layout();
    return (minutes - first) / (last - first);
  }
  protected widthOf({ begin, end }: Reservation): number {
    return this.partOf(minutesOf(end)) - this.partOf(minutesOf(begin));
  }
  protected key(event: KeyboardEvent, { booking }: Bar, row: number): void {
    const hand = this.grabbed();
    if (event.key === ' ' && this.isMovable()) {
      event.preventDefault();
      if (hand) this.#drop();
      else this.#grab(booking, this.layout().rows[row]?.table?.id ?? null);
    } else if (hand && event.key === 'Enter') {
      event.preventDefault();
      this.#drop();
    } else if (hand && event.key === 'Escape') {
      this.grabbed.set(null);
    } else {
      const [steps, rows] = arrows[event.key] ?? [];
      if (steps === undefined || rows === undefined || event.altKey) return;
      event.preventDefault();
      if (hand) this.grabbed.set({ ...hand, to: moved(this.layout(), hand.to, steps, rows) });
      else this.#walk(booking, steps, rows);
    }
  }
  protected drag(event: PointerEvent, { booking }: Bar, table: string | null): void {
    if (!this.isMovable() || event.button !== 0) return;
    const bar = event.currentTarget as HTMLElement;
    const track = bar.parentElement;
    if (!track) return;
    const { first, last, grid } = this.layout();
    const begin = minutesOf(booking.begin);
    const step = (track.clientWidth / (last - first)) * grid;
    const tall = track.offsetHeight;
    const at = (now: PointerEvent): Place =>
      moved(
        this.layout(),
        { begin, table },
        Math.round((now.clientX - event.clientX) / step),
        Math.round((now.clientY - event.clientY) / tall),
      );
    bar.setPointerCapture(event.pointerId);
    bar.onpointermove = (now) => {
      const to = at(now);
      const isElsewhere = to.begin !== begin || to.table !== table;
      if (isElsewhere || this.grabbed()) this.grabbed.set({ booking, from: { begin, table }, to });
    };
    bar.onpointerup = bar.onpointercancel = (now) => {
      bar.onpointermove = bar.onpointerup = bar.onpointercancel = null;
      if (now.type === 'pointerup') this.#drop();
      else this.grabbed.set(null);
    };
  }
  #grab(booking: Reservation, table: string | null): void {
    const from = { begin: minutesOf(booking.begin), table };
    this.grabbed.set({ booking, from, to: from });
  }
  #drop(): void {
    const hand = this.grabbed();
    this.grabbed.set(null);
    if (!hand || (hand.from.begin === hand.to.begin && hand.from.table === hand.to.table)) return;
    const isSameTable = hand.from.table === hand.to.table;
    this.move.emit({ booking: hand.booking, begin: clockOf(hand.to.begin), table: isSameTable ? null : hand.to.table });
  }
  /** To the party before or after at the table, or at the next table. */
  #walk(booking: Reservation, steps: number, rows: number): void {
    const all = this.bars();
    const at = all.findIndex((bar) => bar.booking.id === booking.id);
    const isOn = (bar: Bar, row: number) => this.layout().rows[row]?.bars.includes(bar) ?? false;
    const row = this.layout().rows.findIndex(({ bars }) => bars.some((bar) => bar === all[at]));
    let to = all[at + steps];
    if (rows !== 0) {
      for (let next = row + rows; next >= 0 && next < this.layout().rows.length; next += rows) {
        to = all.find((bar) => isOn(bar, next));
        if (to) break;
      }
    }
    if (to) this.#barOf(to.booking.id)?.focus();
  }
  #barOf(booking: string): HTMLElement | null {
    return this.#host.querySelector(`.bar:not(.joined)[data-booking="${CSS.escape(booking)}"]`);
  }
}
