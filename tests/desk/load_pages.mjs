// Thirty agents' pages in Chromium at three calls a minute each against one desk, for ten minutes (DESK_LOAD_PAGES,
// DESK_LOAD_SECONDS): every call is recorded with its booking, nothing is lost or booked twice, a key is answered within 100 ms
// (p99), and neither the desk nor a page grows.
import { run } from 'denwaban';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { chromium } from 'playwright-core';

import { historyOf, mean, quantile, startServer } from './load_server.mjs';
import { work } from './load_agent.mjs';

const seconds = Number(process.env.DESK_LOAD_SECONDS ?? 600);
const count = Number(process.env.DESK_LOAD_PAGES ?? 30);
const dates = ['2026-12-11', '2026-12-12', '2026-12-18'];
const limits = { p99: 100, growth: 1.15 };

const { base, server, folder, file, memory } = await startServer();
const executablePath = spawnSync('which', ['chromium'], { encoding: 'utf8' }).stdout.trim();
const args =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --disable-renderer-backgrounding --disable-background-timer-throttling';
const browser = await chromium.launch({ executablePath, args: args.split(' ') });

const open = async (agent) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 760 }, locale: 'ja-JP' });
  const page = await context.newPage();
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  await page.goto(`${base}/ja/?as=agent&who=agent${agent}`);
  await page.waitForFunction(() => window.simulated && document.querySelector('desk-timeline .bar'));
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  /** What the page has of the heap once all that is nobody's is gone, in megabytes. */
  const heap = async () => {
    await devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'JSHeapUsedSize').value / 2 ** 20;
  };
  return { agent, page, wrong, heap };
};
const pages = [];
for (let agent = 0; agent < count; agent++) pages.push(await open(agent));

const samples = [];
const sampling = setInterval(() => samples.push(memory()), 1000);
const heaps = [];
const looking = setTimeout(
  async () => heaps.push(...(await Promise.all(pages.map(({ heap }) => heap())))),
  seconds * 400,
);
const worked = await Promise.all(
  pages.map(({ agent, page }) => page.evaluate(work, { agent, seconds, every: 20_000, dates })),
);
clearInterval(sampling);
clearTimeout(looking);
const heapsAfter = await Promise.all(pages.map(({ heap }) => heap()));
const failed = pages.flatMap(({ wrong, agent }) => wrong.map((error) => `agent ${agent}: ${error}`));
await browser.close();
server.kill('SIGTERM');
await once(server, 'exit');

const calls = worked.flatMap((one) => one.calls);
/** Each call as its page had it: recorded, with the one booking that was acknowledged, or none. */
const inLedger = async (ledger) => {
  const wrong = [];
  for (const { contact, number, begin } of calls) {
    const kept = await run(ledger, { find_call: { contact } });
    const { bookings } = await run(ledger, { list_bookings: { phone: number, from: dates[0], to: dates.at(-1) } });
    if (!kept?.call.record) wrong.push(`${contact} is not recorded`);
    if (bookings.length !== (begin ? 1 : 0))
      wrong.push(`${contact}: ${bookings.length} bookings, ${begin ?? 'none'} acknowledged`);
    else if (begin && (bookings[0].reservation.begin !== begin || kept?.call.booking !== bookings[0].reservation.id))
      wrong.push(`${contact} has another booking than was acknowledged`);
  }
  return wrong;
};
const { wrong, parties } = await historyOf(file, { dates, inLedger });
rmSync(folder, { recursive: true });
wrong.push(...failed, ...worked.flatMap(({ wrong: broken }, agent) => broken.map((what) => `agent ${agent}: ${what}`)));

const booked = calls.filter(({ begin }) => begin).length;
const keys = worked.flatMap((one) => one.keys);
const at = (share) => quantile(keys, share).toFixed(0);
console.log(
  `${count} pages, ${seconds} s: ${calls.length} calls, ${booked} bookings (${parties} parties in the books)`,
);
console.log(`${keys.length} keys answered: p50 ${at(0.5)} ms, p90 ${at(0.9)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms`);
const quarter = Math.floor(samples.length / 4);
const [before, after] = [mean(samples.slice(quarter, 2 * quarter)), mean(samples.slice(-quarter))];
console.log(`the desk: ${before.toFixed(0)} MB in the second quarter, ${after.toFixed(0)} MB in the last`);
console.log(
  `a page: ${mean(heaps).toFixed(1)} MB of heap after two fifths, ${mean(heapsAfter).toFixed(1)} MB at the end`,
);
if (quantile(keys, 0.99) >= limits.p99) wrong.push(`a key took ${at(0.99)} ms (p99)`);
if (after > before * limits.growth) wrong.push('the memory of the desk grows');
if (mean(heapsAfter) > mean(heaps) * limits.growth) wrong.push('the memory of a page grows');
for (const what of wrong.slice(0, 20)) console.log(`WRONG: ${what}`);
console.log(`${wrong.length === 0 ? 1 : 0} passed, ${wrong.length} failed, 0 skipped`);
process.exitCode = wrong.length === 0 ? 0 : 1;
