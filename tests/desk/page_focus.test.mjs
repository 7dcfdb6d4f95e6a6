// Where the focus is once what had it is gone, and what a restaurant does by keys.
import assert from 'node:assert/strict';

import { answered, asking, comesTo, drawn, gone, held, isAnswered, onPage, says, useDesk } from './page_desk.mjs';

useDesk();

const mise = { as: 'restaurant', who: 'mise' };
let count = 0;
const book = async (date, name, more = {}) => {
  const ask = await asking();
  const id = `focus-${++count}`;
  const details = { name, phone: `+8190833300${String(count).padStart(2, '0')}` };
  await ask(
    'decide',
    { restaurant: 'r01', date, command: { do: 'book', id, begin: '18:00', party: 2, details, ...more, by: {} } },
    id,
  );
  return id;
};
const show = (page, date) => page.locator('desk-day-picker input[type=date]').fill(date);

onPage(
  'who sits down, leaves and comes back is said by Enter alone: the focus stays in the row',
  mise,
  async (page) => {
    await page.locator('desk-book-list td').nth(1).waitFor();
    await book('2026-11-27', '焦点', { begin: '19:30' });
    const row = page.locator('desk-book-list tr', { hasText: '焦点' });
    await row.locator('button', { hasText: '着席' }).press('Enter');
    await row.locator('button:focus', { hasText: '退店' }).waitFor();
    await page.keyboard.press('Enter');
    await row.locator('button:focus', { hasText: '戻す' }).waitFor();
    await page.keyboard.press('Enter');
    await row.locator('button:focus', { hasText: '退店' }).waitFor();
  },
);

onPage('a day is closed by a key of its own, and a second Enter closes none', mise, async (page) => {
  const date = '2027-01-25';
  await book(date, '休日');
  const ask = await asking();
  const periods = async () => (await ask('find_day_book', { restaurant: 'r01', date })).periods.length;
  await show(page, date);
  const closing = page.locator('desk-closing');
  const begin = closing.locator('button', { hasText: 'この日を休みにする' });
  await begin.press('Enter');
  await closing.locator('[role=alertdialog] button:focus', { hasText: 'やめる' }).waitFor();
  await closing.getByText('休みにすると、連絡が要る予約が 1件あります').waitFor();
  await page.keyboard.press('Enter');
  await begin.and(page.locator(':focus')).waitFor();
  assert.equal(await periods(), 1);
  await page.keyboard.press('Enter');
  await closing.locator('[role=alertdialog] button:focus', { hasText: 'やめる' }).waitFor();
  await page.keyboard.press('Alt+y');
  await closing.locator('button:focus', { hasText: '元の営業に戻す' }).waitFor();
  assert.equal(await periods(), 0);
  await page.keyboard.press('Enter');
  await begin.and(page.locator(':focus')).waitFor();
  await comesTo(periods, 1);
});

onPage(
  'what another restaurant’s hours say is not said of this one, however late it comes',
  { as: 'supervisor', who: 'focus', path: '#/restaurant' },
  async (page) => {
    const said = page.locator('desk-restaurant-page > .row > [role=status]');
    await said.waitFor();
    const first = await held(page, 'restaurants/r02/now');
    const shops = page.locator('desk-day-picker select');
    await shops.selectOption('r02');
    await comesTo(async () => first.asked.length, 1);
    await gone(said);
    await shops.selectOption('r01');
    await page.locator('desk-restaurant-page h1', { hasText: 'とりべえ' }).waitFor();
    await said.filter({ hasText: /\S/ }).waitFor();
    const before = await said.innerText();
    const late = page.waitForResponse('**/api/restaurants/r02/now');
    first.go();
    await (await late).finished();
    await drawn(page);
    assert.equal(await said.innerText(), before);
  },
);

onPage('a restaurant that closes while one talks is said to be closed', {}, async (page) => {
  await answered(page, { number: '+819083330099' });
  const state = page.locator('desk-caller .tag').first();
  await state.filter({ hasText: '営業中' }).waitFor();
  await page.route('**/api/restaurants/r01/now', async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      json: { ...(await response.json()), status: 'closed', say: '閉店いたしました。' },
    });
  });
  await page.clock.fastForward(61_000);
  await state.filter({ hasText: '営業時間外' }).waitFor();
  await page.locator('desk-caller', { hasText: '閉店いたしました。' }).waitFor();
});

onPage('a booking without a call leaves neither name nor number for the next', {}, async (page) => {
  const line = page.locator('#booking-line');
  await page.locator('desk-timeline .bar').first().waitFor();
  await line.fill('2027-01-26 2 20:00 前客様 090-8333-0098');
  await isAnswered(page, 'possible');
  await line.press('Enter');
  await page.locator('desk-outcome p.good', { hasText: '前客' }).waitFor();
  await says(page, 'input[name=name]', '');
  await says(page, 'input[name=phone]', '');
  await line.fill('2027-01-26 2 21:30 別様 090-8333-0097');
  await says(page, 'input[name=name]', '別');
  await page.keyboard.press('Alt+x');
  await says(page, 'input[name=name]', '');
  await says(page, 'input[name=phone]', '');
});

onPage('whoever is to be called back is called by Enter', {}, async (page) => {
  const number = '+819083330096';
  const ask = await asking('agent', 'kato');
  const contact = 'focus-promised';
  const call = { contacts: [contact], direction: 'inbound', other: number, restaurant: 'r01' };
  await ask('open_call', { call }, contact);
  const promise = { number, at: '2026-11-27T21:00:00+09:00' };
  await ask('change_call', { contact, change: { promise } }, `${contact}-change`);
  await page.keyboard.press('Alt+3');
  const row = page.locator('desk-follow-ups-page tr', { hasText: number });
  await row.locator('button:enabled', { hasText: '電話する' }).press('Enter');
  const field = page.locator('desk-outbound-page form input[type=tel]');
  await field.and(page.locator(':focus')).waitFor();
  await says(page, 'desk-outbound-page form input[type=tel]', number);
  await page.locator('desk-outbound-page .good').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('desk-call-strip .call', { hasText: number }).waitFor();
});
