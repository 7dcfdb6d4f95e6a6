/** Keeping: what a ledger is asked and answers, in the words of `ledger_json.hpp`. */

import type { Errand, ErrandQuestions, Errands } from './generated/errands.js';
import type { Problem } from './index.js';

export type { Errand, ErrandQuestions, Errands } from './generated/errands.js';

declare global {
  interface SymbolConstructor {
    readonly asyncDispose: unique symbol;
  }
}

/** A path, or a `file:` URL. */
export type FilePath = string | { readonly href: string };

/** Where a document is kept. What shares a partition is found together, in the order of the bytes of `sort`. */
export interface LedgerKey {
  /** 1 to 2048 bytes of UTF-8 without control characters. */
  partition: string;
  /** 1 to 1024 bytes. */
  sort: string;
}

export interface LedgerDocument extends LedgerKey {
  /** How often it was written since it came to be: 1 at first. */
  version: number;
  /** The ledger does not look into it. */
  body: string;
  /** ISO 8601: may be gone some time after. */
  expires?: string;
}

/** What must be so at a key for a commit to happen: a version, or none; anything, if it is left out. */
export type Expectation = number | 'absent' | null;

interface Expecting extends LedgerKey {
  expected?: Expectation;
}
export type LedgerWrite =
  | { put: Expecting & { body: string; expires?: Date | string } }
  | { erase: Expecting }
  /** Nothing is written; the commit happens only if it is so. */
  | { check: Expecting };

/** A request that was answered, remembered until a time, so that it is answered once. */
export interface RequestAnswer<At = string> {
  /** The key that whoever asks gave it. */
  request: string;
  /** What was asked, so that a key used twice is noticed. */
  about: string;
  answer: string;
  keep_until: At;
}

/** What is written together: all of it, or nothing. */
export interface LedgerCommit {
  /** At most 99, no key twice, at most 3 MB. */
  writes: readonly LedgerWrite[];
  answer?: RequestAnswer<Date | string> | null;
  now: Date | string;
  /** Remembered answers that hold one of these are forgotten too; in DynamoDB they go with their time. */
  forget?: readonly string[];
}

export type CommitResult =
  | { result: 'committed' }
  /** The request was answered before; nothing was written. */
  | { result: 'replayed'; answer: RequestAnswer }
  /** What was expected is not so at these keys; nothing was written. */
  | { result: 'conflict'; keys: LedgerKey[] };

export type LedgerQuery = {
  partition: string;
  order?: 'ascending' | 'descending';
  /** 1 to 1000; 100 if it is left out. */
  limit?: number;
  /** Where it goes on: after this `sort`. */
  after?: string | null;
} & ({ prefix?: string; first?: undefined; last?: undefined } | { first: string; last: string; prefix?: undefined });

/** Some of what a query asks for; there may be more although it holds fewer than the limit. */
export interface LedgerPage {
  documents: LedgerDocument[];
  /** Null after the last. */
  next: string | null;
}

/**
 * Keeps documents. Any object that does is a ledger: `run` works on it. What it rejects with is a DenwabanError;
 * with `unavailable` where what was asked may be asked again.
 */
export interface Ledger {
  /** Documents in the order of the keys, at most 100; null where there is none. */
  read(keys: readonly LedgerKey[]): Promise<(LedgerDocument | null)[]>;
  query(query: LedgerQuery): Promise<LedgerPage>;
  commit(commit: LedgerCommit): Promise<CommitResult>;
  /** As `run`, if it has a shorter way: `run` then leaves it to this. */
  run?(errand: Errand | string, options?: RunOptions): Promise<unknown>;
}

/** How an errand is run. */
export interface RunOptions {
  /**
   * After so many milliseconds, 10,000 if it is left out, it rejects with `timed_out`. Whether what was begun has happened
   * nobody knows; with a request key it is asked again, and happens once.
   */
  deadline?: number;
  /** Is told of each errand, once it is over; without one nothing is measured. What it throws is a warning of the process. */
  observe?: (effort: ErrandEffort) => void;
}

/** What an errand took, whatever came of it. */
export interface ErrandEffort {
  /** Its key: `decide`. */
  errand: string;
  /** How often it waited and went on: others were faster, or the ledger was busy or throttled. */
  retries: number;
  /** In all, pauses and locks included. */
  milliseconds: number;
  /** The code of what it failed with. */
  failed: string | null;
}

/** An `AbortSignal`, of whichever library declares one. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
/**
 * A ledger in one file. What was acknowledged survives a crash of the process and of the machine. Any number of
 * processes and worker threads may have it open, each through an object of its own; within one process no other
 * SQLite may, because it would undo our locks. Nothing blocks the event loop.
 */
export class SqliteLedger implements Ledger {
  private constructor();
  /**
   * Opens a file, and makes it where there is none; `:memory:` is a ledger of its own, gone with it. Rejects with
   * `newer_version` for a file of a later denwaban, `invalid_value` for another application's and for a path that leads to
   * no file, `corrupt`, also for an empty file, `read_only`, `unavailable`, and nothing was changed.
   */
  static open(
    path: FilePath,
    options?: {
      /** Whether every page is looked at, which takes as long as there are pages: the default. */
      check?: 'pages' | 'none';
      /** How long one waits for a lock that another process holds, in milliseconds; 5000 if it is left out. */
      busy?: number;
      /** How long it is known what has changed, in milliseconds; seven days if it is left out, and 100,000 changes at most. */
      keepChanges?: number;
    },
  ): Promise<SqliteLedger>;
  read(keys: readonly LedgerKey[]): Promise<(LedgerDocument | null)[]>;
  query(query: LedgerQuery): Promise<LedgerPage>;
  commit(commit: LedgerCommit): Promise<CommitResult>;
  /** As `run`, in one piece. */
  run<Name extends keyof Errands>(
    errand: Pick<ErrandQuestions, Name>,
    options?: RunOptions,
  ): Promise<Errands[Name]['answered']>;
  run(errand: Errand | string, options?: RunOptions): Promise<unknown>;
  /**
   * What was committed to this file after a cursor, in the order of commits. Who asks twice is told the same. Rejects with
   * `expired_cursor` where some of it is not kept any more: read everything anew, and go on from what `newestChange` was
   * before.
   */
  changes(query?: {
    after?: string | null;
    /** 1 to 1000; 100 if it is left out. */ most?: number;
  }): Promise<ChangesPage>;
  /** The cursor after which everything is still to come. */
  newestChange(): Promise<string>;
  /** `changes` for ever: looks again `every` so many milliseconds, 1000 if it is left out, until `signal` is aborted. */
  follow(options?: {
    after?: string | null;
    every?: number;
    signal?: AbortSignalLike;
  }): AsyncGenerator<LedgerChange, void>;
  /** How many documents there are, and how large the file is. Takes as long as there are documents. */
  statistics(): Promise<LedgerStatistics>;
  /**
   * Writes the file anew without what is free in it (`VACUUM`), and empties its log. Nobody commits meanwhile; it takes as
   * long as the file is large, and as much room again on the disk, twice. Where somebody reads at that moment the file
   * becomes shorter later.
   */
  compact(): Promise<void>;
  /** Writes all of it to a new ledger, as of one moment, while others go on writing. It is there whole, or not at all. */
  backup(path: FilePath): Promise<void>;
  /** Writes everything to a file of lines of JSON, as of one moment, in place of what was there. */
  exportTo(path: FilePath): Promise<void>;
  /**
   * Writes down what stands in such a file, all or none. Of a place in it, the first step is the line's number. Rejects with
   * `corrupt` for one that was cut or changed.
   */
  importFrom(path: FilePath): Promise<void>;
  /** Once what has begun is done. From then on everything is refused with `not_allowed`. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Asks something of a ledger as a whole: reads, decides, commits, and where others were faster, reads and decides
 * again. The errand is a document with one key: docs/ledger.md. The same request key always gets the same answer.
 * Rejects with DenwabanError where it can't be decided or is refused, with `contended` where others were faster every
 * time; and with whatever else the ledger rejects with.
 */
export function run<Name extends keyof Errands>(
  ledger: Ledger,
  errand: Pick<ErrandQuestions, Name>,
  options?: RunOptions,
): Promise<Errands[Name]['answered']>;
export function run(ledger: Ledger, errand: Errand | string, options?: RunOptions): Promise<unknown>;

/** What a document is of. */
export type DocumentNoun =
  | 'restaurant'
  | 'book_template'
  | 'day_book'
  | 'customer'
  | 'merged_customer'
  | 'call'
  | 'follow_up'
  | 'message'
  | 'agent'
  | 'contact_records'
  | 'other';

/** What a file holds, and how large it is. */
export interface LedgerStatistics {
  /** Those too whose time is over, until a commit clears them away. */
  documents: Record<DocumentNoun, number>;
  /** Documents that only lead to others, and notes of the ledger's own. */
  notes: number;
  /** Whose answers are remembered. */
  requests: number;
  /** That are still told of. */
  changes: number;
  /** Bytes. */
  page_size: number;
  /** Of the database, whether they are in the file or in its log. */
  page_count: number;
  /** Of them: room for what is to come, which `compact` gives back. */
  free_pages: number;
  /** On the disk; 0 in memory. */
  file_bytes: number;
  /** Of the log beside it. */
  wal_bytes: number;
}

/** Something that was committed. A body is not in it: read it when you want it. */
export interface LedgerChange extends LedgerKey {
  /** Where whoever has dealt with it goes on. */
  cursor: string;
  /** `expire` is an erasure because its time was over. */
  kind: 'put' | 'erase' | 'expire';
  /** That it has, or had before it went; missing where a stream has no old images. */
  version?: number;
  noun: DocumentNoun;
  /** Whose restaurant, template or day book. */
  restaurant?: string;
  /** The day book's. */
  date?: string;
  /** Of a customer, an agent, a message; a call's first contact; the contact where its records are. */
  id?: string;
}

export interface ChangesPage {
  changes: LedgerChange[];
  /** Where to go on, also when there is nothing more as yet. */
  next: string;
}

export interface StreamedChanges {
  changes: LedgerChange[];
  /** The first record that can't be read; nothing after it was. */
  failed: { cursor: string; errors: Problem[] } | null;
}

/**
 * The changes in an event that a stream of DynamoDB invokes a Lambda with, or in what GetRecords answers: the same as those
 * that SQLite tells of. The stream has new images, better old ones too (`NEW_AND_OLD_IMAGES`).
 */
export function changesFromStream(event: object | string): StreamedChanges;

/**
 * Hands `deliver` each change of such an event in turn. Where it throws, or a record can't be read, that is logged, and the
 * answer asks for it and all after it again: a Lambda returns it, with `FunctionResponseTypes: [ReportBatchItemFailures]`.
 */
export function deliverChanges(
  event: object | string,
  deliver: (change: LedgerChange) => unknown,
): Promise<{ batchItemFailures: { itemIdentifier: string }[] }>;
