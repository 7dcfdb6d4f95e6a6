// The adapter around a scripted double of amazon-connect-streams, and around the published bundle.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as rxjs from 'rxjs';
import { AmazonConnectAdapter as Bare } from '../../bindings/browser/adapter.mjs';
import { AdapterError, AmazonConnectAdapter } from '../../bindings/browser/index.mjs';
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
  secondWindow,
  talking,
  third,
  update,
} from '../property/streams_desk.mjs';
import { collect, last, makeClock, stages, standing } from '../property/adapter_scene.mjs';
import { makeDouble } from '../property/streams_double.mjs';

for (const { name, make, scene } of stages) {
  const cases = (title, act) => test(`${name}: ${title}`, act);

  cases('a call rings, is answered, held, wrapped up and gone', () => {
    const { adapter, see } = scene();
    const statuses = collect(adapter.callStatus$);
    const agents = collect(adapter.agentStatus$);
    const incoming = collect(adapter.onInboundCallIncoming);
    const accepted = collect(adapter.onInboundCallAccepted);
    see({});
    see({ state: busy, contacts: [ringing()] });
    see({ state: busy, contacts: [talking()] });
    see({ state: busy, contacts: [holding()] });
    see({ state: busy, contacts: [talking()] });
    see({ state: { ...busy, name: 'AfterCallWork' }, contacts: [ended()] });
    see({});
    assert.deepEqual(
      statuses.map(({ state }) => state),
      ['idle', 'connecting', 'connected', 'held', 'connected', 'after_contact_work', 'idle'],
    );
    assert.deepEqual([...new Set(agents.map(({ state }) => state))], ['available', 'on_contact', 'after_contact_work']);
    assert.deepEqual(
      incoming.map(({ contactId, direction, number }) => [contactId, direction, number]),
      [['c1', 'inbound', '+819012345678']],
    );
    assert.deepEqual(
      accepted.map(({ contactId, state }) => [contactId, state]),
      [['c1', 'connected']],
    );
  });

  cases('a snapshot that shows the same tells nothing', () => {
    const { adapter, see } = scene();
    const statuses = collect(adapter.callStatus$);
    const agents = collect(adapter.agentStatus$);
    see({});
    see({});
    assert.equal(statuses.length + agents.length, 2);
  });

  cases('a refresh in the middle of a call tells of no call, only of how it stands', () => {
    const { adapter, see } = scene();
    const events = collect(
      rxjs.merge(adapter.onInboundCallIncoming, adapter.onInboundCallAccepted, adapter.onOutboundCallConnected),
    );
    see({ state: busy, contacts: [talking()] });
    see({ state: busy, contacts: [holding()] });
    see({ state: busy, contacts: [talking()] });
    assert.deepEqual(events, []);
    assert.equal(last(collect(adapter.callStatus$)).state, 'connected');
  });

  cases('a call that rings when the page is loaded still has to be answered', () => {
    const { adapter, see } = scene();
    const incoming = collect(adapter.onInboundCallIncoming);
    const accepted = collect(adapter.onInboundCallAccepted);
    see({ state: busy, contacts: [ringing()] });
    see({ state: busy, contacts: [talking()] });
    assert.deepEqual([incoming.length, accepted.length], [1, 1]);
  });

  cases('a queued callback is offered as an inbound call is, once', () => {
    const { adapter, see } = scene();
    const incoming = collect(adapter.onInboundCallIncoming);
    const accepted = collect(adapter.onInboundCallAccepted);
    const callback = (state) => contact(state, [], { type: 'queue_callback', initiationMethod: null });
    see({});
    for (const state of ['incoming', 'pending', 'connecting', 'connected']) see({ contacts: [callback(state)] });
    assert.deepEqual([incoming.length, accepted.length], [1, 1]);
  });

  cases('a chat is no call', () => {
    const { adapter, see } = scene();
    const incoming = collect(adapter.onInboundCallIncoming);
    see({});
    see({ contacts: [ringing({ type: 'chat' })] });
    assert.deepEqual(incoming, []);
    assert.equal(last(collect(adapter.callStatus$)).state, 'idle');
    assert.equal(last(collect(adapter.contacts$)).length, 1);
  });

  cases('an outbound call is told when it is answered, once, and is not told as inbound', () => {
    const { adapter, see } = scene();
    const inbound = collect(rxjs.merge(adapter.onInboundCallIncoming, adapter.onInboundCallAccepted));
    const outbound = collect(adapter.onOutboundCallConnected);
    see({});
    see({ contacts: [dialling()] });
    see({ contacts: [answered()] });
    see({ contacts: [answered()] });
    assert.deepEqual(inbound, []);
    assert.deepEqual(
      outbound.map(({ contactId }) => contactId),
      ['o1'],
    );
  });

  cases('states are replayed, events are not', () => {
    const { adapter, see } = scene();
    see({});
    see({ state: busy, contacts: [ringing()] });
    assert.equal(last(collect(adapter.callStatus$)).state, 'connecting');
    assert.equal(collect(adapter.agentStatus$).length, 1);
    assert.deepEqual(collect(adapter.availableQueues$), [
      [
        { arn: 'arn:queue/honten', name: '本店', isDefaultOutbound: true },
        { arn: 'arn:queue/agent', name: '', isDefaultOutbound: false },
      ],
    ]);
    assert.deepEqual(collect(adapter.onInboundCallIncoming), []);
  });

  cases("the quick connects of the agent's queues are asked for once, and again when asked", () => {
    const { adapter, see, asked } = scene();
    const errors = collect(adapter.errors$);
    see({});
    see({});
    assert.deepEqual(
      asked.map(([what, { queueARNs }]) => [what, queueARNs]),
      [['getEndpoints', ['arn:queue/honten', 'arn:queue/agent']]],
    );
    const endpoints = [{ type: 'phone_number', name: '支店', phoneNumber: '+81350000042' }];
    adapter.refreshEndpoints();
    const [early, late] = asked.map(([, , callbacks]) => callbacks);
    late.success({ endpoints });
    early.success({ endpoints: [] });
    assert.deepEqual(
      last(collect(adapter.agentEndpoints$)).map(({ name }) => name),
      ['支店'],
    );
    adapter.refreshEndpoints();
    asked[2][2].failure('no');
    assert.deepEqual(
      errors.map(({ code }) => code),
      ['endpoints_failed'],
    );
    assert.equal(last(collect(adapter.agentEndpoints$)).length, 1);
  });

  const call = { state: busy, contacts: [talking()] };
  /** The action; what the desk shows before; what streams is asked; what is shown when it is done. */
  const actions = [
    ['accept', [], { contacts: [ringing()] }, 'acceptContact', { contacts: [talking()] }, 'connected'],
    ['reject', [], { contacts: [ringing()] }, 'rejectContact', { contacts: [missed()] }, 'missed'],
    ['reject', [], { contacts: [ringing()] }, 'rejectContact', {}, 'done'],
    ['hold', [], call, 'holdConnection', { contacts: [holding()] }, 'held'],
    ['resume', [], { contacts: [holding()] }, 'resumeConnection', call, 'connected'],
    [
      'conference',
      [],
      { contacts: [holding(third('connected'))] },
      'conferenceConnections',
      { contacts: [talking(third('connected'))] },
      'conferenced',
    ],
    ['hangUp', [], call, 'destroyConnection', { contacts: [ended()] }, 'after_contact_work'],
    ['hangUp', [], { contacts: [dialling()] }, 'destroyConnection', {}, 'done'],
    [
      'hangUp',
      [{ connectionId: 'p' }],
      { contacts: [talking(third('connected'))] },
      'destroyConnection',
      { contacts: [talking(third('disconnected'))] },
      'connected',
    ],
    ['completeWrapUp', [], { contacts: [ended()] }, 'clearContact', {}, 'done'],
    ['setState', ['休憩'], {}, 'putAgentState', { state: onBreak }, 'not_routable'],
    [
      'setState',
      ['休憩'],
      call,
      'putAgentState',
      { ...call, nextState: { name: '休憩', agentStateARN: 'arn:state/break' } },
      'on_contact',
    ],
    ['dial', ['+81312345678'], {}, 'createOutboundContact', { contacts: [dialling()] }, 'connecting'],
    [
      'transfer',
      ['+81312345678', { stay: true }],
      call,
      'createAdditionalConnection',
      { contacts: [holding(third('connected'))] },
      'held',
    ],
  ];
  for (const [action, args, before, what, after, state] of actions) {
    cases(`${action} settles when the snapshot shows it: ${state}`, async () => {
      const { adapter, see, asked, asks, clock } = scene();
      see(before);
      const promise = adapter[action](...args);
      assert.deepEqual(asks(), [what]);
      last(asked)[2].success?.({});
      assert.equal(await standing(promise), 'open', 'the early success settles nothing');
      see(before);
      assert.equal(await standing(promise), 'open', 'nor does a snapshot that shows nothing new');
      see(after);
      assert.deepEqual(await standing(promise), { done: state });
      assert.equal(clock.waiting(), 0);
    });
    cases(`${action} is refused where the API fails, and where nothing is seen in time: ${state}`, async () => {
      for (const [code, act] of [
        ['failed', ({ asked }) => last(asked)[2].failure('no', {})],
        ['timed_out', ({ clock }) => clock.pass(30_000)],
        ['disposed', ({ adapter }) => adapter.dispose()],
      ]) {
        const stage = scene();
        stage.see(before);
        const promise = stage.adapter[action](...args);
        act(stage);
        assert.equal(await standing(promise), code);
        assert.equal(stage.clock.waiting(), 0);
      }
    });
    cases(`${action} is disposed once the adapter is: ${state}`, async () => {
      const { adapter, see } = scene();
      see(before);
      adapter.dispose();
      await assert.rejects(
        adapter[action](...args),
        (error) => error instanceof AdapterError && error.code === 'disposed',
      );
    });
    cases(`${action} is not possible before the first snapshot: ${state}`, async () => {
      await assert.rejects(scene().adapter[action](...args), { code: 'not_possible' });
    });
  }

  for (const [action, args, shown] of [
    ['accept', [], {}],
    ['accept', [], { contacts: [dialling()] }],
    ['accept', [], { contacts: [ended()] }],
    ['reject', [], call],
    ['hold', [], { contacts: [ringing()] }],
    ['hold', [{ contactId: 'c1' }], { contacts: [ringing()] }],
    ['resume', [], { contacts: [ringing()] }],
    ['mute', [], {}],
    ['conference', [], call],
    ['hangUp', [], {}],
    ['completeWrapUp', [], call],
    ['setState', ['no such'], {}],
    ['dial', ['+81312345678'], call],
    ['dial', ['090-1234'], {}],
    ['transfer', ['+81312345678'], { contacts: [ringing()] }],
    ['transfer', [null], call],
  ]) {
    cases(
      `${action} of ${JSON.stringify(args)} is not possible with ${shown.contacts?.[0].state.type ?? 'no contact'}`,
      async () => {
        const { adapter, see, asks } = scene();
        see(shown);
        await assert.rejects(adapter[action](...args), { name: 'AdapterError', code: 'not_possible' });
        assert.deepEqual(asks(), []);
      },
    );
  }

  for (const [action, before] of [
    ['accept', { contacts: [ringing()] }],
    ['hold', call],
    ['mute', call],
  ]) {
    cases(`${action}: a contact that goes meanwhile is gone, one that ends has failed`, async () => {
      const stage = scene();
      stage.see(before);
      const gone = stage.adapter[action]();
      stage.see({});
      assert.equal(await standing(gone), 'gone');
      assert.equal(await standing(stage.adapter[action]({ contactId: 'c1' })), 'gone');
      stage.see(before);
      const failed = stage.adapter[action]();
      stage.see({ contacts: [missed()] });
      assert.equal(await standing(failed), 'failed');
    });
  }

  cases('what is so already needs no asking: a double click does no harm', async () => {
    const { adapter, see, asks } = scene();
    see({ contacts: [holding()] });
    assert.deepEqual(await standing(adapter.hold()), { done: 'held' });
    assert.deepEqual(await standing(adapter.accept()), { done: 'held' });
    assert.deepEqual(await standing(adapter.unmute()), { done: 'held' });
    assert.deepEqual(await standing(adapter.setState('Available')), { done: 'available' });
    assert.deepEqual(asks(), []);
  });

  cases('mute settles when streams says that the microphone is off', async () => {
    const { adapter, see, asked, toggleMute } = scene();
    see(call);
    const muting = adapter.mute();
    assert.deepEqual(last(asked).slice(0, 2), ['mute', { mute: true }]);
    see(call);
    assert.equal(await standing(muting), 'open');
    toggleMute(true);
    assert.deepEqual(await standing(muting), { done: 'connected' });
    assert.equal(last(collect(adapter.callStatus$)).muted, true);
    const unmuting = adapter.unmute();
    toggleMute(false);
    assert.deepEqual(await standing(unmuting), { done: 'connected' });
  });

  cases("mute settles on the agent's leg too, where calls have many parties", async () => {
    const { adapter, see } = scene();
    see(call);
    const muting = adapter.mute();
    see({ contacts: [contact('connected', [leg('agent', 'connected', { mute: true }), leg('inbound', 'connected')])] });
    assert.deepEqual(await standing(muting), { done: 'connected' });
  });

  cases('transfer leaves the call once the other has answered', async () => {
    const { adapter, see, asks } = scene();
    see(call);
    const promise = adapter.transfer('+81312345678');
    see({ contacts: [holding(third('connecting'))] });
    assert.equal(await standing(promise), 'open');
    assert.deepEqual(asks(), ['createAdditionalConnection']);
    see({ contacts: [holding(third('connected'))] });
    assert.equal(await standing(promise), 'open');
    assert.deepEqual(asks(), ['createAdditionalConnection', 'destroyConnection']);
    see({ contacts: [ended(third('connected'))] });
    assert.deepEqual(await standing(promise), { done: 'transferred' });
  });

  cases('transfer fails when the other does not answer, and the call stays', async () => {
    const { adapter, see, asks } = scene();
    see({ contacts: [talking(third('disconnected', 'earlier'))] });
    const promise = adapter.transfer({ type: 'phone_number', phoneNumber: '+81312345678' });
    see({ contacts: [holding(third('connecting'), third('disconnected', 'earlier'))] });
    assert.equal(await standing(promise), 'open');
    see({ contacts: [holding(third('disconnected'), third('disconnected', 'earlier'))] });
    assert.equal(await standing(promise), 'failed');
    assert.deepEqual(asks(), ['createAdditionalConnection']);
  });

  cases('dial takes a queue, and is not misled by a call that comes in meanwhile', async () => {
    const { adapter, see, asked } = scene();
    see({});
    const promise = adapter.dial('+81312345678', { queueARN: 'arn:queue/agent' });
    assert.equal(last(asked)[1].queueARN, 'arn:queue/agent');
    assert.equal(last(asked)[1].endpoint.phoneNumber, '+81312345678');
    see({ contacts: [ringing()] });
    assert.equal(await standing(promise), 'open');
    see({ contacts: [ringing(), dialling()] });
    assert.deepEqual(await standing(promise), { done: 'connecting' });
  });

  cases('a task is laid aside and taken up as a whole', async () => {
    const { adapter, see, asks } = scene();
    const task = (state) => ({
      contacts: [
        contact(state, [], { type: 'chat', contactId: 't1' }),
        contact(state, [], { type: 'task', contactId: 'k1' }),
      ],
    });
    see(task('connected'));
    const pausing = adapter.hold({ contactId: 'k1' });
    see(task('paused'));
    assert.deepEqual(await standing(pausing), { done: 'paused' });
    const resuming = adapter.resume({ contactId: 'k1' });
    see(task('connected'));
    assert.deepEqual(await standing(resuming), { done: 'connected' });
    assert.deepEqual(asks(), ['pauseContact', 'resumeContact']);
  });

  cases('a second window, a missed call and what cannot be read go to errors$', () => {
    const { adapter, see, feed } = scene();
    const errors = collect(adapter.errors$);
    see({ state: secondWindow });
    see({ state: secondWindow });
    see({ state: { ...secondWindow, name: 'MissedCallAgent' } });
    see({ state: { ...secondWindow, name: 'BadAddressCustomer' } });
    assert.deepEqual(
      errors.map(({ code, message }) => [code, message]),
      [
        ['multiple_ccp_windows', 'MultipleCcpWindows'],
        ['missed_contact', 'MissedCallAgent'],
        ['agent_error', 'BadAddressCustomer'],
      ],
    );
    feed(update(99, { state: {} }));
    assert.equal(last(errors).code, 'unreadable_snapshot');
    assert.ok(last(errors).message.startsWith('/snapshot/state'));
  });

  cases('dispose leaves nothing on the bus; the observables complete', () => {
    const { adapter, see, listeners, clock } = scene();
    see({});
    let completed = 0;
    for (const key of Object.keys(adapter)) adapter[key].subscribe({ complete: () => completed++ });
    assert.ok(listeners() > 0);
    adapter.dispose();
    adapter.dispose();
    assert.equal(listeners(), 0);
    assert.equal(clock.waiting(), 0);
    assert.equal(completed, 12);
    assert.doesNotThrow(() => see(call));
  });

  cases('a second adapter on the same bus knows at once how things stand, beside the first and after it', async () => {
    const { adapter, see, connect, options, listeners, asked } = scene();
    see(call);
    const second = new AmazonConnectAdapter({ connect, ...options });
    const events = collect(second.onInboundCallAccepted);
    assert.equal(last(collect(second.callStatus$)).state, 'connected');
    const [one, two] = [adapter.hold(), second.hold()];
    see({ contacts: [holding()] });
    assert.deepEqual([await standing(one), await standing(two)], [{ done: 'held' }, { done: 'held' }]);
    adapter.dispose();
    see(call);
    assert.equal(last(collect(second.callStatus$)).state, 'connected');
    assert.deepEqual(events, []);
    second.dispose();
    assert.equal(listeners(), 0);
    assert.ok(asked.length > 0);
  });

  cases(
    "what a listener sets off is told after what is being told, and a listener's failure stops nobody",
    async () => {
      const { adapter, see } = scene();
      const told = [];
      adapter.agentStatus$.subscribe(({ state }) => {
        told.push(state);
        if (state === 'available') see({ state: onBreak });
      });
      adapter.callStatus$.subscribe(({ state }) => told.push(state));
      see({});
      assert.deepEqual(told, ['available', 'idle', 'not_routable']);
    },
  );

  cases('dispose by a listener: nothing more is told', () => {
    const { adapter, see } = scene();
    const told = [];
    adapter.agentStatus$.subscribe(() => adapter.dispose());
    adapter.callStatus$.subscribe(() => told.push('call'));
    see({});
    assert.deepEqual(told, []);
  });

  cases('durations go on every second while somebody looks, by the server’s clock', () => {
    const { adapter, see, clock } = scene();
    clock.pass(3_600_000);
    see(call);
    assert.equal(clock.waiting(), 0);
    const durations = [];
    const looking = adapter.durations$.subscribe((value) => durations.push(value));
    clock.pass(2000);
    assert.deepEqual(
      durations.map(({ agent }) => agent.duration),
      [0, 1000, 2000],
    );
    assert.deepEqual(
      last(durations).contacts.map(({ id, times }) => [id, times.talking]),
      [['c1', 3000]],
    );
    looking.unsubscribe();
    assert.equal(clock.waiting(), 0);
    adapter.durations$.pipe(rxjs.take(1)).subscribe();
    assert.equal(clock.waiting(), 0);
  });

  cases('with a zone it listens and waits outside, and tells inside', async () => {
    let inside = 'angular';
    const within = (where) => (act) => {
      const before = inside;
      inside = where;
      try {
        return act();
      } finally {
        inside = before;
      }
    };
    const zone = { run: within('angular'), runOutsideAngular: within('outside') };
    const streams = make();
    const clock = makeClock();
    const places = [];
    const schedule = (callback, delay) => {
      places.push(['schedule', inside]);
      return clock.schedule(callback, delay);
    };
    const bus = streams.connect.core.getEventBus();
    const subscribe = bus.subscribe.bind(bus);
    bus.subscribe = (event, f) => {
      places.push(['subscribe', inside]);
      return subscribe(event, (...all) => zone.runOutsideAngular(() => f(...all)));
    };
    const adapter = new AmazonConnectAdapter({ connect: streams.connect, zone, now: clock.now, schedule });
    delete bus.subscribe;
    adapter.agentStatus$.subscribe(() => places.push(['agent', inside]));
    adapter.durations$.subscribe(() => places.push(['durations', inside]));
    streams.feed(update(1, call));
    zone.runOutsideAngular(() => clock.pass(1000));
    const what = (name) => new Set(places.filter(([place]) => place === name).map(([, where]) => where));
    assert.deepEqual(what('subscribe'), new Set(['outside']));
    assert.deepEqual(what('schedule'), new Set(['outside']));
    assert.deepEqual(what('agent'), new Set(['angular']));
    assert.deepEqual(what('durations'), new Set(['angular']));
    adapter.dispose();
  });

  cases('RxJS can be passed in; without a bus or RxJS there is no adapter', () => {
    const { connect } = make();
    assert.doesNotThrow(() => new Bare({ connect, rxjs }).dispose());
    assert.throws(() => new Bare({ connect }), { code: 'not_possible' });
    assert.throws(() => new Bare({ rxjs }), { code: 'not_possible' });
    assert.throws(() => new Bare({ connect: { core: { getEventBus: () => null } }, rxjs }), { code: 'not_possible' });
  });
}

test('the queues of a strange configuration are none', () => {
  const { connect, feed } = makeDouble();
  const adapter = new AmazonConnectAdapter({ connect });
  for (const routingProfile of [null, 3, { queues: 'x' }, { queues: [null, { queueARN: 7 }] }]) {
    feed({ ...update(1), configuration: { ...configuration, routingProfile } });
  }
  assert.deepEqual(collect(adapter.availableQueues$), [[]]);
  assert.equal(available.name, 'Available');
  adapter.dispose();
});
