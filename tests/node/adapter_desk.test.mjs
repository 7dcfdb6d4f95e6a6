// The desk of the browser tells what the shared vectors say that C++ tells.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { contactsOf, emptyDesk, observe } from '../../bindings/browser/desk.mjs';
import { readSnapshot, SnapshotError } from '../../bindings/browser/snapshot.mjs';

const folder = new URL('../data/agent_vectors/', import.meta.url);
const vectors = readdirSync(folder)
  .map((name) => ({ name, ...JSON.parse(readFileSync(new URL(name, folder), 'utf8')) }))
  .filter(({ source }) => source === 'streams');

const line = ({ about, kind, state, contact }) =>
  about === 'agent' ? `agent ${kind} ${state}` : `contact ${contact.id} ${kind} ${state}`;
const iso = (time) => new Date(time).toISOString();

const play = (snapshots, read = readSnapshot) => {
  let desk = emptyDesk;
  const all = snapshots.map((snapshot) => {
    const seen = observe(desk, read(snapshot));
    desk = seen.desk;
    return seen.notices;
  });
  const destroyed = all.flat().filter(({ about, kind }) => about === 'contact' && kind === 'destroyed');
  return {
    notices: all.map((notices) => notices.map(line)),
    state: desk.state,
    since: iso(desk.since),
    missed_in_a_row: desk.missedInARow,
    contacts: contactsOf(desk).map(({ id, state, stateSince, times }) => ({
      id,
      state,
      since: iso(stateSince),
      ...times,
    })),
    gone: destroyed.map(({ contact, times }) => ({ id: contact.id, ...times })),
  };
};

/** With every time in the form that `write` gives it. */
const withTimes = (snapshots, write) =>
  snapshots.map((snapshot) =>
    JSON.parse(JSON.stringify(snapshot), (key, value) =>
      /timestamp$/i.test(key) && value !== null ? write(value) : value,
    ),
  );

test('there are vectors', () => assert.ok(vectors.length >= 15));

for (const { name, snapshots, notices, state, since, missed_in_a_row, contacts, gone } of vectors) {
  const expected = { notices, state, since, missed_in_a_row, contacts, gone };
  test(name, () => assert.deepEqual(play(snapshots), expected));
  test(`${name}, times in milliseconds`, () =>
    assert.deepEqual(play(withTimes(snapshots, (time) => time * 1000)), expected));
  test(`${name}, times as dates`, () =>
    assert.deepEqual(play(withTimes(snapshots, (time) => new Date(time * 1000))), expected));
}

const first = vectors.find(({ name }) => name === 'inbound_answered.json').snapshots;

test("an update's snapshot is read", () =>
  assert.deepEqual(readSnapshot({ snapshot: first[0] }), readSnapshot(first[0])));

test('a snapshot older than the latest changes nothing', () => {
  const { desk } = observe(emptyDesk, readSnapshot(first[1]));
  assert.deepEqual(observe(desk, readSnapshot(first[0])), { desk, notices: [] });
});

test('the same snapshot twice tells once, though another of the same moment stands between', () => {
  const [a, b] = [first[0], { ...first[0], nextState: { name: 'Lunch' } }].map((snapshot) => readSnapshot(snapshot));
  const once = observe(observe(emptyDesk, a).desk, b);
  assert.deepEqual(once.notices.map(line), ['agent enqueued_next_state available']);
  assert.deepEqual(observe(once.desk, a).notices, []);
});

test('a word that is new is unknown, and no property of an object is mistaken for a word', () => {
  const strange = structuredClone(first[1]);
  strange.state.type = '__proto__';
  strange.contacts[0].state.type = 'constructor';
  strange.contacts[0].type = 'telegram';
  const { desk, notices } = observe(emptyDesk, readSnapshot(strange));
  assert.equal(desk.snapshot.contacts[0].shown, 'unknown');
  assert.equal(desk.snapshot.contacts[0].channel, 'unknown');
  assert.deepEqual(notices.filter(({ about }) => about === 'contact').map(line), ['contact c1 init unseen']);
});

for (const [what, snapshot, path] of [
  ['nothing', null, '/'],
  ['a list', [], '/'],
  ['no time', { state: { name: 'Available' } }, '/'],
  ['a time past all years', { ...first[0], snapshotTimestamp: 1e300 }, '/snapshotTimestamp'],
  ['no date', { ...first[0], snapshotTimestamp: new Date(NaN) }, '/snapshotTimestamp'],
  ['a status without a name', { ...first[0], state: {} }, '/state'],
  ['contacts that are no list', { ...first[0], contacts: {} }, '/contacts'],
  ['too many contacts', { ...first[0], contacts: Array(1001).fill({}) }, '/contacts'],
  ['a contact without an id', { ...first[0], contacts: [{ state: {} }] }, '/contacts/0/contactId'],
  [
    'a connection that is a word',
    { ...first[1], contacts: [{ ...first[1].contacts[0], connections: ['x'] }] },
    '/contacts/0/connections/0',
  ],
]) {
  test(`${what} is refused, and where is said`, () =>
    assert.throws(
      () => readSnapshot(snapshot),
      (error) => error instanceof SnapshotError && error.path === path,
    ));
}
