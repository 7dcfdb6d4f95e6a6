// The desk of the browser and the addon's AgentTimeline are shown the same snapshots, made at random, and tell the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AgentTimeline, Call, parseCaller, parsePhoneNumber } from 'denwaban';
import fc from 'fast-check';
import { contactsOf, emptyDesk, observe } from '../../bindings/browser/desk.mjs';
import { dialable, shownNumber, withheldWords } from '../../bindings/browser/numbers.mjs';
import { readSnapshot } from '../../bindings/browser/snapshot.mjs';
import {
  agentStatusTypes,
  channels,
  connectionStates,
  connectionTypes,
  initiations,
  shownContactStates,
  systemStatuses,
} from '../../bindings/browser/tables.mjs';
import { start } from '../property/streams_desk.mjs';

const moment = fc.option(fc.integer({ min: start - 100, max: start + 300 }));
/** A word of the table, or one that nobody knows. */
const word = (words) => fc.constantFrom(...words, 'telegram');
const names = [...Object.keys(systemStatuses), 'Available', 'Offline', 'Pending', '休憩'];

const connection = (connectionId) =>
  fc.record({
    connectionId: fc.constant(connectionId),
    type: word(connectionTypes),
    initial: fc.boolean(),
    state: fc.record({ type: word(connectionStates), timestamp: moment }),
    monitorStatus: fc.constantFrom(null, 'SILENT_MONITOR', 'BARGE', 'HUM'),
    endpoint: fc.constantFrom(
      null,
      3,
      { phoneNumber: '+819012345678' },
      { phoneNumber: 'sip:+81350000001@example.com' },
    ),
  });
const contact = (contactId) =>
  fc.record({
    contactId: fc.constant(contactId),
    type: word([...channels, 'queue_callback']),
    initiationMethod: fc.option(word(initiations)),
    state: fc.record({ type: word(shownContactStates), timestamp: moment }),
    connections: fc.tuple(...['a', 'c', 'p'].map((id) => fc.option(connection(id)))).map((all) => all.filter(Boolean)),
  });
const state = fc.record({
  name: fc.constantFrom(...names),
  type: word(agentStatusTypes),
  startTimestamp: moment,
  agentStateARN: fc.constantFrom(null, 'arn:agent-state/77'),
});
const shown = fc.record({
  state,
  nextState: fc.option(fc.record({ name: fc.constantFrom('休憩', 'Offline') })),
  contacts: fc.tuple(...['c1', 'c2', 'c3'].map((id) => fc.option(contact(id)))).map((all) => all.filter(Boolean)),
});
/** Each snapshot some seconds after the one before; a step of null shows the last one once more. */
const sequence = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.option(shown, { freq: 8 })), { minLength: 1, maxLength: 15 })
  .map((steps) => {
    let at = start;
    return steps.reduce((all, [seconds, one]) => {
      if (one === null) return all.length > 0 ? [...all, all.at(-1)] : all;
      at += seconds;
      return [...all, { snapshotTimestamp: at, ...one }];
    }, []);
  });

const deskTells = (snapshots) => {
  let desk = emptyDesk;
  const told = snapshots.map((snapshot) => {
    const seen = observe(desk, readSnapshot(snapshot));
    desk = seen.desk;
    return seen.notices.map(({ about, contact, kind, state, effect }) => [
      about,
      contact?.id ?? '',
      kind,
      state,
      effect ?? null,
    ]);
  });
  const contacts = contactsOf(desk).map(({ id, state, stateSince, times }) => [
    id,
    state,
    stateSince,
    Object.values(times),
  ]);
  return { told, state: desk.state, since: desk.since, missedInARow: desk.missedInARow, contacts };
};
const addonTells = (snapshots) => {
  const timeline = new AgentTimeline();
  const told = snapshots.map((snapshot) =>
    timeline
      .apply(snapshot)
      .notices.map(({ about, contact, kind, state, effect }) => [about, contact ?? '', kind, state, effect ?? null]),
  );
  const { latest, missedInARow } = timeline;
  const contacts = timeline.contacts.map(({ id, state, stateSince, times }) => [
    id,
    state,
    stateSince.getTime(),
    [times.ringing, times.talking, times.held, times.afterContactWork],
  ]);
  return { told, state: latest?.state ?? 'unknown', since: latest?.since.getTime() ?? null, missedInARow, contacts };
};

test('any snapshots: the browser’s desk tells what the core tells', () => {
  fc.assert(
    fc.property(sequence, (snapshots) => assert.deepEqual(deskTells(snapshots), addonTells(snapshots))),
    { numRuns: 2000 },
  );
});

const read = (typed) => {
  try {
    return parsePhoneNumber(typed).e164;
  } catch {
    return null;
  }
};

test('a number that the browser takes is one that the core reads, the same, and no other', () => {
  const digits = fc.stringMatching(/^(?:0|81|010|\+81|\+)[0-9]{6,14}$/);
  fc.assert(
    fc.property(digits, (typed) => assert.equal(dialable(typed), read(typed))),
    { numRuns: 20_000 },
  );
  for (const typed of [
    ...[
      '03-1234-5678',
      '0312345678',
      '（０３）１２３４－５６７８',
      '+81 (0)3-1234-5678',
      '81-3-1234-5678',
      '8190 1234 5678',
    ],
    ...[
      '010-1-415-555-0123',
      '01012345678',
      '09-1234-5678',
      '312345678',
      '14155550123',
      '110',
      '#7119',
      '184-090-1234-5678',
    ],
    ...['020-1234-5678', '0120-123-456', '+1 (415) 555-0123', '+12', '', '03-1234-567', '+81 3-1234-567'],
  ])
    assert.equal(dialable(typed), read(typed), typed);
});

test('of a number as it is shown, with or without its plus, a call is made', () => {
  for (const [shown, other] of [
    ['14155550123', '+14155550123'],
    ['sip:819012345678@203.0.113.9', '+819012345678'],
    ['0312345678', '+81312345678'],
    ['anonymous', 'not_given'],
  ]) {
    const made = Call.fromJson({ contacts: ['c1'], direction: 'inbound', other: shownNumber(shown) });
    assert.equal(made.toJSON().other, other);
  }
  assert.equal(shownNumber('18409011112222'), '18409011112222');
});

test('what the browser takes for a withheld number, the core does', () => {
  for (const word of withheldWords) {
    assert.equal(shownNumber(word), null);
    assert.equal(parseCaller(word).number, null, word);
  }
  for (const [shown, number] of [
    ['SIP:+819012345678@h;x=1', '+819012345678'],
    ['"Tanaka" <sip:+819012345678@h>', '+819012345678'],
    ['"Coin line/payphone" <sip:anonymous@anonymous.invalid>', null],
    ['Anonymous', null],
    ['tel:+819012345678;ext=1', '+819012345678'],
    ['+14155550123', '+14155550123'],
    ['', null],
  ])
    assert.equal(shownNumber(shown), number);
});
