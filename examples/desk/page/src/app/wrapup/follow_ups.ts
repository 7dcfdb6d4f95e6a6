import { Injectable, inject, signal } from '@angular/core';
import { Api } from '../api/api.ts';
import { Changes } from '../api/changes.ts';
import type { FollowUp } from '../api/types.ts';

const ahead = 7 * 86_400_000;

/** What is promised and not done, by when; kept up by what others do. */
@Injectable({ providedIn: 'root' })
export class FollowUps {
  readonly #api = inject(Api);
  readonly all = signal<readonly FollowUp[]>([]);
  constructor() {
    inject(Changes).told$.subscribe(({ noun, kind }) => {
      if (kind === 'expired' || noun === 'call' || noun === 'follow_up') void this.load();
    });
  }
  async load(): Promise<void> {
    const until = new Date(Date.now() + ahead).toISOString();
    const { follow_ups: all } = await this.#api.ask('find_follow_ups', { until, limit: 200 });
    this.all.set(all);
  }
  async finish({ contact, name }: FollowUp): Promise<void> {
    await this.#api.write('finish_follow_up', { contact, name });
    await this.load();
  }
}
