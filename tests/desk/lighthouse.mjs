// Lighthouse on every screen, in Japanese and English, in Chromium on loopback: accessibility and best practices at 100.
// `lighthouse.mjs FOLDER` finds it in FOLDER/node_modules; it needs a newer Node than the rest, and the page's build has one.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { screens } from './screens.mjs';

const from = createRequire(`${resolve(process.argv[2])}/package.json`);
const load = (name) => import(pathToFileURL(from.resolve(name)));
const { default: lighthouse, desktopConfig } = await load('lighthouse');
const { default: puppeteer } = await load('puppeteer-core');

const root = fileURLToPath(new URL('../../', import.meta.url));
const categories = ['accessibility', 'best-practices'];
const args =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

/** In the middle of a call: what was asked is answered, and what it was about is being said. A refresh finds it as it was. */
const talk = async (page) => {
  await page.waitForFunction(() => window.simulated);
  await page.evaluate(() => window.simulated.ring({ number: '+819012345678', dialled: '+81350000001' }).id);
  await page.waitForSelector('desk-call-controls .mdc-button');
  await page.keyboard.press('F2');
  await page.waitForSelector('#about-find');
  await page.type('#booking-line', '6 19:30 個室');
  await page.waitForFunction(() => document.querySelector('.answer')?.dataset.answer);
  await page.type('#about-find', 'allergy');
  await page.keyboard.press('Enter');
  await page.waitForSelector('desk-disposition-form');
};
/** The stream of events never ends, so that the page is not waited for until its network is quiet. */
const flags = {
  onlyCategories: categories,
  disableStorageReset: true,
  throttlingMethod: 'provided',
  maxWaitForLoad: 6000,
  logLevel: 'error',
};
const serve = async (folder) => {
  const env = { PATH: process.env.PATH, DENWABAN_LEDGER: join(folder, 'desk.sqlite'), DESK_PORT: '0' };
  const server = spawn(process.execPath, [`${root}examples/desk/server/main.mjs`], {
    env: { ...env, DESK_NOW: '2026-11-27T18:00:00+09:00', DESK_LOG: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const home = await new Promise((found, failed) => {
    server.stdout.on('data', (chunk) => {
      const [address] = /^http:\S+\/$/m.exec((output += chunk)) ?? [];
      if (address) found(address);
    });
    server.once('exit', failed);
  });
  return { home, server };
};

/** What cost points: which audit, and where. */
const costs = ({ audits, categories: all }) =>
  categories.flatMap((category) =>
    all[category].auditRefs
      .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
      .map(({ id }) => {
        const items = (audits[id].details?.items ?? []).slice(0, 5);
        return `${id}: ${items.map((item) => item.node?.snippet ?? JSON.stringify(item)).join(' | ')}`;
      }),
  );

/** Where a busy machine painted nothing in time nothing was seen: it is looked at once more. */
const looked = async (url, page) => {
  const { lhr } = await lighthouse(url, flags, desktopConfig, page);
  return lhr.runtimeError ? (await lighthouse(url, flags, desktopConfig, page)).lhr : lhr;
};

const folder = mkdtempSync(join(tmpdir(), 'desk-lighthouse-'));
const { home, server } = await serve(folder);
const executablePath = spawnSync('which', ['chromium'], { encoding: 'utf8' }).stdout.trim();
const browser = await puppeteer.launch({ executablePath, args: args.split(' ') });
let failed = 0;
let passed = 0;
for (const language of ['ja', 'en']) {
  for (const { name, path, ready, as, call } of screens) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    const url = `${home}${language}/?as=${as}&who=${as}${path}`;
    await page.goto(url);
    await page.waitForSelector(ready);
    if (call) await talk(page);
    const lhr = await looked(url, page);
    const scores = categories.map((category) => lhr.categories[category].score);
    const said = categories.map((category, at) => `${category} ${Math.round(100 * scores[at])}`).join(', ');
    console.log(`${name} (${language}): ${lhr.runtimeError?.message ?? said}`);
    for (const cost of costs(lhr)) console.log(`  ${cost}`);
    if (lhr.runtimeError || scores.some((score) => score !== 1)) failed += 1;
    else passed += 1;
    await context.close();
  }
}
await browser.close();
server.kill();
rmSync(folder, { recursive: true });
console.log(`Lighthouse ${from('lighthouse/package.json').version}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
