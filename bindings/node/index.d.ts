export * from './desks.js';
export * from './generated/answers.js';
export * from './generated/nouns.js';
export * from './ledger.js';
export * from './records.js';
export * from './talk.js';

import type {
  Actor,
  Alternative,
  CallerSource,
  CallState,
  CancelReason,
  Cause,
  ClosingFate,
  Commitment,
  Customer,
  ErrorCode,
  Exceeded,
  FindingKind,
  FloorPlan,
  Hurt,
  LateParty,
  Limit,
  Obstacle,
  PassedOverReason,
  Period,
  Phase,
  Precedence,
  Reservation,
  ReservationDetails,
  ReservationPolicy,
  Slot,
  TableMove,
  WaitingParty,
  Weight,
  Whom,
  Wish,
  WithheldReason,
  WrapUpPolicy,
} from './generated/nouns.js';
import type {
  AgentSnapshot,
  AgentState,
  AgentStatus,
  AgentStreamRecord,
  Channel,
  Connection,
  ContactNotice,
  ContactReport,
  ContactSnapshot,
  ContactState,
  ContactTimes,
  NextStatus,
  Notice,
} from './generated/answers.js';

/** A point in time: a Date, or milliseconds since 1970-01-01T00:00:00Z. Times that come back are Dates. */
export type Time = Date | number;

/** A civil date, `YYYY-MM-DD`. */
export type CivilDate = string;

export type State = 'open' | 'closed' | 'unknown';

export interface Problem {
  readonly code: ErrorCode;
  readonly message: string;
  /** A JSON pointer (`/hours/rules/0`), a range of UTF-8 bytes (`12-15`), or empty: no place in particular. */
  readonly where: string;
}

/** The one error that denwaban throws. `code` and `where` are those of the first of `errors`. */
export class DenwabanError extends Error {
  constructor(errors: readonly Problem[]);
  readonly name: 'DenwabanError';
  readonly code: ErrorCode;
  readonly where: string;
  /** Everything that is wrong, in the order of its places. */
  readonly errors: readonly Problem[];
  /** The same, which alone is left of them in a structured clone: `new DenwabanError(clone.cause)` is the error again. */
  readonly cause: readonly Problem[];
}

/**
 * Which dates are holidays: 祝日, with 振替休日 and 国民の休日. Immutable. A `Date` stands for the date on which it
 * falls in Japan. Of dates outside `firstDate` to `lastDate` nothing is known: a `DenwabanError`, `out_of_range`.
 */
export class HolidayCalendar {
  private constructor();
  /** 国民の祝日, 1948 to 2099. */
  static japan(): HolidayCalendar;
  readonly firstDate: CivilDate;
  readonly lastDate: CivilDate;
  name(date: CivilDate | Date): string | null;
  isHoliday(date: CivilDate | Date): boolean;
  /** 祝前日: tomorrow is a holiday, whatever today is. */
  isPreHoliday(date: CivilDate | Date): boolean;
  /** 祝後日: yesterday was a holiday, whatever today is. */
  isPostHoliday(date: CivilDate | Date): boolean;
  /** Whether the year was not yet officially published when this calendar was written. */
  isProjected(date: CivilDate | Date): boolean;
  /** In order of their dates. */
  holidays(): { date: CivilDate; name: string }[];
  /** This calendar with one more day. */
  with(date: CivilDate | Date, name: string): HolidayCalendar;
  /** This calendar with `date` an ordinary day. */
  without(date: CivilDate | Date): HolidayCalendar;
}

/** ラストオーダー of the service under way. */
export interface LastOrders {
  food: Date | null;
  drink: Date | null;
  /** 最終入店 */
  entry: Date | null;
}

/** What holds at a time. */
export interface Status {
  state: State;
  /** The service under way; null while closed, or if it has no name. */
  service: string | null;
  /** The date on which the opening began: 26:00 on Friday is still Friday. While closed, the local date. */
  businessDate: CivilDate;
  /** While open: when it stops being open. */
  closesAt: Date | null;
  /** The one that a caller asks about: food, else drink, else entry. */
  lastOrder: Date | null;
  lastOrders: LastOrders;
  /** The next time it opens for certain, after being closed or unknown. */
  nextOpening: Date | null;
  /** A time before that from which it may be open. */
  nextUnknown: Date | null;
  /** Why, in a few words: 勤労感謝の日の前日. */
  reason: string;
  cause: Cause;
  /** While closed, a word to count by; else null. */
  phase: Phase | null;
  /** The 祝日 that the reason turns on: today's, an eve's tomorrow, the one a closing moved from. */
  holiday: string | null;
}

/** A stretch of one service on one business date. */
export interface Opening {
  state: 'open' | 'unknown';
  begins: Date;
  ends: Date;
  businessDate: CivilDate;
  service: string | null;
}

/** Why a date is as it is: all that spoke, who won, and what came of it. */
export interface Explanation {
  date: CivilDate;
  /** 祝日 */
  holiday: string | null;
  /** 祝前日: tomorrow's, if the rules count it. */
  eveOf: string | null;
  /** 祝後日: yesterday's. */
  dayAfter: string | null;
  /** The year's holidays are not officially published yet. */
  projected: boolean;
  /** Every rule that applies, by its place in the rules. */
  rules: { rule: number; precedence: Precedence; label: string }[];
  /** The one that wins. */
  winner: number | null;
  /** Every regular closing (定休日) that has to do with the date, and where it moved from or to. */
  closings: {
    closing: number;
    fate: ClosingFate;
    other: CivilDate | null;
    label: string;
  }[];
  /** The openings of this business date, whole, some possibly past midnight. */
  openings: Opening[];
  reason: string;
  cause: Cause;
}

/** The dates that hours can speak of, both included. Questions beyond them throw `beyond_horizon`. */
export interface Horizon {
  first: CivilDate;
  last: CivilDate;
}

/** Something that a reader or a writer has to say of its work. */
export interface Finding {
  readonly kind: FindingKind;
  readonly weight: Weight;
  readonly message: string;
  /** A range of UTF-8 bytes (`12-15`), a JSON pointer (`/closings/0`), or empty. */
  readonly where: string;
  /** The words themselves, as they stood. */
  readonly words: string;
  /** Which of the texts of a listing. */
  readonly part: 'open' | 'close' | '';
  /** The dates that it costs, ascending; empty if they can't be named. */
  readonly dates: readonly CivilDate[];
}

/** What was written, and what could not be said. Prints as its text. */
export interface Written {
  readonly text: string;
  readonly findings: readonly Finding[];
  toString(): string;
}

export interface WritingOptions {
  /** Japan's, if not given. */
  calendar?: HolidayCalendar;
  /** An IANA name; the rules' own, else Asia/Tokyo, if not given. */
  zone?: string;
}

/**
 * What a restaurant says of its hours, read from any of the formats in which restaurants say it. Immutable. The JSON
 * formats throw with all that keeps a document from being one of its kind.
 */
export class Rules {
  private constructor();
  /** denwaban's own form: docs/schema/rules.schema.json. */
  static fromJson(document: string | object): Rules;
  /** A listing's 営業時間 and 定休日, as restaurants publish them: docs/japanese_listings.md. */
  static fromJapanese(open: string, close?: string): Rules;
  /** OpenStreetMap's `opening_hours`: docs/osm.md. */
  static fromOsm(text: string): Rules;
  /** Hours of operation with their overrides: docs/amazon_connect_hours.md. */
  static fromAmazonConnect(document: string | object): Rules;
  /** JSON-LD with `openingHoursSpecification`: docs/schema_org_and_google.md. */
  static fromSchemaOrg(document: string | object): Rules;
  /** A Business Profile's `regularHours`, `specialHours`, `moreHours`. */
  static fromGoogle(document: string | object): Rules;
  readonly findings: readonly Finding[];
  /** Nothing found weighs more than a note. */
  readonly isComplete: boolean;
  /** The IANA name of the time zone, where the format stated one. */
  readonly zone: string | null;
  toJson(): string;
  toJSON(): object;
  toJapanese(): { readonly open: string; readonly close: string; readonly findings: readonly Finding[] };
  toOsm(): Written;
  /** For the dates from `start` to `end`, both included; so the two below. */
  toAmazonConnect(start: CivilDate, end: CivilDate, options?: WritingOptions): Written;
  toSchemaOrg(start: CivilDate, end: CivilDate, options?: WritingOptions): Written;
  toGoogle(start: CivilDate, end: CivilDate, options?: WritingOptions): Written;
  hours(options?: OpeningOptions & WritingOptions): Hours;
  /** The hours in a sentence or two for the telephone. */
  say(): string;
  ssml(): string;
  /** A month, `2026-11`, as an SVG picture. */
  renderSvg(month: string, options?: WritingOptions): string;
  /** The same picture, and the findings under it. */
  renderHtml(month: string, options?: WritingOptions): string;
}

/** A restaurant's hours, compiled. Immutable. */
export class Hours {
  private constructor();
  /** A name of the IANA database: `Asia/Tokyo`. */
  readonly zone: string;
  readonly horizon: Horizon;
  /** What they were compiled from. */
  readonly rules: Rules;
  /** The holidays that they follow, the restaurant's own among them. */
  readonly calendar: HolidayCalendar;
  /** Everything at once. */
  status(at: Time): Status;
  /** The services of a business date, YYYY-MM-DD, as a reservation book needs them. */
  periods(date: string): Period[];
  /** Open for certain. */
  isOpen(at: Time): boolean;
  /**
   * 1 where it is open for certain, else 0; at best for a `Float64Array` of epoch milliseconds. An error's `where` is the
   * place of the time that it is about (`/3`).
   */
  isOpenMany(times: Float64Array | Iterable<Time>): Uint8Array;
  state(at: Time): State;
  /** One for each: 0 closed, 1 open, 2 unknown; at best for a `Float64Array` of epoch milliseconds. */
  states(times: Float64Array | Iterable<Time>): Uint8Array;
  /** When the state next becomes another; null if it does not by the day after the horizon. */
  nextChange(at: Time): Date | null;
  /** When it next opens for certain, not counting an opening under way; null if not by the day after the horizon. */
  nextOpening(at: Time): Date | null;
  /** Every stretch of being open or unknown from `start` until `end`, in order, cut to fit. */
  intervals(start: Time, end: Time): Opening[];
  /** The openings of a business date, each whole, some possibly past midnight. */
  openingsOn(date: CivilDate | Date): Opening[];
  /** A `Date` stands for the date on which it falls in the restaurant's zone. */
  explain(date: CivilDate | Date): Explanation;
  /** What a caller should hear. */
  say(at: Time): string;
  /** The same for Amazon Polly. */
  ssml(at: Time): string;
  /** A month, YYYY-MM, as a picture, the restaurant's own holidays and all. */
  renderSvg(month: string): string;
  /** The same picture in an element of a page. */
  renderHtml(month: string): string;
}

export interface OpeningOptions {
  /** Japan's, if not given. */
  calendar?: HolidayCalendar;
  /** 2015 to 2039, if not given. Less is quicker to compile; either end may be left out. */
  horizon?: Partial<Horizon>;
}

/** A number that callers dial to reach the restaurant. */
export interface PhoneLine {
  /** E.164 */
  number: string;
  /** 予約, 代表; may be empty. */
  label: string;
}

/** A restaurant as its telephone needs to know it. */
export class Restaurant {
  private constructor();
  /** Reads the form of docs/schema/restaurant.schema.json, as text or as objects; throws with all that is wrong. */
  static fromJson(document: string | object, options?: OpeningOptions): Restaurant;
  readonly id: string;
  readonly name: string;
  /** The name's reading; may be empty. */
  readonly kana: string;
  readonly zone: string;
  readonly lines: readonly PhoneLine[];
  /** For the agent to read. */
  readonly notes: readonly string[];
  /** What may be said and yet means nothing: a route of a line that is none of the restaurant's. */
  readonly findings: readonly Problem[];
  readonly hours: Hours;
  /** The text that `fromJson` reads back to an equal restaurant. */
  toJson(): string;
  /** The same as objects, for `JSON.stringify`. */
  toJSON(): object;
}

/** Restaurants, found by the number that was dialled or by id. Immutable. */
export class Directory {
  private constructor();
  /** Reads a list of restaurants, as text or as objects; ids and numbers must differ. */
  static fromJson(document: string | readonly object[], options?: OpeningOptions): Directory;
  readonly restaurants: readonly Restaurant[];
  readonly size: number;
  [Symbol.iterator](): IterableIterator<Restaurant>;
  /** The restaurant of that id, else of that number, in whatever form it is written; null if there is neither. */
  find(numberOrId: string): Restaurant | null;
}

/** The attributes of a contact flow: flat, all strings. */
export type FlowAttributes = {
  /**
   * What came of it; a flow should branch on it first. All other keys are there only if `answered`, but for `state`,
   * `route`, `say` and `ssml`, which always are.
   */
  result: 'answered' | 'unknown_number' | 'malformed_event' | 'beyond_horizon';
  restaurantId?: string;
  restaurantName?: string;
  state: State;
  reason?: string;
  cause?: Cause;
  service?: string;
  businessDate?: string;
  /** ISO 8601 with the restaurant's offset, as the two below; empty if there is none. */
  closesAt?: string;
  lastOrder?: string;
  nextOpening?: string;
  /** Where the call goes. */
  route: 'queue' | 'bot' | 'restaurant' | 'voicemail' | 'message' | 'none';
  /** The queue, bot, number, mailbox or words. */
  routeTo?: string;
  routeLabel?: string;
  caller?: 'number' | 'withheld' | 'unknown';
  /** E.164 */
  callerNumber?: string;
  /** What the caller hears: 「本日は祝前日のため、翌2時まで営業しております。」 */
  say: string;
  ssml: string;
  /** The places of the event that were passed over; there only if some were, whatever `result` is. */
  findings?: string;
  /** Of a malformed event: what was wrong, and where. */
  error?: ErrorCode;
  errorWhere?: string;
};

/**
 * Answers Amazon Connect's event for the restaurant whose number was dialled, or whose id stands in the parameter
 * `restaurantId`. Whatever the event is, there is an answer.
 */
export function contactFlow(event: unknown, directory: Directory, at: Time): FlowAttributes;

export interface PhoneNumber {
  e164: string;
  /** As dialled in Japan; E.164 if the number is elsewhere. */
  national: string;
  isJapanese: boolean;
}

/** Reads E.164 and Japan's national forms, full-width digits included; throws `not_a_phone_number`. */
export function parsePhoneNumber(text: string): PhoneNumber;

/** Reads what a telephone system says of the caller: a number, or that it is withheld (anonymous, 非通知, nothing). */
export function parseCaller(
  text: string,
): { number: PhoneNumber; withheld: null } | { number: null; withheld: WithheldReason };

/** A number, or a source of numbers, that was passed over. */
export interface PassedOver {
  source: CallerSource;
  /** As it was given; empty if there was none. */
  number: string;
  /** `toll_free_abroad`: フリーダイヤル call only within Japan. `no_queue`: no queue of the agent's shows it. */
  reason: PassedOverReason;
}

/** The number to show, and why. */
export interface ChosenCaller {
  /** E.164 */
  number: string;
  source: CallerSource;
  /** The ARN of the queue that shows it. */
  queue: string | null;
  label: string;
  /** Every number before it. */
  passedOver: PassedOver[];
}

/** No number may be shown, for these reasons. */
export interface NoCaller {
  number: null;
  passedOver: PassedOver[];
}

export interface OutboundCall {
  /** On whose behalf. */
  restaurant?: Restaurant | null;
  /** In whatever form it is written. */
  callee?: string | null;
  /** The ARNs of the agent's queues, one of which has to show the number; without them, any claimed number will do. */
  queues?: readonly string[] | null;
  /** The agent's own choice. */
  choice?: string | null;
  /** The number of ours that the customer called last. */
  lastCalled?: string | null;
}

/** Which number a callee sees: docs/outbound_caller.md. Immutable. */
export class OutboundCallerPolicy {
  private constructor();
  /** docs/schema/outbound_caller.schema.json */
  static fromJson(document: string | object): OutboundCallerPolicy;
  choose(call: OutboundCall): ChosenCaller | NoCaller;
  toJson(): string;
  toJSON(): object;
}

/** What an outbound whisper flow is told: flat, all strings. */
export type WhisperAttributes = {
  /** What came of it; a flow should branch on it first. `callerId` is empty only if `no_caller`. */
  result: 'chosen' | 'fallback' | 'no_caller';
  /** Why it is no more than a fallback. */
  problem: '' | 'malformed_event' | 'choice_refused' | 'unknown_restaurant' | 'unreadable_callee';
  /** A claimed number in E.164. */
  callerId: string;
  reason: CallerSource | '';
  label: string;
  /** The ARN of the first queue that shows it. */
  queue: string;
  restaurantId: string;
  callee: string;
  passedOver: string;
  /** Of a malformed event: what was wrong, and where. */
  error?: ErrorCode;
  errorWhere?: string;
};

/**
 * Answers the event of an outbound whisper flow. `restaurantId`, `agentChoice` and `lastCalled` come from its
 * parameters, else from the contact's attributes. Whatever the event is, there is an answer.
 */
export function outboundWhisper(event: unknown, policy: OutboundCallerPolicy, directory: Directory): WhisperAttributes;

/** A call that Amazon Connect places and gives to a flow; no agent is bound to it. Numbers in whatever form. */
export interface OutboundVoiceContact {
  destination: string;
  instanceId: string;
  contactFlowId: string;
  /** The number to show; this or `queue`. */
  source?: string | null;
  /** The id or ARN of the queue whose number is shown. */
  queue?: string | null;
  clientToken?: string | null;
  /** Whose attributes are copied. */
  relatedContactId?: string | null;
  name?: string | null;
  description?: string | null;
  /** 15 to 60. */
  ringTimeoutSeconds?: number | null;
  /** CAMPAIGN: a call of a campaign, for which answering machines are told apart. */
  trafficType?: 'GENERAL' | 'CAMPAIGN' | null;
  /** At most 32,768 bytes; keys of letters, digits, hyphens and underscores. */
  attributes?: Readonly<Record<string, string>> | null;
}

/** The input of `StartOutboundVoiceContactCommand` of `@aws-sdk/client-connect`. */
export interface StartOutboundVoiceContactInput {
  DestinationPhoneNumber: string;
  ContactFlowId: string;
  InstanceId: string;
  SourcePhoneNumber?: string;
  QueueId?: string;
  ClientToken?: string;
  RelatedContactId?: string;
  Name?: string;
  Description?: string;
  RingTimeoutInSeconds?: number;
  TrafficType?: 'GENERAL' | 'CAMPAIGN';
  Attributes?: Record<string, string>;
}

/** Throws with everything that is wrong, at its place in the request. */
export function startOutboundVoiceContact(contact: OutboundVoiceContact): StartOutboundVoiceContactInput;

/** For amazon-connect-streams: `const { endpoint, ...options } = agentConnect(…); agent.connect(endpoint, options)`. */
export function agentConnect(call: {
  /** In whatever form it is written. */
  callee: string;
  /** The ARN of the queue that shows the wanted number. */
  queue: string;
  /** Whose attributes are copied, for the outbound whisper flow to read. */
  relatedContactId?: string | null;
}): { endpoint: { type: 'phone_number'; phoneNumber: string }; queueARN: string; relatedContactId?: string };

export const version: string;

/** The places of keys and words that are new to us: nothing passes unread in silence. */
export interface WithUnknown {
  unknown: string[];
}

/** A contact that the agent has, and what has become of it. */
export interface TrackedContact extends ContactSnapshot {
  state: ContactState;
  stateSince: Date;
  times: ContactTimes;
  /** Who left first, while it is known. */
  firstToLeave: Connection['party'] | null;
}
export interface AgentNow {
  at: Date;
  state: AgentState;
  since: Date;
  status: AgentStatus;
  next: NextStatus | null;
  missedInARow: number;
  contacts: TrackedContact[];
}

/** What a centre allows its agents; nothing for no limit. */
export interface AgentLimits {
  /** Milliseconds. */
  afterContactWork?: number | null;
  /**
   * Of each channel, as Amazon Connect's AfterContactWorkConfigPerChannel; null for no limit. Each contact is then held to
   * its own channel's, and to `afterContactWork` where its channel is not named.
   */
  afterContactWorkByChannel?: Partial<Record<Channel, number | null>>;
  /** This many missed calls are too many. */
  missedInARow?: number | null;
}
export type LimitExceeded =
  | {
      limit: 'afterContactWork';
      since: Date;
      by: number;
      /** Where channels have limits of their own. */ contact?: string;
    }
  | { limit: 'missedInARow'; missed: number };

/** JSON as text, or as objects. */
export type JsonDocument = string | object;

/** Reads a record of the agent event stream. Throws DenwabanError. */
export function readAgentEvent(document: JsonDocument): AgentStreamRecord & WithUnknown;
/** Reads what amazon-connect-streams' `agent::update` carries. Throws DenwabanError. */
export function readStreamsSnapshot(document: JsonDocument): AgentSnapshot & WithUnknown;
/** Reads a contact event, with EventBridge's envelope or without. Throws DenwabanError. */
export function readContactEvent(document: JsonDocument): ContactReport & WithUnknown;

/** A part of a shift: to take calls, or anything else. */
export interface ShiftPart {
  from: Date | string;
  until: Date | string;
  activity?: 'productive' | 'non_productive';
}
/** An agent's day; spans are milliseconds. */
export interface AgentDay {
  stays: { state: AgentState; from: Date; until: Date }[];
  /** On contacts and after them, over that and idle time. */
  occupancy: number | null;
  /** `share` is of what is known: `adherent / (scheduled - unknown)`. */
  adherence: { scheduled: number; adherent: number; unknown: number; share: number | null };
}
/**
 * One agent's events, put in order: what the agent and each contact are doing, and how long they did what. Duplicates and
 * events that are late within the window change nothing in the result.
 */
export class AgentTimeline {
  /**
   * Milliseconds: an event may come `window` (15 minutes) later than one that happened after it; between two events
   * further apart than `longestSilence` (none) nothing is known unless nothing has changed.
   */
  constructor(terms?: { window?: number; longestSilence?: number | null });
  /** For a stream with a heartbeat every 120 seconds, of which two may be lost. */
  static forAgentEventStream(options?: {
    /** A quarter of an hour, if it is left out. */ window?: number;
  }): AgentTimeline;
  static fromJson(document: JsonDocument): AgentTimeline;
  /** Takes a record of the agent event stream, or a snapshot of streams. Throws DenwabanError. */
  apply(event: JsonDocument): {
    applied: 'now' | 'mended' | 'duplicate' | 'too_late' | 'another_agent';
    notices: Notice[];
  };
  /** Also of a past moment; `unknown` before the first event, and before what the window still holds. */
  state(at: Time): AgentState;
  /**
   * Milliseconds in each state, and in each status of the centre's own, from the first event to `until`. Throws
   * `out_of_range` for a moment before what the window still holds.
   */
  times(until: Time): { byState: Partial<Record<AgentState, number>>; byStatus: Record<string, number> };
  /**
   * Of what the window still holds (a day, if it is a day) from `since` on, and no further than `until`: stretch after
   * stretch, occupancy and adherence as Amazon Connect defines them, all of the same time; null where there is nothing to
   * divide by. Throws `overlap` and `out_of_range` for a shift whose parts do, or end before they begin.
   */
  day(until: Time, options?: { shift?: Iterable<ShiftPart>; since?: Time }): AgentDay;
  /** Null before the first event. */
  readonly latest: AgentNow | null;
  readonly contacts: TrackedContact[];
  readonly missedInARow: number;
  /** What is or was beyond the limits at a moment, as far back as the window holds. */
  exceeded(limits: AgentLimits, at: Time): LimitExceeded[];
  /** When to ask again; null where after-contact work is not going on, or has no limit. */
  afterContactWorkEnds(limits: AgentLimits): Date | null;
  toJson(): string;
  toJSON(): object;
}

/** All that contact events reported of one contact, in whatever order they came. */
export class ContactHistory {
  constructor();
  /** What `toJson` wrote. Throws DenwabanError. */
  static fromJson(document: JsonDocument): ContactHistory;
  /** Whether it was new. Throws DenwabanError. */
  add(event: JsonDocument): boolean;
  readonly state: ContactState;
  /** When it was first reported as this: `queued`, `connected_to_agent`, `disconnected`, … */
  first(kind: string): Date | null;
  /** When the customer gave up in the queue (放棄呼). */
  readonly abandonedAt: Date | null;
  /** The number that was dialled, or shown: which line lost a call. Null while no event tells it. */
  readonly line: string | null;
  readonly reports: ContactReport[];
  /** To be kept between two events. */
  toJson(): string;
  toJSON(): unknown;
}

export interface Transition {
  state: string;
  event: string;
  /** Null where the event is ignored or refused. */
  to: string | null;
  effect: string | null;
  /** Why it must not happen. */
  refused: string | null;
}
/** The table of a life, and its Mermaid diagram. */
export function lifecycle(name: 'agent' | 'contact' | 'call' | 'commitment' | 'presence' | 'allocation'): {
  rows: Transition[];
  mermaid: string;
};

export interface Label {
  ja: string;
  en: string;
}
/** A code of a catalogue: `booking.change`, within the group `booking`. */
export interface CatalogueEntry {
  code: string;
  label: Label;
  /** A retired code is kept, so that old records can be read. */
  standing: 'current' | 'retired';
  fields: {
    key: string;
    label: Label;
    type: 'text' | 'choice' | 'multi_choice' | 'date_time' | 'phone' | 'booking' | 'photo';
    requirement: 'optional' | 'required';
    choices?: { code: string; label: Label }[];
  }[];
  follow_ups: (
    | { tell_restaurant: { within_minutes: number } }
    | { call_back_at: string }
    | { escalate: { to: string; within_minutes: number } }
  )[];
}

/** The codes that a centre records calls with, in one version. Immutable. */
export class Catalogue {
  private constructor();
  /** What restaurants in Japan are called about. */
  static default(): Catalogue;
  static fromJson(document: JsonDocument): Catalogue;
  readonly version: string;
  readonly entries: readonly CatalogueEntry[];
  /** The catalogue of a chain or a restaurant. What is removed is retired. Throws DenwabanError. */
  with(changes: JsonDocument): Catalogue;
  /** All that is wrong with dispositions. */
  check(dispositions: Dispositions, completeness?: 'draft' | 'code' | 'with_data'): Problem[];
  toJson(): string;
  toJSON(): object;
}

/** What a call was about. A field's value stands as the catalogue has it, or with its type: `{ date_time: '…Z' }`. */
export interface Disposition {
  code: string;
  fields?: Record<string, unknown>;
  note?: string;
}
export type Dispositions = string | readonly Disposition[];

/** What happens to a call outside the desk: wrap-up is completed by `complete` and `expire` alone. */
export type CallEvent = 'answered' | 'held' | 'resumed' | 'ended' | 'missed' | 'rejected' | 'failed' | 'contact_gone';
/** What a contact's notice, or its kind, says to its call; null where it says nothing. */
export function callEventOf(
  notice: (Pick<Notice, 'about' | 'kind'> & { overheard?: boolean }) | ContactNotice['kind'],
): CallEvent | null;
export interface CallOccurrence {
  /** Two occurrences are the same if their ids are. */
  id: string;
  event: CallEvent;
  at: Time | string;
}
export interface FollowUp {
  code: string;
  what: 'tell_restaurant' | 'call_back_at' | 'escalate';
  to: string | null;
  due: Date;
}
interface Deciding {
  policy: WrapUpPolicy | string;
  /** The default one if it is left out. */
  catalogue?: Catalogue;
  by: string;
  at: Time;
}

/** A call at the desk, and all that was typed during it. Immutable: each step gives a new one, or throws DenwabanError. */
export class Call {
  private constructor();
  static fromJson(document: JsonDocument): Call;
  readonly state: CallState;
  readonly outcome: 'open' | 'talked' | 'missed' | 'rejected' | 'failed' | 'abandoned';
  readonly answeredAt: Date | null;
  readonly closedAt: Date | null;
  /** What is known already changes nothing; any order gives the same call. */
  apply(occurrence: CallOccurrence): { call: Call; effect: 'show_timer' | 'start_wrap_up_timer' | 'save' | null };
  /** Keeps what is being typed, complete or not. */
  draft(dispositions: Dispositions, options: Pick<Deciding, 'policy' | 'catalogue'>): Call;
  extend(options: Pick<Deciding, 'policy' | 'at'>): Call;
  /** Records the drafts and closes the call. */
  complete(options: Deciding): Call;
  /** What becomes of a call whose time for wrap-up is up. Nothing that was typed is lost. */
  expire(options: Deciding): Call;
  /** Puts other dispositions in the place of those recorded, and keeps what stood before. */
  amend(dispositions: Dispositions, options: Omit<Deciding, 'policy'> & { reason?: string }): Call;
  wrapUpDue(policy: WrapUpPolicy | string): Date | null;
  /** What the record demands, the most urgent first. */
  followUps(options?: { catalogue?: Catalogue }): FollowUp[];
  /** The note to the restaurant (申し送り). */
  handOver(options?: {
    template?: string;
    restaurant?: string;
    agent?: string;
    zone?: string;
    catalogue?: Catalogue;
  }): string;
  /** What is written back to the contact by UpdateContactAttributes: at most 32 KB. */
  contactAttributes(options?: { onTooLarge?: 'refuse' | 'shorten' }): {
    attributes: Record<string, string>;
    shortened: string[];
  };
  toJson(): string;
  toJSON(): object;
}

/** Templates of the note to the restaurant. */
export const handOverTemplates: Readonly<Record<'mailSubject' | 'mail' | 'line' | 'print', string>>;

/** Who does something to a book, when, and what they take upon themselves. */
export interface By {
  actor?: Actor;
  who?: string;
  now: Time | string;
  /** The same again with the same key changes nothing. */
  key?: string;
  overrides?: Limit[];
  note?: string;
  /** How many places the search for seats may look at. */
  budget?: number;
}
export type Proposal = { alternatives: Alternative[] } & (
  | { answer: 'possible'; end: string; tables: string[]; moved: TableMove[]; exceeded: Exceeded[] }
  | {
      answer: 'impossible';
      /** The limits that stand in the way. */
      exceeded: Exceeded[];
      /** The same. */
      limits: Exceeded[];
      obstacles: Obstacle[];
    }
  | { answer: 'undecided'; exceeded: Exceeded[] }
);
export interface Decision {
  book: DayBook;
  /** Empty where it was about none. */
  booking: string;
  moved: TableMove[];
  exceeded: Exceeded[];
}
export interface Edited {
  book: DayBook;
  /** Everybody whom it hurts. */
  hurt: Hurt[];
  /** Others who got another table, so that somebody who lost theirs has one. */
  moved: TableMove[];
}
export interface WantedReservation extends Wish {
  id: string;
  begin: string;
  details?: ReservationDetails;
  commitment?: 'held' | 'requested' | 'confirmed' | 'waiting';
  /** Of what is held; of who waits, until when, if they said so. */
  held_until?: string;
  /** Of who waits: the last start that suits them; the first is `begin`. */
  latest?: string;
}

/** A party that sits at several tables: `party` is of all together, and the parts add up to it. */
export interface WantedGroup extends Omit<Wish, 'wanted_tables'> {
  group: string;
  begin: string;
  parts: { id: string; party: Wish['party']; wanted_tables?: string[] }[];
  details?: ReservationDetails;
  commitment?: 'held' | 'requested' | 'confirmed';
  /** Of what is held. */
  held_until?: string;
}
/** What is done to reservations, by whoever takes commands: a book at hand, or a desk that finds it (`Where`). */
export interface BookingCommands<Decided, Giver = By, Where = unknown> {
  book(wanted: WantedReservation & Where, by: Giver): Decided;
  /** All parts at once, or none. */
  bookGroup(wanted: WantedGroup & Where, by: Giver): Decided;
  walkIn(wanted: Wish & { id: string; details?: ReservationDetails } & Where, by: Giver): Decided;
  /** What is not said stays. Of a group, `begin` alone is changed. */
  change(
    booking: string,
    changes: (Partial<Wish> & { begin?: string; whom?: 'booking' }) | { begin: string; whom: 'group' },
    by: Giver,
  ): Decided;
  changeDetails(booking: string, details: ReservationDetails, by: Giver): Decided;
  request(booking: string, by: Giver, options?: { whom?: Whom }): Decided;
  confirm(booking: string, by: Giver, options?: { whom?: Whom }): Decided;
  reconfirm(booking: string, by: Giver, options?: { whom?: Whom }): Decided;
  cancel(booking: string, by: Giver, options?: { reason?: CancelReason; whom?: Whom }): Decided;
  decline(booking: string, by: Giver, options?: { whom?: Whom }): Decided;
  /** A no-show. */
  miss(booking: string, by: Giver, options?: { whom?: Whom }): Decided;
  /** Until `at` (`19:30`), where the guests say so, nobody is a no-show. */
  runLate(booking: string, by: Giver, options?: { at?: string }): Decided;
  arrivePartly(booking: string, by: Giver): Decided;
  seat(booking: string, by: Giver, options?: { tables?: string[] }): Decided;
  /** The guests have left; it may be said days later. */
  finish(booking: string, by: Giver): Decided;
  /** Takes back what was said last by mistake: cancelled, declined, missed; left, seated, there in part, late. */
  undo(booking: string, by: Giver): Decided;
  /** Holds longer, or lets somebody wait so long; for as long in all as the policy's `longest_hold`. */
  renew(booking: string, by: Giver, options: { heldUntil: string; whom?: Whom }): Decided;
  /** Who waits takes a start. */
  takeUp(booking: string, by: Giver, options: { begin: string }): Decided;
  /** Two parties have each other's tables from now on. */
  swapTables(booking: string, other: string, by: Giver): Decided;
  assign(booking: string, by: Giver): Decided;
  /** Promises tables, or the one that the party has. */
  pin(booking: string, by: Giver, options?: { tables?: string[] }): Decided;
  unpin(booking: string, by: Giver): Decided;
  unassign(booking: string, by: Giver): Decided;
  blockTable(block: { table: string; begin: string; end: string; note?: string } & Where, by: Giver): Decided;
  unblockTable(block: { table: string; begin: string } & Where, by: Giver): Decided;
}
/** A wish, or what is to be different of the one of a reservation that is to be changed and is no obstacle to itself. */
export type AskedWish = (Wish & { changing?: undefined }) | (Partial<Wish> & { changing: string });
/** As `DayBook.availability` asks; `moves` is the budget for each start, without it nobody moves. */
export type AvailabilityQuestion = AskedWish & { now: Time | string; first?: string; last?: string; moves?: number };
export type ProposalQuestion = AskedWish & { begin: string; now: Time | string; overrides?: Limit[]; budget?: number };
/** A table that has another name in a new plan. */
export interface RenamedTable {
  from: string;
  to: string;
}

/**
 * The reservations of one restaurant on one business date. Immutable: what is decided gives a new one, or throws
 * DenwabanError with every reason: `no_seat`, `beyond_limit`, `not_allowed`, `undecided`.
 */
export class DayBook {
  private constructor();
  static fromJson(document: JsonDocument): DayBook;
  readonly restaurant: string;
  readonly date: string;
  readonly zone: string;
  /** One more with every decision. */
  readonly version: number;
  readonly reservations: Reservation[];
  reservation(booking: string): Reservation | null;
  /** Every start on the grid. */
  availability(question: AvailabilityQuestion): Slot[];
  /** Whether a party can come; if not, why, and what it could have instead. */
  propose(question: ProposalQuestion, options?: { otherDays?: readonly DayBook[] }): Proposal;
  /** Who was to come `grace` minutes ago or earlier and of whom nobody is there, the latest first. */
  lateParties(question: { now: Time | string; grace?: number }): LateParty[];
  /** Who waits, whoever has waited longest first, and what they could have now: to call, and to `takeUp`. */
  waitingList(question: { now: Time | string; moves?: number }): WaitingParty[];
  /** A command as data: `{ do: 'book', ..., by }`; or as text. */
  decide(command: ({ do: string; by: By } & Record<string, unknown>) | string): Decision;
  replaceFloorPlan(plan: FloorPlan, by: By, options?: { renamed?: readonly RenamedTable[] }): Edited;
  replacePolicy(policy: ReservationPolicy, by: By): Edited;
  replacePeriods(periods: Period[], by: By): Edited;
  /** Answers CreateBooking of Google's Maps Booking API v3: the booking, or a failure with its cause. */
  googleCreateBooking(request: JsonDocument, options: { id: string; now: Time }): GoogleAnswer;
  /** Answers UpdateBooking: a cancellation, or another slot or party. */
  googleUpdateBooking(request: JsonDocument, options: { now: Time }): GoogleAnswer;
  /** A FoodEstablishmentReservation in JSON-LD; null where there is no such reservation. */
  toSchemaOrg(booking: string, options: { restaurant: string }): Record<string, unknown> | null;
  toJson(): string;
  toJSON(): { reservations: Reservation[] } & Record<string, unknown>;
  /** All reservations in the order in which they come, as `bookingsCsv` has them. */
  toCsv(): string;
}
export interface DayBook extends BookingCommands<Decision> {}
export interface GoogleAnswer {
  /** As it was, where the answer is a failure. */
  book: DayBook;
  booking: string | null;
  /** To be sent with status 200. */
  response: Record<string, unknown>;
}
/** Answers BatchAvailabilityLookup out of the books at hand, which name their restaurants as `merchant_id` does. */
export function googleBatchAvailabilityLookup(
  request: JsonDocument,
  options: { books: readonly DayBook[]; now: Time; zone?: string },
): { slot_time_availability: { slot_time: unknown; available: boolean }[] };
/** The date on which the slot of a CreateBooking or UpdateBooking begins. */
export function googleBookingDate(request: JsonDocument, options?: { zone?: string }): string;
/** What a FoodEstablishmentReservation of schema.org says; times as the restaurant's clocks show them. */
export function readSchemaOrgReservation(
  document: JsonDocument,
  options?: { zone?: string },
): {
  id: string;
  restaurant: string;
  start: string;
  end: string | null;
  party: number | null;
  commitment: Commitment | null;
  name: string;
  phone: string | null;
  email: string;
  /** The places of what else it says. */
  unread: string[];
};

/** 顧客台帳: customers, found by telephone number and by the beginning of a name. */
export class Customers {
  private constructor();
  static fromJson(document?: JsonDocument): Customers;
  readonly size: number;
  /** Writes a customer down in place of what was there. */
  put(customer: Customer | string): void;
  /** Follows records that were merged. */
  find(id: string): Customer | null;
  /** Everybody who has the number, however it is written. */
  byPhone(number: string): Customer[];
  /** Those one of whose names, or readings, begins so, however it is written. */
  byName(beginning: string, options?: { most?: number }): Customer[];
  /** Makes one record of two: both histories. */
  merge(records: { keep: string; absorb: string }): void;
  /** Writes down what a book knows of a reservation's visit, with whoever it names as its customer. */
  recordVisit(book: DayBook, booking: string): void;
  toJson(): string;
  toJSON(): Customer[];
}
