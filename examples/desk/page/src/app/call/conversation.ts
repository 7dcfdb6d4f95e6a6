import { Component, DestroyRef, ElementRef, computed, effect, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Calls } from '../connect/calls.ts';
import { Desk } from '../connect/desk.ts';
import type { SaidLine } from '../connect/simulated.ts';
import { Says } from '../shared/says.ts';
import { Shortcuts } from '../shared/shortcuts.ts';

/** The simulated guest, in text: what they say, and what the agent says to them. */
@Component({
  selector: 'desk-conversation',
  imports: [MatButton, Says],
  template: `
    @if (desk.simulated(); as simulated) {
      <section class="panel" aria-labelledby="talk">
        <h2 id="talk" i18n>会話（模擬のお客様）</h2>
        <div class="said" role="log" tabindex="0" aria-labelledby="talk">
          @for (line of here(); track $index) {
            <p [class.guest]="line.who === 'guest'">
              <b>{{ line.who === 'guest' ? guest : self }}</b> {{ line.text }}
            </p>
          }
        </div>
        <form class="row" (submit)="say($event, simulated)">
          <label>
            <span class="seen-by-readers" i18n>お客様に言うこと</span>
            <input
              name="say"
              #words
              autocomplete="off"
              [deskSays]="text"
              (input)="text.set($any($event.target).value)"
            />
          </label>
          <button mat-button [disabled]="!calls.current()" i18n>言う</button>
        </form>
        <div class="row">
          <button mat-button (click)="simulated.next()">
            <ng-container i18n>次の電話を鳴らす</ng-container> <kbd>Alt+n</kbd>
          </button>
          @if (isLost()) {
            <button mat-button (click)="recover()" i18n>回線を戻す</button>
          } @else {
            <button mat-button (click)="lose()" i18n>回線を切ってみる</button>
          }
        </div>
      </section>
    }
  `,
  styles: `
    .said {
      max-height: 14rem;
      overflow: auto;
      margin-bottom: 4px;
    }
    .guest {
      background: var(--mat-sys-surface-container-high);
    }
    label {
      flex: 1;
    }
  `,
})
export class Conversation {
  protected readonly desk = inject(Desk);
  protected readonly calls = inject(Calls);
  protected readonly text = signal('');
  protected readonly isLost = signal(false);
  protected readonly guest = $localize`お客様`;
  protected readonly self = $localize`自分`;
  readonly #lines = signal<readonly SaidLine[]>([]);
  protected readonly here = computed(() =>
    this.#lines().filter(({ contact }) => contact === this.calls.current()?.contactId),
  );
  protected readonly words = viewChild<ElementRef<HTMLInputElement>>('words');

  constructor() {
    const destroyed = inject(DestroyRef);
    const when = () => this.desk.simulated() !== null;
    inject(Shortcuts).add(
      {
        keys: 'Alt+n',
        label: $localize`次の電話を鳴らす（模擬）`,
        when,
        run: () => void this.desk.simulated()?.next(),
      },
      { keys: 'Alt+k', label: $localize`お客様と話す（模擬）`, when, run: () => this.words()?.nativeElement.focus() },
    );
    effect(() => {
      const stop = this.desk.simulated()?.said((line) => this.#lines.update((all) => [...all, line].slice(-500)));
      if (stop) destroyed.onDestroy(stop);
    });
  }
  protected say(event: Event, simulated: { hear(contact: string, text: string): void }): void {
    event.preventDefault();
    const contact = this.calls.current()?.contactId;
    if (!contact || !this.text()) return;
    simulated.hear(contact, this.text());
    this.text.set('');
  }
  protected lose(): void {
    this.desk.simulated()?.lose();
    this.isLost.set(true);
  }
  protected recover(): void {
    this.desk.simulated()?.recover();
    this.isLost.set(false);
  }
}
