import { DOCUMENT, Injectable, afterEveryRender, inject } from '@angular/core';

/** No field: a key that does something would be typed there. */
const focusable = 'button:enabled, a[href], [tabindex="0"]';
const isGone = (element: Element): boolean => !element.isConnected || element.matches(':disabled');

/** Whoever is on a button that goes, or is disabled, goes on at what is nearest to it, and not at the top of the page. */
@Injectable({ providedIn: 'root' })
export class FocusKept {
  readonly #document = inject(DOCUMENT);
  #had: HTMLElement | null = null;
  /** What stood around it, from within. */
  #around: readonly Element[] = [];

  constructor() {
    this.#document.addEventListener('focusin', ({ target }) => this.#remember(target as HTMLElement));
    afterEveryRender(() => this.#keep());
  }
  #remember(target: HTMLElement): void {
    this.#had = target;
    const around: Element[] = [];
    for (let one = target.parentElement; one; one = one.parentElement) around.push(one);
    this.#around = around;
  }
  #keep(): void {
    const had = this.#had;
    const isNowhere = this.#document.activeElement === this.#document.body || this.#document.activeElement === had;
    if (!had || !isNowhere || !isGone(had)) return;
    const near = this.#around.find((one) => one.isConnected && one.querySelector(focusable));
    near?.querySelector<HTMLElement>(focusable)?.focus();
  }
}
