/**
 * A ledger in a table of DynamoDB. docs/dynamodb.md has its items, what they cost, and the permissions that are needed.
 *
 *     const ledger = new DynamoDbLedger({ client: new DynamoDBClient(), table: 'denwaban' });
 *     await run(ledger, { decide: { … } });
 */
import type { CreateTableCommandInput, DynamoDBClient, UpdateTimeToLiveCommandInput } from '@aws-sdk/client-dynamodb';
import type {
  CommitResult,
  Errand,
  ErrandQuestions,
  Errands,
  FilePath,
  Ledger,
  LedgerCommit,
  LedgerDocument,
  LedgerKey,
  LedgerPage,
  LedgerQuery,
  RunOptions,
} from '../ledger.js';

/**
 * Reads are consistent. Rejects with DenwabanError: `unavailable` where what was asked may be asked again, throttling and
 * time-outs among them; `unknown_reference` where there is no such table, `not_allowed` without credentials or the
 * permission, `corrupt` where an item is none of ours, `too_large` for a commit of more than 100 actions or 4 MB.
 */
export class DynamoDbLedger implements Ledger {
  constructor(options: {
    /** How often it retries, and how long it waits, is its own affair: `maxAttempts`, `requestHandler`. */
    client: DynamoDBClient;
    /** A name, or an ARN. */
    table: string;
    /** Once it is aborted, whatever is asked rejects with its reason; a commit may have happened. */
    signal?: AbortSignal;
    /**
     * After so many milliseconds, 10,000 if it is left out, whatever is asked rejects with `timed_out`, and what is being
     * sent is aborted; a commit may have happened.
     */
    deadline?: number;
  });
  read(keys: readonly LedgerKey[]): Promise<(LedgerDocument | null)[]>;
  query(query: LedgerQuery): Promise<LedgerPage>;
  commit(commit: LedgerCommit): Promise<CommitResult>;
  /** As `run`: only DynamoDB's own requests and answers cross from and to the core. */
  run<Name extends keyof Errands>(
    errand: Pick<ErrandQuestions, Name>,
    options?: RunOptions,
  ): Promise<Errands[Name]['answered']>;
  run(errand: Errand | string, options?: RunOptions): Promise<unknown>;
  /**
   * Writes everything to a file of lines of JSON, as `SqliteLedger` has them, in place of what was there; it is there whole,
   * or not at all. Documents come in no order, each as it was at some moment meanwhile. The deadline is each request's.
   */
  exportTo(path: FilePath): Promise<void>;
  /**
   * Writes down what stands in such a file, once all of it was read: one that was cut or changed is `corrupt`, and nothing is
   * written. What is there already as the file has it stays, so that an import that was cut short is begun again; what is
   * there otherwise is never written over: `duplicate_id`, at the line's number, and what came before it is written.
   */
  importFrom(path: FilePath): Promise<void>;
}

/** For CreateTableCommand: on demand, with the keys that the items have. */
export function tableDefinition(name: string): CreateTableCommandInput;
/** For UpdateTimeToLiveCommand, so that DynamoDB removes what has expired. */
export function timeToLive(name: string): UpdateTimeToLiveCommandInput;
