import { Component, DestroyRef, LOCALE_ID, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { throttleTime } from 'rxjs';
import { Api } from '../api/api.ts';
import { latest } from '../api/latest.ts';
import { Clock } from '../api/clock.ts';
import { Changes } from '../api/changes.ts';
import type { Agents, DayOfCalls } from '../api/types.ts';
import { CallActions } from '../connect/actions.ts';
import { Desk } from '../connect/desk.ts';
import { Day } from '../day/day.ts';
import { agentWords, availabilityWords, contactWords } from '../shared/words.ts';
import { dateIn, lasting } from '../shared/minutes.ts';
import { AheadTable } from './ahead_table.ts';
import { CallsPicture } from './calls_picture.ts';

/** How often agents are looked at, and at most a day of calls, in milliseconds. */
const every = 2000;
const dayEvery = 3000;
/** What was seen last stays, and is asked for again. */
const ignore = () => {};

/** Agents and their calls as they are now, and the day as it went. */
@Component({
  selector: 'desk-supervisor-page',
  imports: [MatButton, CallsPicture, AheadTable],
  template: `
    <h1 i18n>管理</h1>
    <div class="stack">
      <section class="row" aria-label="本日の数字" i18n-aria-label>
        @for (figure of figures(); track figure.label) {
          <div class="panel">
            <div class="quiet">{{ figure.label }}</div>
            <b>{{ figure.value }}</b>
          </div>
        }
      </section>
      <section class="panel stack" aria-labelledby="agents-title">
        <h2 id="agents-title" i18n>担当者と通話</h2>
        <table>
          <thead>
            <tr>
              <th scope="col" i18n>担当者</th>
              <th scope="col" i18n>状態</th>
              <th scope="col" i18n>経過</th>
              <th scope="col" i18n>通話</th>
              <th scope="col"><span class="seen-by-readers" i18n>操作</span></th>
            </tr>
          </thead>
          <tbody>
            @for (agent of agents(); track agent.agent) {
              <tr>
                <td>{{ agent.name || agent.agent }}</td>
                <td>
                  <span class="tag">{{ wordOf(agent.state) }}</span> {{ statusOf(agent.status) }}
                </td>
                <td>{{ since(agent.since) }}</td>
                <td>
                  @for (contact of agent.contacts; track contact.id) {
                    <div>
                      {{ contactWord(contact.state) }} {{ restaurantOf(contact.restaurant) }} {{ since(contact.since) }}
                    </div>
                  }
                </td>
                <td>
                  @for (contact of agent.contacts; track contact.id) {
                    <button
                      mat-button
                      [disabled]="!canListen() || !isTalkedOn(contact.state)"
                      (click)="listen(contact)"
                      i18n
                    >
                      聴く
                    </button>
                  }
                </td>
              </tr>
            } @empty {
              <tr>
                <td colspan="5" class="quiet" i18n>まだ誰もいません</td>
              </tr>
            }
          </tbody>
        </table>
        @if (!canListen()) {
          <p class="quiet" i18n>
            Amazon Connectのリアルタイムメトリクスで「モニタリング」を始めると、ここで聴き、会話に入れます
          </p>
        }
        @if (monitored(); as contact) {
          <p class="row">
            <ng-container i18n>モニタリング中の通話があります</ng-container>
            <button mat-button (click)="actions.listen(contact.contactId)" i18n>聴くだけにする</button>
            <button mat-button (click)="actions.barge(contact.contactId)" i18n>会話に入る</button>
            @if (actions.refusal(); as refusal) {
              <span class="tag bad" role="alert">{{ refusal }}</span>
            }
          </p>
        }
      </section>
      @if (calls(); as day) {
        <desk-calls-picture [quarters]="day.quarters" [calls]="day.calls" [recorded]="day.recorded" />
        <desk-ahead-table [quarters]="day.quarters" />
      }
    </div>
  `,
})
export class SupervisorPage {
  readonly #api = inject(Api);
  readonly #desk = inject(Desk);
  readonly #day = inject(Day);
  protected readonly actions = inject(CallActions);
  readonly #locale = inject(LOCALE_ID);
  protected readonly agents = signal<Agents['agents']>([]);
  protected readonly calls = signal<DayOfCalls | null>(null);
  readonly #latestAgents = latest();
  readonly #latestDay = latest();
  readonly #time = inject(Clock);
  readonly #clock = signal(this.#time.now());
  /** The supervisor's own contact in somebody's call. */
  protected readonly monitored = computed(() =>
    this.#desk.calls().find(({ contact }) => contact.initiation === 'monitor'),
  );
  protected readonly canListen = computed(() => Boolean(this.monitored() ?? this.#desk.simulated()));
  protected readonly figures = computed(() => {
    const day = this.calls();
    if (!day) return [];
    const { figures, calls } = day;
    const percent = (part: number | null) =>
      part === null ? '–' : new Intl.NumberFormat(this.#locale, { style: 'percent' }).format(part);
    const seconds = (value: number | null) => (value === null ? '–' : lasting(value * 1000));
    const waiting = this.agents()
      .flatMap(({ contacts }) => contacts)
      .filter(({ state }) => state === 'incoming' || state === 'connecting');
    return [
      { label: $localize`着信`, value: calls },
      { label: $localize`応答`, value: figures.answered },
      { label: $localize`放棄`, value: figures.abandoned },
      { label: $localize`20秒以内の応答`, value: percent(figures.serviceLevel.answeredOfAll) },
      { label: $localize`平均応答速度`, value: seconds(figures.speedOfAnswer) },
      { label: $localize`平均処理時間`, value: seconds(figures.handleTime) },
      { label: $localize`鳴っている電話`, value: waiting.length },
    ];
  });

  constructor() {
    const destroyed = inject(DestroyRef);
    void this.#look();
    void this.#lookAtDay();
    const timer = setInterval(() => void this.#look(), every);
    destroyed.onDestroy(() => clearInterval(timer));
    inject(Changes)
      .of('call')
      .pipe(throttleTime(dayEvery, undefined, { leading: true, trailing: true }), takeUntilDestroyed())
      .subscribe(() => void this.#lookAtDay());
  }
  protected wordOf(state: string): string {
    return agentWords[state as keyof typeof agentWords] ?? state;
  }
  protected statusOf(name: string | null): string {
    return availabilityWords[name ?? ''] ?? name ?? '';
  }
  protected isTalkedOn(state: string): boolean {
    return ['connected', 'held', 'conferenced'].includes(state);
  }
  protected contactWord(state: string): string {
    return contactWords[state as keyof typeof contactWords] ?? state;
  }
  protected since(at: string | null): string {
    return at ? lasting(this.#clock() - Date.parse(at)) : '';
  }
  protected restaurantOf(id: string | null): string {
    return this.#day.nameOf(id) ?? id ?? '';
  }
  /** A real centre lets one into a call from its own page alone; the simulated one is asked here. */
  protected listen({ restaurant }: { restaurant: string | null }): void {
    const contact = this.monitored();
    if (contact) return void this.actions.listen(contact.contactId);
    const dialled = this.#day.restaurants().find(({ id }) => id === restaurant)?.lines?.[0]?.number ?? null;
    this.#desk.simulated()?.ring({ kind: 'monitor', dialled });
  }
  async #look(): Promise<void> {
    this.#clock.set(this.#time.now());
    await this.#latestAgents(
      () => this.#api.agents(),
      ({ agents }) => this.agents.set(agents),
      ignore,
    );
  }
  async #lookAtDay(): Promise<void> {
    await this.#latestDay(
      () => this.#api.dayOfCalls(dateIn(this.#time.date())),
      (day) => this.calls.set(day),
      ignore,
    );
  }
}
