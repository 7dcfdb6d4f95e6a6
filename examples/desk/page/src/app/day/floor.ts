import { Component, computed, input, output } from '@angular/core';
import type { DayBook, Reservation } from '../api/types.ts';
import { Roving } from '../shared/roving.ts';
import { kindWords } from '../shared/words.ts';
import { floorAt } from './layout.ts';
import type { TableNow, TableState } from './layout.ts';
import { coversOf, nameOf } from './reservations.ts';

const stateWords: Record<TableState, string> = {
  free: $localize`空き`,
  taken: $localize`使用中`,
  soon: $localize`まもなく予約`,
  blocked: $localize`使えません`,
};

/** Tables by area, each as it is at a time. */
@Component({
  selector: 'desk-floor',
  imports: [Roving],
  template: `
    <div class="areas" deskRoving="button">
      @for (area of areas(); track area.name; let isFirstArea = $first) {
        <section [attr.aria-label]="area.name || whole">
          <h3>{{ area.name || whole }}</h3>
          <ul>
            @for (one of area.tables; track one.table.id; let isFirst = $first) {
              <li>
                <button
                  [attr.data-state]="one.state"
                  [attr.data-kind]="one.table.kind ?? 'table'"
                  [tabIndex]="isFirst && isFirstArea ? 0 : -1"
                  [style.--seats]="one.table.most"
                  (click)="choose.emit(one)"
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
  protected readonly stateWords = stateWords;
  protected readonly kindWords = kindWords;
  protected readonly whole = $localize`フロア`;
  protected readonly areas = computed(() => {
    const areas = Map.groupBy(floorAt(this.book(), this.minute()), ({ table }) => table.area ?? '');
    return [...areas].map(([name, tables]) => ({ name, tables }));
  });
  protected labelOf(booking: Reservation): string {
    return `${booking.begin}–${booking.end} ${nameOf(booking)} ${coversOf(booking)}`;
  }
}
