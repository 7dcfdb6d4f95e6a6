import { Component, computed, effect, inject, untracked } from '@angular/core';
import { Day } from '../day/day.ts';
import { movedWords } from '../day/reservations.ts';
import { listed } from '../shared/listed.ts';
import { Question } from '../shared/question.ts';
import { Shortcuts } from '../shared/shortcuts.ts';
import { Booking } from './booking.ts';

/** Whether others are to move for a party: who, and to where. A second Enter out of habit moves nobody. */
@Component({
  selector: 'desk-moving',
  imports: [Question],
  template: `
    @if (booking.moving()) {
      <desk-question
        [label]="label"
        describedBy="moving-others"
        [deed]="deed"
        leaning="no"
        (yes)="booking.move()"
        (no)="booking.moving.set(null)"
      >
        <b>{{ label }}</b>
        <span id="moving-others">{{ others() }}</span>
      </desk-question>
    }
  `,
})
export class MovingQuestion {
  protected readonly booking = inject(Booking);
  readonly #day = inject(Day);
  protected readonly label = $localize`ほかのお客様の席を移しますか`;
  protected readonly deed = $localize`席を移して取る`;
  protected readonly others = computed(() => {
    const others = this.booking.moving()?.others ?? [];
    if (typeof others === 'number')
      return $localize`${others}:count:組の席が変わります。どの卓へかは、取ったあとに出ます`;
    return listed(others.map((one) => movedWords(this.#day.book(), one)));
  });
  #before: Element | null = null;

  constructor() {
    effect(() => {
      const isAsked = this.booking.moving() !== null;
      untracked(() => (isAsked ? (this.#before = document.activeElement) : this.#comeBack()));
    });
    inject(Shortcuts).add({
      keys: 'Alt+y',
      label: $localize`席を移す（尋ねられたとき）`,
      when: () => this.booking.moving() !== null,
      run: () => void this.booking.move(),
    });
  }
  /** Once the question is gone, to where one was. */
  #comeBack(): void {
    const before = this.#before;
    this.#before = null;
    if (before instanceof HTMLElement) before.focus();
  }
}
