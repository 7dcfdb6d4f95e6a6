// Several calls, several parties, supervisors, double clicks, and how streams itself fares.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AmazonConnectAdapter } from '../../bindings/browser/index.mjs';
import { collect, last, stages, standing } from '../property/adapter_scene.mjs';
import {
  answered,
  available,
  busy,
  configuration,
  contact,
  dialling,
  ended,
  holding,
  leg,
  missed,
  onBreak,
  ringing,
  start,
  talking,
  third,
  update,
} from '../property/streams_desk.mjs';

const codes = (errors) => errors.map(({ code }) => code);
const states = (calls) => calls.map(({ state }) => state);
const call = { state: busy, contacts: [talking()] };
/** A call whose ids end with its name. */
const named = (name, one) => ({
  ...one,
  contactId: name,
  connections: one.connections.map((each) => ({ ...each, connectionId: `${each.connectionId}-${name}` })),
});
const own = (state, more) => leg('agent', state, more);
const customer = (state, more) => leg('inbound', state, more);
const missedCall = { agentStateARN: null, name: 'MissedCallAgent', type: 'error', startTimestamp: start };

for (const { name, scene } of stages) {
  const cases = (title, act) => test(`${name}: ${title}`, act);

  // Two calls

  const two = [named('v1', holding()), named('v2', talking())];

  cases('of two calls the one that is talked on is in hand, and all are told', () => {
    const { adapter, see } = scene();
    see({ contacts: two });
    assert.equal(last(collect(adapter.callStatus$)).contactId, 'v2');
    assert.deepEqual(
      last(collect(adapter.calls$)).map(({ contactId, state }) => [contactId, state]),
      [
        ['v1', 'held'],
        ['v2', 'connected'],
      ],
    );
  });

  cases('what may mean either of two calls is refused as ambiguous, and nothing is asked', async () => {
    const { adapter, see, asks } = scene();
    see({ contacts: two });
    assert.equal(await standing(adapter.hangUp()), 'ambiguous');
    assert.equal(await standing(adapter.transfer('+81312345678')), 'ambiguous');
    see({ contacts: [named('v1', ended()), named('v2', ended())] });
    assert.equal(await standing(adapter.completeWrapUp()), 'ambiguous');
    assert.deepEqual(asks(), []);
  });

  cases('a second click ends nobody who was laid aside', async () => {
    const { adapter, see, asks } = scene();
    see({ contacts: two });
    adapter.hangUp({ contactId: 'v2' }).catch(() => {});
    for (const other of [ended(), ringing()]) {
      see({ contacts: [two[0], named('v2', other)] });
      assert.equal(await standing(adapter.transfer('+81312345678')), 'ambiguous');
      assert.equal(await standing(adapter.hangUp()), 'ambiguous');
    }
    assert.deepEqual(asks(), ['destroyConnection']);
    see({ contacts: [two[0]] });
    adapter.hangUp().catch(() => {});
    assert.deepEqual(asks(), ['destroyConnection', 'destroyConnection']);
    adapter.dispose();
  });

  cases('what only one of two calls can be meant by is asked of it', async () => {
    const { adapter, see, asked } = scene();
    see({ contacts: two });
    for (const [ask, params] of [
      [() => adapter.hold(), { contactId: 'v2', connectionId: 'c-v2' }],
      [() => adapter.resume(), { contactId: 'v1', connectionId: 'c-v1' }],
      [() => adapter.hangUp({ contactId: 'v2' }), { contactId: 'v2', connectionId: 'a-v2' }],
      [() => adapter.hangUp({ connectionId: 'c-v1' }), { contactId: 'v1', connectionId: 'c-v1' }],
    ]) {
      ask().catch(() => {});
      assert.deepEqual(last(asked)[1], params);
    }
    assert.deepEqual(await standing(adapter.unmute()), { done: 'connected' });
    adapter.dispose();
  });

  // Microphones

  const swapped = [named('v1', talking()), named('v2', holding())];
  const mutes = (calls) => last(calls).map(({ contactId, muted }) => [contactId, muted]);

  cases('who hears the agent is told of each call, and asked of the one whose microphone it is', async () => {
    const { adapter, see, asks, toggleMute } = scene();
    const calls = collect(adapter.calls$);
    see({ contacts: two });
    const muting = adapter.mute({ contactId: 'v2' });
    toggleMute(true);
    assert.deepEqual(await standing(muting), { done: 'connected' });
    see({ contacts: swapped });
    assert.deepEqual(mutes(calls), [
      ['v1', false],
      ['v2', true],
    ]);
    assert.equal(await standing(adapter.unmute({ contactId: 'v2' })), 'not_possible');
    const again = adapter.mute({ contactId: 'v1' });
    assert.deepEqual(asks(), ['mute', 'mute']);
    toggleMute(true);
    assert.deepEqual(await standing(again), { done: 'connected' });
    assert.deepEqual(
      mutes(calls).map(([, muted]) => muted),
      [true, true],
    );
  });

  cases('a call that was stepped out of and back into is the one whose microphone it is', async () => {
    const { adapter, see, toggleMute } = scene();
    const calls = collect(adapter.calls$);
    const out = contact('connected', [own('hold'), customer('connected')]);
    see({ contacts: [named('v1', talking())] });
    see({ contacts: [named('v1', out), named('v2', talking())] });
    see({ contacts: [named('v1', talking()), named('v2', out)] });
    toggleMute(true);
    assert.deepEqual(mutes(calls), [
      ['v1', true],
      ['v2', false],
    ]);
  });

  for (const [title, act] of [
    [
      'after the snapshot',
      ({ see, toggleMute }) => {
        see({ contacts: [two[1]] });
        toggleMute(false);
      },
    ],
    [
      'before the snapshot',
      ({ see, toggleMute }) => {
        toggleMute(false);
        see({ contacts: [named('v1', ended()), two[1]] });
      },
    ],
  ]) {
    cases(`that streams tidies up after one call ${title} does not unmute the other`, async () => {
      const stage = scene();
      const { adapter, see, asks, toggleMute } = stage;
      see({ contacts: two });
      toggleMute(true);
      act(stage);
      const unmuting = adapter.unmute();
      assert.equal(last(collect(adapter.callStatus$)).muted, true);
      assert.deepEqual(asks(), ['mute']);
      toggleMute(false);
      assert.deepEqual(await standing(unmuting), { done: 'connected' });
      assert.equal(last(collect(adapter.callStatus$)).muted, false);
    });
  }

  cases('a call that is laid aside is muted by its leg at the server', async () => {
    const { adapter, see, asked, toggleMute } = scene();
    see({ contacts: two });
    const muting = adapter.mute({ contactId: 'v1' });
    assert.deepEqual(last(asked).slice(0, 2), ['muteParticipant', { contactId: 'v1', connectionId: 'a-v1' }]);
    toggleMute(true);
    assert.equal(await standing(muting), 'open');
    const muted = contact('connected', [own('connected', { mute: true }), customer('hold')]);
    see({ contacts: [named('v1', muted), two[1]] });
    assert.deepEqual(await standing(muting), { done: 'held' });
  });

  cases('the next call is heard, whoever was muted before', () => {
    const { adapter, see, toggleMute } = scene();
    see(call);
    toggleMute(true);
    see({});
    see({ contacts: [named('next', talking())] });
    assert.equal(last(collect(adapter.callStatus$)).muted, false);
  });

  // Double clicks

  for (const [action, args, before, after] of [
    ['accept', [], { contacts: [ringing()] }, call],
    ['hold', [], call, { contacts: [holding()] }],
    ['hangUp', [], call, { contacts: [ended()] }],
    ['completeWrapUp', [], { contacts: [ended()] }, {}],
    ['dial', ['+81312345678'], {}, { contacts: [dialling()] }],
    ['transfer', ['+81312345678', { stay: true }], call, { contacts: [holding(third('connected'))] }],
    ['setState', ['休憩'], {}, { state: onBreak }],
  ]) {
    cases(`${action} twice before a snapshot is asked once, and both are answered`, async () => {
      const { adapter, see, asks } = scene();
      see(before);
      const both = [adapter[action](...args), adapter[action](...args)];
      assert.equal(asks().length, 1);
      see(after);
      const [one, other] = await Promise.all(both.map(standing));
      assert.ok(one.done);
      assert.deepEqual(other, one);
    });
  }

  cases('a second click shares the refusal of the first', async () => {
    const { adapter, see, asked } = scene();
    see(call);
    const both = [adapter.hangUp(), adapter.hangUp()];
    last(asked)[2].failure('no');
    const again = adapter.hangUp();
    assert.deepEqual(await Promise.all(both.map(standing)), ['failed', 'failed']);
    assert.equal(await standing(again), 'open');
    see({ contacts: [ended()] });
    assert.deepEqual(await standing(again), { done: 'after_contact_work' });
  });

  cases('nobody else can be called while somebody is', async () => {
    const { adapter, see, asks } = scene();
    see({});
    adapter.dial('+81312345678').catch(() => {});
    assert.equal(await standing(adapter.dial('+81312345679')), 'not_possible');
    see(call);
    adapter.transfer('+81312345678').catch(() => {});
    assert.equal(await standing(adapter.transfer('+81312345679')), 'not_possible');
    assert.deepEqual(asks(), ['createOutboundContact', 'createAdditionalConnection']);
    adapter.dispose();
  });

  cases('hold waits for the resume before it, and is not done by what was so before', async () => {
    const { adapter, see, asks } = scene();
    see({ contacts: [holding()] });
    const [resuming, holdingAgain] = [adapter.resume(), adapter.hold()];
    assert.equal(await standing(holdingAgain), 'open');
    assert.deepEqual(asks(), ['resumeConnection']);
    see(call);
    assert.deepEqual(await standing(resuming), { done: 'connected' });
    assert.equal(await standing(holdingAgain), 'open');
    assert.deepEqual(asks(), ['resumeConnection', 'holdConnection']);
    see({ contacts: [holding()] });
    assert.deepEqual(await standing(holdingAgain), { done: 'held' });
  });

  cases('the last of three wishes is what comes of them', async () => {
    const { adapter, see, asks } = scene();
    see(call);
    const [first, , last] = [adapter.hold(), adapter.resume(), adapter.hold()];
    const again = adapter.hold();
    see({ contacts: [holding()] });
    assert.deepEqual(await standing(first), { done: 'held' });
    assert.equal(await standing(last), 'open');
    see(call);
    assert.equal(await standing(last), 'open');
    assert.deepEqual(asks(), ['holdConnection', 'resumeConnection', 'holdConnection']);
    see({ contacts: [holding()] });
    assert.deepEqual(await Promise.all([last, again].map(standing)), [{ done: 'held' }, { done: 'held' }]);
  });

  cases('who steps out and asks to come back comes back by their own leg', async () => {
    const { adapter, see, asked } = scene();
    const many = (state) => contact('connected', [own(state), customer('connected'), third('connected')]);
    see({ contacts: [many('connected')] });
    const both = [adapter.hold({ party: 'agent' }), adapter.resume(), adapter.resume()];
    see({ contacts: [many('hold')] });
    assert.deepEqual(await standing(both[0]), { done: 'held' });
    assert.equal(await standing(both[1]), 'open');
    const last_ = last(asked);
    assert.deepEqual(last_.slice(0, 2), ['resumeConnection', { contactId: 'c1', connectionId: 'a' }]);
    see({ contacts: [many('connected')] });
    assert.deepEqual(await Promise.all(both.slice(1).map(standing)), [
      { done: 'conferenced' },
      { done: 'conferenced' },
    ]);
    assert.equal(last(asked), last_);
  });

  cases('hold waits for the conference before it, and the conference for the hold', async () => {
    const { adapter, see, asks } = scene();
    see({ contacts: [holding(third('connected'))] });
    const [joining, aside] = [adapter.conference(), adapter.hold({ connectionId: 'c' })];
    const joiningAgain = adapter.conference();
    assert.equal(await standing(aside), 'open');
    assert.deepEqual(asks(), ['conferenceConnections']);
    see({ contacts: [talking(third('connected'))] });
    assert.deepEqual(await standing(joining), { done: 'conferenced' });
    assert.equal(await standing(joiningAgain), 'open');
    assert.deepEqual(asks(), ['conferenceConnections', 'holdConnection']);
    see({ contacts: [holding(third('connected'))] });
    assert.deepEqual(await standing(aside), { done: 'held' });
    assert.equal(await standing(joiningAgain), 'open');
    see({ contacts: [talking(third('connected'))] });
    assert.deepEqual(await standing(joiningAgain), { done: 'conferenced' });
  });

  cases('a call is refused only if it was not accepted before', async () => {
    const { adapter, see, asks } = scene();
    see({ contacts: [ringing()] });
    const both = [adapter.accept(), adapter.reject()];
    assert.deepEqual(asks(), ['acceptContact']);
    see(call);
    assert.deepEqual(await Promise.all(both.map(standing)), [{ done: 'connected' }, 'not_possible']);
    assert.deepEqual(asks(), ['acceptContact']);
  });

  cases('of several states asked for, the last is had', async () => {
    const { adapter, see, asked } = scene();
    see({});
    const [, , last_] = [adapter.setState('休憩'), adapter.setState('Available'), adapter.setState('休憩')];
    see({ state: onBreak });
    assert.equal(await standing(last_), 'open');
    see({});
    assert.equal(await standing(last_), 'open');
    assert.equal(last(asked)[1].state.name, '休憩');
    see({ state: onBreak });
    assert.deepEqual(await standing(last_), { done: 'not_routable' });
  });

  cases('what waits for another is not asked of an adapter that was disposed of', async () => {
    const { adapter, see, asks } = scene();
    see({ contacts: [holding()] });
    const both = [adapter.resume(), adapter.hold()];
    adapter.dispose();
    assert.deepEqual(await Promise.all(both.map(standing)), ['disposed', 'disposed']);
    assert.deepEqual(asks(), ['resumeConnection']);
  });

  cases('a state asked for behind another waits for it', async () => {
    const { adapter, see, asked } = scene();
    see({});
    const [away, back] = [adapter.setState('休憩'), adapter.setState('Available')];
    assert.equal(await standing(back), 'open');
    see({ state: onBreak });
    assert.deepEqual(await standing(away), { done: 'not_routable' });
    assert.equal(await standing(back), 'open');
    assert.equal(last(asked)[1].state.name, 'Available');
    see({});
    assert.deepEqual(await standing(back), { done: 'available' });
  });

  // Several parties

  cases('an agent who steps out of a call is held, and comes back by their own leg', async () => {
    const { adapter, see, asked } = scene();
    const many = (state) => contact('connected', [own(state), customer('connected'), third('connected')]);
    see({ contacts: [many('connected')] });
    assert.equal(await standing(adapter.hold()), 'ambiguous');
    const out = adapter.hold({ party: 'agent' });
    assert.deepEqual(last(asked)[1], { contactId: 'c1', connectionId: 'a' });
    see({ contacts: [many('hold')] });
    assert.deepEqual(await standing(out), { done: 'held' });
    assert.equal(last(collect(adapter.callStatus$)).steppedOut, true);
    const back = adapter.resume();
    assert.deepEqual(last(asked).slice(0, 2), ['resumeConnection', { contactId: 'c1', connectionId: 'a' }]);
    see({ contacts: [many('connected')] });
    assert.deepEqual(await standing(back), { done: 'conferenced' });
  });

  cases('of several held parties one must be named', async () => {
    const { adapter, see, asked } = scene();
    see({ contacts: [holding(third('hold'))] });
    assert.equal(await standing(adapter.resume()), 'ambiguous');
    const named = adapter.resume({ connectionId: 'p' });
    assert.deepEqual(last(asked)[1], { contactId: 'c1', connectionId: 'p' });
    see({ contacts: [holding(third('connected'))] });
    assert.deepEqual(await standing(named), { done: 'held' });
    assert.equal(await standing(adapter.hold({ connectionId: 'nobody' })), 'not_possible');
  });

  cases('of several third parties one must be named, and one who has left is none', async () => {
    const { adapter, see, asked, asks } = scene();
    see({ contacts: [talking(third('connected', 'p'), third('connected', 'q'))] });
    for (const action of ['hold', 'resume', 'mute', 'unmute', 'hangUp'])
      assert.equal(await standing(adapter[action]({ party: 'third_party' })), 'ambiguous');
    assert.deepEqual(asks(), []);
    see({ contacts: [talking(third('disconnected', 'p'), third('connected', 'q'))] });
    adapter.hangUp({ party: 'third_party' }).catch(() => {});
    assert.deepEqual(last(asked).slice(0, 2), ['destroyConnection', { contactId: 'c1', connectionId: 'q' }]);
    adapter.dispose();
  });

  cases('conference is asked while one of four is still held', async () => {
    const { adapter, see, asks } = scene();
    const four = (state) => talking(third('connected', 'p'), third(state, 'q'));
    see({ contacts: [four('hold')] });
    const joining = adapter.conference();
    assert.equal(await standing(joining), 'open');
    assert.deepEqual(asks(), ['conferenceConnections']);
    see({ contacts: [four('connected')] });
    assert.deepEqual(await standing(joining), { done: 'conferenced' });
  });

  cases('a customer who leaves a consultation is gone from it', async () => {
    const { adapter, see, asks } = scene();
    see({ contacts: [holding(third('connected'))] });
    see({ contacts: [contact('connected', [own('connected'), customer('disconnected'), third('connected')])] });
    const { state, number } = last(collect(adapter.callStatus$));
    assert.deepEqual([state, number], ['customer_left', null]);
    assert.equal(await standing(adapter.conference()), 'not_possible');
    assert.deepEqual(asks(), []);
  });

  cases('a third party who is laid aside when the customer leaves is left, and nobody else', () => {
    const { adapter, see } = scene();
    see({ contacts: [holding(third('connected'))] });
    see({ contacts: [contact('connected', [own('connected'), customer('disconnected'), third('hold')])] });
    const { state, number } = last(collect(adapter.callStatus$));
    assert.deepEqual([state, number], ['customer_left', null]);
  });

  cases('nobody is left alone with a third party, though the customer hung up while it rang', async () => {
    const { adapter, see, asks } = scene();
    const without = (state) => contact('connected', [own('connected'), customer('disconnected'), third(state)]);
    see(call);
    const moving = adapter.transfer('+81312345678');
    see({ contacts: [holding(third('connecting'))] });
    see({ contacts: [without('connecting')] });
    assert.equal(await standing(moving), 'open');
    see({ contacts: [without('connected')] });
    assert.equal(await standing(moving), 'failed');
    assert.deepEqual(asks(), ['createAdditionalConnection']);
  });

  cases('an option that nobody knows asks for nothing', async () => {
    const { adapter, see, asks } = scene();
    see({ contacts: [talking(third('connected'))] });
    for (const asked of [
      () => adapter.hangUp({ contactID: 'c2' }),
      () => adapter.hangUp({ connection: 'p' }),
      () => adapter.hold({ party: 'customer', connectionId: 'p' }),
      () => adapter.transfer('+81312345678', { stays: true }),
      () => adapter.dial('+81312345678', { queueArn: 'q' }),
      () => adapter.setState('休憩', { enque: true }),
    ])
      assert.equal(await standing(asked()), 'not_possible', String(asked));
    assert.deepEqual(asks(), []);
  });

  cases('no options are none, and one that is not what it must be asks for nothing', async () => {
    const { adapter, see, asks, connect, options } = scene();
    see({ contacts: [talking()] });
    for (const given of [{ contactId: null }, { connectionId: 3 }, { timeout: NaN }, { timeout: '5' }, 'c1', 4])
      assert.equal(await standing(adapter.hangUp(given)), 'not_possible');
    assert.deepEqual(asks(), []);
    adapter.hangUp(null).catch(() => {});
    assert.deepEqual(asks(), ['destroyConnection']);
    for (const action of ['transfer', 'dial', 'setState'])
      assert.equal(await standing(adapter[action]('119', null)), 'not_possible');
    for (const given of [{ timeOut: 5 }, { timeout: 'x' }, { timeout: NaN }, { ringTimeout: 0 }, { staleAfter: -1 }])
      assert.throws(() => new AmazonConnectAdapter({ connect, ...options, ...given }), { code: 'not_possible' });
    adapter.dispose();
  });

  for (const [error, said] of [
    ['no', ': no'],
    [new Error('boom'), ': boom'],
    [{ type: 'InvalidStateException', message: 'm' }, ': InvalidStateException: m'],
    ['{"message":"inner"}', ': inner'],
    [undefined, ''],
  ]) {
    cases(`a refusal says what Amazon Connect said${said}`, async () => {
      const { adapter, see, asked } = scene();
      see(call);
      const holding_ = adapter.hold();
      last(asked)[2].failure(error);
      await assert.rejects(holding_, { code: 'failed', message: `hold: Amazon Connect refused${said}` });
    });
  }

  cases('what a channel has not is refused by its name', async () => {
    const { adapter, see, asks } = scene();
    for (const type of ['chat', 'email', 'task']) {
      see({ contacts: [{ ...talking(), type }] });
      for (const [name, ...args] of [['transfer', '+81312345678'], ['mute'], ...(type === 'task' ? [] : [['hold']])])
        await assert.rejects(adapter[name](...args, { contactId: 'c1' }), {
          code: 'not_possible',
          message: `${name}: not of a contact of the channel ${type}`,
        });
    }
    assert.deepEqual(asks(), []);
  });

  cases('a contact without a leg of the agent, or whose leg is gone, cannot be hung up', async () => {
    const { adapter, see, asks } = scene();
    for (const legs of [[customer('connected')], [own('disconnected'), customer('connected')]]) {
      see({ contacts: [contact('connected', legs)] });
      assert.equal(await standing(adapter.hangUp()), 'not_possible');
    }
    assert.deepEqual(asks(), []);
  });

  for (const status of ['BadAddressCustomer', 'FailedConnectCustomer']) {
    cases(`dial fails at once with ${status}, though its contact was never shown`, async () => {
      const { adapter, see } = scene();
      see({});
      const dialled = adapter.dial('+81312345678');
      see({ state: { ...missedCall, name: status } });
      await assert.rejects(dialled, { code: 'failed', message: `dial: ${status}` });
    });
  }

  cases('once streams is ended nothing more comes of what was asked, and nothing is asked', async () => {
    const { adapter, see, terminate, asks } = scene();
    see(call);
    const hanging = standing(adapter.hangUp());
    terminate();
    assert.equal(await standing(adapter.hold()), 'not_possible');
    assert.equal(await hanging, 'not_possible');
    assert.deepEqual(asks(), ['destroyConnection']);
    adapter.dispose();
  });

  cases("a party is muted by its leg at the server, and so is the agent's own unmuted", async () => {
    const { adapter, see, asked } = scene();
    const many = (mute, mutedThird) =>
      contact('connected', [
        own('connected', { mute }),
        customer('connected'),
        { ...third('connected'), mute: mutedThird },
      ]);
    see({ contacts: [many(true, false)] });
    assert.equal(last(collect(adapter.callStatus$)).muted, true);
    const unmuting = adapter.unmute();
    assert.deepEqual(last(asked).slice(0, 2), ['unmuteParticipant', { contactId: 'c1', connectionId: 'a' }]);
    see({ contacts: [many(false, false)] });
    assert.deepEqual(await standing(unmuting), { done: 'conferenced' });
    const muting = adapter.mute({ connectionId: 'p' });
    assert.deepEqual(last(asked).slice(0, 2), ['muteParticipant', { contactId: 'c1', connectionId: 'p' }]);
    see({ contacts: [many(false, true)] });
    assert.deepEqual(await standing(muting), { done: 'conferenced' });
    assert.equal(last(collect(adapter.callStatus$)).muted, false);
  });

  cases('a third party may ring longer than other wishes may take', async () => {
    const { adapter, see, asks, clock } = scene();
    see(call);
    const moving = adapter.transfer('+81312345678');
    see({ contacts: [holding(third('connecting'))] });
    clock.pass(41_000);
    assert.equal(await standing(moving), 'open');
    see({ contacts: [holding(third('connected'))] });
    await standing(moving);
    assert.deepEqual(asks(), ['createAdditionalConnection', 'destroyConnection']);
    see({ contacts: [ended(third('connected'))] });
    assert.deepEqual(await standing(moving), { done: 'transferred' });
  });

  cases('nor does it ring for ever, and the limit can be another', async () => {
    const { adapter, see, clock } = scene({ ringTimeout: 50_000 });
    see(call);
    const moving = adapter.transfer('+81312345678');
    see({ contacts: [holding(third('connecting'))] });
    clock.pass(50_000);
    await assert.rejects(moving, ({ code, message }) => code === 'timed_out' && message.startsWith('transfer: '));
    assert.equal(clock.waiting(), 0);
  });

  cases('a third party who vanishes while ringing has not answered', async () => {
    const { adapter, see } = scene();
    see(call);
    const moving = adapter.transfer('+81312345678');
    see({ contacts: [holding(third('connecting'))] });
    see({ contacts: [holding()] });
    assert.equal(await standing(moving), 'failed');
  });

  // Refused, missed, offered

  cases('a call that was refused here is not told as missed, though it is shown so', async () => {
    const { adapter, see } = scene();
    const errors = collect(adapter.errors$);
    see({ contacts: [ringing()] });
    const refusing = adapter.reject();
    see({ state: missedCall, contacts: [contact('error', [own('disconnected'), customer('connected')])] });
    assert.deepEqual(await standing(refusing), { done: 'rejected' });
    assert.equal(last(collect(adapter.agentStatus$)).missedInARow, 0);
    assert.deepEqual(codes(errors), []);
    see({});
    see({ contacts: [ringing()] });
    see({ state: missedCall, contacts: [missed()] });
    assert.equal(last(collect(adapter.agentStatus$)).missedInARow, 1);
    assert.deepEqual(codes(errors), ['missed_contact']);
    adapter.dispose();
  });

  const rungOut = { state: missedCall, contacts: [contact('error', [own('disconnected'), customer('connected')])] };
  for (const [title, act] of [
    [
      'whose refusal Amazon Connect did not take',
      async ({ adapter, see, asked }) => {
        see({ contacts: [ringing()] });
        const refusing = adapter.reject();
        last(asked)[2].failure('no');
        assert.equal(await standing(refusing), 'failed');
      },
    ],
    [
      'that was refused too late, and talked on',
      async ({ adapter, see, clock }) => {
        see({ contacts: [ringing()] });
        const refusing = standing(adapter.reject());
        clock.pass(30_000);
        assert.equal(await refusing, 'timed_out');
        see(call);
        see({ contacts: [ringing()] });
      },
    ],
    [
      'that rings again after it was refused',
      async ({ adapter, see }) => {
        see({ contacts: [ringing()] });
        const refusing = adapter.reject();
        see(rungOut);
        assert.deepEqual(await standing(refusing), { done: 'rejected' });
        see({ contacts: [ringing()] });
      },
    ],
  ]) {
    cases(`a call ${title}, and is let ring, is missed`, async () => {
      const stage = scene();
      const errors = collect(stage.adapter.errors$);
      await act(stage);
      errors.length = 0;
      stage.see(rungOut);
      assert.equal(last(collect(stage.adapter.callStatus$)).state, 'missed');
      assert.equal(last(collect(stage.adapter.agentStatus$)).missedInARow, 1);
      assert.deepEqual(codes(errors), ['missed_contact']);
      stage.adapter.dispose();
    });
  }

  cases('another tab tells a call as rejected, too, unless Amazon Connect did not take it', async () => {
    const { adapter, see, asked, connect, options } = scene();
    const other = new AmazonConnectAdapter({ connect, ...options });
    const errors = collect(other.errors$);
    see({ contacts: [ringing()] });
    adapter.reject();
    see(rungOut);
    assert.deepEqual([last(collect(other.callStatus$)).state, codes(errors)], ['rejected', []]);
    see({ contacts: [ringing()] });
    const refusing = adapter.reject();
    last(asked)[2].failure('no');
    assert.equal(await standing(refusing), 'failed');
    see(rungOut);
    assert.equal(last(collect(other.callStatus$)).state, 'missed');
    other.dispose();
    adapter.dispose();
  });

  cases('a queued callback that nobody takes was missed', () => {
    const { adapter, see } = scene();
    const callback = (state, legs) => contact(state, legs, { type: 'queue_callback', initiationMethod: 'callback' });
    see({});
    see({ contacts: [callback('incoming', [])] });
    see({ state: { ...missedCall, name: 'Default' }, contacts: [callback('error', [own('disconnected')])] });
    assert.equal(last(collect(adapter.callStatus$)).state, 'missed');
    assert.equal(last(collect(adapter.agentStatus$)).missedInARow, 1);
  });

  cases(
    'which side of a callback rings first is told, and one that rings at the customer needs no accepting',
    async () => {
      const { adapter, see } = scene();
      const callback = (initiationMethod) => ({
        contacts: [contact('connecting', [own('connecting'), customer('connecting')], { initiationMethod })],
      });
      see(callback('callback'));
      assert.equal(last(collect(adapter.callStatus$)).ringsFirst, 'agent');
      assert.equal(await standing(adapter.accept()), 'not_possible');
      see(callback('callback_customer_first_dialed'));
      assert.equal(last(collect(adapter.callStatus$)).ringsFirst, 'customer');
      const accepting = adapter.accept();
      see(call);
      assert.deepEqual(await standing(accepting), { done: 'connected' });
    },
  );

  cases('a preview is accepted before its customer is dialled; what is accepted by itself is told', async () => {
    const { adapter, see, asks } = scene();
    const preview = contact('incoming', [own('connecting'), leg('outbound', 'init')], {
      initiationMethod: 'campaign_preview',
    });
    see({ contacts: [preview] });
    assert.equal(last(collect(adapter.callStatus$)).preview, true);
    adapter.accept().catch(() => {});
    assert.deepEqual(asks(), ['acceptContact']);
    see({ contacts: [ringing({ agentContactHandlingConfig: { autoAccept: true } })] });
    assert.equal(last(collect(adapter.callStatus$)).autoAccept, true);
    see({ contacts: [contact('connecting', [own('connecting', { softphoneMediaInfo: { autoAccept: true } })])] });
    assert.equal(last(collect(adapter.callStatus$)).autoAccept, true);
    adapter.dispose();
  });

  cases('nobody is called while a third party rings, whoever called them', async () => {
    const { adapter, see, asks, clock } = scene();
    see({ contacts: [holding(third('connecting'))] });
    assert.equal(await standing(adapter.transfer('+81312345678')), 'not_possible');
    assert.deepEqual(asks(), []);
    see(call);
    const first = adapter.transfer('+81312345678', { stay: true });
    see({ contacts: [holding(third('connecting'))] });
    const again = adapter.transfer('+81312345678', { stay: true });
    const both = Promise.all([first, again].map(standing));
    clock.pass(120_000);
    assert.deepEqual(await both, ['timed_out', 'timed_out']);
    assert.equal(await standing(adapter.transfer('+81312345678', { stay: true })), 'not_possible');
    assert.deepEqual(asks(), ['createAdditionalConnection']);
  });

  // Calls to a customer that others began

  for (const initiationMethod of ['api', 'external_outbound', 'flow', 'transfer', 'queue_transfer']) {
    const begun = (shown, ownState) =>
      contact(shown, [own(ownState), leg('outbound', 'connected')], { contactId: 'b1', initiationMethod });

    cases(`a call to a customer begun by ${initiationMethod} rings at the agent, who accepts it`, async () => {
      const { adapter, see, asked } = scene();
      const incoming = collect(adapter.onInboundCallIncoming);
      const accepted = collect(adapter.onInboundCallAccepted);
      const outbound = collect(adapter.onOutboundCallConnected);
      see({});
      const dialled = adapter.dial('+81312345678');
      see({ contacts: [begun('connecting', 'connecting')] });
      assert.equal(await standing(dialled), 'open');
      assert.deepEqual(
        incoming.map(({ direction }) => direction),
        ['inbound'],
      );
      const accepting = adapter.accept();
      assert.deepEqual(last(asked).slice(0, 2), ['acceptContact', { contactId: 'b1' }]);
      see({ state: busy, contacts: [begun('connected', 'connected')] });
      assert.deepEqual(await standing(accepting), { done: 'connected' });
      assert.deepEqual([accepted.length, outbound.length], [1, 0]);
      adapter.dispose();
      await standing(dialled);
    });

    cases(`a call to a customer begun by ${initiationMethod} that the agent lets ring is missed`, () => {
      const { adapter, see } = scene();
      const errors = collect(adapter.errors$);
      see({ contacts: [begun('connecting', 'connecting')] });
      see({ state: missedCall, contacts: [begun('error', 'disconnected')] });
      assert.equal(last(collect(adapter.callStatus$)).state, 'missed');
      assert.equal(last(collect(adapter.agentStatus$)).missedInARow, 1);
      assert.deepEqual(codes(errors), ['missed_contact']);
    });
  }

  // Previews

  const previewed = (shown, ownState, ...legs) =>
    contact(shown, [own(ownState), ...legs], { contactId: 'p1', initiationMethod: 'campaign_preview' });

  cases('an agent who previews talks to nobody until the customer, whom they have called, answers', async () => {
    const { adapter, see, asks, connect } = scene();
    const events = ['onInboundCallIncoming', 'onInboundCallAccepted', 'onOutboundCallConnected'].map((name) =>
      collect(adapter[name]),
    );
    see({});
    see({ contacts: [previewed('incoming', 'connecting')] });
    const accepting = adapter.accept();
    see({ contacts: [previewed('connected', 'connected')] });
    assert.deepEqual(await standing(accepting), { done: 'pending' });
    const { state, preview, direction } = last(collect(adapter.callStatus$));
    assert.deepEqual([state, preview, direction], ['pending', true, 'outbound']);
    let engaged = 0;
    if (connect.Contact) connect.Contact.prototype.engagePreviewContact = async () => void engaged++;
    const engaging = adapter.engage();
    assert.equal(connect.Contact ? engaged : asks().filter((what) => what === 'engagePreviewContact').length, 1);
    see({ contacts: [previewed('connected', 'connected', leg('outbound', 'connecting'))] });
    assert.deepEqual(await standing(engaging), { done: 'connecting' });
    assert.equal(last(collect(adapter.callStatus$)).preview, false);
    assert.equal(await standing(adapter.accept()), 'not_possible');
    assert.equal(last(collect(adapter.callStatus$)).contact.times.talking, 0);
    see({ contacts: [previewed('connected', 'connected', leg('outbound', 'connected'))] });
    assert.equal(last(collect(adapter.callStatus$)).state, 'connected');
    assert.deepEqual(
      events.map(({ length }) => length),
      [1, 0, 1],
    );
    adapter.dispose();
  });

  for (const shown of ['incoming', 'connecting']) {
    cases(`a preview that is ${shown}, and that the agent lets go by, is missed`, () => {
      const { adapter, see } = scene();
      see({ contacts: [previewed(shown, 'connecting')] });
      see({ state: missedCall, contacts: [previewed('error', 'disconnected')] });
      assert.equal(last(collect(adapter.callStatus$)).state, 'missed');
      assert.equal(last(collect(adapter.agentStatus$)).missedInARow, 1);
    });
  }

  // Supervisors

  cases('a supervisor listens to a call, which rings for nobody, and may break in', async () => {
    const { adapter, see, asked } = scene();
    const events = [...collect(adapter.onInboundCallIncoming), ...collect(adapter.onInboundCallAccepted)];
    const incoming = collect(adapter.onInboundCallIncoming);
    const accepted = collect(adapter.onInboundCallAccepted);
    const monitored = (state, shown, legs = []) =>
      contact(shown, [own(state), ...legs], { contactId: 'm1', initiationMethod: null });
    const others = [customer('connected'), third('connected')];
    see({});
    see({ contacts: [monitored('connecting', 'connecting')] });
    see({ contacts: [monitored('connecting', 'connecting', others)] });
    see({ contacts: [monitored('silent_monitor', 'connected', others)] });
    assert.deepEqual([events.length, incoming.length, accepted.length], [0, 0, 0]);
    const { state, contact: shown } = last(collect(adapter.callStatus$));
    assert.deepEqual([state, shown.times.talking], ['monitoring', 0]);
    const breaking = adapter.barge();
    assert.deepEqual(last(asked)[1], { contactId: 'm1', targetMonitorMode: 'BARGE' });
    see({ contacts: [monitored('barge', 'connected', others)] });
    assert.deepEqual(await standing(breaking), { done: 'barging' });
    const leaving = adapter.listen();
    see({ contacts: [monitored('silent_monitor', 'connected', others)] });
    assert.deepEqual(await standing(leaving), { done: 'monitoring' });
  });

  cases("a supervisor's contact is known by its leg, and nothing is passed on when it ends", async () => {
    const { adapter, see, asks } = scene();
    const listening = (shown, state, ...others) =>
      contact(shown, [leg('monitoring', state, { connectionId: 'm' }), ...others], { initiationMethod: null });
    see({});
    see({ contacts: [listening('connecting', 'connecting')] });
    assert.deepEqual(
      [last(collect(adapter.callStatus$)), last(collect(adapter.calls$)), last(collect(adapter.contacts$))[0].state],
      [{ state: 'idle' }, [], 'unseen'],
    );
    see({ contacts: [listening('connected', 'connected')] });
    const { state, contact: shown } = last(collect(adapter.callStatus$));
    assert.deepEqual([state, shown.times.talking], ['monitoring', 0]);
    assert.equal(await standing(adapter.accept()), 'not_possible');
    see({ contacts: [listening('ended', 'disconnected', customer('connected'), third('connected'))] });
    assert.equal(last(collect(adapter.callStatus$)).state, 'after_contact_work');
    assert.deepEqual(asks(), []);
  });

  cases('held is counted from when the leg says, and not at all where none says', () => {
    const since = (seconds) => ({ state: { type: 'hold', timestamp: seconds === null ? null : start + seconds } });
    for (const [legs, held] of [
      [[own('hold', since(-50)), customer('connected')], 51_000],
      [[own('connected'), customer('hold', since(-20))], 21_000],
      [[own('connected'), customer('hold', since(null))], 0],
      [[own('connected'), customer('hold', { state: { type: 'hold', timestamp: 1 } })], 0],
    ]) {
      const { adapter, see } = scene();
      see({ contacts: [contact('connected', legs, { state: { type: 'connected', timestamp: start - 500 } })] });
      assert.equal(last(collect(adapter.callStatus$)).contact.times.held, held);
    }
  });

  cases('what nobody set is no time, and what has no words no attribute', () => {
    const { adapter, see } = scene();
    see({
      contacts: [
        {
          ...ringing(),
          state: { type: 'connecting', timestamp: new Date(1) },
          attributes: { seats: { name: 'seats', value: 4 }, plain: 'x', list: { name: 'list', value: [1] } },
          segmentAttributes: {
            vip: { ValueInteger: 4 },
            arn: { ValueArn: 'arn:x' },
            map: { ValueMap: {} },
            s: 'plain',
          },
        },
      ],
    });
    const { contact: shown } = last(collect(adapter.callStatus$));
    assert.equal(shown.since, null);
    assert.deepEqual(shown.attributes, { plain: 'x', seats: '4' });
    assert.deepEqual(shown.segments, { arn: 'arn:x', s: 'plain', vip: '4' });
  });

  cases('a WebRTC call tells its language, what each side may send, and a screen that is shared', () => {
    const { adapter, see, trigger, connect } = scene();
    const errors = collect(adapter.errors$);
    const capabilities = { Video: 'SEND', ScreenShare: 'SEND' };
    const legs = [own('connected', { forcedMute: true }), leg('inbound', 'connected', { capabilities })];
    const webRtc = contact('connected', legs, { languageCode: 'ja-JP' });
    see({ contacts: [webRtc] });
    const {
      contact: { language, connections },
      screenShared,
    } = last(collect(adapter.callStatus$));
    assert.deepEqual([language, screenShared], ['ja-JP', false]);
    assert.deepEqual(
      connections.map(({ muted, video, screen }) => [muted, video, screen]),
      [
        [true, false, false],
        [false, true, true],
      ],
    );
    const shared = collect(adapter.callStatus$);
    const { SCREEN_SHARING_STARTED, SCREEN_SHARING_STOPPED, SCREEN_SHARING_ERROR } = connect.ContactEvents;
    trigger(SCREEN_SHARING_STARTED, { contactId: 'c1' });
    trigger(SCREEN_SHARING_STARTED, { contactId: 'another' });
    see({ contacts: [webRtc] });
    trigger(SCREEN_SHARING_STOPPED, { contactId: 'c1' });
    trigger(SCREEN_SHARING_STARTED, { contactId: 'c1' });
    see({ contacts: [ended()] });
    assert.deepEqual(
      shared.map((told) => told.screenShared),
      [false, true, false, true, false],
    );
    trigger(SCREEN_SHARING_ERROR, { contactId: 'c1' });
    assert.deepEqual(codes(errors), ['screen_sharing_failed']);
    adapter.dispose();
  });

  cases('an agent who is listened to sees it, and talks on with the customer', () => {
    const { adapter, see } = scene();
    const supervised = (state) =>
      talking(leg('monitoring', state, { connectionId: 'm', initial: false, endpoint: null }));
    see({ contacts: [supervised('silent_monitor')] });
    const told = () => {
      const { state, supervision } = last(collect(adapter.callStatus$));
      return [state, supervision];
    };
    assert.deepEqual(told(), ['connected', 'silent_monitor']);
    see({ contacts: [supervised('barge')] });
    assert.deepEqual(told(), ['connected', 'barge']);
    see(call);
    assert.deepEqual(told(), ['connected', null]);
  });

  // What is told

  cases('states are told when they change, whatever the time', () => {
    const { adapter, see } = scene();
    const told = ['callStatus$', 'calls$', 'contacts$'].map((name) => collect(adapter[name]));
    see(call);
    for (let i = 0; i < 3; i++) see(call);
    for (let i = 0; i < 3; i++) see({ contacts: [ended()] });
    assert.deepEqual(
      told.map((all) => all.length),
      [2, 2, 2],
    );
    assert.deepEqual(states(told[0]), ['connected', 'after_contact_work']);
  });

  cases('the availability stands beside the state, and settles setState on a call', async () => {
    const { adapter, see, feed } = scene();
    see(call);
    const setting = adapter.setState('休憩', { enqueue: false });
    see(call);
    assert.equal(await standing(setting), 'open');
    const shown = update(90, call);
    shown.snapshot.agentAvailabilityState = { state: '休憩', timeStamp: start };
    feed(shown);
    assert.deepEqual(await standing(setting), { done: 'on_contact' });
    assert.deepEqual(last(collect(adapter.agentStatus$)).availability, {
      state: '休憩',
      since: new Date(start * 1000),
    });
  });

  for (const options of [{}, { enqueue: false }]) {
    cases(`in after-contact work another state is asked for, with ${JSON.stringify(options)}`, async () => {
      const { adapter, see, asked } = scene();
      const inWork = { state: { ...busy, name: 'AfterCallWork' }, contacts: [ended()] };
      see(inWork);
      const setting = adapter.setState('Available', options);
      const [what, { enqueueNextState }] = last(asked);
      assert.deepEqual([what, enqueueNextState], ['putAgentState', false]);
      see(inWork);
      assert.equal(await standing(setting), 'open');
      see({});
      assert.deepEqual(await standing(setting), { done: 'available' });
    });
  }

  cases('the availability settles setState while a queued callback rings, too', async () => {
    const { adapter, see, feed } = scene();
    see({});
    const setting = adapter.setState('休憩');
    const pending = { agentStateARN: null, name: 'Pending', type: 'not_routable', startTimestamp: start };
    const ringing = contact('incoming', [own('connecting')], { type: 'queue_callback' });
    const shown = update(90, { state: pending, contacts: [ringing] });
    feed(shown);
    assert.equal(await standing(setting), 'open');
    feed(update(91, { state: pending, contacts: [ringing] }));
    shown.snapshot.snapshotTimestamp = start + 92;
    shown.snapshot.agentAvailabilityState = { state: '休憩', timeStamp: start };
    feed(shown);
    assert.deepEqual(await standing(setting), { done: 'ringing' });
  });

  cases('a contact tells its subtype, region, segments and addresses', () => {
    const { adapter, see } = scene();
    const mail = contact(
      'connected',
      [
        own('connected'),
        customer('connected', { endpoint: { type: 'email_address', emailAddress: 'guest@example.jp' } }),
      ],
      {
        type: 'email',
        segmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Email' }, seats: { ValueString: '4' } },
        customerEndpoint: { type: 'email_address', emailAddress: 'guest@example.jp' },
      },
    );
    see({
      contacts: [
        mail,
        { ...talking(), contactId: 'v', queue: { queueARN: 'arn:aws:connect:ap-northeast-1:1:instance/a/queue/b' } },
      ],
    });
    const [shown] = last(collect(adapter.contacts$));
    assert.equal(shown.subtype, 'connect:Email');
    assert.equal(shown.segments.seats, '4');
    assert.equal(shown.customerEndpoint, 'guest@example.jp');
    assert.equal(shown.connections[1].address, 'guest@example.jp');
    assert.equal(last(collect(adapter.callStatus$)).region, 'ap-northeast-1');
  });

  cases('one strange attribute does not freeze the desk', () => {
    const { adapter, see } = scene();
    const errors = collect(adapter.errors$);
    const strange = { seats: { name: 'seats', value: 4 }, odd: { value: { a: 1 } }, bare: 'x' };
    see({ contacts: [{ ...talking(), attributes: strange, queueTimestamp: 'soon', queue: 'q' }] });
    assert.deepEqual(errors, []);
    assert.deepEqual(last(collect(adapter.callStatus$)).contact.attributes, { bare: 'x', seats: '4' });
    adapter.dispose();
  });

  cases("an agent's telephone is muted at the server: streams turns no microphone there", async () => {
    const { adapter, see, asks } = scene();
    const atTelephone = { configuration: { ...configuration, softphoneEnabled: false } };
    const muted = (mute) => ({ contacts: [contact('connected', [own('connected', { mute }), customer('connected')])] });
    see(muted(false), atTelephone);
    const muting = adapter.mute();
    see(muted(true), atTelephone);
    assert.deepEqual(await standing(muting), { done: 'connected' });
    const unmuting = adapter.unmute();
    see(muted(false), atTelephone);
    assert.deepEqual(await standing(unmuting), { done: 'connected' });
    assert.deepEqual(asks(), ['muteParticipant', 'unmuteParticipant']);
    adapter.dispose();
  });

  // Numbers

  for (const [typed, number] of [
    ['090-1111-2222', '+819011112222'],
    ['０９０（１１１１）２２２２', '+819011112222'],
    ['03 1234 5678', '+81312345678'],
    ['0120-500-002', '+81120500002'],
    ['+81 (0)3-1234-5678', '+81312345678'],
    ['+1 415-555-0123', '+14155550123'],
  ]) {
    cases(`a number may be typed as ${typed}`, () => {
      const { adapter, see, asked } = scene();
      see({});
      adapter.dial(typed).catch(() => {});
      assert.equal(last(asked)[1].endpoint.phoneNumber, number);
      adapter.dispose();
    });
  }
  for (const typed of ['110', '184-090-1111-2222', '090-1111-222', '4155550123', '', 'abc']) {
    cases(`${JSON.stringify(typed)} is no number that can be known`, async () => {
      const { adapter, see, asks } = scene();
      see({});
      assert.equal(await standing(adapter.dial(typed)), 'not_possible');
      assert.deepEqual(asks(), []);
    });
  }

  cases("streams' own contact is to be had for all else", () => {
    const { adapter, see } = scene();
    assert.equal(adapter.streamsContact('c1'), null);
    see(call);
    assert.equal(adapter.streamsContact('c1').getContactId(), 'c1');
    assert.equal(adapter.streamsContact('c2'), null);
  });

  cases('no error names what only streams knows', async () => {
    const { adapter, see, asked } = scene();
    see({ contacts: [ringing()] });
    const messages = [];
    const note = (promise) => promise.catch(({ message }) => messages.push(message));
    await note(adapter.transfer('+81312345678'));
    see(call);
    const failing = note(adapter.transfer('+81312345678'));
    last(asked)[2].failure('no');
    await failing;
    assert.equal(messages.length, 2);
    for (const message of messages) assert.match(message, /^transfer: (?!.*(addParty|addConnection|streams))/i);
  });

  // Health

  cases('a failover to another region is told, and what that shows is believed by its own clock', () => {
    const { adapter, see, feed, trigger, connect } = scene();
    const errors = collect(adapter.errors$);
    const health = collect(adapter.health$);
    const { FAILOVER_DETECTED_CRM, FAILOVER_PENDING_CRM, FAILOVER_COMPLETE } = connect.GlobalResiliencyEvents;
    connect.globalResiliency._activeRegion = 'ap-northeast-1';
    for (let second = 0; second < 40; second++) see(call);
    trigger(FAILOVER_DETECTED_CRM, { nextActiveRegion: 'ap-northeast-3' });
    trigger(FAILOVER_PENDING_CRM, { nextActiveRegion: 'ap-northeast-3' });
    see({});
    connect.globalResiliency._activeRegion = 'ap-northeast-3';
    feed(update(10, { state: onBreak }));
    assert.equal(last(collect(adapter.agentStatus$)).state, 'available');
    trigger(FAILOVER_COMPLETE, { activeRegion: 'ap-northeast-3', activeCcpUrl: 'https://b.example' });
    assert.equal(last(collect(adapter.agentStatus$)).state, 'not_routable');
    feed(update(11, { state: available, contacts: [ringing()] }));
    assert.equal(last(collect(adapter.callStatus$)).state, 'connecting');
    feed(update(9, {}));
    assert.equal(last(collect(adapter.callStatus$)).state, 'connecting');
    assert.deepEqual(codes(errors), ['failover_detected', 'failover_pending', 'failover_completed']);
    const to = 'ap-northeast-3';
    assert.deepEqual(
      health.slice(-4).map(({ region, failover }) => [region, failover]),
      [
        ['ap-northeast-1', { stage: 'detected', to }],
        ['ap-northeast-1', { stage: 'pending', to }],
        [to, { stage: 'pending', to }],
        [to, null],
      ],
    );
    connect.globalResiliency._activeRegion = null;
    adapter.dispose();
  });

  cases('an adapter that is made after streams was ended says so, and follows when it begins again', async () => {
    const { adapter, connect, options, terminate, initCCP, feed, clock } = scene();
    adapter.dispose();
    terminate();
    const late = new AmazonConnectAdapter({ connect, ...options });
    const errors = collect(late.errors$);
    clock.pass(1000);
    assert.equal(last(collect(late.health$)).state, 'stopped');
    assert.deepEqual(codes(errors), ['stopped']);
    assert.equal(await standing(late.setState('休憩')), 'not_possible');
    initCCP();
    clock.pass(1000);
    feed(update(1, {}));
    assert.equal(last(collect(late.health$)).state, 'live');
    assert.deepEqual(codes(errors), ['stopped', 'restarted']);
    late.dispose();
  });

  cases('a first word that never comes is not waited for without an end', () => {
    const { adapter, clock } = scene({ staleAfter: 90_000 });
    const errors = collect(adapter.errors$);
    const health = collect(adapter.health$);
    for (let second = 0; second < 92; second++) clock.pass(1000);
    assert.deepEqual(states(health), ['waiting', 'stale']);
    assert.deepEqual(codes(errors), ['stale']);
    adapter.dispose();
  });

  cases('silence is told as stale, and the next word as live', () => {
    const { adapter, see, clock } = scene();
    const health = collect(adapter.health$);
    const errors = collect(adapter.errors$);
    see(call);
    const heardAt = clock.now();
    clock.pass(89_000);
    assert.deepEqual(states(health), ['waiting', 'live']);
    clock.pass(3_600_000);
    assert.deepEqual(states(health), ['waiting', 'live', 'stale']);
    assert.equal(last(health).lastHeardAt.getTime(), heardAt);
    see(call);
    assert.deepEqual(states(health), ['waiting', 'live', 'stale', 'live']);
    assert.deepEqual(codes(errors), ['stale']);
    adapter.dispose();
    assert.equal(clock.waiting(), 0);
  });

  cases('a sign-out and a lost socket are told, each once', () => {
    const { adapter, see, connect, trigger } = scene();
    const health = collect(adapter.health$);
    const errors = collect(adapter.errors$);
    see({});
    trigger(connect.AgentEvents.WEBSOCKET_CONNECTION_LOST, {});
    trigger(connect.AgentEvents.WEBSOCKET_CONNECTION_LOST, {});
    see({}); // which did not come by the socket
    assert.equal(last(health).state, 'disconnected');
    trigger(connect.AgentEvents.WEBSOCKET_CONNECTION_GAINED, {});
    trigger(connect.EventType.AUTH_FAIL, {});
    see({});
    assert.deepEqual(states(health), ['waiting', 'live', 'disconnected', 'live', 'signed_out', 'live']);
    assert.deepEqual(codes(errors), ['disconnected', 'signed_out']);
    adapter.dispose();
  });

  cases('an agent whom streams signs in again is live, whatever comes next', () => {
    const { adapter, see, trigger, connect } = scene();
    const health = collect(adapter.health$);
    see({});
    trigger(connect.EventType.AUTH_FAIL, {});
    trigger(connect.EventType.AUTHORIZE_SUCCESS, {});
    assert.deepEqual(states(health), ['waiting', 'live', 'signed_out', 'live']);
    adapter.dispose();
  });
  for (const [name, state] of [
    ['AUTHORIZE_RETRIES_EXHAUSTED', 'signed_out'],
    ['CTI_AUTHORIZE_RETRIES_EXHAUSTED', 'signed_out'],
    ['IFRAME_RETRIES_EXHAUSTED', 'disconnected'],
  ]) {
    cases(`that streams gives up is told: ${name}`, () => {
      const { adapter, see, trigger, connect } = scene();
      const errors = collect(adapter.errors$);
      see({});
      trigger(connect.EventType[name], {});
      assert.equal(last(collect(adapter.health$)).state, state);
      assert.deepEqual(codes(errors), [state]);
      adapter.dispose();
    });
  }

  cases('the adapter follows streams that was ended and begun again', async () => {
    const { adapter, see, terminate, initCCP, clock } = scene();
    const errors = collect(adapter.errors$);
    const statuses = collect(adapter.callStatus$);
    see({});
    terminate();
    clock.pass(1000);
    initCCP();
    clock.pass(1000);
    assert.deepEqual(codes(errors), ['stopped', 'restarted']);
    see(call);
    assert.deepEqual(states(statuses), ['idle', 'connected']);
    adapter.dispose();
  });

  cases('without anybody who listens, the next wish finds where streams goes on', async () => {
    const { adapter, see, terminate, initCCP } = scene();
    see({});
    terminate();
    initCCP();
    adapter.setState('Available').catch(() => {});
    see(call);
    assert.equal(last(collect(adapter.callStatus$)).state, 'connected');
    adapter.dispose();
  });

  cases('one snapshot far behind is told; more show that the clock was set back, and are believed', () => {
    const { adapter, feed } = scene();
    const errors = collect(adapter.errors$);
    const statuses = collect(adapter.callStatus$);
    feed(update(200, call));
    feed(update(195, {}));
    assert.deepEqual(codes(errors), []);
    feed(update(110, {}));
    assert.deepEqual([codes(errors), states(statuses)], [['old_snapshot'], ['connected']]);
    feed(update(111, { contacts: [holding()] }));
    feed(update(112, {}));
    assert.deepEqual([codes(errors), states(statuses)], [['old_snapshot'], ['connected', 'held', 'idle']]);
    adapter.dispose();
  });

  cases('a call that is answered between two snapshots is told as ever', () => {
    const { adapter, see } = scene();
    const connected = collect(adapter.onOutboundCallConnected);
    see({ state: available });
    see({ contacts: [answered()] });
    assert.equal(connected.length, 1);
  });
}
