import { Directive, ElementRef, inject, input } from '@angular/core';

const steps: Record<string, 'next' | 'before' | 'first' | 'last'> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  ArrowLeft: 'before',
  ArrowUp: 'before',
  Home: 'first',
  End: 'last',
};

/** One stop of Tab for all that is inside; arrows go from one to the next. */
@Directive({ selector: '[deskRoving]', host: { '(keydown)': 'go($event)', '(focusin)': 'stopAt($event.target)' } })
export class Roving {
  readonly deskRoving = input.required<string>();
  readonly #host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  go(event: KeyboardEvent): void {
    const step = steps[event.key];
    if (!step || event.defaultPrevented || event.altKey) return;
    const items = this.#items();
    const at = items.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    event.preventDefault();
    const to = { next: at + 1, before: at - 1, first: 0, last: items.length - 1 }[step];
    items[(to + items.length) % items.length]?.focus();
  }
  stopAt(target: EventTarget | null): void {
    const items = this.#items();
    if (!items.includes(target as HTMLElement)) return;
    for (const item of items) item.tabIndex = item === target ? 0 : -1;
  }
  #items(): HTMLElement[] {
    return [...this.#host.querySelectorAll<HTMLElement>(this.deskRoving())];
  }
}
