import { Injectable, inject, signal } from '@angular/core';
import { Subject } from 'rxjs';
import { eventReader } from './event_stream.ts';
import { Session } from './session.ts';

/** What was committed, of what somebody may see; `expired` where some may have been missed. */
export interface Change {
  kind: string;
  noun?: string;
  restaurant?: string;
  date?: string;
  id?: string;
  version?: number;
}
const mostWait = 8000;

/** Follows the ledger by server-sent events, and goes on from where it was after silence. */
@Injectable({ providedIn: 'root' })
export class Changes {
  readonly #session = inject(Session);
  readonly #told = new Subject<Change>();
  readonly told$ = this.#told.asObservable();
  readonly live = signal(false);
  #after = '';
  #isOpen = false;

  open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    void this.#follow();
  }
  async #follow(): Promise<void> {
    for (let failures = 0; ;) {
      try {
        await this.#read(() => (failures = 0));
      } catch {
        failures += 1;
      }
      this.live.set(false);
      await new Promise((resolve) => setTimeout(resolve, Math.min(500 * 2 ** failures, mostWait)));
    }
  }
  async #read(begun: () => void): Promise<void> {
    const response = await fetch('/api/events', {
      headers: {
        authorization: `Bearer ${this.#session.token()}`,
        accept: 'text/event-stream',
        ...(this.#after ? { 'last-event-id': this.#after } : {}),
      },
    });
    if (!response.ok || !response.body) throw new Error(String(response.status));
    begun();
    this.live.set(true);
    const read = eventReader();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      for (const { event, id, data } of read(part.value)) {
        if (id) this.#after = id;
        if (event === 'changed') this.#told.next(JSON.parse(data));
        if (event === 'expired') this.#told.next({ kind: 'expired' });
      }
    }
  }
}
