import { Component, ElementRef, computed, inject, linkedSignal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { CallActions } from '../connect/actions.ts';
import { Calls } from '../connect/calls.ts';
import { Desk } from '../connect/desk.ts';
import { Shortcuts } from '../shared/shortcuts.ts';

/** What can be done with the call that is looked at, each with a key of its own. */
@Component({
  selector: 'desk-call-controls',
  imports: [MatButton],
  template: `
    <div class="row" role="group" aria-label="通話の操作" i18n-aria-label>
      @if (calls.current(); as call) {
        @if (actions.isRinging() && call.direction === 'inbound') {
          <button mat-flat-button (click)="actions.accept()">
            <ng-container i18n>出る</ng-container> <kbd>F2</kbd>
          </button>
          <button mat-button (click)="actions.reject()"><ng-container i18n>拒否</ng-container> <kbd>F3</kbd></button>
        }
        @if (actions.isTalking() || actions.isHeld()) {
          <button mat-button [attr.aria-pressed]="actions.isHeld()" (click)="actions.hold()">
            @if (actions.isHeld()) {
              <ng-container i18n>保留解除</ng-container>
            } @else {
              <ng-container i18n>保留</ng-container>
            }
            <kbd>F4</kbd>
          </button>
          <button mat-button [attr.aria-pressed]="call.muted" (click)="actions.mute()">
            @if (call.muted) {
              <ng-container i18n>消音解除</ng-container>
            } @else {
              <ng-container i18n>消音</ng-container>
            }
            <kbd>F7</kbd>
          </button>
          @if (actions.hasThird()) {
            <button mat-button [disabled]="!actions.canConfer()" (click)="actions.conference()">
              <ng-container i18n>三者通話</ng-container> <kbd>F10</kbd>
            </button>
          } @else {
            <label class="row">
              <span class="seen-by-readers" i18n>つなぐ先</span> <kbd aria-hidden="true">Alt+t</kbd>
              <select #places (change)="target.set($any($event.target).value)">
                @for (place of targets(); track place.id) {
                  <option [value]="place.id" [selected]="place.id === chosen()?.id">{{ place.label }}</option>
                }
              </select>
            </label>
            <button mat-button (click)="consult()"><ng-container i18n>相談</ng-container> <kbd>F8</kbd></button>
            <button mat-button (click)="transfer()"><ng-container i18n>転送</ng-container> <kbd>F9</kbd></button>
          }
        }
        @if (actions.isLost()) {
          <button mat-flat-button (click)="actions.complete()">
            <ng-container i18n>片付ける</ng-container> <kbd>Alt+Enter</kbd>
          </button>
        }
        @if (!actions.isOver() && !(actions.isRinging() && call.direction === 'inbound')) {
          <button mat-button class="end" (click)="actions.hangUp()">
            <ng-container i18n>切る</ng-container> <kbd>Alt+q</kbd>
          </button>
        }
      }
      @if (actions.refusal(); as refusal) {
        <span class="tag bad" role="alert">{{ refusal }}</span>
      }
    </div>
  `,
  styles: `
    .end {
      --mat-button-text-label-text-color: var(--bad);
    }
  `,
})
export class CallControls {
  protected readonly calls = inject(Calls);
  protected readonly actions = inject(CallActions);
  readonly #desk = inject(Desk);
  /** As chosen in this call. */
  protected readonly target = linkedSignal({ source: () => this.calls.current()?.contactId, computation: () => '' });
  /** The restaurant itself first, then the quick connects. */
  protected readonly targets = computed(() => {
    const lines = (this.calls.pop()?.restaurant.lines ?? []) as { number?: string; label?: string }[];
    return [
      ...lines.flatMap(({ number, label }) =>
        number ? [{ id: number, label: $localize`お店 ${label ?? ''}:label: ${number}:number:`, to: number }] : [],
      ),
      ...this.#desk.endpoints().map((endpoint) => ({
        id: endpoint.endpointARN ?? endpoint.name ?? '',
        label: endpoint.name ?? '',
        to: endpoint,
      })),
    ];
  });

  protected readonly chosen = computed(() => {
    const all = this.targets();
    return all.find(({ id }) => id === this.target()) ?? all[0];
  });

  protected readonly places = viewChild<ElementRef<HTMLSelectElement>>('places');

  constructor() {
    const { actions } = this;
    inject(Shortcuts).add(
      { keys: 'F2', label: $localize`電話に出る`, when: actions.isRinging, run: () => void actions.accept() },
      { keys: 'F3', label: $localize`電話を拒否する`, when: actions.isRinging, run: () => void actions.reject() },
      { keys: 'F4', label: $localize`保留・保留解除`, run: () => void actions.hold() },
      { keys: 'F7', label: $localize`消音・消音解除`, run: () => void actions.mute() },
      { keys: 'F8', label: $localize`相談（お客様は保留）`, run: () => this.consult() },
      { keys: 'F9', label: $localize`転送`, run: () => this.transfer() },
      { keys: 'Alt+t', label: $localize`つなぐ先を選ぶ`, run: () => this.places()?.nativeElement.focus() },
      { keys: 'F10', label: $localize`三者通話にする`, run: () => void actions.conference() },
      { keys: 'Alt+q', label: $localize`電話を切る`, run: () => void actions.hangUp() },
      { keys: 'Alt+w', label: $localize`次の通話を見る`, run: () => this.#next() },
    );
  }
  protected consult(): void {
    const to = this.chosen()?.to;
    if (to) void this.actions.consult(to);
  }
  protected transfer(): void {
    const to = this.chosen()?.to;
    if (to) void this.actions.transfer(to);
  }
  #next(): void {
    const all = this.calls.all();
    const at = all.findIndex(({ contactId }) => contactId === this.calls.current()?.contactId);
    const next = all[(at + 1) % all.length];
    if (next) this.calls.choose(next.contactId);
  }
}
