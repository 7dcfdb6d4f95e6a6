import { Component, LOCALE_ID, computed, inject, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Api } from '../api/api.ts';
import { Clock } from '../api/clock.ts';
import { latest } from '../api/latest.ts';
import type { Answered, HoursRead, Restaurant } from '../api/types.ts';
import { sayProblem } from '../shared/problems.ts';
import { Day } from '../day/day.ts';
import { holidayName } from '../shared/holidays.ts';
import { dateIn, dateWords, timeIn } from '../shared/minutes.ts';

const weights = { note: $localize`覚え`, doubt: $localize`疑わしい`, loss: $localize`読めない` };

/** What is to be said of words that were read; the library's own sentence is in English. */
const findingWords: Record<string, string> = {
  remark: $localize`営業時間のことではありません`,
  repetition: $localize`同じことが前にあります`,
  assumption: $localize`慣例の通りに読みました`,
  approximate: $localize`おおよその時刻です`,
  unknowable: $localize`この文章からは分かりません`,
  contradiction: $localize`ほかと食い違っています`,
  not_understood: $localize`読めませんでした`,
  not_expressible: $localize`そのままには書き表せません`,
  malformed: $localize`書き方が正しくありません`,
};

/** Hours as a listing has them: pasted, read back with what is doubtful, and only then kept. */
@Component({
  selector: 'desk-hours-text',
  imports: [MatButton],
  template: `
    <section class="panel stack" aria-labelledby="hours-title">
      <h2 id="hours-title" i18n>営業時間の文章</h2>
      <form class="stack" (submit)="read($event)">
        <label>
          <span i18n>営業時間</span>
          <textarea rows="4" #hours placeholder="月～金 17:00～23:00 (L.O. 22:00)"></textarea>
        </label>
        <label>
          <span i18n>定休日</span>
          <input #closed autocomplete="off" placeholder="日曜、祝日の翌日" />
        </label>
        <button mat-button (click)="typed = { hours: hours.value, closed: closed.value }" i18n>読み上げる</button>
      </form>
      @if (told(); as read) {
        <div role="status" class="stack">
          <p><b i18n>このように読みました</b> {{ read.say }}</p>
          @for (finding of read.findings; track $index) {
            <p
              [class.quiet]="finding.weight === 'note'"
              [class.warn]="finding.weight === 'doubt'"
              [class.bad]="finding.weight === 'loss'"
            >
              <b>{{ weights[finding.weight] }}</b> 「{{ finding.words }}」
              {{ isEnglish ? finding.message : (findingWords[finding.kind] ?? finding.message) }}
            </p>
          }
          @if (!read.isComplete) {
            <p class="bad" i18n>言い足りないことがあります。直してからもう一度読み上げてください</p>
          }
        </div>
        <ol class="month" aria-label="この先の一か月" i18n-aria-label>
          @for (day of days(); track day.date) {
            <li>
              <b>{{ day.words }}</b>
              @if (day.mark) {
                <span class="tag warn">{{ day.mark }}</span>
              }
              <div>{{ day.open || closedWords }}</div>
            </li>
          }
        </ol>
        <div class="row">
          <label class="row">
            <input type="checkbox" [checked]="isSure()" (change)="isSure.set($any($event.target).checked)" />
            <ng-container i18n>読み上げの通りで間違いありません</ng-container>
          </label>
          <button mat-flat-button [disabled]="!isSure()" (click)="keep(read)" i18n>この営業時間にする</button>
        </div>
        @if (hurt() !== null) {
          <p role="status" [class.warn]="hurt()! > 0" i18n>この営業時間にすると、連絡が要る予約は{{ hurt() }}件です</p>
        }
      }
      <p role="status">{{ done() }}</p>
      @if (problem()) {
        <p class="bad" role="alert">{{ problem() }}</p>
      }
    </section>
  `,
  styles: `
    .month {
      display: grid;
      grid-template-columns: repeat(7, minmax(0, 1fr));
      gap: 4px;
    }
    .month li {
      border: 1px solid var(--line);
      border-radius: 4px;
      padding: 2px 4px;
    }
  `,
})
export class HoursText {
  readonly #api = inject(Api);
  readonly #clock = inject(Clock);
  readonly #day = inject(Day);
  readonly #locale = inject(LOCALE_ID);
  protected readonly weights = weights;
  protected readonly findingWords = findingWords;
  protected readonly isEnglish = inject(LOCALE_ID).startsWith('en');
  protected readonly closedWords = $localize`休み`;
  /** Of the restaurant that is looked at. */
  protected readonly told = linkedSignal<unknown, HoursRead | null>({
    source: this.#day.restaurant,
    computation: () => null,
  });
  protected readonly isSure = linkedSignal({ source: this.told, computation: () => false });
  /** How many bookings it would hurt. */
  protected readonly hurt = linkedSignal<unknown, number | null>({ source: this.told, computation: () => null });
  protected readonly done = linkedSignal({ source: this.#day.restaurant, computation: () => '' });
  protected readonly problem = linkedSignal({ source: this.#day.restaurant, computation: () => '' });
  readonly #latest = latest();
  protected typed = { hours: '', closed: '' };
  protected readonly days = computed(() =>
    (this.told()?.month ?? []).map(({ date, holiday, eveOf, openings }) => ({
      date,
      words: dateWords(date, this.#locale),
      mark: holiday ? holidayName(holiday) : eveOf ? $localize`祝前日` : '',
      open: openings.map(({ begins, ends }) => `${timeIn(begins)}–${timeIn(ends)}`).join(' '),
    })),
  );

  protected async read(event: Event): Promise<void> {
    event.preventDefault();
    this.isSure.set(false);
    this.hurt.set(null);
    this.done.set('');
    const id = this.#day.restaurant();
    await this.#latest(
      () => this.#api.readHours(this.typed.hours, this.typed.closed),
      (read) => {
        if (id === this.#day.restaurant()) this.told.set(read);
        this.problem.set('');
        void this.#try(read);
      },
      (error) => this.#refuse(error),
    );
  }
  #refuse(error: unknown): void {
    this.told.set(null);
    this.problem.set(sayProblem(error));
  }
  /** In place of what was read; the books that are kept follow, and whom it hurts is counted. */
  protected async keep({ rules }: HoursRead): Promise<void> {
    const id = this.#day.restaurant();
    if (!id) return;
    try {
      const { restaurant, was } = await this.#withRules(id, rules);
      await this.#api.write('put_restaurant', { restaurant, was });
      const { books } = await this.#api.write('refresh_day_books', { restaurant: id, from: this.#today() });
      const hurt = books.reduce((sum, book) => sum + book.hurt.length, 0);
      await this.#day.load();
      if (id !== this.#day.restaurant()) return;
      this.done.set($localize`営業時間を変えました。連絡が要る予約は${hurt}:count:件です`);
      this.isSure.set(false);
      this.hurt.set(null);
    } catch (error) {
      if (id === this.#day.restaurant()) this.problem.set(sayProblem(error));
    }
  }
  /** The same on trial: whom it would hurt. */
  async #try({ isComplete, rules }: HoursRead): Promise<void> {
    const id = this.#day.restaurant();
    if (!id || !isComplete) return;
    const isShown = () => this.told()?.rules === rules;
    try {
      const tried = await this.#api.attempt(
        { put_restaurant: await this.#withRules(id, rules) },
        { refresh_day_books: { restaurant: id, from: this.#today() } },
      );
      const { books } = tried[1] as Answered<'refresh_day_books'>;
      if (isShown()) this.hurt.set(books.reduce((sum, book) => sum + book.hurt.length, 0));
    } catch (error) {
      if (isShown()) this.#refuse(error);
    }
  }
  async #withRules(id: string, rules: HoursRead['rules']): Promise<{ restaurant: Restaurant; was: Restaurant }> {
    const was = (await this.#api.ask('find_restaurant', { id })) as Restaurant;
    return { restaurant: { ...was, hours: rules as unknown as Restaurant['hours'] }, was };
  }
  #today(): string {
    return dateIn(this.#clock.date());
  }
}
