import type { Channel } from '../browser/words.js';
import type { Directory, JsonDocument, Queue, State, Time, WithUnknown } from './index.js';

/** A recording or transcript of a contact: with the region, what a signed link is made of. */
export interface Recording {
  /** Of Amazon S3; empty where the record does not say. */
  bucket: string;
  key: string;
  status: 'available' | 'deleted' | 'unknown';
  /** Amazon Connect's word: AUDIO, VIDEO, CHAT; may be empty. */
  media: string;
  /** Whose voice: ALL, AGENT, CUSTOMER, …; may be empty. */
  participant: string;
  from: Date | null;
  until: Date | null;
  deletionReason: string;
}
/** An agent's part in a contact; spans in milliseconds, null where Amazon Connect has not said them. */
export interface RecordedAgent {
  agent: string;
  username: string;
  routingProfile: string;
  connected: Date | null;
  afterContactWorkFrom: Date | null;
  afterContactWorkUntil: Date | null;
  /** Without holds. */
  interaction: number | null;
  customerHold: number | null;
  /** How much of it the agent began. */
  agentHold: number | null;
  longestHold: number | null;
  afterContactWork: number | null;
  holds: number;
}
/** What Amazon Connect says of a contact that is over (once called CTR): one leg of a call. */
export interface ContactRecord {
  id: string;
  /** Of two records of a contact the newer holds. */
  updated: Date;
  initial: string | null;
  previous: string | null;
  next: string | null;
  related: string | null;
  association: string;
  channel: Channel;
  initiation: string;
  instanceArn: string;
  initiated: Date | null;
  /** Of a contact that dials out, when the customer answered. */
  connectedToSystem: Date | null;
  disconnected: Date | null;
  transferred: Date | null;
  scheduled: Date | null;
  /** Amazon Connect's word; old records have none. */
  disconnectReason: string;
  /** E.164, or why no number is shown (`by_caller`, `payphone`, …); null where none can be told. */
  customer: string | null;
  /** The number dialled, or shown to whom we called. */
  line: string | null;
  transferredTo: string | null;
  customerAddress: string;
  queue: { queue: Queue; enqueued: Date | null; dequeued: Date | null } | null;
  agent: RecordedAgent | null;
  /** How often it was offered to an agent. */
  connectionAttempts: number;
  recordings: Recording[];
  attributes: Record<string, string>;
  tags: Record<string, string>;
}
/** A call as a guest would count it, whatever legs transfers, callbacks and flows made of it; spans in milliseconds. */
export interface CallFact {
  /** The first leg's. */
  id: string;
  /** Its legs, as they began. */
  contacts: string[];
  /** Legs whose records have not come: none, and it is whole. */
  awaited: string[];
  /** How many legs of supervisors listened. */
  overheard: number;
  channel: Channel;
  direction: 'inbound' | 'outbound' | 'transfer' | 'queued_callback';
  customer: string | null;
  /** The restaurant's number that was dialled, or shown. */
  line: string | null;
  began: Date;
  /** By an agent; of a call that we made, by the customer. */
  answered: Date | null;
  ended: Date | null;
  transferredTo: string | null;
  calledBack: Date | null;
  inFlow: number;
  queued: number;
  interaction: number;
  customerHold: number;
  agentHold: number;
  afterContactWork: number;
  holds: number;
  /** To agents who missed or rejected it. */
  unansweredOffers: number;
  waits: {
    contact: string;
    queue: Queue;
    from: Date;
    until: Date | null;
    outcome: 'answered' | 'abandoned' | 'moved' | 'ended';
  }[];
  agents: { contact: string; agent: RecordedAgent }[];
  /** Where a caller gave up whom nobody had answered. */
  abandoned: 'in_flow' | 'in_queue' | null;
  leftFirst: 'customer' | 'agent' | 'third_party' | 'flow' | 'system' | 'unknown';
  disconnectReason: string;
  recordings: Recording[];
  region: string;
  attributes: Record<string, string>;
  dispositions: string[];
  booking: string | null;
  updated: Date;
}
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
/** What became of a record, and which calls are the call that it belongs to from now on: their rows are to be deleted. */
export interface CallFactChange extends WithUnknown {
  added: 'kept' | 'newer' | 'as_known';
  call: string;
  replaced: string[];
}

/** Reads a contact record. Keys and words that are in no published model are told in `unknown`. */
export function readContactRecord(document: JsonDocument): ContactRecord & WithUnknown;
/** Reads the event that a Kinesis stream of contact records invokes a Lambda with, aggregated or in gzip or neither. */
export function readKinesisContactRecords(event: JsonDocument): {
  records: (KinesisPosition & WithUnknown & { record: ContactRecord })[];
  poisoned: PoisonedRecord[];
};
/** The answer of a Lambda that could not deal with these: of each shard the first. */
export function batchItemFailures(failed: Iterable<KinesisPosition>): {
  batchItemFailures: { itemIdentifier: string }[];
};

/** Contact records, and the calls that they are: in whatever order they come, and however often, the calls are the same. */
export class CallFacts {
  /** Takes a contact record as Amazon Connect sends it. */
  add(document: JsonDocument): CallFactChange;
  /** Takes all of a Kinesis batch. */
  addKinesis(event: JsonDocument): { changes: (KinesisPosition & CallFactChange)[]; poisoned: PoisonedRecord[] };
  /** The call that any of its contacts is part of. */
  find(contact: string): CallFact | null;
  /** Every call, as they began. */
  all(): CallFact[];
  /** In time is within `threshold` milliseconds of all that a call waited in queues. */
  serviceFigures(options: { threshold: number }): ServiceFigures;
  /** By the number dialled, or shown; null where no restaurant has it. */
  place(contact: string, directory: Directory): CallPlace | null;
  /** Forgets calls whose newest record is older, so that memory stays bounded. */
  forgetBefore(time: Time): void;
  /** How many contacts' records are kept. */
  readonly size: number;
}
