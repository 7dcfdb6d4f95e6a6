// The adapter in the agent workspace, around the published clients of @amazon-connect/contact and /voice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AmazonConnectAdapter } from '../../bindings/browser/index.mjs';
import { collect, last, makeClock, standing } from '../property/adapter_scene.mjs';
import { busy, contact, ended, holding, leg, onBreak, ringing, talking, third } from '../property/streams_desk.mjs';
import { makeWorkspace } from '../property/workspace_desk.mjs';

const scene = async () => {
  const stage = makeWorkspace();
  const clock = makeClock();
  const { now, schedule } = clock;
  const adapter = new AmazonConnectAdapter({ workspace: stage.workspace, now, schedule });
  const show = async (shown) => {
    clock.pass(1000);
    await stage.show(shown);
  };
  await show({});
  return { ...stage, adapter, clock, show, asks: () => stage.asked.map(([route]) => route) };
};
const states = (calls) => calls.map(({ state }) => state);

test('a call rings, is answered, held, wrapped up and gone', async () => {
  const { adapter, show } = await scene();
  const statuses = collect(adapter.callStatus$);
  const incoming = collect(adapter.onInboundCallIncoming);
  const accepted = collect(adapter.onInboundCallAccepted);
  await show({ state: busy, contacts: [ringing()] });
  await show({ state: busy, contacts: [talking()] });
  await show({ state: busy, contacts: [holding()] });
  await show({ state: busy, contacts: [talking()] });
  await show({ state: { ...busy, name: 'AfterCallWork' }, contacts: [ended()] });
  await show({});
  assert.deepEqual(states(statuses), [
    'idle',
    'connecting',
    'connected',
    'held',
    'connected',
    'after_contact_work',
    'idle',
  ]);
  assert.deepEqual(
    incoming.map(({ number, contact: { attributes, subtype } }) => [number, attributes.seats, subtype]),
    [['+819012345678', '4', 'connect:Telephony']],
  );
  assert.equal(accepted.length, 1);
  assert.deepEqual(
    last(collect(adapter.agentEndpoints$)).map(({ name }) => name),
    ['支店'],
  );
  adapter.dispose();
});

const call = { state: busy, contacts: [talking()] };
for (const [action, args, before, route, after, state] of [
  ['accept', [], { contacts: [ringing()] }, 'contact/accept', call, 'connected'],
  ['hold', [], call, 'voice/holdParticipant', { contacts: [holding()] }, 'held'],
  ['resume', [], { contacts: [holding()] }, 'voice/resumeParticipant', call, 'connected'],
  ['hangUp', [], call, 'contact/disconnectSelf', { contacts: [ended()] }, 'after_contact_work'],
  ['completeWrapUp', [], { contacts: [ended()] }, 'contact/clear', {}, 'done'],
  [
    'conference',
    [],
    { contacts: [holding(third('connected'))] },
    'voice/conferenceParticipants',
    { contacts: [talking(third('connected'))] },
    'conferenced',
  ],
  [
    'transfer',
    ['090-1111-2222', { stay: true }],
    call,
    'contact/addParticipant',
    { contacts: [holding(third('connected'))] },
    'held',
  ],
  [
    'hold',
    [{ party: 'agent' }],
    call,
    'voice/holdSelf',
    { contacts: [contact('connected', [leg('agent', 'hold'), leg('inbound', 'connected')])] },
    'held',
  ],
  ['setState', ['休憩'], {}, 'agent/setAvailabilityState', { state: onBreak }, 'not_routable'],
  [
    'dial',
    ['+81312345678'],
    {},
    'voice/createOutboundCall',
    { contacts: [contact('connecting', [leg('agent', 'connected'), leg('outbound', 'connecting')])] },
    'connecting',
  ],
]) {
  test(`${action} asks ${route} and settles when it is seen: ${state}`, async () => {
    const { adapter, show, asks, asked } = await scene();
    await show(before);
    const promise = adapter[action](...args);
    assert.deepEqual(asks(), [route]);
    last(asked)[2].success({});
    assert.equal(await standing(promise), 'open');
    await show(after);
    assert.deepEqual(await standing(promise), { done: state });
    adapter.dispose();
  });
}

test('a refusal of the SDK is one of the adapter; what it cannot do is not possible', async () => {
  const { adapter, show, asked } = await scene();
  await show(call);
  const failing = adapter.hold();
  last(asked)[2].failure(new Error('no'));
  assert.equal(await standing(failing), 'failed');
  assert.equal(await standing(adapter.mute()), 'not_possible');
  assert.equal(adapter.streamsContact('c1'), null);
  adapter.dispose();
});

test('a page loaded in a call finds it; a lost network is told', async () => {
  const { adapter, show, tell } = await scene();
  const errors = collect(adapter.errors$);
  await tell('agent/networkConnectionStatusChanged', { status: 'failed' });
  assert.equal(last(collect(adapter.health$)).state, 'disconnected');
  await tell('agent/networkConnectionStatusChanged', { status: 'connected' });
  await show({});
  assert.deepEqual(
    errors.map(({ code }) => code),
    ['disconnected'],
  );
  adapter.dispose();

  const stage = makeWorkspace();
  await stage.show(call);
  const late = new AmazonConnectAdapter({ workspace: stage.workspace });
  const accepted = collect(late.onInboundCallAccepted);
  await stage.show(call);
  assert.equal(last(collect(late.callStatus$)).state, 'connected');
  assert.equal(accepted.length, 0);
  late.dispose();
  assert.equal(stage.listeners(), 0);
});

test('without its clients there is no adapter', () => {
  assert.throws(() => new AmazonConnectAdapter({ workspace: {} }), { code: 'not_possible' });
});
