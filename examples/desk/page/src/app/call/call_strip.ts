import { Component, computed, inject } from '@angular/core';
import type { Call } from 'denwaban-adapter';
import { Calls } from '../connect/calls.ts';
import { Desk } from '../connect/desk.ts';
import { Roving } from '../shared/roving.ts';
import { shown } from '../shared/names.ts';
import { contactWords } from '../shared/words.ts';
import { lasting } from '../shared/minutes.ts';
import { CallControls } from './call_controls.ts';

/** All calls that the agent has, wherever they look; what happens to them is said aloud. */
@Component({
  selector: 'desk-call-strip',
  imports: [CallControls, Roving],
  template: `
    <section class="row strip" aria-label="通話" i18n-aria-label>
      <p class="seen-by-readers" aria-live="assertive">{{ spoken() }}</p>
      <ul class="row" deskRoving="button">
        @for (call of calls.all(); track call.contactId; let isFirst = $first) {
          <li>
            <button
              class="call"
              [class.ringing]="isRinging(call)"
              [attr.aria-pressed]="call.contactId === calls.current()?.contactId"
              [tabIndex]="isFirst ? 0 : -1"
              (click)="calls.choose(call.contactId)"
            >
              <b>{{ contactWords[call.state] }}</b> {{ nameOf(call) }}
              <span class="quiet">{{ call.number ?? withheld }} {{ times().get(call.contactId) }}</span>
              @if (call.muted) {
                <span class="tag warn" i18n>消音中</span>
              }
              @if (call.supervision) {
                <span class="tag warn">{{ call.supervision === 'barge' ? bargedIn : listensIn }}</span>
              }
            </button>
          </li>
        } @empty {
          <li class="quiet" i18n>電話はありません</li>
        }
      </ul>
      <desk-call-controls />
    </section>
  `,
  styles: `
    .strip {
      padding: 4px 10px;
      border-bottom: 1px solid var(--line);
      min-height: 44px;
      justify-content: space-between;
    }
    .call {
      font: inherit;
      color: inherit;
      background: var(--mat-sys-surface-container);
      border: 1px solid var(--line);
      border-radius: 6px;
      padding: 4px 10px;
      cursor: pointer;
    }
    .call[aria-pressed='true'] {
      border: 2px solid var(--mat-sys-primary);
    }
    .ringing {
      background: var(--warn-ground);
    }
  `,
})
export class CallStrip {
  protected readonly calls = inject(Calls);
  readonly #desk = inject(Desk);
  protected readonly contactWords = contactWords;
  protected readonly withheld = $localize`非通知`;
  protected readonly bargedIn = $localize`管理者が会話に参加`;
  protected readonly listensIn = $localize`管理者が聴いています`;
  protected readonly times = computed(
    () => new Map(this.#desk.durations()?.contacts.map(({ id, duration }) => [id, lasting(duration)])),
  );
  /** For who does not see it: what rings, and for whom. */
  protected readonly spoken = computed(() =>
    this.calls
      .all()
      .map((call) => `${contactWords[call.state]} ${this.nameOf(call)} ${this.callerOf(call)}`)
      .join('。'),
  );
  protected isRinging({ state }: Call): boolean {
    return state === 'incoming' || state === 'connecting';
  }
  protected nameOf({ contactId, queue }: Call): string {
    return this.calls.popOf(contactId)?.restaurant.name ?? queue?.name ?? '';
  }
  protected callerOf({ contactId, number }: Call): string {
    const customers = this.calls.popOf(contactId)?.customers ?? [];
    return customers.length === 1 ? shown(String(customers[0]?.['name'] ?? number)) : (number ?? this.withheld);
  }
}
