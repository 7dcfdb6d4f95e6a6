'use strict';

const { inspect } = require('node:util');

/** What callers mean, and what is said to them, for index.js, which knows the addon and how to check arguments. */
module.exports = ({
  native,
  run,
  DenwabanError,
  textOf,
  documentOf,
  millisecondsOf,
  timeTextOf,
  hoursOf,
  restaurantOf,
}) => {
  const understand = (text, { hours, now, ...given }) => {
    const hearing = { ...given, now: typeof now === 'number' ? timeTextOf(now) : now };
    const known = hours === undefined || hours === null ? undefined : hoursOf(hours);
    return JSON.parse(native.understand(textOf(text), documentOf(hearing), known));
  };

  class LiveTranscript {
    #transcript = native.liveTranscript();
    [inspect.custom](_depth, options) {
      return `LiveTranscript { ${inspect(this.unsettled(), options)} }`;
    }
    apply(event) {
      this.#transcript.apply(documentOf(event));
    }
    settled() {
      return this.#transcript.settled();
    }
    unsettled() {
      return this.#transcript.unsettled();
    }
  }

  const turnOf = ({ conversation, say, listen, hand_over: handOver }) => ({ conversation, say, listen, handOver });

  class TalkDesk {
    #ledger;
    #talk;
    #handedOver;
    #options;
    #restaurant;
    constructor(ledger, restaurant, { policy = {}, humans, handedOver = () => {}, ...options } = {}) {
      const there = humans === undefined || humans === null ? undefined : hoursOf(humans);
      this.#ledger = ledger;
      this.#talk = native.talk(restaurantOf(restaurant), documentOf(policy), there);
      this.#restaurant = restaurant.id;
      this.#handedOver = handedOver;
      this.#options = options;
    }
    [inspect.custom](_depth, options) {
      return `TalkDesk { ${inspect(this.#restaurant, options)}, ${inspect(this.#ledger, options)} }`;
    }
    greet(caller, now) {
      return turnOf(JSON.parse(this.#talk.greet(documentOf(caller), millisecondsOf(now))));
    }
    async hear(conversation, said, now) {
      const at = millisecondsOf(now);
      return turnOf(
        await this.#settled(JSON.parse(this.#talk.hear(documentOf(conversation), documentOf(said), at)), at),
      );
    }
    async hearLex(event, now) {
      const at = millisecondsOf(now);
      const sent = documentOf(event);
      const { conversation } = await this.#told(await this.#heard((found) => this.#talk.hearLex(sent, found, at)), at);
      return this.#response(this.#talk.answerLex(sent, documentOf(conversation), at));
    }
    async hearFlow(event, now) {
      const at = millisecondsOf(now);
      const sent = documentOf(event);
      const { conversation } = await this.#told(await this.#heard((found) => this.#talk.hearFlow(sent, found, at)), at);
      return this.#response(this.#talk.answerFlow(documentOf(conversation), at));
    }
    async keep(conversation, now) {
      const errand = { keep_conversation: { conversation, now: timeTextOf(millisecondsOf(now)) } };
      return run(this.#ledger, errand, this.#options);
    }
    async kept(id) {
      return run(this.#ledger, { find_conversation: { id } }, this.#options);
    }
    /** What `hear` makes of a conversation that goes along, or that the ledger keeps. */
    async #heard(hear) {
      const step = JSON.parse(hear(''));
      if (step.find === undefined) return step;
      return JSON.parse(hear(JSON.stringify(await run(this.#ledger, step.find, this.#options))));
    }
    /** A response, once what has no room in it is kept. */
    async #response(text) {
      const { response, keep } = JSON.parse(text);
      if (keep !== undefined) await run(this.#ledger, keep, this.#options);
      return response;
    }
    /** The same, once whoever wants to know has been told that a human takes over. */
    async #told(heard, at) {
      const step = await this.#settled(heard, at);
      if (step.hand_over) await this.#handedOver(step.hand_over);
      return step;
    }
    /** A step, once nothing is left to ask. */
    async #settled(first, at) {
      let step = first;
      while (step.ask !== undefined) {
        const answer = await this.#answerTo(step.ask);
        step = JSON.parse(this.#talk.given(documentOf(step.conversation), documentOf(answer), at));
      }
      return step;
    }
    async #answerTo(errand) {
      try {
        return await run(this.#ledger, errand, this.#options);
      } catch (error) {
        if (error instanceof DenwabanError) return { errors: error.errors };
        throw error;
      }
    }
  }

  return { understand, LiveTranscript, TalkDesk };
};
