import { Injectable } from '@angular/core';
import type { KeptReservation } from '../api/types.ts';

/** What is typed of a booking in a call. */
export interface TypedLine {
  line: string;
  name: string;
  phone: string;
  changing: KeptReservation | null;
  /** The evening that was shown, unless the line names one. */
  date: string | null;
}
const keyOf = (contact: string) => `desk.line.${contact}`;

/** Lines of calls, kept in the tab through a refresh. */
@Injectable({ providedIn: 'root' })
export class Lines {
  of(contact: string): TypedLine | null {
    try {
      return JSON.parse(sessionStorage.getItem(keyOf(contact)) ?? 'null') as TypedLine | null;
    } catch {
      return null;
    }
  }
  keep(contact: string, typed: TypedLine): void {
    if (typed.line || typed.changing) sessionStorage.setItem(keyOf(contact), JSON.stringify(typed));
    else this.forget(contact);
  }
  forget(contact: string): void {
    sessionStorage.removeItem(keyOf(contact));
  }
}
