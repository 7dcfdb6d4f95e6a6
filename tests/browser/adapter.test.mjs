// The adapter in Chromium: the published amazon-connect-streams in a script tag, RxJS and the adapter as ES modules.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const executablePath = spawnSync('which', ['chromium'], { encoding: 'utf8' }).stdout.trim();
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const root = fileURLToPath(new URL('../../', import.meta.url));
const folders = {
  '/adapter/': 'bindings/browser/',
  '/bindings/browser/': 'bindings/browser/',
  '/property/': 'tests/property/',
  '/rxjs/': 'node_modules/rxjs/dist/esm/',
  '/tslib/': 'node_modules/tslib/',
  '/streams/': 'node_modules/amazon-connect-streams/release/',
};
const read = async (url) => {
  if (url === '/') return [await readFile(`${root}tests/browser/page.html`), 'text/html'];
  const folder = Object.keys(folders).find((prefix) => url.startsWith(prefix));
  if (!folder || url.includes('..')) return null;
  const path = root + folders[folder] + url.slice(folder.length);
  // RxJS's modules name each other without an ending.
  for (const ending of ['', '.js', '/index.js']) {
    const text = await readFile(path + ending).catch(() => null);
    if (text) return [text, 'text/javascript'];
  }
  return null;
};
const server = createServer(async (request, response) => {
  const found = await read(new URL(request.url, 'http://localhost').pathname);
  response.writeHead(found ? 200 : 404, { 'content-type': `${found?.[1] ?? 'text/plain'}; charset=utf-8` });
  response.end(found?.[0]);
});

let browser;
let home;
before(async () => {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  home = `http://127.0.0.1:${server.address().port}/`;
  browser = await chromium.launch({ executablePath, args });
});
after(async () => {
  await browser?.close();
  server.close();
});

/** `act(page)` on a fresh page, which may reach nothing but the server and may not fail by itself. */
const onPage = (title, act) =>
  test(title, async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const wrong = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    await page.route(
      (url) => !url.href.startsWith(home),
      (route) => {
        wrong.push(route.request().url());
        return route.abort();
      },
    );
    const failure = new Promise((_, reject) => page.once('pageerror', reject));
    failure.catch(() => {});
    try {
      await page.goto(home);
      await Promise.race([failure, page.waitForFunction(() => window.stage)]);
      await act(page);
      assert.deepEqual(wrong, []);
    } finally {
      await context.close();
    }
  });

onPage('an inbound call is told by the observables', async (page) => {
  const told = await page.evaluate(() => {
    const { see, told, busy, ringing, talking, holding, ended } = window.stage;
    see({});
    see({ state: busy, contacts: [ringing()] });
    see({ state: busy, contacts: [talking()] });
    see({ state: busy, contacts: [holding()] });
    see({ state: { ...busy, name: 'AfterCallWork' }, contacts: [ended()] });
    see({});
    return told;
  });
  assert.deepEqual(
    told.callStatus$.map(({ state }) => state),
    ['idle', 'connecting', 'connected', 'held', 'after_contact_work', 'idle'],
  );
  assert.deepEqual(
    told.agentStatus$.map(({ state }) => state),
    ['available', 'on_contact', 'after_contact_work', 'available'],
  );
  assert.deepEqual(
    told.onInboundCallIncoming.map(({ number }) => number),
    ['+819012345678'],
  );
  assert.deepEqual(
    told.onInboundCallAccepted.map(({ contactId }) => contactId),
    ['c1'],
  );
  assert.deepEqual(told.onOutboundCallConnected, []);
  assert.deepEqual(
    told.contacts$.map((contacts) => contacts.length),
    [0, 1, 1, 1, 1, 0],
  );
  assert.deepEqual(
    told.availableQueues$.map((queues) => queues.map(({ name }) => name)),
    [['本店', '']],
  );
  assert.deepEqual(told.errors$, []);
});

onPage('the snapshot’s times as dates, as streams’ worker sends them', async (page) => {
  const since = await page.evaluate(() => {
    const { streams, told, update, talking, start } = window.stage;
    const one = update(10, { contacts: [talking()] });
    one.snapshot = structuredClone({
      ...one.snapshot,
      snapshotTimestamp: new Date((start + 10) * 1000),
      contacts: one.snapshot.contacts.map((contact) => ({
        ...contact,
        state: { type: 'connected', timestamp: new Date(start * 1000) },
      })),
    });
    streams.feed(one);
    return told.callStatus$[0].since;
  });
  assert.equal(since, '2026-09-21T14:13:20.000Z');
});

onPage('the quick connects come', async (page) => {
  const names = await page.evaluate(() => {
    const { see, streams, told } = window.stage;
    see({});
    const [, , callbacks] = streams.asked.find(([what]) => what === 'getEndpoints');
    callbacks.success({ endpoints: [{ endpointId: 'q1', type: 'queue', name: '支店' }], nextToken: null });
    return told.agentEndpoints$.map((endpoints) => endpoints.map(({ name }) => name));
  });
  assert.deepEqual(names, [['支店']]);
});

/** The action, what is shown before and after, what streams asks Amazon Connect, and what it comes to. */
const actions = [
  ['accept', '', 'ringing()', 'talking()', ['acceptContact'], 'connected'],
  ['reject', '', 'ringing()', 'missed()', ['rejectContact'], 'missed'],
  ['hold', '', 'talking()', 'holding()', ['holdConnection'], 'held'],
  ['resume', '', 'holding()', 'talking()', ['resumeConnection'], 'connected'],
  [
    'conference',
    '',
    "holding(third('connected'))",
    "talking(third('connected'))",
    ['conferenceConnections'],
    'conferenced',
  ],
  [
    'transfer',
    "'+81312345678', { stay: true }",
    'talking()',
    "holding(third('connected'))",
    ['createAdditionalConnection'],
    'held',
  ],
  ['hangUp', '', 'talking()', 'ended()', ['destroyConnection'], 'after_contact_work'],
  ['completeWrapUp', '', 'ended()', '', ['clearContact'], 'done'],
  [
    'dial',
    "'+81312345678', { queueARN: 'arn:queue/honten' }",
    '',
    'dialling()',
    ['createOutboundContact'],
    'connecting',
  ],
];
for (const [action, given, shown, after, asks, state] of actions) {
  onPage(`${action} settles on the snapshot`, async (page) => {
    const result = await page.evaluate(`(async () => {
      const { see, adapter, streams, asks, standing, ringing, talking, holding, ended, missed, dialling, third } = stage;
      see({ contacts: [${shown}] });
      const promise = adapter.${action}(${given});
      streams.asked.at(-1)[2].success?.({});
      const early = await standing(promise);
      see({ contacts: [${after}] });
      return { early, asks: asks(), late: await standing(promise) };
    })()`);
    assert.deepEqual(result, { early: 'open', asks, late: { done: state } });
  });
}

onPage('mute and unmute settle on the microphone, setState on the status or the next', async (page) => {
  const result = await page.evaluate(async () => {
    const { see, adapter, streams, standing, talking, onBreak } = window.stage;
    see({ contacts: [talking()] });
    const muting = adapter.mute();
    const early = await standing(muting);
    streams.toggleMute(true);
    const muted = await standing(muting);
    const unmuting = adapter.unmute();
    streams.toggleMute(false);
    const unmuted = await standing(unmuting);
    const next = adapter.setState('休憩');
    see({ contacts: [talking()], nextState: { name: '休憩', agentStateARN: 'arn:state/break' } });
    const queued = await standing(next);
    const back = adapter.setState('Available');
    see({ state: onBreak });
    const still = await standing(back);
    see({});
    return [early, muted, unmuted, queued, still, await standing(back)];
  });
  assert.deepEqual(result, [
    'open',
    { done: 'connected' },
    { done: 'connected' },
    { done: 'available' },
    'open',
    { done: 'available' },
  ]);
});

onPage('actions that go wrong say how', async (page) => {
  const codes = await page.evaluate(async () => {
    const { see, adapter, streams, talking } = window.stage;
    const code = (promise) =>
      promise.then(
        () => 'done',
        (error) => error.code,
      );
    see({ contacts: [talking()] });
    const failed = code(adapter.hold());
    streams.asked.at(-1)[2].failure('no');
    const late = code(adapter.hold({ timeout: 1 }));
    await late;
    const impossible = code(adapter.dial('110'));
    const gone = code(adapter.hold());
    see({});
    const open = code(adapter.dial('+81312345678'));
    adapter.dispose();
    return Promise.all([failed, late, impossible, gone, open]);
  });
  assert.deepEqual(codes, ['failed', 'timed_out', 'not_possible', 'gone', 'disposed']);
});

onPage('a page loaded again in the middle of a call tells of no call', async (page) => {
  await page.evaluate(() => {
    const { see, ringing, talking } = window.stage;
    see({});
    see({ contacts: [ringing()] });
    see({ contacts: [talking()] });
  });
  await page.reload();
  await page.waitForFunction(() => window.stage, null, { timeout: 10_000 });
  const told = await page.evaluate(() => {
    const { see, told, talking, holding } = window.stage;
    see({ contacts: [talking()] });
    see({ contacts: [holding()] });
    return told;
  });
  assert.deepEqual(
    told.callStatus$.map(({ state }) => state),
    ['connected', 'held'],
  );
  assert.deepEqual(
    [told.onInboundCallIncoming, told.onInboundCallAccepted, told.onOutboundCallConnected],
    [[], [], []],
  );
});

onPage('a second window is told', async (page) => {
  const codes = await page.evaluate(() => {
    const { see, told, secondWindow } = window.stage;
    see({});
    see({ state: secondWindow });
    return told.errors$.map(({ code }) => code);
  });
  assert.deepEqual(codes, ['multiple_ccp_windows']);
});

onPage('dispose leaves nothing on the bus, and a second adapter goes on', async (page) => {
  const result = await page.evaluate(() => {
    const { see, told, adapter, streams, makeAdapter, collect, talking, holding } = window.stage;
    see({ contacts: [talking()] });
    const second = makeAdapter();
    const statuses = collect(second.callStatus$);
    const accepted = collect(second.onInboundCallAccepted);
    adapter.dispose();
    see({ contacts: [holding()] });
    const both = [told.callStatus$, statuses].map((all) => all.map(({ state }) => state));
    second.dispose();
    return { both, accepted, listeners: streams.listeners() };
  });
  assert.deepEqual(result, { both: [['connected'], ['connected', 'held']], accepted: [], listeners: 0 });
});

onPage('durations go on by themselves while somebody looks', async (page) => {
  const durations = await page.evaluate(async () => {
    const { see, adapter, rxjs, talking } = window.stage;
    see({ contacts: [talking()] });
    const seen = await rxjs.firstValueFrom(adapter.durations$.pipe(rxjs.take(3), rxjs.toArray()));
    return seen.map(({ contacts }) => contacts[0].times.talking);
  });
  const [first, second, third] = durations;
  // Each may be told late, but between the first and the third lies a whole second.
  assert.ok(first < second && second < third && third - first >= 900, String(durations));
});
