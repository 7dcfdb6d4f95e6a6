'use strict';

// Written by denwaban_tools from the shapes of src/documents: answers in our words as objects of JavaScript.

const ifAny = (read, told) => (told === null ? null : read(told));
const time = (told) => new Date(told);

const AgentStatus = (told) => ({
  name: told.name,
  type: told.type,
  since: ifAny(time, told.since),
  arn: told.arn,
});

const NextStatus = (told) => ({
  name: told.name,
  queuedAt: ifAny(time, told.queued_at),
  arn: told.arn,
});

const Queue = (told) => ({
  arn: told.arn,
  name: told.name,
});

const Connection = (told) => ({
  id: told.id,
  party: told.party,
  type: told.type,
  state: told.state,
  since: ifAny(time, told.since),
  number: told.number,
  quickConnect: told.quick_connect,
});

const ContactSnapshot = (told) => ({
  id: told.id,
  initial: told.initial,
  channel: told.channel,
  initiation: told.initiation,
  shown: told.shown,
  since: ifAny(time, told.since),
  queuedAt: ifAny(time, told.queued_at),
  connectedToAgentAt: ifAny(time, told.connected_to_agent_at),
  queue: ifAny(Queue, told.queue),
  connections: told.connections.map((one) => Connection(one)),
  attributes: told.attributes,
});

const AgentSnapshot = (told) => ({
  source: told.source,
  at: time(told.at),
  status: AgentStatus(told.status),
  next: ifAny(NextStatus, told.next),
  contacts: told.contacts.map((one) => ContactSnapshot(one)),
});

const ChannelSlots = (told) => ({
  channel: told.channel,
  maximum: told.maximum,
  available: told.available,
});

const RoutingProfile = (told) => ({
  arn: told.arn,
  name: told.name,
  queues: told.queues.map((one) => Queue(one)),
  defaultOutboundQueue: ifAny(Queue, told.default_outbound_queue),
  slots: told.slots.map((one) => ChannelSlots(one)),
});

const AgentConfiguration = (told) => ({
  username: told.username,
  firstName: told.first_name,
  lastName: told.last_name,
  routingProfile: RoutingProfile(told.routing_profile),
  hierarchy: told.hierarchy,
});

const AgentStreamRecord = (told) => ({
  agent: told.agent,
  instanceArn: told.instance_arn,
  version: told.version,
  id: told.id,
  kind: told.kind,
  snapshot: AgentSnapshot(told.snapshot),
  configuration: ifAny(AgentConfiguration, told.configuration),
  previous: ifAny(AgentSnapshot, told.previous),
});

const ContactReport = (told) => ({
  id: told.id,
  kind: told.kind,
  at: time(told.at),
  contact: told.contact,
  initial: told.initial,
  previous: told.previous,
  channel: told.channel,
  initiation: told.initiation,
  queue: ifAny(Queue, told.queue),
  agent: told.agent,
  disconnectReason: told.disconnect_reason,
  queuedAt: ifAny(time, told.queued_at),
  connectedToAgentAt: ifAny(time, told.connected_to_agent_at),
  customer: told.customer,
  line: told.line,
  customerAddress: told.customer_address,
  tags: told.tags,
  language: told.language,
});

const ContactTimes = (told) => ({
  ringing: told.ringing,
  talking: told.talking,
  held: told.held,
  afterContactWork: told.after_contact_work,
});

const AgentNotice = (told) => ({
  about: 'agent',
  kind: told.kind,
  at: time(told.at),
  state: told.state,
  effect: told.effect,
});

const ContactNotice = (told) => ({
  about: 'contact',
  kind: told.kind,
  at: time(told.at),
  state: told.state,
  effect: told.effect,
  contact: told.contact,
  times: ContactTimes(told.times),
  overheard: told.overheard,
});

const Notice = (told) => (told.about === 'agent' ? AgentNotice(told) : ContactNotice(told));

const Recording = (told) => ({
  bucket: told.bucket,
  key: told.key,
  status: told.status,
  media: told.media,
  participant: told.participant,
  from: ifAny(time, told.from),
  until: ifAny(time, told.until),
  deletionReason: told.deletion_reason,
});

const RecordedQueue = (told) => ({
  queue: Queue(told.queue),
  enqueued: ifAny(time, told.enqueued),
  dequeued: ifAny(time, told.dequeued),
});

const RecordedAgent = (told) => ({
  agent: told.agent,
  username: told.username,
  routingProfile: told.routing_profile,
  connected: ifAny(time, told.connected),
  afterContactWorkFrom: ifAny(time, told.after_contact_work_from),
  afterContactWorkUntil: ifAny(time, told.after_contact_work_until),
  interaction: told.interaction,
  customerHold: told.customer_hold,
  agentHold: told.agent_hold,
  longestHold: told.longest_hold,
  afterContactWork: told.after_contact_work,
  holds: told.holds,
});

const ContactRecord = (told) => ({
  id: told.id,
  updated: time(told.updated),
  initial: told.initial,
  previous: told.previous,
  next: told.next,
  related: told.related,
  association: told.association,
  channel: told.channel,
  initiation: told.initiation,
  instanceArn: told.instance_arn,
  initiated: ifAny(time, told.initiated),
  connectedToSystem: ifAny(time, told.connected_to_system),
  disconnected: ifAny(time, told.disconnected),
  transferred: ifAny(time, told.transferred),
  scheduled: ifAny(time, told.scheduled),
  disconnectReason: told.disconnect_reason,
  customer: told.customer,
  line: told.line,
  transferredTo: told.transferred_to,
  customerAddress: told.customer_address,
  queue: ifAny(RecordedQueue, told.queue),
  agent: ifAny(RecordedAgent, told.agent),
  connectionAttempts: told.connection_attempts,
  recordings: told.recordings.map((one) => Recording(one)),
  attributes: told.attributes,
  tags: told.tags,
  formerly: told.formerly,
  wasFirst: told.was_first,
});

const QueueWait = (told) => ({
  contact: told.contact,
  queue: Queue(told.queue),
  from: time(told.from),
  until: ifAny(time, told.until),
  outcome: told.outcome,
});

const AgentPart = (told) => ({
  contact: told.contact,
  agent: RecordedAgent(told.agent),
});

const CallFact = (told) => ({
  id: told.id,
  contacts: told.contacts,
  awaited: told.awaited,
  overheard: told.overheard,
  channel: told.channel,
  direction: told.direction,
  customer: told.customer,
  line: told.line,
  began: time(told.began),
  answered: ifAny(time, told.answered),
  ended: ifAny(time, told.ended),
  transferredTo: told.transferred_to,
  calledBack: ifAny(time, told.called_back),
  inFlow: told.in_flow,
  queued: told.queued,
  interaction: told.interaction,
  customerHold: told.customer_hold,
  agentHold: told.agent_hold,
  afterContactWork: told.after_contact_work,
  holds: told.holds,
  unansweredOffers: told.unanswered_offers,
  waits: told.waits.map((one) => QueueWait(one)),
  agents: told.agents.map((one) => AgentPart(one)),
  abandoned: told.abandoned,
  leftFirst: told.left_first,
  disconnectReason: told.disconnect_reason,
  recordings: told.recordings.map((one) => Recording(one)),
  region: told.region,
  attributes: told.attributes,
  dispositions: told.dispositions,
  booking: told.booking,
  updated: time(told.updated),
  revision: told.revision,
});

const CallFactChange = (told) => ({
  added: told.added,
  call: told.call,
  replaced: told.replaced,
});

const Reconciliation = (told) => ({
  call: told.call,
  booking: told.booking,
  why: told.why,
  gap: told.gap,
});

const FollowUpDone = (told) => ({
  by: told.by,
  at: time(told.at),
});

const KeptFollowUp = (told) => ({
  name: told.name,
  what: told.what,
  code: told.code,
  to: told.to,
  due: time(told.due),
  done: ifAny(FollowUpDone, told.done),
});

const OpenFollowUp = (told) => ({
  name: told.name,
  what: told.what,
  code: told.code,
  to: told.to,
  due: time(told.due),
  contact: told.contact,
  restaurant: told.restaurant,
  customer: told.customer,
});

const OpenFollowUps = (told) => ({
  followUps: told.follow_ups.map((one) => OpenFollowUp(one)),
  next: told.next,
});

module.exports = { AgentStatus, NextStatus, Queue, Connection, ContactSnapshot, AgentSnapshot, ChannelSlots, RoutingProfile, AgentConfiguration, AgentStreamRecord, ContactReport, ContactTimes, AgentNotice, ContactNotice, Notice, Recording, RecordedQueue, RecordedAgent, ContactRecord, QueueWait, AgentPart, CallFact, CallFactChange, Reconciliation, FollowUpDone, KeptFollowUp, OpenFollowUp, OpenFollowUps };
