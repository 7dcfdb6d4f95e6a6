// The agent workspace of the centre: the clients of @amazon-connect/contact and /voice, as they are published, ask through a
// proxy, and are told what has become of contacts, participants and the agent. They have no snapshots.
import { find, isActive, isThere, ownLeg } from './centre.mjs';
import { participantOf, subtypes } from './snapshot.mjs';

const failed = (message) => new Error(message);
const contactOf = (centre, { contactId }) => {
  const contact = find(centre, contactId);
  if (!contact) throw failed(`there is no contact ${contactId}`);
  return contact;
};
const legsOf = ({ contacts }) => contacts.flatMap((contact) => contact.legs.map((leg) => ({ contact, leg })));
const legOf = (centre, { participantId }) => {
  const found = legsOf(centre).find(({ leg }) => leg.id === participantId);
  if (!found) throw failed(`there is no participant ${participantId}`);
  return found;
};
const about = ({ id, type }) => ({
  contactId: id,
  initialContactId: id,
  type,
  subtype: subtypes[type] ?? subtypes.voice,
});
const stateOf = ({ name, type, agentStateARN, since }) => ({
  name,
  type,
  agentStateARN: agentStateARN ?? undefined,
  startTimestamp: new Date(since),
});
const availability = ({ chosen, next }) => ({ ...stateOf(chosen), ...(next && { nextState: stateOf(next) }) });
const participantState = (leg) => ({ value: leg.state === 'init' ? 'connecting' : leg.state });
const isHeld = ({ state }) => state === 'hold';
const only = (attributes, wanted) =>
  wanted === '*' || wanted === undefined
    ? attributes
    : Object.fromEntries(Object.entries(attributes).filter(([name]) => wanted.includes(name)));

/** What is only read. */
const readings = {
  'agent/getARN': ({ profile }) => ({ ARN: profile.agentARN }),
  'agent/getName': ({ profile }) => ({ name: profile.name }),
  'agent/getState': ({ status }) => stateOf(status),
  'agent/getAvailabilityState': availability,
  'agent/getRoutingProfile': ({ profile }) => ({
    ...profile.routingProfile,
    queues: profile.queues,
    defaultOutboundQueue: profile.queues[0],
    channelConcurrencyMap: { VOICE: 1, CHAT: 1, TASK: 1 },
  }),
  'agent/getChannelConcurrency': () => ({ VOICE: 1, CHAT: 1, TASK: 1 }),
  'agent/getExtension': () => ({ extension: null }),
  'agent/getDefaultOutboundQueue': ({ profile }) => profile.queues[0],
  'agent/getRoutingProfileQueues': ({ profile }) => profile.queues,
  'agent/listAvailabilityStates': ({ profile }) => profile.agentStates,
  'agent/listQuickConnects': ({ profile }) => ({ quickConnects: profile.quickConnects, nextToken: null }),
  'agent/listSecurityProfilePermissions': () => ({ permissions: ['outboundCall'] }),
  'contact/listContacts': ({ contacts }) => contacts.map(about),
  'contact/getContact': (centre, asked) => {
    const contact = contactOf(centre, asked);
    return { ...about(contact), queue: contact.queue };
  },
  'contact/getAttributes': (centre, asked) => only(contactOf(centre, asked).attributes, asked.attributes),
  'contact/getInitialContactId': (centre, asked) => ({
    initialContactId: about(contactOf(centre, asked)).initialContactId,
  }),
  'contact/getChannelType': (centre, asked) => {
    const { type, subtype } = about(contactOf(centre, asked));
    return { type, subtype };
  },
  'contact/getQueue': (centre, asked) => contactOf(centre, asked).queue,
  'contact/getQueueTimestamp': (centre, asked) => {
    const { queuedAt } = contactOf(centre, asked);
    return { queueTimestamp: queuedAt === null ? undefined : new Date(queuedAt) };
  },
  'contact/getStateDuration': (centre, asked, now) => ({ stateDuration: now - contactOf(centre, asked).since }),
  'contact/isAutoAcceptEnabled': (centre, asked) => ({ isAutoAcceptEnabled: contactOf(centre, asked).autoAccept }),
  'contact/isPreviewMode': (centre, asked) => ({
    isPreviewMode: contactOf(centre, asked).initiation === 'campaign_preview',
  }),
  'contact/getContactRegion': () => ({ region: 'ap-northeast-1' }),
  'contact/listParticipants': (centre, asked) => {
    const contact = contactOf(centre, asked);
    return contact.legs.map((leg) => participantOf(contact, leg));
  },
  'contact/getParticipant': (centre, asked) => {
    const { contact, leg } = legOf(centre, asked);
    return participantOf(contact, leg);
  },
  'contact/getParticipantState': (centre, asked) => participantState(legOf(centre, asked).leg),
  'voice/getInitialCustomerPhoneNumber': (centre, asked) => ({
    phoneNumber: contactOf(centre, asked).number ?? undefined,
  }),
  'voice/getOutboundCallPermission': () => ({ outboundCallPermission: true }),
  'voice/listDialableCountries': () => [{ countryCode: 'jp', callingCode: '+81', label: 'Japan' }],
  'voice/isParticipantOnHold': (centre, asked) => ({ isOnHold: isHeld(legOf(centre, asked).leg) }),
  'voice/isSelfOnHold': (centre, asked) => ({ isOnHold: isHeld(ownLeg(contactOf(centre, asked))) }),
  'voice/canResumeParticipant': (centre, asked) => ({ canResumeParticipant: isHeld(legOf(centre, asked).leg) }),
  'voice/canResumeSelf': (centre, asked) => ({ canResumeSelf: isHeld(ownLeg(contactOf(centre, asked))) }),
};
readings['voice/getPhoneNumber'] = readings['voice/getInitialCustomerPhoneNumber'];
readings['contact/getPhoneNumber'] = readings['voice/getInitialCustomerPhoneNumber'];
readings['contact/getType'] = readings['contact/getChannelType'];

const ofContact =
  (method) =>
  (centre, { contactId }) => [method, { contactId }];
const ofLeg = (method) => (centre, asked) => {
  const { contact, leg } = legOf(centre, asked);
  return [method, { contactId: contact.id, connectionId: leg.id }];
};
const ofOwnLeg = (method) => (centre, asked) => {
  const contact = contactOf(centre, asked);
  return [method, { contactId: contact.id, connectionId: ownLeg(contact).id }];
};
const toState = (isWanted) => (centre, asked) => {
  const state = centre.profile.agentStates.find((one) => isWanted(one, asked));
  if (!state) throw failed('there is no such state');
  return ['putAgentState', { state, enqueueNextState: true }];
};
/** What changes anything: what streams would ask for it. */
const requests = {
  'agent/setAvailabilityState': toState((one, { agentStateARN }) => one.agentStateARN === agentStateARN),
  'agent/setAvailabilityStateByName': toState((one, { agentStateName }) => one.name === agentStateName),
  'agent/setOffline': toState(({ type }) => type === 'offline'),
  'contact/accept': ofContact('acceptContact'),
  'contact/reject': ofContact('rejectContact'),
  'contact/clear': ofContact('clearContact'),
  'contact/disconnectSelf': ofOwnLeg('destroyConnection'),
  'contact/disconnectParticipant': ofLeg('destroyConnection'),
  'contact/addParticipant': (centre, { contactId, quickConnect: endpoint }) => [
    'createAdditionalConnection',
    { contactId, endpoint },
  ],
  'contact/transfer': (centre, { contactId, quickConnect: endpoint }) => ['transferContact', { contactId, endpoint }],
  'voice/holdParticipant': ofLeg('holdConnection'),
  'voice/resumeParticipant': ofLeg('resumeConnection'),
  'voice/holdSelf': ofOwnLeg('holdConnection'),
  'voice/resumeSelf': ofOwnLeg('resumeConnection'),
  'voice/conferenceParticipants': ofContact('conferenceConnections'),
  'voice/createOutboundCall': (centre, { phoneNumber, options = {} }) => [
    'createOutboundContact',
    { endpoint: { type: 'phone_number', phoneNumber }, queueARN: options.queueARN },
  ],
};
/** What the client answers to it, where that is something. */
const answers = {
  'contact/addParticipant': (centre, asked) => {
    const { id, called } = contactOf(centre, asked);
    return { participantId: `${id}-party-${called + 1}` };
  },
  'voice/createOutboundCall': () => ({}),
};
for (const route of ['agent/setAvailabilityState', 'agent/setAvailabilityStateByName', 'agent/setOffline']) {
  answers[route] = (centre, asked) => {
    const [, { state }] = requests[route](centre, asked);
    const to = stateOf({ ...state, since: centre.chosen.since });
    const hasWork = centre.contacts.some(isActive);
    return hasWork
      ? { status: 'queued', current: stateOf(centre.chosen), next: to }
      : { status: 'updated', current: to };
  };
}

const topics = { connected: 'contact/connected', ended: 'contact/acw' };
const topicOf = ({ state, kind, trouble }) => {
  if (trouble) return trouble === 'MissedCallAgent' ? 'contact/missed' : 'contact/error';
  return state === 'connecting' && kind === 'callback' ? 'contact/pending' : (topics[state] ?? `contact/${state}`);
};

/** What is told of a participant that was `before`, and of one that was not there. */
const newsOfLeg = (contact, leg, before) => {
  const participant = participantOf(contact, leg);
  const { participantId, contactId, isSelf } = participant;
  if (!before) return [['contact/participantAdded', { participant }]];
  if (before.state === leg.state) return [];
  const changed = [['contact/participantStateChanged', { participantId, contactId, state: participantState(leg) }]];
  if (!isThere(leg) && isThere(before)) return [...changed, ['contact/participantDisconnected', { participant }]];
  if (isHeld(leg) === isHeld(before)) return changed;
  const deed = isHeld(leg) ? 'Hold' : 'Resume';
  const held = { participantId, contactId, isOnHold: isHeld(leg) };
  return [...changed, [`voice/participant${deed}`, held], ...(isSelf ? [[`voice/self${deed}`, held]] : [])];
};
const newsOfContact = (before, contact) => {
  const was = find(before, contact.id);
  const topic = topicOf(contact);
  const lifecycle = was && topicOf(was) === topic ? [] : [[topic, about(contact)]];
  const legs = contact.legs.flatMap((leg) =>
    newsOfLeg(contact, leg, was?.legs.find(({ id }) => id === leg.id) ?? (was ? null : leg)),
  );
  return [...lifecycle, ...legs];
};
const newsOfAgent = (before, after) => {
  const news = [];
  if (before.status !== after.status)
    news.push(['agent/stateChange', { state: after.status.name, previous: { state: before.status.name } }]);
  if (before.chosen !== after.chosen)
    news.push([
      'agent/availabilityStateChanged',
      { state: stateOf(after.chosen), previous: { state: stateOf(before.chosen) } },
    ]);
  if (before.next !== after.next)
    news.push(['agent/nextAvailabilityStateChanged', { nextState: after.next && stateOf(after.next) }]);
  return news;
};
/** What is told of all that has become of the centre. */
export const newsOf = (before, after) => [
  ...after.contacts.flatMap((contact) => newsOfContact(before, contact)),
  ...before.contacts
    .filter(({ id }) => !find(after, id))
    .flatMap((contact) => [
      ['contact/cleared', about(contact)],
      ['contact/destroy', about(contact)],
    ]),
  ...newsOfAgent(before, after),
];

/** Whose news a subscription with a parameter wants. */
const isFor = (parameter, { contactId, participantId, participant }) =>
  parameter === undefined || [contactId, participantId, participant?.contactId].includes(parameter);

/**
 * A proxy for the published clients, and what tells through it. `ask(method, params)` asks the centre as streams does;
 * `read(answer)` gives what a reading answers, when that is due.
 */
export const provideWorkspace = ({ centre, ask, read }) => {
  const handlers = new Map();
  let told = centre();
  const request = async (route, asked = {}) => {
    if (Object.hasOwn(readings, route)) return read((now) => readings[route](centre(), asked, now));
    if (!Object.hasOwn(requests, route)) throw failed(`${route}: not simulated`);
    const answer = answers[route]?.(centre(), asked);
    await ask(...requests[route](centre(), asked));
    return answer;
  };
  const of = (key) => handlers.get(key) ?? new Set();
  const tell = (key, data) => {
    for (const { parameter, handler } of [...of(key)]) if (isFor(parameter, data)) void handler(data);
  };
  return {
    client: {
      context: {
        proxy: {
          request,
          subscribe: ({ key, parameter }, handler) => handlers.set(key, of(key).add({ parameter, handler })),
          unsubscribe: ({ key, parameter }, handler) => {
            for (const one of of(key)) if (one.handler === handler && one.parameter === parameter) of(key).delete(one);
          },
        },
      },
    },
    show(after) {
      const news = newsOf(told, after);
      told = after;
      for (const [key, data] of news) tell(key, data);
    },
    network: (status, timestamp) => tell('agent/networkConnectionStatusChanged', { status, timestamp }),
    listeners: () => [...handlers.values()].reduce((sum, all) => sum + all.size, 0),
  };
};
