import { Component, LOCALE_ID, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Alternative } from '../api/types.ts';
import { Day } from '../day/day.ts';
import { named } from '../day/reservations.ts';
import { listed } from '../shared/listed.ts';
import { dateWords, minutesOf } from '../shared/minutes.ts';
import { Roving } from '../shared/roving.ts';
import { alternativeWords, exceededWords, obstacleWords } from '../shared/words.ts';
import { Booking } from './booking.ts';

/** Yes; no, and why; or the nearest that works. */
@Component({
  selector: 'desk-answer',
  imports: [MatButton, Roving],
  template: `
    <div
      class="answer"
      role="status"
      [class.quiet]="!booking.isCurrent()"
      [attr.data-answer]="booking.isCurrent() ? booking.proposal()?.answer : null"
    >
      @if (yes(); as proposal) {
        <p class="good">
          <b i18n>お取りできます</b> {{ proposal.tables.join('+') }}
          <ng-container i18n>{{ proposal.end }}まで</ng-container>
        </p>
        @for (move of proposal.moved; track move.booking) {
          <p class="warn">
            <ng-container i18n>席の移動</ng-container> {{ nameOf(move.booking) }} {{ move.from.join('+') }} →
            {{ move.to.join('+') }}
          </p>
        }
        @for (exceeded of proposal.exceeded; track exceeded.limit) {
          <p class="warn">{{ exceededWords(exceeded) }}</p>
        }
      } @else if (no(); as proposal) {
        <p class="bad"><b i18n>お取りできません</b> {{ why() }}</p>
        <!-- A box ticked for another wish is not this one. -->
        @for (one of proposal.limits; track booking.wish() + one.limit) {
          @if (one.limit !== 'tables') {
            <label class="row">
              <input
                type="checkbox"
                [checked]="booking.overrides().includes(one.limit)"
                (change)="booking.override(one.limit, $any($event.target).checked)"
              />
              <ng-container i18n>承知で取る</ng-container>: {{ exceededWords(one) }}
            </label>
          }
        }
      } @else if (booking.doubt() === 'line') {
        <p class="bad" i18n>日付・時刻・人数のどれかが読めないか、二つあります。直すと答えが出ます</p>
      } @else if (booking.doubt() === 'past') {
        <p class="warn" i18n>過ぎた日時です。予約はできません</p>
      } @else if (booking.proposal()?.answer === 'undecided') {
        <p class="warn" i18n>決めきれません。店に確かめてください</p>
      } @else {
        <p class="quiet" i18n>人数と時刻で答えが出ます</p>
      }
    </div>
    @if (alternatives().length) {
      <ul class="row" deskRoving="button" aria-label="代わりの案" i18n-aria-label>
        @for (one of alternatives(); track $index; let isFirst = $first) {
          <li>
            <button mat-stroked-button type="button" [tabIndex]="isFirst ? 0 : -1" (click)="take(one)">
              {{ alternativeWords[one.kind] }} {{ dayOf(one) }} {{ one.begin }} {{ tablesOf(one) }}
              @if (one.without) {
                ({{ withoutWords(one.without) }})
              }
            </button>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    .answer {
      min-height: 2.6rem;
    }
    p {
      padding: 2px 6px;
      border-radius: 4px;
    }
  `,
})
export class Answer {
  protected readonly booking = inject(Booking);
  readonly #day = inject(Day);
  readonly #locale = inject(LOCALE_ID);
  protected readonly exceededWords = exceededWords;
  protected readonly alternativeWords = alternativeWords;
  protected readonly yes = computed(() => {
    const proposal = this.booking.proposal();
    return proposal?.answer === 'possible' ? proposal : null;
  });
  protected readonly no = computed(() => {
    const proposal = this.booking.proposal();
    return proposal?.answer === 'impossible' ? proposal : null;
  });
  protected readonly alternatives = computed(() =>
    (this.booking.proposal()?.alternatives ?? []).filter(
      ({ date, begin }) => !this.#day.isPast(date, minutesOf(begin)),
    ),
  );
  protected readonly why = computed(() =>
    listed([
      ...(this.no()?.limits ?? []).map(exceededWords),
      ...(this.no()?.obstacles ?? []).map((one) => obstacleWords[one]),
    ]),
  );
  protected withoutWords(what: keyof typeof obstacleWords): string {
    return $localize`${obstacleWords[what]}:what:なし`;
  }
  protected nameOf(booking: string): string {
    return named(this.#day.book(), booking);
  }
  protected dayOf({ date }: Alternative): string {
    return date === this.booking.date() ? '' : dateWords(date, this.#locale);
  }
  protected tablesOf({ tables }: Alternative): string {
    return tables.map((part) => part.join('+')).join(' / ');
  }
  protected take(one: Alternative): void {
    if (one.kind === 'split') void this.booking.bookSplit(one);
    else this.booking.take(one);
  }
}
