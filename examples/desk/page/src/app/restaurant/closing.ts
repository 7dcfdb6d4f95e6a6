import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Api } from '../api/api.ts';
import type { Answered, DayBook, Nouns } from '../api/types.ts';
import { sayProblem } from '../shared/problems.ts';
import { Day } from '../day/day.ts';
import { movedWords, named } from '../day/reservations.ts';
import { listed } from '../shared/listed.ts';
import { Question } from '../shared/question.ts';
import { Shortcuts } from '../shared/shortcuts.ts';
import { exceededWords } from '../shared/words.ts';

type Hurt = Answered<'edit_day_book'>['hurt'];
type Period = Nouns['period'];

/** Closing a table or a day: whom it hurts is said, and nothing is cancelled by itself. */
@Component({
  selector: 'desk-closing',
  imports: [MatButton, Question],
  template: `
    <section class="panel stack" aria-labelledby="closing-title">
      <h2 id="closing-title" i18n>使わない席・休む日</h2>
      <form class="row" (submit)="block($event)">
        <label>
          <span i18n>卓</span>
          <select #table>
            @for (one of day.book()?.floor_plan?.tables; track one.id) {
              <option [value]="one.id">{{ one.id }}</option>
            }
          </select>
        </label>
        <label><span i18n>から</span><input #begin type="time" required value="17:00" /></label>
        <label><span i18n>まで</span><input #end type="time" required value="23:00" /></label>
        <label><span i18n>理由</span><input #note autocomplete="off" /></label>
        <button
          mat-button
          (click)="wanted = { table: table.value, begin: begin.value, end: end.value, note: note.value }"
          i18n
        >
          席を閉める
        </button>
      </form>
      <ul>
        @for (one of day.book()?.blocks; track one.table + one.begin) {
          <li class="row">
            {{ one.table }} {{ one.begin }}–{{ one.end }} {{ one.note }}
            <button mat-button (click)="unblock(one)" i18n>開ける</button>
          </li>
        }
      </ul>
      <div role="status">
        @for (words of moved(); track words) {
          <p class="warn"><ng-container i18n>席の移動</ng-container> {{ words }}</p>
        }
      </div>
      <div class="row">
        @if (isClosed()) {
          <span class="tag bad" i18n>この日は休みです</span>
          @if (usual().length > 0) {
            <button mat-button (click)="setPeriods(usual())" i18n>元の営業に戻す</button>
          }
        } @else if (isAsked()) {
          <desk-question
            [label]="label"
            describedBy="closing-hurt"
            [deed]="deed"
            leaning="no"
            (yes)="close()"
            (no)="isAsked.set(false); hurt.set(null)"
          >
            <b>{{ label }}</b>
          </desk-question>
        } @else {
          <button mat-button (click)="tryClosing()" i18n>この日を休みにする</button>
        }
      </div>
      <div role="status" id="closing-hurt">
        @if (hurt(); as all) {
          @if (all.length && isAsked()) {
            <p class="warn" i18n>休みにすると、連絡が要る予約が {{ all.length }}件あります</p>
          } @else if (all.length) {
            <p class="warn" i18n>連絡が要る予約が {{ all.length }}件あります</p>
          } @else {
            <p class="good" i18n>困る予約はありません</p>
          }
          <ul>
            @for (one of all; track one.booking) {
              <li>{{ nameOf(one.booking) }} {{ reasons(one) }}</li>
            }
          </ul>
        }
      </div>
      @if (problem()) {
        <p class="bad" role="alert">{{ problem() }}</p>
      }
    </section>
  `,
  styles: `
    form {
      align-items: end;
    }
  `,
})
export class Closing {
  readonly #api = inject(Api);
  protected readonly day = inject(Day);
  protected readonly label = $localize`この日を休みにしますか。予約は取り消されません`;
  protected readonly deed = $localize`休みにする`;
  protected readonly isAsked = signal(false);
  protected readonly hurt = signal<Hurt | null>(null);
  /** What a closed day would be opened to: as it was before it was closed here, else by the restaurant's hours. */
  protected readonly usual = signal<readonly Period[]>([]);
  protected readonly problem = signal('');
  /** Who sits elsewhere since a table is closed. */
  protected readonly moved = signal<readonly string[]>([]);
  protected readonly isClosed = computed(() => this.day.book()?.periods.length === 0);
  protected wanted: { table: string; begin: string; end: string; note: string } | null = null;

  constructor() {
    inject(Shortcuts).add({
      keys: 'Alt+y',
      label: '',
      when: () => this.isAsked(),
      run: () => void this.close(),
    });
    effect(() => {
      this.day.restaurant();
      this.day.date();
      untracked(() => this.#forget());
    });
    effect(() => {
      const book = this.day.book();
      if (book?.periods.length === 0) untracked(() => void this.#lookUp(book));
    });
  }
  protected nameOf(booking: string): string {
    return named(this.day.book(), booking);
  }
  protected reasons({ exceeded, lost, tables }: Hurt[number]): string {
    const seats = lost.length > 0 ? `${lost.join('+')} → ${tables.join('+') || $localize`席なし`}` : '';
    return listed([...exceeded.map(exceededWords), seats]);
  }
  protected block(event: Event): Promise<void> {
    event.preventDefault();
    return this.#decide({ do: 'block', ...this.wanted });
  }
  protected unblock({ table, begin }: { table: string; begin: string }): Promise<void> {
    return this.#decide({ do: 'unblock', table, begin });
  }
  /** Whom it would hurt is said before it counts. */
  protected tryClosing(): Promise<void> {
    const edit = { periods: [], by: {} };
    return this.#doing(async (isShown) => {
      const [tried] = await this.#api.attempt({ edit_day_book: { ...this.#place(), edit } });
      if (!isShown()) return null;
      this.hurt.set((tried as Answered<'edit_day_book'>).hurt);
      this.isAsked.set(true);
      return null;
    });
  }
  protected async close(): Promise<void> {
    const { restaurant, date } = this.#place();
    const book = this.day.book();
    this.usual.set(book?.restaurant === restaurant && book.date === date ? book.periods : []);
    this.isAsked.set(false);
    await this.setPeriods([]);
  }
  protected setPeriods(periods: readonly Period[]): Promise<void> {
    const { restaurant, date } = this.#place();
    return this.#doing(async (isShown) => {
      const edited = await this.#api.write('edit_day_book', {
        restaurant,
        date,
        edit: { periods: [...periods], by: {} },
      });
      if (isShown()) this.hurt.set(edited.hurt);
      return edited;
    });
  }
  /** What was said is of another day. */
  #forget(): void {
    this.isAsked.set(false);
    this.hurt.set(null);
    this.usual.set([]);
    this.moved.set([]);
    this.problem.set('');
  }
  async #lookUp({ restaurant, date }: DayBook): Promise<void> {
    if (this.usual().length > 0) return;
    try {
      const { periods } = await this.#api.periods(restaurant, date);
      const shown = this.day.book();
      if (shown?.restaurant === restaurant && shown.date === date) this.usual.set(periods);
    } catch (error) {
      this.problem.set(sayProblem(error));
    }
  }
  #place(): { restaurant: string; date: string } {
    return { restaurant: this.day.restaurant() ?? '', date: this.day.date() ?? '' };
  }
  #decide(command: object): Promise<void> {
    return this.#doing(async (isShown) => {
      const decided = await this.#api.write('decide', { ...this.#place(), command: { ...command, by: {} } });
      if (isShown()) this.moved.set(decided.moved.map((one) => movedWords(this.day.book(), one)));
      return decided;
    });
  }
  /** `isShown()`: the day that it was done to is still looked at. */
  async #doing(act: (isShown: () => boolean) => Promise<Parameters<Day['keepUp']>[0] | null>): Promise<void> {
    const place = JSON.stringify(this.#place());
    const isShown = () => JSON.stringify(this.#place()) === place;
    try {
      const done = await act(isShown);
      if (isShown()) this.problem.set('');
      if (done) await this.day.keepUp(done);
    } catch (error) {
      if (isShown()) this.problem.set(sayProblem(error));
      await this.day.load();
    }
  }
}
