import { Injectable, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { throttleTime } from 'rxjs';
import { Api } from '../api/api.ts';
import { latest } from '../api/latest.ts';
import { Clock } from '../api/clock.ts';
import { Changes } from '../api/changes.ts';
import type { FollowUp } from '../api/types.ts';
import { sayProblem } from '../shared/problems.ts';

const ahead = 7 * 86_400_000;
/** At most so often, whatever others do, in milliseconds. */
const every = 1000;

/** What is promised and not done, by when. */
@Injectable({ providedIn: 'root' })
export class FollowUps {
  readonly #api = inject(Api);
  readonly #clock = inject(Clock);
  readonly #changes = inject(Changes);
  readonly #latest = latest();
  readonly problem = signal('');
  readonly all = signal<readonly FollowUp[]>([]);
  /** Kept up by what others do, as long as whoever asks lives. */
  follow(): void {
    void this.load();
    this.#changes
      .of('call', 'follow_up')
      .pipe(throttleTime(every, undefined, { leading: true, trailing: true }), takeUntilDestroyed())
      .subscribe(() => void this.load());
  }
  async load(): Promise<void> {
    const until = new Date(this.#clock.now() + ahead).toISOString();
    await this.#latest(
      () => this.#api.all('find_follow_ups', { until, limit: 200 }, (page) => page.follow_ups),
      (all) => {
        this.all.set(all);
        this.problem.set('');
      },
      (error) => this.problem.set(sayProblem(error)),
    );
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
