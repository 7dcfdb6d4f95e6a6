import { Injectable, computed, inject, signal } from '@angular/core';
import { AdapterError } from 'denwaban-adapter';
import type { Call, Endpoint } from 'denwaban-adapter';
import { Calls } from './calls.ts';
import { phoneWords } from '../shared/words.ts';
import { Desk } from './desk.ts';

const ringing = ['incoming', 'connecting', 'pending'];
const talking = ['connected', 'conferenced', 'customer_left'];
const lost = ['missed', 'rejected', 'failed'];
const over = ['after_contact_work', 'ended', 'transferred', ...lost];

/** What can be done with the call that is looked at. */
@Injectable({ providedIn: 'root' })
export class CallActions {
  readonly #desk = inject(Desk);
  readonly #calls = inject(Calls);
  readonly #refused = signal<{ contact: string; words: string } | null>(null);
  /** Why what was done with the call that is looked at was refused. */
  readonly refusal = computed(() => {
    const refused = this.#refused();
    return refused?.contact === this.#calls.current()?.contactId ? (refused?.words ?? null) : null;
  });
  /** Calls that the agent has left: what was under way there comes to nothing, and needs no word. */
  readonly #left = new Set<string>();

  readonly isRinging = () => this.#is(ringing);
  readonly isTalking = () => this.#is(talking);
  readonly isHeld = () => this.#is(['held']);
  readonly isOver = () => this.#is(over);
  /** Nobody has talked. */
  readonly isLost = () => this.#is(lost);
  readonly #thirds = () =>
    this.#calls.current()?.contact.connections.filter(({ party }) => party === 'third_party') ?? [];
  readonly hasThird = () => this.#thirds().length > 0;
  /** Whoever is called has answered. */
  readonly canConfer = () => this.#thirds().some(({ state }) => state === 'connected' || state === 'hold');

  accept = () => this.#do((contactId) => this.#desk.adapter.accept({ contactId }));
  reject = () => this.#do((contactId) => this.#desk.adapter.reject({ contactId }));
  hold = () =>
    this.#do((contactId) =>
      this.isHeld() ? this.#desk.adapter.resume({ contactId }) : this.#desk.adapter.hold({ contactId }),
    );
  mute = () =>
    this.#do((contactId) =>
      this.#calls.current()?.muted ? this.#desk.adapter.unmute({ contactId }) : this.#desk.adapter.mute({ contactId }),
    );
  consult = (to: string | Endpoint) =>
    this.#do((contactId) => this.#desk.adapter.transfer(to, { contactId, stay: true }));
  transfer = (to: string | Endpoint) => this.#do((contactId) => this.#desk.adapter.transfer(to, { contactId }));
  conference = () => this.#do((contactId) => this.#desk.adapter.conference({ contactId }));
  hangUp = () => this.#do((contactId) => this.#leave(contactId));
  complete = () => this.#do((contactId) => this.#desk.adapter.completeWrapUp({ contactId }));
  /** The same of a call that is over, wherever one looks by now. */
  finish = (contactId: string): Promise<void> => {
    const isOver = this.#calls.all().some((call) => call.contactId === contactId && over.includes(call.state));
    return isOver ? this.#of(contactId, () => this.#desk.adapter.completeWrapUp({ contactId })) : Promise.resolve();
  };
  listen = (contactId: string) => this.#of(contactId, () => this.#desk.adapter.listen({ contactId }));
  barge = (contactId: string) => this.#of(contactId, () => this.#desk.adapter.barge({ contactId }));

  #is(states: readonly string[]): boolean {
    return states.includes(this.#calls.current()?.state ?? '');
  }
  #do(act: (contactId: string) => Promise<Call>): Promise<void> {
    const contact = this.#calls.current()?.contactId;
    return contact ? this.#of(contact, () => act(contact)) : Promise.resolve();
  }
  async #leave(contactId: string): Promise<Call> {
    this.#left.add(contactId);
    try {
      return await this.#desk.adapter.hangUp({ contactId });
    } catch (error) {
      this.#left.delete(contactId);
      throw error;
    }
  }
  async #of(contact: string, act: () => Promise<Call>): Promise<void> {
    const hadLeft = this.#left.has(contact);
    try {
      this.#refused.set(null);
      await act();
    } catch (error) {
      if (!(error instanceof AdapterError)) throw error;
      if (!hadLeft && this.#left.has(contact)) return;
      this.#refused.set({ contact, words: phoneWords[error.code] });
    }
  }
}
