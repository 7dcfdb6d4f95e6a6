// The simulator in Chromium: streams in a script tag, the browser's clock and storage, a refresh, and two tabs.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const executablePath = spawnSync('which', ['chromium'], { encoding: 'utf8' }).stdout.trim();
const args =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const root = fileURLToPath(new URL('../../', import.meta.url));
const folders = {
  '/browser/': 'bindings/browser/',
  '/rxjs/': 'node_modules/rxjs/dist/esm/',
  '/tslib/': 'node_modules/tslib/',
  '/streams/': 'node_modules/amazon-connect-streams/release/',
};
const read = async (url) => {
  if (url === '/') return [await readFile(`${root}tests/desk/simulator_page.html`), 'text/html'];
  const folder = Object.keys(folders).find((prefix) => url.startsWith(prefix));
  if (!folder || url.includes('..')) return null;
  const path = root + folders[folder] + url.slice(folder.length);
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
  browser = await chromium.launch({ executablePath, args: args.split(' ') });
});
after(async () => {
  await browser?.close();
  server.close();
});

const open = async (context, hash = '') => {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.wrong = [];
  page.on('pageerror', (error) => page.wrong.push(String(error)));
  await page.route(
    (url) => !url.href.startsWith(home),
    (route) => {
      page.wrong.push(route.request().url());
      return route.abort();
    },
  );
  await page.goto(home + hash);
  await page.waitForFunction(() => window.stage);
  return page;
};
const state = (page) => page.evaluate(() => window.stage.states.at(-1));

test('a guest calls and answers in text; a refresh in the call finds it, and nothing leaves the page', async () => {
  const context = await browser.newContext();
  const page = await open(context);
  await page.evaluate(() => {
    window.stage.simulated.next();
    return window.stage.adapter.accept();
  });
  assert.equal(await state(page), 'connected');
  await page.waitForFunction(() => window.stage.said.length === 1);
  await page.reload();
  await page.waitForFunction(() => window.stage?.states.at(-1) === 'connected');
  assert.equal(await page.evaluate(() => window.stage.incoming), 0);
  await page.evaluate(() => {
    const [{ id }] = window.stage.simulated.centre.contacts;
    window.stage.simulated.hear(id, 'お名前をお願いいたします。');
  });
  await page.waitForFunction(() => window.stage.said.length === 3);
  const said = await page.evaluate(() => window.stage.said);
  assert.deepEqual(
    said.map(([who]) => who),
    ['guest', 'agent', 'guest'],
  );
  await page.evaluate(async () => {
    await window.stage.adapter.hangUp();
    await window.stage.adapter.completeWrapUp();
  });
  assert.equal(await state(page), 'idle');
  assert.equal(await page.evaluate(() => window.stage.simulated.centre.coming.length), 59);
  assert.deepEqual(page.wrong, []);
  await context.close();
});

test('what one tab does, the other shows', async () => {
  const context = await browser.newContext();
  const one = await open(context, '#tabs');
  const other = await open(context, '#tabs');
  await one.evaluate(() => window.stage.simulated.next());
  await other.waitForFunction(() => window.stage.states.at(-1) === 'connecting');
  await other.evaluate(() => window.stage.adapter.accept());
  await one.waitForFunction(() => window.stage.states.at(-1) === 'connected');
  await one.evaluate(() => window.stage.adapter.hangUp());
  await other.waitForFunction(() => window.stage.states.at(-1) === 'after_contact_work');
  assert.deepEqual([...one.wrong, ...other.wrong], []);
  await context.close();
});
