// The agent workspace around the published clients of @amazon-connect: what they ask is answered out of a desk that the
// test shows, in the words of streams' snapshots.
import contactPackage from '@amazon-connect/contact';
import voicePackage from '@amazon-connect/voice';
import { configuration } from './streams_desk.mjs';

const { AgentClient, ContactClient } = contactPackage;
const { VoiceClient } = voicePackage;

const topics = {
  incoming: 'contact/incoming',
  pending: 'contact/pending',
  connecting: 'contact/connecting',
  connected: 'contact/connected',
  missed: 'contact/missed',
  error: 'contact/error',
  ended: 'contact/acw',
};

/** `asked` holds `[route, data, { success, failure }]` of what changes anything. */
export const makeWorkspace = () => {
  let shown = { state: { name: 'Available', type: 'routable' }, nextState: null, contacts: [] };
  const asked = [];
  const broken = new Map();
  const handlers = new Map();
  const find = (id) => shown.contacts.find(({ contactId }) => contactId === id);
  const legs = () =>
    shown.contacts.flatMap(({ contactId, connections }) => connections.map((leg) => ({ contactId, leg })));
  const participant = ({ contactId, leg }) => ({
    participantId: `${contactId}/${leg.connectionId}`,
    contactId,
    type: { value: leg.type },
    isInitial: leg.initial,
    isSelf: leg.type === 'agent',
  });
  const answers = {
    'agent/getState': () => shown.state,
    'agent/getAvailabilityState': () => ({ ...shown.state, nextState: shown.nextState ?? undefined }),
    'agent/listAvailabilityStates': () => configuration.agentStates,
    'agent/getRoutingProfile': () => configuration.routingProfile,
    'agent/listQuickConnects': ({ options }) =>
      options?.nextToken
        ? { quickConnects: [{ type: 'queue', endpointARN: 'q', name: '支店' }], nextToken: null }
        : { quickConnects: [{ type: 'agent', endpointARN: 'a', name: '店長' }], nextToken: '2' },
    'contact/listContacts': () =>
      shown.contacts.map(({ contactId, type }) => ({ contactId, type, subtype: 'connect:Telephony' })),
    'contact/getContact': ({ contactId }) => ({ contactId, queue: find(contactId)?.queue }),
    'contact/getAttributes': () => ({ seats: '4' }),
    'contact/isAutoAcceptEnabled': () => ({ isAutoAcceptEnabled: false }),
    'contact/isPreviewMode': ({ contactId }) => ({
      isPreviewMode: find(contactId)?.initiationMethod === 'campaign_preview',
    }),
    'contact/getContactRegion': () => ({ region: 'ap-northeast-1' }),
    'contact/listParticipants': ({ contactId }) =>
      legs()
        .filter((one) => one.contactId === contactId)
        .map(participant),
    'contact/getParticipantState': ({ participantId }) => ({
      value: legs().find((one) => participant(one).participantId === participantId).leg.state.type,
    }),
    'voice/getInitialCustomerPhoneNumber': () => ({ phoneNumber: '+819012345678' }),
  };
  const proxy = {
    request: (route, data) =>
      answers[route]
        ? Promise.resolve().then(() => (broken.get(route) ?? ((go) => go()))(() => answers[route](data), data))
        : new Promise((success, failure) => asked.push([route, data, { success, failure }])),
    subscribe: ({ key }, handler) => handlers.set(key, (handlers.get(key) ?? new Set()).add(handler)),
    unsubscribe: ({ key }, handler) => handlers.get(key)?.delete(handler),
  };
  const config = { context: { proxy } };
  const tell = (key, data) => Promise.all([...(handlers.get(key) ?? [])].map((handler) => handler(data)));
  return {
    workspace: { agent: new AgentClient(config), contact: new ContactClient(config), voice: new VoiceClient(config) },
    asked,
    tell,
    /** What is asked by this route is answered by `how(go, data)` from now on; by `go` alone where there is none. */
    break: (route, how) => (how ? broken.set(route, how) : broken.delete(route)),
    /** Shows the desk, and tells of whatever contact is another than before. */
    async show({ state = shown.state, nextState = null, contacts = [] }) {
      const before = shown;
      shown = { state, nextState, contacts };
      for (const { contactId, type, state: now } of contacts) {
        const earlier = before.contacts.find((one) => one.contactId === contactId);
        if (earlier?.state.type !== now.type) void tell(topics[now.type], { contactId, type });
      }
      void tell('agent/stateChange', {});
      await new Promise((resolve) => setImmediate(resolve));
      await new Promise((resolve) => setImmediate(resolve));
    },
    listeners: () => [...handlers.values()].reduce((count, all) => count + all.size, 0),
  };
};
