import type { Observable } from 'rxjs';
import type {
  AgentState,
  AgentStatus,
  Channel,
  Connection as ConnectionSnapshot,
  ContactState,
  ContactTimes,
  NextStatus,
  Queue,
} from '../index.js';

/** What the adapter uses of amazon-connect-streams: the global `connect`, after `connect.core.initCCP`. */
export interface Streams {
  core: {
    getEventBus(): unknown;
    getAgentDataProvider?(): unknown;
  };
  AgentEvents: object;
  Agent: new () => unknown;
  Endpoint: { byPhoneNumber(number: string, name?: string): unknown };
}
/** What the adapter uses of Angular's NgZone. */
export interface Zone {
  run<T>(act: () => T): T;
  runOutsideAngular<T>(act: () => T): T;
}
export interface AdapterOptions {
  connect: Streams;
  /** The page's own RxJS, 7 or later; imported from 'rxjs' where none is given. */
  rxjs?: object;
  /** With it the adapter listens outside, and tells inside. */
  zone?: Zone;
  /** Milliseconds since 1970; the browser's clock where none is given. */
  now?(): number;
  /** Calls back after so many milliseconds; returns what cancels it. */
  schedule?(callback: () => void, milliseconds: number): () => void;
  /** How long an action may take until it is seen, in milliseconds; 30 000 where none is given. */
  timeout?: number;
}

/** A place that can be called: streams' Endpoint, as `agentEndpoints$` gives it. */
export interface Endpoint {
  endpointARN?: string | null;
  endpointId?: string | null;
  type: string | null;
  name: string | null;
  phoneNumber?: string | null;
  agentLogin?: string | null;
  queue?: string | null;
}

export interface Connection extends ConnectionSnapshot {
  /** As streams shows it, without `sip:` and host. */
  number: string | null;
  muted: boolean;
}
/** A contact that the agent has, and what has become of it. */
export interface TrackedContact {
  id: string;
  /** The first of a chain of transfers. */
  initial: string | null;
  channel: Channel;
  initiation: string;
  /** What Amazon Connect says its state is. */
  shown: string;
  since: Date | null;
  queuedAt: Date | null;
  queue: Queue | null;
  connections: Connection[];
  attributes: Record<string, string>;
  state: ContactState;
  stateSince: Date;
  times: ContactTimes;
  /** Who left first, while it is known. */
  firstToLeave: Connection['party'] | null;
}

/** A call, or another contact that an action was for. */
export interface Call {
  state: ContactState;
  contactId: string;
  direction: 'inbound' | 'outbound';
  /** The customer's. */
  number: string | null;
  queue: Queue | null;
  since: Date;
  /** Whether the customer does not hear the agent. */
  muted: boolean;
  contact: TrackedContact;
}
export type CallStatus = { state: 'idle' } | Call;

export interface AgentStatusNow {
  state: AgentState;
  /** When it was first seen, or came about since; a page loaded in its midst finds the beginning in `status.since`. */
  since: Date;
  status: AgentStatus;
  next: NextStatus | null;
  missedInARow: number;
}
export interface AvailableQueue extends Queue {
  /** Whether calls are made from it where none is named. */
  isDefaultOutbound: boolean;
}
/** Milliseconds. */
export interface Durations {
  at: Date;
  agent: { state: AgentState; duration: number };
  contacts: { id: string; state: ContactState; duration: number; times: ContactTimes }[];
}
export interface AdapterEvent {
  code:
    | 'multiple_ccp_windows'
    | 'missed_contact'
    | 'agent_error'
    | 'softphone_error'
    | 'unreadable_snapshot'
    | 'endpoints_failed';
  message: string;
  at: Date;
  cause: unknown;
}

export type AdapterErrorCode =
  /** Amazon Connect refused, or the contact went another way. */
  | 'failed'
  /** It was not seen in time; it may still come about. */
  | 'timed_out'
  /** The agent no longer has the contact. */
  | 'gone'
  | 'disposed'
  /** Not as things stand; nothing was asked of Amazon Connect. */
  | 'not_possible';
export class AdapterError extends Error {
  constructor(code: AdapterErrorCode, message: string, cause?: unknown);
  readonly name: 'AdapterError';
  readonly code: AdapterErrorCode;
}

export interface ActionOptions {
  /** The contact; where none is given, the first call that the action is possible for. */
  contactId?: string;
  /** Milliseconds, in place of the adapter's. */
  timeout?: number;
}
export interface LegOptions extends ActionOptions {
  /** One party's leg; where none is given, the customer's (`hold`, `resume`) or the agent's own (`hangUp`). */
  connectionId?: string;
}

/**
 * amazon-connect-streams as observables and promises.
 *
 * Observables whose names end in `$` tell states, and replay the latest to who comes later, but for `errors$`; the others tell
 * events, once. A promise settles when a snapshot shows what was asked for, not when the API has taken the request; where it
 * is so already, at once and without asking. It rejects with AdapterError.
 */
export class AmazonConnectAdapter {
  /** Throws AdapterError (not_possible) before `initCCP`, and without RxJS. */
  constructor(options: AdapterOptions);

  /** The call in hand: one that rings or is talked on before one that is over. */
  readonly callStatus$: Observable<CallStatus>;
  readonly agentStatus$: Observable<AgentStatusNow>;
  /** The queues of the routing profile; the agent's own has no name. */
  readonly availableQueues$: Observable<AvailableQueue[]>;
  /** The quick connects of those queues. */
  readonly agentEndpoints$: Observable<Endpoint[]>;
  /** Contacts of all channels, in streams' order. */
  readonly contacts$: Observable<TrackedContact[]>;
  /** Every second while somebody listens, and with every snapshot; by Amazon Connect's clock. */
  readonly durations$: Observable<Durations>;

  /** An inbound call or a queued callback begins to ring, or rings when the page is loaded. */
  readonly onInboundCallIncoming: Observable<Call>;
  /** It is connected after ringing, once. */
  readonly onInboundCallAccepted: Observable<Call>;
  /** Who was called has answered, once. */
  readonly onOutboundCallConnected: Observable<Call>;
  /** Told as they happen, not replayed. */
  readonly errors$: Observable<AdapterEvent>;

  accept(options?: ActionOptions): Promise<Call>;
  reject(options?: ActionOptions): Promise<Call>;
  /** A task is paused. */
  hold(options?: LegOptions): Promise<Call>;
  resume(options?: LegOptions): Promise<Call>;
  mute(options?: ActionOptions): Promise<Call>;
  unmute(options?: ActionOptions): Promise<Call>;
  /** Joins the customer and the third party who was called. */
  conference(options?: ActionOptions): Promise<Call>;
  /**
   * Calls a number in E.164 or an endpoint, which puts the customer on hold, and leaves once they answer. With `stay` the agent
   * stays, to speak with them first; `conference` or `hangUp` follows.
   */
  transfer(to: string | Endpoint, options?: ActionOptions & { stay?: boolean }): Promise<Call>;
  hangUp(options?: LegOptions): Promise<Call>;
  /** Gives up a contact that is over, and with it after-contact work. */
  completeWrapUp(options?: ActionOptions): Promise<Call>;
  /** Resolves when the call is on its way; `onOutboundCallConnected` tells that it is answered. */
  dial(to: string | Endpoint, options?: { queueARN?: string; timeout?: number }): Promise<Call>;
  /**
   * A state by name or ARN, or streams' own object. With contacts in hand it is the next one (`enqueue`), unless that is
   * forbidden by `enqueue: false`.
   */
  setState(
    state: string | { name: string; agentStateARN: string | null },
    options?: { enqueue?: boolean; timeout?: number },
  ): Promise<AgentStatusNow>;

  /** Asks for the quick connects again. */
  refreshEndpoints(): void;
  /** Leaves streams' bus. Open actions are refused, the observables complete. */
  dispose(): void;
}

/** A snapshot as `readSnapshot` gives it; times are milliseconds since 1970. */
export interface ReadSnapshot {
  at: number;
  status: { name: string; type: AgentStatus['type']; since: number | null; arn: string };
  next: { name: string; queuedAt: number | null; arn: string } | null;
  contacts: ReadContact[];
}
export interface ReadContact extends Omit<
  TrackedContact,
  'since' | 'queuedAt' | 'connections' | 'state' | 'stateSince' | 'times' | 'firstToLeave'
> {
  since: number | null;
  queuedAt: number | null;
  connections: (Omit<Connection, 'since'> & { since: number | null })[];
}
export interface ReadTimes {
  ringing: number;
  talking: number;
  held: number;
  after_contact_work: number;
}
export class SnapshotError extends Error {
  /** `/contacts/0/contactId` */
  readonly path: string;
}
/** Reads a snapshot of streams, or the update that holds one. Throws SnapshotError. */
export function readSnapshot(document: unknown): ReadSnapshot;

export interface Desk {
  /** Null before the first snapshot. */
  readonly at: number | null;
  readonly state: AgentState;
  readonly since: number | null;
  readonly snapshot: ReadSnapshot | null;
  readonly missedInARow: number;
}
export type DeskNotice =
  | { about: 'agent'; kind: string; at: number; state: AgentState; effect: string | null }
  | {
      about: 'contact';
      kind: string;
      at: number;
      contact: ReadContact;
      state: ContactState;
      effect: string | null;
      times: ReadTimes;
    };
/** Before the first snapshot. */
export const emptyDesk: Desk;
/** What a snapshot makes of the desk, and makes known. One seen already, or older than the latest, changes nothing. */
export function observe(desk: Desk, snapshot: ReadSnapshot): { desk: Desk; notices: DeskNotice[] };
export function contactsOf(desk: Desk): (ReadContact & { state: ContactState; stateSince: number; times: ReadTimes })[];
