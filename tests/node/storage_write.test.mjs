// Messages for the Storage Write API beside those that Google's own client makes of the same schema and rows.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import bigQueryStorage from '@google-cloud/bigquery-storage';
import { bigQueryDescriptor, bigQuerySchema, CallFacts, Directory } from 'denwaban';

const { adapt, managedwriter, protos } = bigQueryStorage;
const restaurants = JSON.parse(readFileSync(new URL('../../examples/restaurants/restaurants.json', import.meta.url)));
const directory = Directory.fromJson(restaurants);
const at = (second) => new Date(Date.UTC(2026, 10, 22, 8, 0, second)).toISOString();
const phone = (number) => ({ Address: number, Type: 'TELEPHONE_NUMBER' });
const sample = {
  Channel: 'VOICE',
  InitiationMethod: 'INBOUND',
  InitiationTimestamp: at(0),
  ConnectedToSystemTimestamp: at(1),
  DisconnectTimestamp: at(50),
  DisconnectReason: 'CUSTOMER_DISCONNECT',
  LastUpdateTimestamp: at(59),
  InstanceARN: 'arn:aws:connect:ap-northeast-1:123456789012:instance/i',
  CustomerEndpoint: phone('+819012345678'),
  Queue: { ARN: 'arn:q', Name: '予約', EnqueueTimestamp: at(2), DequeueTimestamp: at(9) },
  Agent: {
    ARN: 'arn:a',
    Username: 'suzuki',
    ConnectedToAgentTimestamp: at(9),
    AgentInteractionDuration: 41,
    LongestHoldDuration: 3_200_000_000,
    NumberOfHolds: 2,
  },
  Recordings: [{ Location: 's3://calls/a.wav', Status: 'AVAILABLE', MediaStreamType: 'AUDIO', StartTimestamp: at(9) }],
  Attributes: { disposition: 'booking', disposition2: 'access', bookingId: 'b1', 空: '' },
};

/** As Google's client derives it from a table's schema. */
const descriptorOf = (columns) =>
  adapt.convertStorageSchemaToProto2Descriptor(
    adapt.convertBigQuerySchemaToStorageTableSchema({ fields: columns }),
    'root',
  );
const membersOf = (message, nested = message.nestedType) =>
  message.field.map(({ name, number, label, type, typeName }) => {
    const of = nested.find((one) => one.name === typeName);
    assert.equal(of === undefined, !typeName);
    return [name, number, label, type, of ? membersOf(of, of.nestedType.length ? of.nestedType : nested) : null];
  });

for (const of of ['calls', 'bookings', 'reconciled', 'legs', 'states', 'shifts']) {
  test(`the descriptor is the one that the client derives from the schema: ${of}`, () => {
    const ours = protos.google.protobuf.DescriptorProto.decode(bigQueryDescriptor(of));
    assert.deepEqual(membersOf(ours), membersOf(descriptorOf(bigQuerySchema(of))));
  });
}

/** What the client takes for a row: times as Dates, and nothing of what is not there. */
const given = (row, columns) =>
  Object.fromEntries(
    columns.flatMap(({ name, type, mode, fields }) => {
      const one = (value) => {
        if (type === 'STRUCT') return given(value, fields);
        return type === 'TIMESTAMP' || type === 'DATE' ? new Date(value) : value;
      };
      const value = row[name];
      if (value === null || value === undefined) return [];
      return [[name, mode === 'REPEATED' ? value.map(one) : one(value)]];
    }),
  );

test('messages are those that the client writes of the rows, byte for byte', () => {
  const facts = new CallFacts();
  for (let number = 0; number < 200; ++number) {
    facts.add({
      ...sample,
      ContactId: `c${number}`,
      ...(number % 2 && { Queue: null, Tags: {} }),
      ...(number % 3 && { Agent: null, Recordings: [] }),
      ...(number % 5 && { InitialContactId: `c${number - 1}`, CustomerEndpoint: null }),
      ...(number % 7 && { SystemEndpoint: phone(restaurants[number % 7].lines[0].number) }),
    });
  }
  const columns = bigQuerySchema();
  const sent = [];
  const connection = {
    getStreamId: () => 'projects/p/datasets/d/tables/t/streams/_default',
    onSchemaUpdated: () => ({ off: () => {} }),
    reconnect: () => {},
    write: (request) => sent.push(request),
  };
  const protoDescriptor = descriptorOf(columns);
  const ids = facts.all().map(({ id }) => id);
  const json = new managedwriter.JSONWriter({ connection, protoDescriptor });
  json.appendRows(ids.map((id) => given(facts.bigQueryRow(id, directory).json, columns)));
  const plain = new managedwriter.Writer({ connection, protoDescriptor });
  plain.appendRows({ serializedRows: ids.map((id) => facts.bigQueryMessage(id, directory)) });
  const [theirs, ours] = sent.map(({ protoRows }) =>
    protoRows.rows.serializedRows.map((bytes) => Buffer.from(bytes).toString('hex')),
  );
  assert.ok(theirs.length > 20);
  assert.deepEqual(ours, theirs);
});
