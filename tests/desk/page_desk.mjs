// The desk's page in Chromium, before a server with the development's evening on it: Friday, 27 November 2026, 18:00 in Japan.
// What a page does is waited for, and never looked at once; `DESK_SLOWER=20` has Chromium take so many times as long.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Writable } from 'node:stream';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { SqliteLedger } from 'denwaban';
import { chromium } from 'playwright-core';

import { openApp } from '../../examples/desk/server/app.mjs';
import { developmentIdentity } from '../../examples/desk/server/identity.mjs';
import { seed } from '../../examples/desk/server/seed.mjs';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const files = `${root}examples/desk/page/dist/browser`;
export const now = Date.parse('2026-11-27T18:00:00+09:00');
export const date = '2026-11-27';
/** A package of the page's own. */
export const ofPage = createRequire(`${root}examples/desk/page/package.json`);

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
  '--font-render-hinting=none',
];
const dark = new Writable({ write: (_chunk, _encoding, done) => done() });

/** How long one waits for what comes in a moment, on a machine that has something else to do, in milliseconds. */
const patience = 60_000 * Math.max(1, Number(process.env.DESK_SLOWER ?? 1) / 5);

let served;
let browser;
const begun = Date.now();
export const clock = () => now + Date.now() - begun;

/** Opens the browser for a file of tests. */
export const useBrowser = () => {
  before(async () => {
    assert.ok(existsSync(files), 'the page has not been built: examples/desk/run.sh build');
    browser = await chromium.launch({ executablePath, args });
  });
  after(() => browser?.close());
};
/** Serves the page and opens the browser for a file of tests. `wrap(ledger)` is the ledger that is served. */
export const useDesk = ({ wrap = (ledger) => ledger, identityOf = developmentIdentity, ...more } = {}) => {
  useBrowser();
  before(async () => {
    const ledger = await SqliteLedger.open(':memory:');
    await seed(ledger, now);
    const identity = await identityOf(clock);
    const settings = { page: files, every: 20 };
    const app = await openApp({ ledger: wrap(ledger), identity, settings, clock, log: dark, ...more });
    const home = await app.listen({ host: '127.0.0.1', port: 0 });
    served = { app, home, ledger };
  });
  after(() => served?.app.close());
};
export const desk = () => served;

/** Asks the server as somebody, beside the page. */
export const asking = async (as = 'supervisor', who = 'tanaka', { home } = served) => {
  const { token } = await (await fetch(`${home}/api/development/login?as=${as}&who=${who}`)).json();
  return async (errand, question, key) => {
    const response = await fetch(`${home}/api/errands/${errand}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...(key ? { 'idempotency-key': key } : {}),
      },
      body: JSON.stringify(question),
    });
    const answer = await response.json();
    assert.ok(response.ok, JSON.stringify(answer));
    return answer;
  };
};

const slower = Number(process.env.DESK_SLOWER ?? 1);
const slowed = async (context, page) => {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
};
/** Whether the page follows what others do, and has its phone where it has one. */
const isWhole = (hasPhone) => {
  const heading = document.querySelector('desk-heading header');
  const follows = ['live', 'asking'].includes(heading?.dataset.follows);
  return follows && (!hasPhone || (window.simulated && heading.querySelector(':scope > .tag')));
};
/** A page of somebody's own; nothing may leave loopback, break the content policy or fail by itself. */
export const openPage = async (
  {
    as = 'agent',
    who = 'suzuki',
    language = 'ja',
    scheme = 'light',
    path = '',
    skew = 0,
    width = 1500,
    others = [],
    isReady = isWhole,
  } = {},
  { home } = served,
) => {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(patience);
  if (slower > 1) context.on('page', (opened) => slowed(context, opened));
  const page = await context.newPage();
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) wrong.push(message.text());
  });
  await page.route(
    (url) => ![home, ...others].some((place) => url.href.startsWith(place)) && url.protocol !== 'data:',
    (route) => {
      wrong.push(route.request().url());
      return route.abort();
    },
  );
  await page.clock.install({ time: clock() + skew });
  await page.goto(`${home}/${language}/?as=${as}&who=${who}${path}`);
  await page.waitForFunction(isReady, as !== 'restaurant');
  return { page, context, wrong };
};

/** `act(page)` on a page of its own; `options` may be asked for when the test begins. */
export const onPage = (title, options, act) =>
  test(title, { timeout: 4 * patience }, async () => {
    const opened = await openPage(typeof options === 'function' ? options() : options);
    try {
      await act(opened.page, opened);
      assert.deepEqual(opened.wrong, []);
    } finally {
      await opened.context.close();
    }
  });

export const yamada = '+819012345678';
export const dialled = '+81350000001';
/** Somebody rings, with all the time there is; gives the contact. */
export const ring = (page, given = {}) =>
  page.evaluate((ringing) => window.simulated.ring(ringing).id, {
    number: yamada,
    dialled,
    ringsFor: 3_600_000,
    ...given,
  });
const callStates = { ja: ['呼出中', '通話中'], en: ['Connecting', 'Talking'] };
/** Somebody rings, and is answered; whom they call is known by then. */
export const answered = async (page, given = {}) => {
  const [rings, talks] = callStates[new URL(page.url()).pathname.split('/')[1]];
  const contact = await ring(page, given);
  await seen(page, rings);
  await page.keyboard.press('F2');
  await seen(page, talks);
  await page.locator('desk-caller :is(#restaurant-name, .bad)').first().waitFor();
  return contact;
};
/** Waits until the call that is looked at is of the number. */
export const looksAt = (page, number) => page.locator('.call[aria-pressed=true]', { hasText: number }).waitFor();
/** Chooses what the call was about, by keys. */
export const concerns = async (page, code) => {
  const offered = page.locator('desk-wrap-up ul button');
  await offered.nth(1).waitFor();
  const before = await page.locator('desk-disposition-form').count();
  await page.keyboard.press('Alt+d');
  await page.locator('#about-find:focus').waitFor();
  await page.keyboard.type(code);
  await offered.nth(1).waitFor({ state: 'detached' });
  await offered.waitFor();
  await page.keyboard.press('Enter');
  await page.locator('desk-disposition-form').nth(before).waitFor();
};
/** Waits until a field says what is expected. */
export const says = (page, field, expected) => comesTo(() => page.locator(field).first().inputValue(), expected);
/** Waits until what is said of the calls has the words. */
export const seen = (page, words) => page.locator('desk-call-strip', { hasText: words }).waitFor();
/** Waits until nothing of the kind stands there: what a key does is seen a frame later. */
export const gone = (locator) => locator.first().waitFor({ state: 'detached' });
/** Waits until what was done in the page is drawn: what stood there before is no answer to it. */
export const drawn = (page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
/** Waits until the line that stands there is answered, by this where it is given. */
export const isAnswered = async (page, answer) => {
  await drawn(page);
  await page.waitForFunction((wanted) => {
    const said = document.querySelector('.answer')?.dataset.answer;
    return wanted ? said === wanted : said;
  }, answer);
};
/** Waits until what stands in wrap-up is kept at the server. */
export const isSaved = async (page) => {
  await drawn(page);
  await page.locator('desk-wrap-up', { hasText: '下書き保存済み' }).waitFor();
};
/** What axe has against the page as it stands. */
export const isAccessible = async (page) => {
  const { AxeBuilder } = ofPage('@axe-core/playwright');
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))]);
  assert.deepEqual(found, []);
};
/** Asks until the answer is as it is to be. */
export const comesTo = async (ask, expected) => {
  for (const begun = Date.now(); Date.now() - begun < patience && !isDeepStrictEqual(await ask(), expected);)
    await new Promise((resolve) => setTimeout(resolve, 50));
  assert.deepEqual(await ask(), expected);
};
/** Holds what is asked until it is let go, and is then answered so, or by the server; `asked` is what was, so far. */
export const held = async (page, path, answer = null) => {
  let go;
  const gate = new Promise((resolve) => (go = resolve));
  const asked = [];
  await page.route(`**/api/${path}`, async (route) => {
    asked.push(route.request().postDataJSON());
    await gate;
    await (answer ? route.fulfill(answer) : route.continue());
  });
  return { asked, go };
};
