import { Component, computed, inject, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Api } from '../api/api.ts';
import type { Reservation } from '../api/types.ts';
import { sayProblem } from '../shared/problems.ts';
import { Day } from '../day/day.ts';
import { coversOf, movedWords, nameOf } from '../day/reservations.ts';
import { listed } from '../shared/listed.ts';
import { minutesOf } from '../shared/minutes.ts';
import { commitmentWords, presenceWords } from '../shared/words.ts';

type Deed = 'sit_down' | 'leave' | 'miss' | 'confirm' | 'decline' | 'undo';

/** Who comes, when and where, and what the restaurant says of them. */
@Component({
  selector: 'desk-book-list',
  imports: [MatButton],
  template: `
    <section class="panel" aria-labelledby="book-title">
      <h2 id="book-title" i18n>予約 {{ rows().length }}組 {{ covers() }}名</h2>
      <table>
        <thead>
          <tr>
            <th scope="col" i18n>時刻</th>
            <th scope="col" i18n>お名前</th>
            <th scope="col" i18n>人数</th>
            <th scope="col" i18n>席</th>
            <th scope="col" i18n>様子</th>
            <th scope="col" i18n>メモ</th>
            <th scope="col"><span class="seen-by-readers" i18n>操作</span></th>
          </tr>
        </thead>
        <tbody>
          @for (one of rows(); track one.id) {
            <tr>
              <td>{{ one.begin }}–{{ one.end }}</td>
              <td>{{ nameOf(one) }}</td>
              <td>{{ coversOf(one) }}</td>
              <td>{{ one.tables.join('+') }}</td>
              <td>
                <span class="tag">{{ commitmentWords[one.commitment] }}</span> {{ presenceWords[one.presence] }}
              </td>
              <td>
                @if (one.details.allergies?.length) {
                  <b class="bad">{{ listed(one.details.allergies!) }}</b>
                }
                {{ one.details.occasion }} {{ one.details.for_restaurant }}
              </td>
              <td>
                <div class="row">
                  @switch (one.presence) {
                    @case ('seated') {
                      <button mat-button (click)="say(one, 'leave')" i18n>退店</button>
                    }
                    @case ('left') {
                      <button mat-button (click)="say(one, 'undo')" i18n>戻す</button>
                    }
                    @default {
                      @if (one.commitment === 'requested') {
                        <button mat-button (click)="say(one, 'confirm')" i18n>承認</button>
                        <button mat-button (click)="say(one, 'decline')" i18n>お断り</button>
                      }
                      <button mat-button (click)="say(one, 'sit_down')" i18n>着席</button>
                      <button mat-button (click)="say(one, 'miss')" i18n>不来店</button>
                    }
                  }
                </div>
              </td>
            </tr>
          } @empty {
            <tr>
              <td colspan="7" class="quiet" i18n>予約はありません</td>
            </tr>
          }
        </tbody>
      </table>
      <div role="status">
        @for (words of moved(); track words) {
          <p class="warn"><ng-container i18n>席の移動</ng-container> {{ words }}</p>
        }
      </div>
      @if (problem()) {
        <p class="bad" role="alert">{{ problem() }}</p>
      }
    </section>
  `,
})
export class BookList {
  readonly #api = inject(Api);
  readonly #day = inject(Day);
  protected readonly listed = listed;
  protected readonly nameOf = nameOf;
  protected readonly coversOf = coversOf;
  protected readonly commitmentWords = commitmentWords;
  protected readonly presenceWords = presenceWords;
  /** Of the evening that is shown. */
  protected readonly problem = linkedSignal({
    source: () => `${this.#day.restaurant()} ${this.#day.date()}`,
    computation: () => '',
  });
  /** Who moved for it, and to where. */
  protected readonly moved = linkedSignal<unknown, readonly string[]>({
    source: () => `${this.#day.restaurant()} ${this.#day.date()}`,
    computation: () => [],
  });
  #isDoing = false;
  protected readonly rows = computed(() =>
    [...this.#day.reservations()].sort((a, b) => minutesOf(a.begin) - minutesOf(b.begin)),
  );
  protected readonly covers = computed(() => this.rows().reduce((sum, one) => sum + coversOf(one), 0));

  protected async say({ id }: Reservation, deed: Deed): Promise<void> {
    if (this.#isDoing) return;
    this.#isDoing = true;
    try {
      const decided = await this.#api.write('decide', { command: { do: deed, booking: id, by: {} } });
      this.problem.set('');
      this.moved.set(decided.moved.map((one) => movedWords(this.#day.bookOf(decided.date), one)));
      await this.#day.keepUp(decided);
    } catch (error) {
      this.problem.set(sayProblem(error));
      await this.#day.load();
    } finally {
      this.#isDoing = false;
    }
  }
}
