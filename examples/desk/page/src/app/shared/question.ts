import { Component, ElementRef, afterRenderEffect, input, output, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';

/** Something to be said yes or no to, by `Alt+y` too. */
@Component({
  selector: 'desk-question',
  imports: [MatButton],
  template: `
    <div
      class="row warn"
      role="alertdialog"
      [attr.aria-label]="label()"
      [attr.aria-describedby]="describedBy()"
      (keydown.escape)="no.emit()"
    >
      <ng-content />
      <button mat-flat-button #yesButton type="button" [disabled]="!isPossible()" (click)="yes.emit()">
        {{ deed() }} <kbd>Alt+y</kbd>
      </button>
      <button mat-button #noButton type="button" (click)="no.emit()" i18n>やめる</button>
    </div>
  `,
})
export class Question {
  readonly label = input.required<string>();
  readonly describedBy = input.required<string>();
  readonly deed = input.required<string>();
  readonly isPossible = input(true);
  /** What Enter says; null while nobody can know what would come of it. */
  readonly leaning = input.required<'yes' | 'no' | null>();
  readonly yes = output();
  readonly no = output();
  protected readonly yesButton = viewChild.required('yesButton', { read: ElementRef<HTMLElement> });
  protected readonly noButton = viewChild.required('noButton', { read: ElementRef<HTMLElement> });

  constructor() {
    afterRenderEffect(() => {
      const leaning = this.leaning();
      if (leaning) (leaning === 'yes' ? this.yesButton() : this.noButton()).nativeElement.focus();
    });
  }
}
