import { Component, computed, input, output, signal } from '@angular/core';
import type { DayBook, Reservation } from '../api/types.ts';
import { Roving } from '../shared/roving.ts';
import { kindWords } from '../shared/words.ts';
import { floorAt } from './layout.ts';
import type { TableNow, TableState } from './layout.ts';
import { coversOf, nameOf } from './reservations.ts';
import type { Move } from './timeline.ts';

const stateWords: Record<TableState, string> = {
  free: $localize`空き`,
  taken: $localize`使用中`,
  soon: $localize`まもなく予約`,
  blocked: $localize`使えません`,
};

const tableAt = (at: EventTarget | null): string | null =>
  (at instanceof Element && at.closest<HTMLElement>('[data-table]')?.dataset['table']) || null;

/** A party in hand, from a table; `to` is where it would be put. */
interface Grabbed {
  booking: Reservation;
  from: string;
  to: string;
}
/** What a hand may tremble, in pixels. */
const slack = 6;

/** Tables by area, each as it is at a time. Who sits or comes is dragged to another table, or grabbed with Space and put down there. */
@Component({
  selector: 'desk-floor',
  imports: [Roving],
  template: `
    <p class="seen-by-readers" aria-live="assertive">{{ spoken() }}</p>
    <div class="areas" deskRoving="button" (focusin)="over($event)">
      @for (area of areas(); track area.name; let isFirstArea = $first) {
        <section [attr.aria-label]="area.name || whole">
          <h3>{{ area.name || whole }}</h3>
          <ul>
            @for (one of area.tables; track one.table.id; let isFirst = $first) {
              <li>
                <button
                  [attr.data-table]="one.table.id"
                  [attr.data-state]="one.state"
                  [class.from]="grabbed()?.from === one.table.id"
                  [class.to]="isOver(one.table.id)"
                  [attr.data-kind]="one.table.kind ?? 'table'"
                  [tabIndex]="isFirst && isFirstArea ? 0 : -1"
                  [style.--seats]="one.table.most"
                  (click)="choose.emit(one)"
                  (keydown)="key($event, one)"
                  (pointerdown)="drag($event, one)"
                >
                  <b>{{ one.table.id }}</b>
                  <span>{{ kindWords[one.table.kind ?? 'table'] }} {{ one.table.most }}</span>
                  <span>{{ stateWords[one.state] }}</span>
                  @if (one.booking; as booking) {
                    <span>{{ labelOf(booking) }}</span>
                  }
                  @if (one.table.seller === 'restaurant') {
                    <span i18n>店の確保</span>
                  }
                </button>
              </li>
            }
          </ul>
        </section>
      }
    </div>
  `,
  styles: `
    .areas {
      display: flex;
      flex-wrap: wrap;
      gap: 12px;
    }
    section {
      border: 1px dashed var(--line);
      border-radius: 8px;
      padding: 8px;
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: flex-start;
    }
    button {
      touch-action: none;
      display: grid;
      justify-items: start;
      font: inherit;
      color: inherit;
      min-height: 74px;
      min-width: calc(58px + var(--seats) * 12px);
      border: 2px solid var(--line);
      border-radius: 6px;
      background: var(--mat-sys-surface-container-lowest);
      cursor: pointer;
    }
    button.from {
      opacity: 0.6;
    }
    button.to {
      border-color: var(--mat-sys-primary);
      box-shadow: 0 0 0 2px var(--mat-sys-primary);
    }
    button[data-kind='counter'] {
      border-radius: 30px;
      justify-items: center;
    }
    button[data-kind='private_room'] {
      border-style: double;
      border-width: 4px;
    }
    button[data-kind='tatami'] {
      border-radius: 0;
    }
    button[data-state='taken'] {
      background: light-dark(#cdeaf2, #14424f);
    }
    button[data-state='soon'] {
      background: var(--warn-ground);
      color: var(--warn);
    }
    button[data-state='blocked'] {
      background: repeating-linear-gradient(45deg, var(--line) 0 3px, transparent 3px 9px) var(--mat-sys-surface);
    }
    button[data-state='blocked'] span,
    button[data-state='blocked'] b {
      background: var(--mat-sys-surface);
    }
  `,
})
export class Floor {
  readonly book = input.required<DayBook>();
  readonly minute = input.required<number>();
  readonly choose = output<TableNow>();
  readonly move = output<Move>();
  protected readonly grabbed = signal<Grabbed | null>(null);
  protected readonly spoken = computed(() => {
    const hand = this.grabbed();
    if (!hand) return '';
    return $localize`${nameOf(hand.booking)}:name: を ${hand.to}:table: へ。Enterで置く、Escapeでやめる`;
  });
  protected readonly stateWords = stateWords;
  protected readonly kindWords = kindWords;
  protected readonly whole = $localize`フロア`;
  protected readonly areas = computed(() => {
    const areas = Map.groupBy(floorAt(this.book(), this.minute()), ({ table }) => table.area ?? '');
    return [...areas].map(([name, tables]) => ({ name, tables }));
  });
  protected isOver(table: string): boolean {
    const hand = this.grabbed();
    return hand !== null && hand.to === table && hand.from !== table;
  }
  protected key(event: KeyboardEvent, { table, booking }: TableNow): void {
    const hand = this.grabbed();
    if (event.key === 'Escape') this.grabbed.set(null);
    else if (hand && (event.key === 'Enter' || event.key === ' ')) this.#put({ ...hand, to: table.id });
    else if (!hand && event.key === ' ' && booking) this.grabbed.set({ booking, from: table.id, to: table.id });
    else return;
    event.preventDefault();
  }
  /** The focus went to another table, with a party in hand. */
  protected over(event: Event): void {
    const to = tableAt(event.target);
    if (to) this.grabbed.update((hand) => hand && { ...hand, to });
  }
  protected drag(event: PointerEvent, { table, booking }: TableNow): void {
    if (!booking || event.button !== 0) return;
    const button = event.currentTarget as HTMLElement;
    button.setPointerCapture(event.pointerId);
    button.onpointermove = ({ clientX: x, clientY: y }) => {
      const isFar = Math.hypot(x - event.clientX, y - event.clientY) > slack;
      if (!isFar && !this.grabbed()) return;
      const to = tableAt(document.elementFromPoint(x, y)) ?? table.id;
      this.grabbed.set({ booking, from: table.id, to });
    };
    button.onpointerup = button.onpointercancel = ({ type }) => {
      button.onpointermove = button.onpointerup = button.onpointercancel = null;
      const hand = this.grabbed();
      if (hand && type === 'pointerup') this.#put(hand);
      else this.grabbed.set(null);
    };
  }
  #put({ booking, from, to }: Grabbed): void {
    this.grabbed.set(null);
    if (from !== to) this.move.emit({ booking, begin: booking.begin, table: to });
  }
  protected labelOf(booking: Reservation): string {
    return `${booking.begin}–${booking.end} ${nameOf(booking)} ${coversOf(booking)}`;
  }
}
