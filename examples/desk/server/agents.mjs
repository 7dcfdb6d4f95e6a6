import { run } from 'denwaban';

/** Who was seen at the desk: the ledger finds an agent by name, and this lists the names. */
const roster = 'desk#agents';
const hour = 3_600_000;
/** Of whom nothing is heard for so long, they have left; that they are there is written once an hour. */
const silence = 12 * hour;

const types = { routable: 'ROUTABLE', not_routable: 'CUSTOM', offline: 'OFFLINE' };

/** A record of the agent event stream, of what an agent's own streams show. */
const recordOf = (who, { id, at, status, contacts = [] }) => ({
  AWSAccountId: '000000000000',
  AgentARN: who,
  EventId: id,
  EventTimestamp: at,
  EventType: 'STATE_CHANGE',
  InstanceARN: 'urn:denwaban:desk',
  Version: '2019-05-25',
  PreviousAgentSnapshot: null,
  CurrentAgentSnapshot: {
    AgentStatus: {
      ARN: `urn:denwaban:status:${status.name}`,
      Name: status.name,
      StartTimestamp: status.since,
      Type: types[status.type],
    },
    NextAgentStatus: null,
    Configuration: null,
    Contacts: contacts.map(({ id: contact, state, since, queue, connected, initiation }) => ({
      ContactId: contact,
      InitialContactId: null,
      Channel: 'VOICE',
      InitiationMethod: initiation ?? 'INBOUND',
      State: state,
      StateStartTimestamp: since,
      ConnectedToAgentTimestamp: connected ?? null,
      QueueTimestamp: null,
      Queue: queue ? { ARN: `urn:denwaban:queue:${queue}`, Name: queue } : null,
    })),
  },
});

export class AgentBoard {
  #ledger;
  #clock;
  /** When it was last written that they are there. */
  #written = new Map();
  constructor({ ledger, clock }) {
    this.#ledger = ledger;
    this.#clock = clock;
  }
  async take(person, snapshot) {
    const at = this.#clock();
    const now = new Date(at).toISOString();
    const records = [recordOf(person.who, snapshot)];
    const followed = await run(this.#ledger, { follow_agent: { agent: person.who, records, now } });
    if (at - (this.#written.get(person.who) ?? -Infinity) >= hour) {
      this.#written.set(person.who, at);
      await this.#write(person, at, now);
    }
    return followed;
  }
  async list() {
    const at = this.#clock();
    const now = new Date(at).toISOString();
    const { documents } = await this.#ledger.query({ partition: roster, limit: 1000 });
    const here = documents.map(({ body }) => JSON.parse(body)).filter(({ until }) => Date.parse(until) > at);
    return Promise.all(here.map((agent) => this.#one(agent, now)));
  }
  async #write({ who, name }, at, now) {
    const until = new Date(at + silence).toISOString();
    const put = { partition: roster, sort: who, body: JSON.stringify({ agent: who, name, until }), expires: until };
    await this.#ledger.commit({ writes: [{ put }], now });
  }
  async #one({ agent, name }, now) {
    const kept = await run(this.#ledger, { find_agent: { agent, now } });
    const contacts = await Promise.all((kept?.latest?.contacts ?? []).map((contact) => this.#contact(contact)));
    return {
      agent,
      name,
      state: kept?.state ?? 'unknown',
      since: kept?.latest?.since ?? null,
      status: kept?.latest?.status?.name ?? null,
      times: kept?.times ?? {},
      contacts,
    };
  }
  async #contact({ id, state, state_since: since, queue }) {
    const kept = await run(this.#ledger, { find_call: { contact: id } });
    return { id, state, since: since ?? null, queue: queue?.name ?? null, restaurant: kept?.call.restaurant ?? null };
  }
}
