import { Component, ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { Changes } from './api/changes.ts';
import { Session } from './api/session.ts';
import { CallStrip } from './call/call_strip.ts';
import { Desk } from './connect/desk.ts';
import { Day } from './day/day.ts';
import { Heading } from './desk/heading.ts';
import { sayProblem } from './shared/problems.ts';
import { Shortcuts } from './shared/shortcuts.ts';
import { ShortcutHelp } from './shared/shortcut_help.ts';

interface Tab {
  path: string;
  label: string;
  roles: readonly string[];
}
const desk = ['agent', 'supervisor'];
const tabs: readonly Tab[] = [
  { path: '/', label: $localize`電話`, roles: desk },
  { path: '/day', label: $localize`席`, roles: [...desk, 'restaurant'] },
  { path: '/follow-ups', label: $localize`対応予定`, roles: [...desk, 'restaurant'] },
  { path: '/outbound', label: $localize`発信`, roles: desk },
  { path: '/supervisor', label: $localize`管理`, roles: ['supervisor'] },
  { path: '/restaurant', label: $localize`店舗`, roles: ['supervisor', 'restaurant'] },
];

@Component({
  selector: 'desk-root',
  imports: [RouterOutlet, RouterLink, RouterLinkActive, MatButton, CallStrip, Heading, ShortcutHelp],
  host: { '(document:keydown)': 'shortcuts.pressed($event)' },
  template: `
    <a class="skip" href="#main" (click)="skip($event)" i18n>本文へ</a>
    <desk-heading (help)="help.open()" />
    @if (session.told()) {
      <nav class="row" aria-label="画面" i18n-aria-label>
        @for (tab of tabs(); track tab.path; let place = $index) {
          <a
            mat-button
            [routerLink]="tab.path"
            routerLinkActive="here"
            ariaCurrentWhenActive="page"
            [routerLinkActiveOptions]="{ exact: true }"
            >{{ tab.label }} <kbd aria-hidden="true">Alt+{{ place + 1 }}</kbd></a
          >
        }
      </nav>
      @if (hasPhone()) {
        <desk-call-strip />
      }
    }
    <main id="main" tabindex="-1" #main>
      @if (session.told()) {
        @if (session.problem()) {
          <p class="panel bad" role="alert">
            <ng-container i18n>サインインが切れました。入力は残っています。</ng-container>
            <button mat-flat-button (click)="session.signIn()" i18n>サインイン</button>
          </p>
        }
        <router-outlet />
      } @else if (session.problem(); as problem) {
        <p class="panel bad" role="alert">
          <ng-container i18n>サインインが必要です。</ng-container> {{ sayProblem(problem) }}
          <button mat-flat-button (click)="session.signIn()" i18n>サインイン</button>
        </p>
      } @else if (session.isWaiting()) {
        <p class="panel warn" role="status" i18n>サーバーを待っています…</p>
      }
    </main>
    <desk-shortcut-help #help />
    <div hidden #panel></div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-rows: auto auto auto 1fr;
      min-height: 100vh;
    }
    nav {
      padding: 2px 10px;
      border-bottom: 1px solid var(--line);
    }
    .here {
      background: var(--mat-sys-secondary-container);
      --mat-button-text-label-text-color: var(--mat-sys-on-secondary-container);
    }
    main {
      padding: 8px 10px;
      outline: none;
      min-width: 0;
    }
    .skip {
      position: absolute;
      left: -999px;
    }
    .skip:focus {
      left: 8px;
      top: 4px;
      background: var(--mat-sys-surface);
      z-index: 5;
    }
  `,
})
export class App {
  protected readonly session = inject(Session);
  protected readonly sayProblem = sayProblem;
  protected readonly shortcuts = inject(Shortcuts);
  readonly #router = inject(Router);
  readonly #desk = inject(Desk);
  readonly #changes = inject(Changes);
  readonly #day = inject(Day);
  protected readonly main = viewChild.required<ElementRef<HTMLElement>>('main');
  protected readonly panel = viewChild.required<ElementRef<HTMLElement>>('panel');
  protected readonly help = viewChild.required(ShortcutHelp);
  protected readonly tabs = computed(() => tabs.filter(({ roles }) => roles.includes(this.session.role() ?? '')));
  protected readonly hasPhone = computed(() => desk.includes(this.session.role() ?? ''));
  protected readonly failed = signal<string | null>(null);

  constructor() {
    this.shortcuts.add(
      { keys: '?', label: $localize`操作の一覧`, run: () => this.help().open() },
      ...tabs.map((_, place) => ({
        keys: `Alt+${place + 1}`,
        label: '',
        when: () => place < this.tabs().length,
        run: () => void this.#router.navigateByUrl(this.tabs()[place]?.path ?? '/'),
      })),
    );
    void this.#begin();
  }
  protected skip(event: Event): void {
    event.preventDefault();
    this.main().nativeElement.focus();
  }
  async #begin(): Promise<void> {
    const asked = new URLSearchParams(location.search);
    await this.session.open(asked);
    if (!this.session.told()) return;
    this.#changes.open();
    void this.#day.listRestaurants();
    if (this.session.role() === 'restaurant') void this.#router.navigateByUrl('/restaurant');
    if (!this.hasPhone()) return;
    await this.#desk
      .open(asked.get('ccpUrl'), this.panel().nativeElement)
      .catch((error: unknown) => this.#desk.failure.set(String(error)));
  }
}
