import { Injectable, computed, signal } from '@angular/core';
import type { Session as Told } from './types.ts';
import { Problem } from './problem.ts';

const kept = 'desk.token';
export type Role = Told['role'];

/** Who works here. A token is kept for the tab; a development server gives one to whoever asks. */
@Injectable({ providedIn: 'root' })
export class Session {
  readonly #token = signal(sessionStorage.getItem(kept));
  readonly token = this.#token.asReadonly();
  readonly told = signal<Told | null>(null);
  readonly problem = signal<Problem | null>(null);
  readonly role = computed<Role | null>(() => this.told()?.role ?? null);
  readonly who = computed(() => this.told()?.who ?? '');

  async open(asked: URLSearchParams): Promise<void> {
    const as = asked.get('as');
    try {
      if (as || !this.#token()) await this.#enter(as ?? 'agent', asked.get('who') ?? null);
      await this.#look().catch(async (error: unknown) => {
        if (!(error instanceof Problem) || error.status !== 401) throw error;
        await this.#enter(as ?? 'agent', asked.get('who') ?? null);
        await this.#look();
      });
    } catch (error) {
      this.problem.set(error instanceof Problem ? error : new Problem(0, { code: 'unreachable' }));
    }
  }
  /** A token as its issuer gave it. */
  take(token: string): void {
    sessionStorage.setItem(kept, token);
    this.#token.set(token);
  }
  async #enter(as: string, who: string | null): Promise<void> {
    const query = new URLSearchParams({ as, ...(who ? { who } : {}) });
    const response = await fetch(`/api/development/login?${query}`);
    const said = await response.json();
    if (!response.ok) throw new Problem(response.status, said);
    this.take(said.token);
  }
  async #look(): Promise<void> {
    const response = await fetch('/api/session', { headers: { authorization: `Bearer ${this.#token()}` } });
    const said = await response.json();
    if (!response.ok) throw new Problem(response.status, said);
    this.told.set(said);
  }
}
