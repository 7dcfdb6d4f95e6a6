import assert from 'node:assert/strict';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import {
  AgentTimeline,
  CallFacts,
  DenwabanError,
  Directory,
  batchItemFailures,
  readContactRecord,
  isRedacted,
  readDeliveredEvents,
  readKinesisContactRecords,
} from 'denwaban';

const record = (id, more = {}) => ({
  ContactId: id,
  Channel: 'VOICE',
  InitiationMethod: 'INBOUND',
  InitiationTimestamp: '2026-11-22T08:00:00Z',
  ConnectedToSystemTimestamp: '2026-11-22T08:00:00Z',
  DisconnectTimestamp: '2026-11-22T08:01:30Z',
  LastUpdateTimestamp: '2026-11-22T08:02:00Z',
  DisconnectReason: 'CUSTOMER_DISCONNECT',
  CustomerEndpoint: { Address: '+819012345678', Type: 'TELEPHONE_NUMBER' },
  SystemEndpoint: { Address: '+81312345678', Type: 'TELEPHONE_NUMBER' },
  Queue: {
    ARN: 'arn:q',
    Name: '予約',
    EnqueueTimestamp: '2026-11-22T08:00:10Z',
    DequeueTimestamp: '2026-11-22T08:01:30Z',
  },
  ...more,
});
const event = (...data) => ({
  Records: data.map((bytes, place) => ({
    eventID: `shardId-000000000001:${100 + place}`,
    kinesis: { sequenceNumber: String(100 + place), data: Buffer.from(bytes).toString('base64') },
  })),
});

test('a contact record comes with Dates, and what is new of it is told', () => {
  const read = readContactRecord(record('c1', { Novelty: 1, Attributes: { some_key: 'v' } }));
  assert.deepEqual(read.updated, new Date('2026-11-22T08:02:00Z'));
  assert.equal(read.customer, '+819012345678');
  assert.deepEqual(read.queue.enqueued, new Date('2026-11-22T08:00:10Z'));
  assert.deepEqual(read.attributes, { some_key: 'v' });
  assert.deepEqual(read.unknown, ['/Novelty']);
  const Recordings = ['b/a.wav', 'b/Analysis/Voice/Redacted/a.wav'].map((Location) => ({
    Location,
    Status: 'AVAILABLE',
  }));
  const { recordings } = readContactRecord(record('c1', { Recordings }));
  assert.deepEqual(recordings.map(isRedacted), [false, true]);
  assert.throws(() => readContactRecord({}), DenwabanError);
});

test('a batch brings records, whatever they are packed in, and poison', () => {
  const packed = gzipSync(JSON.stringify(record('c1')) + JSON.stringify(record('c2')));
  const { records, poisoned } = readKinesisContactRecords(event(packed, 'Hello', JSON.stringify(record('c3'))));
  assert.deepEqual(
    records.map(({ shard, sequence, record: { id } }) => [shard, sequence, id]),
    [
      ['shardId-000000000001', '100', 'c1'],
      ['shardId-000000000001', '100', 'c2'],
      ['shardId-000000000001', '102', 'c3'],
    ],
  );
  assert.equal(poisoned.length, 1);
  assert.equal(poisoned[0].sequence, '101');
  assert.equal(poisoned[0].bytes.toString(), 'Hello');
  const cut = packed.subarray(0, packed.length - 9);
  assert.deepEqual(readKinesisContactRecords(event(cut)).poisoned[0].bytes, cut);
});

test('queues and topics bring events of every kind, and poison holds none of them up', () => {
  const contactEvent = {
    id: 'e1',
    time: '2026-11-22T08:00:10Z',
    detail: { eventType: 'QUEUED', contactId: 'c1', channel: 'VOICE' },
  };
  const agentEvent = {
    AgentARN: 'arn:a',
    EventId: 'e2',
    EventType: 'HEART_BEAT',
    EventTimestamp: '2026-11-22T08:00:00Z',
    CurrentAgentSnapshot: { AgentStatus: { Name: 'Available' }, Contacts: [] },
  };
  const notification = { Type: 'Notification', TopicArn: 'arn:t', Message: JSON.stringify(record('c2')) };
  const bodies = [contactEvent, agentEvent, notification, 'Hello'];
  const invocation = { Records: bodies.map((body, n) => ({ messageId: `m${n}`, body: JSON.stringify(body) })) };
  const { events, poisoned } = readDeliveredEvents(invocation);
  assert.deepEqual(
    events.map(({ messageId, kind }) => [messageId, kind]),
    [
      ['m0', 'contact_event'],
      ['m1', 'agent_event'],
      ['m2', 'contact_record'],
    ],
  );
  assert.deepEqual(events[0].event.at, new Date('2026-11-22T08:00:10Z'));
  assert.equal(AgentTimeline.forAgentEventStream().apply(events[1].document).applied, 'now');
  assert.equal(new CallFacts().add(events[2].document).added, 'kept');
  assert.deepEqual(
    poisoned.map(({ messageId, code, bytes }) => [messageId, code, bytes.toString()]),
    [['m3', 'wrong_type', '"Hello"']],
  );
  assert.deepEqual(batchItemFailures([events[2], poisoned[0], events[2]]), {
    batchItemFailures: [{ itemIdentifier: 'm2' }, { itemIdentifier: 'm3' }],
  });
  const stream = readDeliveredEvents(event(JSON.stringify(agentEvent)));
  assert.deepEqual(batchItemFailures(stream.events), { batchItemFailures: [{ itemIdentifier: '100' }] });
  assert.throws(() => readDeliveredEvents({ Records: [{ body: '{}' }] }), { where: '/Records/0' });
});

test('a partial answer names the first of each shard', () => {
  const failed = ['100', '99', '1000'].map((sequence) => ({ shard: 'a', sequence }));
  assert.deepEqual(batchItemFailures(failed), { batchItemFailures: [{ itemIdentifier: '99' }] });
  assert.deepEqual(batchItemFailures([]), { batchItemFailures: [] });
});

test('legs are one call, in whatever order they come, and the call finds its restaurant', () => {
  const transferred = record('c2', {
    InitiationMethod: 'TRANSFER',
    InitialContactId: 'c1',
    PreviousContactId: 'c1',
    InitiationTimestamp: '2026-11-22T08:01:30Z',
    Queue: null,
  });
  const facts = new CallFacts();
  assert.deepEqual(facts.add(transferred), { added: 'kept', call: 'c1', replaced: [], unknown: [] });
  assert.deepEqual(facts.find('c2').awaited, ['c1']);
  const { changes } = facts.addKinesis(event(JSON.stringify(record('c1')), JSON.stringify(record('c1'))));
  assert.deepEqual(
    changes.map(({ added, sequence }) => [added, sequence]),
    [
      ['kept', '100'],
      ['as_known', '101'],
    ],
  );
  const [call] = facts.all();
  assert.deepEqual(call.contacts, ['c1', 'c2']);
  assert.equal(call.queued, 80_000);
  assert.equal(call.waits[0].outcome, 'moved');
  assert.equal(call.abandoned, 'in_flow');
  assert.deepEqual(call.began, new Date('2026-11-22T08:00:00Z'));
  assert.equal(facts.find('nobody'), null);
  assert.equal(facts.size, 2);

  const directory = Directory.fromJson([
    {
      id: 'r1',
      name: 'とりべえ',
      chain: '鳥一族',
      zone: 'Asia/Tokyo',
      lines: [{ number: '03-1234-5678', label: '代表' }],
      hours: {
        rules: [{ when: { weekdays: ['sun'] }, services: [{ name: 'ディナー', opens: '17:00', closes: '26:00' }] }],
      },
    },
  ]);
  assert.deepEqual(facts.place('c1', directory), {
    restaurant: 'r1',
    state: 'open',
    service: 'ディナー',
    businessDate: '2026-11-22',
    holiday: null,
    eveOf: '勤労感謝の日',
    chain: '鳥一族',
  });
  assert.equal(facts.serviceFiguresBy('chain', { threshold: 0, directory })['鳥一族'].offered, 1);
  facts.forgetBefore(new Date('2027-01-01'));
  assert.equal(facts.size, 0);
});

test('figures are by the three formulas', () => {
  const facts = new CallFacts();
  facts.add(
    record('c1', {
      Agent: { ARN: 'a', ConnectedToAgentTimestamp: '2026-11-22T08:01:30Z', AgentInteractionDuration: 60 },
    }),
  );
  facts.add(record('c2'));
  const figures = facts.serviceFigures({ threshold: 20_000 });
  assert.equal(figures.abandoned, 1);
  assert.equal(figures.speedOfAnswer, 80);
  assert.deepEqual(figures.serviceLevel, { answeredOfAll: 0, withoutShortAbandons: 0, shortAbandonsAsAnswered: 0 });
  assert.throws(() => facts.serviceFigures({ threshold: -1 }), DenwabanError);
});
