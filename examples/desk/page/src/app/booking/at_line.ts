import { Injectable, Injector, afterNextRender, inject } from '@angular/core';

/** Where one goes on after whatever was done to a booking. */
@Injectable({ providedIn: 'root' })
export class AtLine {
  readonly #injector = inject(Injector);
  focus(): void {
    document.querySelector<HTMLElement>('#booking-line')?.focus();
  }
  /** Once it is done, if the button that it was done by is gone by then. */
  async after(doing: Promise<unknown>): Promise<void> {
    const pressed = document.activeElement;
    await doing;
    afterNextRender(() => pressed?.isConnected || this.focus(), { injector: this.#injector });
  }
}
