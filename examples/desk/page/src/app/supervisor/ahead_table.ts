import { Component, LOCALE_ID, inject, input, signal } from '@angular/core';
import { Api } from '../api/api.ts';
import { stands, coversOf } from '../day/reservations.ts';
import { holidayName } from '../shared/holidays.ts';
import { dateWords } from '../shared/minutes.ts';
import { sayProblem } from '../shared/problems.ts';
import { agentsNeeded } from './ahead.ts';
import type { AheadDay } from './ahead.ts';

/** 祝前日 and holidays to come, what is booked for them, and how many agents they will want. */
@Component({
  selector: 'desk-ahead-table',
  template: `
    <section class="panel" aria-labelledby="ahead-title">
      <h2 id="ahead-title" i18n>この先の祝前日・祝日</h2>
      <table>
        <thead>
          <tr>
            <th scope="col" i18n>日付</th>
            <th scope="col" i18n>何の日</th>
            <th scope="col" i18n>予約</th>
            <th scope="col" i18n>必要な人数の目安</th>
          </tr>
        </thead>
        <tbody>
          @for (day of days(); track day.date) {
            <tr>
              <td>{{ words(day.date) }}</td>
              <td>
                @if (day.eveOf) {
                  <span class="tag warn"><ng-container i18n>祝前日</ng-container> {{ holidayName(day.eveOf) }}</span>
                }
                @if (day.holiday) {
                  <span class="tag">{{ holidayName(day.holiday) }}</span>
                }
              </td>
              <td i18n>{{ day.parties }}組 {{ day.covers }}名</td>
              <td i18n>{{ needed(day) }}人</td>
            </tr>
          }
        </tbody>
      </table>
      @if (problem()) {
        <p class="bad" role="alert">{{ problem() }}</p>
      }
    </section>
  `,
})
export class AheadTable {
  readonly quarters = input.required<readonly number[]>();
  readonly #api = inject(Api);
  protected readonly holidayName = holidayName;
  protected readonly problem = signal('');
  readonly #locale = inject(LOCALE_ID);
  protected readonly days = signal<readonly AheadDay[]>([]);

  constructor() {
    void this.#load().catch((error: unknown) => this.problem.set(sayProblem(error)));
  }
  protected words(date: string): string {
    return dateWords(date, this.#locale);
  }
  protected needed(day: AheadDay): number {
    return agentsNeeded(this.quarters(), day);
  }
  async #load(): Promise<void> {
    const { days: ahead } = await this.#api.holidays();
    const days = await Promise.all(
      ahead.map(async ({ date, holiday, eveOf }) => {
        const bookings = await this.#api.all(
          'list_bookings',
          { from: date, to: date, limit: 100 },
          (page) => page.bookings,
        );
        const here = bookings.map(({ reservation }) => reservation).filter(stands);
        const covers = here.reduce((sum, one) => sum + coversOf(one), 0);
        return { date, holiday, eveOf, parties: here.length, covers };
      }),
    );
    this.days.set(days);
  }
}
