import { InjectionToken } from '@angular/core';

/** What the page uses of denwaban-connect-simulator. */
export interface SimulatedContact {
  id: string;
  /** The agent says something in text; the guest answers by `events`. */
  hear?(text: string): void;
  customerHangsUp?(): void;
}
export interface SimulatedConnect {
  /** The evening's next caller rings. */
  next(): void;
  hear(contact: string, text: string): void;
  /** Everything that was said in a contact so far. */
  said(listener: (line: SaidLine) => void): () => void;
  lose(): void;
  recover(): void;
  signOut(): void;
  dispose(): void;
}
export interface SaidLine {
  contact: string;
  who: 'guest' | 'agent';
  text: string;
}
export type Simulate = (connect: unknown, agent: { name: string; username: string }) => Promise<SimulatedConnect>;
export const SIMULATE = new InjectionToken<Simulate>('simulate');
