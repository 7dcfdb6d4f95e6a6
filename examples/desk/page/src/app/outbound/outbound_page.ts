import {
  Component,
  ElementRef,
  LOCALE_ID,
  afterRenderEffect,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { AdapterError } from 'denwaban-adapter';
import { Api } from '../api/api.ts';
import type { ChosenCaller, FollowUp } from '../api/types.ts';
import { Calls } from '../connect/calls.ts';
import { Desk } from '../connect/desk.ts';
import { Day } from '../day/day.ts';
import { FollowUps } from '../wrapup/follow_ups.ts';
import { dateIn, dateWords, timeIn } from '../shared/minutes.ts';
import { sayProblem } from '../shared/problems.ts';
import { Says } from '../shared/says.ts';
import { phoneWords } from '../shared/words.ts';

const whyNot: Record<string, string> = {
  not_a_number: $localize`番号ではありません`,
  not_claimed: $localize`契約していない番号`,
  another_restaurants: $localize`別の店の番号`,
  toll_free_abroad: $localize`海外へは使えないフリーダイヤル`,
  no_queue: $localize`出せるキューがない`,
  none: $localize`ありません`,
  unknown_restaurant: $localize`店が不明`,
};
const sources: Record<string, string> = {
  choice: $localize`選んだ番号`,
  last_called: $localize`最後にかけた番号`,
  restaurant: $localize`店の番号`,
  chain: $localize`系列の番号`,
  centre: $localize`センターの番号`,
};
/** What an agent or a guest may have said, and mostly has not. */
const unsaid = ['choice', 'last_called'];
const enough = 10;

/** Calling out: the guest sees the number that they know, and the agent sees which, and why. */
@Component({
  selector: 'desk-outbound-page',
  imports: [MatButton, Says],
  template: `
    <h1 i18n>発信</h1>
    <div class="columns">
      <form class="panel stack" (submit)="dial($event)">
        <label>
          <span i18n>店</span>
          <select [value]="restaurantId()" (change)="chosen.set($any($event.target).value)">
            @for (one of day.restaurants(); track one.id) {
              <option [value]="one.id" [selected]="one.id === restaurantId()">{{ one.name }}</option>
            }
          </select>
        </label>
        <label>
          <span i18n>お客様の番号</span>
          <input
            type="tel"
            #field
            autocomplete="off"
            [deskSays]="callee"
            (input)="typed.set($any($event.target).value)"
          />
        </label>
        <div role="status">
          @if (caller(); as shown) {
            @if (shown.number) {
              <p class="good">
                <ng-container i18n>お客様に見える番号</ng-container>&ngsp;<b>{{ shown.number }}</b> {{ shown.label }}
              </p>
            } @else {
              <p class="bad" i18n>お見せできる番号がありません</p>
            }
            <p>{{ isEnglish ? shown.why.en : shown.why.ja }}</p>
            @for (passed of passedOver(); track $index) {
              <p class="quiet">{{ passed }}</p>
            }
          }
        </div>
        @if (problem()) {
          <p class="bad" role="alert">{{ problem() }}</p>
        }
        <button mat-flat-button [disabled]="!caller()?.number" i18n>発信する</button>
      </form>
      <section class="panel stack" aria-labelledby="promise-title">
        <h2 id="promise-title" i18n>折り返しのお約束</h2>
        @if (calls.current()) {
          <form class="row" (submit)="promise($event)">
            <label>
              <span i18n>日時</span>
              <input type="datetime-local" required [deskSays]="at" (input)="at.set($any($event.target).value)" />
            </label>
            <label>
              <span i18n>番号</span>
              <input
                type="tel"
                required
                autocomplete="off"
                [deskSays]="promisedNumber"
                (input)="promisedTyped.set($any($event.target).value)"
              />
            </label>
            <button mat-button i18n>約束する</button>
          </form>
        } @else {
          <p class="quiet" i18n>通話中にお約束を書けます</p>
        }
        <p role="status">{{ told() }}</p>
        <ul class="stack">
          @for (one of promised(); track one.contact + one.name) {
            <li class="row">
              {{ dueOf(one.due) }} {{ one.to }}
              <button mat-button (click)="take(one)" i18n>かける</button>
            </li>
          }
        </ul>
      </section>
    </div>
  `,
  styles: `
    .columns {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr));
      gap: 10px;
    }
  `,
})
export class OutboundPage {
  readonly number = input<string>();
  readonly restaurant = input<string>();
  readonly #api = inject(Api);
  readonly #desk = inject(Desk);
  readonly #locale = inject(LOCALE_ID);
  protected readonly day = inject(Day);
  protected readonly calls = inject(Calls);
  readonly #followUps = inject(FollowUps);
  protected readonly isEnglish = this.#locale.startsWith('en');
  protected readonly typed = signal<string | null>(null);
  protected readonly chosen = signal<string | null>(null);
  readonly #contact = computed(() => this.calls.current()?.contactId);
  /** Of the call that is looked at, and of no other. */
  protected readonly promisedTyped = linkedSignal<unknown, string | null>({
    source: this.#contact,
    computation: () => null,
  });
  protected readonly at = linkedSignal({ source: this.#contact, computation: () => '' });
  protected readonly told = linkedSignal({ source: this.#contact, computation: () => '' });
  protected readonly problem = signal('');
  protected readonly caller = signal<ChosenCaller | null>(null);
  protected readonly callee = computed(() => this.typed() ?? this.number() ?? '');
  protected readonly restaurantId = computed(() => this.chosen() ?? this.restaurant() ?? this.day.restaurant() ?? '');
  protected readonly promisedNumber = computed(() => this.promisedTyped() ?? this.calls.current()?.number ?? '');
  protected readonly promised = computed(() =>
    this.#followUps.all().filter(({ what }) => what.startsWith('call_back')),
  );
  protected readonly passedOver = computed(() =>
    ((this.caller()?.passedOver ?? []) as { number: string; reason: string; source: string }[])
      .filter(({ reason, source }) => reason !== 'none' || !unsaid.includes(source))
      .map(({ number, reason, source }) => `${sources[source] ?? source} ${number}: ${whyNot[reason] ?? reason}`),
  );
  protected readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  #asking = 0;

  constructor() {
    this.#followUps.follow();
    // Whoever comes with a number has but to say Enter.
    afterRenderEffect(() => {
      if (this.number()) untracked(() => this.field().nativeElement.focus());
    });
    effect(() => {
      const [restaurant, number] = [this.restaurantId(), this.callee()];
      untracked(() => void this.#choose(restaurant, number));
    });
  }
  protected take({ to, restaurant }: FollowUp): void {
    this.typed.set(to ?? '');
    this.chosen.set(restaurant ?? null);
    this.field().nativeElement.focus();
  }
  protected dueOf(due: string): string {
    return `${dateWords(dateIn(due), this.#locale)} ${timeIn(due)}`;
  }
  protected async dial(event: Event): Promise<void> {
    event.preventDefault();
    const shown = this.caller();
    if (!shown?.number) return;
    try {
      await this.#desk.adapter.dial(this.callee(), shown.queue ? { queueARN: shown.queue } : {});
      this.problem.set('');
    } catch (error) {
      if (!(error instanceof AdapterError)) throw error;
      this.problem.set(phoneWords[error.code]);
    }
  }
  protected async promise(event: Event): Promise<void> {
    event.preventDefault();
    const contact = this.calls.current()?.contactId;
    if (!contact) return;
    try {
      await this.calls.change(contact, { promise: { number: this.promisedNumber(), at: `${this.at()}:00+09:00` } });
      if (contact === this.#contact()) this.told.set($localize`お約束を残しました`);
      await this.#followUps.load();
    } catch (error) {
      if (contact === this.#contact()) this.told.set(sayProblem(error));
    }
  }
  async #choose(restaurant: string, number: string): Promise<void> {
    const asking = ++this.#asking;
    if (!restaurant || number.replace(/\D/g, '').length < enough) return this.caller.set(null);
    try {
      const shown = await this.#api.outbound(restaurant, number, {});
      if (asking !== this.#asking) return;
      this.caller.set(shown);
      this.problem.set('');
    } catch (error) {
      if (asking !== this.#asking) return;
      this.caller.set(null);
      this.problem.set(sayProblem(error));
    }
  }
}
