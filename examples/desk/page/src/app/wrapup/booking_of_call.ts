import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { Api } from '../api/api.ts';
import type { KeptReservation } from '../api/types.ts';
import { Orders } from '../booking/orders.ts';
import { Calls } from '../connect/calls.ts';
import { coversOf, nameOf } from '../day/reservations.ts';
import { dateWords } from '../shared/minutes.ts';

/** The booking that a call was about, of whatever day it is. */
@Injectable({ providedIn: 'root' })
export class BookingOfCall {
  readonly #api = inject(Api);
  readonly #orders = inject(Orders);
  readonly #calls = inject(Calls);
  readonly id = computed(() => {
    const about = this.#orders.about();
    const isHere = about !== null && about.contact === this.#calls.current()?.contactId;
    return isHere ? about.booking : (this.#calls.kept()?.call.booking ?? null);
  });
  readonly #found = signal<KeptReservation | null>(null);
  /** As it was made just now, else as it is kept; null until that is known. */
  readonly kept = computed<KeptReservation | null>(() => {
    const [id, done, found] = [this.id(), this.#orders.done(), this.#found()];
    if (id && done?.booking === id && done.reservation) return { ...done, reservation: done.reservation };
    return id && found?.reservation.id === id ? this.#orders.asOfNow(found) : null;
  });
  /** 12月1日(火) 20:00 山田 4名: in Japanese, whatever the agent reads. */
  readonly words = computed(() => {
    const { date, reservation } = this.kept() ?? {};
    if (!date || !reservation) return '';
    return `${dateWords(date, 'ja')} ${reservation.begin} ${nameOf(reservation)} ${coversOf(reservation)}名`;
  });

  constructor() {
    effect(() => {
      const id = this.id();
      if (id) untracked(() => void this.#find(id));
    });
  }
  async #find(id: string): Promise<void> {
    const found = await this.#api.again(() => this.#api.ask('find_booking', { id }), 'some').catch(() => null);
    if (found && this.id() === id) this.#found.set(found);
  }
}
