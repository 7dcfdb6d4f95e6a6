import type { Proposal, Reservation } from '../api/types.ts';

export const adultsOf = (reservation: Reservation | null): number => {
  if (!reservation) return 2;
  return typeof reservation.party === 'number' ? reservation.party : (reservation.party.adults ?? 0);
};
/** Nobody has to move, and no limit is passed: nothing that one would want to see before. */
export const isPlainYes = (proposal: Proposal): boolean =>
  proposal.answer === 'possible' && proposal.moved.length === 0 && proposal.exceeded.length === 0;
export const needsWords = (line: string): string =>
  (line.normalize('NFKC').match(/個室|座敷|カウンター|テラス|テーブル|禁煙|喫煙|車椅子|車いす/g) ?? []).join(' ');
