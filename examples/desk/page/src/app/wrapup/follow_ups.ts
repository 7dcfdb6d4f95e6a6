import { Injectable, inject, signal } from '@angular/core';
import { Api } from '../api/api.ts';
import { Clock } from '../api/clock.ts';
import { Changes } from '../api/changes.ts';
import type { FollowUp } from '../api/types.ts';
import { sayProblem } from '../shared/problems.ts';

const ahead = 7 * 86_400_000;

/** What is promised and not done, by when; kept up by what others do. */
@Injectable({ providedIn: 'root' })
export class FollowUps {
  readonly #api = inject(Api);
  readonly #clock = inject(Clock);
  readonly problem = signal('');
  readonly all = signal<readonly FollowUp[]>([]);
  constructor() {
    inject(Changes).told$.subscribe(({ noun, kind }) => {
      if (kind === 'expired' || noun === 'call' || noun === 'follow_up') void this.load();
    });
  }
  async load(): Promise<void> {
    const until = new Date(this.#clock.now() + ahead).toISOString();
    try {
      this.all.set(await this.#api.all('find_follow_ups', { until, limit: 200 }, (page) => page.follow_ups));
      this.problem.set('');
    } catch (error) {
      this.problem.set(sayProblem(error));
    }
  }
  /** Whether it is noted. */
  async finish({ contact, name }: FollowUp): Promise<boolean> {
    try {
      await this.#api.write('finish_follow_up', { contact, name });
    } catch (error) {
      this.problem.set(sayProblem(error));
      return false;
    }
    await this.load();
    return true;
  }
}
