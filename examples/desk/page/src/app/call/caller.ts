import { Component, ElementRef, LOCALE_ID, computed, inject } from '@angular/core';
import type { KeptReservation } from '../api/types.ts';
import { Deeds } from '../booking/deeds.ts';
import { Orders } from '../booking/orders.ts';
import { Calls } from '../connect/calls.ts';
import { Day } from '../day/day.ts';
import { hoursByNow } from '../day/hours_by_now.ts';
import { coversOf, nameOf } from '../day/reservations.ts';
import { listed } from '../shared/listed.ts';
import { dateWords, timeIn } from '../shared/minutes.ts';
import { shown } from '../shared/names.ts';
import { Roving } from '../shared/roving.ts';
import { Shortcuts } from '../shared/shortcuts.ts';
import { commitmentWords, whatWords } from '../shared/words.ts';
import { heardLines, heardSlots } from './heard.ts';

const states = { open: $localize`営業中`, closed: $localize`営業時間外`, unknown: $localize`不明` };
interface Known {
  id: string;
  name?: string;
  kana?: string;
  visited?: number;
  noShows?: number;
  allergies?: string[];
  preferences?: string[];
  tags?: string[];
  notes?: string;
}

interface FollowUpAtAGlance {
  name: string;
  what: string;
  due: string;
  restaurant: string | null;
}

/** While it rings and after: which restaurant, who calls, and why they may be calling. */
@Component({
  selector: 'desk-caller',
  imports: [Deeds, Roving],
  template: `
    @if (calls.pop(); as pop) {
      @let now = byNow() ?? pop.now;
      <section class="panel" aria-labelledby="restaurant-name">
        <h2 id="restaurant-name">
          {{ pop.restaurant.name }} <small class="quiet">{{ pop.restaurant.kana }}</small>
        </h2>
        <p>
          <span
            class="tag"
            [class.good]="now.status === 'open'"
            [class.bad]="now.status === 'closed'"
            [class.warn]="now.status === 'unknown'"
            >{{ states[now.status] }}</span
          >
          {{ now.say }}
        </p>
        @if (now.closesAt; as until) {
          <p class="quiet">
            <ng-container i18n>閉店</ng-container> {{ timeIn(until) }}
            @if (now.lastOrders.food; as food) {
              · <ng-container i18n>L.O.</ng-container> {{ timeIn(food) }}
            }
            · {{ now.reason }}
          </p>
        }
        @for (note of pop.restaurant.notes; track note) {
          <p class="warn">{{ note }}</p>
        }
      </section>

      <section class="panel" aria-labelledby="who">
        <h2 id="who">
          <ng-container i18n>お客様</ng-container>&ngsp;<small class="quiet">{{ pop.caller ?? withheld }}</small>
        </h2>
        @for (customer of customers(); track customer.id) {
          <div class="customer">
            <h3>
              {{ shown(customer.name ?? '') }} <small class="quiet">{{ shown(customer.kana ?? '') }}</small>
            </h3>
            <p>
              <ng-container i18n>来店 {{ customer.visited ?? 0 }}回</ng-container>
              @if (customer.noShows) {
                <span class="tag bad" i18n>無断不来店 {{ customer.noShows }}回</span>
              }
              @for (tag of customer.tags; track tag) {
                <span class="tag">{{ tag }}</span>
              }
            </p>
            @if (customer.allergies?.length) {
              <p class="bad"><b i18n>アレルギー</b> {{ listed(customer.allergies!) }}</p>
            }
            @if (customer.preferences?.length) {
              <p>{{ listed(customer.preferences!) }}</p>
            }
            @if (customer.notes) {
              <p>{{ customer.notes }}</p>
            }
          </div>
        } @empty {
          <p class="quiet" i18n>初めての番号です</p>
        }
      </section>

      <section class="panel" aria-labelledby="why">
        <h2 id="why" i18n>ご用件の見当</h2>
        <ul class="stack" deskRoving="button">
          @for (kept of bookings(); track kept.reservation.id) {
            <li>
              <b>{{ dateOf(kept) }} {{ kept.reservation.begin }}</b> {{ elsewhere(kept.restaurant) }}
              {{ nameOf(kept.reservation) }}
              <ng-container i18n>{{ coversOf(kept.reservation) }}名</ng-container>
              <span class="tag">{{ commitmentWords[kept.reservation.commitment] }}</span>
              <desk-deeds [kept]="kept" />
            </li>
          }
          @for (todo of followUps(); track todo.name) {
            <li class="warn">
              <ng-container i18n>未対応</ng-container> {{ elsewhere(todo.restaurant) }}
              {{ whatWords[todo.what] ?? todo.what }} {{ timeIn(todo.due) }}
            </li>
          }
          @for (kept of recent(); track kept.opened) {
            <li class="quiet">
              <ng-container i18n>前回の電話</ng-container> {{ timeIn(kept.opened) }}
              {{ elsewhere(kept.call.restaurant) }} {{ kept.call.notes }}
            </li>
          }
          @if (!bookings().length && !followUps().length && !recent().length) {
            <li class="quiet" i18n>手がかりはありません</li>
          }
        </ul>
      </section>

      @if (heard().length) {
        <section class="panel" aria-labelledby="heard">
          <h2 id="heard" i18n>ボットが聞いたこと</h2>
          <dl>
            @for (slot of heard(); track slot.name) {
              <div>
                <dt>{{ slot.name }}</dt>
                <dd>
                  <b>{{ slot.value }}</b>&ngsp;<span class="quiet">{{ slot.words }}</span>
                </dd>
              </div>
            }
          </dl>
          @for (line of heardLines(); track $index) {
            <p class="quiet">「{{ line }}」</p>
          }
        </section>
      }
    } @else {
      <section class="panel quiet">
        <p i18n>電話が鳴ると、店とお客様がここに出ます。</p>
        @if (calls.problem(); as problem) {
          <p class="bad">{{ problem }}</p>
        }
      </section>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      align-content: start;
    }
    .customer + .customer {
      border-top: 1px solid var(--line);
    }
    dl > div {
      display: grid;
      grid-template-columns: 5rem 1fr;
    }
    dd {
      margin: 0;
    }
  `,
})
export class Caller {
  protected readonly calls = inject(Calls);
  readonly #orders = inject(Orders);
  protected readonly byNow = hoursByNow(computed(() => this.calls.pop()?.restaurant.id ?? null));
  readonly #day = inject(Day);
  protected readonly states = states;
  protected readonly listed = listed;
  protected readonly commitmentWords = commitmentWords;
  protected readonly whatWords = whatWords;
  protected readonly timeIn = timeIn;
  protected readonly nameOf = nameOf;
  protected readonly shown = shown;
  protected readonly coversOf = coversOf;
  protected readonly withheld = $localize`非通知`;
  readonly #locale = inject(LOCALE_ID);
  protected readonly customers = computed(() => (this.calls.pop()?.customers ?? []) as unknown as Known[]);
  /** As they are by now, whatever was done to them since it rang. */
  protected readonly bookings = computed(() =>
    (this.calls.pop()?.bookings ?? []).map((kept) => this.#orders.asOfNow(kept)),
  );
  protected readonly followUps = computed(() => (this.calls.pop()?.followUps ?? []) as unknown as FollowUpAtAGlance[]);
  protected readonly recent = computed(() =>
    (this.calls.pop()?.recentCalls ?? []).filter(
      ({ call }) => !call.contacts.includes(this.calls.current()?.contactId ?? ''),
    ),
  );
  protected readonly heardLines = computed(() => heardLines(this.calls.pop()?.heard ?? null));
  protected readonly heard = computed(() => heardSlots(this.calls.pop()?.heard ?? null));

  constructor() {
    const host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    inject(Shortcuts).add({
      keys: 'Alt+g',
      label: $localize`お客様の予約へ`,
      run: () => host.querySelector<HTMLElement>('desk-deeds button')?.focus(),
    });
  }
  protected dateOf({ date }: KeptReservation): string {
    return dateWords(date, this.#locale);
  }
  /** Which restaurant something is of, where it is another than the one that is called. */
  protected elsewhere(restaurant: string | null | undefined): string {
    if (!restaurant || restaurant === this.calls.pop()?.restaurant.id) return '';
    return this.#day.nameOf(restaurant) ?? restaurant;
  }
}
