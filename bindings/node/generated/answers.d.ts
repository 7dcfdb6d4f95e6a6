// Written by denwaban_tools from the shapes of src/documents.
/** A span of time, in milliseconds. */
export type Milliseconds = number;
export type Channel = 'voice' | 'chat' | 'task' | 'email' | 'unknown';
export type AgentState = 'unknown' | 'signed_out' | 'offline' | 'available' | 'not_routable' | 'ringing' | 'dialling' | 'on_contact' | 'after_contact_work' | 'error';
export type ContactState = 'unseen' | 'in_flow' | 'queued' | 'incoming' | 'pending' | 'connecting' | 'connected' | 'held' | 'conferenced' | 'customer_left' | 'monitoring' | 'barging' | 'paused' | 'transferred' | 'missed' | 'rejected' | 'failed' | 'ended' | 'after_contact_work' | 'done';
/** A status as Amazon Connect shows it. */
export interface AgentStatus {
  name: string;
  type: 'init' | 'routable' | 'not_routable' | 'offline' | 'system' | 'error' | 'unknown';
  since: Date | null;
  /** Empty for a system state. */
  arn: string;
}
/** What the agent will be in once their contacts are done. */
export interface NextStatus {
  name: string;
  queuedAt: Date | null;
  arn: string;
}
/** A queue as Amazon Connect names it. */
export interface Queue {
  arn: string;
  /** Empty for an agent's own. */
  name: string;
}
/** One end of a contact. */
export interface Connection {
  id: string;
  party: 'agent' | 'customer' | 'third_party' | 'monitor';
  type: 'agent' | 'inbound' | 'outbound' | 'monitoring' | 'unknown';
  state: 'init' | 'connecting' | 'connected' | 'hold' | 'disconnected' | 'rejected' | 'silent_monitor' | 'barge' | 'unknown';
  since: Date | null;
  /** E.164, or why none is shown (`by_caller`, `payphone`, …); null where none can be read. */
  number: string | null;
  /** The name of what was dialled; may be empty. */
  quickConnect: string;
}
/** A contact as one snapshot of its agent shows it. */
export interface ContactSnapshot {
  id: string;
  /** The first of a chain of transfers. */
  initial: string | null;
  channel: Channel;
  initiation: 'inbound' | 'outbound' | 'transfer' | 'queue_transfer' | 'callback' | 'api' | 'disconnect' | 'monitor' | 'external_outbound' | 'webrtc_api' | 'agent_reply' | 'flow' | 'campaign_preview' | 'callback_customer_first_queued' | 'callback_customer_first_dialed' | 'unknown';
  /** What Amazon Connect says its state is. */
  shown: 'init' | 'incoming' | 'pending' | 'connecting' | 'connected' | 'on_hold' | 'paused' | 'missed' | 'rejected' | 'error' | 'ended' | 'unknown';
  /** When it came to be as shown. */
  since: Date | null;
  queuedAt: Date | null;
  connectedToAgentAt: Date | null;
  queue: Queue | null;
  connections: Connection[];
  attributes: Record<string, string>;
}
/** All that is seen of an agent at one moment. */
export interface AgentSnapshot {
  source: 'streams' | 'agent_event_stream';
  at: Date;
  status: AgentStatus;
  next: NextStatus | null;
  contacts: ContactSnapshot[];
}
/** How many contacts of a channel an agent may have at once. */
export interface ChannelSlots {
  channel: Channel;
  maximum: number;
  /** Now. */
  available: number | null;
}
/** Which queues an agent takes contacts from. */
export interface RoutingProfile {
  arn: string;
  name: string;
  queues: Queue[];
  defaultOutboundQueue: Queue | null;
  slots: ChannelSlots[];
}
/** Who an agent is, and what they may do. */
export interface AgentConfiguration {
  username: string;
  firstName: string;
  lastName: string;
  routingProfile: RoutingProfile;
  /** The agent's groups, the widest first. */
  hierarchy: string[];
}
/** One record of the agent event stream. */
export interface AgentStreamRecord {
  agent: string;
  instanceArn: string;
  version: string;
  id: string;
  kind: 'snapshot' | 'login' | 'logout' | 'state_change' | 'heart_beat';
  snapshot: AgentSnapshot;
  configuration: AgentConfiguration | null;
  /** Null at a login. */
  previous: AgentSnapshot | null;
}
/** What a contact event reports. */
export interface ContactReport {
  id: string;
  kind: 'initiated' | 'connected_to_system' | 'queued' | 'connected_to_agent' | 'paused' | 'resumed' | 'disconnected' | 'completed' | 'contact_data_updated' | 'amd_disabled' | 'unknown';
  at: Date;
  contact: string;
  initial: string | null;
  previous: string | null;
  channel: Channel;
  initiation: 'inbound' | 'outbound' | 'transfer' | 'queue_transfer' | 'callback' | 'api' | 'disconnect' | 'monitor' | 'external_outbound' | 'webrtc_api' | 'agent_reply' | 'flow' | 'campaign_preview' | 'callback_customer_first_queued' | 'callback_customer_first_dialed' | 'unknown';
  queue: Queue | null;
  agent: string | null;
  /** Empty where it is not told. */
  disconnectReason: string;
  queuedAt: Date | null;
  connectedToAgentAt: Date | null;
  /** E.164, or why none is shown (`by_caller`, …); null where none can be told. */
  customer: string | null;
  /** The number dialled, or shown to whom we called. */
  line: string | null;
  /** As it stands: a number, an e-mail address; may be empty. */
  customerAddress: string;
  tags: Record<string, string>;
  /** As the flow set it: ja-JP; empty where it is not told. */
  language: string;
}
/** How long a contact was what. */
export interface ContactTimes {
  ringing: Milliseconds;
  talking: Milliseconds;
  held: Milliseconds;
  afterContactWork: Milliseconds;
}
/** Something that an event makes known of its agent. */
export interface AgentNotice {
  about: 'agent';
  kind: 'init' | 'routable' | 'not_routable' | 'offline' | 'state_change' | 'error' | 'acw' | 'enqueued_next_state' | 'cleared_next_state' | 'signed_in' | 'signed_out';
  at: Date;
  /** After it. */
  state: AgentState;
  /** What the owner of the agent does about it. */
  effect: 'start_after_contact_work_limit' | 'check_missed_limit' | 'warn_of_second_window' | 'show_error' | null;
}
/** Something that an event makes known of a contact. */
export interface ContactNotice {
  about: 'contact';
  kind: 'init' | 'incoming' | 'pending' | 'connecting' | 'connected' | 'held' | 'resumed' | 'conferenced' | 'customer_left' | 'monitoring' | 'barging' | 'paused' | 'ended' | 'missed' | 'rejected' | 'error' | 'acw' | 'destroyed';
  at: Date;
  /** After it. */
  state: ContactState;
  /** What the owner of the contact does about it. */
  effect: 'ring' | 'talk' | 'hold' | 'resume' | 'confer' | 'count_missed' | 'begin_after_contact_work' | 'close' | null;
  /** Its id. */
  contact: string;
  /** So far; all of them with `destroyed`. */
  times: ContactTimes;
  /** It is another agent's call, and this one a supervisor. */
  overheard: boolean;
}
/** Something that an event makes known. */
export type Notice = AgentNotice | ContactNotice;
/** A recording or transcript of a contact. */
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
  /** May be empty. */
  deletionReason: string;
}
/** A stay in a queue. */
export interface RecordedQueue {
  queue: Queue;
  enqueued: Date | null;
  /** The agent connected, or the contact left. */
  dequeued: Date | null;
}
/** An agent's part in a contact; null where Amazon Connect has not said it. */
export interface RecordedAgent {
  agent: string;
  username: string;
  /** Its name; may be empty. */
  routingProfile: string;
  connected: Date | null;
  afterContactWorkFrom: Date | null;
  afterContactWorkUntil: Date | null;
  /** Without holds. */
  interaction: Milliseconds | null;
  customerHold: Milliseconds | null;
  /** How much of it the agent began. */
  agentHold: Milliseconds | null;
  longestHold: Milliseconds | null;
  afterContactWork: Milliseconds | null;
  holds: number;
}
/** What Amazon Connect says of a contact that is over (once called CTR): one leg of a call. */
export interface ContactRecord {
  id: string;
  /** Of two records of a contact the newer holds. */
  updated: Date;
  /** The first of a chain of transfers. */
  initial: string | null;
  previous: string | null;
  next: string | null;
  related: string | null;
  /** May be empty. */
  association: string;
  channel: Channel;
  initiation: 'inbound' | 'outbound' | 'transfer' | 'queue_transfer' | 'callback' | 'api' | 'disconnect' | 'monitor' | 'external_outbound' | 'webrtc_api' | 'agent_reply' | 'flow' | 'campaign_preview' | 'callback_customer_first_queued' | 'callback_customer_first_dialed' | 'unknown';
  instanceArn: string;
  initiated: Date | null;
  /** Of a contact that dials out, when the customer answered. */
  connectedToSystem: Date | null;
  disconnected: Date | null;
  /** When a number outside was reached. */
  transferred: Date | null;
  scheduled: Date | null;
  /** Amazon Connect's word; old records have none. */
  disconnectReason: string;
  /** E.164, or why none is shown (`by_caller`, …); null where none can be told. */
  customer: string | null;
  /** The number dialled, or shown to whom we called. */
  line: string | null;
  transferredTo: string | null;
  /** As it stands; may be empty. */
  customerAddress: string;
  queue: RecordedQueue | null;
  agent: RecordedAgent | null;
  /** How often it was offered to an agent. */
  connectionAttempts: number;
  recordings: Recording[];
  attributes: Record<string, string>;
  tags: Record<string, string>;
  /** Others that older records of it linked it to. */
  formerly?: string[];
  /** An older record of it said that nothing was before it. */
  wasFirst?: boolean;
}
/** A stay in a queue, of one leg of a call. */
export interface QueueWait {
  contact: string;
  queue: Queue;
  from: Date;
  until: Date | null;
  outcome: 'answered' | 'abandoned' | 'moved' | 'ended';
}
/** An agent's part in one leg of a call. */
export interface AgentPart {
  contact: string;
  agent: RecordedAgent;
}
/** A call as a guest would count it, whatever legs transfers, callbacks and flows made of it. */
export interface CallFact {
  /** The first leg's, also where its record has not come. */
  id: string;
  /** Its legs, as they began. */
  contacts: string[];
  /** Legs whose records have not come: none, and it is whole. */
  awaited: string[];
  /** How many legs of supervisors listened. */
  overheard: number;
  channel: Channel;
  direction: 'inbound' | 'outbound' | 'transfer' | 'queued_callback';
  /** Null where no record shows a number. */
  customer: string | null;
  /** The restaurant's number that was dialled, or shown. */
  line: string | null;
  began: Date;
  /** By an agent; of a call that we made, by the customer. */
  answered: Date | null;
  ended: Date | null;
  /** A number outside that it ended at. */
  transferredTo: string | null;
  /** When a promised callback began. */
  calledBack: Date | null;
  inFlow: Milliseconds;
  queued: Milliseconds;
  /** The agents', together, without holds. */
  interaction: Milliseconds;
  customerHold: Milliseconds;
  agentHold: Milliseconds;
  afterContactWork: Milliseconds;
  holds: number;
  /** To agents who missed or rejected it. */
  unansweredOffers: number;
  waits: QueueWait[];
  agents: AgentPart[];
  /** Where a caller gave up whom nobody had answered. */
  abandoned: 'in_flow' | 'in_queue' | null;
  leftFirst: 'customer' | 'agent' | 'third_party' | 'flow' | 'system' | 'unknown';
  /** Amazon Connect's word, of the last leg. */
  disconnectReason: string;
  recordings: Recording[];
  /** Where recordings lie, as a rule. */
  region: string;
  /** Of all legs; what was written last holds. */
  attributes: Record<string, string>;
  /** Codes, as attributes have them. */
  dispositions: string[];
  booking: string | null;
  /** Of its newest record. */
  updated: Date;
  /** Grows with all that becomes known of it: of two rows the greater is the later. */
  revision: number;
}
/** What became of a record. */
export interface CallFactChange {
  added: 'kept' | 'newer' | 'as_known';
  /** The call that the record belongs to. */
  call: string;
  /** Calls that are that one now. */
  replaced: string[];
}
/** A booking with its call, a booking without, or a call without. */
export interface Reconciliation {
  call: string | null;
  booking: string | null;
  why: 'by_contact' | 'by_booking' | 'by_number' | 'no_number' | 'none_near' | 'nearer_to_another';
  /** From the end of the call to the booking. */
  gap: Milliseconds;
}
/** Who did it, and when. */
export interface FollowUpDone {
  by: string;
  at: Date;
}
/** Something to do after a call. */
export interface KeptFollowUp {
  /** Tells it from the call's others. */
  name: string;
  /** call_back, or what a disposition demands. */
  what: string;
  /** The disposition's that demands it; may be empty. */
  code: string;
  /** Whom to tell or to call; may be empty. */
  to: string;
  due: Date;
  done: FollowUpDone | null;
}
/** Something to do that is not done. */
export interface OpenFollowUp {
  /** Tells it from the call's others. */
  name: string;
  /** call_back, or what a disposition demands. */
  what: string;
  /** The disposition's that demands it; may be empty. */
  code: string;
  /** Whom to tell or to call; may be empty. */
  to: string;
  due: Date;
  contact: string;
  restaurant: string | null;
  customer: string | null;
}
/** Some of what is not done, the oldest first. */
export interface OpenFollowUps {
  followUps: OpenFollowUp[];
  /** What the next page comes after. */
  next: string | null;
}
