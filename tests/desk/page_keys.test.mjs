// Keys of everything that is done in a call, wherever the focus is; and where it is afterwards.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import {
  answered,
  asking,
  comesTo,
  concerns,
  date,
  isAccessible,
  isAnswered,
  onPage,
  root,
  says,
  seen,
  useDesk,
} from './page_desk.mjs';

useDesk();

const line = (page) => page.locator('#booking-line');
const outcome = (page, words) => page.locator('desk-outcome p.good', { hasText: words }).waitFor();
const standing = async (phone) => {
  const ask = await asking();
  return async () => {
    const { bookings } = await ask('list_bookings', { phone, from: date, to: '2027-03-01' });
    return bookings.map(({ reservation }) => reservation.commitment);
  };
};
const hold = async (page, typed) => {
  await line(page).fill(typed);
  await isAnswered(page, 'possible');
  await page.keyboard.press('Alt+h');
  await outcome(page, /仮押さえ|Held/);
};

const words = {
  ja: {
    number: '+819082220001',
    confirmed: '確定',
    cancelled: '取消',
    typed: ['2027-01-12 2 20:00', '2027-01-20 2 20:00'],
  },
  en: {
    number: '+819082220002',
    confirmed: 'Confirmed',
    cancelled: 'Cancelled',
    typed: ['2027-01-13 2pax 8pm', '2027-01-21 2pax 8pm'],
  },
};
for (const [language, { number, confirmed, cancelled, typed }] of Object.entries(words))
  onPage(`what is held is confirmed, or released, by keys (${language})`, { language }, async (page) => {
    const commitments = await standing(number);
    await answered(page, { number });
    await hold(page, typed[0]);
    await page.locator('desk-outcome b', { hasText: /^18:1\d(まで)?$|^until 18:1\d$/ }).waitFor();
    await isAccessible(page);
    await page.keyboard.press('Alt+c');
    await outcome(page, confirmed);
    assert.deepEqual(await commitments(), ['confirmed']);
    await hold(page, typed[1]);
    await page.keyboard.press('Alt+r');
    await outcome(page, cancelled);
    assert.deepEqual((await commitments()).sort(), ['cancelled', 'confirmed']);
    // What was only held does not come back.
    assert.equal(await page.locator('desk-outcome button').count(), 0);
  });

onPage('what was held is confirmed by the page that is loaded anew in the call', {}, async (page) => {
  const number = '+819082220003';
  const commitments = await standing(number);
  await answered(page, { number });
  await hold(page, '2027-01-14 2 20:00');
  await page.reload();
  await seen(page, '通話中');
  await page.locator('desk-outcome button', { hasText: '確定する' }).waitFor();
  await page.keyboard.press('Alt+c');
  await outcome(page, '確定');
  await comesTo(commitments, ['confirmed']);
});

onPage('a hold by a key that comes before the answer holds', {}, async (page) => {
  const number = '+819082220004';
  await answered(page, { number });
  await line(page).fill('2027-01-15 2 20:00');
  await page.keyboard.press('Alt+h');
  await outcome(page, '仮押さえ');
  await comesTo(await standing(number), ['held']);
});

onPage(
  'the caller’s bookings are come to by a key, cancelled and taken back, and shown as they are',
  {},
  async (page) => {
    const number = '+819082220005';
    const ask = await asking();
    const details = { name: '鍵', phone: number };
    const command = { do: 'book', id: 'keys-1', begin: '21:00', party: 2, details, by: {} };
    await ask('decide', { restaurant: 'r01', date: '2027-01-18', command }, 'keys-1');
    await answered(page, { number });
    const row = page.locator('desk-caller li', { hasText: '21:00' });
    await row.waitFor();
    await page.keyboard.press('Alt+g');
    await row.locator('button:focus', { hasText: '変更' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await row.locator('button:focus', { hasText: '取消' }).waitFor();
    await page.keyboard.press('Enter');
    await row.locator('.tag', { hasText: '取消' }).waitFor();
    await line(page).and(page.locator(':focus')).waitFor();
    assert.equal(await row.locator('button').count(), 0);
    await page.keyboard.press('Alt+z');
    await row.locator('.tag', { hasText: '確定' }).waitFor();
  },
);

onPage('a booking of another restaurant is said to be, and changed in that one’s book', {}, async (page) => {
  const number = '+819082220006';
  const ask = await asking();
  const details = { name: '別店', phone: number };
  const command = { do: 'book', id: 'keys-2', begin: '19:00', party: 2, details, by: {} };
  const there = '2027-01-19';
  await ask('decide', { restaurant: 'r02', date: there, command }, 'keys-2');
  await answered(page, { number });
  const row = page.locator('desk-caller li', { hasText: '鮨 かねさか' });
  await row.waitFor();
  await concerns(page, 'booking.change');
  const offered = page.locator('desk-disposition-form select[data-field=booking] option', { hasText: '別店' });
  await offered.filter({ hasText: '1月19日(火) 鮨 かねさか 19:00' }).waitFor({ state: 'attached' });
  await page.keyboard.press('Alt+g');
  await page.keyboard.press('Enter');
  await line(page).and(page.locator(':focus')).waitFor();
  await page.keyboard.type('20:00');
  await isAnswered(page, 'possible');
  await page.locator('desk-day-picker option:checked', { hasText: '鮨 かねさか' }).waitFor({ state: 'attached' });
  await says(page, 'desk-day-picker input[type=date]', there);
  await page.keyboard.press('Enter');
  await outcome(page, '20:00');
  const kept = await ask('find_booking', { id: 'keys-2' });
  assert.deepEqual([kept.restaurant, kept.date, kept.reservation.begin], ['r02', there, '20:00']);
  // What comes next is of the restaurant that was called.
  await page.locator('desk-booking-panel h2', { hasText: 'とりべえ' }).waitFor();
  await says(page, 'desk-day-picker input[type=date]', date);
});

onPage(
  'a key leads to the timeline, to whom one connects, to one’s state, to the guest, and back',
  {},
  async (page) => {
    await answered(page, { number: '+819082220007' });
    await page.locator('desk-call-controls option', { hasText: 'お店' }).waitFor({ state: 'attached' });
    for (const [key, place] of [
      ['Alt+s', 'desk-timeline .bar'],
      ['Alt+t', 'desk-call-controls select'],
      ['Alt+a', 'desk-heading select'],
      ['Alt+k', 'desk-conversation input'],
      ['Alt+b', '#booking-line'],
    ]) {
      await page.keyboard.press(key);
      await page.locator(`${place}:focus`).waitFor();
    }
  },
);

onPage(
  'a page that is turned to by a key begins where Tab goes next',
  { as: 'supervisor', who: 'keys' },
  async (page) => {
    for (const [key, of] of [
      ['3', 'desk-follow-ups-page'],
      ['4', 'desk-outbound-page'],
      ['5', 'desk-supervisor-page'],
      ['2', 'desk-day-page'],
    ]) {
      await page.keyboard.press(`Alt+${key}`);
      await page.locator(of).waitFor();
      await page.locator('main:focus').waitFor();
    }
    await page.keyboard.press('Tab');
    await page.locator('desk-day-page :focus').waitFor();
  },
);

onPage('README’s keys are those that 「?」 lists', {}, async (page) => {
  await answered(page, { number: '+819082220008' });
  await page.keyboard.press('?');
  const listed = await page.locator('dialog[open] dt').allInnerTexts();
  const readme = readFileSync(`${root}examples/desk/README.md`, 'utf8');
  const [, table] = /\| key \| does \|\n(.*?)\n\n/s.exec(readme);
  const told = table
    .split('\n')
    .slice(1)
    .flatMap((row) => [...row.split(' | ')[0].matchAll(/`([^`]+)`/g)].map(([, key]) => key));
  const untold = (key) => /^Alt\+\d$/.test(key);
  assert.deepEqual(
    [...new Set(listed)].filter((key) => !untold(key)).sort(),
    told.filter((key) => !untold(key)).sort(),
  );
});
