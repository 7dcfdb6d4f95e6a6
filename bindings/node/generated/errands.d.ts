// Written by denwaban_tools from the table of doors.

import type {
  Alternative,
  BookingChannel,
  ConversationKept,
  Customer,
  Deed,
  Exceeded,
  Forgotten,
  KeptDecision,
  KeptEdit,
  KeptReservation,
  LateParty,
  Limit,
  ListedBookings,
  ListedCustomers,
  ListedDuplicates,
  Obstacle,
  OnLimit,
  RefreshedBooks,
  Reservation,
  SeatKind,
  Slot,
  TableMove,
  UnmergedCustomers,
  Vacancy,
  WaitingParty,
  Whom,
} from './nouns.js';

export type AskedRestaurant = AskedRestaurantDocument | Written;
/** A restaurant as its telephone needs to know it. */
export interface AskedRestaurantDocument {
  id: string;
  name: string;
  /** The name's reading. */
  kana?: string;
  lines?: readonly AskedPhoneLine[];
  /** A name of the IANA database. */
  zone?: string;
  holidays?: AskedOwnHolidays;
  hours: AskedRules;
  routing?: AskedRouting;
  /** For the agent to read. */
  notes?: readonly string[];
  /** 系列, by whatever name its owner has for it. */
  chain?: string;
}
/** A number that callers dial to reach the restaurant. */
export interface AskedPhoneLine {
  number: string;
  /** 予約, 代表 */
  label?: string;
}
/** Days on which its 祝日 differ from the country's. */
export interface AskedOwnHolidays {
  added?: readonly ({ date: string; name: string })[];
  removed?: readonly string[];
}
export type AskedRules = AskedRulesDocument | Written;
/** What a restaurant says of its hours. */
export interface AskedRulesDocument {
  rules: readonly AskedRule[];
  closings?: readonly AskedRegularClosing[];
  choices?: AskedChoices;
}
/** On such days, this holds. Just one of services, unknown and closed. */
export interface AskedRule {
  /** What to call the reason: 貸切. */
  label?: string;
  when: AskedWhen;
  /** In ascending order. */
  services?: readonly AskedService[];
  /** 不定休: nobody can say. When it may be open; none, if nothing is known of the date. */
  unknown?: readonly AskedService[];
  closed?: true;
}
/** A condition on dates. The narrowest rule that applies to a date wins. */
export type AskedWhen = 'every_day' | 'holiday' | 'holiday_eve' | 'day_after_holiday' | { weekdays: readonly ('sun' | 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat')[] } | { holiday: string } | { nth_weekday: { nth: readonly (number | 'last')[]; weekdays: readonly ('sun' | 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat')[] } } | { days_of_month: readonly (number | 'last')[] } | { months: readonly number[] } | { every_weeks: { interval: number; from: string } } | { season: { from: string; to: string } } | { period: { from: string; to: string } } | { dates: readonly string[] } | { all: readonly AskedWhen[] } | { any: readonly AskedWhen[] } | { none: readonly AskedWhen[] };
/** 営業区分: one opening of a day. */
export interface AskedService {
  /** lunch, ディナー */
  name?: string;
  opens: string;
  /** Past midnight it goes on counting: 26:00. */
  closes: string;
  last_order?: AskedLastOrders;
}
/** ラストオーダー */
export interface AskedLastOrders {
  food?: string;
  drink?: string;
  /** 最終入店: when the last party is let in. */
  entry?: string;
}
/** 定休日: closes, whatever seasons and 祝日 say; only rules for single dates go before it. */
export interface AskedRegularClosing {
  label?: string;
  when: AskedWhen;
  on_holiday?: AskedOnHoliday;
  /** Names of those that close; left out, all do. */
  services?: readonly string[];
  effect?: 'closes' | 'may_close';
}
/** What becomes of a regular closing on a 祝日. */
export type AskedOnHoliday = 'stays' | 'dropped' | 'next_day' | 'next_weekday' | 'next_business_day' | 'previous_day' | 'previous_or_next_day' | 'some_following_day' | 'unknown' | 'day_after' | { weekday: 'sun' | 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat'; if_holiday?: 'goes_on' | 'stays' };
/** Where restaurants differ. */
export interface AskedChoices {
  /** Which rule a day follows that is both. */
  holiday_and_eve?: 'holiday' | 'holiday_eve';
  /** Whether a Saturday before a 祝日 is 祝前日. */
  saturday_eve?: 'counts' | 'does_not_count';
  /** Likewise. */
  sunday_eve?: 'counts' | 'does_not_count';
  /** What holds on a day that no rule names. */
  unlisted?: 'closed' | 'unknown';
}
/** What happens to a call. */
export interface AskedRouting {
  /** The first that fits. */
  routes?: readonly AskedRoute[];
  otherwise: AskedDestination;
}
/** Where a call goes if everything that is said of it holds. */
export interface AskedRoute {
  label?: string;
  /** The business date. */
  when?: AskedWhen;
  /** One of these; any, where there is none. */
  hours?: readonly ('closed' | 'open' | 'unknown')[];
  /** The time of the business date. */
  between?: { from: string; to: string };
  /** The number dialled. */
  line?: string;
  caller?: AskedCaller;
  to: AskedDestination;
}
/** withheld whatever the reason, foreign, or one of these numbers. */
export type AskedCaller = 'withheld' | 'foreign' | { numbers: readonly string[] };
/** What an IVR does with a call. */
export type AskedDestination = { queue: string } | { bot: string } | { restaurant: string } | { voicemail: string } | { message: string };
/** Tables, and what can be joined of them. */
export interface AskedFloorPlan {
  tables: readonly AskedTable[];
  combinations?: readonly AskedCombination[];
  chains?: readonly AskedChain[];
}
/** A table, a room, or one seat of a counter. */
export interface AskedTable {
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
export interface AskedCombination {
  tables: readonly string[];
  least?: number;
  most: number;
  rank?: number;
}
/** Neighbours in a row, any run of which can be joined. */
export interface AskedChain {
  tables: readonly string[];
  /** Of a run, in tables. */
  longest?: number;
  rank?: number;
}
/** How a restaurant takes reservations; spans of time in minutes, and furthest in days. */
export interface AskedPolicy {
  /** Starts are at multiples of it from midnight. */
  start_grid?: number;
  /** The first that fits a party holds. */
  turn_times?: readonly AskedTurnTime[];
  /** Of parties that no turn time fits. */
  turn?: AskedTurn;
  /** A stay is cut at closing if this much is left of it. */
  shortest_stay?: number | null;
  /** To reset a table after a party. */
  buffer?: number;
  /** All of them hold. */
  pacing?: readonly AskedPacing[];
  lead_time?: number;
  /** All of them hold. */
  cut_offs?: readonly AskedDeadline[];
  /** Days from today; any date, if not said. */
  furthest?: number | null;
  /** In chairs. */
  smallest_party?: number;
  largest_party?: number;
  /** How many may be taken without a seat on one day. */
  overbooking?: number;
  /** Until when guests may cancel; all of them hold. */
  cancel_until?: readonly AskedDeadline[];
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
  cancel_fees?: readonly AskedCancelFee[];
  /** What guests owe who never came. */
  no_show_fee?: number | null;
}
/** How long some parties keep their table. */
export interface AskedTurnTime {
  /** Chairs of the party. */
  most?: number;
  turn: AskedTurn;
  period?: string | null;
  course?: string | null;
}
/** Minutes, or to the end. */
export type AskedTurn = number | 'until_period_ends';
/** The most that may arrive in any stretch of time as long as the span. */
export interface AskedPacing {
  /** Whose parties it limits and counts; all, where there is none. */
  channels?: readonly BookingChannel[];
  span?: number;
  period?: string | null;
  covers?: number | null;
  parties?: number | null;
  /** Of the starts that it limits and counts. */
  from?: string | null;
  /** Likewise, not included. */
  until?: string | null;
}
/** Until when something may be done about a start. */
export type AskedDeadline = { minutes_before: number } | { days_before: AskedDaysBefore };
/** So many days before, at a time. */
export interface AskedDaysBefore {
  days: number;
  at: string;
}
/** What a guest owes who cancels after a deadline. */
export interface AskedCancelFee {
  after: AskedDeadline;
  /** Of what was agreed to be paid. */
  percent: number;
}
/** What new day books of a restaurant begin with. */
export interface AskedBookTemplate {
  floor_plan: AskedFloorPlan;
  policy?: AskedPolicy;
}
/** Something to send. */
export interface AskedMessage {
  /** Whoever receives it knows it by this: it may come twice. */
  id: string;
  due: Date | string;
  /** The sender's words: mail, line, sms. */
  channel?: string;
  to?: string;
  text?: string;
}
export type AskedCustomer = AskedCustomerDocument | Written;
/** Somebody who calls, and what became of their bookings. */
export interface AskedCustomerDocument {
  id: string;
  name?: string;
  /** The name's reading. */
  kana?: string;
  aliases?: readonly string[];
  phones?: readonly string[];
  email?: string;
  /** Of records that were merged into this one. */
  other_emails?: readonly string[];
  visits?: readonly AskedVisit[];
  tags?: readonly string[];
  allergies?: readonly string[];
  preferences?: readonly string[];
  notes?: string;
  /** Records that are this one now. */
  merged?: readonly string[];
}
/** What became of a booking. */
export interface AskedVisit {
  restaurant: string;
  booking: string;
  /** The business date. */
  date: string;
  covers?: number;
  outcome: 'waiting' | 'booked' | 'cancelled' | 'no_show' | 'visited';
}
export type AskedCall = AskedCallDocument | Written;
/** A call at the desk, and all that was typed during it. Its state is what its occurrences make of it. */
export interface AskedCallDocument {
  /** The first, and those that transfers made of it. */
  contacts: readonly string[];
  direction: 'inbound' | 'outbound' | 'transfer' | 'queued_callback';
  /** Who calls, or is called: a telephone number, or why none was shown. */
  other?: string | null;
  /** Of an inbound call, the restaurant's number. */
  dialled?: string | null;
  restaurant?: string | null;
  customer?: string | null;
  agent?: string | null;
  /** Why they may be calling, for the agent to see while it rings. */
  reasons?: readonly AskedCallReason[];
  notes?: string;
  /** What is being typed; may be incomplete, and wrong. */
  drafts?: readonly AskedDisposition[];
  /** That the call led to. */
  booking?: string | null;
  /** What was promised. */
  callback?: AskedPromisedCallback | null;
  record?: AskedDispositionRecord | null;
  /** Of wrap-up, so far. */
  extensions?: number;
  /** What happened to it; none twice. Wrap-up is completed or expires by the desk alone. */
  occurrences?: readonly AskedCallOccurrence[];
}
/** One guess why somebody calls. */
export interface AskedCallReason {
  kind: 'booking_today' | 'booking_ahead' | 'booking_past' | 'called_before' | 'callback_promised' | 'missed_by_us';
  booking?: string | null;
  /** For the agent: 19時 4名様. */
  words?: string;
}
/** One thing that a call was about. */
export interface AskedDisposition {
  code: string;
  fields?: Record<string, AskedFieldValue>;
  note?: string;
}
/** The type of the field, and what stands in it. */
export type AskedFieldValue = { text: string } | { choice: string } | { multi_choice: readonly string[] } | { date_time: Date | string } | { phone: string } | { booking: string } | { photo: string };
/** 折り返しの約束 */
export interface AskedPromisedCallback {
  number: string;
  at: Date | string;
  by: string;
}
/** What a call was about, as recorded. */
export interface AskedDispositionRecord {
  catalogue_version: string;
  dispositions: readonly AskedDisposition[];
  by: string;
  at: Date | string;
  /** Typed, and not fit to be recorded when the time was up. */
  unfinished?: readonly AskedDisposition[];
  /** The oldest first. */
  amendments?: readonly AskedAmendment[];
}
/** What stood before an amendment. */
export interface AskedAmendment {
  /** Who replaced it. */
  by: string;
  at: Date | string;
  reason?: string;
  before: readonly AskedDisposition[];
}
/** Something that happened to a call. */
export interface AskedCallOccurrence {
  id: string;
  event: 'answered' | 'held' | 'resumed' | 'ended' | 'missed' | 'rejected' | 'failed' | 'contact_gone' | 'wrap_up_completed' | 'wrap_up_expired';
  at: Date | string;
}
/** What Amazon Connect says of a contact that is over (once called CTR): one leg of a call. */
export interface AskedContactRecord {
  id: string;
  /** Of two records of a contact the newer holds. */
  updated: Date | string;
  /** The first of a chain of transfers. */
  initial: string | null;
  previous: string | null;
  next: string | null;
  related: string | null;
  /** May be empty. */
  association: string;
  channel: 'voice' | 'chat' | 'task' | 'email' | 'unknown';
  initiation: 'inbound' | 'outbound' | 'transfer' | 'queue_transfer' | 'callback' | 'api' | 'disconnect' | 'monitor' | 'external_outbound' | 'webrtc_api' | 'agent_reply' | 'flow' | 'campaign_preview' | 'callback_customer_first_queued' | 'callback_customer_first_dialed' | 'unknown';
  instance_arn: string;
  initiated: Date | string | null;
  /** Of a contact that dials out, when the customer answered. */
  connected_to_system: Date | string | null;
  disconnected: Date | string | null;
  /** When a number outside was reached. */
  transferred: Date | string | null;
  scheduled: Date | string | null;
  /** Amazon Connect's word; old records have none. */
  disconnect_reason: string;
  /** E.164, or why none is shown (`by_caller`, …); null where none can be told. */
  customer: string | null;
  /** The number dialled, or shown to whom we called. */
  line: string | null;
  transferred_to: string | null;
  /** As it stands; may be empty. */
  customer_address: string;
  queue: AskedRecordedQueue | null;
  agent: AskedRecordedAgent | null;
  /** How often it was offered to an agent. */
  connection_attempts: number;
  recordings: readonly AskedRecording[];
  attributes: Record<string, string>;
  tags: Record<string, string>;
  /** Others that older records of it linked it to. */
  formerly?: readonly string[];
  /** An older record of it said that nothing was before it. */
  was_first?: boolean;
}
/** A stay in a queue. */
export interface AskedRecordedQueue {
  queue: AskedQueue;
  enqueued: Date | string | null;
  /** The agent connected, or the contact left. */
  dequeued: Date | string | null;
}
/** A queue as Amazon Connect names it. */
export interface AskedQueue {
  arn: string;
  /** Empty for an agent's own. */
  name: string;
}
/** An agent's part in a contact; null where Amazon Connect has not said it. */
export interface AskedRecordedAgent {
  agent: string;
  username: string;
  /** Its name; may be empty. */
  routing_profile: string;
  connected: Date | string | null;
  after_contact_work_from: Date | string | null;
  after_contact_work_until: Date | string | null;
  /** Without holds. */
  interaction: number | null;
  customer_hold: number | null;
  /** How much of it the agent began. */
  agent_hold: number | null;
  longest_hold: number | null;
  after_contact_work: number | null;
  holds: number;
}
/** A recording or transcript of a contact. */
export interface AskedRecording {
  /** Of Amazon S3; empty where the record does not say. */
  bucket: string;
  key: string;
  status: 'available' | 'deleted' | 'unknown';
  /** Amazon Connect's word: AUDIO, VIDEO, CHAT; may be empty. */
  media: string;
  /** Whose voice: ALL, AGENT, CUSTOMER, …; may be empty. */
  participant: string;
  from: Date | string | null;
  until: Date | string | null;
  /** May be empty. */
  deletion_reason: string;
}
/** How much a session may do; what is left out is as by default of the actor. */
export interface AskedToolLimits {
  /** That a session takes, holds too. */
  bookings?: number | null;
  /** Chairs of one party. */
  covers?: number | null;
  /** From today on. */
  days?: number | null;
  /** Seconds that a table is held for. */
  hold?: number | null;
  /** Seconds that a read-back may be agreed to. */
  lapse?: number | null;
  /** That a session adds. */
  notes?: number | null;
  /** Bookings that a session looks for in vain. */
  misses?: number | null;
}
/** A restaurant as its telephone needs to know it. */
export interface ToldRestaurant {
  id: string;
  name: string;
  /** The name's reading. */
  kana?: string;
  lines?: ToldPhoneLine[];
  /** A name of the IANA database. */
  zone: string;
  holidays?: ToldOwnHolidays;
  hours: ToldRules;
  routing: ToldRouting;
  /** For the agent to read. */
  notes?: string[];
  /** 系列, by whatever name its owner has for it. */
  chain?: string;
}
/** A number that callers dial to reach the restaurant. */
export interface ToldPhoneLine {
  number: string;
  /** 予約, 代表 */
  label?: string;
}
/** Days on which its 祝日 differ from the country's. */
export interface ToldOwnHolidays {
  added?: ({ date: string; name: string })[];
  removed?: string[];
}
/** What a restaurant says of its hours. */
export interface ToldRules {
  rules: ToldRule[];
  closings?: ToldRegularClosing[];
  choices?: ToldChoices;
}
/** On such days, this holds. Just one of services, unknown and closed. */
export interface ToldRule {
  /** What to call the reason: 貸切. */
  label?: string;
  when: ToldWhen;
  /** In ascending order. */
  services?: ToldService[];
  /** 不定休: nobody can say. When it may be open; none, if nothing is known of the date. */
  unknown?: ToldService[];
  closed?: true;
}
/** A condition on dates. The narrowest rule that applies to a date wins. */
export type ToldWhen = 'every_day' | 'holiday' | 'holiday_eve' | 'day_after_holiday' | { weekdays: ('sun' | 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat')[] } | { holiday: string } | { nth_weekday: { nth: (number | 'last')[]; weekdays: ('sun' | 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat')[] } } | { days_of_month: (number | 'last')[] } | { months: number[] } | { every_weeks: { interval: number; from: string } } | { season: { from: string; to: string } } | { period: { from: string; to: string } } | { dates: string[] } | { all: ToldWhen[] } | { any: ToldWhen[] } | { none: ToldWhen[] };
/** 営業区分: one opening of a day. */
export interface ToldService {
  /** lunch, ディナー */
  name?: string;
  opens: string;
  /** Past midnight it goes on counting: 26:00. */
  closes: string;
  last_order?: ToldLastOrders;
}
/** ラストオーダー */
export interface ToldLastOrders {
  food?: string;
  drink?: string;
  /** 最終入店: when the last party is let in. */
  entry?: string;
}
/** 定休日: closes, whatever seasons and 祝日 say; only rules for single dates go before it. */
export interface ToldRegularClosing {
  label?: string;
  when: ToldWhen;
  on_holiday: ToldOnHoliday;
  /** Names of those that close; left out, all do. */
  services?: string[];
  effect?: 'closes' | 'may_close';
}
/** What becomes of a regular closing on a 祝日. */
export type ToldOnHoliday = 'stays' | 'dropped' | 'next_day' | 'next_weekday' | 'next_business_day' | 'previous_day' | 'previous_or_next_day' | 'some_following_day' | 'unknown' | 'day_after' | { weekday: 'sun' | 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat'; if_holiday?: 'goes_on' | 'stays' };
/** Where restaurants differ. */
export interface ToldChoices {
  /** Which rule a day follows that is both. */
  holiday_and_eve: 'holiday' | 'holiday_eve';
  /** Whether a Saturday before a 祝日 is 祝前日. */
  saturday_eve: 'counts' | 'does_not_count';
  /** Likewise. */
  sunday_eve: 'counts' | 'does_not_count';
  /** What holds on a day that no rule names. */
  unlisted: 'closed' | 'unknown';
}
/** What happens to a call. */
export interface ToldRouting {
  /** The first that fits. */
  routes?: ToldRoute[];
  otherwise: ToldDestination;
}
/** Where a call goes if everything that is said of it holds. */
export interface ToldRoute {
  label?: string;
  /** The business date. */
  when?: ToldWhen;
  /** One of these; any, where there is none. */
  hours?: ('closed' | 'open' | 'unknown')[];
  /** The time of the business date. */
  between?: { from: string; to: string };
  /** The number dialled. */
  line?: string;
  caller?: ToldCaller;
  to: ToldDestination;
}
/** withheld whatever the reason, foreign, or one of these numbers. */
export type ToldCaller = 'withheld' | 'foreign' | { numbers: string[] };
/** What an IVR does with a call. */
export type ToldDestination = { queue: string } | { bot: string } | { restaurant: string } | { voicemail: string } | { message: string };
/** What new day books of a restaurant begin with. */
export interface ToldBookTemplate {
  floor_plan: ToldFloorPlan;
  policy: ToldPolicy;
}
/** Tables, and what can be joined of them. */
export interface ToldFloorPlan {
  tables: ToldTable[];
  combinations: ToldCombination[];
  chains: ToldChain[];
}
/** A table, a room, or one seat of a counter. */
export interface ToldTable {
  id: string;
  /** Parties below are not seated there. */
  least: number;
  most: number;
  area?: string;
  kind: SeatKind;
  smoking?: 'forbidden' | 'allowed';
  access?: 'on_foot' | 'wheelchair';
  /** Who may sell it: restaurants keep some back. */
  seller?: 'anyone' | 'restaurant';
  /** The restaurant's preference, lower first. */
  rank?: number;
}
/** Tables that can be joined, with a capacity of their own. */
export interface ToldCombination {
  tables: string[];
  least: number;
  most: number;
  rank: number;
}
/** Neighbours in a row, any run of which can be joined. */
export interface ToldChain {
  tables: string[];
  /** Of a run, in tables. */
  longest: number;
  rank: number;
}
/** How a restaurant takes reservations; spans of time in minutes, and furthest in days. */
export interface ToldPolicy {
  /** Starts are at multiples of it from midnight. */
  start_grid: number;
  /** The first that fits a party holds. */
  turn_times: ToldTurnTime[];
  /** Of parties that no turn time fits. */
  turn: ToldTurn;
  /** A stay is cut at closing if this much is left of it. */
  shortest_stay: number | null;
  /** To reset a table after a party. */
  buffer: number;
  /** All of them hold. */
  pacing: ToldPacing[];
  lead_time: number;
  /** All of them hold. */
  cut_offs: ToldDeadline[];
  /** Days from today; any date, if not said. */
  furthest: number | null;
  /** In chairs. */
  smallest_party: number;
  largest_party: number;
  /** How many may be taken without a seat on one day. */
  overbooking: number;
  /** Until when guests may cancel; all of them hold. */
  cancel_until: ToldDeadline[];
  /** What happens at each limit. */
  on_limit: Partial<Record<Limit, OnLimit>>;
  /** After booking, guests may change and cancel for so long even past `cancel_until`. */
  grace?: number;
  /** How long after it a mistake can be undone. */
  undo_within?: number;
  /** Who sits on past their end is reckoned to sit for so long from now. */
  overstay?: number;
  /** How long something may be held in all, from booking on, however often renewed. */
  longest_hold?: number;
  /** What guests owe who cancel late; of those whose deadline is past the highest. */
  cancel_fees?: ToldCancelFee[];
  /** What guests owe who never came. */
  no_show_fee?: number;
}
/** How long some parties keep their table. */
export interface ToldTurnTime {
  /** Chairs of the party. */
  most: number;
  turn: ToldTurn;
  period?: string;
  course?: string;
}
/** Minutes, or to the end. */
export type ToldTurn = number | 'until_period_ends';
/** The most that may arrive in any stretch of time as long as the span. */
export interface ToldPacing {
  /** Whose parties it limits and counts; all, where there is none. */
  channels: BookingChannel[];
  span: number;
  period?: string;
  covers?: number;
  parties?: number;
  /** Of the starts that it limits and counts. */
  from?: string;
  /** Likewise, not included. */
  until?: string;
}
/** Until when something may be done about a start. */
export type ToldDeadline = { minutes_before: number } | { days_before: ToldDaysBefore };
/** So many days before, at a time. */
export interface ToldDaysBefore {
  days: number;
  at: string;
}
/** What a guest owes who cancels after a deadline. */
export interface ToldCancelFee {
  after: ToldDeadline;
  /** Of what was agreed to be paid. */
  percent: number;
}
/** The business date that a moment belongs to. */
export interface ToldBusinessDate {
  date: string;
}
/** Whether a party can come, and what else it could have. */
export type ToldProposal = ({ answer: 'possible' } & { end: string; tables: string[]; moved: TableMove[]; exceeded: Exceeded[]; alternatives: Alternative[] }) | ({ answer: 'impossible' } & { limits: Exceeded[]; obstacles: Obstacle[]; alternatives: Alternative[] }) | ({ answer: 'undecided' } & { alternatives: Alternative[] });
/** The reservations of one restaurant on one business date (営業日). Spans of time are in minutes. */
export interface ToldDayBook {
  restaurant: string;
  /** The business date. */
  date: string;
  /** A name of the IANA database. */
  zone: string;
  /** One more with every decision. */
  version: number;
  floor_plan: ToldFloorPlan;
  policy: ToldPolicy;
  periods: ToldPeriod[];
  reservations: Reservation[];
  blocks: ToldBlock[];
  receipts: ToldReceipt[];
}
/** A service of one business date. Times are from midnight of that date: 26:00 is two in the morning after. */
export interface ToldPeriod {
  /** lunch, ディナー */
  name: string;
  opens: string;
  closes: string;
  /** The last time to come. */
  last_entry: string;
  state: 'open' | 'unknown';
}
/** A table that is not to be had. */
export interface ToldBlock {
  table: string;
  begin: string;
  end: string;
  note: string;
}
/** What was answered to a request key. */
export interface ToldReceipt {
  key: string;
  deed: Deed;
  booking: string;
  moved: TableMove[];
  exceeded: Exceeded[];
  /** Where it was about all of one. */
  group?: string;
}
/** Some of the restaurants. */
export interface ToldListedRestaurants {
  restaurants: ToldRestaurant[];
  /** What the next page comes after. */
  next: string | null;
}
/** All that is kept of a customer. */
export interface ToldPersonalData {
  customer: Customer | null;
  /** Records that are this one now, as they were before. */
  merged?: Customer[];
  bookings: KeptReservation[];
  calls: ToldKeptCall[];
  messages: ToldMessage[];
}
/** A call as it is kept. */
export interface ToldKeptCall {
  opened: string;
  call: ToldCall;
  follow_ups: ToldKeptFollowUp[];
}
/** A call at the desk, and all that was typed during it. Its state is what its occurrences make of it. */
export interface ToldCall {
  /** The first, and those that transfers made of it. */
  contacts: string[];
  direction: 'inbound' | 'outbound' | 'transfer' | 'queued_callback';
  /** Who calls, or is called: a telephone number, or why none was shown. */
  other: string;
  /** Of an inbound call, the restaurant's number. */
  dialled: string | null;
  restaurant: string | null;
  customer: string | null;
  agent: string | null;
  /** Why they may be calling, for the agent to see while it rings. */
  reasons: ToldCallReason[];
  notes: string;
  /** What is being typed; may be incomplete, and wrong. */
  drafts: ToldDisposition[];
  /** That the call led to. */
  booking: string | null;
  /** What was promised. */
  callback: ToldPromisedCallback | null;
  record: ToldDispositionRecord | null;
  /** Of wrap-up, so far. */
  extensions: number;
  /** What happened to it; none twice. Wrap-up is completed or expires by the desk alone. */
  occurrences: ToldCallOccurrence[];
}
/** One guess why somebody calls. */
export interface ToldCallReason {
  kind: 'booking_today' | 'booking_ahead' | 'booking_past' | 'called_before' | 'callback_promised' | 'missed_by_us';
  booking: string | null;
  /** For the agent: 19時 4名様. */
  words: string;
}
/** One thing that a call was about. */
export interface ToldDisposition {
  code: string;
  fields: Record<string, ToldFieldValue>;
  note: string;
}
/** The type of the field, and what stands in it. */
export type ToldFieldValue = { text: string } | { choice: string } | { multi_choice: string[] } | { date_time: string } | { phone: string } | { booking: string } | { photo: string };
/** 折り返しの約束 */
export interface ToldPromisedCallback {
  number: string;
  at: string;
  by: string;
}
/** What a call was about, as recorded. */
export interface ToldDispositionRecord {
  catalogue_version: string;
  dispositions: ToldDisposition[];
  by: string;
  at: string;
  /** Typed, and not fit to be recorded when the time was up. */
  unfinished: ToldDisposition[];
  /** The oldest first. */
  amendments: ToldAmendment[];
}
/** What stood before an amendment. */
export interface ToldAmendment {
  /** Who replaced it. */
  by: string;
  at: string;
  reason: string;
  before: ToldDisposition[];
}
/** Something that happened to a call. */
export interface ToldCallOccurrence {
  id: string;
  event: 'answered' | 'held' | 'resumed' | 'ended' | 'missed' | 'rejected' | 'failed' | 'contact_gone' | 'wrap_up_completed' | 'wrap_up_expired';
  at: string;
}
/** Something to do after a call. */
export interface ToldKeptFollowUp {
  /** Tells it from the call's others. */
  name: string;
  /** call_back, or what a disposition demands. */
  what: string;
  /** The disposition's that demands it; may be empty. */
  code: string;
  /** Whom to tell or to call; may be empty. */
  to: string;
  due: string;
  done: ToldFollowUpDone | null;
}
/** Who did it, and when. */
export interface ToldFollowUpDone {
  by: string;
  at: string;
}
/** Something to send. */
export interface ToldMessage {
  /** Whoever receives it knows it by this: it may come twice. */
  id: string;
  due: string;
  /** The sender's words: mail, line, sms. */
  channel: string;
  to: string;
  text: string;
}
/** Some of the calls that were asked for. */
export interface ToldKeptCalls {
  calls: ToldKeptCall[];
  /** What the next page comes after. */
  next: string | null;
}
/** Some of what is not done, the oldest first. */
export interface ToldOpenFollowUps {
  follow_ups: ToldOpenFollowUp[];
  /** What the next page comes after. */
  next: string | null;
}
/** Something to do that is not done. */
export interface ToldOpenFollowUp {
  /** Tells it from the call's others. */
  name: string;
  /** call_back, or what a disposition demands. */
  what: string;
  /** The disposition's that demands it; may be empty. */
  code: string;
  /** Whom to tell or to call; may be empty. */
  to: string;
  due: string;
  contact: string;
  restaurant: string | null;
  customer: string | null;
}
/** Some of what is due, the oldest first. */
export interface ToldDueMessages {
  messages: ToldMessage[];
  /** What the next page comes after. */
  next: string | null;
}
/** Messages that were sent and forgotten. */
export interface ToldDroppedMessages {
  /** How many were still there. */
  sent: number;
}
/** What became of an agent's events. */
export interface ToldFollowedAgent {
  agent: string;
  /** What became of each event. */
  applied: ('now' | 'mended' | 'duplicate' | 'too_late' | 'another_agent')[];
  /** After the newest event. */
  state: 'unknown' | 'signed_out' | 'offline' | 'available' | 'not_routable' | 'ringing' | 'dialling' | 'on_contact' | 'after_contact_work' | 'error';
}
/** What became of contact records, and their call. */
export interface ToldAddedRecords {
  /** What became of each record. */
  added: ('kept' | 'newer' | 'as_known')[];
  /** The name of the call's row. */
  call: string;
  /** Names that its rows ever had beside that: to be deleted. */
  replaced: string[];
  /** Of this call alone. */
  records: ToldContactRecord[];
}
/** What Amazon Connect says of a contact that is over (once called CTR): one leg of a call. */
export interface ToldContactRecord {
  id: string;
  /** Of two records of a contact the newer holds. */
  updated: string;
  /** The first of a chain of transfers. */
  initial: string | null;
  previous: string | null;
  next: string | null;
  related: string | null;
  /** May be empty. */
  association: string;
  channel: 'voice' | 'chat' | 'task' | 'email' | 'unknown';
  initiation: 'inbound' | 'outbound' | 'transfer' | 'queue_transfer' | 'callback' | 'api' | 'disconnect' | 'monitor' | 'external_outbound' | 'webrtc_api' | 'agent_reply' | 'flow' | 'campaign_preview' | 'callback_customer_first_queued' | 'callback_customer_first_dialed' | 'unknown';
  instance_arn: string;
  initiated: string | null;
  /** Of a contact that dials out, when the customer answered. */
  connected_to_system: string | null;
  disconnected: string | null;
  /** When a number outside was reached. */
  transferred: string | null;
  scheduled: string | null;
  /** Amazon Connect's word; old records have none. */
  disconnect_reason: string;
  /** E.164, or why none is shown (`by_caller`, …); null where none can be told. */
  customer: string | null;
  /** The number dialled, or shown to whom we called. */
  line: string | null;
  transferred_to: string | null;
  /** As it stands; may be empty. */
  customer_address: string;
  queue: ToldRecordedQueue | null;
  agent: ToldRecordedAgent | null;
  /** How often it was offered to an agent. */
  connection_attempts: number;
  recordings: ToldRecording[];
  attributes: Record<string, string>;
  tags: Record<string, string>;
  /** Others that older records of it linked it to. */
  formerly?: string[];
  /** An older record of it said that nothing was before it. */
  was_first?: boolean;
}
/** A stay in a queue. */
export interface ToldRecordedQueue {
  queue: ToldQueue;
  enqueued: string | null;
  /** The agent connected, or the contact left. */
  dequeued: string | null;
}
/** A queue as Amazon Connect names it. */
export interface ToldQueue {
  arn: string;
  /** Empty for an agent's own. */
  name: string;
}
/** An agent's part in a contact; null where Amazon Connect has not said it. */
export interface ToldRecordedAgent {
  agent: string;
  username: string;
  /** Its name; may be empty. */
  routing_profile: string;
  connected: string | null;
  after_contact_work_from: string | null;
  after_contact_work_until: string | null;
  /** Without holds. */
  interaction: number | null;
  customer_hold: number | null;
  /** How much of it the agent began. */
  agent_hold: number | null;
  longest_hold: number | null;
  after_contact_work: number | null;
  holds: number;
}
/** A recording or transcript of a contact. */
export interface ToldRecording {
  /** Of Amazon S3; empty where the record does not say. */
  bucket: string;
  key: string;
  status: 'available' | 'deleted' | 'unknown';
  /** Amazon Connect's word: AUDIO, VIDEO, CHAT; may be empty. */
  media: string;
  /** Whose voice: ALL, AGENT, CUSTOMER, …; may be empty. */
  participant: string;
  from: string | null;
  until: string | null;
  /** May be empty. */
  deletion_reason: string;
}
/** What is kept of an agent, as of an instant. */
export interface ToldKeptAgent {
  agent: string;
  state: 'unknown' | 'signed_out' | 'offline' | 'available' | 'not_routable' | 'ringing' | 'dialling' | 'on_contact' | 'after_contact_work' | 'error';
  /** The newest event and what is known since. */
  latest: unknown | null;
  /** In milliseconds, since the first event. */
  times: Partial<Record<'unknown' | 'signed_out' | 'offline' | 'available' | 'not_routable' | 'ringing' | 'dialling' | 'on_contact' | 'after_contact_work' | 'error', number>>;
}
/** What each errand is asked with, and what it answers. */
export interface Errands {
  /** Keeps a restaurant in place of what was kept, found by its id and each of its lines. */
  put_restaurant: { asked: { restaurant: AskedRestaurant; was?: AskedRestaurant | null; key?: string; now: Date | string; keep?: number }; answered: ToldRestaurant };
  /** A restaurant by its id or a number dialled. */
  find_restaurant: { asked: { id?: string | null; number?: string | null }; answered: ToldRestaurant | null };
  /** What new day books of a restaurant begin with. */
  put_book_template: { asked: { restaurant: string; floor_plan: AskedFloorPlan; policy?: AskedPolicy; was?: AskedBookTemplate | null; key?: string; now: Date | string; keep?: number }; answered: ToldBookTemplate };
  /** What new day books of a restaurant begin with. */
  find_book_template: { asked: { restaurant: string }; answered: ToldBookTemplate | null };
  /** Takes, changes, moves or ends a reservation, or blocks a table. */
  decide: { asked: { restaurant?: string | null; date?: string | null; command: unknown; messages?: readonly AskedMessage[]; keep?: number }; answered: KeptDecision };
  /** Moves a reservation to another date: out of one book and into the other at once. */
  move_booking: { asked: { date: string; command: unknown; messages?: readonly AskedMessage[]; keep?: number }; answered: KeptDecision };
  /** Replaces a book's floor plan, policy or periods. */
  edit_day_book: { asked: { restaurant: string; date: string; edit: unknown; keep?: number }; answered: KeptEdit };
  /** Brings kept books up to their restaurant's hours and template, and says whom it hurts. */
  refresh_day_books: { asked: { restaurant: string; from: string; limit?: number; after?: string | null; key?: string; now: Date | string; keep?: number }; answered: RefreshedBooks };
  /** The business date whose book a moment belongs to. */
  business_date: { asked: { restaurant: string; now: Date | string }; answered: ToldBusinessDate };
  /** Every start on the grid for a party. */
  availability: { asked: { restaurant: string; date: string; question: unknown }; answered: Slot[] };
  /** What each of some dates has for a party: a calendar of vacancies. */
  vacancies: { asked: { restaurant: string; from: string; to: string; question: unknown }; answered: Vacancy[] };
  /** Whether a party can come; if not, why, and what it could have instead. */
  propose: { asked: { restaurant: string; date: string; question: unknown; other_days?: readonly string[] }; answered: ToldProposal };
  /** Who was to be there by now, and is not, the latest first. */
  late_parties: { asked: { restaurant: string; date: string; question: unknown }; answered: LateParty[] };
  /** Who waits, whoever has waited longest first, and what they could have now. */
  waiting_list: { asked: { restaurant: string; date: string; question: unknown }; answered: WaitingParty[] };
  /** Answers Google's BatchAvailabilityLookup. */
  google_batch_availability_lookup: { asked: { request: unknown; now: Date | string }; answered: unknown };
  /** Answers Google's CreateBooking, once for an idempotency_token. */
  google_create_booking: { asked: { request: unknown; id: string; now: Date | string }; answered: unknown };
  /** Answers Google's UpdateBooking, also to another date. */
  google_update_booking: { asked: { request: unknown; now: Date | string }; answered: unknown };
  /** Answers Google's GetBookingStatus. */
  google_booking_status: { asked: { request: unknown; now: Date | string }; answered: unknown };
  /** Answers Google's ListBookings: a user's, from yesterday on. */
  google_list_bookings: { asked: { request: unknown; now: Date | string }; answered: unknown };
  /** A book as it is kept, or as it would begin. */
  find_day_book: { asked: { restaurant: string; date: string }; answered: ToldDayBook };
  /** Where a reservation stands, and how. */
  find_booking: { asked: { id: string }; answered: KeptReservation | null };
  /** Reservations of some dates, of one restaurant or all, by a number or of a customer. */
  list_bookings: { asked: { restaurant?: string | null; phone?: string | null; customer?: string | null; from?: string | null; to?: string | null; limit?: number; after?: string | null }; answered: ListedBookings };
  /** Every restaurant, by id. */
  list_restaurants: { asked: { limit?: number; after?: string | null }; answered: ToldListedRestaurants };
  /** Every customer, or who has a number, or one of whose names begins so. */
  list_customers: { asked: { phone?: string | null; name?: string | null; limit?: number; after?: string | null }; answered: ListedCustomers };
  /** Customers who share a number or a name, in pairs: who may be one. */
  list_duplicates: { asked: { limit?: number; after?: string | null }; answered: ListedDuplicates };
  /** Keeps a customer in place of what was kept, but for visits, of which none is lost. */
  put_customer: { asked: { customer: AskedCustomer; was?: AskedCustomer | null; key?: string; now: Date | string; keep?: number }; answered: Customer };
  /** Makes one record of two: both histories. */
  merge_customers: { asked: { keep_id: string; absorb_id: string; who?: string; key?: string; now: Date | string; keep?: number }; answered: Customer };
  /** Takes the last merge of a record back: two records, each with its own history. */
  unmerge_customers: { asked: { id: string; key?: string; now: Date | string; keep?: number }; answered: UnmergedCustomers };
  /** A customer by id. */
  find_customer: { asked: { id: string }; answered: Customer | null };
  /** Whoever has a number, or one of whose names begins so: at most 100. `list_customers` has all of them. */
  find_customers: { asked: { phone?: string | null; name?: string | null; most?: number }; answered: Customer[] };
  /** One step of forgetting a customer: asked again until it is done. */
  erase_customer: { asked: { id: string; now: Date | string }; answered: Forgotten };
  /** All that is kept of a customer. */
  export_customer: { asked: { id: string }; answered: ToldPersonalData };
  /** One step of forgetting the people of dates before one: asked again until it is done. */
  forget_before: { asked: { before: string; now: Date | string; after?: string | null }; answered: Forgotten };
  /** Keeps a call from now on; one that is kept is left as it is. */
  open_call: { asked: { call: AskedCall; key?: string; now: Date | string; keep?: number }; answered: ToldKeptCall };
  /** Changes a call, and keeps what has to be done after it. */
  change_call: { asked: { contact: string; change: unknown; messages?: readonly AskedMessage[]; hand_overs?: unknown; catalogue?: unknown; key?: string; now: Date | string; keep?: number }; answered: ToldKeptCall };
  /** The call that a contact is of. */
  find_call: { asked: { contact: string }; answered: ToldKeptCall | null };
  /** A restaurant's calls of one date, or a customer's. */
  find_calls: { asked: { restaurant?: string | null; date?: string | null; customer?: string | null; order?: 'ascending' | 'descending'; limit?: number; after?: string | null }; answered: ToldKeptCalls };
  /** What is to be done after calls, by when. */
  find_follow_ups: { asked: { until: Date | string; limit?: number; after?: string | null }; answered: ToldOpenFollowUps };
  /** Notes that something was done after a call. */
  finish_follow_up: { asked: { contact: string; name: string; by: string; key?: string; now: Date | string; keep?: number }; answered: ToldKeptCall };
  /** What is to be sent, by when. */
  find_messages: { asked: { until: Date | string; limit?: number; after?: string | null }; answered: ToldDueMessages };
  /** Forgets messages that were sent. */
  drop_messages: { asked: { messages: readonly AskedMessage[]; key?: string; now: Date | string; keep?: number }; answered: ToldDroppedMessages };
  /** Adds records of one agent; twice or late they change nothing. */
  follow_agent: { asked: { agent: string; records: unknown; now: Date | string }; answered: ToldFollowedAgent };
  /** Adds contact records to their call; twice or late they change nothing. */
  add_contact_records: { asked: { records: readonly AskedContactRecord[]; now: Date | string; keep?: number }; answered: ToldAddedRecords };
  /** What an agent is doing, and how long they did what. */
  find_agent: { asked: { agent: string; now: Date | string }; answered: ToldKeptAgent | null };
  /** Keeps a conversation between two turns, beside what was kept of it after others. */
  keep_conversation: { asked: { conversation: unknown; now: Date | string; keep?: number }; answered: ConversationKept };
  /** A conversation as it was kept, last or after so many turns. */
  find_conversation: { asked: { id: string; turns?: number | null }; answered: unknown | null };
  /** Calls a tool for a language model. */
  call_tool: { asked: { restaurant: string; tool: string; arguments?: unknown; session: string; actor?: 'guest' | 'agent' | 'restaurant'; who?: string; phone?: string | null; limits?: AskedToolLimits; now: Date | string }; answered: unknown };
}
/** What writes itself as JSON. */
export interface Written {
  toJSON(): unknown;
}
/** An errand as one asks it: an object with its name as the only key. */
export type Errand = { [Name in keyof Errands]: { [Key in Name]: Errands[Name]['asked'] } }[keyof Errands];
/** All that errands are asked with, by their names. */
export type ErrandQuestions = { [Name in keyof Errands]: Errands[Name]['asked'] };
