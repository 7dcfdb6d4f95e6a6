import { Injectable, LOCALE_ID, inject, signal } from '@angular/core';
import { Problem, isUnreachable } from './problem.ts';
import { Session } from './session.ts';
import type {
  Agents,
  Answered,
  Asked,
  ChosenCaller,
  DayOfCalls,
  Errand,
  HoursNow,
  HoursRead,
  Incoming,
} from './types.ts';

interface Request {
  method?: 'GET' | 'POST';
  body?: unknown;
  key?: string;
  signal?: AbortSignal;
}
/** Between attempts at what may be asked twice, in milliseconds. */
const waits = [250, 500, 1000, 2000, 4000];
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The back end. What writes carries a key, so that asking again after silence changes nothing twice. */
@Injectable({ providedIn: 'root' })
export class Api {
  readonly #session = inject(Session);
  readonly #language = inject(LOCALE_ID).startsWith('en') ? 'en' : 'ja';
  /** Whether the last answer was one. */
  readonly reachable = signal(true);

  ask<E extends Errand>(errand: E, asked: Asked<E>, signal?: AbortSignal): Promise<Answered<E>> {
    return this.#send(`errands/${errand}`, { method: 'POST', body: asked, signal });
  }
  write<E extends Errand>(errand: E, asked: Asked<E>, key: string = crypto.randomUUID()): Promise<Answered<E>> {
    return this.#again(() => this.#send(`errands/${errand}`, { method: 'POST', body: asked, key }));
  }
  now(restaurant: string): Promise<HoursNow> {
    return this.#send(`restaurants/${encodeURIComponent(restaurant)}/now`);
  }
  incoming(dialled: string, caller: string | null): Promise<Incoming> {
    const query = new URLSearchParams({ dialled, ...(caller ? { caller } : {}) });
    return this.#again(() => this.#send(`calls/incoming?${query}`));
  }
  outbound(restaurant: string, number: string, more: { choice?: string; lastCalled?: string }): Promise<ChosenCaller> {
    return this.#send(`outbound?${new URLSearchParams({ restaurant, number, ...more })}`);
  }
  readHours(hours: string, closed: string): Promise<HoursRead> {
    return this.#send('hours/read', { method: 'POST', body: { hours, closed } });
  }
  agents(): Promise<Agents> {
    return this.#send('agents');
  }
  dayOfCalls(date: string): Promise<DayOfCalls> {
    return this.#send(`day?${new URLSearchParams({ date })}`);
  }
  tellSnapshot(snapshot: unknown): Promise<unknown> {
    return this.#send('agents/snapshot', { method: 'POST', body: snapshot });
  }

  async #again<T>(attempt: () => Promise<T>): Promise<T> {
    for (const wait of waits) {
      try {
        return await attempt();
      } catch (error) {
        if (!isUnreachable(error)) throw error;
        await pause(wait);
      }
    }
    return attempt();
  }
  async #send<T>(path: string, { method = 'GET', body, key, signal }: Request = {}): Promise<T> {
    const response = await fetch(`/api/${path}`, {
      method,
      signal,
      headers: {
        authorization: `Bearer ${this.#session.token()}`,
        'accept-language': this.#language,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key ? { 'idempotency-key': key } : {}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    }).catch((error: unknown) => {
      if (isUnreachable(error)) this.reachable.set(false);
      throw error;
    });
    this.reachable.set(response.status < 502);
    const said = await response.json();
    if (!response.ok) throw new Problem(response.status, said);
    return said;
  }
}
