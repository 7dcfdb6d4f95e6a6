import { DestroyRef, computed, effect, inject, signal, untracked } from '@angular/core';
import type { Signal } from '@angular/core';
import { Api } from '../api/api.ts';
import { latest } from '../api/latest.ts';
import type { HoursNow } from '../api/types.ts';

/** In milliseconds. */
const every = 60_000;

/** What a restaurant's hours say, and go on saying: a call may last until it closes. */
export const hoursByNow = (restaurant: Signal<string | null>): Signal<HoursNow | null> => {
  const api = inject(Api);
  const told = signal<HoursNow | null>(null);
  const ofLatest = latest();
  const look = (): void => {
    const id = restaurant();
    const refuse = () => {};
    if (id)
      void ofLatest(
        () => api.now(id),
        (now) => told.set(now),
        refuse,
      );
  };
  effect(() => {
    restaurant();
    untracked(look);
  });
  const timer = setInterval(look, every);
  inject(DestroyRef).onDestroy(() => clearInterval(timer));
  return computed(() => (told()?.restaurant === restaurant() ? told() : null));
};
