import { Directive, ElementRef, effect, inject, input } from '@angular/core';
import type { Signal } from '@angular/core';

/**
 * A field that says what a signal does. What was typed and taken back before the page was drawn was never bound, and a
 * binding of its value would leave it there.
 */
@Directive({ selector: '[deskSays]' })
export class Says {
  readonly deskSays = input.required<Signal<string>>();

  constructor() {
    const field: HTMLInputElement | HTMLTextAreaElement = inject(ElementRef).nativeElement;
    effect(() => {
      const text = this.deskSays()();
      if (field.value !== text) field.value = text;
    });
  }
}
