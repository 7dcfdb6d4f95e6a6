import { Component, ElementRef, computed, effect, inject, untracked, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { Changes } from './api/changes.ts';
import { Session } from './api/session.ts';
import { CallStrip } from './call/call_strip.ts';
import { Desk } from './connect/desk.ts';
import { Seat } from './connect/seat.ts';
import { Day } from './day/day.ts';
import { filter, map } from 'rxjs';
import { Heading } from './desk/heading.ts';
import { FocusKept } from './shared/focus_kept.ts';
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
/** Where somebody begins who comes where they may not be; else the first that they have. */
const homes: Record<string, string> = { restaurant: '/restaurant' };

@Component({
  selector: 'desk-root',
  imports: [RouterOutlet, RouterLink, RouterLinkActive, MatButton, CallStrip, Heading, ShortcutHelp],
  host: { '(document:keydown)': 'shortcuts.pressed($event)' },
  template: `
    <a class="skip" href="#main" (click)="skip($event)" i18n>本文へ</a>
    <desk-heading (help)="help.open()" />
    @if (session.told() && tabs().length) {
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
        @switch (seat.state()) {
          @case ('ours') {
            <desk-call-strip />
          }
          @case ('elsewhere') {
            <p class="panel warn row" role="alert">
              <ng-container i18n>この席の電話は、別のタブで開いています。</ng-container>
              <button mat-flat-button (click)="seat.take()" i18n>こちらで使う</button>
            </p>
          }
          @case ('left') {
            <p class="panel warn row" role="alert">
              <ng-container i18n>この席の電話を開いていたタブは、閉じられました。</ng-container>
              <button mat-flat-button (click)="seat.take()" i18n>こちらで使う</button>
            </p>
          }
        }
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
        @if (tabs().length) {
          <router-outlet />
        } @else {
          <p class="panel warn" role="alert" i18n>
            お客様としてサインインしています。この画面は、受付・管理・店舗の担当者のためのものです。お客様のサインインでできるのは、空席の照会だけです。ご予約と変更は、お店かお電話で承ります。
          </p>
        }
      } @else if (refusal(); as words) {
        <p class="panel bad" role="alert">
          <ng-container i18n>サインインが必要です。</ng-container> {{ words }}
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
  protected readonly seat = inject(Seat);
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
  protected readonly refusal = computed(() => {
    const problem = this.session.problem();
    return problem && sayProblem(problem);
  });
  readonly #path = toSignal(
    this.#router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => urlAfterRedirects.split('?')[0]),
    ),
  );

  constructor() {
    inject(FocusKept);
    this.shortcuts.add(
      { keys: '?', label: $localize`操作の一覧`, run: () => this.help().open() },
      ...tabs.map((_, place) => ({
        keys: `Alt+${place + 1}`,
        label: '',
        when: () => place < this.tabs().length,
        run: () => void this.#turnTo(this.tabs()[place]?.path ?? '/'),
      })),
    );
    effect(() => {
      const [path, role] = [this.#path(), this.session.role()];
      const tab = tabs.find((one) => one.path === path);
      if (role && tab && !tab.roles.includes(role)) untracked(() => this.#goHome(role));
    });
    void this.#begin();
  }
  protected skip(event: Event): void {
    event.preventDefault();
    this.main().nativeElement.focus();
  }
  /** A page that is turned to by a key begins where Tab goes next. */
  async #turnTo(path: string): Promise<void> {
    if (await this.#router.navigateByUrl(path)) this.main().nativeElement.focus();
  }
  #goHome(role: string): void {
    const home = homes[role] ?? this.tabs()[0]?.path;
    if (home) void this.#router.navigateByUrl(home);
  }
  async #begin(): Promise<void> {
    const asked = new URLSearchParams(location.search);
    await this.session.open(asked);
    if (!this.session.told() || this.tabs().length === 0) return;
    this.#changes.open();
    void this.#day.listRestaurants();
    if (!this.hasPhone()) return;
    await this.seat.sit(this.session.who());
    await this.#desk.open(asked.get('ccpUrl'), this.panel().nativeElement);
  }
}
