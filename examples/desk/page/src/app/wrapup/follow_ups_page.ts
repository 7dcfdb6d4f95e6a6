import { Component, LOCALE_ID, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { Clock } from '../api/clock.ts';
import type { Entry } from './catalogue.ts';
import type { FollowUp } from '../api/types.ts';
import { inLanguage } from './catalogue.ts';
import { FollowUps } from './follow_ups.ts';
import { WrapUpStore } from './wrap_up_store.ts';
import { Day } from '../day/day.ts';
import { dateIn, dateWords, timeIn } from '../shared/minutes.ts';
import { whatWords } from '../shared/words.ts';

/** What has to be done after calls, the most urgent first. */
@Component({
  selector: 'desk-follow-ups-page',
  imports: [MatButton],
  template: `
    <h1 i18n>対応予定</h1>
    <table class="panel">
      <thead>
        <tr>
          <th scope="col" i18n>期限</th>
          <th scope="col" i18n>すること</th>
          <th scope="col" i18n>ご用件</th>
          <th scope="col" i18n>店</th>
          <th scope="col" i18n>宛先</th>
          <th scope="col"><span class="seen-by-readers" i18n>操作</span></th>
        </tr>
      </thead>
      <tbody>
        @for (one of followUps.all(); track one.contact + one.name) {
          <tr [class.bad]="isLate(one)">
            <td>{{ due(one) }}</td>
            <td>{{ whatWords[one.what] ?? one.what }}</td>
            <td>{{ codeWords(one) }}</td>
            <td>{{ restaurantOf(one) }}</td>
            <td>{{ one.to }}</td>
            <td>
              <div class="row">
                @if (isCall(one)) {
                  <button mat-button (click)="call(one)" i18n>電話する</button>
                }
                <button mat-button (click)="finish(one)" i18n>済み</button>
              </div>
            </td>
          </tr>
        } @empty {
          <tr>
            <td colspan="6" class="quiet" i18n>残っている対応はありません</td>
          </tr>
        }
      </tbody>
    </table>
    <p role="status">{{ told() }}</p>
    @if (followUps.problem()) {
      <p class="bad" role="alert">{{ followUps.problem() }}</p>
    }
  `,
})
export class FollowUpsPage {
  protected readonly followUps = inject(FollowUps);
  protected readonly whatWords = whatWords;
  protected readonly told = signal('');
  readonly #clock = inject(Clock);
  readonly #router = inject(Router);
  readonly #day = inject(Day);
  readonly #wrapUp = inject(WrapUpStore);
  readonly #locale = inject(LOCALE_ID);

  constructor() {
    this.followUps.follow();
  }
  protected due({ due }: FollowUp): string {
    return `${dateWords(dateIn(due), this.#locale)} ${timeIn(due)}`;
  }
  protected isLate({ due }: FollowUp): boolean {
    return Date.parse(due) < this.#clock.now();
  }
  protected isCall({ what }: FollowUp): boolean {
    return what.startsWith('call_back');
  }
  protected codeWords({ code }: FollowUp): string {
    const entry = this.#wrapUp.catalogue()?.entries.find((one: Entry) => one.code === code);
    return entry ? inLanguage(entry.label, this.#locale) : (code ?? '');
  }
  protected restaurantOf({ restaurant }: FollowUp): string {
    return this.#day.restaurants().find(({ id }) => id === restaurant)?.name ?? restaurant ?? '';
  }
  protected call({ restaurant, to }: FollowUp): void {
    void this.#router.navigate(['/outbound'], { queryParams: { restaurant, number: to } });
  }
  protected async finish(one: FollowUp): Promise<void> {
    this.told.set((await this.followUps.finish(one)) ? $localize`済みにしました` : '');
  }
}
