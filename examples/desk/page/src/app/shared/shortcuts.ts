import { DestroyRef, Injectable, inject, signal } from '@angular/core';

export interface Shortcut {
  /** As KeyboardEvent names it, with `Alt+` and `Shift+`. */
  keys: string;
  label: string;
  run(): void;
  /** Whether it can be done now. */
  when?(): boolean;
}
const isTyped = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
/** With Alt, what stands on the key: some keyboards write another letter with it, and an input method none. */
const onKey = ({ key, code }: KeyboardEvent): string => /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.toLowerCase() ?? key;
const keysOf = (event: KeyboardEvent): string | null => {
  const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
  if (ctrlKey || metaKey) return null;
  return `${altKey ? 'Alt+' : ''}${shiftKey && key.length > 1 ? 'Shift+' : ''}${altKey ? onKey(event) : key}`;
};

/** What can be done without a mouse, wherever the focus is; single characters only where nothing is typed. */
@Injectable({ providedIn: 'root' })
export class Shortcuts {
  readonly #all = signal<readonly Shortcut[]>([]);
  readonly all = this.#all.asReadonly();

  /** As long as whoever asks lives. */
  add(...shortcuts: Shortcut[]): void {
    this.#all.update((all) => [...all, ...shortcuts]);
    inject(DestroyRef).onDestroy(() => this.#all.update((all) => all.filter((one) => !shortcuts.includes(one))));
  }
  pressed(event: KeyboardEvent): void {
    if (event.isComposing || event.repeat) return;
    const keys = keysOf(event);
    if (!keys || (keys.length === 1 && isTyped(event.target))) return;
    const shortcut = this.#all().findLast((one) => one.keys === keys && (one.when?.() ?? true));
    if (!shortcut) return;
    event.preventDefault();
    shortcut.run();
  }
}
