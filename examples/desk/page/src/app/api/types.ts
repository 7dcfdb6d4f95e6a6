import type { components } from '../generated/errands.d.ts';

/** The nouns of the library, as docs/schema has them. */
export type Nouns = components['schemas'];
export type Errand = keyof Nouns['Answered'] & keyof Nouns['Asked'];
/** What the desk says itself: when, by whom, under which key. */
type SaidByDesk = 'now' | 'key' | 'keep' | 'by';
export type Asked<E extends Errand> = Omit<Nouns['Asked'][E], SaidByDesk>;
interface Spoken {
  decide: Decided;
  move_booking: Decided;
  find_day_book: DayBook;
  find_booking: KeptReservation | null;
  list_bookings: { bookings: KeptReservation[]; next?: string | null };
}
export type Answered<E extends Errand> = E extends keyof Spoken ? Spoken[E] : Nouns['Answered'][E];

/** What a schema lets be left out, and an answer never does. */
type Whole<T, K extends keyof T> = Omit<T, K> & Required<Pick<T, K>>;
export type Reservation = Whole<
  Nouns['reservation'],
  'tables' | 'details' | 'commitment' | 'presence' | 'allocation' | 'history'
>;
export type Decided = Omit<Nouns['kept_decision'], 'reservation'> & { reservation?: Reservation | null };
export type DayBook = Omit<Nouns['day_book'], 'reservations'> & { reservations?: Reservation[] };
export type Proposal = Nouns['proposal'];
export type Alternative = Nouns['alternative'];
export type Move = Nouns['move'];
export type Exceeded = Nouns['exceeded'];
export type Needs = Nouns['needs'];
export type Table = Nouns['table'];
export type Customer = Nouns['customer'];
export type KeptCall = Nouns['kept_call'];
export type Call = Nouns['call'];
export type Disposition = Nouns['disposition'];
export type FieldValue = Nouns['field_value'];
export type FollowUp = Nouns['open_follow_up'];
export type KeptReservation = Omit<Nouns['kept_reservation'], 'reservation'> & { reservation: Reservation };
export type Restaurant = Nouns['restaurant'];

type Paths = import('../generated/served.d.ts').paths;
type Told<P extends keyof Paths, M extends 'get' | 'post'> = Paths[P] extends {
  [K in M]: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;
export type Session = Told<'/api/session', 'get'>;
export type SignIn = Told<'/api/sign-in', 'get'>;
export type WrapUpRules = Omit<Told<'/api/wrap-up', 'get'>, 'catalogue'> & { catalogue: Nouns['Catalogue'] };
export type HoursNow = Told<'/api/restaurants/{id}/now', 'get'>;
export type Periods = Told<'/api/restaurants/{id}/periods', 'get'>;
export type Incoming = Omit<Told<'/api/calls/incoming', 'get'>, 'bookings'> & { bookings: KeptReservation[] };
export type ChosenCaller = Told<'/api/outbound', 'get'>;
export type Holidays = Told<'/api/holidays', 'get'>;
export type HoursRead = Told<'/api/hours/read', 'post'>;
export type Agents = Told<'/api/agents', 'get'>;
export type DayOfCalls = Told<'/api/day', 'get'>;
