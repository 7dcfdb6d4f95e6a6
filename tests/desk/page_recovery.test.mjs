// What goes wrong around the desk's page: the back end is killed, the phone signs out, another window, a wrong clock.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import {
  answered,
  asking,
  clock,
  comesTo,
  concerns,
  date,
  drawn,
  files,
  gone,
  isAnswered,
  isSaved,
  onPage,
  openPage,
  ring,
  root,
  seen,
  useDesk,
} from './page_desk.mjs';

useDesk();

const folder = mkdtempSync(join(tmpdir(), 'desk-kill-'));
after(() => rmSync(folder, { recursive: true }));
/** Below those that are given to whoever asks for any: nobody else's in the meantime. */
const port = 20_000 + (process.pid % 10_000);
/** The back end as a process of its own, on a ledger and a port that outlive it. */
const start = async () => {
  const server = spawn(process.execPath, [`${root}examples/desk/server/main.mjs`], {
    env: {
      PATH: process.env.PATH,
      DENWABAN_LEDGER: join(folder, 'desk.sqlite'),
      DESK_PAGE: files,
      DESK_PORT: String(port),
      DESK_NOW: new Date(clock()).toISOString(),
    },
  });
  let output = '';
  const home = await new Promise((resolve, reject) => {
    server.stdout.on('data', (chunk) => {
      const [, address] = /^(http:\/\/\S+:\d+)\/$/m.exec((output += chunk)) ?? [];
      if (address) resolve(address);
    });
    server.once('exit', reject);
  });
  const kill = async () => {
    server.kill('SIGKILL');
    await once(server, 'exit');
  };
  return { home, kill };
};
const notes = (page) => page.locator('desk-wrap-up textarea').first();
const callOf = async (ask, number) => {
  const { calls } = await ask('find_calls', { restaurant: 'r01', date, limit: 100 });
  return calls.find(({ call: { other } }) => other === number)?.call;
};

test('the back end is killed in a call: what is shown stays, and what was typed and done meanwhile is kept', async () => {
  const first = await start();
  const { page, context, wrong } = await openPage({}, first);
  const number = '+819066660001';
  await answered(page, { number });
  await page.locator('desk-timeline .bar').first().waitFor();
  await first.kill();
  await notes(page).fill('窓側をご希望');
  await page.locator('#booking-line').fill('2 21:00');
  await page.locator('desk-heading', { hasText: 'サーバーに届きません' }).waitFor();
  await drawn(page);
  assert.ok((await page.locator('desk-timeline .bar').count()) > 0, 'the evening is shown on');
  await page.keyboard.press('Alt+q');
  await seen(page, '後処理');
  const second = await start();
  try {
    await isSaved(page);
    await isAnswered(page, 'possible');
    await gone(page.locator('desk-heading', { hasText: 'サーバーに届きません' }));
    const ask = await asking('supervisor', 'tanaka', second);
    const kept = async () => {
      const { notes: typed, occurrences } = await callOf(ask, number);
      return [typed, ...occurrences.map(({ event }) => event)];
    };
    await comesTo(kept, ['窓側をご希望', 'answered', 'ended']);
    await page.locator('#booking-line').press('Enter');
    await page.locator('desk-booking-panel p.good', { hasText: '確定' }).waitFor();
    await page.locator('desk-heading', { hasText: '更新待ち' }).waitFor({ state: 'detached' });
    assert.deepEqual(wrong, []);
  } finally {
    await context.close();
    await second.kill();
  }
});

onPage('an answer that is lost on its way: the same again books once', {}, async (page, { wrong }) => {
  const number = '+819066660002';
  await answered(page, { number });
  await page.locator('#booking-line').fill('2 22:30');
  await isAnswered(page, 'possible');
  let lost = 0;
  // It is taken, and nobody is told: a request for each attempt.
  await page.route('**/api/errands/decide', async (route) => {
    await route.fetch();
    lost += 1;
    await route.abort('connectionreset');
  });
  await page.locator('#booking-line').press('Enter');
  const panel = page.locator('desk-booking-panel');
  await page.clock.fastForward(20_000);
  await panel.getByRole('alert').filter({ hasText: 'サーバーに届きません' }).waitFor();
  await page.unroute('**/api/errands/decide');
  assert.ok(lost > 1);
  await page.locator('#booking-line').press('Enter');
  await panel.locator('p.good', { hasText: '確定' }).waitFor();
  const ask = await asking();
  const { bookings } = await ask('list_bookings', { phone: number, from: date, to: '2026-12-31' });
  assert.equal(bookings.length, 1);
  assert.deepEqual(wrong, []);
});

onPage('a token that is over is renewed in the midst of what is asked', {}, async (page) => {
  await page.locator('desk-timeline .bar').first().waitFor();
  let refused = 0;
  await page.route('**/api/errands/propose', async (route) => {
    if (refused++ > 0) return route.continue();
    return route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"code":"unauthenticated"}' });
  });
  await page.locator('#booking-line').fill('2 21:00');
  await isAnswered(page);
  assert.ok(refused >= 2);
});

onPage('signed out by the phone: said, and the page opened anew has the call', {}, async (page) => {
  await answered(page, { number: '+819066660003' });
  await page.evaluate(() => window.simulated.signOut());
  await page.locator('desk-heading', { hasText: 'サインアウトされました' }).waitFor();
  await page.locator('desk-heading button:enabled', { hasText: '開き直す' }).press('Enter');
  await page.locator('desk-heading', { hasText: '回線 良好' }).waitFor();
  await seen(page, '通話中');
});

onPage('a second window is said as long as it is there', {}, async (page) => {
  await page.locator('desk-heading', { hasText: '回線 良好' }).waitFor();
  await page.evaluate(() => (window.closeSecond = window.simulated.secondTab()));
  const said = page.locator('desk-heading', { hasText: '別の窓でも開いています' });
  await said.waitFor();
  await page.evaluate(() => window.closeSecond());
  await said.waitFor({ state: 'detached' });
  await answered(page, { number: '+819066660004' });
});

onPage('a computer whose clock is hours behind', { skew: -5 * 3_600_000 }, async (page) => {
  const number = '+819066660005';
  await answered(page, { number });
  await page.locator('desk-timeline .now').first().waitFor({ state: 'attached' });
  await page.locator('#booking-line').fill('2 23:30');
  await isAnswered(page, 'possible');
  await page.keyboard.press('Alt+h');
  await page.locator('desk-booking-panel p.good', { hasText: '仮押さえ' }).waitFor();
  const ask = await asking();
  const { bookings } = await ask('list_bookings', { phone: number, from: date, to: date });
  const until = Date.parse(bookings[0].reservation.held_until) - clock();
  assert.ok(until > 0 && until < 11 * 60_000, String(until));
  await page.keyboard.press('Alt+q');
  await seen(page, '後処理');
  await page.locator('desk-wrap-up [role=timer]').waitFor();
  const { occurrences } = await callOf(ask, number);
  for (const { at } of occurrences) assert.ok(Math.abs(Date.parse(at) - clock()) < 3_600_000, at);
});

onPage('a call that nobody took is said, and cleared', {}, async (page) => {
  await ring(page, { number: '+819066660006', ringsFor: 500 });
  await seen(page, '出られず');
  await page.locator('desk-heading', { hasText: '出られなかった電話があります' }).waitFor();
  await page.locator('desk-call-controls button:enabled', { hasText: '片付ける' }).press('Enter');
  await seen(page, '電話はありません');
  await answered(page, { number: '+819066660007' });
});

onPage('a number that leads to no restaurant rings, and what was said is recorded', {}, async (page) => {
  await answered(page, { number: '+819066660008', dialled: '+81399999999' });
  await page.keyboard.press('Alt+q');
  await seen(page, '後処理');
  await concerns(page, 'visit.parking');
  await page.keyboard.press('Alt+Enter');
  await seen(page, '電話はありません');
});
