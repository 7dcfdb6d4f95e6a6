// A contact centre with one agent in it, as a value: their status, their contacts, and what is due. Times are milliseconds
// since 1970, by the page's clock.

const available = { name: 'Available', type: 'routable', agentStateARN: 'arn:aws:connect:::agent-state/available' };
const instance = 'arn:aws:connect:ap-northeast-1:000000000000:instance/00000000-0000-4000-8000-000000000000';

/** What an agent may be and whom they may call, where nobody says. */
export const usualProfile = {
  name: '鈴木',
  username: 'suzuki',
  agentARN: `${instance}/agent/suzuki`,
  agentStates: [
    available,
    { name: '休憩', type: 'not_routable', agentStateARN: 'arn:aws:connect:::agent-state/break' },
    { name: '研修', type: 'not_routable', agentStateARN: 'arn:aws:connect:::agent-state/training' },
    { name: 'Offline', type: 'offline', agentStateARN: 'arn:aws:connect:::agent-state/offline' },
  ],
  routingProfile: { name: '予約受付', routingProfileId: `${instance}/routing-profile/reservations` },
  queues: [{ name: '予約', queueARN: `${instance}/queue/reservations`, queueId: 'reservations' }],
  quickConnects: [
    { name: '責任者', type: 'agent', agentLogin: 'tanaka', endpointARN: `${instance}/transfer-destination/lead` },
    {
      name: '本部',
      type: 'phone_number',
      phoneNumber: '+81350000999',
      endpointARN: `${instance}/transfer-destination/head`,
    },
  ],
};

/** How the centre is set. Times in milliseconds. */
export const usualSettings = {
  /** How long a request is on its way, and then how long until a snapshot shows what came of it. */
  acknowledged: 40,
  settled: 160,
  /** How long a contact rings at the agent, and a telephone at somebody who answers. */
  ringsFor: 20_000,
  answersAfter: 3000,
  /** How long after-contact work may last; null: until it is completed. */
  afterContactWork: null,
  /** Whether calls are put through by themselves. */
  autoAccept: false,
  /** Up to six parties, instead of three. */
  manyParties: false,
  /** How long a guest thinks before they speak. */
  thinks: 700,
};

export const emptyCentre = ({ profile = {}, settings = {}, series = '00000000', lines = {} }, at) => {
  const all = { ...usualProfile, ...profile };
  return {
    profile: all,
    settings: { ...usualSettings, ...settings },
    series,
    lines,
    chosen: { ...all.agentStates[0], since: at },
    next: null,
    status: { ...all.agentStates[0], since: at },
    contacts: [],
    waiting: [],
    coming: null,
    due: [],
    born: 0,
    microphoneOff: false,
    secondWindow: false,
    told: [],
  };
};

// Changing it

export const tell = (state, ...notices) => ({ ...state, told: [...state.told, ...notices] });
/** Has `event` happen at `at`. */
export const later = (state, at, event) => ({ ...state, due: [...state.due, { at, event }] });
export const find = (state, id) => state.contacts.find((contact) => contact.id === id);
export const change = (state, id, by) => ({
  ...state,
  contacts: state.contacts.map((contact) => (contact.id === id ? by(contact) : contact)),
});

/** The contact is gone; with the last of them, the agent is what they wanted to be next. */
export const drop = (state, ids, at) => {
  const contacts = state.contacts.filter(({ id }) => !ids.includes(id));
  const isFree = contacts.length === 0 && state.next !== null;
  return { ...state, contacts, ...(isFree && { chosen: { ...state.next, since: at }, next: null }) };
};

export const legOf = (contact, id) => contact.legs.find((leg) => leg.id === id);
export const ownLeg = ({ legs }) => legs.find(({ type }) => type === 'agent');
export const customerLeg = ({ legs }) => legs.find(({ initial }) => initial);
export const others = ({ legs }) => legs.filter(({ type }) => type === 'inbound' || type === 'outbound');
export const isThere = ({ state }) => state !== 'disconnected' && state !== 'init';
export const isTalking = ({ state }) => state === 'connected';
export const isActive = ({ state }) => ['incoming', 'connecting', 'connected', 'paused'].includes(state);

export const moveLegs = (contact, which, state, at) => ({
  ...contact,
  legs: contact.legs.map((leg) => (which(leg) && leg.state !== state ? { ...leg, state, since: at } : leg)),
});
export const moveLeg = (contact, id, state, at) => moveLegs(contact, (leg) => leg.id === id, state, at);
export const move = (contact, state, at) => (contact.state === state ? contact : { ...contact, state, since: at });

// The agent's status, which follows from their contacts

const has = (what) => (state) => state.contacts.some(what);
const isDialling = (contact) =>
  contact.state === 'connecting' && isTalking(ownLeg(contact)) && customerLeg(contact)?.state === 'connecting';
const statuses = [
  [({ secondWindow }) => secondWindow, 'MultipleCcpWindows', 'error'],
  [has(({ state, kind }) => state === 'connected' && kind !== 'task'), 'Busy', 'system'],
  [has(isDialling), 'CallingCustomer', 'system'],
  [has(({ state, kind }) => state === 'incoming' && kind === 'callback'), 'Pending', 'not_routable'],
  [has(({ state }) => state === 'connecting' || state === 'incoming'), 'PendingBusy', 'system'],
  [has(({ state }) => state === 'ended'), 'AfterCallWork', 'system'],
];
const shownStatus = (state) => {
  const [, name, type] = statuses.find(([isSo]) => isSo(state)) ?? [];
  if (name) return { name, type, agentStateARN: null };
  const failed = state.contacts.find(({ trouble }) => trouble);
  return failed ? { name: failed.trouble, type: 'error', agentStateARN: null } : state.chosen;
};
/** The state, with the status that follows from it. */
export const settled = (state, at) => {
  const { name, type, agentStateARN, since = at } = shownStatus(state);
  const isSame = name === state.status.name && agentStateARN === state.status.agentStateARN;
  return isSame
    ? state
    : { ...state, status: { name, type, agentStateARN, since: state.status.name === name ? since : at } };
};

/** Whether a caller who waits would be put through to the agent. */
export const isRoutable = ({ status, contacts }) => status.type === 'routable' && contacts.length === 0;
