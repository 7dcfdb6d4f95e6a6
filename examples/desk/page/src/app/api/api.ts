import { Injectable, LOCALE_ID, inject, signal } from '@angular/core';
import { pause } from './pause.ts';
import { Problem, isUnreachable, mayPass } from './problem.ts';
import { Session, answered } from './session.ts';
import type {
  Agents,
  Answered,
  Asked,
  ChosenCaller,
  DayOfCalls,
  Errand,
  Holidays,
  HoursNow,
  HoursRead,
  Incoming,
  Periods,
  WrapUpRules,
} from './types.ts';

interface Request {
  method?: 'GET' | 'POST';
  body?: unknown;
  key?: string;
  signal?: AbortSignal | undefined;
}
/** Between attempts at what may be asked twice, in milliseconds; the last for ever. */
const waits = [250, 500, 1000, 2000, 4000];
/** Whether one asks until there is an answer, or lets somebody who waits for it decide. */
export type Patience = 'some' | 'endless';

/** The back end. What writes carries a key, so that asking again after silence changes nothing twice. */
@Injectable({ providedIn: 'root' })
export class Api {
  readonly #session = inject(Session);
  readonly #language = inject(LOCALE_ID).startsWith('en') ? 'en' : 'ja';
  /** Keys of what was asked and never answered: the same again is asked under the same. */
  readonly #unanswered = new Map<string, string>();
  /** Whether the last answer was one. */
  readonly reachable = signal(true);

  ask<E extends Errand>(errand: E, asked: Asked<E>, signal?: AbortSignal): Promise<Answered<E>> {
    return this.#send(`errands/${errand}`, { method: 'POST', body: asked, signal });
  }
  /** All pages of a list. */
  async all<E extends Errand, T>(errand: E, asked: Asked<E>, of: (page: Answered<E>) => readonly T[]): Promise<T[]> {
    const found: T[] = [];
    for (let after: string | null = null; ;) {
      const page: Answered<E> = await this.ask(errand, { ...asked, ...(after ? { after } : {}) });
      found.push(...of(page));
      after = (page as { next?: string | null }).next ?? null;
      if (!after) return found;
    }
  }
  async write<E extends Errand>(errand: E, asked: Asked<E>, patience: Patience = 'some'): Promise<Answered<E>> {
    const about = JSON.stringify([errand, asked]);
    const key = this.#unanswered.get(about) ?? crypto.randomUUID();
    this.#unanswered.set(about, key);
    try {
      const answer = await this.again(
        () => this.#send<Answered<E>>(`errands/${errand}`, { method: 'POST', body: asked, key }),
        patience,
      );
      this.#unanswered.delete(about);
      return answer;
    } catch (error) {
      if (!mayPass(error)) this.#unanswered.delete(about);
      throw error;
    }
  }
  /** What errands would answer, one after the other; nothing is kept. */
  async attempt<E extends Errand>(
    ...errands: { [K in E]: Record<K, Asked<K>> }[E][]
  ): Promise<{ [member: string]: unknown }[]> {
    const { answers } = await this.#send<{ answers: { [member: string]: unknown }[] }>('trials', {
      method: 'POST',
      body: { errands },
    });
    return answers;
  }
  now(restaurant: string): Promise<HoursNow> {
    return this.#send(`restaurants/${encodeURIComponent(restaurant)}/now`);
  }
  /** By the restaurant's hours, whatever was edited of the date's book. */
  periods(restaurant: string, date: string): Promise<Periods> {
    return this.#send(`restaurants/${encodeURIComponent(restaurant)}/periods?${new URLSearchParams({ date })}`);
  }
  incoming(dialled: string, caller: string | null): Promise<Incoming> {
    const query = new URLSearchParams({ dialled, ...(caller ? { caller } : {}) });
    return this.again(() => this.#send(`calls/incoming?${query}`), 'endless');
  }
  outbound(restaurant: string, number: string, more: { choice?: string; lastCalled?: string }): Promise<ChosenCaller> {
    return this.#send(`outbound?${new URLSearchParams({ restaurant, number, ...more })}`);
  }
  readHours(hours: string, closed: string): Promise<HoursRead> {
    return this.#send('hours/read', { method: 'POST', body: { hours, closed } });
  }
  holidays(): Promise<Holidays> {
    return this.#send('holidays');
  }
  wrapUp(): Promise<WrapUpRules> {
    return this.again(() => this.#send('wrap-up'), 'endless');
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

  async again<T>(attempt: () => Promise<T>, patience: Patience): Promise<T> {
    for (let count = 0; ; count++) {
      try {
        return await attempt();
      } catch (error) {
        if (!mayPass(error) || (patience === 'some' && count === waits.length)) throw error;
        await pause(waits[Math.min(count, waits.length - 1)] ?? 0);
      }
    }
  }
  async #send<T>(path: string, request: Request = {}): Promise<T> {
    const response = await this.#fetch(path, request);
    const isRefused = response.status === 401 && (await this.#session.renew());
    return (await answered(isRefused ? await this.#fetch(path, request) : response)) as T;
  }
  async #fetch(path: string, { method = 'GET', body, key, signal }: Request): Promise<Response> {
    const response = await fetch(`/api/${path}`, {
      method,
      ...(signal ? { signal } : {}),
      headers: {
        authorization: `Bearer ${this.#session.token()}`,
        'accept-language': this.#language,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key ? { 'idempotency-key': key } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      if (isUnreachable(error)) this.reachable.set(false);
      throw error;
    });
    this.reachable.set(!isUnreachable(new Problem(response.status, {})));
    return response;
  }
}
