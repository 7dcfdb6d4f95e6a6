// An evening by mouse and by keyboard: dragging, changing, splitting, other dates; and how quickly a line is answered.
import assert from 'node:assert/strict';

import {
  answered,
  asking,
  comesTo,
  concerns,
  date as today,
  drawn,
  gone,
  held,
  isAnswered,
  onPage,
  says,
  useDesk,
} from './page_desk.mjs';

useDesk();

/** A Saturday that nobody has booked yet. */
const saturday = '2026-12-05';
let count = 0;
const book = async (ask, begin, more = {}) => {
  const id = `evening-${++count}`;
  const details = { name: `夜${count}`, phone: `+8190888800${String(count).padStart(2, '0')}` };
  await ask(
    'decide',
    {
      restaurant: 'r01',
      date: more.date ?? saturday,
      command: { do: 'book', id, begin, party: 2, details, ...more, date: undefined, by: {} },
    },
    id,
  );
  return id;
};
const show = (page, date) => page.locator('desk-day-picker input[type=date]').fill(date);
const bar = (page, id) => page.locator(`.bar:not(.joined)[data-booking="${id}"]`);
const dialog = (page) => page.getByRole('alertdialog');
const line = (page) => page.locator('#booking-line');
/** Where a table's row is, and how wide half an hour is there. */
const rowOf = async (page, table) => {
  const track = page.locator(`.track[data-table="${table}"]`);
  await track.scrollIntoViewIfNeeded();
  return track.boundingBox();
};

onPage('a party is dragged to another table and time, and moves once that is confirmed', {}, async (page) => {
  const ask = await asking();
  const id = await book(ask, '19:00', { wanted_tables: ['T1'] });
  await show(page, saturday);
  await bar(page, id).waitFor();
  const target = await rowOf(page, 'T3');
  const from = await bar(page, id).boundingBox();
  const hour = target.width / 12; // 17:00 to 29:00
  await page.mouse.move(from.x + 10, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 10 + hour / 2, target.y + target.height / 2, { steps: 6 });
  await page.mouse.move(from.x + 10 + hour, target.y + target.height / 2, { steps: 6 });
  await page.mouse.up();
  await dialog(page).getByText('19:00 T1 → 20:00 T3').waitFor();
  await dialog(page).locator('button:focus', { hasText: '動かす' }).waitFor();
  await page.keyboard.press('Enter');
  await bar(page, id).and(page.locator('[aria-label*="20:00"]')).waitFor();
  const { reservation } = await ask('find_booking', { id });
  assert.deepEqual([reservation.begin, reservation.tables], ['20:00', ['T3']]);
});

onPage('where nobody may be put, it is said before, and nothing moves', {}, async (page) => {
  const ask = await asking();
  const id = await book(ask, '18:00', { party: 4 });
  await show(page, saturday);
  await bar(page, id).focus();
  await page.keyboard.press('Space');
  const row = async () => {
    await drawn(page);
    // In one step of the page's: the ghost of a moment ago may stand nowhere.
    return page.evaluate(() => document.querySelector('.ghost')?.parentElement.dataset.table);
  };
  for (let steps = 0; steps < 12 && (await row()) !== 'C1'; steps++) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await dialog(page).locator('button:disabled', { hasText: '動かす' }).waitFor();
  await page.locator('#move-verdict', { hasText: /\S/ }).waitFor();
  await dialog(page).locator('button:focus', { hasText: 'やめる' }).waitFor();
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  await bar(page, id).and(page.locator(':focus')).waitFor();
  assert.equal((await ask('find_booking', { id })).reservation.begin, '18:00');
});

onPage('a drag that is broken off, and one that ends where it began, change nothing', {}, async (page) => {
  const ask = await asking();
  const id = await book(ask, '22:00');
  await show(page, saturday);
  const from = await bar(page, id).boundingBox();
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 120, from.y + 8, { steps: 4 });
  await page.locator('.ghost').waitFor();
  await page.mouse.move(from.x + 8, from.y + 8, { steps: 4 });
  await page.mouse.up();
  await gone(page.locator('.ghost'));
  await drawn(page);
  await gone(dialog(page));
  assert.equal((await ask('find_booking', { id })).reservation.begin, '22:00');
});

onPage('a booking moves to another date by the line', {}, async (page) => {
  const ask = await asking();
  const id = await book(ask, '19:30');
  await show(page, saturday);
  await bar(page, id).click();
  await page.locator('desk-evening button:enabled', { hasText: '変更' }).press('Enter');
  await page.locator('#booking-line:focus').waitFor();
  await page.keyboard.type('12/8 20:00');
  await isAnswered(page, 'possible');
  await page.keyboard.press('Enter');
  await page.locator('desk-booking-panel p.good', { hasText: '12月8日' }).waitFor();
  const { date, reservation } = await ask('find_booking', { id });
  assert.deepEqual([date, reservation.begin], ['2026-12-08', '20:00']);
});

onPage('a booking is changed, and cancelled, and that is taken back', {}, async (page) => {
  const ask = await asking();
  const id = await book(ask, '20:30');
  await show(page, saturday);
  await bar(page, id).click();
  await page.locator('desk-evening button:enabled', { hasText: '変更' }).press('Enter');
  await page.locator('#booking-line:focus').waitFor();
  await page.keyboard.type('4 21:00');
  await page.keyboard.press('Enter'); // before it is answered
  await bar(page, id).and(page.locator('[aria-label*=" 4 21:00"]')).waitFor();
  await bar(page, id).click();
  await page.locator('desk-evening button:enabled', { hasText: '取消' }).press('Enter');
  const panel = page.locator('desk-booking-panel');
  await panel.locator('p.good', { hasText: '取消' }).waitFor();
  assert.equal((await ask('find_booking', { id })).reservation.commitment, 'cancelled');
  await panel.locator('button:enabled', { hasText: '元に戻す' }).press('Enter');
  await panel.locator('p.good', { hasText: '確定' }).waitFor();
  assert.equal((await ask('find_booking', { id })).reservation.commitment, 'confirmed');
});

onPage('no: another time that was offered is taken with one key', {}, async (page) => {
  const ask = await asking();
  for (const room of ['個室1', '個室2'])
    await book(ask, '19:30', {
      date: '2026-12-11',
      party: 4,
      needs: { kinds: ['private_room'] },
      wanted_tables: [room],
    });
  await answered(page, { number: '+819088881111' });
  await line(page).fill('12/11 4 19:30 個室 待様');
  await isAnswered(page, 'impossible');
  const offered = page.locator('desk-answer ul button');
  const later = offered.filter({ hasText: '後の時刻' }).first();
  const [, begin] = /(\d\d:\d\d)/.exec(await later.textContent());
  await later.press('Enter');
  await says(page, '#booking-line', `4 2026-12-11 ${begin} 個室 待様`);
  await isAnswered(page, 'possible');
  await line(page).press('Enter');
  await page.locator('desk-booking-panel p.good', { hasText: '確定' }).waitFor();
  const { bookings } = await ask('list_bookings', { phone: '+819088881111', from: saturday, to: '2026-12-31' });
  assert.deepEqual(
    bookings.map(({ date, reservation }) => [date, reservation.begin]),
    [['2026-12-11', begin]],
  );
});

onPage('a party that is larger than any table sits apart', {}, async (page) => {
  const ask = await asking();
  await answered(page, { number: '+819088882222' });
  await line(page).fill('12/15 16 19:00 大勢様');
  await isAnswered(page, 'impossible');
  const split = page.locator('desk-answer ul button', { hasText: '分かれて着席' }).first();
  await split.press('Enter');
  await page.locator('desk-booking-panel p.good', { hasText: '12月15日' }).waitFor();
  const { bookings } = await ask('list_bookings', { phone: '+819088882222', from: saturday, to: '2026-12-31' });
  assert.ok(bookings.length > 1);
  assert.equal(
    bookings.reduce((sum, { reservation: { party } }) => sum + (party.adults ?? party), 0),
    16,
  );
});

const shows = (page, date) => says(page, 'desk-day-picker input[type=date]', date);

onPage('the evening that the line names is shown, and what others book there is answered anew', {}, async (page) => {
  const ask = await asking();
  const friday = '2026-12-18';
  await answered(page, { number: '+819088884444' });
  await shows(page, today);
  await line(page).fill('12/18 4 19:30 個室');
  await shows(page, friday);
  await isAnswered(page, 'possible');
  const rooms = { date: friday, party: 4, needs: { kinds: ['private_room'] } };
  for (const room of ['個室1', '個室2']) await book(ask, '19:30', { ...rooms, wanted_tables: [room] });
  await isAnswered(page, 'impossible');
  await line(page).fill('');
  await shows(page, today);
});

onPage('while an evening is read, it is answered: what was asked is not broken off', {}, async (page) => {
  await page.locator('desk-timeline .bar').first().waitFor();
  const proposals = await held(page, 'errands/propose');
  const isOfThat = (request) =>
    request.url().endsWith('/find_day_book') && request.postDataJSON().date === '2026-12-19';
  const read = page.waitForResponse((response) => isOfThat(response.request()));
  await line(page).fill('12/19 2 20:00');
  await (await read).finished();
  // Nobody comes on that evening, and nobody is shown.
  await gone(page.locator('desk-timeline .bar'));
  await drawn(page);
  await comesTo(async () => proposals.asked.length, 1);
  proposals.go();
  await isAnswered(page, 'possible');
  // What the book had when it was first seen was known.
  await drawn(page);
  assert.equal(proposals.asked.length, 1);
});

onPage('what others change in a while is read once', {}, async (page) => {
  const ask = await asking();
  const tuesday = '2026-12-22';
  await show(page, tuesday);
  // Told of by the feed: nothing else is under way by then.
  await bar(page, await book(ask, '18:00', { date: tuesday })).waitFor();
  const books = await held(page, 'errands/find_day_book');
  const ids = [];
  for (const begin of ['19:00', '20:00', '21:00']) ids.push(await book(ask, begin, { date: tuesday }));
  await comesTo(async () => books.asked.length, 1);
  books.go();
  for (const id of ids) await bar(page, id).waitFor();
  await page.locator('.bar.changed').first().waitFor();
  assert.equal(books.asked.length, 1);
});

onPage('what is typed stays while another booking is changed; what was granted is for one wish', {}, async (page) => {
  const ask = await asking();
  const id = await book(ask, '18:30');
  await answered(page, { number: '+819088885555' });
  await show(page, saturday);
  await line(page).fill('2 22:30 途中様');
  await isAnswered(page, 'possible');
  await bar(page, id).click();
  await page.locator('desk-evening button:enabled', { hasText: '遅れる' }).press('Enter');
  await page.locator('desk-booking-panel p.good', { hasText: '18:30' }).waitFor();
  await says(page, '#booking-line', '2 22:30 途中様');
  await line(page).fill('30 20:00');
  await isAnswered(page, 'impossible');
  const granted = page.locator('desk-answer input[type=checkbox]').first();
  await granted.check();
  await line(page).fill('31 20:00');
  await isAnswered(page, 'impossible');
  assert.equal(await granted.isChecked(), false);
});

onPage('a box that is ticked in the moment of another wish is not ticked for that one', {}, async (page) => {
  await line(page).fill('30 20:00');
  await isAnswered(page, 'impossible');
  await page.evaluate(() => {
    document.querySelector('desk-answer input[type=checkbox]').click();
    const typed = document.querySelector('#booking-line');
    typed.value = '31 20:00';
    typed.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await isAnswered(page, 'impossible');
  assert.equal(await page.locator('desk-answer input[type=checkbox]').first().isChecked(), false);
});

onPage('the line is cleared before the next key is typed', {}, async (page) => {
  await line(page).fill('6 19:30 個室');
  await isAnswered(page);
  await line(page).focus();
  await page.evaluate(() => {
    const typed = document.querySelector('#booking-line');
    typed.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', code: 'KeyX', altKey: true, bubbles: true }));
    document.execCommand('insertText', false, '2 21:00');
  });
  await says(page, '#booking-line', '2 21:00');
  await isAnswered(page);
});

onPage('a call about a booking of another day names it, in the form and to the restaurant', {}, async (page) => {
  await answered(page, { number: '+819088886666' });
  await line(page).fill('12/8 2 20:30 遠方様');
  await isAnswered(page, 'possible');
  await line(page).press('Enter');
  await page.locator('desk-booking-panel p.good', { hasText: '12月8日' }).waitFor();
  await concerns(page, 'lost_property');
  const note = page.locator('desk-wrap-up textarea').last();
  const named = (text) => /予約: 12月8日\(火\) 20:30 遠方 2名/.test(text);
  await comesTo(async () => named(await note.inputValue()), true);
  await concerns(page, 'booking.new');
  const chosen = page.locator('desk-disposition-form select[data-field=booking] option:checked');
  await chosen.filter({ hasText: '遠方' }).waitFor({ state: 'attached' });
  await page.reload();
  await comesTo(async () => (await note.inputValue()).includes('遠方'), true);
  await chosen.filter({ hasText: '遠方' }).waitFor({ state: 'attached' });
});

onPage(
  'what the call was about is chosen before the booking is made, which then stands in the form',
  {},
  async (page) => {
    await answered(page, { number: '+819088887777' });
    await concerns(page, 'booking.new');
    await line(page).fill('12/16 2 20:30 後先様');
    await isAnswered(page, 'possible');
    await line(page).press('Enter');
    const chosen = page.locator('desk-disposition-form select[data-field=booking] option:checked');
    await chosen.filter({ hasText: '後先' }).waitFor({ state: 'attached' });
  },
);

/** What the desk promises, and what asking the server anything takes from a page that has nothing to do, in milliseconds. */
const promised = 50;
const idle = 5;
/** How long asking the server anything takes by now: as many times as long as usual, the desk may take, too. */
const asksFor = (page) =>
  page.evaluate(async () => {
    const begun = performance.now();
    await (await fetch('/api/sign-in')).json();
    await new Promise((resolve) => setTimeout(resolve));
    return performance.now() - begun;
  });
const middle = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
onPage('a line is answered within 50 ms of its last key', {}, async (page) => {
  await answered(page, { number: '+819088883333' });
  await page.evaluate(() => {
    window.times = [];
    let pressed = 0;
    document.querySelector('#booking-line').addEventListener('input', () => (pressed = performance.now()));
    const shown = document.querySelector('.answer');
    new MutationObserver(() => shown.dataset.answer && window.times.push(performance.now() - pressed)).observe(shown, {
      attributeFilter: ['data-answer'],
    });
  });
  const times = [];
  const usual = [];
  for (const typed of ['6 19:30 個室', '2 20:00', '4 21:30 禁煙', '8 22:00 個室', '3 23:00']) {
    await line(page).fill('');
    await line(page).focus();
    for (const key of typed) await page.keyboard.type(key);
    await isAnswered(page);
    await comesTo(() => page.evaluate(() => window.times.length > 0), true);
    times.push(await page.evaluate(() => window.times.splice(0).at(-1)));
    usual.push(await asksFor(page));
  }
  const most = promised * Math.max(1, middle(usual) / idle);
  assert.ok(
    Math.min(...times) <= most && middle(times) <= 4 * most,
    `${times.map(Math.round).join(' ')}, ${Math.round(most)} given`,
  );
  console.log(`the middle one of ${times.length} lines was answered after ${Math.round(middle(times))} ms`);
});
