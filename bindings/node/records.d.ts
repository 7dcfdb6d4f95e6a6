import type {
  AgentStreamRecord,
  CallFact,
  CallFactChange,
  Channel,
  ContactRecord,
  ContactReport,
  Reconciliation,
  Recording,
} from './generated/answers.js';
import type {
  AgentTimeline,
  BigQueryTable,
  CallGroup,
  Directory,
  ErrorCode,
  JsonDocument,
  State,
  Time,
  WithUnknown,
} from './index.js';

/** Which restaurant a call was for, and what its hours said when it began. */
export interface CallPlace {
  restaurant: string;
  state: State;
  service: string | null;
  businessDate: string;
  /** 祝日 */
  holiday: string | null;
  /** 祝前日 */
  eveOf: string | null;
  /** 系列 */
  chain: string | null;
}
/** What a contact centre counts of calls that came in; means in seconds, null where there is nothing to divide by. */
export interface ServiceFigures {
  offered: number;
  queued: number;
  answered: number;
  /** In a queue, as Amazon Connect counts them. */
  abandoned: number;
  abandonedInFlow: number;
  answeredInTime: number;
  abandonedInTime: number;
  /** ASA */
  speedOfAnswer: number | null;
  /** AHT */
  handleTime: number | null;
  /** By each of the formulas that are in use: shares of 0 to 1. */
  serviceLevel: {
    /** answered in time / (answered + abandoned) */
    answeredOfAll: number | null;
    /** answered in time / (answered + abandoned too late) */
    withoutShortAbandons: number | null;
    /** (answered + abandoned in time) / (answered + abandoned) */
    shortAbandonsAsAnswered: number | null;
  };
}

/** Where a record stands in a Kinesis stream. */
export interface KinesisPosition {
  shard: string;
  sequence: string;
}
/** What no reader will ever read: for a queue of dead letters. */
export interface PoisonedRecord extends KinesisPosition {
  code: string;
  message: string;
  where: string;
  bytes: Uint8Array;
}

/** Reads a contact record. Keys, channels and initiation methods that are in no published model are told in `unknown`. */
export function readContactRecord(document: JsonDocument): ContactRecord & WithUnknown;
/** Reads the event that a Kinesis stream of contact records invokes a Lambda with, aggregated or in gzip or neither. */
export function readKinesisContactRecords(event: JsonDocument): {
  records: (KinesisPosition & WithUnknown & { record: ContactRecord })[];
  poisoned: PoisonedRecord[];
};
/** What brought an event: `shard` and `sequence` of Kinesis, or else the message of SQS, SNS or EventBridge. */
export interface DeliveryPosition extends Partial<KinesisPosition> {
  messageId?: string;
}
/** An event of Amazon Connect's; `document` is its own JSON, out of all that it was wrapped in. */
export type DeliveredEvent = DeliveryPosition &
  WithUnknown & { document: string } & (
    | { kind: 'agent_event'; event: AgentStreamRecord }
    | { kind: 'contact_event'; event: ContactReport }
    | { kind: 'contact_record'; event: ContactRecord }
  );
/** What no reader will ever read: for a queue of dead letters. */
export type PoisonedDelivery = DeliveryPosition & Pick<PoisonedRecord, 'code' | 'message' | 'where' | 'bytes'>;
/**
 * Reads what brings agent events, contact events and contact records to a Lambda: a batch of SQS, of SNS or of Kinesis, an
 * event of EventBridge's, or a notification that SNS posts. In a queue may be what a topic sent, in its notification or
 * raw, and what EventBridge sent.
 */
export function readDeliveredEvents(invocation: JsonDocument): {
  events: DeliveredEvent[];
  poisoned: PoisonedDelivery[];
};
/** Whether a recording or transcript is one of which Contact Lens blacked something out. */
export function isRedacted(recording: Pick<Recording, 'key'>): boolean;
/**
 * The answer of a Lambda that could not deal with these: of each shard the first, of a queue each message. Of a FIFO queue
 * name all behind the first that failed as well.
 */
export function batchItemFailures(failed: Iterable<DeliveryPosition>): {
  batchItemFailures: { itemIdentifier: string }[];
};

/** What is no contact record in a file, on which line, and why: the first error. */
export interface FailedLine {
  line: number;
  code: ErrorCode;
  message: string;
  where: string;
}
/** The bytes of a file, as `fs.createReadStream` has them. */
export type FileBytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
/**
 * Reads a file of contact records as its bytes come: one a line, or one behind the other as Amazon Data Firehose writes
 * them, in gzip or not.
 */
export function contactRecordsOf(
  source: FileBytes,
): AsyncGenerator<{ line: number; record: ContactRecord; unknown: string[] } | (FailedLine & { record?: undefined })>;

/** Contact records, and the calls that they are: in whatever order they come, and however often, the calls are the same. */
export class CallFacts {
  /** What `toJSON` wrote, also by a newer version: keys that are not known are passed over. */
  static fromJson(document: JsonDocument): CallFacts;
  /** Its records, so that it can be kept and go on elsewhere. */
  toJSON(): object[];
  /** Likewise, those of the call that any of its contacts is part of. */
  recordsOf(contact: string): object[];
  /** Takes a contact record as Amazon Connect sends it. */
  add(document: JsonDocument): CallFactChange & WithUnknown;
  /** Takes all of a Kinesis batch. */
  addKinesis(event: JsonDocument): {
    changes: (KinesisPosition & CallFactChange & WithUnknown)[];
    poisoned: PoisonedRecord[];
  };
  /** Takes all of a file, as `contactRecordsOf` reads it: how many records became what, and what is none. */
  addFile(source: FileBytes): Promise<{ kept: number; newer: number; asKnown: number; failed: FailedLine[] }>;
  /** The call that any of its contacts is part of. */
  find(contact: string): CallFact | null;
  /** Every call, as they began. */
  all(): CallFact[];
  /** In time is within `threshold` milliseconds of all that a call waited in queues. */
  serviceFigures(options: { threshold: number; channel?: Channel }): ServiceFigures;
  /** The same by what calls are counted by; under an empty name those of which nobody knows it. */
  serviceFiguresBy(
    group: CallGroup,
    options: {
      threshold: number;
      directory?: Directory;
      /** Asia/Tokyo if it is left out. */
      zone?: string;
      /** Only what came in through it: chats, for instance, which nothing counts otherwise. */
      channel?: Channel;
    },
  ): Record<string, ServiceFigures>;
  /** By the number dialled, or shown; null where no restaurant has it. */
  place(contact: string, directory: Directory): CallPlace | null;
  /** For `reconcile`, of calls that are over; with a directory, each for the restaurant that was dialled. */
  traces(directory?: Directory): CallTrace[];
  /** What came of those that began from `from` on and before `until`; of the others only who called again. */
  results(terms: ResultTerms): CallResults;
  /**
   * Likewise, by what calls are counted by; under an empty name those of which nobody knows it: all of them, by restaurant
   * or kind of day, where no directory is given.
   */
  resultsBy(group: CallGroup, terms: ResultTerms & { zone?: string }): Record<string, CallResults>;
  /** A month, YYYY-MM, as one HTML document in Japanese with its tables and pictures. */
  report(month: string, terms: ResultTerms & { threshold: number; zone?: string }): string;
  /** All calls by their quarter hours, of all days together, as an SVG picture: answered, lost, otherwise over. */
  renderDaySvg(options?: PictureOptions): string;
  /** The same as text for a terminal, a line a quarter hour. */
  renderDayText(options?: PictureOptions): string;
  /** A mean week by its hours, likewise. */
  renderWeekSvg(options?: PictureOptions): string;
  renderWeekText(options?: PictureOptions): string;
  /** From call to booking; without terms all calls, and nothing of bookings. */
  renderFunnelSvg(terms?: { title?: string } | (ResultTerms & { title?: string })): string;
  renderFunnelText(terms?: { title?: string } | (ResultTerms & { title?: string })): string;
  /** A call as a row of insertAll (`table.insert([row], { raw: true })`), with its place where a directory is given. */
  bigQueryRow(contact: string, directory?: Directory): BigQueryRow | null;
  /** The same for the Storage Write API: a message of `bigQueryDescriptor`, serialised. */
  bigQueryMessage(contact: string, directory?: Directory): Uint8Array | null;
  /** The records of its call, as rows of the table of legs. */
  bigQueryLegs(contact: string): BigQueryRow[];
  /**
   * All calls as a table of Arrow's, in its IPC streaming format: for `tableFromIPC` of `apache-arrow`, files and other
   * processes. Its columns are those of `bigQuerySchema`; spans are milliseconds.
   */
  arrow(directory?: Directory): Uint8Array;
  /** Calls that came in, of each date from the first to the last, by the quarter hours of the wall clock. */
  callsByQuarterHour(options?: { zone?: string; channel?: Channel }): CallsOfDay[];
  /** Forgets calls whose newest record is older, so that memory stays bounded. */
  forgetBefore(time: Time): void;
  /** How many contacts' records are kept. */
  readonly size: number;
}

/** What stands above a picture, and whose clocks it goes by: Asia/Tokyo if it is left out. */
export interface PictureOptions {
  title?: string;
  zone?: string;
}

/** A call, as far as its bookings are looked for. */
export interface CallTrace {
  call: string;
  began: Date;
  ended: Date;
  /** Its legs. */
  contacts: string[];
  /** Null where no number is shown. */
  customer: string | null;
  /** Null where nobody knows: it may have been for any. */
  restaurant: string | null;
  /** That its attributes name. */
  booking: string | null;
}
/** A booking, as far as its call is looked for. */
export interface BookingTrace {
  booking: string;
  /** When it was first said: neither its evening nor its last change. */
  made: Date | string;
  restaurant: string;
  phone?: string | null;
  /** The contact that it was made in, if it says so. */
  contact?: string | null;
  /** For what came of calls; it decides nothing in `reconcile`. */
  covers?: number | null;
}
/** What is given as a call: what is not known may be left out, and times may be ISO 8601. */
export type GivenCallTrace = Pick<CallTrace, 'call'> & {
  began: Date | string;
  ended: Date | string;
} & Partial<Omit<CallTrace, 'call' | 'began' | 'ended'>>;
/** What is near, in milliseconds. */
export interface ReconcileWindow {
  /** How long after a call its booking may be written down: 15 minutes. */
  afterCall?: number;
  /** Likewise where one names the other: an hour. */
  named?: number;
  /** How far the two clocks may be apart: 10 seconds. */
  skew?: number;
  /** Calls are taken to have begun at most so long before their end: 2 hours. */
  longestCall?: number;
}
/** 突合: every booking in one row, with its call or none, and every call that no booking came of in another. */
export function reconcile(question: {
  calls: Iterable<GivenCallTrace>;
  bookings: Iterable<BookingTrace>;
  window?: ReconcileWindow;
}): Reconciliation[];
/** What is told of calls, and how long after a call another is about the same. */
export interface CallsTold {
  /** All calls that began from here on and before `until` are told; these count, and no others. */
  from: Date | string;
  until: Date | string;
  /** In milliseconds: a day. */
  again?: number;
  /** Only what came in through it. */
  channel?: Channel;
}
/** What bookings are laid beside calls, for `results`. */
export interface ResultTerms extends CallsTold {
  bookings: Iterable<BookingTrace>;
  window?: ReconcileWindow;
  directory?: Directory;
}
/**
 * What came of calls that came in. Who had to call again is told by the number, of calls for one restaurant (or one line,
 * where nobody knows the restaurant). Means and shares are null where there is nothing to divide by.
 */
export interface CallResults {
  calls: number;
  /** Of them, that a booking came of. */
  booked: number;
  bookings: number;
  /** Of those bookings that tell. */
  covers: number;
  /** Answered, and nobody had called from that number in the time before. */
  first: number;
  /** Of them, and nobody called from it in the time after (一次解決). */
  resolved: number;
  /** Answered, without a number or near an end of what is told. */
  firstUnknown: number;
  /** Nobody answered, and the customer left. */
  lost: number;
  /** Of them, in the time after. */
  calledAgain: number;
  /** Of them, and a booking came of such a call. */
  bookedLater: number;
  /** Lost, without a number or near the end of what is told. */
  lostUnknown: number;
  bookingsACall: number | null;
  coversACall: number | null;
  callsABooking: number | null;
  /** 一次解決率 */
  firstContactResolution: number | null;
}
/** The same as `reconcile`, of streams that have no end, in memory bounded by the window. */
export class Reconciler {
  constructor(window?: ReconcileWindow);
  /** False where what it could belong to has been decided. */
  addCall(call: GivenCallTrace): boolean;
  addBooking(booking: BookingTrace): boolean;
  /** What is certain once nothing that ended, or was made, before `time` will come any more. */
  advance(time: Time): Reconciliation[];
  /** What is left, where nothing more will come. */
  finish(): Reconciliation[];
  /** How many calls and bookings are kept. */
  readonly size: number;
}

/** What comes to a queue in a span in which nothing changes; spans in milliseconds. */
export interface Workload {
  calls: number;
  interval: number;
  /** AHT, after-contact work and all. */
  handleTime: number;
  /** How long callers wait on average before they give up; left out or null: for ever. */
  patience?: number | null;
}
/** What is promised to callers, and to agents. */
export interface StaffingGoal {
  /** Of the calls that come, the share to be answered within `threshold`: 0.8. */
  serviceLevel?: number;
  /** In milliseconds: 20 seconds. */
  threshold?: number;
  /** The most of an agent's time that calls may take: 1. */
  occupancy?: number;
  /** 縮小率: the share of paid time in which an agent takes no calls. */
  shrinkage?: number;
}
/** What a queue will be like; shares of all calls. */
export interface QueueForecast {
  /** Of an agent's time, what calls take. */
  occupancy: number;
  waiting: number;
  serviceLevel: number;
  abandoned: number;
  /** Seconds that a call waits; null where the queue only grows. */
  wait: number | null;
}
/** A queue with so many agents: Erlang C, or Erlang A where callers lose patience. */
export function queueForecast(load: Workload, options: { agents: number; threshold: number }): QueueForecast;
/** The fewest agents that reach the goal. */
export function staffingFor(
  load: Workload,
  goal?: StaffingGoal,
): { agents: number; /** At work, so that so many are at their telephones. */ rostered: number; queue: QueueForecast };

/** Calls that came in, or are expected to, by the quarter hour of the wall clock: 96, from midnight on. */
export interface CallsOfDay {
  date: string;
  quarters: number[];
}
/** What is expected. */
export interface CallForecast {
  /** Calls of a mean day, now. */
  level: number;
  /** Sunday first; 1 is the mean. */
  weekdays: number[];
  /** What a 祝日 has more than a Sunday. */
  holiday: number;
  /** What a 祝前日 has more than a Friday. */
  holidayEve: number;
  days: CallsOfDay[];
}
/** Calls expected = level × weekday × 祝日 or 祝前日 × the quarter hour's share. */
export function callForecast(
  history: readonly CallsOfDay[],
  options: { dates: Iterable<string>; /** Days beside Japan's 祝日 that count as such. */ holidays?: string[] },
): CallForecast;
/** Parts of the calls that forecasts of the last `weeks` weeks missed, beside those that last week's calls would have. */
export function forecastError(
  history: readonly CallsOfDay[],
  options: { weeks: number; holidays?: string[] },
): {
  byDay: number | null;
  byQuarterHour: number | null;
  naiveByDay: number | null;
  naiveByQuarterHour: number | null;
  days: number;
};

/** A row for insertAll; `json` alone is a line of a load. */
export interface BigQueryRow {
  /** The same as long as nothing is newer of what it tells. */
  insertId: string;
  json: Record<string, unknown>;
}
/** A column as BigQuery's API has it. */
export interface BigQueryField {
  name: string;
  type: string;
  mode: 'REQUIRED' | 'NULLABLE' | 'REPEATED';
  description?: string;
  fields?: BigQueryField[];
}
/** The columns of calls. */
export function bigQuerySchema(of?: BigQueryTable): BigQueryField[];
/** For the Storage Write API, what `bigQueryMessage` writes: a DescriptorProto, serialised. */
export function bigQueryDescriptor(of?: BigQueryTable): Uint8Array;
/** Makes the table: a day of `began` a partition, clustered by restaurant and line. */
export function bigQueryTableSql(table: string, of?: BigQueryTable): string;
/** `reconcile` of two such tables, as a query: the rows of a third. Bookings' numbers are in E.164. */
export function bigQueryReconcileSql(tables: { calls: string; bookings: string }, window?: ReconcileWindow): string;
/** `CallFacts.resultsBy` of such tables, as a query: a row a name, null where nobody knows it; of all together without. */
export function bigQueryResultsSql(
  tables: { calls: string; bookings: string; reconciled: string },
  group: CallGroup | null,
  terms: CallsTold & { zone?: string },
): string;
/** `serviceFiguresBy` of such a table, as a query: a row a name, null where nobody knows it. */
export function bigQueryFiguresSql(
  table: string,
  group: CallGroup,
  options: { threshold: number; zone?: string; channel?: Channel },
): string;
/** Brings what was appended to `staging` into `table`, of rows that share a leg the newest. */
export function bigQueryMergeSql(table: string, staging: string): string;
/**
 * `CallFacts` as a script: makes calls of the table `legs`, in whatever order and however often their records stand in it,
 * and appends them to `staging`, without their places.
 */
export function bigQueryStitchSql(legs: string, staging: string): string;
/**
 * All that a timeline's window tells as rows of the table of states, a row a stay, to be appended: from where a later telling
 * begins it takes the place of this one. So what is told at least once a window is whole, and right as long as no event
 * comes later than the window less the time between two tellings.
 */
export function bigQueryStates(timeline: AgentTimeline, agent: string, now: Time): BigQueryRow[];
/**
 * `AgentTimeline.day` of such a table and one of shifts, as a query: a row an agent and date, on which either tells
 * something, until `until`. Parts of an agent's shift do not overlap.
 */
export function bigQueryAgentDaysSql(
  tables: { states: string; shifts: string },
  options: { until: Time; zone?: string },
): string;
