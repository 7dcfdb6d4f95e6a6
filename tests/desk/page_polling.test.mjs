// The desk's page before a back end that tells of no changes: it asks again and again, and says so.

import { answered, asking, date, isAnswered, onPage, says, seen, useDesk } from './page_desk.mjs';

/** As DynamoDB's ledger is for a process: all but what others do. */
const untold = (ledger) => ({
  read: (keys) => ledger.read(keys),
  query: (query) => ledger.query(query),
  commit: (batch) => ledger.commit(batch),
  close: () => ledger.close(),
});
useDesk({ wrap: untold });

const book = async (begin, name) => {
  const ask = await asking('agent', 'kato');
  const id = `polled-${begin}`;
  const details = { name, phone: `+8190222200${begin.slice(0, 2)}` };
  await ask('decide', { restaurant: 'r01', date, command: { do: 'book', id, begin, party: 2, details, by: {} } }, id);
};

onPage(
  'without a change feed what others do appears within seconds, and the page says how it follows',
  {},
  async (page) => {
    await page.locator('desk-heading', { hasText: '5秒ごとに更新' }).waitFor();
    await page.locator('desk-timeline .bar').first().waitFor();
    for (const [begin, name] of [
      ['22:00', '割込'],
      ['23:00', '再来'],
    ]) {
      await book(begin, name);
      const asked = page.waitForRequest((request) => request.url().endsWith('/find_day_book'));
      await page.clock.fastForward(5000);
      await asked;
      await page.locator('desk-timeline .bar.changed', { hasText: name }).first().waitFor();
    }
    await page.locator('desk-evening', { hasText: 'ほかの人が変えました' }).waitFor();
    await page.locator('desk-heading', { hasText: '5秒ごとに更新' }).waitFor();
  },
);

onPage('without a change feed a call is booked, and what is typed stays as it is while one asks', {}, async (page) => {
  await answered(page, { number: '+819022229999' });
  await page.locator('#booking-line').fill('2 24:00 途中様');
  await page.locator('desk-wrap-up textarea').first().fill('書きかけ');
  await isAnswered(page, 'possible');
  const asked = page.waitForRequest((request) => request.url().endsWith('/find_day_book'));
  await page.clock.fastForward(5000);
  await asked;
  await isAnswered(page, 'possible');
  await says(page, '#booking-line', '2 24:00 途中様');
  await says(page, 'desk-wrap-up textarea', '書きかけ');
  await page.locator('#booking-line').press('Enter');
  await page.locator('desk-booking-panel p.good', { hasText: '確定' }).waitFor();
  await seen(page, '通話中');
});
