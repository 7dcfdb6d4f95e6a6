import type { DayBook, Move, Reservation } from '../api/types.ts';
import { shown } from '../shared/names.ts';

const gone: readonly Reservation['commitment'][] = ['cancelled', 'declined', 'no_show', 'lapsed'];
/** Whether a party is, or may be, there. */
export const stands = ({ commitment }: Reservation): boolean => !gone.includes(commitment);
export const waits = ({ commitment }: Reservation): boolean => commitment === 'waiting';

/** Chairs. */
export const coversOf = ({ party }: Pick<Reservation, 'party'>): number =>
  typeof party === 'number' ? party : (party.adults ?? 0) + (party.children ?? 0);
export const nameOf = ({ details, id }: Reservation): string => shown(details.name || details.phone || id);

export const reservationOf = (book: DayBook | null, id: string): Reservation | null =>
  book?.reservations?.find((one) => one.id === id) ?? null;
/** Whose a booking is, in words: 山田 4 */
export const named = (book: DayBook | null, id: string): string => {
  const found = reservationOf(book, id);
  return found ? `${nameOf(found)} ${coversOf(found)}` : $localize`ほかの予約`;
};
/** Who gets which table instead of which: 山田 4 T1 → T3 */
export const movedWords = (book: DayBook | null, { booking, from, to }: Move): string =>
  `${named(book, booking)} ${from.join('+')} → ${to.join('+')}`;
