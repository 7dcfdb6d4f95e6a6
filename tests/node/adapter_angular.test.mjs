// The adapter in Angular's own zone: an open call keeps no timer in it, and whatever is told is told inside.
import 'zone.js/node';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as angular20 from '@angular/core';
import * as angular22 from 'angular-22';
import { AmazonConnectAdapter } from '../../bindings/browser/index.mjs';
import { busy, ringing, talking, update } from '../property/streams_desk.mjs';
import { makeDouble } from '../property/streams_double.mjs';

for (const { NgZone, VERSION } of [angular20, angular22]) {
  const which = `Angular ${VERSION.major}`;
  const collect = (observable) => {
    const places = [];
    observable.subscribe(() => places.push(NgZone.isInAngularZone()));
    return places;
  };
  const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  /** An adapter made in a component, and snapshots that come from outside of Angular. */
  const makeScene = (context) => {
    const zone = new NgZone({ enableLongStackTrace: false });
    let checks = 0;
    zone.onMicrotaskEmpty.subscribe(() => checks++);
    const streams = makeDouble();
    const adapter = zone.run(() => new AmazonConnectAdapter({ connect: streams.connect, zone }));
    context.after(() => adapter.dispose());
    return { zone, adapter, feed: streams.feed, asked: streams.asked, checks: () => checks };
  };

  test(`${which}: what is told is told inside Angular’s zone, though it comes from outside`, (context) => {
    const { adapter, feed } = makeScene(context);
    const places = [
      adapter.callStatus$,
      adapter.agentStatus$,
      adapter.onInboundCallIncoming,
      adapter.availableQueues$,
    ].map(collect);
    feed(update(1));
    feed(update(2, { state: busy, contacts: [ringing()] }));
    assert.deepEqual(places, [[true, true], [true, true], [true], [true]]);
  });

  test(`${which}: a snapshot is one round of change detection, one that tells nothing new is none`, (context) => {
    const { feed, checks } = makeScene(context);
    feed(update(1));
    const before = checks();
    feed(update(2, { state: busy, contacts: [talking()] }));
    assert.equal(checks(), before + 1);
  });

  test(`${which}: durations and open actions keep no timer in the zone, and settle inside it`, async (context) => {
    const { zone, adapter, feed, asked } = makeScene(context);
    feed(update(1, { state: busy, contacts: [talking()] }));
    const settled = [];
    const ticks = [];
    zone.run(() => {
      adapter.durations$.subscribe(() => ticks.push(NgZone.isInAngularZone()));
      adapter.hold({ timeout: 20 }).catch((error) => settled.push([error.code, NgZone.isInAngularZone()]));
    });
    assert.equal(asked.at(-1)[0], 'holdConnection');
    assert.equal(zone.hasPendingMacrotasks, false);
    await pause(1100);
    assert.deepEqual(settled, [['timed_out', true]]);
    assert.deepEqual(ticks, [true, true]);
    assert.equal(zone.hasPendingMacrotasks, false);
  });
}
