'use strict';

/** Calling out with the right number, for index.js, which knows the addon and how to check arguments. */
module.exports = ({ native, textOf, documentOf, eventOf, refuse, restaurantOf, directoryOf }) => {
  const inside = Symbol('inside');
  const textIfAny = (text) => (text === undefined || text === null ? undefined : textOf(text));
  const listOf = (texts) => (Array.isArray(texts) ? texts.map(textOf) : refuse('queues must be a list'));
  const secondsOf = (seconds) => (Number.isInteger(seconds) ? seconds : refuse('seconds must be a whole number'));
  const textsOf = (object) => Object.fromEntries(Object.entries(object).map(([key, text]) => [key, textOf(text)]));
  const ifAny = (convert, value) => (value === undefined || value === null ? undefined : convert(value));

  let whisper;

  class OutboundCallerPolicy {
    #policy;
    constructor(key, policy) {
      if (key !== inside) throw new TypeError('Illegal constructor');
      this.#policy = policy;
    }
    static {
      whisper = (policy, event, directory) => policy.#policy.whisper(event, directory);
    }
    static fromJson(document) {
      return new OutboundCallerPolicy(inside, native.outboundCallerPolicy(documentOf(document)));
    }
    choose({ restaurant, callee, queues, choice, lastCalled } = {}) {
      return this.#policy.choose(
        ifAny(restaurantOf, restaurant),
        textIfAny(callee),
        ifAny(listOf, queues),
        textIfAny(choice),
        textIfAny(lastCalled),
      );
    }
    toJson() {
      return this.#policy.toJson();
    }
    toJSON() {
      return JSON.parse(this.toJson());
    }
  }

  const outboundWhisper = (event, policy, directory) => whisper(policy, eventOf(event), directoryOf(directory));

  const startOutboundVoiceContact = ({
    destination,
    instanceId,
    contactFlowId,
    source,
    queue,
    clientToken,
    relatedContactId,
    name,
    description,
    ringTimeoutSeconds,
    attributes,
  }) =>
    JSON.parse(
      native.startOutboundVoiceContact({
        destination: textIfAny(destination),
        instanceId: textIfAny(instanceId),
        contactFlowId: textIfAny(contactFlowId),
        source: textIfAny(source),
        queue: textIfAny(queue),
        clientToken: textIfAny(clientToken),
        relatedContactId: textIfAny(relatedContactId),
        name: textIfAny(name),
        description: textIfAny(description),
        ringTimeoutSeconds: ifAny(secondsOf, ringTimeoutSeconds),
        attributes: ifAny(textsOf, attributes),
      }),
    );

  const agentConnect = ({ callee, queue, relatedContactId }) =>
    JSON.parse(
      native.agentConnect({
        callee: textIfAny(callee),
        queue: textIfAny(queue),
        relatedContactId: textIfAny(relatedContactId),
      }),
    );

  return { OutboundCallerPolicy, outboundWhisper, startOutboundVoiceContact, agentConnect };
};
