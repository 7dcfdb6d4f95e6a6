// Others have to move for a party: who, and to where, is said before, and a key of its own says yes; by keyboard alone.
import assert from 'node:assert/strict';

import {
  answered,
  asking,
  comesTo,
  drawn,
  gone,
  held,
  isAccessible,
  isAnswered,
  onPage,
  useDesk,
} from './page_desk.mjs';

useDesk();

const line = (page) => page.locator('#booking-line');
const question = (page) => page.getByRole('alertdialog');
const booked = (page) => page.locator('desk-outcome p.good');
const leaves = (page) => page.locator('[role=alertdialog] button:focus', { hasText: /やめる|Stop/ }).waitFor();
let count = 0;
/** A party sits at T4, which alone suits a wheelchair, and T5 is free: whoever comes with one has it move. */
const fill = async (date) => {
  const ask = await asking();
  const decide = (command) =>
    ask('decide', { restaurant: 'r01', date, command: { ...command, by: {} } }, `moving-${++count}`);
  const book = async (name, more) => {
    const id = `${date}-${name}`;
    const details = { name, phone: '+819081110000' };
    await decide({ do: 'book', id, begin: '19:00', party: 4, details, ...more });
    return id;
  };
  const others = { C1: 1, T1: 1, T2: 1, T3: 2, T5: 3, 個室1: 2, 個室2: 4 };
  for (const [table, party] of Object.entries(others)) await book(table, { party, wanted_tables: [table] });
  const moved = await book('先客', {});
  await decide({ do: 'cancel', booking: `${date}-T5`, reason: 'guest' });
  const tablesOf = async (id) => (await ask('find_booking', { id })).reservation.tables;
  assert.deepEqual(await tablesOf(moved), ['T4']);
  const bookedBy = async (phone) => {
    const { bookings } = await ask('list_bookings', { phone, from: date, to: date });
    return bookings.map(({ reservation: { tables, commitment } }) => [...tables, commitment]);
  };
  return { moved, book, tablesOf, bookedBy };
};

const said = {
  ja: {
    date: '2026-12-28',
    typed: '12/28 4 19:00 車椅子 車輪様',
    yes: 'お取りできます',
    others: '先客 4 T4 → T5',
    moved: '席の移動',
  },
  en: {
    date: '2026-12-29',
    typed: '2026-12-29 4pax 7pm wheelchair @Wheels',
    yes: 'Can be booked',
    others: '先客 4 T4 → T5',
    moved: 'Others move',
  },
};
for (const [language, { date, typed, yes, others, moved }] of Object.entries(said)) {
  onPage(
    `Enter moves nobody: it asks, and a second one out of habit takes that back (${language})`,
    { language },
    async (page) => {
      const kept = await fill(date);
      const phone = language === 'ja' ? '+819081110001' : '+819081110002';
      await answered(page, { number: phone });
      await line(page).fill(typed);
      await isAnswered(page, 'possible');
      await page.locator('.answer').getByText(yes).waitFor();
      await line(page).press('Enter');
      await question(page).getByText(others).waitFor();
      await leaves(page);
      await isAccessible(page);
      await page.keyboard.press('Enter');
      await gone(question(page));
      await page.locator('#booking-line:focus').waitFor();
      assert.deepEqual([await kept.bookedBy(phone), await kept.tablesOf(kept.moved)], [[], ['T4']]);
      await page.keyboard.press('Enter');
      await leaves(page);
      await page.keyboard.press('Escape');
      await gone(question(page));
      await page.keyboard.press('Enter');
      await leaves(page);
      await page.keyboard.press('Alt+y');
      await booked(page).filter({ hasText: 'T4' }).waitFor();
      await page.locator('desk-outcome p.warn', { hasText: moved }).filter({ hasText: others }).waitFor();
      await page.locator('#booking-line:focus').waitFor();
      assert.deepEqual([await kept.bookedBy(phone), await kept.tablesOf(kept.moved)], [[['T4', 'confirmed']], ['T5']]);
    },
  );
}

onPage(
  'a table is held only once it is said who moves; what is asked is no more, once it would be otherwise',
  {},
  async (page) => {
    const date = '2026-12-30';
    const kept = await fill(date);
    const phone = '+819081110003';
    await answered(page, { number: phone });
    await line(page).fill('12/30 4 19:00 車椅子');
    await isAnswered(page, 'possible');
    await page.keyboard.press('Alt+h');
    await leaves(page);
    await kept.book('T5 again', { party: 3, wanted_tables: ['T5'] });
    await gone(question(page));
    await isAnswered(page, 'impossible');
    await page.keyboard.press('Alt+y');
    await drawn(page);
    assert.deepEqual(await kept.bookedBy(phone), []);
  },
);

onPage('what is held for it is asked for alike', {}, async (page) => {
  const kept = await fill('2027-01-05');
  const phone = '+819081110004';
  await answered(page, { number: phone });
  await line(page).fill('2027-01-05 4 19:00 車椅子');
  await isAnswered(page, 'possible');
  await page.keyboard.press('Alt+h');
  await question(page).getByText('先客 4 T4 → T5').waitFor();
  assert.deepEqual(await kept.bookedBy(phone), []);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await booked(page).filter({ hasText: '仮押さえ' }).waitFor();
  assert.deepEqual(await kept.bookedBy(phone), [['T4', 'held']]);
});

onPage('a booking that is changed has others move only once that is said', {}, async (page) => {
  const date = '2027-01-08';
  const kept = await fill(date);
  const id = await kept.book('後客', { begin: '22:00', wanted_tables: [] });
  await page.locator('desk-day-picker input[type=date]').fill(date);
  await page.locator(`.bar:not(.joined)[data-booking="${id}"]`).press('Enter');
  await page.locator('desk-evening button:enabled', { hasText: '変更' }).press('Enter');
  await page.locator('#booking-line:focus').waitFor();
  await page.keyboard.type('4 19:00 車椅子');
  await isAnswered(page, 'possible');
  await page.keyboard.press('Enter');
  await question(page).getByText('先客 4 T4 → T5').waitFor();
  await leaves(page);
  assert.deepEqual(await kept.tablesOf(kept.moved), ['T4']);
  await page.keyboard.press('Alt+y');
  await booked(page).filter({ hasText: '19:00' }).waitFor();
  await comesTo(() => kept.tablesOf(kept.moved), ['T5']);
});

onPage('a party that is dragged moves nobody before it is known whom', {}, async (page) => {
  const date = '2027-01-09';
  const kept = await fill(date);
  const id = await kept.book('後客', { begin: '22:00', needs: { access: 'wheelchair' } });
  await page.locator('desk-day-picker input[type=date]').fill(date);
  const bar = page.locator(`.bar:not(.joined)[data-booking="${id}"]`);
  await bar.focus();
  const proposals = await held(page, 'errands/propose');
  await page.keyboard.press('Space');
  for (let step = 0; step < 12; step++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await question(page).locator('button:disabled', { hasText: '動かす' }).waitFor();
  await page.keyboard.press('Alt+y');
  await comesTo(async () => proposals.asked.length, 1);
  proposals.go();
  await question(page).getByText('席の移動: 先客 4 T4 → T5').waitFor();
  await leaves(page);
  assert.deepEqual(await kept.tablesOf(kept.moved), ['T4']);
  await page.keyboard.press('Alt+y');
  await comesTo(() => kept.tablesOf(kept.moved), ['T5']);
  await bar.and(page.locator(':focus')).waitFor();
});

onPage('whom a party moves, and nobody can say, is not moved', {}, async (page) => {
  const date = '2027-01-07';
  const kept = await fill(date);
  await page.locator('desk-day-picker input[type=date]').fill(date);
  const bar = page.locator(`.bar:not(.joined)[data-booking="${kept.moved}"]`);
  await bar.focus();
  const problem = { status: 503, contentType: 'application/problem+json', body: '{"code":"contended"}' };
  (await held(page, 'errands/propose', problem)).go();
  for (const key of ['Space', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await page.locator('#move-verdict', { hasText: 'サーバーに届きません' }).waitFor();
  await leaves(page);
  await question(page).locator('button:disabled', { hasText: '動かす' }).waitFor();
  await page.keyboard.press('Escape');
  await bar.and(page.locator(':focus')).waitFor();
});

onPage('who moves because a table is closed is said', { as: 'restaurant', who: 'mise' }, async (page) => {
  const date = '2027-01-27';
  const ask = await asking();
  const details = { name: '先客', phone: '+819081110000' };
  const command = { do: 'book', id: 'moving-closed', begin: '19:00', party: 2, details, by: {} };
  const { reservation } = await ask('decide', { restaurant: 'r01', date, command }, 'moving-closed');
  const [before] = reservation.tables;
  await page.locator('desk-day-picker input[type=date]').fill(date);
  await page.locator('desk-book-list', { hasText: '先客' }).waitFor();
  await page.locator('desk-closing select').selectOption(before);
  await page.locator('desk-closing input').last().press('Enter');
  const said = page.locator('desk-closing p.warn', { hasText: `席の移動 先客 2 ${before} → ` });
  await said.waitFor();
  const [after] = (await ask('find_booking', { id: 'moving-closed' })).reservation.tables;
  assert.notEqual(after, before);
  await said.filter({ hasText: `→ ${after}` }).waitFor();
});
