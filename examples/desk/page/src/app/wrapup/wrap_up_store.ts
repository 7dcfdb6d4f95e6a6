import { Injectable, LOCALE_ID, computed, effect, inject, signal, untracked } from '@angular/core';
import { Api } from '../api/api.ts';
import { Clock } from '../api/clock.ts';
import { Problem, mayPass } from '../api/problem.ts';
import { Session } from '../api/session.ts';
import { Calls } from '../connect/calls.ts';
import { CallActions } from '../connect/actions.ts';
import { timeIn } from '../shared/minutes.ts';
import { sayProblem } from '../shared/problems.ts';
import { BookingOfCall } from './booking_of_call.ts';
import type { Catalogue } from './catalogue.ts';
import { dispositionOf, draftOf, missing } from './draft.ts';
import type { Draft } from './draft.ts';
import { mustBeTold, noteOf } from './note.ts';
import { dueAt } from './timer.ts';
import type { WrapUpPolicy } from './timer.ts';

const keyOf = (contact: string) => `desk.draft.${contact}`;
const settle = 400;
/** Between attempts to keep a draft while the server is not there. */
const again = 2000;
interface Typed {
  drafts: Draft[];
  notes: string;
}

/** What the call was about: typed here, kept at once in the tab and soon at the server. */
@Injectable({ providedIn: 'root' })
export class WrapUpStore {
  readonly #api = inject(Api);
  readonly #time = inject(Clock);
  readonly #calls = inject(Calls);
  readonly #actions = inject(CallActions);
  readonly #session = inject(Session);
  readonly #booking = inject(BookingOfCall);
  readonly locale = inject(LOCALE_ID);
  readonly catalogue = signal<Catalogue | null>(null);
  /** The centre's, as the back end has it. */
  readonly policy = signal<WrapUpPolicy | null>(null);
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
  readonly #clock = signal(this.#time.now());
  readonly due = computed(() => {
    const [call, policy] = [this.#calls.kept()?.call, this.policy()];
    return call && policy ? dueAt(call, policy) : null;
  });
  readonly left = computed(() => {
    const due = this.due();
    return due === null ? null : due - this.#clock();
  });
  readonly canExtend = computed(
    () => (this.#calls.kept()?.call.extensions ?? 0) < (this.policy()?.timer?.extensions ?? 0),
  );
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
  #waiting: (() => Promise<void>) | null = null;
  #isExpiring = false;
  /** Whose the form is: what is typed in the moment of turning to another call is of the one before. */
  #loaded: string | null = null;
  /** Whether what is kept of it was there by then. */
  #isWhole = true;
  /** The form anew, also where it says what it said before. */
  readonly turned = signal(0);

  constructor() {
    void this.#api.wrapUp().then(
      ({ policy, catalogue }) => {
        this.policy.set(policy);
        this.catalogue.set(catalogue);
      },
      (error: unknown) => this.problem.set(sayProblem(error)),
    );
    setInterval(() => this.#clock.set(this.#time.now()), 1000);
    effect(() => {
      const [contact, kept] = [this.contact(), this.#calls.kept()];
      untracked(() => {
        if (contact !== this.#loaded) this.#load(contact);
        else if (kept && !this.#isWhole) this.#fill();
      });
    });
    effect(() => {
      const id = this.#booking.id();
      if (id) untracked(() => this.#fillIn(id));
    });
    effect(() => {
      if (this.catalogue()) untracked(() => this.#inTab() && this.#soon());
    });
    effect(() => {
      const left = this.left();
      if (left !== null && left <= 0) untracked(() => void this.expire());
    });
  }
  add(code: string): void {
    const booking = this.#booking.id() ?? '';
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
  async extend(): Promise<void> {
    const contact = this.contact();
    if (contact) await this.#change(contact, { extend: {} });
  }
  async complete(): Promise<void> {
    const contact = this.contact();
    if (contact !== this.#loaded) this.#load(contact);
    if (!contact) return;
    // Nobody has talked: there is nothing to record.
    if (this.#actions.isLost() && this.drafts().length === 0) return this.#actions.finish(contact);
    const lacking = this.entries().flatMap(({ entry, draft }, at) =>
      missing(entry, draft).map((key) => `${at}/${key}`),
    );
    this.wrong.set(lacking);
    if (lacking.length > 0) return this.problem.set($localize`必須の項目が残っています`);
    const to = this.#calls.pop()?.restaurant.id;
    clearTimeout(this.#timer);
    this.#waiting = null;
    const isDone = await this.#change(
      contact,
      { note: this.notes(), complete: { dispositions: this.#dispositions() } },
      this.tellsRestaurant() && this.isSent() && to ? [this.#message(contact, to)] : [],
    );
    if (!isDone) return;
    sessionStorage.removeItem(keyOf(contact));
    await this.#actions.finish(contact);
  }
  async expire(): Promise<void> {
    const contact = this.contact();
    if (!contact || this.isClosed() || this.#isExpiring) return;
    this.#isExpiring = true;
    const isDone = await this.#change(contact, { expire: {} });
    this.#isExpiring = false;
    if (isDone) await this.#actions.finish(contact);
  }

  #load(contact: string | null): void {
    this.#flush();
    this.#loaded = contact;
    this.edited.set(null);
    this.isSent.set(true);
    this.problem.set(null);
    this.wrong.set([]);
    this.#fill();
    this.turned.update((count) => count + 1);
  }
  /** As the tab has it, else as it is kept; empty until that is known. */
  #fill(): void {
    const kept = this.#calls.kept()?.call;
    const inTab = this.#inTab();
    const typed = inTab ?? { drafts: (kept?.drafts ?? []).map(draftOf), notes: kept?.notes ?? '' };
    this.#isWhole = Boolean(kept) || this.#loaded === null;
    this.drafts.set(typed.drafts);
    this.notes.set(typed.notes);
    this.saved.set(!inTab);
    if (inTab) this.#soon();
  }
  /** What the call was about may have been chosen before the booking was. */
  #fillIn(booking: string): void {
    const lacking = this.entries().flatMap(({ entry, draft }, place) =>
      (entry.fields ?? [])
        .filter(({ key, type }) => type === 'booking' && !draft.fields[key])
        .map(({ key }) => ({ place, key })),
    );
    for (const { place, key } of lacking) this.set(place, key, booking);
  }
  #inTab(): Typed | null {
    return this.#loaded ? typedIn(sessionStorage.getItem(keyOf(this.#loaded))) : null;
  }
  #typed(): void {
    const contact = this.#loaded;
    if (!contact) return;
    const typed: Typed = { drafts: [...this.drafts()], notes: this.notes() };
    sessionStorage.setItem(keyOf(contact), JSON.stringify(typed));
    this.saved.set(false);
    this.#soon();
  }
  /** Without the catalogue nobody can say what of it is to be kept: once it is there. */
  #soon(): void {
    const contact = this.#loaded;
    if (!contact || !this.catalogue() || this.isClosed()) return;
    const change = { note: this.notes(), draft: { dispositions: this.#dispositions() } };
    this.#later(settle, () => this.#keep(contact, change));
  }
  #later(wait: number, act: () => Promise<void>): void {
    clearTimeout(this.#timer);
    this.#waiting = act;
    this.#timer = setTimeout(() => this.#flush(), wait);
  }
  /** What waits is kept now: another call is looked at. */
  #flush(): void {
    clearTimeout(this.#timer);
    const act = this.#waiting;
    this.#waiting = null;
    void act?.();
  }
  async #keep(contact: string, change: Record<string, unknown>): Promise<void> {
    try {
      await this.#calls.change(contact, change);
      if (contact === this.#loaded && !this.#waiting) this.saved.set(true);
    } catch (error) {
      if (contact !== this.#loaded || this.#waiting) return;
      if (mayPass(error)) this.#later(again, () => this.#keep(contact, change));
      else this.problem.set(sayProblem(error));
    }
  }
  #dispositions() {
    return this.entries().map(({ entry, draft }) => dispositionOf(entry, draft));
  }
  #number(): string {
    return this.#calls.pop()?.caller ?? '';
  }
  #message(contact: string, to: string) {
    return { id: `note:${contact}`, due: this.#time.date().toISOString(), channel: 'line', to, text: this.note() };
  }
  /** Whether it was taken; why not is said where it is still looked at. */
  async #change(
    contact: string,
    change: Record<string, unknown>,
    messages: { id: string; due: string; channel: string; to: string; text: string }[] = [],
  ): Promise<boolean> {
    const isShown = () => contact === this.#loaded;
    try {
      await this.#calls.change(contact, change, messages.length > 0 ? { messages } : {});
      if (isShown()) this.problem.set(null);
      if (isShown()) this.wrong.set([]);
      return true;
    } catch (error) {
      if (isShown()) this.problem.set(sayProblem(error));
      if (isShown()) this.wrong.set(error instanceof Problem ? error.errors.map(({ place }) => place) : []);
      return false;
    }
  }
  #writtenNote(): string {
    const call = this.#calls.current();
    return noteOf(
      {
        restaurant: this.#calls.pop()?.restaurant.name ?? '',
        agent: this.#session.told()?.name || this.#session.who(),
        time: call ? timeIn(call.since) : '',
        number: this.#number(),
        booking: this.#booking.words(),
        notes: this.notes(),
      },
      this.entries(),
    );
  }
}

/** What the tab has kept; null where it is nothing, or no draft. */
const typedIn = (text: string | null): Typed | null => {
  try {
    const typed: unknown = JSON.parse(text ?? 'null');
    return typed && Array.isArray((typed as Typed).drafts) ? (typed as Typed) : null;
  } catch {
    return null;
  }
};
