import type { Call as Shown } from 'denwaban-adapter';
import type { Nouns } from '../api/types.ts';

export type Occurrence = Nouns['call_occurrence'];
type Event = Exclude<Occurrence['event'], 'wrap_up_completed' | 'wrap_up_expired'>;
type State = Shown['state'];

const talking: readonly State[] = ['connected', 'conferenced', 'customer_left'];
const over: readonly State[] = ['ended', 'after_contact_work', 'transferred', 'done'];
const lost: Partial<Record<State, Event>> = { missed: 'missed', rejected: 'rejected', failed: 'failed' };

/** What a call's new state says to the call that is kept; `wasAnswered`: it is known to have been talked on. */
export const eventOf = (before: State | null, after: State, wasAnswered: boolean): Event | null => {
  if (before === after) return null;
  if (talking.includes(after)) {
    if (before && talking.includes(before)) return null;
    return wasAnswered ? 'resumed' : 'answered';
  }
  if (after === 'held') return 'held';
  if (over.includes(after)) return before && over.includes(before) ? null : 'ended';
  return lost[after] ?? null;
};

/** With an id that a page loaded anew gives it again. */
export const occurrenceOf = (contact: string, event: Event, at: Date): Occurrence => ({
  id: `${contact}:${event}:${at.getTime()}`,
  event,
  at: at.toISOString(),
});
