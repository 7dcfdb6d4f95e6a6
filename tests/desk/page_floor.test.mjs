// The floor plan of an evening, by mouse and by keyboard.
import assert from 'node:assert/strict';

import { asking, gone, onPage, useDesk } from './page_desk.mjs';

useDesk();

let count = 0;
const book = async (ask, date) => {
  const id = `floor-${++count}`;
  const details = { name: `夜${count}`, phone: `+81908889990${count}` };
  const command = { do: 'book', id, begin: '19:00', party: 2, details, wanted_tables: ['T1'], by: {} };
  await ask('decide', { restaurant: 'r01', date, command }, id);
  return id;
};
const show = (page, date) => page.locator('desk-day-picker input[type=date]').fill(date);
const dialog = (page) => page.getByRole('alertdialog');
/** A table of the floor plan. */
const table = (page, id) => page.locator(`desk-floor button[data-table="${id}"]`);

onPage(
  'a party is dragged on the floor plan to another table, once that is confirmed',
  { path: '#/day' },
  async (page) => {
    const ask = await asking();
    const wednesday = '2026-12-09';
    const id = await book(ask, wednesday);
    await show(page, wednesday);
    await page.locator('desk-floor', { hasText: '夜' }).waitFor();
    const [from, to] = [await table(page, 'T1').boundingBox(), await table(page, 'T2').boundingBox()];
    await page.mouse.move(from.x + 20, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(to.x + 10, to.y + 20, { steps: 5 });
    await page.mouse.move(to.x + 20, to.y + 20);
    await page.locator('desk-floor button.to[data-table="T2"]').waitFor();
    await page.mouse.up();
    await dialog(page).getByText('19:00 T1 → 19:00 T2').waitFor();
    await dialog(page).locator('button:focus', { hasText: '動かす' }).waitFor();
    await page.keyboard.press('Enter');
    await table(page, 'T2').filter({ hasText: '夜' }).waitFor();
    assert.deepEqual((await ask('find_booking', { id })).reservation.tables, ['T2']);
  },
);

onPage(
  'a party is put at another table of the floor plan by keyboard, and left where it is',
  { path: '#/day' },
  async (page) => {
    const ask = await asking();
    const monday = '2026-12-07';
    const id = await book(ask, monday);
    await show(page, monday);
    await table(page, 'T1').filter({ hasText: '夜' }).waitFor();
    const walk = async () => {
      await table(page, 'T1').focus();
      await page.keyboard.press('Space');
      for (let steps = 0; steps < 15; steps++) {
        if (await page.evaluate(() => document.activeElement.dataset.table === 'T2')) break;
        await page.keyboard.press('ArrowRight');
      }
    };
    await walk();
    await page.keyboard.press('Escape');
    await gone(page.locator('desk-floor button.to'));
    await walk();
    await page.keyboard.press('Enter');
    await dialog(page).getByText('19:00 T1 → 19:00 T2').waitFor();
    await dialog(page).locator('button:focus', { hasText: '動かす' }).waitFor();
    await page.keyboard.press('Enter');
    await table(page, 'T2').filter({ hasText: '夜' }).waitFor();
    assert.deepEqual((await ask('find_booking', { id })).reservation.tables, ['T2']);
  },
);
