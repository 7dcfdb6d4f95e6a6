import type { AgentStatusNow, Call, ContactState } from 'denwaban-adapter';

const shown: Partial<Record<ContactState, string>> = {
  incoming: 'INCOMING',
  pending: 'PENDING',
  connecting: 'CONNECTING',
  connected: 'CONNECTED',
  conferenced: 'CONNECTED',
  customer_left: 'CONNECTED',
  held: 'CONNECTED_ONHOLD',
  missed: 'MISSED',
  rejected: 'REJECTED',
  failed: 'ERROR',
  ended: 'ENDED',
  transferred: 'ENDED',
  after_contact_work: 'ENDED',
  paused: 'PAUSED',
};
const initiations: Partial<Record<Call['contact']['initiation'], string>> = {
  outbound: 'OUTBOUND',
  transfer: 'TRANSFER',
  queue_transfer: 'TRANSFER',
  callback: 'CALLBACK',
};
const types = { routable: 'routable', offline: 'offline' } as const;
const typeOf = (type: string) => types[type as keyof typeof types] ?? 'not_routable';

/** What supervisors are told of an agent, in the words of Amazon Connect's event stream. */
export const snapshotOf = (agent: AgentStatusNow, calls: readonly Call[], at: Date) => ({
  id: crypto.randomUUID(),
  at: at.toISOString(),
  status: {
    name: agent.availability?.state || agent.status.name || agent.state,
    type: typeOf(agent.availability?.state === 'Available' ? 'routable' : agent.status.type),
    since: (agent.status.since ?? agent.since).toISOString(),
  },
  contacts: calls
    .filter(({ state }) => shown[state])
    .map((call) => ({
      id: call.contactId,
      state: shown[call.state],
      since: call.since.toISOString(),
      ...(call.queue?.name ? { queue: call.queue.name } : {}),
      initiation: initiations[call.contact.initiation] ?? 'INBOUND',
    })),
});
