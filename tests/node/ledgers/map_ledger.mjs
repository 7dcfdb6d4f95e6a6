// A ledger as anybody might write one, and the naive model that the others are held against: every question walks all.
const bytes = (text) => Buffer.from(text, 'utf8');
const byBytes = (a, b) => Buffer.compare(bytes(a.sort), bytes(b.sort));
const nameOf = ({ partition, sort }) => JSON.stringify([partition, sort]);
const keyOf = ({ partition, sort }) => ({ partition, sort });
const timeOf = (at) => new Date(at).getTime();
const written = (at) => new Date(at).toISOString();

export class MapLedger {
  #documents = new Map();
  #requests = new Map();

  async read(keys) {
    return keys.map((key) => this.#documents.get(nameOf(key)) ?? null);
  }

  async query({ partition, prefix = '', first, last, order = 'ascending', limit = 100, after = null }) {
    const isBetween = ({ sort }) => byBytes({ sort: first }, { sort }) <= 0 && byBytes({ sort }, { sort: last }) <= 0;
    const isAfter = ({ sort }) =>
      after === null || byBytes({ sort }, { sort: after }) * (order === 'ascending' ? 1 : -1) > 0;
    const found = [...this.#documents.values()]
      .filter((one) => one.partition === partition)
      .filter((one) => (first === undefined ? one.sort.startsWith(prefix) : isBetween(one)))
      .filter(isAfter)
      .sort(order === 'ascending' ? byBytes : (a, b) => byBytes(b, a));
    const documents = found.slice(0, limit);
    return { documents, next: found.length > limit ? documents.at(-1).sort : null };
  }

  async commit({ writes, answer, now }) {
    const known = answer && this.#requests.get(answer.request);
    if (known && timeOf(known.keep_until) >= timeOf(now)) return { result: 'replayed', answer: known };
    const keys = writes
      .flatMap(Object.values)
      .filter((write) => !this.#isAsExpected(write))
      .map(keyOf);
    if (keys.length > 0) return { result: 'conflict', keys };
    for (const write of writes) this.#write(write);
    if (answer) this.#requests.set(answer.request, { ...answer, keep_until: written(answer.keep_until) });
    return { result: 'committed' };
  }

  #isAsExpected({ expected, ...key }) {
    const version = this.#documents.get(nameOf(key))?.version ?? 'absent';
    return (expected ?? version) === version;
  }

  #write({ put, erase }) {
    if (erase) this.#documents.delete(nameOf(erase));
    if (!put) return;
    const version = (this.#documents.get(nameOf(put))?.version ?? 0) + 1;
    const expires = put.expires ? { expires: written(put.expires) } : {};
    this.#documents.set(nameOf(put), { ...keyOf(put), version, ...expires, body: put.body });
  }
}
