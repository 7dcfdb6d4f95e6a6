import assert from 'node:assert/strict';
import test from 'node:test';
import { tableFromIPC } from 'apache-arrow';
import { bigQueryDescriptor, bigQuerySchema, CallFacts, Directory } from 'denwaban';

const directory = Directory.fromJson([
  {
    id: 'r1',
    name: 'とりべえ',
    zone: 'Asia/Tokyo',
    lines: [{ number: '03-1234-5678', label: '代表' }],
    hours: { rules: [{ when: 'every_day', services: [{ name: '夜', opens: '17:00', closes: '23:00' }] }] },
  },
]);
const facts = new CallFacts();
for (let number = 0; number < 40; ++number) {
  const at = new Date(Date.UTC(2026, 10, 22, 8, number)).toISOString();
  facts.add({
    ContactId: `c${number}`,
    InitiationMethod: 'INBOUND',
    InitiationTimestamp: at,
    LastUpdateTimestamp: at,
    CustomerEndpoint: { Address: '+819012345678', Type: 'TELEPHONE_NUMBER' },
    ...(number % 2 && { SystemEndpoint: { Address: '+81312345678', Type: 'TELEPHONE_NUMBER' } }),
    ...(number % 3 && { Queue: { ARN: 'arn:q', Name: '予約', EnqueueTimestamp: at } }),
    ...(number % 5 === 0 && { InitialContactId: 'c0', Attributes: { disposition: 'booking', x: '' } }),
  });
}
const rows = () => facts.all().map(({ id }) => facts.bigQueryRow(id, directory).json);
const instant = (text) => Date.parse(text);
/** A row with times as numbers, and null for what is not there. */
const plain = (row, columns) =>
  Object.fromEntries(
    columns.map(({ name, type, fields }) => {
      const one = (value) => {
        if (value === null || value === undefined) return null;
        if (type === 'TIMESTAMP') return instant(value);
        return type === 'STRUCT' ? plain(value, fields) : value;
      };
      return [name, Array.isArray(row[name]) ? row[name].map(one) : one(row[name])];
    }),
  );

test('rows of Arrow are those of BigQuery', () => {
  const table = tableFromIPC(facts.arrow(directory));
  const columns = bigQuerySchema();
  assert.deepEqual(
    table.schema.fields.map(({ name, nullable }) => [name, nullable]),
    columns.map(({ name, mode }) => [name, mode === 'NULLABLE']),
  );
  const value = ({ type, fields }, held) => {
    if (held === null) return null;
    if (type === 'STRUCT') return Object.fromEntries(fields.map((part) => [part.name, member(part, held[part.name])]));
    if (type === 'DATE') return new Date(held).toISOString().slice(0, 10);
    return typeof held === 'bigint' ? Number(held) : held;
  };
  const member = (column, held) => {
    if (column.mode !== 'REPEATED') return value(column, held);
    if (column.name === 'attributes') return [...held].map(([key, value]) => ({ key, value }));
    return [...held].map((item) => value(column, item));
  };
  const told = table
    .toArray()
    .map((row) => Object.fromEntries(columns.map((column) => [column.name, member(column, row[column.name])])));
  const expected = rows().map((row) => plain(row, columns));
  assert.ok(expected.length > 20 && expected.some(({ restaurant }) => restaurant === 'r1'));
  assert.deepEqual(told, expected);
});

test('without calls there are columns', () => {
  const table = tableFromIPC(new CallFacts().arrow());
  assert.equal(table.numRows, 0);
  assert.equal(table.numCols, bigQuerySchema().length);
});

/** [field, value] of a message: numbers, and bytes of what has a length. */
function* fieldsOf(bytes) {
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++];
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const tag = Number(varint());
    const number = varint();
    if (tag % 8 === 0) yield [tag >> 3, Number(number)];
    else yield [tag >> 3, bytes.subarray(at, (at += Number(number)))];
  }
}
const all = (bytes, field) => [...fieldsOf(bytes)].filter(([number]) => number === field).map(([, value]) => value);
const textOf = (bytes) => Buffer.from(bytes).toString();

test('messages for the Storage Write API are the rows', () => {
  const read = (message, descriptor, columns) => {
    const nested = new Map(all(descriptor, 3).map((type) => [textOf(all(type, 1)[0]), type]));
    const members = all(descriptor, 2).map((field, place) => {
      const { name, type, mode, fields } = columns[place];
      assert.equal(textOf(all(field, 1)[0]), name);
      const held = all(message, all(field, 3)[0]).map((value) => {
        if (type === 'STRUCT') return read(value, nested.get(textOf(all(field, 6)[0])), fields);
        if (type === 'TIMESTAMP') return value / 1000;
        if (type === 'DATE') return new Date(value * 86_400_000).toISOString().slice(0, 10);
        return typeof value === 'number' ? value : textOf(value);
      });
      return [name, mode === 'REPEATED' ? held : (held[0] ?? null)];
    });
    return Object.fromEntries(members);
  };
  const columns = bigQuerySchema();
  const told = facts.all().map(({ id }) => read(facts.bigQueryMessage(id, directory), bigQueryDescriptor(), columns));
  assert.deepEqual(
    told,
    rows().map((row) => plain(row, columns)),
  );
  assert.equal(facts.bigQueryMessage('nobody'), null);
  assert.throws(() => bigQueryDescriptor('nothing'), { code: 'invalid_value' });
});
