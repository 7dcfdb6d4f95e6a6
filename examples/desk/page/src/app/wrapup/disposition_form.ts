import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { KeptReservation } from '../api/types.ts';
import { Calls } from '../connect/calls.ts';
import { Day } from '../day/day.ts';
import { coversOf, nameOf } from '../day/reservations.ts';
import { dateWords } from '../shared/minutes.ts';
import { inLanguage } from './catalogue.ts';
import type { Entry, Field, Label } from './catalogue.ts';
import { BookingOfCall } from './booking_of_call.ts';
import type { Draft } from './draft.ts';
import { WrapUpStore } from './wrap_up_store.ts';

/** The fields of one disposition, each by its type. */
@Component({
  selector: 'desk-disposition-form',
  imports: [MatButton],
  template: `
    <fieldset>
      <legend>
        {{ word(entry().label) }}
        <button mat-button (click)="store.remove(place())" [attr.aria-label]="removeLabel()">✕</button>
      </legend>
      @for (field of entry().fields ?? []; track field.key) {
        <div class="field" [class.wrong]="isWrong(field)">
          @if (field.type === 'multi_choice') {
            <div role="group" [attr.aria-label]="word(field.label)">
              <span>{{ word(field.label) }}{{ mark(field) }}</span>
              <span class="row">
                @for (choice of field.choices; track choice.code; let isFirst = $first) {
                  <label class="row">
                    <input
                      type="checkbox"
                      [attr.data-field]="isFirst ? field.key : null"
                      [checked]="has(field, choice.code)"
                      (change)="toggle(field, choice.code, $any($event.target).checked)"
                    />
                    {{ word(choice.label) }}
                  </label>
                }
              </span>
            </div>
          } @else {
            <label [attr.for]="idOf(field)">
              <span>{{ word(field.label) }}{{ mark(field) }}</span>
              @switch (field.type) {
                @case ('choice') {
                  <select
                    [id]="idOf(field)"
                    [attr.data-field]="field.key"
                    [attr.aria-invalid]="isWrong(field)"
                    [value]="text(field)"
                    (change)="put(field, $event)"
                  >
                    <option value=""></option>
                    @for (choice of field.choices; track choice.code) {
                      <option [value]="choice.code" [selected]="choice.code === text(field)">
                        {{ word(choice.label) }}
                      </option>
                    }
                  </select>
                }
                @case ('booking') {
                  <select
                    [id]="idOf(field)"
                    [attr.data-field]="field.key"
                    [attr.aria-invalid]="isWrong(field)"
                    [value]="text(field)"
                    (change)="put(field, $event)"
                  >
                    <option value=""></option>
                    @for (one of bookings(); track one.reservation.id) {
                      <option [value]="one.reservation.id" [selected]="one.reservation.id === text(field)">
                        {{ wordsOf(one) }}
                      </option>
                    }
                  </select>
                }
                @default {
                  <input
                    [id]="idOf(field)"
                    [attr.data-field]="field.key"
                    [attr.aria-invalid]="isWrong(field)"
                    [type]="kind(field)"
                    autocomplete="off"
                    [value]="text(field)"
                    (input)="put(field, $event)"
                  />
                }
              }
            </label>
          }
        </div>
      }
      <label>
        <span i18n>補足</span>
        <input autocomplete="off" [value]="draft().note" (input)="store.setNote(place(), $any($event.target).value)" />
      </label>
    </fieldset>
  `,
  styles: `
    fieldset {
      border: 1px solid var(--line);
      border-radius: 6px;
      display: grid;
      gap: 4px;
    }
    .wrong {
      border-inline-start: 3px solid var(--bad);
      padding-inline-start: 4px;
    }
    label {
      width: 100%;
    }
    .row label {
      width: auto;
    }
  `,
})
export class DispositionForm {
  readonly entry = input.required<Entry>();
  readonly draft = input.required<Draft>();
  readonly place = input.required<number>();
  protected readonly store = inject(WrapUpStore);
  readonly #calls = inject(Calls);
  readonly #day = inject(Day);
  readonly #booking = inject(BookingOfCall);
  /** The caller's, those of the evening that is shown, and what the call was about, of whatever day. */
  protected readonly bookings = computed<readonly KeptReservation[]>(() => {
    const { restaurant = '', date = '' } = this.#day.book() ?? {};
    const shown = this.#day.reservations().map((reservation) => ({ restaurant, date, reservation }));
    const about = this.#booking.kept();
    const all = [...shown, ...(this.#calls.pop()?.bookings ?? []), ...(about ? [about] : [])];
    return [...new Map(all.map((one) => [one.reservation.id, one])).values()];
  });
  protected readonly removeLabel = computed(() => $localize`${this.word(this.entry().label)}:label: を外す`);

  protected word(label: Label): string {
    return inLanguage(label, this.store.locale);
  }
  /** Of another day or restaurant than the evening that is shown, it is said of which. */
  protected wordsOf({ restaurant, date, reservation }: KeptReservation): string {
    const book = this.#day.book();
    return [
      date === book?.date ? '' : dateWords(date, this.store.locale),
      restaurant === book?.restaurant ? '' : (this.#day.nameOf(restaurant) ?? restaurant),
      reservation.begin,
      nameOf(reservation),
      coversOf(reservation),
    ]
      .filter(Boolean)
      .join(' ');
  }
  protected mark({ requirement }: Field): string {
    return requirement === 'required' ? ' *' : '';
  }
  protected kind({ type }: Field): string {
    return type === 'date_time' ? 'datetime-local' : type === 'phone' ? 'tel' : type === 'photo' ? 'url' : 'text';
  }
  protected text({ key }: Field): string {
    const typed = this.draft().fields[key];
    return typeof typed === 'string' ? typed : '';
  }
  protected has({ key }: Field, code: string): boolean {
    return this.draft().fields[key]?.includes(code) ?? false;
  }
  protected idOf({ key }: Field): string {
    return `field-${this.place()}-${key}`;
  }
  protected put({ key }: Field, event: Event): void {
    this.store.set(this.place(), key, (event.target as HTMLInputElement).value);
  }
  protected toggle({ key }: Field, code: string, isChosen: boolean): void {
    const before = this.draft().fields[key];
    const codes = Array.isArray(before) ? before.filter((one) => one !== code) : [];
    this.store.set(this.place(), key, isChosen ? [...codes, code] : codes);
  }
  protected isWrong({ key }: Field): boolean {
    return this.store
      .wrong()
      .some((place) => place === `${this.place()}/${key}` || place.endsWith(`/${this.place()}/fields/${key}`));
  }
}
