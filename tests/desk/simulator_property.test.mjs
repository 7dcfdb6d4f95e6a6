// Any sequence of wishes and of what the world does: the adapter and the simulated Amazon Connect agree about what came of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { advance, emptyCentre, makeClock, nextAt, showCentre, step } from '../../bindings/browser/simulator/index.mjs';
import { makeScene } from './simulated_scene.mjs';

const guest = '+819012345678';
const head = '+81350000999';
const start = makeClock().now();
/** The same cases for everybody, so that what fails is what was changed. */
const seed = 20261129;

const wishes = fc.oneof(
  fc
    .constantFrom('accept', 'reject', 'hold', 'resume', 'mute', 'unmute', 'conference', 'hangUp', 'completeWrapUp')
    .map((name) => [name]),
  fc.constant(['transfer', head]),
  fc.constant(['transfer', head, { stay: true }]),
  fc.constant(['dial', guest]),
  fc.constantFrom('Available', '休憩', 'Offline').map((state) => ['setState', state]),
);
const world = fc.constantFrom(
  ({ simulated }) => simulated.ring({ number: guest }),
  ({ simulated }) => simulated.ring({ kind: 'callback', number: guest }),
  ({ simulated }) => simulated.ring({ kind: 'customer_first', number: guest }),
  ({ simulated }) => simulated.ring({ kind: 'monitor', number: guest }),
  ({ simulated }) => simulated.ring({ number: null, autoAccept: true }),
  ({ simulated }) => simulated.arrive({ number: '+818011112222', patience: 8000 }),
  ({ simulated }) => simulated.centre.contacts.forEach(({ id }) => simulated.contact(id).customerHangsUp()),
  ({ simulated }) =>
    simulated.centre.contacts.forEach(({ id, legs }) => simulated.contact(id).partyHangsUp(legs.at(-1).id)),
  ({ simulated }) => simulated.centre.contacts.forEach(({ id }) => simulated.contact(id).supervisorJoins()),
  ({ simulated }) => simulated.set({ lines: { [head]: { does: 'engaged' } } }),
  ({ simulated }) => simulated.lose(),
  ({ simulated }) => simulated.restart(),
);
const steps = fc.array(
  fc.tuple(
    fc.oneof(
      { weight: 3, arbitrary: wishes.map((wish) => ({ wish })) },
      { weight: 2, arbitrary: world.map((happens) => ({ happens })) },
    ),
    fc.constantFrom(0, 0, 100, 300, 5000, 21_000),
  ),
  { maxLength: 14 },
);

const meant = ['not_possible', 'ambiguous', 'failed', 'gone'];
/** What the adapter says of itself, beside what the centre has. */
const compare = ({ simulated, told }) => {
  const { contacts, status, next } = simulated.centre;
  assert.deepEqual(
    told.calls$
      .at(-1)
      .map(({ contactId, contact }) => [contactId, contact.shown === 'rejected' ? 'error' : contact.shown]),
    contacts.map(({ id, state }) => [id, state]),
  );
  const shown = told.agentStatus$.at(-1);
  assert.deepEqual([shown.status.name, shown.next?.name ?? null], [status.name, next?.name ?? null]);
  // Of several calls the centre knows one microphone.
  if (contacts.length === 1) assert.equal(told.callStatus$.at(-1).muted, simulated.centre.microphoneOff);
};

test('whatever is wished and happens, the adapter shows what is so, and every wish comes to something', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const scene = makeScene({ settings: { afterContactWork: 300_000 } });
      const results = [];
      const nothingCame = []; // or was not shown in time
      scene.simulated.on(({ type, method }) => type === 'void' && nothingCame.push(method));
      scene.adapter.errors$.subscribe(({ code }) => code === 'disconnected' && nothingCame.push(code));
      for (const [{ wish, happens }, wait] of all) {
        if (happens) happens(scene);
        else {
          const [name, ...given] = wish;
          const result = { name, ended: null };
          results.push(result);
          scene.adapter[name](...given).then(
            () => (result.ended = 'done'),
            ({ code }) => (result.ended = code),
          );
        }
        await scene.pass(wait);
      }
      scene.simulated.recover();
      await scene.pass(30_500);
      compare(scene);
      for (const { name, ended } of results)
        assert.ok(
          ended === 'done' || meant.includes(ended) || (ended === 'timed_out' && nothingCame.length > 0),
          `${name} came to ${ended}`,
        );
      assert.ok(!scene.errors().includes('unreadable_snapshot'));
      scene.end();
    }),
    { numRuns: 80, seed },
  );
});

const legsMakeSense = ({ state, kind, legs }) => {
  const [own] = legs;
  const talks = legs.filter(
    ({ type, state }) => type !== 'monitoring' && ['connecting', 'connected', 'hold'].includes(state),
  );
  if (state === 'connected' && kind !== 'monitor') return talks.length > 1 && own.state !== 'disconnected';
  if (state === 'ended') return own.state === 'disconnected' && talks.length !== 1;
  return state !== 'error' || own.state === 'disconnected';
};
const methods = [
  'acceptContact',
  'rejectContact',
  'destroyConnection',
  'holdConnection',
  'resumeConnection',
  'createAdditionalConnection',
  'addNewConnection',
  'conferenceConnections',
  'toggleActiveConnections',
  'transferContact',
  'clearContact',
  'muteParticipant',
  'updateContactAttributes',
];
/** A request of any contact and leg that there is, or of none. */
const request = fc.record({
  method: fc.constantFrom(...methods),
  contact: fc.nat(3),
  leg: fc.nat(3),
});
const asked = ({ method, contact, leg }, { contacts }) => {
  const { id = 'nobody', legs = [] } = contacts[contact] ?? {};
  return {
    type: 'asked',
    method,
    params: {
      contactId: id,
      connectionId: legs[leg]?.id ?? null,
      endpoint: { phoneNumber: head },
      attributes: { a: '1' },
    },
  };
};

test('whatever streams asks, no contact comes to what cannot be, and nothing is due for ever', () => {
  const event = fc.oneof(
    { weight: 4, arbitrary: request },
    { weight: 1, arbitrary: fc.constantFrom('inbound', 'callback', 'outbound').map((kind) => ({ ring: kind })) },
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(event, fc.constantFrom(0, 200, 4000, 25_000)), { maxLength: 30 }), (events) => {
      let centre = emptyCentre({ settings: { afterContactWork: 60_000 } }, start);
      let at = start;
      for (const [{ ring, ...one }, wait] of events) {
        const happens = ring ? { type: 'rings', given: { kind: ring, number: guest } } : asked(one, centre);
        centre = advance(step(centre, happens, at).state, (at += wait)).state;
        for (const contact of centre.contacts) assert.ok(legsMakeSense(contact), JSON.stringify(contact));
        assert.deepEqual(JSON.parse(JSON.stringify(centre)), centre, 'it can be kept');
        showCentre(centre, at);
      }
      assert.equal(nextAt(advance(centre, at + 600_000).state), null);
    }),
    { numRuns: 1000, seed },
  );
});
