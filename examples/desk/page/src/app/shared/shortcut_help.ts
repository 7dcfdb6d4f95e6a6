import { Component, ElementRef, computed, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Shortcuts } from './shortcuts.ts';

@Component({
  selector: 'desk-shortcut-help',
  imports: [MatButton],
  template: `
    <dialog #dialog aria-labelledby="shortcut-title">
      <h2 id="shortcut-title" i18n>操作の一覧</h2>
      <dl>
        @for (one of labelled(); track one.keys) {
          <div>
            <dt>
              <kbd>{{ one.keys }}</kbd>
            </dt>
            <dd>{{ one.label }}</dd>
          </div>
        }
      </dl>
      <button mat-flat-button (click)="dialog.close()" i18n>閉じる</button>
    </dialog>
  `,
  styles: `
    dialog {
      border: 1px solid var(--line);
      border-radius: 8px;
      color: inherit;
      background: var(--mat-sys-surface);
    }
    dl > div {
      display: grid;
      grid-template-columns: 6rem 1fr;
      padding: 2px 0;
    }
    dd {
      margin: 0;
    }
  `,
})
export class ShortcutHelp {
  protected readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  readonly #shortcuts = inject(Shortcuts);
  protected readonly labelled = computed(() => this.#shortcuts.all().filter(({ label }) => label));
  open(): void {
    if (!this.dialog().nativeElement.open) this.dialog().nativeElement.showModal();
  }
}
