import { Component, LOCALE_ID, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Alternative } from '../api/types.ts';
import { Day } from '../day/day.ts';
import { movedWords } from '../day/reservations.ts';
import { listed } from '../shared/listed.ts';
import { dateWords, minutesOf } from '../shared/minutes.ts';
import { Roving } from '../shared/roving.ts';
import { alternativeWords, exceededWords, obstacleWords } from '../shared/words.ts';
import { AtLine } from './at_line.ts';
import { Booking } from './booking.ts';
import { Proposals } from './proposals.ts';
import { Wish } from './wish.ts';

/** Yes; no, and why; or the nearest that works. */
@Component({
  selector: 'desk-answer',
  imports: [MatButton, Roving],
  template: `
    <div
      class="answer"
      role="status"
      [class.quiet]="!proposals.isCurrent()"
      [attr.data-answer]="proposals.isCurrent() ? proposals.latest()?.answer : null"
    >
      @if (yes(); as proposal) {
        <p class="good">
          <b i18n>お取りできます</b> {{ proposal.tables.join('+') }}
          <ng-container i18n>{{ proposal.end }}まで</ng-container>
        </p>
        @for (move of proposal.moved; track move.booking) {
          <p class="warn"><ng-container i18n>席の移動</ng-container> {{ movedWords(day.book(), move) }}</p>
        }
        @for (exceeded of proposal.exceeded; track exceeded.limit) {
          <p class="warn">{{ exceededWords(exceeded) }}</p>
        }
      } @else if (no()) {
        <p class="bad"><b i18n>お取りできません</b> {{ why() }}</p>
        @for (one of limits(); track one.of) {
          <label class="row">
            <input
              type="checkbox"
              [checked]="wish.overrides().includes(one.limit)"
              (change)="wish.override(one.limit, $any($event.target).checked)"
            />
            <ng-container i18n>承知で取る</ng-container>: {{ one.words }}
          </label>
        }
      } @else if (wish.doubt() === 'line') {
        <p class="bad" i18n>日付・時刻・人数のどれかが読めないか、二つあります。直すと答えが出ます</p>
      } @else if (wish.doubt() === 'past') {
        <p class="warn" i18n>過ぎた日時です。予約はできません</p>
      } @else if (proposals.latest()?.answer === 'undecided') {
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
              @if (one.moves) {
                (<ng-container i18n>ほか{{ one.moves }}組が移動</ng-container>)
              }
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
  protected readonly wish = inject(Wish);
  protected readonly proposals = inject(Proposals);
  protected readonly day = inject(Day);
  readonly #booking = inject(Booking);
  readonly #line = inject(AtLine);
  readonly #locale = inject(LOCALE_ID);
  protected readonly movedWords = movedWords;
  protected readonly exceededWords = exceededWords;
  protected readonly alternativeWords = alternativeWords;
  /** What may be exceeded, of which wish: a box that was ticked for another one is not this one. */
  protected readonly limits = computed(() =>
    (this.no()?.limits ?? [])
      .filter(({ limit }) => limit !== 'tables')
      .map((one) => ({ limit: one.limit, words: exceededWords(one), of: this.wish.key() + one.limit })),
  );
  protected readonly yes = computed(() => {
    const proposal = this.proposals.latest();
    return proposal?.answer === 'possible' ? proposal : null;
  });
  protected readonly no = computed(() => {
    const proposal = this.proposals.latest();
    return proposal?.answer === 'impossible' ? proposal : null;
  });
  /** A booking that is changed stays one: to sit apart, it would be booked once more. */
  protected readonly alternatives = computed(() =>
    (this.proposals.latest()?.alternatives ?? []).filter(
      ({ kind, date, begin }) =>
        !(kind === 'split' && this.wish.changing()) && !this.day.isPast(date, minutesOf(begin)),
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
  protected dayOf({ date }: Alternative): string {
    return date === this.wish.date() ? '' : dateWords(date, this.#locale);
  }
  protected tablesOf({ tables }: Alternative): string {
    return tables.map((part) => part.join('+')).join(' / ');
  }
  protected take(one: Alternative): void {
    if (one.kind === 'split') return void this.#line.after(this.#booking.bookSplit(one));
    this.wish.take(one);
    this.#line.focus();
  }
}
