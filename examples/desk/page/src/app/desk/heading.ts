import { Component, ElementRef, LOCALE_ID, computed, effect, inject, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Api } from '../api/api.ts';
import { Changes } from '../api/changes.ts';
import { Session } from '../api/session.ts';
import { Desk } from '../connect/desk.ts';
import type { Failure } from '../connect/desk.ts';
import { Shortcuts } from '../shared/shortcuts.ts';
import { agentWords, availabilityWords, healthWords } from '../shared/words.ts';

const kept = 'desk.scheme';
const failureWords: Record<Failure, string> = {
  not_loaded: $localize`電話を開けません。読み込めませんでした`,
  bad_address: $localize`電話を開けません。ccpUrlがhttpsのアドレスではありません`,
  refused_address: $localize`電話を開けません。このアドレスはサーバーの設定（DESK_CONNECT）で許されていません`,
  silent: $localize`Amazon Connectから返事がありません。サインインと、承認済みオリジンを確かめてください`,
};
type Scheme = 'light dark' | 'light' | 'dark';

/** Who works here, how the lines fare, and how the page is shown. */
@Component({
  selector: 'desk-heading',
  imports: [MatButton],
  template: `
    <header class="row" [attr.data-follows]="changes.state()">
      <strong i18n>電話番</strong>
      @if (session.told(); as told) {
        <span>{{ told.name || told.who }}</span>
      }
      @if (desk.agent(); as agent) {
        <label class="row">
          <span class="seen-by-readers" i18n>自分の状態</span>
          <select #state [value]="shown()" (change)="setState(state)">
            @for (one of desk.states(); track one) {
              <option [value]="one" [selected]="one === shown()">{{ availabilityWords[one] ?? one }}</option>
            }
          </select>
        </label>
        <span class="tag">{{ agentWords[agent.state] }}</span>
        @if (refused()) {
          <span class="tag bad" role="alert" i18n>状態を変えられませんでした</span>
        }
      }
      <span role="status" class="row">
        @if (desk.isOpen()) {
          <span class="tag" [class.good]="isLive()" [class.bad]="!isLive()">{{
            healthWords[desk.health().state]
          }}</span>
        }
        @if (!api.reachable()) {
          <span class="tag bad" i18n>サーバーに届きません。入力は残っています</span>
        } @else if (session.told() && changes.state() === 'lost') {
          <span class="tag warn" i18n>更新待ち</span>
        } @else if (changes.state() === 'asking') {
          <span class="tag" i18n>5秒ごとに更新</span>
        }
        @if (trouble(); as words) {
          <span class="tag bad">{{ words }}</span>
        }
        @if (desk.failure(); as failure) {
          <span class="tag bad">{{ failureWords[failure] }}</span>
        }
        @if (desk.failure() || mustReopen()) {
          <button mat-button (click)="reopen()" i18n>開き直す</button>
        }
      </span>
      <span class="space"></span>
      <label class="row">
        <span class="seen-by-readers" i18n>明るさ</span>
        <select [value]="scheme()" (change)="scheme.set($any($event.target).value)">
          <option value="light dark" i18n>自動</option>
          <option value="light" i18n>明るい</option>
          <option value="dark" i18n>暗い</option>
        </select>
      </label>
      <a [href]="otherLanguage" [attr.lang]="isEnglish ? 'ja' : 'en'" (click)="stay($event)">{{
        isEnglish ? '日本語' : 'English'
      }}</a>
      <button mat-button (click)="help.emit()">
        <ng-container i18n>操作</ng-container> <kbd aria-hidden="true">?</kbd>
      </button>
    </header>
  `,
  styles: `
    header {
      padding: 4px 10px;
      background: var(--mat-sys-surface-container-high);
      border-bottom: 1px solid var(--line);
    }
    .space {
      flex: 1;
    }
    a {
      color: light-dark(#00515f, #8fd8e8);
    }
  `,
})
export class Heading {
  readonly help = output();
  protected readonly session = inject(Session);
  protected readonly desk = inject(Desk);
  protected readonly api = inject(Api);
  protected readonly changes = inject(Changes);
  protected readonly agentWords = agentWords;
  protected readonly healthWords = healthWords;
  protected readonly failureWords = failureWords;
  protected readonly isEnglish = inject(LOCALE_ID).startsWith('en');
  protected readonly otherLanguage = `../${this.isEnglish ? 'ja' : 'en'}/${location.search}`;
  protected readonly scheme = signal<Scheme>((localStorage.getItem(kept) as Scheme | null) ?? 'light dark');
  protected readonly refused = signal(false);
  protected readonly mustReopen = computed(() => ['signed_out', 'stopped'].includes(this.desk.health().state));
  protected readonly isLive = computed(() => this.desk.health().state === 'live');
  protected readonly shown = computed(
    () => this.desk.agent()?.next?.name ?? this.desk.agent()?.availability?.state ?? '',
  );
  protected readonly availabilityWords = availabilityWords;
  protected readonly trouble = computed(() => {
    if (this.desk.agent()?.status.name === 'MultipleCcpWindows') return $localize`別の窓でも開いています`;
    const code = this.desk.trouble()?.code;
    if (code === 'missed_contact') return $localize`出られなかった電話があります`;
    return code === 'restarted' ? $localize`電話を開き直しました` : null;
  });
  protected readonly state = viewChild<ElementRef<HTMLSelectElement>>('state');

  constructor() {
    inject(Shortcuts).add({
      keys: 'Alt+a',
      label: $localize`自分の状態を選ぶ`,
      when: () => this.state() !== undefined,
      run: () => this.state()?.nativeElement.focus(),
    });
    effect(() => {
      document.documentElement.style.colorScheme = this.scheme();
      localStorage.setItem(kept, this.scheme());
    });
  }
  /** The screen that is looked at, in the other language. */
  protected stay(event: Event): void {
    event.preventDefault();
    location.assign(this.otherLanguage + location.hash);
  }
  /** The page anew: a call outlives it. */
  protected reopen(): void {
    location.reload();
  }
  /** What is refused is not what the field goes on saying. */
  protected async setState(field: HTMLSelectElement): Promise<void> {
    this.refused.set(false);
    try {
      await this.desk.adapter.setState(field.value);
    } catch {
      this.refused.set(true);
      field.value = this.shown();
    }
  }
}
