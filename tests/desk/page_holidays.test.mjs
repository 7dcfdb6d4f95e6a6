// Holidays by their names in the page's language.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { HolidayCalendar } from 'denwaban';

import { onPage, root, useDesk } from './page_desk.mjs';
import { loadOfPage } from './page_modules.mjs';

useDesk();

const { holidayWords } = await loadOfPage('shared/holidays.ts');
const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;

test('every holiday that the library names has one name in English, and no other', async () => {
  const words = JSON.parse(await readFile(`${root}examples/desk/page/src/locale/words.json`, 'utf8'));
  const names = [
    ...new Set(
      HolidayCalendar.japan()
        .holidays()
        .map(({ name }) => name),
    ),
  ].sort();
  assert.ok(names.length > 20);
  assert.deepEqual(Object.keys(holidayWords).sort(), names);
  for (const name of names) {
    assert.equal(holidayWords[name], name, 'as it stands in the source');
    assert.ok(words[name] && !japanese.test(words[name]), `${name}: ${words[name]}`);
  }
  assert.equal(new Set(names.map((name) => words[name])).size, names.length);
});

onPage(
  'holidays ahead are named in English on the English page',
  { as: 'supervisor', who: 'tanaka', language: 'en' },
  async (page) => {
    await page.keyboard.press('Alt+5');
    const ahead = page.locator('desk-ahead-table tbody');
    await ahead.getByText("New Year's Day").first().waitFor();
    await ahead.getByText('Coming-of-Age Day').first().waitFor();
    assert.doesNotMatch(await ahead.innerText(), japanese);
  },
);
onPage(
  'and so are those of the month that hours are read back for',
  { as: 'restaurant', who: 'mise', language: 'en' },
  async (page) => {
    await page.route('**/api/hours/read', async (route) => {
      const response = await route.fetch();
      const { month, ...read } = await response.json();
      month[0].holiday = '振替休日';
      await route.fulfill({ response, json: { month, ...read } });
    });
    await page.locator('desk-hours-text textarea').fill('月～土 17:00～23:00 (L.O. 22:00)');
    await page.locator('desk-hours-text form button:enabled').press('Enter');
    const month = page.locator('desk-hours-text .month');
    await month.getByText('Substitute Holiday').waitFor();
    assert.doesNotMatch(await month.innerText(), japanese);
  },
);
