import { Injectable, inject, signal } from '@angular/core';
import { Subject, filter } from 'rxjs';
import type { Observable } from 'rxjs';
import { eventReader } from './event_stream.ts';
import { pause } from './pause.ts';
import { Problem } from './problem.ts';
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
/** Why a stream is left that tells too little. */
const wider = 'wider';
/** All in milliseconds. The server beats every fifteen seconds. */
const mostWait = 8000;
const silence = 40_000;
const lookAgain = 5000;

/**
 * Follows the ledger by server-sent events, and goes on from where it was after silence. A back end that tells of no
 * changes is asked again and again for what is shown.
 */
@Injectable({ providedIn: 'root' })
export class Changes {
  readonly #session = inject(Session);
  readonly #told = new Subject<Change>();
  readonly #nouns = new Set<string>();
  /** `asking` where the back end tells of none; `closed` as long as nobody wants to know. */
  readonly state = signal<'closed' | 'live' | 'lost' | 'asking'>('closed');
  #after = '';
  #isOpen = false;
  #leaving = new AbortController();

  /** What is committed of some nouns from now on; nothing else is asked for but what somebody wants to know. */
  of(...nouns: string[]): Observable<Change> {
    const isWider = nouns.some((noun) => !this.#nouns.has(noun));
    for (const noun of nouns) this.#nouns.add(noun);
    if (isWider) this.#leaving.abort(wider);
    return this.#told.pipe(filter(({ kind, noun }) => kind === 'expired' || nouns.includes(noun ?? '')));
  }
  open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.state.set('lost');
    void this.#follow();
  }
  async #follow(): Promise<void> {
    for (let failures = 0; ;) {
      const begun = () => {
        // What was asked for meanwhile may have come to nothing, or was asked for before one listened.
        if (failures > 0 || !this.#after) this.#told.next({ kind: 'expired' });
        failures = 0;
      };
      try {
        await this.#read(begun);
        failures = Math.max(failures, 1);
      } catch (error) {
        if (this.#leaving.signal.reason === wider) continue;
        failures += 1;
        if (error instanceof Problem && error.code === 'unavailable') {
          this.state.set('asking');
          this.#told.next({ kind: 'expired' });
          await pause(lookAgain);
          continue;
        }
        if (error instanceof Problem && error.status === 401) await this.#session.renew().catch(() => false);
      }
      this.state.set('lost');
      await pause(Math.min(250 * 2 ** failures, mostWait));
      await this.#session.look().catch(() => null);
    }
  }
  async #read(begun: () => void): Promise<void> {
    const gone = (this.#leaving = new AbortController());
    const query = new URLSearchParams({ nouns: [...this.#nouns].join(',') });
    const response = await fetch(`/api/events?${query}`, {
      signal: gone.signal,
      headers: {
        authorization: `Bearer ${this.#session.token()}`,
        accept: 'text/event-stream',
        ...(this.#after ? { 'last-event-id': this.#after } : {}),
      },
    });
    if (!response.ok || !response.body)
      throw new Problem(response.status, await response.json().catch(() => ({ code: 'failed' })));
    begun();
    this.state.set('live');
    const read = eventReader();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const watching = setTimeout(() => gone.abort(), silence);
      const part = await reader.read().finally(() => clearTimeout(watching));
      if (part.done) return;
      for (const { event, id, data } of read(part.value)) {
        if (id) this.#after = id;
        if (event === 'changed') this.#told.next(JSON.parse(data));
        if (event === 'expired') this.#told.next({ kind: 'expired' });
      }
    }
  }
}
