// The simulated Amazon Connect in the agent workspace: the published clients of @amazon-connect/contact and /voice, alone and
// under the adapter; and chats.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import contactPackage from '@amazon-connect/contact';
import voicePackage from '@amazon-connect/voice';

import { AmazonConnectAdapter } from '../../bindings/browser/index.mjs';
import { makeClock, simulateConnect } from '../../bindings/browser/simulator/index.mjs';
import connect from '../../bindings/browser/simulator/node.cjs';
import { collect, makeScene } from './simulated_scene.mjs';

const { AgentClient, ContactClient } = contactPackage;
const { VoiceClient } = voicePackage;
const guest = '+819012345678';
const tick = () => new Promise((resolve) => setImmediate(resolve));

const makeStage = (options = {}) => {
  const clock = makeClock();
  const simulated = simulateConnect({ clock, series: '0a0b0c0d', ...options });
  const config = simulated.workspace;
  const workspace = {
    agent: new AgentClient(config),
    contact: new ContactClient(config),
    voice: new VoiceClient(config),
  };
  const pass = async (milliseconds) => {
    for (let left = milliseconds; left > 0; left -= 20) {
      clock.pass(20);
      await tick();
    }
  };
  /** What it comes to: what is answered, or why not. */
  const comesTo = async (promise, milliseconds = 1000) => {
    let result = 'open';
    promise.then(
      (answer) => (result = answer),
      (error) => (result = error.code ?? error.message),
    );
    await pass(milliseconds);
    return result;
  };
  return { clock, simulated, ...workspace, workspace, pass, comesTo };
};

const withAdapter = async (act, options) => {
  const stage = makeStage(options);
  const { now, schedule } = stage.clock;
  const adapter = new AmazonConnectAdapter({ workspace: stage.workspace, now, schedule });
  const calls = collect(adapter.callStatus$);
  await stage.pass(1000);
  const state = () => calls.at(-1).state;
  const wish = async (promise) => {
    const answer = await stage.comesTo(promise, 2000);
    return answer.state ?? answer;
  };
  await act({ ...stage, adapter, state, wish });
  adapter.dispose();
  stage.simulated.dispose();
  assert.equal(stage.simulated.listeners(), 0);
  assert.equal(stage.clock.waiting(), 0);
};

test('a call through the adapter in the agent workspace: answered, held, conferred, wrapped up', () =>
  withAdapter(
    async ({ adapter, simulated, pass, state, wish }) => {
      simulated.ring({ number: guest, dialled: '+81350000001', attributes: { seats: '4' } });
      await pass(1000);
      assert.equal(state(), 'connecting');
      assert.equal(await wish(adapter.accept()), 'connected');
      assert.equal(await wish(adapter.hold()), 'held');
      assert.equal(await wish(adapter.resume()), 'connected');
      assert.equal(await wish(adapter.transfer('+81350000999', { stay: true })), 'held');
      await pass(1000);
      assert.equal(await wish(adapter.conference()), 'conferenced');
      assert.equal(await wish(adapter.hangUp()), 'transferred');
      assert.equal(await wish(adapter.completeWrapUp()), 'done');
      assert.equal(state(), 'idle');
      assert.equal(await wish(adapter.setState('休憩')), 'not_routable');
      assert.equal(simulated.centre.chosen.name, '休憩');
    },
    { settings: { answersAfter: 100 } },
  ));

test('a call out, and one that nobody takes', () =>
  withAdapter(
    async ({ adapter, simulated, pass, state, wish }) => {
      assert.equal(await wish(adapter.dial('+81312345678')), 'connecting');
      await pass(1000);
      assert.equal(state(), 'connected');
      assert.equal(await wish(adapter.hangUp()), 'after_contact_work');
      assert.equal(await wish(adapter.completeWrapUp()), 'done');
      simulated.ring({ number: guest, ringsFor: 500 });
      await pass(2000);
      assert.equal(state(), 'missed');
    },
    { settings: { answersAfter: 1500 } },
  ));

test('a network that is lost is told, and what came of a call meanwhile is seen after', () =>
  withAdapter(async ({ adapter, simulated, pass, state, wish }) => {
    const health = collect(adapter.health$);
    const contact = simulated.ring({ number: guest });
    await pass(1000);
    await wish(adapter.accept());
    simulated.lose();
    await pass(500);
    assert.equal(health.at(-1).state, 'disconnected');
    contact.customerHangsUp();
    await pass(500);
    assert.equal(state(), 'connected');
    simulated.recover();
    await pass(1000);
    assert.equal(state(), 'after_contact_work');
    assert.equal(health.at(-1).state, 'live');
  }));

test('the clients read what is there, and are refused what is not', async () => {
  const { simulated, agent, contact, voice, comesTo } = makeStage();
  const { id } = simulated.ring({ number: guest, attributes: { seats: '4', heard: '{}' } });
  assert.equal(await comesTo(agent.getName()), '鈴木');
  assert.deepEqual(await comesTo(contact.getAttribute(id, 'seats')), '4');
  assert.deepEqual(await comesTo(contact.getAttributes(id, '*')), { seats: '4', heard: '{}' });
  assert.deepEqual(await comesTo(contact.getChannelType(id)), { type: 'voice', subtype: 'connect:Telephony' });
  assert.equal(await comesTo(voice.getInitialCustomerPhoneNumber(id)), guest);
  const participants = await comesTo(contact.listParticipants(id));
  assert.deepEqual(
    participants.map(({ type, isSelf, isInitial }) => [type.value, isSelf, isInitial]),
    [
      ['agent', true, false],
      ['inbound', false, true],
    ],
  );
  assert.equal(
    await comesTo(voice.holdParticipant(participants[1].participantId)),
    'holdConnection: not as things stand',
  );
  assert.equal(await comesTo(contact.getContact('none')), 'there is no contact none');
  assert.equal(await comesTo(voice.getVoiceEnhancementPaths()), 'voice/getVoiceEnhancementPaths: not simulated');
  const { status, next } = await comesTo(agent.setAvailabilityStateByName('休憩'));
  assert.deepEqual([status, next.name], ['queued', '休憩']);
  assert.equal((await comesTo(agent.getAvailabilityState())).nextState.name, '休憩');
  simulated.signOut();
  assert.equal(await comesTo(contact.listContacts()), 'Unauthorized');
  simulated.dispose();
});

test('who subscribes is told of what they asked for, as long as they do', async () => {
  const { simulated, contact, voice, comesTo, pass } = makeStage();
  const told = [];
  const first = simulated.ring({ number: guest });
  const own = (event) => told.push(['own', event.contactId]);
  contact.onConnected(own, first.id);
  contact.onConnected(() => told.push(['any']));
  const held = ({ isOnHold }) => told.push(['held', isOnHold]);
  voice.onParticipantHold(held);
  contact.onCleared(() => told.push(['cleared']));
  await comesTo(contact.accept(first.id));
  const [, customer] = await comesTo(contact.listParticipants(first.id));
  await comesTo(voice.holdParticipant(customer.participantId));
  voice.offParticipantHold(held);
  await comesTo(voice.resumeParticipant(customer.participantId));
  await comesTo(voice.holdParticipant(customer.participantId));
  await comesTo(contact.disconnectSelf(first.id));
  await comesTo(contact.clear(first.id));
  const second = simulated.ring({ number: guest });
  await comesTo(contact.accept(second.id));
  await pass(100);
  assert.deepEqual(told, [['own', first.id], ['any'], ['held', true], ['cleared'], ['any']]);
  simulated.dispose();
});

const chat = {
  kind: 'chat',
  name: '山田',
  guest: { language: 'ja', goal: 'ask', name: '山田', asks: '駐車場はありますか。' },
};

test('a chat is answered, talked in text, and wrapped up; it is no call, and not held', async () => {
  const { simulated, told, agent, pass, end } = makeScene();
  const said = [];
  simulated.said(({ who }) => said.push(who));
  const { id } = simulated.ring(chat);
  const [shown] = new connect.Agent().getContacts();
  assert.equal(shown.getType(), 'chat');
  const answers = [];
  const ask = async (act) => {
    act({ success: () => answers.push('taken'), failure: ({ type }) => answers.push(type) });
    await pass(500);
  };
  await ask((callbacks) => shown.accept(callbacks));
  assert.equal(agent(), 'Busy');
  await pass(2000);
  simulated.hear(id, '駐車場は三台ございます。');
  await pass(2000);
  assert.deepEqual(said, ['guest', 'agent', 'guest']);
  await ask((callbacks) => shown.getInitialConnection().hold(callbacks));
  await ask((callbacks) => shown.getAgentConnection().destroy(callbacks));
  assert.equal(agent(), 'AfterCallWork');
  await ask((callbacks) => shown.clear(callbacks));
  assert.deepEqual(answers, ['taken', 'InvalidStateException', 'taken', 'taken']);
  assert.deepEqual([agent(), told.calls$.at(-1)], ['Available', []]);
  end();
});

test('a chat in the agent workspace', async () => {
  const { simulated, contact, comesTo } = makeStage();
  const { id } = simulated.ring(chat);
  const topics = [];
  contact.onConnected(({ type, subtype }) => topics.push(['connected', type, subtype]));
  contact.onStartingAcw(({ contactId }) => topics.push(['acw', contactId]));
  assert.deepEqual(await comesTo(contact.listContacts()), [
    { contactId: id, initialContactId: id, type: 'chat', subtype: 'connect:Chat' },
  ]);
  await comesTo(contact.accept(id));
  await comesTo(contact.disconnectSelf(id));
  await comesTo(contact.clear(id));
  assert.deepEqual(topics, [
    ['connected', 'chat', 'connect:Chat'],
    ['acw', id],
  ]);
  assert.deepEqual(simulated.centre.contacts, []);
  simulated.dispose();
});
