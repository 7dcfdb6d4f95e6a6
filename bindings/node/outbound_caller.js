'use strict';

const { inspect } = require('node:util');

/** Calling out with the right number, for index.js, which knows the addon and how to check arguments. */
module.exports = ({ native, DenwabanError, textOf, documentOf, eventOf, refuse, restaurantOf, directoryOf, taken }) => {
  const inside = Symbol('inside');
  const textIfAny = (text) => (text === undefined || text === null ? undefined : textOf(text));
  const listOf = (texts) => (Array.isArray(texts) ? texts.map(textOf) : refuse('queues must be a list'));
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
    choose(call = {}) {
      const known = ['restaurant', 'callee', 'queues', 'choice', 'lastCalled'];
      const { restaurant, callee, queues, choice, lastCalled } = taken(call, known);
      return this.#policy.choose(
        ifAny(restaurantOf, restaurant),
        textIfAny(callee),
        ifAny(listOf, queues),
        textIfAny(choice),
        textIfAny(lastCalled),
      );
    }
    [inspect.custom](_depth, options) {
      return `OutboundCallerPolicy ${inspect(this.toJSON(), options)}`;
    }
    toJson() {
      return this.#policy.toJson();
    }
    toJSON() {
      return JSON.parse(this.toJson());
    }
  }

  const outboundWhisper = (event, policy, directory) => whisper(policy, eventOf(event), directoryOf(directory));

  const text = (value, place) => (typeof value === 'string' ? value : refuse('must be a string', place));
  const seconds = (value, place) => (Number.isInteger(value) ? value : refuse('must be a whole number', place));
  // A Map's entries and a Date's time are no members: they would be lost.
  const isRecord = (value) =>
    Object.prototype.toString.call(value) === '[object Object]' && typeof value[Symbol.iterator] !== 'function';
  const texts = (object, place) =>
    isRecord(object)
      ? Object.fromEntries(Object.entries(object).map(([key, value]) => [key, text(value, `${place}/${key}`)]))
      : refuse('must be an object', place);

  /** What may be given, its place in the request, and how it is read. */
  const contactOptions = {
    destination: ['/DestinationPhoneNumber', text],
    instanceId: ['/InstanceId', text],
    contactFlowId: ['/ContactFlowId', text],
    source: ['/SourcePhoneNumber', text],
    queue: ['/QueueId', text],
    clientToken: ['/ClientToken', text],
    relatedContactId: ['/RelatedContactId', text],
    name: ['/Name', text],
    description: ['/Description', text],
    ringTimeoutSeconds: ['/RingTimeoutInSeconds', seconds],
    trafficType: ['/TrafficType', text],
    attributes: ['/Attributes', texts],
  };
  const connectOptions = {
    callee: ['/endpoint/phoneNumber', text],
    queue: ['/queueARN', text],
    relatedContactId: ['/relatedContactId', text],
  };
  const given = (options, table) => {
    if (typeof options !== 'object' || options === null) refuse('must be an object');
    const strange = Object.keys(options).filter((key) => !Object.hasOwn(table, key));
    const errors = strange.map((key) => ({ code: 'unknown_key', message: 'is not known here', where: `/${key}` }));
    const read = Object.entries(table).map(([key, [place, convert]]) => {
      try {
        return [key, ifAny((value) => convert(value, place), options[key])];
      } catch (error) {
        errors.push(...error.errors);
        return [key, undefined];
      }
    });
    if (errors.length > 0) throw new DenwabanError(errors);
    return Object.fromEntries(read);
  };

  const startOutboundVoiceContact = (contact) =>
    JSON.parse(native.startOutboundVoiceContact(given(contact, contactOptions)));
  const agentConnect = (call) => JSON.parse(native.agentConnect(given(call, connectOptions)));

  return { OutboundCallerPolicy, outboundWhisper, startOutboundVoiceContact, agentConnect };
};
