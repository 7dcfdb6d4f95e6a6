// Wishes: what the agent asks for, of which call and which party, and when it is seen to be done.
import { contactActions } from './actions.mjs';
import { contactsOf, isActive, isDialledByAgent } from './desk.mjs';
import { AdapterError } from './errors.mjs';
import { dialable } from './numbers.mjs';
import { readOptions } from './options.mjs';
import { agentStatusView, callView, currentCall, findContact, isLaidAside, voiceContacts } from './views.mjs';

const forCalls = ['contactId', 'connectionId', 'party', 'timeout'];

/** Of streams' AgentErrorStates those that say what became of who was called. */
const failedDials = /^(BadAddress|FailedConnect|LineEngaged|MissedCall)Customer$/;

export class Asking {
  #source;
  #wishes;
  #limits;
  #seen;

  /** `seen`: desk, microphones, screens and configuration as they are now; refuse(id, isRefused) of a contact; needUse(), until disposed. */
  constructor({ source, wishes, limits, seen }) {
    this.#source = source;
    this.#wishes = wishes;
    this.#limits = limits;
    this.#seen = seen;
  }
  get #desk() {
    return this.#seen.desk();
  }
  get #microphones() {
    return this.#seen.microphones();
  }
  #show(contact) {
    return callView(contact, this.#microphones, this.#seen.screens());
  }

  async transfer(to, given) {
    const options = readOptions('transfer', given, [...forCalls, 'stay']);
    const { stay, ...rest } = options;
    const endpoint = this.#endpoint(to);
    const contact = this.#contactFor('transfer', contactActions.transfer, options);
    const { id } = contact;
    const beginning = `transfer whole ${id} `;
    const key = `${beginning}${stay ? 'stay' : 'leave'} ${JSON.stringify(endpoint)}`;
    if (this.#wishes.running(beginning).some((other) => other !== key))
      throw new AdapterError('not_possible', 'transfer: another party is being called');
    return this.#wishes.once(key, [], async () => {
      // From before this page, by another tab, or asked for so long ago that it was given up.
      if (contact.connections.some(({ party, state }) => party === 'third_party' && state === 'connecting'))
        throw new AdapterError('not_possible', 'transfer: another party is being called');
      const call = await this.#act('transfer', { ...rest, endpoint });
      if (stay || !isActive(call.state)) return call;
      if (call.state === 'customer_left') throw new AdapterError('failed', 'transfer: the customer has left');
      return this.act('hangUp', { contactId: call.contactId, timeout: options.timeout });
    });
  }

  async dial(to, given) {
    const options = readOptions('dial', given, ['queueARN', 'timeout']);
    const { queueARN, timeout = this.#limits.timeout } = options;
    const endpoint = this.#endpoint(to);
    const key = `dial ${JSON.stringify([endpoint, queueARN])}`;
    if (this.#wishes.running('dial ').some((other) => other !== key))
      throw new AdapterError('not_possible', 'dial: another call is being made');
    return this.#wishes.once(key, [], async (forget) => {
      if (isActive(currentCall(this.#desk)?.state))
        throw new AdapterError('not_possible', 'dial: the agent has a call');
      const known = new Set(contactsOf(this.#desk).map(({ id }) => id));
      const look = () => {
        const contact = voiceContacts(this.#desk).find((one) => !known.has(one.id) && isDialledByAgent(one));
        if (!contact) return this.#failedDial(before);
        if (contact.state === 'failed')
          return { refused: new AdapterError('failed', 'dial: the call failed', contact) };
        return { done: this.#show(contact) };
      };
      const before = this.#desk.snapshot.status;
      const ask = (callbacks) =>
        this.#source.agent().connect(endpoint, { ...(queueARN && { queueARN }), ...callbacks });
      return this.#wishes.make({ forget, what: 'dial', timeout, look, ask });
    });
  }

  /** A call that came and went between two snapshots is to be seen by the agent's status alone. */
  #failedDial(before) {
    const { status } = this.#desk.snapshot;
    const isNew = status.name !== before.name || status.since !== before.since;
    if (!isNew || status.type !== 'error' || !failedDials.test(status.name)) return null;
    return { refused: new AdapterError('failed', `dial: ${status.name}`, status) };
  }

  async setState(wanted, given) {
    const options = readOptions('setState', given, ['enqueue', 'timeout']);
    const { enqueue, timeout = this.#limits.timeout } = options;
    const state = this.#agentState(wanted);
    const isIt = (status) =>
      status !== null &&
      (status.arn && state.agentStateARN ? status.arn === state.agentStateARN : status.name === state.name);
    const look = () => {
      const { status, next, availability } = this.#desk.snapshot;
      // On a call, and while a queued callback rings, the status is Amazon Connect's own, and the availability the agent's;
      // after-contact work goes on until another state is asked for.
      const isConnects = status.type === 'system' || (status.type === 'not_routable' && !status.arn);
      const isAvailability = isConnects && this.#hasLiveContact() && availability?.state === state.name;
      const isSeen = isIt(next) || (next === null && (isIt(status) || isAvailability));
      return isSeen ? { done: agentStatusView(this.#desk) } : null;
    };
    const key = `setState ${JSON.stringify([state.agentStateARN ?? state.name, enqueue])}`;
    const others = this.#wishes.running('setState ').filter((other) => other !== key);
    return this.#wishes.once(key, others, async (forget) => {
      this.#seen.needUse();
      const enqueueNextState = enqueue ?? this.#hasLiveContact();
      const ask = (callbacks) => this.#source.agent().setState(state, callbacks, { enqueueNextState });
      return look()?.done ?? this.#wishes.make({ forget, what: 'setState', timeout, look, ask });
    });
  }

  #hasLiveContact() {
    return contactsOf(this.#desk).some(({ state }) => isActive(state));
  }

  async act(name, given) {
    return this.#act(name, readOptions(name, given, forCalls));
  }

  async #act(name, options) {
    const action = contactActions[name];
    const { id } = this.#contactFor(name, action, options);
    const rivals = (action.against ?? []).flatMap((other) => this.#wishes.running(`${other} ${id} `));
    const now = () => {
      this.#seen.needUse();
      const before = findContact(this.#desk, id);
      if (!before) throw new AdapterError('gone', `${name}: the contact is gone`);
      const leg = this.#legFor(name, action, before, options);
      const key = `${name} ${id} ${leg ?? ''}`;
      return this.#wishes.once(key, [], (forget) => this.#ask(forget, name, action, before, leg, options));
    };
    if (rivals.length === 0) return now();
    // Until it is its turn others may be held, or have come back: whom it is for is chosen then.
    const key = `${name} ${id} then ${options.connectionId ?? options.party ?? ''}`;
    return this.#wishes.once(key, rivals, async () => now());
  }

  async #ask(forget, name, action, before, leg, options) {
    const { id } = before;
    const microphones = () => this.#microphones;
    const wish = {
      before,
      rang: false,
      get microphones() {
        return microphones();
      },
    };
    if (!action.isNeverDoneYet && action.isDone(before, leg, wish)) return this.#show(before);
    if (action.channels && !action.channels.includes(before.channel))
      throw new AdapterError('not_possible', `${name}: not of a contact of the channel ${before.channel}`);
    if (!action.isPossible(before, leg, this.#microphones))
      throw new AdapterError('not_possible', `${name}: the contact is ${before.state}`);
    let latest = before;
    const look = () => {
      const contact = findContact(this.#desk, id);
      if (!contact) {
        if (action.mayEnd) return { done: { ...this.#show(latest), state: 'done' } };
        return { refused: new AdapterError('gone', `${name}: the contact is gone`) };
      }
      latest = contact;
      if (action.isDone(contact, leg, wish)) return { done: this.#show(contact) };
      const isLost = !action.mayEnd && !isActive(contact.state);
      if (isLost || action.isRefused?.(contact, leg, wish))
        return { refused: new AdapterError('failed', `${name}: the contact is ${contact.state}`) };
      return action.isUnderWay?.(contact, leg, wish) ? { waits: options.timeout ?? this.#limits.ringTimeout } : null;
    };
    const ask = (callbacks) => {
      const streams = this.#source.contact(id);
      if (!streams) throw new AdapterError('gone', `${name}: the contact is gone`);
      action.ask({
        streams,
        contact: before,
        leg,
        options,
        callbacks: name === 'reject' ? this.#asRefusal(id, callbacks) : callbacks,
        agent: this.#source.agent(),
        microphones: this.#microphones,
        hasSoftphone: this.#seen.configuration()?.softphoneEnabled !== false,
      });
    };
    return this.#wishes.make({ forget, what: name, timeout: options.timeout ?? this.#limits.timeout, look, ask });
  }

  /** What Amazon Connect does not take is not refused. */
  #asRefusal(id, { success, failure }) {
    this.#seen.refuse(id, true);
    return {
      success,
      failure: (error) => {
        this.#seen.refuse(id, false);
        failure(error);
      },
    };
  }

  /** The contact of the id, or of the leg; without either, the only call that the action is possible for. */
  #contactFor(name, action, { contactId, connectionId }) {
    if (contactId !== undefined) {
      const contact = findContact(this.#desk, contactId);
      if (!contact) throw new AdapterError('gone', `${name}: the agent does not have the contact`);
      return contact;
    }
    const calls = voiceContacts(this.#desk);
    const ofLeg = calls.find(({ connections }) => connections.some(({ id }) => id === connectionId));
    if (connectionId !== undefined && ofLeg) return ofLeg;
    const current = currentCall(this.#desk);
    if (!current) throw new AdapterError('not_possible', `${name}: the agent has no call`);
    const possible = calls.filter((contact) =>
      action.isPossible(contact, this.#likelyLeg(action, contact), this.#microphones),
    );
    if (possible.length > 1 && !action.isForAll)
      throw new AdapterError(
        'ambiguous',
        `${name}: the agent has ${possible.length} such calls; say which by contactId`,
      );
    const [one = current] = possible.length === 1 ? possible : [];
    // A second click, when the call that it was for is over, must not be for the one that was laid aside.
    if (action.isForGood && calls.length > 1 && isLaidAside(one))
      throw new AdapterError('ambiguous', `${name}: the call is laid aside, and the agent has others; say which`);
    return one;
  }
  #likelyLeg(action, contact) {
    try {
      return action.chooseLeg?.(contact);
    } catch {
      return contact.connections.find(({ state }) => state === 'hold' || state === 'connected')?.id;
    }
  }
  #legFor(name, action, contact, { connectionId, party }) {
    if (connectionId === undefined && party === undefined) return action.chooseLeg?.(contact);
    const legs = contact.connections
      .filter(({ id }) => connectionId === undefined || id === connectionId)
      .filter((leg) => party === undefined || leg.party === party);
    if (legs.length === 0) throw new AdapterError('not_possible', `${name}: the contact has no such party`);
    const there = legs.filter(({ state }) => state !== 'disconnected');
    if (there.length > 1)
      throw new AdapterError('ambiguous', `${name}: ${there.length} such parties; say which by connectionId`);
    return (there[0] ?? legs[0]).id;
  }

  #endpoint(to) {
    if (typeof to === 'object' && to !== null) return to;
    const number = typeof to === 'string' ? dialable(to) : null;
    if (number === null)
      throw new AdapterError('not_possible', 'needs a number in E.164, +81…, one within Japan, or an endpoint');
    return this.#source.phone(number);
  }

  #agentState(wanted) {
    if (typeof wanted === 'object' && wanted !== null) return wanted;
    const states = Array.isArray(this.#seen.configuration()?.agentStates) ? this.#seen.configuration().agentStates : [];
    const state = states.find(({ name, agentStateARN }) => name === wanted || agentStateARN === wanted);
    if (!state) throw new AdapterError('not_possible', `setState: the agent has no state ${wanted}`);
    return state;
  }
}
