// Written by tests/unit/agent/adapter_tables_test.cpp from the C++ tables; not by hand.

export type AgentState =
  | 'unknown'
  | 'signed_out'
  | 'offline'
  | 'available'
  | 'not_routable'
  | 'ringing'
  | 'dialling'
  | 'on_contact'
  | 'after_contact_work'
  | 'error';

export type AgentStatusType =
  | 'init'
  | 'routable'
  | 'not_routable'
  | 'offline'
  | 'system'
  | 'error'
  | 'unknown';

export type Channel =
  | 'voice'
  | 'chat'
  | 'task'
  | 'email'
  | 'unknown';

export type ConnectionState =
  | 'init'
  | 'connecting'
  | 'connected'
  | 'hold'
  | 'disconnected'
  | 'rejected'
  | 'silent_monitor'
  | 'barge'
  | 'unknown';

export type ConnectionType =
  | 'agent'
  | 'inbound'
  | 'outbound'
  | 'monitoring'
  | 'unknown';

export type ContactState =
  | 'unseen'
  | 'in_flow'
  | 'queued'
  | 'incoming'
  | 'pending'
  | 'connecting'
  | 'connected'
  | 'held'
  | 'conferenced'
  | 'customer_left'
  | 'monitoring'
  | 'barging'
  | 'paused'
  | 'transferred'
  | 'missed'
  | 'rejected'
  | 'failed'
  | 'ended'
  | 'after_contact_work'
  | 'done';

export type Initiation =
  | 'inbound'
  | 'outbound'
  | 'transfer'
  | 'queue_transfer'
  | 'callback'
  | 'api'
  | 'disconnect'
  | 'monitor'
  | 'external_outbound'
  | 'webrtc_api'
  | 'agent_reply'
  | 'flow'
  | 'campaign_preview'
  | 'callback_customer_first_queued'
  | 'callback_customer_first_dialed'
  | 'unknown';

export type Participant =
  | 'agent'
  | 'customer'
  | 'third_party'
  | 'monitor';

export type ShownContactState =
  | 'init'
  | 'incoming'
  | 'pending'
  | 'connecting'
  | 'connected'
  | 'on_hold'
  | 'paused'
  | 'missed'
  | 'rejected'
  | 'error'
  | 'ended'
  | 'unknown';
