import { Injectable, signal } from '@angular/core';
import { pause } from '../api/pause.ts';

/** What is a seat's in the tab that has it, and goes with it to another. */
const prefixes = ['desk.line.', 'desk.draft.', 'denwaban-connect-simulator'];
type Kept = Record<string, string>;
type Message = { looks: true } | { sits: true } | { asks: true } | { hands: Kept } | { leaves: Kept };
/**
 * How long the tab that has the seat may take to answer, how often one looks whether it is there, and how often one tries
 * while nobody says that they have it, in milliseconds.
 */
const patience = 8000;
const lookAgain = 2000;
const tryAgain = 150;

const isKept = (key: string) => prefixes.some((prefix) => key.startsWith(prefix));
const keptHere = (): Kept => Object.fromEntries(Object.entries(sessionStorage).filter(([key]) => isKept(key))) as Kept;
const forget = () => Object.keys(keptHere()).forEach((key) => sessionStorage.removeItem(key));

/**
 * An agent's phone is open in one tab of a browser: in two, both would answer, note and record the same call. Another tab
 * says so, and may take it over, with the call and what was typed.
 */
@Injectable({ providedIn: 'root' })
export class Seat {
  /** `left`: the tab that had it is gone. */
  readonly state = signal<'unknown' | 'ours' | 'elsewhere' | 'left'>('unknown');
  #channel: BroadcastChannel | null = null;
  #name = '';
  #inherited: Kept | null = null;
  #hasHandedOver = false;
  #isTaken = false;
  #answered: (kept: Kept) => void = () => {};
  #seated: () => void = () => {};

  /** Comes back once the seat is this tab's. */
  async sit(who: string): Promise<void> {
    // Without a secure context a browser has no locks, and nobody can say.
    if (!('locks' in navigator)) return this.state.set('ours');
    this.#name = `desk.seat.${who}`;
    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => this.#hear(data);
    addEventListener('pagehide', () => this.state() === 'ours' && this.#tell({ leaves: keptHere() }));
    // The page of a moment ago, where it was loaded anew, may be letting go of it, and answers no more.
    for (const begun = performance.now(); !this.#isTaken && performance.now() - begun < patience;) {
      if (await this.#lock({ ifAvailable: true })) return this.state.set('ours');
      this.#tell({ looks: true });
      await pause(tryAgain);
    }
    this.state.set('elsewhere');
    void this.#watch();
    return new Promise((resolve) => (this.#seated = resolve));
  }
  /** Takes it over from the tab that has it. */
  async take(): Promise<void> {
    const handed = new Promise<Kept | null>((resolve) => (this.#answered = resolve));
    this.#tell({ asks: true });
    const late = (await this.#isHeld()) ? pause(patience) : Promise.resolve();
    const kept = (await Promise.race([handed, late.then(() => null)])) ?? this.#inherited ?? {};
    for (const [key, value] of Object.entries(kept)) sessionStorage.setItem(key, value);
    await this.#lock({ steal: true });
    this.state.set('ours');
    this.#seated();
  }

  #hear(message: Message): void {
    if ('looks' in message && this.state() === 'ours') this.#tell({ sits: true });
    else if ('sits' in message) this.#isTaken = true;
    else if ('asks' in message && this.state() === 'ours') {
      this.#hasHandedOver = true;
      this.#tell({ hands: keptHere() });
    } else if ('hands' in message) this.#answered(message.hands);
    else if ('leaves' in message) this.#inherited = message.leaves;
  }
  #tell(message: Message): void {
    this.#channel?.postMessage(message);
  }
  /** Whether it is held now; it is until the tab is closed, or another takes it. */
  #lock(options: LockOptions): Promise<boolean> {
    return new Promise((resolve) => {
      const held = navigator.locks.request(this.#name, options, (lock) => {
        resolve(lock !== null);
        return lock ? new Promise(() => {}) : undefined;
      });
      held.catch(() => this.#lose());
    });
  }
  /** The page anew has no phone: nothing of the one that there was is left. */
  #lose(): void {
    if (this.#hasHandedOver) forget();
    location.reload();
  }
  async #watch(): Promise<void> {
    while (this.state() !== 'ours') {
      await pause(lookAgain);
      if (this.state() === 'ours') return;
      const isHeld = await this.#isHeld();
      if (this.state() !== 'ours') this.state.set(isHeld ? 'elsewhere' : 'left');
    }
  }
  async #isHeld(): Promise<boolean> {
    const { held = [] } = await navigator.locks.query();
    return held.some(({ name }) => name === this.#name);
  }
}
