import type { Hours } from './index.js';

/** What a caller wants, or does. */
export type Intent =
  | 'book'
  | 'change'
  | 'cancel'
  | 'confirm'
  | 'ask_hours'
  | 'ask_last_order'
  | 'ask_vacancy'
  | 'ask_directions'
  | 'ask_parking'
  | 'ask_menu'
  | 'ask_allergy'
  | 'ask_price'
  | 'ask_children'
  | 'ask_payment'
  | 'lost_property'
  | 'late_arrival'
  | 'complaint'
  | 'sales_call'
  | 'human'
  | 'repeat'
  | 'slower'
  | 'silence'
  | 'noise'
  | 'something_else';
/** What can be said of a booking. */
export type SlotKind =
  'day' | 'time' | 'party' | 'name' | 'phone' | 'needs' | 'allergies' | 'course' | 'occasion' | 'budget';
/** What the caller was just asked. */
export type Question = SlotKind | 'wish' | 'read_back' | 'offer' | 'anything_else';
/** What would tell which reading was meant. */
export type Decider =
  | 'half_of_day'
  | 'which_day'
  | 'which_week'
  | 'which_month'
  | 'which_time'
  | 'how_many'
  | 'who_counts'
  | 'spelling'
  | 'digits'
  | 'per_head'
  | 'which_words';
/** Bytes of the text as UTF-8. */
export interface SpokenRange {
  begin: number;
  end: number;
}
/** What some words say: every reading that stands, the likelier first. One is certain. */
export interface Heard<T> {
  readings: T[];
  words?: SpokenRange;
  precision?: 'about';
  /** While there are several readings. */
  decider?: Decider;
}
export type TimeWish =
  | { at: string }
  | { between: { from?: string; until?: string } }
  | { part: 'opening' | 'closing' | 'morning' | 'lunch' | 'afternoon' | 'evening' | 'night' | 'early' | 'late' };
export type PartyWish =
  | { party: { adults?: number; children?: number; infants?: number; strollers?: number } }
  | { change: { adults?: number; children?: number; infants?: number } };
/** What was said of a booking. */
export interface SpokenSlots {
  day?: Heard<string>;
  time?: Heard<TimeWish>;
  party?: Heard<PartyWish>;
  /** `kana` is missing where the reading is not known. */
  name?: Heard<{ kana?: string; written?: string }>;
  /** E.164 */
  phone?: Heard<string>;
  /** Of a telephone number that is no whole one yet. */
  digits?: Heard<string>;
  needs?: { need: string; wanted?: 'asked' | 'unwanted'; words?: SpokenRange }[];
  allergies?: { what?: string; wanted?: 'asked' | 'unwanted'; words?: SpokenRange }[];
  course?: Heard<{ seat_only: true } | { named: string }>;
  occasion?: Heard<string>;
  /** Yen, for each unless it says `all`. */
  budget?: Heard<{ least?: number; most?: number; of?: 'all' }>;
}
/** What somebody said, as far as the words say it: docs/talk.md. */
export interface Meaning {
  /** The strongest first. */
  intents: { intent: Intent; words?: SpokenRange }[];
  polarity: 'none' | 'yes' | 'no' | 'unclear';
  slots: SpokenSlots;
  /** Of which a value was taken back. */
  corrected: SlotKind[];
  /** Words with a figure in them that were not understood. */
  unread: SpokenRange[];
}
/** Under what words are understood. */
export interface Hearing {
  now: Date | string;
  /** Of callers, where no hours are known; Asia/Tokyo */
  zone?: string;
  asked?: Question;
  /** What was heard so far. */
  known?: SpokenSlots;
  /** They decide between 7:00 and 19:00, with their own zone and calendar. */
  hours?: Hours | null;
  /** The times of an offer. */
  offered?: string[];
  /** The restaurant's names for them. */
  courses?: string[];
}

/**
 * What words mean: days, times and whatever else they hold, wants, and a yes or no. Any text means something. Throws for
 * a hearing that can't be read.
 */
export function understand(text: string, hearing: Hearing): Meaning;
