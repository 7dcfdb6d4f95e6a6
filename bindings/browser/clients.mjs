// What the agent workspace's clients can be asked, in the words of streams.
import { AdapterError } from './errors.mjs';

const impossible = (what) => () => {
  throw new AdapterError('not_possible', `${what}: not in the agent workspace`);
};
/** A promise of the SDK's for callbacks of streams'. */
const run = (promise, { success, failure } = {}) => {
  promise.then(success, failure);
};

/** All pages, as streams asks for them. */
const quickConnects = async (agent, arns) => {
  const all = [];
  let nextToken;
  do {
    const page = await agent.listQuickConnects(arns, nextToken ? { nextToken } : undefined);
    all.push(...page.quickConnects);
    ({ nextToken } = page);
  } while (nextToken);
  return { endpoints: all };
};

export const agentOf = ({ agent, voice }) => {
  return {
    connect: ({ phoneNumber }, { queueARN, ...callbacks }) =>
      run(voice.createOutboundCall(phoneNumber, queueARN ? { queueARN } : undefined), callbacks),
    setState: ({ agentStateARN, name }, callbacks) =>
      run(
        agentStateARN ? agent.setAvailabilityState(agentStateARN) : agent.setAvailabilityStateByName(name),
        callbacks,
      ),
    getEndpoints: (arns, callbacks) => run(quickConnects(agent, arns), callbacks),
    mute: impossible('mute'),
    unmute: impossible('unmute'),
  };
};

export const contactOf = ({ contact, voice }, id, participants) => {
  const of = (act) => (callbacks) => run(act(), callbacks);
  const legs = participants.map(({ participantId, isSelf }) => ({
    getConnectionId: () => participantId,
    hold: of(() => (isSelf ? voice.holdSelf(id) : voice.holdParticipant(participantId))),
    resume: of(() => (isSelf ? voice.resumeSelf(id) : voice.resumeParticipant(participantId))),
    destroy: of(() => (isSelf ? contact.disconnectSelf(id) : contact.disconnectParticipant(participantId))),
    muteParticipant: impossible('mute'),
    unmuteParticipant: impossible('unmute'),
  }));
  return {
    getConnections: () => legs,
    getAgentConnection: () => ({ destroy: of(() => contact.disconnectSelf(id)) }),
    accept: of(() => contact.accept(id)),
    engagePreviewContact: () => contact.engagePreviewContact(id),
    reject: of(() => contact.reject(id)),
    clear: of(() => contact.clear(id)),
    conferenceConnections: of(() => voice.conferenceParticipants(id)),
    addConnection: (endpoint, callbacks) => run(contact.addParticipant(id, endpoint), callbacks),
    pause: impossible('hold'),
    resume: impossible('resume'),
    silentMonitor: impossible('listen'),
    bargeIn: impossible('barge'),
  };
};
