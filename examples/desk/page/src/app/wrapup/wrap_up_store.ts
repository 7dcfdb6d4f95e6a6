import { Injectable, LOCALE_ID, computed, effect, inject, signal, untracked } from '@angular/core';
import { Problem } from '../api/problem.ts';
import { Session } from '../api/session.ts';
import { Calls } from '../connect/calls.ts';
import { CallActions } from '../connect/actions.ts';
import { Day } from '../day/day.ts';
import { named } from '../day/reservations.ts';
import { timeIn } from '../shared/minutes.ts';
import type { Catalogue } from './catalogue.ts';
import { dispositionOf, draftOf, missing } from './draft.ts';
import type { Draft } from './draft.ts';
import { mustBeTold, noteOf } from './note.ts';
import { dueAt, policy } from './timer.ts';

const keyOf = (contact: string) => `desk.draft.${contact}`;
const settle = 400;
interface Typed {
  drafts: Draft[];
  notes: string;
}

/** What the call was about: typed here, kept at once in the tab and soon at the server. */
@Injectable({ providedIn: 'root' })
export class WrapUpStore {
  readonly #calls = inject(Calls);
  readonly #actions = inject(CallActions);
  readonly #session = inject(Session);
  readonly #day = inject(Day);
  readonly locale = inject(LOCALE_ID);
  readonly catalogue = signal<Catalogue | null>(null);
  readonly drafts = signal<readonly Draft[]>([]);
  readonly notes = signal('');
  readonly problem = signal<string | null>(null);
  readonly saved = signal(false);
  /** Places that the server found wrong, or that are missing. */
  readonly wrong = signal<readonly string[]>([]);
  /** The note as the agent left it; null is as it follows from the rest. */
  readonly edited = signal<string | null>(null);
  readonly isSent = signal(true);
  readonly contact = computed(() => this.#calls.current()?.contactId ?? null);
  readonly #clock = signal(Date.now());
  readonly due = computed(() => {
    const call = this.#calls.kept()?.call;
    return call ? dueAt(call) : null;
  });
  readonly left = computed(() => (this.due() === null ? null : this.due()! - this.#clock()));
  readonly canExtend = computed(() => (this.#calls.kept()?.call.extensions ?? 0) < policy.timer.extensions);
  readonly isClosed = computed(() => Boolean(this.#calls.kept()?.call.record));
  readonly entries = computed(() =>
    this.drafts().flatMap((draft) => {
      const entry = this.catalogue()?.entries.find(({ code }) => code === draft.code);
      return entry ? [{ entry, draft }] : [];
    }),
  );
  readonly tellsRestaurant = computed(() => mustBeTold(this.entries().map(({ entry }) => entry)));
  readonly note = computed(() => this.edited() ?? this.#writtenNote());
  #timer: ReturnType<typeof setTimeout> | undefined;
  #loaded: string | null = null;

  constructor() {
    void import('@catalogue').then(({ default: catalogue }) => this.catalogue.set(catalogue as Catalogue));
    setInterval(() => this.#clock.set(Date.now()), 1000);
    effect(() => {
      const contact = this.contact();
      const kept = this.#calls.kept();
      if (contact !== this.#loaded && (kept || !contact)) untracked(() => this.#load(contact));
    });
    effect(() => {
      const left = this.left();
      if (left !== null && left <= 0) untracked(() => void this.expire());
    });
  }
  add(code: string): void {
    const booking = this.#calls.kept()?.call.booking ?? '';
    const entry = this.catalogue()?.entries.find((one) => one.code === code);
    const known = (entry?.fields ?? []).flatMap(({ key, type }): [string, string][] =>
      type === 'booking' && booking
        ? [[key, booking]]
        : type === 'phone' && this.#number()
          ? [[key, this.#number()]]
          : [],
    );
    this.drafts.update((all) => [...all, { code, fields: Object.fromEntries(known), note: '' }]);
    this.#typed();
  }
  remove(place: number): void {
    this.drafts.update((all) => all.filter((_, at) => at !== place));
    this.#typed();
  }
  set(place: number, key: string, value: string | string[]): void {
    this.drafts.update((all) =>
      all.map((one, at) => (at === place ? { ...one, fields: { ...one.fields, [key]: value } } : one)),
    );
    this.#typed();
  }
  setNote(place: number, note: string): void {
    this.drafts.update((all) => all.map((one, at) => (at === place ? { ...one, note } : one)));
    this.#typed();
  }
  setNotes(notes: string): void {
    this.notes.set(notes);
    this.#typed();
  }
  extend(): Promise<void> {
    return this.#change({ extend: { policy } });
  }
  async complete(): Promise<void> {
    const contact = this.contact();
    if (!contact) return;
    const lacking = this.entries().flatMap(({ entry, draft }, at) =>
      missing(entry, draft).map((key) => `${at}/${key}`),
    );
    this.wrong.set(lacking);
    if (lacking.length > 0) return this.problem.set($localize`必須の項目が残っています`);
    clearTimeout(this.#timer);
    await this.#change(
      { note: this.notes(), complete: { dispositions: this.#dispositions(), policy } },
      this.tellsRestaurant() && this.isSent() ? [this.#message(contact)] : [],
    );
    if (this.problem() || !this.isClosed()) return;
    sessionStorage.removeItem(keyOf(contact));
    if (this.#actions.isOver()) await this.#actions.complete();
  }
  async expire(): Promise<void> {
    const contact = this.contact();
    if (!contact || this.isClosed()) return;
    await this.#change({ expire: { policy } });
    if (this.isClosed() && this.#actions.isOver()) await this.#actions.complete();
  }

  #load(contact: string | null): void {
    this.#loaded = contact;
    this.edited.set(null);
    this.problem.set(null);
    this.wrong.set([]);
    const inTab = contact ? sessionStorage.getItem(keyOf(contact)) : null;
    const kept = this.#calls.kept()?.call;
    const typed: Typed = inTab
      ? JSON.parse(inTab)
      : { drafts: (kept?.drafts ?? []).map(draftOf), notes: kept?.notes ?? '' };
    this.drafts.set(typed.drafts);
    this.notes.set(typed.notes);
    this.saved.set(!inTab);
    if (inTab) this.#soon();
  }
  #typed(): void {
    const contact = this.contact();
    if (!contact) return;
    const typed: Typed = { drafts: [...this.drafts()], notes: this.notes() };
    sessionStorage.setItem(keyOf(contact), JSON.stringify(typed));
    this.saved.set(false);
    this.#soon();
  }
  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#keep(), settle);
  }
  async #keep(): Promise<void> {
    const contact = this.contact();
    if (!contact || this.isClosed()) return;
    try {
      await this.#calls.change(contact, {
        note: this.notes(),
        draft: { dispositions: this.#dispositions(), policy },
      });
      this.saved.set(true);
    } catch (error) {
      if (error instanceof Problem) this.problem.set(error.message);
    }
  }
  #dispositions() {
    return this.entries().map(({ entry, draft }) => dispositionOf(entry, draft));
  }
  #number(): string {
    return this.#calls.pop()?.caller ?? '';
  }
  #message(contact: string) {
    const to = this.#calls.pop()?.restaurant.id ?? '';
    return { id: `note:${contact}`, due: new Date().toISOString(), channel: 'line', to, text: this.note() };
  }
  async #change(
    change: Record<string, unknown>,
    messages: { id: string; due: string; channel: string; to: string; text: string }[] = [],
  ): Promise<void> {
    const contact = this.contact();
    if (!contact) return;
    try {
      await this.#calls.change(contact, change, messages.length > 0 ? { messages } : {});
      this.problem.set(null);
      this.wrong.set([]);
    } catch (error) {
      if (!(error instanceof Problem)) return this.problem.set('unreachable');
      this.problem.set(error.errors.map(({ message }) => message).join(' / '));
      this.wrong.set(error.errors.map(({ place }) => place));
    }
  }
  #writtenNote(): string {
    const call = this.#calls.current();
    const kept = this.#calls.kept()?.call;
    return noteOf(
      {
        restaurant: this.#calls.pop()?.restaurant.name ?? '',
        agent: this.#session.told()?.name || this.#session.who(),
        time: call ? timeIn(call.since) : '',
        number: this.#number(),
        booking: kept?.booking ? named(this.#day.book(), kept.booking) : '',
        notes: this.notes(),
      },
      this.entries(),
    );
  }
}
