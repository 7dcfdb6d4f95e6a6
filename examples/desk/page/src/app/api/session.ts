import { Injectable, computed, inject, signal } from '@angular/core';
import { Clock } from './clock.ts';
import { pause } from './pause.ts';
import type { Session as Told, SignIn } from './types.ts';
import { Problem, isUnreachable } from './problem.ts';
import type { Issuer } from './issuer.ts';

const kept = 'desk.token';
const arrived = new URL(location.href);
export type Role = Told['role'];
/** Between attempts to reach the server at all, in milliseconds. */
const again = 2000;

/**
 * Who works here. A token is kept for the tab: the issuer's, to whom one is led to sign in; a development server gives one
 * to whoever asks.
 */
@Injectable({ providedIn: 'root' })
export class Session {
  readonly #clock = inject(Clock);
  readonly #token = signal(sessionStorage.getItem(kept));
  readonly token = this.#token.asReadonly();
  readonly told = signal<Told | null>(null);
  readonly problem = signal<Problem | null>(null);
  /** Whether the server has not answered yet. */
  readonly isWaiting = signal(false);
  readonly role = computed<Role | null>(() => this.told()?.role ?? null);
  readonly who = computed(() => this.told()?.who ?? '');
  #asked = new URLSearchParams();
  #way: SignIn | null = null;
  #issuer: Promise<Issuer> | null = null;
  #renewing: Promise<boolean> | null = null;

  async open(asked: URLSearchParams): Promise<void> {
    this.#asked = asked;
    for (;;) {
      try {
        this.problem.set(null);
        await this.#open();
        return this.isWaiting.set(false);
      } catch (error) {
        this.isWaiting.set(isUnreachable(error));
        if (!isUnreachable(error))
          return this.problem.set(error instanceof Problem ? error : new Problem(0, { code: 'sign_in_failed' }));
        await pause(again);
      }
    }
  }
  /** Another token in place of one that is refused; false where somebody has to sign in anew. */
  renew(): Promise<boolean> {
    this.#renewing ??= this.#renew().finally(() => (this.#renewing = null));
    return this.#renewing;
  }
  /** Leads to the issuer; what was typed is there when one comes back. */
  async signIn(): Promise<void> {
    const issuer = await this.#theIssuer();
    if (issuer) await issuer.leave();
    else location.reload();
  }
  /** What time it is there, and how one signs in. */
  async look(): Promise<SignIn> {
    const begun = Date.now();
    const way = (await answered(await fetch('/api/sign-in'))) as SignIn;
    this.#clock.set(way.now, begun);
    this.#way = way;
    return way;
  }

  async #open(): Promise<void> {
    const way = await this.look();
    if (way.isDevelopment) {
      if (this.#asked.get('as') || !this.#token()) await this.#enter();
    } else {
      const back = await (await this.#theIssuer())?.comeBack();
      if (back) this.#take(back);
      if (!this.#token() && !way.issuer) throw new Problem(401, { code: 'unauthenticated' });
      if (!this.#token()) return this.signIn();
    }
    await this.#tell().catch(async (error: unknown) => {
      if (!(error instanceof Problem) || error.status !== 401 || !(await this.renew())) throw error;
      await this.#tell();
    });
  }
  async #renew(): Promise<boolean> {
    try {
      const way = this.#way ?? (await this.look());
      if (way.isDevelopment) {
        await this.#enter();
        return true;
      }
      const token = await (await this.#theIssuer())?.renew();
      if (token) this.#take(token);
      else this.problem.set(new Problem(401, { code: 'unauthenticated' }));
      return Boolean(token);
    } catch (error) {
      if (isUnreachable(error)) throw error;
      this.problem.set(error instanceof Problem ? error : new Problem(401, { code: 'unauthenticated' }));
      return false;
    }
  }
  /** Loaded where there is one. */
  #theIssuer(): Promise<Issuer> | null {
    const { issuer, client, scope } = this.#way ?? {};
    if (!issuer || !client || !scope) return null;
    this.#issuer ??= import('./issuer.ts').then((module) => module.openIssuer({ issuer, client, scope }, arrived));
    return this.#issuer;
  }
  #take(token: string): void {
    sessionStorage.setItem(kept, token);
    this.#token.set(token);
    this.problem.set(null);
  }
  async #enter(): Promise<void> {
    const as = this.#asked.get('as') ?? 'agent';
    const who = this.#asked.get('who');
    const query = new URLSearchParams({ as, ...(who ? { who } : {}) });
    const said = (await answered(await fetch(`/api/development/login?${query}`))) as { token: string };
    this.#take(said.token);
  }
  async #tell(): Promise<void> {
    const response = await fetch('/api/session', { headers: { authorization: `Bearer ${this.#token()}` } });
    this.told.set((await answered(response)) as Told);
  }
}

/** What a response says; a Problem where it refuses. */
export const answered = async (response: Response): Promise<unknown> => {
  const said = await response.json().catch(() => ({}));
  if (!response.ok) throw new Problem(response.status, said);
  return said;
};
