// Snapshots as amazon-connect-streams shows them, and the calls that make up a day.
export const start = 1_790_000_000;

const queue = { queueARN: 'arn:queue/honten', name: '本店', queueId: 'honten' };
export const configuration = {
  agentStates: [
    { agentStateARN: 'arn:state/available', name: 'Available', type: 'routable' },
    { agentStateARN: 'arn:state/break', name: '休憩', type: 'not_routable' },
    { agentStateARN: 'arn:state/offline', name: 'Offline', type: 'offline' },
  ],
  routingProfile: {
    routingProfileId: 'arn:aws:connect:ap-northeast-1:1:instance/0a/routing-profile/b',
    queues: [queue, { queueARN: 'arn:queue/agent', name: null, queueId: 'agent' }],
    defaultOutboundQueue: queue,
  },
};

export const leg = (type, state, more = {}) => ({
  connectionId: type === 'agent' ? 'a' : 'c',
  type,
  initial: type !== 'agent',
  state: { type: state, timestamp: start },
  endpoint: { type: 'phone_number', phoneNumber: '+819012345678' },
  mute: false,
  ...more,
});
export const third = (state, connectionId = 'p') => leg('outbound', state, { connectionId, initial: false });

export const contact = (state, connections, more = {}) => ({
  contactId: 'c1',
  initialContactId: 'c1',
  initiationMethod: 'inbound',
  type: 'voice',
  state: { type: state, timestamp: start },
  connections,
  queue,
  queueTimestamp: null,
  attributes: {},
  ...more,
});

export const ringing = (more) => contact('connecting', [leg('agent', 'connecting'), leg('inbound', 'connected')], more);
export const talking = (...thirds) =>
  contact('connected', [leg('agent', 'connected'), leg('inbound', 'connected'), ...thirds]);
export const holding = (...thirds) =>
  contact('connected', [leg('agent', 'connected'), leg('inbound', 'hold'), ...thirds]);
export const ended = (...thirds) =>
  contact('ended', [
    leg('agent', 'disconnected'),
    leg('inbound', thirds.length ? 'connected' : 'disconnected'),
    ...thirds,
  ]);
export const missed = () => contact('missed', [leg('agent', 'disconnected'), leg('inbound', 'connected')]);
const outbound = { contactId: 'o1', initialContactId: 'o1', initiationMethod: 'outbound' };
export const dialling = () =>
  contact('connecting', [leg('agent', 'connected'), leg('outbound', 'connecting')], outbound);
export const answered = () => contact('connected', [leg('agent', 'connected'), leg('outbound', 'connected')], outbound);

export const available = {
  agentStateARN: 'arn:state/available',
  name: 'Available',
  type: 'routable',
  startTimestamp: start,
};
export const busy = { agentStateARN: null, name: 'Busy', type: 'system', startTimestamp: start };
export const onBreak = { agentStateARN: 'arn:state/break', name: '休憩', type: 'not_routable', startTimestamp: start };
export const secondWindow = { agentStateARN: null, name: 'MultipleCcpWindows', type: 'error', startTimestamp: start };

/** An update at `start` and so many seconds. */
export const update = (seconds, { state = available, nextState = null, contacts = [] } = {}, more = {}) => ({
  configuration,
  snapshot: {
    agentAvailabilityState: { state: 'Available', timeStamp: start },
    snapshotTimestamp: start + seconds,
    state,
    nextState,
    contacts,
  },
  ...more,
});
