import { Component, ElementRef, Injector, afterNextRender, computed, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Calls } from '../connect/calls.ts';
import { lasting } from '../shared/minutes.ts';
import { Roving } from '../shared/roving.ts';
import { Says } from '../shared/says.ts';
import { Shortcuts } from '../shared/shortcuts.ts';
import { found, groupOf, inLanguage } from './catalogue.ts';
import type { Entry } from './catalogue.ts';
import { DispositionForm } from './disposition_form.ts';
import { WrapUpStore } from './wrap_up_store.ts';

const shownAtMost = 12;

/** What the call was about; it is not done before that is said. */
@Component({
  selector: 'desk-wrap-up',
  imports: [MatButton, DispositionForm, Roving, Says],
  template: `
    <section class="panel stack" aria-labelledby="about">
      <div class="row">
        <h2 id="about" i18n>ご用件の記録</h2>
        @if (store.left() !== null) {
          <span class="tag" [class.bad]="store.left()! < 15000" [class.warn]="store.left()! >= 15000" role="timer">
            <ng-container i18n>後処理 残り</ng-container> {{ lasting(store.left()!) }}
          </span>
          <button mat-button [disabled]="!store.canExtend()" (click)="store.extend()">
            <ng-container i18n>延長</ng-container> <kbd>Alt+e</kbd>
          </button>
        }
        <span class="quiet" role="status">
          @if (store.contact()) {
            @if (store.isClosed()) {
              <ng-container i18n>記録済み</ng-container>
            } @else if (store.saved()) {
              <ng-container i18n>下書き保存済み</ng-container>
            } @else {
              <ng-container i18n>下書き保存中</ng-container>
            }
          }
        </span>
      </div>
      @if (calls.current()) {
        <label class="row" for="about-find"><span i18n>ご用件を探す</span> <kbd aria-hidden="true">Alt+d</kbd></label>
        <input
          id="about-find"
          #find
          autocomplete="off"
          [deskSays]="typed"
          (input)="typed.set(find.value)"
          (keydown.enter)="addFirst($event)"
        />
        <ul class="row" deskRoving="button" aria-label="ご用件" i18n-aria-label>
          @for (entry of offered(); track entry.code; let isFirst = $first) {
            <li>
              <button mat-stroked-button [tabIndex]="isFirst ? 0 : -1" (click)="add(entry)">
                {{ labelOf(entry) }}
              </button>
            </li>
          }
        </ul>
        @for (one of forms(); track one.of) {
          <desk-disposition-form [entry]="one.entry" [draft]="one.draft" [place]="$index" />
        }
        <label>
          <span i18n>メモ</span>
          <textarea rows="2" [deskSays]="store.notes" (input)="store.setNotes($any($event.target).value)"></textarea>
        </label>
        <!-- What was left unticked of another call is not this one's. -->
        @for (turn of store.tellsRestaurant() ? [store.turned()] : []; track turn) {
          <label>
            <span i18n>お店への申し送り（この通りに送ります）</span>
            <textarea rows="6" [deskSays]="store.note" (input)="store.edited.set($any($event.target).value)"></textarea>
          </label>
          <label class="row">
            <input
              type="checkbox"
              [checked]="store.isSent()"
              (change)="store.isSent.set($any($event.target).checked)"
            />
            <ng-container i18n>お店に送る</ng-container>
          </label>
        }
        @if (store.problem(); as problem) {
          <p class="bad" role="alert">{{ problem }}</p>
        }
        <button mat-flat-button [disabled]="store.isClosed() || !store.drafts().length" (click)="store.complete()">
          <ng-container i18n>記録して終える</ng-container> <kbd>Alt+Enter</kbd>
        </button>
      } @else {
        <p class="quiet" i18n>通話中から書けます。書きかけは消えません。</p>
      }
    </section>
  `,
})
export class WrapUp {
  protected readonly store = inject(WrapUpStore);
  protected readonly calls = inject(Calls);
  protected readonly lasting = lasting;
  readonly #injector = inject(Injector);
  readonly #host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly typed = signal('');
  protected readonly find = viewChild<ElementRef<HTMLInputElement>>('find');
  protected readonly offered = computed(() => {
    const catalogue = this.store.catalogue();
    return catalogue ? found(catalogue, this.typed()).slice(0, shownAtMost) : [];
  });
  /** Each of which call: what was begun in the form of another one is not this one's. */
  protected readonly forms = computed(() => {
    const turn = this.store.turned();
    return this.store.entries().map((one, at) => ({ ...one, of: `${turn}:${at}` }));
  });

  constructor() {
    const { store } = this;
    inject(Shortcuts).add(
      { keys: 'Alt+d', label: $localize`ご用件を探す`, run: () => this.find()?.nativeElement.focus() },
      {
        keys: 'Alt+e',
        label: $localize`後処理を延長する`,
        when: () => store.left() !== null,
        run: () => void store.extend(),
      },
      { keys: 'Alt+Enter', label: $localize`記録して終える`, run: () => void store.complete() },
    );
  }
  protected labelOf(entry: Entry): string {
    const catalogue = this.store.catalogue();
    const group = catalogue && groupOf(catalogue, entry.code);
    const label = inLanguage(entry.label, this.store.locale);
    return group ? `${inLanguage(group.label, this.store.locale)} › ${label}` : label;
  }
  protected addFirst(event: Event): void {
    event.preventDefault();
    const [first] = this.offered();
    if (first && this.typed()) this.add(first);
  }
  protected add({ code }: Entry): void {
    this.store.add(code);
    this.typed.set('');
    afterNextRender(() => this.#lastField()?.focus(), { injector: this.#injector });
  }
  #lastField(): HTMLElement | null {
    return this.#host.querySelector('desk-disposition-form:last-of-type [data-field]');
  }
}
