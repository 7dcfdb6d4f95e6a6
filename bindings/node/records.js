'use strict';

const { shapedBy } = require('./shapes.js');

const times = [
  ['updated', 'initiated', 'connected_to_system', 'disconnected', 'transferred', 'scheduled', 'enqueued', 'dequeued'],
  ['connected', 'after_contact_work_from', 'after_contact_work_until', 'from', 'until'],
  ['began', 'answered', 'ended', 'called_back'],
];

/** Contact records and the calls that they are, for index.js, which knows the addon and how to check arguments. */
module.exports = ({ native, documentOf, millisecondsOf, textOf, refuse, directoryOf }) => {
  const shaped = shapedBy(new Set(times.flat()));
  const plain = shapedBy(new Set());
  const poisonOf = ({ bytes, ...told }) => ({ ...told, bytes: Buffer.from(bytes, 'base64') });
  const deliveredOf = ({ poisoned, ...brought }) => ({ ...shaped(brought), poisoned: poisoned.map(poisonOf) });

  const readContactRecord = (document) => {
    const [text, unknown] = native.readContactRecord(documentOf(document));
    return { ...shaped(JSON.parse(text)), unknown };
  };
  const readKinesisContactRecords = (event) =>
    deliveredOf(JSON.parse(native.readKinesisContactRecords(documentOf(event))));
  const batchItemFailures = (failed) => {
    const positions = Array.from(failed);
    const each = (key) => positions.map((position) => textOf(position[key]));
    return JSON.parse(native.batchItemFailures(each('shard'), each('sequence')));
  };

  class CallFacts {
    #facts = native.callFacts();
    add(document) {
      const [text, unknown] = this.#facts.add(documentOf(document));
      return { ...shaped(JSON.parse(text)), unknown };
    }
    addKinesis(event) {
      return deliveredOf(JSON.parse(this.#facts.addKinesis(documentOf(event))));
    }
    find(contact) {
      return shaped(JSON.parse(this.#facts.find(textOf(contact))));
    }
    all() {
      return shaped(JSON.parse(this.#facts.all()));
    }
    serviceFigures({ threshold }) {
      if (!(Number.isFinite(threshold) && threshold >= 0)) refuse('must be milliseconds, 0 or more', '/threshold');
      return plain(JSON.parse(this.#facts.serviceFigures(threshold)));
    }
    place(contact, directory) {
      return plain(JSON.parse(this.#facts.place(textOf(contact), directoryOf(directory))));
    }
    forgetBefore(time) {
      this.#facts.forgetBefore(millisecondsOf(time));
    }
    get size() {
      return this.#facts.size();
    }
  }

  return { CallFacts, readContactRecord, readKinesisContactRecords, batchItemFailures };
};
