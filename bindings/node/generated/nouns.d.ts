// Written by denwaban_tools from the shapes of src/documents.
export type SeatKind = 'table' | 'counter' | 'private_room' | 'tatami' | 'terrace';
/** What a restaurant does not want to take a party past. */
export type Limit = 'not_open' | 'hours_unknown' | 'last_entry' | 'closing' | 'start_grid' | 'comes_twice' | 'lead_time' | 'cut_off' | 'furthest_date' | 'smallest_party' | 'largest_party' | 'pacing_covers' | 'pacing_parties' | 'walk_in_time' | 'table_size' | 'same_guest' | 'tables';
/** What happens to who would pass a limit. */
export type OnLimit = 'refuse' | 'warn' | 'needs_override';
/** Where a reservation comes from. */
export type BookingChannel = 'phone' | 'online' | 'partner' | 'bot' | 'restaurant' | 'walk_in';
export type Commitment = 'held' | 'requested' | 'confirmed' | 'reconfirmed' | 'cancelled' | 'declined' | 'no_show' | 'lapsed' | 'waiting';
export type Presence = 'expected' | 'late' | 'partly_arrived' | 'seated' | 'left';
export type Allocation = 'unassigned' | 'overbooked' | 'assigned' | 'pinned';
/** Who or what was the cause. */
export type CancelReason = 'guest' | 'restaurant' | 'moved' | 'duplicate' | 'mistake' | 'unpaid';
export type Actor = 'guest' | 'agent' | 'restaurant' | 'system';
/** What was done to a reservation. */
export type Deed = 'book' | 'change' | 'change_details' | 'request' | 'confirm' | 'reconfirm' | 'cancel' | 'decline' | 'miss' | 'lapse' | 'run_late' | 'arrive_partly' | 'sit_down' | 'leave' | 'pin' | 'unpin' | 'unassign' | 'assign' | 'move' | 'lose_table' | 'block' | 'unblock' | 'change_date' | 'undo' | 'swap' | 'renew' | 'take_up';
export type SlotState = 'free' | 'if_others_move' | 'limited' | 'full' | 'undecided';
/** What stands in the way of a seat. */
export type Obstacle = 'kinds' | 'areas' | 'smoking' | 'access' | 'tables' | 'seller' | 'length';
/** A part that a day book has of its restaurant. */
export type BookPart = 'floor_plan' | 'policy' | 'periods';
/** Why there is no answer. */
export type ErrorCode = 'malformed_json' | 'too_deep' | 'too_large' | 'wrong_type' | 'missing_key' | 'unknown_key' | 'duplicate_key' | 'invalid_value' | 'out_of_range' | 'overlap' | 'never_ends' | 'duplicate_number' | 'duplicate_id' | 'not_a_phone_number' | 'unknown_zone' | 'beyond_horizon' | 'naive_datetime' | 'unknown_reference' | 'not_allowed' | 'beyond_limit' | 'no_seat' | 'undecided' | 'contended' | 'unavailable' | 'read_only' | 'storage_full' | 'corrupt' | 'newer_version' | 'timed_out' | 'stale' | 'no_such_time' | 'expired_cursor' | 'unknown_token' | 'foreign_token' | 'lapsed_token';
/** What kind of thing decided a day. */
export type Cause = 'unlisted' | 'any_day' | 'weekday' | 'nth_weekday' | 'day_after_holiday' | 'holiday_eve' | 'holiday' | 'season' | 'closing' | 'moved_closing' | 'dated';
/** How narrowly a rule names a date: the narrowest of those that apply wins. */
export type Precedence = 'any_day' | 'weekday' | 'nth_weekday' | 'day_after_holiday' | 'holiday_eve' | 'holiday' | 'season' | 'dated';
/** What became of a regular closing on a date. */
export type ClosingFate = 'closes' | 'may_close' | 'overruled' | 'moved_here' | 'moved_away' | 'dropped';
/** Where in its business date a closed moment lies; what is unknown counts as an opening. */
export type Phase = 'before_opening' | 'between_services' | 'after_closing' | 'closed_all_day';
/** Whose holiday it is: by law, by what the law makes of others, or one's own. */
export type HolidayKind = 'statutory' | 'derived' | 'own';
export type FindingKind = 'remark' | 'repetition' | 'assumption' | 'approximate' | 'unknowable' | 'contradiction' | 'not_understood' | 'not_expressible' | 'malformed';
/** How much a finding matters: note, nothing is lost; doubt, it may mean otherwise; loss, something is lost. */
export type Weight = 'note' | 'doubt' | 'loss';
/** Why a call shows no number. */
export type WithheldReason = 'by_caller' | 'payphone' | 'out_of_area' | 'not_given';
/** Where a number to show may come from; last_called is only the restaurant's, its chain's or the centre's. */
export type CallerSource = 'choice' | 'last_called' | 'restaurant' | 'chain' | 'centre';
/** Why a number to show was passed over. */
export type PassedOverReason = 'none' | 'unknown_restaurant' | 'not_a_number' | 'not_claimed' | 'another_restaurants' | 'toll_free_abroad' | 'no_queue';
export type CallState = 'ringing' | 'talking' | 'held' | 'wrapping_up' | 'closed';
/** The reservation alone, or all of its group or nobody. */
export type Whom = 'booking' | 'group';
/** What calls can be counted by; restaurant, chain (系列) and day_kind (祝日, 祝前日, plain) need a directory. */
export type CallGroup = 'restaurant' | 'chain' | 'line' | 'queue' | 'agent' | 'disposition' | 'day_kind' | 'weekday' | 'quarter_hour' | 'channel';
/** The tables that questions are asked of. */
export type BigQueryTable = 'calls' | 'bookings' | 'reconciled' | 'legs' | 'states' | 'shifts';
/** What a caller wants, or does. */
export type Intent = 'book' | 'change' | 'cancel' | 'confirm' | 'ask_hours' | 'ask_last_order' | 'ask_vacancy' | 'ask_directions' | 'ask_parking' | 'ask_menu' | 'ask_allergy' | 'ask_price' | 'ask_children' | 'ask_payment' | 'lost_property' | 'late_arrival' | 'complaint' | 'sales_call' | 'human' | 'goodbye' | 'repeat' | 'slower' | 'silence' | 'noise' | 'something_else';
/** What can be said of a booking. */
export type SlotKind = 'day' | 'time' | 'party' | 'name' | 'phone' | 'needs' | 'allergies' | 'course' | 'occasion' | 'budget';
/** What the caller was just asked. */
export type Question = 'wish' | 'day' | 'time' | 'party' | 'name' | 'phone' | 'needs' | 'allergies' | 'course' | 'occasion' | 'budget' | 'read_back' | 'offer' | 'anything_else';
/** What would tell which reading was meant. */
export type Decider = 'half_of_day' | 'which_day' | 'which_week' | 'which_month' | 'which_time' | 'how_many' | 'who_counts' | 'spelling' | 'digits' | 'per_head' | 'which_words' | 'whether';
/** Why a human takes over. */
export type HandOverReason = 'asked_for' | 'not_understood' | 'not_heard' | 'too_many_turns' | 'complaint' | 'sales_call' | 'allergies' | 'large_party' | 'hours_unknown' | 'no_such_booking' | 'not_permitted' | 'not_offered' | 'refused' | 'unavailable';
export type ConversationState = 'opened' | 'asking' | 'looking_up' | 'offering' | 'holding' | 'confirming' | 'letting_go' | 'acting' | 'closing' | 'handed_over' | 'ended';
/** A service of one business date. Times are from midnight of that date: 26:00 is two in the morning after. */
export interface Period {
  /** lunch, ディナー */
  name?: string;
  opens: string;
  closes: string;
  /** The last time to come. */
  last_entry?: string;
  state?: 'open' | 'unknown';
}
/** Tables, and what can be joined of them. */
export interface FloorPlan {
  tables: Table[];
  combinations?: TableCombination[];
  chains?: TableChain[];
}
/** A table, a room, or one seat of a counter. */
export interface Table {
  id: string;
  /** Parties below are not seated there. */
  least?: number;
  most: number;
  area?: string;
  kind?: SeatKind;
  smoking?: 'forbidden' | 'allowed';
  access?: 'on_foot' | 'wheelchair';
  /** Who may sell it: restaurants keep some back. */
  seller?: 'anyone' | 'restaurant';
  /** The restaurant's preference, lower first. */
  rank?: number;
}
/** Tables that can be joined, with a capacity of their own. */
export interface TableCombination {
  tables: string[];
  least?: number;
  most: number;
  rank?: number;
}
/** Neighbours in a row, any run of which can be joined. */
export interface TableChain {
  tables: string[];
  /** Of a run, in tables. */
  longest?: number;
  rank?: number;
}
/** How a restaurant takes reservations; spans of time in minutes, and furthest in days. */
export interface ReservationPolicy {
  /** Starts are at multiples of it from midnight. */
  start_grid?: number;
  /** The first that fits a party holds. */
  turn_times?: TurnTime[];
  /** Of parties that no turn time fits. */
  turn?: Turn;
  /** A stay is cut at closing if this much is left of it. */
  shortest_stay?: number | null;
  /** To reset a table after a party. */
  buffer?: number;
  /** All of them hold. */
  pacing?: Pacing[];
  lead_time?: number;
  /** All of them hold. */
  cut_offs?: Deadline[];
  /** Days from today; any date, if not said. */
  furthest?: number | null;
  /** In chairs. */
  smallest_party?: number;
  largest_party?: number;
  /** How many may be taken without a seat on one day. */
  overbooking?: number;
  /** Until when guests may cancel; all of them hold. */
  cancel_until?: Deadline[];
  /** What happens at each limit. */
  on_limit?: Partial<Record<Limit, OnLimit>>;
  /** After booking, guests may change and cancel for so long even past `cancel_until`. */
  grace?: number;
  /** How long after it a mistake can be undone. */
  undo_within?: number;
  /** Who sits on past their end is reckoned to sit for so long from now. */
  overstay?: number;
  /** How long something may be held in all, from booking on, however often renewed. */
  longest_hold?: number | null;
  /** What guests owe who cancel late; of those whose deadline is past the highest. */
  cancel_fees?: CancelFee[];
  /** What guests owe who never came. */
  no_show_fee?: number | null;
}
/** How long some parties keep their table. */
export interface TurnTime {
  /** Chairs of the party. */
  most?: number;
  turn: Turn;
  period?: string | null;
  course?: string | null;
}
/** Minutes, or to the end. */
export type Turn = number | 'until_period_ends';
/** The most that may arrive in any stretch of time as long as the span. */
export interface Pacing {
  /** Whose parties it limits and counts; all, where there is none. */
  channels?: BookingChannel[];
  span?: number;
  period?: string | null;
  covers?: number | null;
  parties?: number | null;
  /** Of the starts that it limits and counts. */
  from?: string | null;
  /** Likewise, not included. */
  until?: string | null;
}
/** What a guest owes who cancels after a deadline. */
export interface CancelFee {
  after: Deadline;
  /** Of what was agreed to be paid. */
  percent: number;
}
/** Until when something may be done about a start. */
export type Deadline = { minutes_before: number } | { days_before: DaysBefore };
/** So many days before, at a time. */
export interface DaysBefore {
  days: number;
  at: string;
}
/** A number counts adults. */
export type ReservationParty = number | PartyMembers;
/** Who comes together. */
export interface PartyMembers {
  adults?: number;
  /** Each has a chair. */
  children?: number;
  /** On a lap or in a pram: no chair. */
  infants?: number;
  /** ベビーカー that come along, for whoever seats them to know. */
  strollers?: number;
}
/** Who comes together. */
export interface Guests {
  adults: number;
  /** Each has a chair. */
  children: number;
  /** On a lap or in a pram: no chair. */
  infants: number;
  /** ベビーカー that come along, for whoever seats them to know. */
  strollers?: number;
}
/** What a seat must have. */
export interface Needs {
  /** One of these; any, where there is none. */
  kinds?: SeatKind[];
  /** Likewise. */
  areas?: string[];
  smoking?: 'forbidden' | 'allowed' | null;
  access?: 'on_foot' | 'wheelchair';
}
/** What a party wants, whatever the time. */
export interface Wish {
  party: ReservationParty;
  needs?: Needs;
  channel?: BookingChannel;
  course?: string | null;
  /** Minutes at the table, if it is not as the policy has it. */
  turn?: number | null;
  /** The very ones, joined. */
  wanted_tables?: string[];
}
/** What the book keeps of a reservation and does not reckon with. */
export interface ReservationDetails {
  /** Of whom the visit is. */
  customer?: string;
  name?: string;
  /** The name's reading. */
  kana?: string;
  phone?: string;
  email?: string;
  /** What is ordered beforehand. */
  items?: OrderedItem[];
  occasion?: string;
  allergies?: string[];
  /** For children. */
  high_chairs?: number;
  for_restaurant?: string;
  for_centre?: string;
  /** The agent who took it. */
  taken_by?: string;
  /** The call in which it was taken. */
  contact?: string;
  deposit?: Deposit;
}
/** 料理・飲み放題など */
export interface OrderedItem {
  name: string;
  count?: number;
}
/** What is paid beforehand. */
export interface Deposit {
  /** In the currency's smallest unit. */
  amount: number;
  currency?: string;
  due?: string;
  terms?: string;
  /** Where the money is. */
  state?: 'due' | 'paid' | 'refunded' | 'kept' | 'waived';
}
/** A party, when it comes, and where it sits. */
export interface Reservation {
  id: string;
  begin: string;
  end: string;
  /** Minutes to reset the table. */
  buffer: number;
  party: Guests;
  needs: Needs;
  channel: BookingChannel;
  course?: string;
  /** Minutes at the table, if it is not as the policy has it. */
  turn?: number;
  /** The very ones, joined. */
  wanted_tables?: string[];
  commitment: Commitment;
  presence: Presence;
  allocation: Allocation;
  tables: string[];
  held_until?: string;
  cancel_reason?: CancelReason;
  /** What its guest owes who cancelled late or never came, in percent. */
  fee?: number;
  /** When guests who are late said to come. */
  expected_at?: string;
  /** Of who waits: the last start that suits them. */
  latest?: string;
  /** Of those who belong together, each at a table of their own. */
  group?: string;
  details: ReservationDetails;
  history: ReservationEntry[];
}
/** What was done to a reservation, and by whom. */
export interface ReservationEntry {
  deed: Deed;
  by: Actor;
  at: string;
  who?: string;
  /** Limits that were passed knowingly. */
  overridden?: Limit[];
  note?: string;
  /** What the deed itself does not say. */
  changes?: ({ what: string; from?: string; to?: string })[];
}
/** A limit that is passed, and by how much; 0 where that can't be told. */
export interface Exceeded {
  limit: Limit;
  by: number;
  /** What it is by. */
  unit: 'minutes' | 'days' | 'covers' | 'parties';
}
/** A party that gets another table. */
export interface TableMove {
  booking: string;
  from: string[];
  to: string[];
}
/** What became of a booking. */
export interface Visit {
  restaurant: string;
  booking: string;
  /** The business date. */
  date: string;
  covers?: number;
  outcome: 'waiting' | 'booked' | 'cancelled' | 'no_show' | 'visited';
}
/** Somebody who calls, and what became of their bookings. */
export interface Customer {
  id: string;
  name?: string;
  /** The name's reading. */
  kana?: string;
  aliases?: string[];
  phones?: string[];
  email?: string;
  /** Of records that were merged into this one. */
  other_emails?: string[];
  visits?: Visit[];
  tags?: string[];
  allergies?: string[];
  preferences?: string[];
  notes?: string;
  /** Records that are this one now. */
  merged?: string[];
}
/** A centre's rules for wrap-up (後処理); spans of time in seconds. */
export interface WrapUpPolicy {
  demand: 'not_allowed' | 'optional' | 'required' | 'required_with_data';
  timer?: WrapUpTimer | null;
  /** What is recorded when the time is up and what was typed is not fit to be; none, and it stays open. */
  default_outcome?: string | null;
}
/** In seconds. */
export interface WrapUpTimer {
  limit: number;
  extension?: number;
  /** How often the agent may extend it. */
  extensions?: number;
}
/** Bytes of the text as UTF-8. */
export interface SpokenRange {
  begin: number;
  /** Not included. */
  end: number;
}
/** Any time from one to the other. */
export interface TimeRange {
  from?: string;
  until?: string;
}
/** When a party comes. */
export type TimeWish = { at: string } | { between: TimeRange } | { part: 'opening' | 'closing' | 'morning' | 'lunch' | 'afternoon' | 'evening' | 'night' | 'early' | 'late' };
/** あと一人増える */
export interface PartyChange {
  adults?: number;
  children?: number;
  infants?: number;
}
/** Who comes. */
export type PartyWish = { party: PartyMembers } | { change: PartyChange };
/** A name as it was said. */
export interface SpokenName {
  /** Katakana; none where the reading is not known. */
  kana?: string;
  /** As it stood in the words. */
  written?: string;
}
/** 個室がいいです */
export interface HeardNeed {
  need: 'private_room' | 'non_smoking' | 'smoking' | 'tatami' | 'sunken' | 'counter' | 'table' | 'sofa' | 'window' | 'terrace' | 'quiet' | 'back' | 'wheelchair' | 'stroller' | 'high_chair' | 'pet' | 'exclusive';
  wanted?: 'wanted' | 'asked' | 'unwanted';
  words?: SpokenRange;
}
/** What somebody can't eat. */
export interface HeardAllergy {
  what?: string;
  /** unwanted: アレルギーはありません */
  wanted?: 'wanted' | 'asked' | 'unwanted';
  words?: SpokenRange;
}
/** 席のみ, or a course. */
export type CourseWish = { seat_only: true } | { named: string };
/** Yen. */
export interface Budget {
  least?: number;
  most?: number;
  of?: 'each' | 'all';
}
/** What some words say. */
export interface HeardDay {
  /** All that stand, the likelier first. */
  readings: string[];
  words?: SpokenRange;
  precision?: 'exact' | 'about';
  /** What would tell which was meant. */
  decider?: Decider;
}
/** What some words say. */
export interface HeardTime {
  /** All that stand, the likelier first. */
  readings: TimeWish[];
  words?: SpokenRange;
  precision?: 'exact' | 'about';
  /** What would tell which was meant. */
  decider?: Decider;
}
/** What some words say. */
export interface HeardParty {
  /** All that stand, the likelier first. */
  readings: PartyWish[];
  words?: SpokenRange;
  precision?: 'exact' | 'about';
  /** What would tell which was meant. */
  decider?: Decider;
}
/** What some words say. */
export interface HeardName {
  /** All that stand, the likelier first. */
  readings: SpokenName[];
  words?: SpokenRange;
  precision?: 'exact' | 'about';
  /** What would tell which was meant. */
  decider?: Decider;
}
/** What some words say. */
export interface HeardPhone {
  /** All that stand, the likelier first. */
  readings: string[];
  words?: SpokenRange;
  precision?: 'exact' | 'about';
  /** What would tell which was meant. */
  decider?: Decider;
}
/** What some words say. */
export interface HeardDigits {
  readings: string[];
  words?: SpokenRange;
  precision?: 'exact' | 'about';
  decider?: Decider;
}
/** What some words say. */
export interface HeardCourse {
  /** All that stand, the likelier first. */
  readings: CourseWish[];
  words?: SpokenRange;
  precision?: 'exact' | 'about';
  /** What would tell which was meant. */
  decider?: Decider;
}
/** What some words say. */
export interface HeardOccasion {
  /** All that stand, the likelier first. */
  readings: ('birthday' | 'anniversary' | 'wedding' | 'proposal' | 'families_meet' | 'longevity' | 'memorial' | 'children' | 'business' | 'year_end' | 'new_year' | 'welcome' | 'reunion' | 'party' | 'date' | 'celebration')[];
  words?: SpokenRange;
  precision?: 'exact' | 'about';
  /** What would tell which was meant. */
  decider?: Decider;
}
/** What some words say. */
export interface HeardBudget {
  /** All that stand, the likelier first. */
  readings: Budget[];
  words?: SpokenRange;
  precision?: 'exact' | 'about';
  /** What would tell which was meant. */
  decider?: Decider;
}
/** What was said of a booking. */
export interface SpokenSlots {
  day?: HeardDay;
  time?: HeardTime;
  party?: HeardParty;
  name?: HeardName;
  phone?: HeardPhone;
  /** Of a number that is no whole one yet. */
  digits?: HeardDigits;
  needs?: HeardNeed[];
  allergies?: HeardAllergy[];
  course?: HeardCourse;
  occasion?: HeardOccasion;
  budget?: HeardBudget;
}
/** What is wanted. */
export interface HeardIntent {
  intent: Intent;
  words?: SpokenRange;
}
/** What somebody said. */
export interface Meaning {
  /** The strongest first. */
  intents: HeardIntent[];
  polarity: 'none' | 'yes' | 'no' | 'unclear';
  slots: SpokenSlots;
  /** Of which a value was taken back. */
  corrected: SlotKind[];
  /** Words with a figure in them that were not understood. */
  unread: SpokenRange[];
  /** Of the booking that is to be changed, cancelled or told of. */
  booked_day?: HeardDay;
  /** Of the same booking. */
  booked_time?: HeardTime;
}
/** Under what words are understood. */
export interface HearingNote {
  now: string;
  /** Of callers, where no hours are known. */
  zone?: string;
  asked?: Question | null;
  known?: SpokenSlots;
  /** The times of an offer. */
  offered?: string[];
  /** The restaurant's names for them. */
  courses?: string[];
}
/** Something to say. */
export interface Spoken {
  /** As one writes it. */
  text: string;
  /** A whole document for Amazon Polly. */
  ssml: string;
}
/** Keys that are taken in place of speech. */
export interface Keypad {
  /** Figures. */
  most: number;
  /** The key that ends. */
  end: string;
}
/** What to listen for. */
export interface Listening {
  asked: Question | null;
  /** Words that a recogniser should expect. */
  hints: string[];
  keypad: Keypad | null;
  barge_in: 'allowed' | 'refused';
}
/** What to say, and then to listen for. */
export interface Reply {
  say: Spoken;
  /** Nothing where the conversation is over. */
  listen: Listening | null;
}
/** A line of what was said. */
export interface SaidLine {
  who: 'caller' | 'machine';
  text: string;
}
/** A table that is kept free meanwhile. */
export interface HeldTable {
  date: string;
  booking: string;
  until: string;
}
/** One slot of what was heard. */
export interface HeardSlot {
  slot: SlotKind;
  /** As one writes it; the readings, while they are in doubt. */
  value: string;
  /** As they were said. */
  words: string;
}
/** Where a caller's voice is streamed. */
export interface VoiceStream {
  /** Of a stream of Kinesis Video. */
  arn: string;
  /** Its number, in which the caller begins. */
  fragment?: string;
}
/** What the agent sees who takes a conversation over. */
export interface HandedOver {
  purpose: 'book' | 'change' | 'cancel' | 'tell' | 'lost_property' | 'late_arrival' | null;
  reason: HandOverReason | null;
  caller: string;
  heard: HeardSlot[];
  message: string;
  held: HeldTable[];
  unanswered: string[];
  lines: SaidLine[];
  /** In which the caller can be heard again. */
  stream?: VoiceStream;
  /** The same in lines. */
  notes: string;
}
/** Who calls. */
export interface GreetedCaller {
  /** Of the contact or the chat. */
  id: string;
  caller?: string;
  language?: 'japanese' | 'english';
  stream?: VoiceStream | null;
}
/** What the caller said, or keyed. */
export interface Utterance {
  /** Of the turn: the same again is answered as before. */
  id?: string;
  text?: string;
  /** 1930#; they are what counts, if there are any. */
  keys?: string;
}
/** How a restaurant lets a machine speak for it. */
export interface TalkPolicy {
  /** Of Amazon Polly. */
  voice?: string;
  manner?: 'formal' | 'friendly';
  barge_in?: 'allowed' | 'refused';
  /** Beside day, time and party, in this order. */
  asked?: SlotKind[];
  /** Where what was wanted is full, dearest first. */
  offered?: ('earlier' | 'later' | 'split' | 'other_seat' | 'other_day')[];
  /** At once. */
  most_offers?: number;
  /** How far around the day others are looked at. */
  other_days?: number;
  terms?: 'confirmed' | 'requested';
  /** Seconds, of a table that is read back. */
  hold?: number;
  /** In chairs; a human takes more. */
  largest_party?: number;
  /** A human takes more. */
  most_allergies?: number;
  /** What may be written down without asking the kitchen; empty for anything. */
  known_allergies?: string[];
  /** Of the caller. */
  most_turns?: number;
  /** Commands that the book refuses. */
  most_failures?: number;
  /** Names. */
  courses?: string[];
  /** To questions about directions, parking and the like. */
  answers?: Partial<Record<Intent, string>>;
  /** Under which code of the catalogue messages are taken; else a human takes them. */
  messages?: Partial<Record<Intent, string>>;
}
/** A start on the grid, and whether a party can come then. Times are from midnight of the business date: 26:00 is two in the morning after. */
export interface Slot {
  begin: string;
  end: string;
  state: SlotState;
  /** Limits, those too that only warn. */
  exceeded: Exceeded[];
}
/** What a business date has for a party. */
export interface Vacancy {
  date: string;
  /** The first of the starts that suit best: free, then if others move, undecided, limited, full; null where the restaurant has no start that day. */
  best: Slot | null;
}
/** Who was to be there by now, and is not. */
export interface LateParty {
  booking: string;
  /** As booked, or as they said since. */
  expected: string;
  /** Whole minutes since. */
  late: number;
}
/** Who waits, and what they could have now. */
export interface WaitingParty {
  booking: string;
  since: string;
  /** The best of the starts that suit them. */
  state: SlotState;
  /** The first of those; none where no start is to be had. */
  begin: string | null;
  /** Limits, there or where none is to be had. */
  exceeded: Exceeded[];
}
/** What a party could have instead. */
export interface Alternative {
  kind: 'earlier' | 'later' | 'split' | 'other_seat' | 'other_day';
  date: string;
  begin: string;
  end: string;
  /** For each part of the party. */
  tables: string[][];
  /** What is dropped. */
  without: Obstacle | null;
  /** How many others have to move. */
  moves: number;
}
/** A reservation that an edit of its book hurts. It stays in the book. */
export interface Hurt {
  booking: string;
  /** Limits that it passes now and did not, or not so far. */
  exceeded: Exceeded[];
  /** The tables that it can't have any more. */
  lost: string[];
  /** Those that it has now: instead, or still, though they do not suit it any more; none where it is overbooked. */
  tables: string[];
}
/** Where a reservation stands, and how. */
export interface KeptReservation {
  restaurant: string;
  /** The business date. */
  date: string;
  reservation: Reservation;
}
/** Some of the reservations of a list. */
export interface ListedBookings {
  bookings: KeptReservation[];
  /** What the next page comes after. */
  next: string | null;
}
/** What was decided upon a kept book. */
export interface KeptDecision {
  restaurant: string;
  /** The business date. */
  date: string;
  /** Of the book after it. */
  version: number;
  /** Empty where it was about none. */
  booking: string;
  /** As it stands after it. */
  reservation: Reservation | null;
  /** All of its group, where it has one. */
  group?: Reservation[];
  /** Others who got another table. */
  moved: TableMove[];
  /** Limits that warn, and those that were overridden. */
  exceeded: Exceeded[];
  /** By what its restaurant has become, which the book now follows. */
  hurt?: Hurt[];
}
/** A kept book, one of whose parts was replaced. */
export interface KeptEdit {
  restaurant: string;
  /** The business date. */
  date: string;
  /** Of the book after it. */
  version: number;
  /** Everybody whom it hurts. */
  hurt: Hurt[];
  /** Others who got another table. */
  moved: TableMove[];
}
/** A kept book that differs, and what became of it. */
export interface RefreshedBook {
  /** The business date. */
  date: string;
  /** After it. */
  version: number;
  /** Parts that follow the restaurant. */
  changed: BookPart[];
  /** Parts that were edited for the date, and were left as they are. */
  own: BookPart[];
  /** Everybody whom it hurts. */
  hurt: Hurt[];
  /** Others who got another table. */
  moved: TableMove[];
}
/** Kept books that were brought up to their restaurant. */
export interface RefreshedBooks {
  /** Those that differ. */
  books: RefreshedBook[];
  /** What the next page comes after. */
  next: string | null;
}
/** Some of the customers. */
export interface ListedCustomers {
  customers: Customer[];
  /** What the next page comes after. */
  next: string | null;
}
/** Two who may be one. */
export interface LikelyDuplicate {
  first: Customer;
  second: Customer;
  /** What they have both. */
  same: ('phone' | 'email' | 'name' | 'kana')[];
}
/** Some of those who may be one. */
export interface ListedDuplicates {
  pairs: LikelyDuplicate[];
  /** Numbers and names of so many that they were not compared. */
  crowded: string[];
  /** What the next page comes after. */
  next: string | null;
}
/** Two records where one was. */
export interface UnmergedCustomers {
  kept: Customer;
  restored: Customer;
  merged_at: string;
  /** Empty where nobody said it. */
  merged_by: string;
}
/** What one step forgot. */
export interface Forgotten {
  /** Or it is to be asked again. */
  done: boolean;
  /** That lost their person. */
  bookings: number;
  /** That lost their person. */
  calls: number;
  /** That will not be sent. */
  messages: number;
  /** What the next step of `forget_before` goes on after. */
  next: string | null;
}
/** That a conversation is kept. */
export interface ConversationKept {
  id: string;
  /** Of the caller, so far. */
  turns: number;
  /** When it may be gone. */
  expires: string;
}
