/** Desks: what is kept on a ledger, and done to it. Every method asks one errand of `docs/ledger.md`. */

import type {
  AgentNow,
  AgentState,
  AvailabilityQuestion,
  BookingCommands,
  By,
  Call,
  CallOccurrence,
  Customer,
  DayBook,
  Disposition,
  FloorPlan,
  Forgotten,
  KeptDecision,
  KeptEdit,
  KeptFollowUp,
  KeptReservation,
  LateParty,
  ListedBookings,
  ListedCustomers,
  ListedDuplicates,
  OpenFollowUps,
  Period,
  Proposal,
  ProposalQuestion,
  RefreshedBooks,
  RenamedTable,
  ReservationPolicy,
  Restaurant,
  Slot,
  Time,
  UnmergedCustomers,
  Vacancy,
  WaitingParty,
  Wish,
  WrapUpPolicy,
} from './index.js';
import type { CallFacts } from './records.js';
import type { Ledger, RunOptions } from './ledger.js';

/** Who asks for something to be kept. */
export interface KeepRequest {
  /** The same again gets the same answer. */
  key?: string;
  now: Time | string;
  /** How long the answer is remembered, in seconds; a day if it is left out. */
  keep?: number;
}

/**
 * What a form was made from, as it was read: then only what is otherwise in the form is changed, and `stale` is told of
 * what somebody else has changed since.
 */
export interface MadeFrom<Document> {
  was?: Document | null;
}

/** Something to send: a hand-over note, a reminder. It is kept with its cause, until it is dropped as sent. */
export interface OutboxMessage<At = Date> {
  /** Whoever receives it knows it by this: it may come twice. */
  id: string;
  due: At;
  /** The sender's words: mail, line, sms. */
  channel?: string;
  to?: string;
  text?: string;
}
export type GivenMessage = OutboxMessage<Time | string>;

/** What is due by a time, the oldest first. */
export interface DueQuestion {
  until: Time | string;
  /** 1 to 1000; 100 if it is left out. */
  limit?: number;
  /** Where the page before ended: its `next`. */
  after?: string | null;
}

/** Where a day book is kept. */
export interface DayBookAddress {
  restaurant: string;
  /** The business date, `YYYY-MM-DD`. */
  date: string;
}

/** Who gives a command, whose answer is remembered by its key, and what is sent if it is taken. */
export interface DeskBy extends By {
  key: string;
  keep?: number;
  messages?: readonly GivenMessage[];
}

/** How many at once, and where to go on. A page may hold fewer, even nothing, and still not be the last. */
export interface PageQuestion {
  /** 1 to 100; 50 if it is left out. */
  limit?: number;
  /** Where the page before ended: its `next`. */
  after?: string | null;
}
export type BookingsQuestion = PageQuestion &
  (
    | { from: string; to: string; restaurant?: string; phone?: string; customer?: undefined }
    | { phone: string; from?: string; to?: string; restaurant?: undefined; customer?: undefined }
    | { customer: string; from?: string; to?: string; restaurant?: undefined; phone?: undefined }
  );

/** What a party wants otherwise. */
export type WishChanges = Partial<Wish> & { begin?: string };
/**
 * Takes and changes reservations of any restaurant that the ledger keeps: the book, where the reservation is found, its
 * customer's visits and the messages are written together. Rejects with every reason of a refusal: `no_seat`,
 * `beyond_limit`, `not_allowed`, `undecided`, which is remembered as an answer is; `unknown_reference` for what is not
 * kept, `contended` where others were faster every time.
 */
export class ReservationDesk {
  constructor(ledger: Ledger, options?: RunOptions);
  /** A command as data: `{ do: 'book', ..., by }`. The book is the one that stands here, or that has `booking`. */
  decide(
    order: Partial<DayBookAddress> & {
      command: { do: string; by: By } & Record<string, unknown>;
      messages?: readonly GivenMessage[];
      keep?: number;
    },
  ): Promise<KeptDecision>;
  /** Moves a reservation to another date: out of one book and into the other at once, or not at all. */
  move(booking: string, date: string, changes: WishChanges, by: DeskBy): Promise<KeptDecision>;
  /** What is not said stays. With a `date` it is `move`. */
  change(booking: string, changes: WishChanges & { date?: string }, by: DeskBy): Promise<KeptDecision>;
  /**
   * Brings kept books from a date on up to their restaurant's hours and template, as they would be by themselves when
   * something is next decided upon them, and says whom that hurts. `after` is the `next` of the page before; `limit` is
   * 1 to 20.
   */
  refreshDayBooks(
    books: { restaurant: string; from: string; limit?: number; after?: string | null },
    request: KeepRequest,
  ): Promise<RefreshedBooks>;
  /** The business date whose book a moment belongs to: at 00:10, the evening before. */
  businessDate(restaurant: string, when: { now: Time | string }): Promise<string>;
  replaceFloorPlan(
    book: DayBookAddress,
    plan: FloorPlan,
    by: Omit<DeskBy, 'messages'>,
    options?: { renamed?: readonly RenamedTable[] },
  ): Promise<KeptEdit>;
  replacePolicy(book: DayBookAddress, policy: ReservationPolicy, by: Omit<DeskBy, 'messages'>): Promise<KeptEdit>;
  replacePeriods(book: DayBookAddress, periods: Period[], by: Omit<DeskBy, 'messages'>): Promise<KeptEdit>;
  /** Every start on the grid. */
  availability(question: AvailabilityQuestion & DayBookAddress): Promise<Slot[]>;
  /** What each business date from `from` to `to`, up to 31, has for a party: a calendar of vacancies (空席カレンダー). */
  vacancies(question: AvailabilityQuestion & { restaurant: string; from: string; to: string }): Promise<Vacancy[]>;
  /** Whether a party can come; if not, why, and what it could have instead, also on at most 14 other dates. */
  propose(question: ProposalQuestion & DayBookAddress, options?: { otherDays?: readonly string[] }): Promise<Proposal>;
  /** Who was to come `grace` minutes ago or earlier and of whom nobody is there, the latest first. */
  lateParties(question: { now: Time | string; grace?: number } & DayBookAddress): Promise<LateParty[]>;
  /** Who waits, whoever has waited longest first, and what they could have now: to call, and to `takeUp`. */
  waitingList(question: { now: Time | string; moves?: number } & DayBookAddress): Promise<WaitingParty[]>;
  /** Answers BatchAvailabilityLookup of Google's Maps Booking API v3; merchants are restaurants that are kept. */
  googleBatchAvailabilityLookup(request: object, options: { now: Time | string }): Promise<Record<string, unknown>>;
  /**
   * Answers CreateBooking, once for an `idempotency_token`; `id` is for the new booking. The slot is on the business date
   * of its restaurant; a user whom nobody keeps becomes a customer.
   */
  googleCreateBooking(request: object, options: { id: string; now: Time | string }): Promise<Record<string, unknown>>;
  /** Answers UpdateBooking, also to another date. */
  googleUpdateBooking(request: object, options: { now: Time | string }): Promise<Record<string, unknown>>;
  /** Answers GetBookingStatus. */
  googleBookingStatus(request: object, options: { now: Time | string }): Promise<Record<string, unknown>>;
  /** Answers ListBookings: a user's, from yesterday on. */
  googleListBookings(request: object, options: { now: Time | string }): Promise<Record<string, unknown>>;
  /** As it is kept, or as it would begin. */
  dayBook(book: DayBookAddress): Promise<DayBook>;
  /** Where a reservation stands, and how; null where no book has it. */
  find(booking: string): Promise<KeptReservation | null>;
  /**
   * A page of the reservations of some dates, by date, restaurant and time, of one restaurant or all, with a number or
   * without; of those for which a number was given since denwaban lists them; or of a customer's. Also of those that came
   * to nothing.
   */
  bookings(question: BookingsQuestion): Promise<ListedBookings>;
}
export interface ReservationDesk extends BookingCommands<Promise<KeptDecision>, DeskBy, DayBookAddress> {}
/**
 * Reservations as CSV (RFC 4180), in their order: of a list, or of its pages one after the other. What a spreadsheet would
 * take for a formula has `'` before it. docs/reservations.md has the columns.
 */
export function bookingsCsv(bookings: readonly KeptReservation[] | string): string;

export interface KeptCall {
  opened: Date;
  call: Call;
  followUps: KeptFollowUp[];
}

/** Changes of a call that are made together, in the order in which they stand. */
export interface CallChanges {
  apply?: readonly CallOccurrence[];
  /** Free text, in place of what was there. */
  note?: string;
  draft?: { dispositions: readonly Disposition[]; policy?: WrapUpPolicy };
  extend?: { policy?: WrapUpPolicy };
  /** Records these dispositions, or the drafts, and closes the call. */
  complete?: { dispositions?: readonly Disposition[]; policy?: WrapUpPolicy; by: string };
  /** What becomes of a call whose time for wrap-up is up. */
  expire?: { policy?: WrapUpPolicy; by: string };
  amend?: { dispositions: readonly Disposition[]; by: string; reason?: string };
  /** Promises to call back. */
  promise?: { number: string; at: Time | string; by: string };
  /** Whose call it turns out to be, and what it led to. What is not said stays. */
  assign?: { restaurant?: string; customer?: string; agent?: string; booking?: string };
  /** Another contact of the same call. */
  transfer?: string;
}

/** Who asks for a change of a call, and what is sent if it is made. */
export interface CallRequest extends KeepRequest {
  messages?: readonly GivenMessage[];
  /** Notes to the restaurant (申し送り), written of the call as it then is. */
  handOvers?: readonly (Omit<GivenMessage, 'text'> & {
    template?: string;
    restaurant?: string;
    agent?: string;
    zone?: string;
  })[];
  /** What the restaurant has otherwise than the default catalogue. */
  catalogue?: object;
}

type CallChanging = {
  [Name in keyof CallChanges]-?: (
    contact: string,
    change: Exclude<CallChanges[Name], undefined>,
    request: CallRequest,
  ) => Promise<KeptCall>;
};

/** Keeps calls, found by any contact of theirs, and what has to be done after them. */
export class CallDesk {
  constructor(ledger: Ledger, options?: RunOptions);
  /** One that is kept already is left as it is. */
  open(call: Call | object, request: KeepRequest): Promise<KeptCall>;
  /** Rejects with `unknown_reference` where the call is not kept, and with the errors of the change. */
  change(contact: string, changes: CallChanges, request: CallRequest): Promise<KeptCall>;
  find(contact: string): Promise<KeptCall | null>;
  /** Those of a restaurant that were opened on a date of its clocks, or a customer's; the newest first. */
  calls(
    question: (DayBookAddress | { customer: string }) & {
      order?: 'ascending' | 'descending';
      /** 1 to 100; 50 if it is left out. */
      limit?: number;
      after?: string | null;
    },
  ): Promise<{ calls: KeptCall[]; next: string | null }>;
  /** What is not done. */
  followUps(question: DueQuestion): Promise<OpenFollowUps>;
  finishFollowUp(followUp: { contact: string; name: string }, request: KeepRequest & { by: string }): Promise<KeptCall>;
}
export interface CallDesk extends CallChanging {}

/** What new day books of a restaurant begin with. */
export interface BookTemplate {
  floor_plan: FloorPlan;
  policy?: ReservationPolicy;
}

/** A restaurant as `Restaurant.fromJson` reads it: `docs/schema/restaurant.schema.json`. */
export interface RestaurantDocument {
  id: string;
  name: string;
  [key: string]: unknown;
}

/** Restaurants, found by id and by each of their lines. */
export class KeptRestaurants {
  constructor(ledger: Ledger, options?: RunOptions);
  /** In place of what was kept. Rejects with `duplicate_number` at a line that is another restaurant's. */
  put(restaurant: Restaurant | object, request: KeepRequest & MadeFrom<object>): Promise<RestaurantDocument>;
  find(id: string): Promise<RestaurantDocument | null>;
  byNumber(number: string): Promise<RestaurantDocument | null>;
  /** A page of all that were put since denwaban lists them, by id. */
  all(question?: PageQuestion): Promise<{ restaurants: RestaurantDocument[]; next: string | null }>;
  putBookTemplate(
    restaurant: string,
    template: BookTemplate,
    request: KeepRequest & MadeFrom<BookTemplate>,
  ): Promise<BookTemplate>;
  bookTemplate(restaurant: string): Promise<BookTemplate | null>;
}

/** All that is kept of a customer, as it is kept: `docs/schema/errand_answer.schema.json`. */
export interface PersonalData {
  customer: Customer | null;
  bookings: KeptReservation[];
  calls: { opened: string; call: object; follow_ups: object[] }[];
  messages: OutboxMessage<string>[];
  /** Records that are this one now, as they were before they were merged; left out where there are none. */
  merged?: Customer[];
}

/** Customers, found by id, by each telephone number and by the beginning of each name. */
export class KeptCustomers {
  constructor(ledger: Ledger, options?: RunOptions);
  /** In place of what was kept, but for visits, of which none is lost. */
  put(customer: Customer, request: KeepRequest & MadeFrom<Customer>): Promise<Customer>;
  /** Makes one record of two: both histories. */
  merge(
    records: { keep: string; absorb: string; /** Who sees to it. */ who?: string },
    request: KeepRequest,
  ): Promise<Customer>;
  /**
   * Takes the last merge of a record back: two records, each with its own history. Throws `stale` where that can't be
   * told any more.
   */
  unmerge(id: string, request: KeepRequest): Promise<UnmergedCustomers>;
  /**
   * Pairs who share a number, or a name of more than one word or its reading: who may be one. `limit` is how many customers
   * are looked at, 20 at most; what more than 20 share is `crowded`, and not compared.
   */
  duplicates(question?: PageQuestion): Promise<ListedDuplicates>;
  /** Follows records that were merged. */
  find(id: string): Promise<Customer | null>;
  /**
   * Forgets them, step by step until it is done: what they left in books, calls, messages, and the record itself. Says how
   * much that was.
   */
  erase(id: string, request: { now: Time | string }): Promise<Pick<Forgotten, 'bookings' | 'calls' | 'messages'>>;
  /** All that is kept of them, as JSON: what `erase` would erase. */
  exportData(id: string): Promise<PersonalData>;
  /** Whoever has the number, however it is written: at most 100. `all` has all of them. */
  byPhone(number: string): Promise<Customer[]>;
  /** A page of all that were put since denwaban lists them; or of those who have a number, or one of whose names begins so. */
  all(question?: PageQuestion & { phone?: string; name?: string }): Promise<ListedCustomers>;
  /** Those one of whose names, or readings, begins so; `most` is 1 to 100, 20 if it is left out. */
  byName(beginning: string, options?: { most?: number }): Promise<Customer[]>;
}

/** Who sees to it that old business dates, calls and messages are nobody's. */
export class Retention {
  constructor(ledger: Ledger, options?: RunOptions);
  /**
   * One step, a commit at most, of forgetting the people of business dates, calls and messages before a date, which is left
   * as it is: for whoever does it every night. Each restaurant begins where it was last done.
   */
  forgetBefore(date: string, request: { now: Time | string; after?: string | null }): Promise<Forgotten>;
}

/** Calls, out of contact records that many readers of a stream get. */
export class KeptCallFacts {
  constructor(ledger: Ledger, options?: RunOptions);
  /**
   * Adds records of one call, as `recordsOf` of a `CallFacts` has them: in whatever order they come, and however often, the
   * answers to the last of them are the same. `replaced` names the rows that the call ever had beside `call`: to be
   * deleted. `keep` is how long they are kept after the call's first, in seconds: 731 days, since Amazon Connect sends
   * records anew for 24 months. Rejects with `invalid_value` where they are of several calls, `too_large` where the call
   * names more than 90 contacts.
   */
  add(
    records: readonly object[],
    request: { now: Time | string; keep?: number },
  ): Promise<{
    /** What became of each record. */
    added: ('kept' | 'newer' | 'as_known')[];
    call: string;
    replaced: string[];
    /** Of this call alone. */
    facts: CallFacts;
  }>;
}

/** What agents do, out of the records of the agent event stream. */
export class KeptAgents {
  constructor(ledger: Ledger, options?: RunOptions);
  /** Adds records of one agent; twice, late or out of order they change nothing. */
  follow(
    agent: string,
    records: readonly object[],
    request: { now: Time | string },
  ): Promise<{
    agent: string;
    applied: ('now' | 'mended' | 'duplicate' | 'too_late' | 'another_agent')[];
    state: AgentState;
  }>;
  /** As of a time no earlier than the latest record; `times` in milliseconds. */
  find(
    agent: string,
    question: { now: Time | string },
  ): Promise<{ agent: string; state: AgentState; latest: AgentNow | null; times: Record<AgentState, number> } | null>;
}

/** What is to be sent. */
export class Outbox {
  constructor(ledger: Ledger, options?: RunOptions);
  due(question: DueQuestion): Promise<{ messages: Required<OutboxMessage>[]; next: string | null }>;
  /** Forgets messages that were sent, and says how many were still there. */
  drop(messages: readonly GivenMessage[], request: KeepRequest): Promise<{ sent: number }>;
}

/** A tool for a language model. The schemas are JSON Schema, and refer to nothing outside themselves. */
export interface Tool {
  name: string;
  title: string;
  description: string;
  /** What proposes writes nothing of the restaurant's, and gives the token that a write needs. */
  effect: 'reads' | 'proposes' | 'writes';
  /** Whether what stood before is gone when it is done. */
  destructive: boolean;
  /** Of a write: the tool whose read-back it does. */
  token_of?: string;
  inputSchema: { type: 'object'; [keyword: string]: unknown };
  outputSchema: { type: 'object'; [keyword: string]: unknown };
}
/** How much a session may do; what is left out is as by default of the actor: docs/tools.md. */
export interface ToolLimits {
  /** That a session takes, holds too. */
  bookings?: number;
  /** Chairs of one party. */
  covers?: number;
  /** From today on. */
  days?: number;
  /** Seconds that a table is held for. */
  hold?: number;
  /** Seconds that a read-back may be agreed to. */
  lapse?: number;
  /** That a session adds. */
  notes?: number;
  /** Bookings that a session looks for in vain. */
  misses?: number;
}
/** For whom tools are called. The model says none of it: whoever runs it does. */
export interface ToolCaller {
  /** The contact, chat or connection; tokens are good within it. */
  session: string;
  /** A guest, if it is left out. */
  actor?: 'guest' | 'agent' | 'restaurant';
  /** An agent's or a member of staff's name or id. */
  who?: string;
  /** That the call shows. A guest is told unasked of a table of theirs only under this number. */
  phone?: string;
  limits?: ToolLimits;
}
/** What a tool answered, as its output schema has it. */
export interface ToolAnswer {
  [member: string]: unknown;
}

/** Calls tools for language models. What reads is free; what writes needs the token of a read-back. */
export class ToolDesk {
  constructor(ledger: Ledger, options?: RunOptions);
  /** Every tool there is. */
  static list(): Tool[];
  /** What a model is told before it is given any tool. */
  static instructions(): string;
  /** `arguments` as the model wrote them. A token again is answered as the first time. */
  call(
    call: ToolCaller & { restaurant: string; tool: string; arguments?: object },
    request: { now: Time | string },
  ): Promise<ToolAnswer>;
}
