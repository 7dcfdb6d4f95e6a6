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
    ['店長', '支店'],
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

test("a campaign's preview is accepted, then engaged, and nobody is talked to until the customer answers", async () => {
  const { adapter, show, asks, asked } = await scene();
  const incoming = collect(adapter.onInboundCallIncoming);
  const outbound = collect(adapter.onOutboundCallConnected);
  const previewed = (shown, own, ...legs) =>
    contact(shown, [leg('agent', own), ...legs], { initiationMethod: 'campaign_preview' });
  await show({ state: busy, contacts: [previewed('connecting', 'connecting')] });
  assert.equal(last(collect(adapter.callStatus$)).preview, true);
  await show({ state: busy, contacts: [previewed('connected', 'connected')] });
  const { state, preview, region } = last(collect(adapter.callStatus$));
  assert.deepEqual([state, preview, region], ['pending', true, 'ap-northeast-1']);
  const engaging = adapter.engage();
  assert.deepEqual(asks(), ['contact/engagePreviewContact']);
  last(asked)[2].success({ participantId: 'c1/c' });
  await show({ state: busy, contacts: [previewed('connected', 'connected', leg('outbound', 'connecting'))] });
  assert.deepEqual(await standing(engaging), { done: 'connecting' });
  await show({ state: busy, contacts: [previewed('connected', 'connected', leg('outbound', 'connected'))] });
  assert.equal(last(collect(adapter.callStatus$)).state, 'connected');
  assert.deepEqual([incoming.length, outbound.length], [1, 1]);
  adapter.dispose();
});

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

// Answers that do not come

const never = () => new Promise(() => {});
const refused = () => Promise.reject(new Error('not now'));
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const chat = { ...talking(), contactId: 'chat', initialContactId: 'chat', type: 'chat' };
const ofChat = (how) => (go, data) =>
  data?.contactId === 'chat' || data?.participantId?.startsWith('chat') ? how() : go();
/** What is looked at again is answered between one second and the next. */
const pass = async (clock, seconds) => {
  for (let second = 0; second < seconds; second++) {
    clock.pass(1000);
    await settled();
  }
};

for (const [route, how] of [
  ['contact/getAttributes', ofChat(never)],
  ['contact/getAttributes', never],
  ['voice/getInitialCustomerPhoneNumber', never],
  ['contact/isAutoAcceptEnabled', never],
  ['contact/getContact', never],
  ['contact/listParticipants', ofChat(never)],
  ['contact/listParticipants', never],
  ['contact/getParticipantState', never],
  ['contact/listContacts', never],
  ['agent/getState', never],
  ['agent/getAvailabilityState', never],
  ['agent/getRoutingProfile', never],
]) {
  const whose = how === never ? '' : ' of a chat';
  test(`a call rings though ${route}${whose} is never answered, and health says so until it is`, async () => {
    const { adapter, show, clock, break: break_, tell } = await scene();
    const incoming = collect(adapter.onInboundCallIncoming);
    const health = collect(adapter.health$);
    const errors = collect(adapter.errors$);
    break_(route, how);
    void tell('agent/routingProfileChanged', {});
    await settled();
    await show({ contacts: [chat] });
    await pass(clock, 3);
    await show({ state: busy, contacts: [chat, ringing()] });
    await pass(clock, 3);
    assert.equal(last(collect(adapter.callStatus$)).state, 'connecting');
    assert.equal(incoming.length, 1);
    assert.equal(last(health).state, 'disconnected');
    await pass(clock, 60);
    assert.deepEqual(
      errors.map(({ code }) => code),
      ['disconnected'],
    );
    break_(route);
    await pass(clock, 60);
    assert.equal(last(health).state, 'live');
    const { state, number, contact: shown } = last(collect(adapter.callStatus$));
    assert.deepEqual([state, number, shown.attributes.seats], ['connecting', '+819012345678', '4']);
    assert.equal(incoming.length, 1);
    adapter.dispose();
    assert.equal(clock.waiting(), 0);
  });
}

for (const route of ['contact/listContacts', 'agent/getState', 'agent/getAvailabilityState']) {
  test(`${route} that is refused for a moment is asked again without another event`, async () => {
    const { adapter, show, clock, break: break_ } = await scene();
    const health = collect(adapter.health$);
    break_(route, refused);
    await show({ state: busy, contacts: [ringing()] });
    assert.equal(last(health).state, 'disconnected');
    break_(route);
    await pass(clock, 2);
    assert.equal(last(health).state, 'live');
    assert.equal(last(collect(adapter.agentStatus$)).status.name, 'Busy');
    assert.equal(last(collect(adapter.callStatus$)).state, 'connecting');
    adapter.dispose();
  });
}

test('what was refused of a call for a moment is asked with the next event', async () => {
  const { adapter, show, break: break_ } = await scene();
  break_('voice/getInitialCustomerPhoneNumber', refused);
  await show({ state: busy, contacts: [ringing()] });
  assert.equal(last(collect(adapter.callStatus$)).number, null);
  break_('voice/getInitialCustomerPhoneNumber');
  await show({ state: busy, contacts: [talking()] });
  assert.equal(last(collect(adapter.callStatus$)).number, '+819012345678');
  adapter.dispose();
});

test('a chat whose participants may not be asked hides no call, and is told as unreadable once', async () => {
  const { adapter, show, clock, break: break_ } = await scene();
  const errors = collect(adapter.errors$);
  break_('contact/listParticipants', ofChat(refused));
  await show({ contacts: [chat] });
  await show({ state: busy, contacts: [chat, ringing()] });
  await pass(clock, 10);
  assert.equal(last(collect(adapter.callStatus$)).state, 'connecting');
  assert.deepEqual(
    errors.map(({ code }) => code),
    ['unreadable_snapshot'],
  );
  assert.equal(last(collect(adapter.health$)).state, 'live');
  adapter.dispose();
});

test('a call that is known stays, though who takes part cannot be asked', async () => {
  const { adapter, show, break: break_, asks } = await scene();
  await show({ state: busy, contacts: [talking()] });
  break_('contact/listParticipants', refused);
  await show({ state: busy, contacts: [holding()] });
  assert.equal(last(collect(adapter.callStatus$)).state, 'held');
  adapter.hangUp().catch(() => {});
  assert.deepEqual(asks(), ['contact/disconnectSelf']);
  adapter.dispose();
});

test('a call to a customer that rings at the agent is offered to them', async () => {
  const { adapter, show, asks } = await scene();
  const incoming = collect(adapter.onInboundCallIncoming);
  const accepted = collect(adapter.onInboundCallAccepted);
  const begun = (shown, own) => contact(shown, [leg('agent', own), leg('outbound', 'connected')]);
  await show({ state: busy, contacts: [begun('connecting', 'connecting')] });
  adapter.accept().catch(() => {});
  assert.deepEqual(asks(), ['contact/accept']);
  await show({ state: busy, contacts: [begun('connected', 'connected')] });
  assert.deepEqual([incoming.length, accepted.length], [1, 1]);
  assert.equal(last(collect(adapter.callStatus$)).direction, 'inbound');
  adapter.dispose();
});
