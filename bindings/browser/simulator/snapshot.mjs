// The centre as amazon-connect-streams shows it: the update that its worker sends.

/** Times by Amazon Connect's clock, which may go otherwise than the page's. */
const clockOf = (skew) => (time) => (time === null ? null : new Date(time + skew));

const stateOf = ({ name, type, agentStateARN, since }, date) => ({
  name,
  type,
  agentStateARN,
  startTimestamp: date(since),
});

const endpointOf = ({ type, number, name }) => {
  if (type === 'monitoring' || (number === null && name === null)) return null;
  return number === null
    ? { type: 'agent', name, endpointARN: null, phoneNumber: null }
    : { type: 'phone_number', name, endpointARN: null, phoneNumber: number };
};

/** That a supervisor listens is told beside that they are connected. */
const monitorStatus = { silent_monitor: 'SILENT_MONITOR', barge: 'BARGE' };

const connectionOf = (leg, date) => ({
  connectionId: leg.id,
  type: leg.type,
  initial: leg.initial,
  state: { type: leg.state, timestamp: date(leg.since) },
  endpoint: endpointOf(leg),
  quickConnectName: leg.number === null ? leg.name : null,
  mute: leg.muted,
  monitorStatus: monitorStatus[leg.state] ?? null,
});

/** By the type of a contact; every other is a call. */
export const subtypes = { voice: 'connect:Telephony', chat: 'connect:Chat', task: 'connect:Task' };
/** A party of a contact, as the agent workspace's clients know it. */
export const participantOf = ({ id }, leg) => ({
  participantId: leg.id,
  contactId: id,
  type: { value: leg.type },
  isInitial: leg.initial,
  isSelf: leg.type === 'agent',
});

const phone = (phoneNumber) => phoneNumber && { type: 'phone_number', phoneNumber };
const contactOf = (contact, date) => ({
  contactId: contact.id,
  initialContactId: contact.id,
  type: contact.type,
  initiationMethod: contact.initiation,
  state: { type: contact.state, timestamp: date(contact.since) },
  connections: contact.legs.map((leg) => connectionOf(leg, date)),
  queue: contact.queue,
  queueTimestamp: date(contact.queuedAt),
  attributes: Object.fromEntries(
    Object.entries(contact.attributes).map(([name, value]) => [name, { name, value: String(value) }]),
  ),
  agentContactHandlingConfig: { autoAccept: contact.autoAccept },
  segmentAttributes: {
    'connect:Subtype': { ValueString: subtypes[contact.type] ?? subtypes.voice },
  },
  customerEndpoint: phone(contact.number),
  connectSystemEndpoint: phone(contact.dialled),
  contactFeatures: { multiPartyConferenceEnabled: contact.manyParties === true },
  name: contact.name,
  description: '',
  references: {},
});

/** Every agent has a queue of their own, which has no name. */
const ownQueue = ({ agentARN, username }) => ({
  name: null,
  queueARN: agentARN.replace('/agent/', '/queue/agent/'),
  queueId: `agent/${username}`,
});
const configurationOf = ({ profile, settings }) => ({
  name: profile.name,
  username: profile.username,
  agentARN: profile.agentARN,
  agentStates: profile.agentStates,
  routingProfile: {
    ...profile.routingProfile,
    queues: [...profile.queues, ownQueue(profile)],
    defaultOutboundQueue: profile.queues[0],
    channelConcurrencyMap: { VOICE: 1, CHAT: 1, TASK: 1 },
  },
  softphoneEnabled: true,
  softphoneAutoAccept: settings.autoAccept,
  extension: '',
  permissions: ['outboundCall'],
  dialableCountries: ['jp'],
  agentPreferences: { locale: 'ja_JP' },
});

/** `now` by the page's clock; `skew`: by how much Amazon Connect's is before it. */
export const showCentre = (centre, now, skew = 0) => {
  const date = clockOf(skew);
  return {
    configuration: configurationOf(centre),
    snapshot: {
      snapshotTimestamp: date(now),
      localTimestamp: now,
      skew,
      state: stateOf(centre.status, date),
      nextState: centre.next && stateOf(centre.next, date),
      agentAvailabilityState: { state: centre.chosen.name, timeStamp: date(centre.chosen.since) },
      contacts: centre.contacts.map((contact) =>
        contactOf({ ...contact, manyParties: centre.settings.manyParties }, date),
      ),
    },
  };
};
