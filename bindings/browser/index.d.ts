import type { Observable } from 'rxjs';
import type {
  AgentState,
  AgentStatusType,
  Channel,
  ConnectionState,
  ConnectionType,
  ContactState,
  Initiation,
  Participant,
  ShownContactState,
} from './words.js';

export type * from './words.js';

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
/** What the adapter uses of @amazon-connect/contact and @amazon-connect/voice, in the agent workspace. */
export interface Workspace {
  /** An AgentClient. */
  agent: object;
  /** A ContactClient. */
  contact: object;
  /** A VoiceClient. */
  voice: object;
}
export interface AnyAdapterOptions {
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
  /** How long a third party's telephone may ring, in milliseconds; 120 000 where none is given. */
  ringTimeout?: number;
  /** After how many milliseconds without a word from streams what is shown is stale; 90 000 where none is given. */
  staleAfter?: number;
}

/** Around streams, or in the agent workspace, which can neither mute nor pause, and tells no state of dialling. */
export type AdapterOptions = AnyAdapterOptions &
  ({ connect: Streams; workspace?: undefined } | { workspace: Workspace; connect?: undefined });

/** How long a contact was what, in milliseconds. */
export interface ContactTimes {
  ringing: number;
  talking: number;
  held: number;
  afterContactWork: number;
}
export interface AgentStatus {
  name: string;
  type: AgentStatusType;
  since: Date | null;
  arn: string;
}
/** The status that the agent will be in once their contacts are done. */
export interface NextStatus {
  name: string;
  queuedAt: Date | null;
  arn: string;
}
export interface Queue {
  arn: string;
  name: string;
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

export interface Connection {
  id: string;
  party: Participant;
  type: ConnectionType;
  state: ConnectionState;
  since: Date | null;
  /** As streams shows it, without a name, `sip:`, host and parameters; null where it is withheld, or not shown. */
  number: string | null;
  /** Of an e-mail. */
  address: string | null;
  quickConnect: string;
  /** By themselves, or by another party. */
  muted: boolean;
  /** Whether they may send video, or their screen, in a WebRTC call. */
  video: boolean;
  screen: boolean;
}
/** A contact that the agent has, and what has become of it. */
export interface TrackedContact {
  id: string;
  /** The first of a chain of transfers. */
  initial: string | null;
  channel: Channel;
  initiation: Initiation;
  /** What Amazon Connect says its state is. */
  shown: ShownContactState;
  since: Date | null;
  queuedAt: Date | null;
  queue: Queue | null;
  connections: Connection[];
  attributes: Record<string, string>;
  /** `connect:Telephony`, `connect:WebRTC`, `connect:SMS`, `connect:Email`, … */
  subtype: string | null;
  segments: Record<string, string>;
  /** Whether the agent need not accept it. */
  autoAccept: boolean;
  /** A number or an e-mail address. */
  customerEndpoint: string | null;
  systemEndpoint: string | null;
  /** As the flow set it: ja-JP. */
  language: string | null;
  /** Amazon's, where it is told of the contact itself. */
  region: string | null;
  name: string;
  description: string;
  references: Record<string, unknown>;
  state: ContactState;
  stateSince: Date;
  times: ContactTimes;
  /** Who left first; null while it is not known, and where two left at once. */
  firstToLeave: Connection['party'] | null;
}

/** A call, or another contact that an action was for. */
export interface Call {
  state: ContactState;
  contactId: string;
  direction: 'inbound' | 'outbound';
  /** The customer's; null where it is not shown, and where the customer has left the others to themselves. */
  number: string | null;
  queue: Queue | null;
  since: Date;
  /** Whether the customer does not hear the agent. */
  muted: boolean;
  /** Whether the agent's own leg is on hold: the others talk on without them. */
  steppedOut: boolean;
  /** A supervisor listens, or talks along. */
  supervision: 'silent_monitor' | 'barge' | null;
  autoAccept: boolean;
  /** Whether it is shown before the customer is dialled, to be accepted first, and then engaged. */
  preview: boolean;
  /** Of a queued callback. */
  ringsFirst: 'agent' | 'customer' | null;
  /** Amazon's, of the contact, else of its queue: ap-northeast-1. */
  region: string | null;
  /** Of a WebRTC call: whether a screen is shared since this page was loaded. */
  screenShared: boolean;
  contact: TrackedContact;
}
export type CallStatus = { state: 'idle' } | Call;

/** What streams calls an agent's availability: the status that they chose, whatever a contact makes of it meanwhile. */
export interface Availability {
  state: string;
  since: Date | null;
}
export interface Health {
  /**
   * `waiting` for the first word, `live`, `stale` (nothing was heard for `staleAfter`), `signed_out`, `disconnected` (the
   * control panel or its socket does not answer), `stopped` (`connect.core.terminate`).
   */
  state: 'waiting' | 'live' | 'stale' | 'signed_out' | 'disconnected' | 'stopped';
  /** By the browser's clock. */
  lastHeardAt: Date | null;
  /** Of the snapshot that is shown, by Amazon Connect's clock. */
  snapshotAt: Date | null;
  /** The agent's, where Global Resiliency is on; null where nobody knows. */
  region: string | null;
  /** That it is to be another: it was `detected`, or is `pending` until the agent's calls are over. */
  failover: { stage: 'detected' | 'pending'; to: string | null } | null;
}

export interface AgentStatusNow {
  state: AgentState;
  /** When it was first seen, or came about since; a page loaded in its midst finds the beginning in `status.since`. */
  since: Date;
  availability: Availability | null;
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
    | 'endpoints_failed'
    /** A snapshot far older than the latest; if more follow, the clock was set back, and they are believed. */
    | 'old_snapshot'
    /** Streams was ended and begun again, and is listened to there. */
    | 'restarted'
    /** Of Global Resiliency: the agent's region is to be another, waits for their calls, is another. */
    | 'failover_detected'
    | 'failover_pending'
    | 'failover_completed'
    | 'screen_sharing_failed'
    | 'stale'
    | 'signed_out'
    | 'disconnected'
    | 'stopped';
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
  | 'not_possible'
  /** Several calls or several parties can be meant; nothing was asked of Amazon Connect. */
  | 'ambiguous';
export class AdapterError extends Error {
  constructor(code: AdapterErrorCode, message: string, cause?: unknown);
  readonly name: 'AdapterError';
  readonly code: AdapterErrorCode;
}

export interface ActionOptions {
  /** The contact; where none is given, the only call that the action is possible for. */
  contactId?: string;
  /** Milliseconds, in place of the adapter's. */
  timeout?: number;
}
export interface LegOptions extends ActionOptions {
  /**
   * One party's leg; where none is given, that of who alone talks (`hold`) or alone is held (`resume`), or the agent's own
   * (`hangUp`, `mute`, `unmute`).
   */
  connectionId?: string;
  /** The same by whose it is: `agent` to step out of a call oneself. */
  party?: 'agent' | 'customer';
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

  /** The call in hand: one that is talked on, before one that rings, is laid aside, is over. Told when it changes. */
  readonly callStatus$: Observable<CallStatus>;
  /** All calls that the agent has, in streams' order. */
  readonly calls$: Observable<Call[]>;
  readonly agentStatus$: Observable<AgentStatusNow>;
  /** The queues of the routing profile; the agent's own has no name. */
  readonly availableQueues$: Observable<AvailableQueue[]>;
  /** The quick connects of those queues. */
  readonly agentEndpoints$: Observable<Endpoint[]>;
  /** Contacts of all channels, in streams' order; told when they change, with their times as of then. */
  readonly contacts$: Observable<TrackedContact[]>;
  /** Every second while somebody listens, and with every snapshot; by Amazon Connect's clock. */
  readonly durations$: Observable<Durations>;

  /** How streams fares; looked at every second while somebody listens to it, to `errors$` or to `durations$`. */
  readonly health$: Observable<Health>;

  /** An inbound call or a queued callback begins to ring, or rings when the page is loaded. */
  readonly onInboundCallIncoming: Observable<Call>;
  /** It is connected after ringing, once. */
  readonly onInboundCallAccepted: Observable<Call>;
  /** Who was called has answered, once; of a campaign's preview too. */
  readonly onOutboundCallConnected: Observable<Call>;
  /** Told as they happen, not replayed. */
  readonly errors$: Observable<AdapterEvent>;

  accept(options?: ActionOptions): Promise<Call>;
  /** Has the customer called whom a campaign shows (`preview`), once the preview was accepted. */
  engage(options?: ActionOptions): Promise<Call>;
  reject(options?: ActionOptions): Promise<Call>;
  /** A task is paused. */
  hold(options?: LegOptions): Promise<Call>;
  resume(options?: LegOptions): Promise<Call>;
  /** The agent's microphone; with a leg, that party of a call of many, at the server. */
  mute(options?: LegOptions): Promise<Call>;
  unmute(options?: LegOptions): Promise<Call>;
  /** Of a supervisor in another agent's call: only listens, or talks along. */
  listen(options?: ActionOptions): Promise<Call>;
  barge(options?: ActionOptions): Promise<Call>;
  /** Joins the customer and the third party who was called. */
  conference(options?: ActionOptions): Promise<Call>;
  /**
   * Calls a number in E.164, one within Japan (090-…) or an endpoint, which puts the customer on hold, and leaves once they answer. With `stay` the agent
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

  /** Streams' own `connect.Contact`, for what the adapter has no word for; null where streams has none. */
  streamsContact(contactId: string): unknown;
  /** Asks for the quick connects again. */
  refreshEndpoints(): void;
  /** Leaves streams' bus. Open actions are refused, the observables complete. */
  dispose(): void;
}

/** A snapshot as `readSnapshot` gives it; times are milliseconds since 1970. */
export interface ReadSnapshot {
  at: number;
  status: { name: string; type: AgentStatusType; since: number | null; arn: string };
  availability: { state: string; since: number | null } | null;
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
