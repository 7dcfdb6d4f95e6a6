/** A point in time: a Date, or milliseconds since 1970-01-01T00:00:00Z. Times that come back are Dates. */
export type Time = Date | number;

/** A civil date, `YYYY-MM-DD`. */
export type CivilDate = string;

export type State = 'open' | 'closed' | 'unknown';

/** What kind of thing decided a day. */
export type Cause =
  | 'unlisted'
  | 'any_day'
  | 'weekday'
  | 'nth_weekday'
  | 'day_after_holiday'
  | 'holiday_eve'
  | 'holiday'
  | 'season'
  | 'closing'
  | 'moved_closing'
  | 'dated';

/** How narrowly a rule names a date: the narrowest of those that apply wins. */
export type Precedence = Exclude<Cause, 'unlisted' | 'closing' | 'moved_closing'>;

export type ErrorCode =
  | 'malformed_json'
  | 'too_deep'
  | 'too_large'
  | 'wrong_type'
  | 'missing_key'
  | 'unknown_key'
  | 'duplicate_key'
  | 'invalid_value'
  | 'out_of_range'
  | 'overlap'
  | 'never_ends'
  | 'duplicate_number'
  | 'duplicate_id'
  | 'not_a_phone_number'
  | 'unknown_zone'
  | 'beyond_horizon'
  | 'naive_datetime'
  | 'unknown_reference'
  | 'not_allowed';

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
}

/**
 * Which dates are holidays: 祝日, with 振替休日 and 国民の休日. Immutable. A `Date` stands for the date on which it
 * falls in Japan. Nothing is a holiday outside `firstDate` to `lastDate`.
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
    fate: 'closes' | 'may_close' | 'overruled' | 'moved_here' | 'moved_away' | 'dropped';
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

/** How much a finding matters: `note`, nothing is lost; `doubt`, it may mean otherwise; `loss`, something is lost. */
export type Weight = 'note' | 'doubt' | 'loss';

export type FindingKind =
  | 'remark'
  | 'repetition'
  | 'assumption'
  | 'approximate'
  | 'unknowable'
  | 'contradiction'
  | 'not_understood'
  | 'not_expressible'
  | 'malformed';

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
}

/** A restaurant's hours, compiled. Immutable. */
export class Hours {
  private constructor();
  /** A name of the IANA database: `Asia/Tokyo`. */
  readonly zone: string;
  readonly horizon: Horizon;
  /** What they were compiled from. */
  readonly rules: Rules;
  status(at: Time): Status;
  /** Open for certain. */
  isOpen(at: Time): boolean;
  /** 1 where it is open for certain, else 0; at best for a `Float64Array` of epoch milliseconds. */
  isOpenMany(times: Float64Array | readonly Time[]): Uint8Array;
  /** When the state next becomes another; null if it does not within the horizon. */
  nextChange(at: Time): Date | null;
  /** Every stretch of being open or unknown from `start` until `end`, in order, cut to fit. */
  intervals(start: Time, end: Time): Opening[];
  /** A `Date` stands for the date on which it falls in the restaurant's zone. */
  explain(date: CivilDate | Date): Explanation;
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
  /** The restaurant that has the number, in whatever form it is written. */
  find(number: string): Restaurant | null;
}

/** The attributes of a contact flow: flat, all strings. */
export interface FlowAttributes {
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
  /** Of a malformed event: what was wrong, and where. */
  error?: ErrorCode;
  errorWhere?: string;
}

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

export type WithheldReason = 'by_caller' | 'payphone' | 'out_of_area' | 'not_given';

/** Reads what a telephone system says of the caller: a number, or that it is withheld (anonymous, 非通知, nothing). */
export function parseCaller(
  text: string,
): { number: PhoneNumber; withheld: null } | { number: null; withheld: WithheldReason };

export const version: string;
