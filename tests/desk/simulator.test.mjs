// The simulated Amazon Connect, behind the published amazon-connect-streams, as the adapter sees it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepIn, makeClock } from '../../bindings/browser/simulator/index.mjs';
import connect from '../../bindings/browser/simulator/node.cjs';
import { makeScene } from './simulated_scene.mjs';

const guest = '+819012345678';
const head = '+81350000999';
const play = (title, act, options) =>
  test(title, async () => {
    const scene = makeScene(options);
    await act(scene);
    scene.end();
    assert.equal(scene.clock.waiting(), 0);
    assert.equal(scene.simulated.listeners(), 0);
  });
const legOf = ({ simulated }, party) => simulated.centre.contacts[0].legs.find(({ type }) => type === party).id;
const thirdOf = ({ simulated }) => simulated.centre.contacts[0].legs.find(({ id }) => id.includes('party')).id;
/** A call that is talked on. */
const talking = async (scene, given = { number: guest, dialled: '+81350000001' }) => {
  const contact = scene.simulated.ring(given);
  assert.equal(await scene.comesTo(scene.adapter.accept({ contactId: contact.id })), 'connected');
  return contact;
};

play('a call rings, is answered, held, muted, hung up and wrapped up', async (scene) => {
  const { simulated, adapter, told, comesTo, call, agent } = scene;
  assert.deepEqual([call(), agent()], ['idle', 'Available']);
  simulated.ring({ number: guest, dialled: '+81350000001', attributes: { heard: '{}' } });
  assert.deepEqual([call(), agent()], ['connecting', 'PendingBusy']);
  const [{ number, contact }] = told.onInboundCallIncoming;
  assert.deepEqual(
    [number, contact.systemEndpoint, contact.attributes, contact.id],
    [guest, '+81350000001', { heard: '{}' }, '0a0b0c0d-0000-4000-8000-000000000001'],
  );
  assert.equal(await comesTo(adapter.accept(), 100), 'open');
  assert.equal(await comesTo(adapter.accept()), 'connected');
  assert.equal(agent(), 'Busy');
  assert.equal(await comesTo(adapter.hold()), 'held');
  assert.equal(await comesTo(adapter.resume()), 'connected');
  assert.equal(await comesTo(adapter.mute()), 'connected');
  assert.equal(told.callStatus$.at(-1).muted, true);
  assert.equal(await comesTo(adapter.unmute()), 'connected');
  assert.equal(await comesTo(adapter.hangUp()), 'after_contact_work');
  assert.equal(agent(), 'AfterCallWork');
  assert.equal(await comesTo(adapter.completeWrapUp()), 'done');
  assert.deepEqual([call(), agent()], ['idle', 'Available']);
  assert.deepEqual(scene.errors(), []);
});

play('streams tells its own events of it', async ({ simulated, pass }) => {
  const events = [];
  const listening = connect.contact((contact) => {
    for (const name of ['onConnecting', 'onConnected', 'onEnded', 'onACW', 'onDestroy'])
      contact[name](() => events.push(name));
  });
  const contact = simulated.ring({ number: guest, autoAccept: true });
  await pass(1000);
  contact.customerHangsUp();
  new connect.Agent().getContacts()[0].clear({ success: () => events.push('success') });
  await pass(1000);
  assert.deepEqual(
    events.filter((name, at) => events.indexOf(name) === at),
    ['onConnecting', 'onConnected', 'onACW', 'onEnded', 'success', 'onDestroy'],
  );
  listening.unsubscribe();
});

play(
  'a request is refused where it is not as things stand, and void where they have changed meanwhile',
  async (scene) => {
    const { simulated, comesTo, call } = scene;
    const contact = simulated.ring({ number: guest });
    const answers = [];
    const own = () => new connect.Agent().getContacts()[0];
    own().clear({ success: () => answers.push('taken'), failure: ({ type }) => answers.push(type) });
    await scene.pass(300);
    assert.deepEqual(answers, ['InvalidStateException']);
    const accepting = scene.adapter.accept();
    await scene.pass(50);
    contact.customerHangsUp();
    assert.equal(await comesTo(accepting), 'gone');
    assert.deepEqual([call(), scene.agent()], ['idle', 'Available']);
  },
);

play('a call that is refused, and one that is missed', async (scene) => {
  const { simulated, adapter, comesTo, pass, agent, call } = scene;
  simulated.ring({ number: guest });
  assert.equal(await comesTo(adapter.reject()), 'rejected');
  assert.deepEqual([agent(), scene.errors()], ['MissedCallAgent', []]);
  assert.equal(await comesTo(adapter.completeWrapUp()), 'done');
  simulated.ring({ number: guest });
  await pass(19_000);
  assert.equal(call(), 'connecting');
  await pass(1100);
  assert.deepEqual([agent(), call(), scene.errors()], ['MissedCallAgent', 'missed', ['missed_contact']]);
  assert.equal(await comesTo(adapter.setState('Available')), 'available');
  assert.deepEqual([agent(), call()], ['Available', 'idle']);
});

play('another party is consulted, joined, and left with the customer', async (scene) => {
  const { adapter, comesTo, call } = scene;
  await talking(scene);
  assert.equal(await comesTo(adapter.transfer(head, { stay: true }), 5000), 'held');
  new connect.Agent().getContacts()[0].toggleActiveConnections();
  await scene.pass(500);
  const states = () => scene.simulated.centre.contacts[0].legs.map(({ state }) => state);
  assert.deepEqual(states(), ['connected', 'connected', 'hold']);
  assert.equal(await comesTo(adapter.conference()), 'conferenced');
  assert.equal(await comesTo(adapter.hangUp()), 'transferred');
  assert.deepEqual(states(), ['disconnected', 'connected', 'connected']);
  assert.equal(call(), 'transferred');
  assert.equal(await comesTo(adapter.completeWrapUp()), 'done');
});

play('a call is transferred once the other has answered; who does not leaves it on hold', async (scene) => {
  const { simulated, adapter, comesTo } = scene;
  simulated.set({ lines: { [head]: { does: 'engaged' }, '+81350000998': { after: 8000 } } });
  await talking(scene);
  assert.equal(await comesTo(adapter.transfer(head), 5000), 'failed');
  assert.equal(scene.call(), 'held');
  assert.equal(await comesTo(adapter.transfer('+81350000998'), 7000), 'open');
  assert.equal(await comesTo(adapter.transfer('+81350000998'), 5000), 'transferred');
});

play('the customer leaves a consultation; the party leaves, and it is over', async (scene) => {
  const { adapter, comesTo, pass, call } = scene;
  const contact = await talking(scene);
  await comesTo(adapter.transfer(head, { stay: true }), 5000);
  contact.customerHangsUp();
  await pass(100);
  assert.equal(call(), 'customer_left');
  contact.partyHangsUp(thirdOf(scene));
  await pass(100);
  assert.equal(call(), 'after_contact_work');
});

play('one party is held and muted at the server', async (scene) => {
  const { adapter, comesTo, told } = scene;
  await talking(scene);
  assert.equal(await comesTo(adapter.hold({ party: 'agent' })), 'held');
  assert.equal(told.callStatus$.at(-1).steppedOut, true);
  assert.equal(await comesTo(adapter.resume({ party: 'agent' })), 'connected');
  assert.equal(await comesTo(adapter.mute({ connectionId: legOf(scene, 'inbound') })), 'connected');
  assert.deepEqual(
    told.calls$.at(-1)[0].contact.connections.map(({ muted }) => muted),
    [false, true],
  );
});

play(
  'after-contact work ends by itself where it has a limit',
  async (scene) => {
    const contact = await talking(scene);
    contact.customerHangsUp();
    await scene.pass(29_000);
    assert.equal(scene.call(), 'after_contact_work');
    await scene.pass(1100);
    assert.deepEqual([scene.call(), scene.agent()], ['idle', 'Available']);
  },
  { settings: { afterContactWork: 30_000 } },
);

play('two calls at once: which is meant has to be said', async (scene) => {
  const { simulated, adapter, comesTo, told } = scene;
  const first = await talking(scene);
  assert.equal(await comesTo(adapter.hold()), 'held');
  const second = simulated.ring({ number: '+818011112222' });
  assert.equal(await comesTo(adapter.accept({ contactId: second.id })), 'connected');
  assert.equal(told.calls$.at(-1).length, 2);
  assert.equal(await comesTo(adapter.hangUp()), 'ambiguous');
  assert.equal(await comesTo(adapter.hangUp({ contactId: second.id })), 'after_contact_work');
  assert.equal(await comesTo(adapter.resume({ contactId: first.id })), 'connected');
});

play('a supervisor listens and breaks in; the agent sees it of theirs', async (scene) => {
  const { simulated, adapter, comesTo, call, told, pass } = scene;
  const overheard = simulated.ring({ kind: 'monitor', number: guest });
  await pass(300);
  assert.deepEqual([call(), told.onInboundCallIncoming.length], ['monitoring', 0]);
  assert.equal(await comesTo(adapter.barge()), 'barging');
  assert.equal(await comesTo(adapter.listen()), 'monitoring');
  assert.equal(await comesTo(adapter.hangUp()), 'done');
  assert.equal(overheard.get(), null);
  const own = await talking(scene);
  own.supervisorJoins();
  await pass(100);
  assert.equal(told.callStatus$.at(-1).supervision, 'silent_monitor');
  own.supervisorLeaves();
  await pass(100);
  assert.deepEqual([call(), told.callStatus$.at(-1).supervision], ['connected', null]);
});

play('a callback rings at the agent first, or at the customer', async (scene) => {
  const { simulated, adapter, comesTo, call, agent, told, pass } = scene;
  simulated.ring({ kind: 'callback', number: guest });
  assert.deepEqual([call(), agent()], ['incoming', 'Pending']);
  assert.equal(await comesTo(adapter.accept()), 'connecting');
  assert.equal(told.callStatus$.at(-1).ringsFirst, 'agent');
  await pass(3000);
  assert.equal(call(), 'connected');
  await comesTo(adapter.hangUp());
  await comesTo(adapter.completeWrapUp());
  simulated.ring({ kind: 'customer_first', number: guest });
  assert.deepEqual([call(), told.callStatus$.at(-1).ringsFirst], ['connecting', 'customer']);
  assert.equal(await comesTo(adapter.accept()), 'connected');
  await comesTo(adapter.hangUp());
  await comesTo(adapter.completeWrapUp());
  simulated.ring({ kind: 'callback', number: guest });
  await pass(20_100);
  assert.deepEqual([call(), agent()], ['missed', 'Default']);
});

for (const [does, status, after] of [
  ['answers', 'Busy', 4000],
  ['engaged', 'LineEngagedCustomer', 4000],
  ['invalid', 'BadAddressCustomer', 4000],
  ['silent', 'FailedConnectCustomer', 21_000],
]) {
  play(`calling out: a number that ${does}`, async (scene) => {
    const { simulated, adapter, comesTo, pass, agent, call } = scene;
    simulated.set({ lines: { [guest]: { does } } });
    assert.equal(await comesTo(adapter.dial(guest)), 'connecting');
    assert.equal(agent(), 'CallingCustomer');
    await pass(after);
    assert.deepEqual([agent(), call()], [status, does === 'answers' ? 'connected' : 'failed']);
  });
}

play('another state ends after-contact work', async (scene) => {
  const { adapter, comesTo, agent, call } = scene;
  for (const state of ['休憩', 'Available']) {
    await talking(scene);
    await comesTo(adapter.hangUp());
    assert.equal(call(), 'after_contact_work');
    await comesTo(adapter.setState(state));
    assert.deepEqual([agent(), call()], [state, 'idle']);
    await comesTo(adapter.setState('Available'));
  }
});

play('states of the agent, and the next one while they talk', async (scene) => {
  const { adapter, comesTo, told, agent } = scene;
  assert.equal(await comesTo(adapter.setState('休憩')), 'not_routable');
  assert.equal(await comesTo(adapter.setState('Available')), 'available');
  await talking(scene);
  assert.equal(await comesTo(adapter.setState('研修')), 'on_contact');
  assert.equal(told.agentStatus$.at(-1).next.name, '研修');
  await comesTo(adapter.hangUp());
  await comesTo(adapter.completeWrapUp());
  assert.deepEqual([agent(), told.agentStatus$.at(-1).next], ['研修', null]);
});

play('queues and quick connects', async ({ adapter, pass }) => {
  const seen = {};
  adapter.availableQueues$.subscribe((queues) => (seen.queues = queues));
  adapter.agentEndpoints$.subscribe((endpoints) => (seen.endpoints = endpoints));
  await pass(100);
  assert.deepEqual(
    [seen.queues.map(({ name }) => name), seen.endpoints.map(({ name }) => name)],
    [
      ['予約', ''],
      ['責任者', '本部'],
    ],
  );
});

play('a network that is lost and comes back: what happened meanwhile is shown then', async (scene) => {
  const { simulated, adapter, comesTo, pass, call, errors } = scene;
  const contact = await talking(scene);
  simulated.lose();
  assert.equal(await comesTo(adapter.hold()), 'failed');
  contact.customerHangsUp();
  await pass(2000);
  assert.deepEqual([call(), errors()], ['connected', ['disconnected']]);
  simulated.recover();
  assert.equal(call(), 'after_contact_work');
});

play('signed out, and in again', async (scene) => {
  const { simulated, adapter, comesTo, pass, errors } = scene;
  await pass(100);
  simulated.signOut();
  assert.equal(await comesTo(adapter.setState('休憩')), 'failed');
  assert.deepEqual(errors(), ['signed_out']);
  simulated.signIn();
  assert.equal(await comesTo(adapter.setState('休憩')), 'not_routable');
});

play('another window is refused until it is closed', async ({ simulated, agent, errors, adapter, comesTo }) => {
  const close = simulated.secondTab();
  assert.deepEqual([agent(), errors()], ['MultipleCcpWindows', ['multiple_ccp_windows']]);
  assert.equal(await comesTo(adapter.setState('休憩')), 'failed');
  close();
  assert.equal(agent(), 'Available');
});

play('streams is ended and begun again', async ({ simulated, adapter, comesTo, pass, errors, call }) => {
  const health = [];
  adapter.health$.subscribe(({ state }) => health.push(state));
  simulated.ring({ number: guest });
  await pass(100);
  simulated.restart();
  await pass(1100);
  assert.equal(call(), 'connecting');
  assert.equal(await comesTo(adapter.accept()), 'connected');
  assert.deepEqual(errors(), ['restarted']);
});

play('a clock that goes wrong, and back', async ({ simulated, told, pass, call, clock, errors }) => {
  simulated.skew(3_600_000);
  const contact = simulated.ring({ number: guest });
  assert.equal(told.callStatus$.at(-1).since.getTime(), clock.now() + 3_600_000);
  simulated.skew(0);
  await pass(15_100);
  assert.deepEqual(errors(), ['old_snapshot']);
  contact.customerHangsUp();
  await pass(100);
  assert.equal(call(), 'idle');
});

const memory = () => {
  const kept = new Map();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
};

test('a page that is loaded again in a call finds it, and what came about meanwhile', async () => {
  const [clock, storage] = [makeClock(), memory()];
  const options = { clock, keep: keepIn(storage, {}), settings: { afterContactWork: 60_000 } };
  const before = makeScene(options);
  const contact = await talking(before);
  before.simulated.script([{ after: 600_000, number: '+818011112222' }]);
  before.end();
  const again = makeScene({ ...options, series: 'ffffffff' });
  assert.equal(again.call(), 'connected');
  assert.deepEqual([again.told.onInboundCallIncoming, again.told.onInboundCallAccepted], [[], []]);
  again.simulated.contact(contact.id).customerHangsUp();
  again.end();
  clock.pass(300_000);
  const late = makeScene(options);
  assert.deepEqual([late.call(), late.agent()], ['idle', 'Available']);
  await late.pass(301_000);
  assert.equal(late.told.callStatus$.at(-1).number, '+818011112222', 'the scenario goes on');
  late.simulated.forget();
  late.end();
  assert.equal(makeScene(options).call(), 'idle');
});

test('what one tab does, the other shows', async () => {
  const [clock, storage, tabs] = [makeClock(), memory(), []];
  const events = { addEventListener: (_, handle) => tabs.push(handle), removeEventListener() {} };
  const shared = {
    ...storage,
    setItem(key, newValue) {
      storage.setItem(key, newValue);
      for (const tab of tabs.slice(1)) tab({ key, newValue });
    },
  };
  const { simulated } = makeScene({ clock, keep: keepIn(shared, events) });
  const other = makeScene({ clock, keep: keepIn(storage, events) });
  simulated.ring({ number: guest });
  await other.pass(100);
  assert.equal(other.call(), 'connecting');
  simulated.dispose();
  other.end();
});

play('whoever waits is put through when the agent is free, unless their patience is over first', async (scene) => {
  const { simulated, adapter, comesTo, pass, call, told } = scene;
  const abandoned = [];
  simulated.on(({ type, number, waited }) => type === 'abandoned' && abandoned.push([number, waited]));
  const contact = await talking(scene);
  simulated.arrive({ number: '+818011110001', patience: 5000 });
  simulated.arrive({ number: '+818011110002', patience: 50_000 });
  await pass(6000);
  assert.deepEqual(abandoned, [['+818011110001', 5000]]);
  contact.customerHangsUp();
  assert.equal(await comesTo(adapter.completeWrapUp()), 'done');
  assert.equal(call(), 'connecting');
  assert.equal(told.callStatus$.at(-1).number, '+818011110002');
  await pass(20_100);
  assert.equal(call(), 'missed');
  assert.equal(await comesTo(adapter.completeWrapUp()), 'done');
  assert.deepEqual([call(), told.callStatus$.at(-1).number], ['connecting', '+818011110002'], 'they waited on');
});

play('numbers that are not shown', async ({ simulated, told }) => {
  simulated.ring({ number: null });
  assert.equal(told.callStatus$.at(-1).number, null);
});
