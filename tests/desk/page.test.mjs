// The journeys of the desk's page, by keyboard alone, in real Chromium.
import assert from 'node:assert/strict';

import {
  answered,
  asking,
  comesTo,
  concerns,
  date,
  dialled,
  isAnswered,
  isSaved,
  looksAt,
  onPage,
  openPage,
  ring,
  says,
  seen,
  useDesk,
  yamada,
} from './page_desk.mjs';

useDesk();

const words = {
  ja: {
    talking: '通話中',
    ringing: '呼出中',
    held: '保留中',
    wrapUp: '後処理',
    yes: 'お取りできます',
    booked: '確定',
    enquiry: '空席',
    recorded: '電話はありません',
  },
  en: {
    talking: 'Talking',
    ringing: 'Connecting',
    held: 'On hold',
    wrapUp: 'Wrap-up',
    yes: 'Can be booked',
    booked: 'Confirmed',
    enquiry: 'Enquiry about seats',
    recorded: 'No calls',
  },
};
const line = (page) => page.locator('#booking-line');
const answer = (page) => page.locator('.answer');
const bookedBy = async (phone) => {
  const ask = await asking();
  const { bookings } = await ask('list_bookings', { phone, from: date, to: '2026-12-31' });
  return bookings;
};

for (const [language, said] of Object.entries(words)) {
  const phone = language === 'ja' ? '+819055550001' : '+819055550002';
  onPage(
    `a call is taken, booked, recorded and finished by keyboard alone (${language})`,
    { language },
    async (page) => {
      await ring(page, { number: phone });
      await seen(page, said.ringing);
      await page.getByRole('heading', { name: 'とりべえ' }).first().waitFor();
      await page.keyboard.press('F2');
      await seen(page, said.talking);
      await page.keyboard.press('F4');
      await seen(page, said.held);
      await page.keyboard.press('F4');
      await seen(page, said.talking);
      await page.keyboard.press('/');
      await page.keyboard.type('2 21:00');
      await isAnswered(page, 'possible');
      await answer(page).getByText(said.yes).waitFor();
      await page.keyboard.press('Tab');
      for (let stops = 0; stops < 8; stops++) {
        if ((await page.evaluate(() => document.activeElement?.getAttribute('name'))) === 'name') break;
        await page.keyboard.press('Tab');
      }
      await page.locator('input[name=name]:focus').waitFor();
      await page.keyboard.type('鍵盤');
      await page.keyboard.press('Enter');
      await page.locator('desk-booking-panel p.good', { hasText: '鍵盤' }).last().waitFor();
      const [{ reservation }] = await bookedBy(phone);
      assert.equal(reservation.begin, '21:00');
      assert.equal(reservation.commitment, 'confirmed');
      await page.keyboard.press('Alt+q');
      await seen(page, said.wrapUp);
      await concerns(page, 'booking.new');
      await page.keyboard.press('Alt+Enter');
      await seen(page, said.recorded);
      const ask = await asking();
      const kept = async () => {
        const { calls } = await ask('find_calls', { restaurant: 'r01', date, limit: 100 });
        const { call } = calls.find(({ call: { other } }) => other === phone);
        return [call.booking, call.record?.dispositions.map(({ code }) => code)];
      };
      await comesTo(kept, [reservation.id, ['booking.new']]);
    },
  );
}

onPage('who calls is shown while it rings: visits, no-shows, allergies, and what they may want', {}, async (page) => {
  await ring(page);
  const caller = page.locator('desk-caller');
  await caller.getByRole('heading', { name: '山田 太郎' }).waitFor();
  await caller.getByRole('heading', { name: '山田 花子' }).waitFor();
  await caller.getByText('そば', { exact: false }).first().waitFor();
  await caller.locator('dl', { hasText: '19:00' }).getByText('7時ごろ').waitFor();
  await page.keyboard.press('F3');
});

onPage('two calls at once: one is held, the other is answered, and each keeps its own draft', {}, async (page) => {
  await answered(page);
  await page.locator('desk-wrap-up textarea').first().fill('一本目');
  await page.keyboard.press('F4');
  await seen(page, '保留中');
  await ring(page, { number: '+818023456789', dialled: '+81350000002' });
  await looksAt(page, '+818023456789');
  await page.locator('desk-caller', { hasText: '佐藤' }).waitFor();
  await page.keyboard.press('F2');
  await seen(page, '通話中');
  await seen(page, '保留中');
  await says(page, 'desk-wrap-up textarea', '');
  await page.keyboard.press('Alt+w');
  await says(page, 'desk-wrap-up textarea', '一本目');
});

onPage('a refresh in a call loses neither the call nor what was typed', {}, async (page) => {
  await answered(page, { number: '+819055550003' });
  await page.locator('desk-wrap-up textarea').first().fill('黒い傘を忘れた');
  await page.reload();
  await seen(page, '通話中');
  await says(page, 'desk-wrap-up textarea', '黒い傘を忘れた');
  await isSaved(page);
  await page.evaluate(() =>
    sessionStorage.removeItem(Object.keys(sessionStorage).find((key) => key.startsWith('desk.draft'))),
  );
  await page.reload();
  await says(page, 'desk-wrap-up textarea', '黒い傘を忘れた');
});

onPage('a lost line is shown, and survived', {}, async (page) => {
  await answered(page);
  await page.evaluate(() => window.simulated.lose());
  await page.locator('desk-heading', { hasText: '回線が切れています' }).waitFor();
  await page.evaluate(() => window.simulated.recover());
  await page.locator('desk-heading', { hasText: '回線 良好' }).waitFor();
  await seen(page, '通話中');
});

onPage('required fields are asked for before a call is done', {}, async (page) => {
  await answered(page, { number: '+819055550004' });
  await concerns(page, 'lost_property');
  await page.keyboard.press('Alt+q');
  await seen(page, '後処理');
  await page.keyboard.press('Alt+Enter');
  await page.getByRole('alert').filter({ hasText: '必須の項目が残っています' }).waitFor();
  await page.locator('desk-disposition-form .wrong').nth(1).waitFor();
  await page.keyboard.press('Alt+e');
  await page.locator('[data-field="item"]').fill('黒い傘');
  await page.locator('[data-field="visited_at"]').fill('2026-11-26T19:00');
  await page.waitForFunction(() =>
    [...document.querySelectorAll('desk-wrap-up textarea')].at(-1).value.includes('■忘れ物\n　品物: 黒い傘'),
  );
  await page.keyboard.press('Alt+Enter');
  await seen(page, '電話はありません');
  const ask = await asking();
  const { messages } = await ask('find_messages', { until: '2027-01-01T00:00:00Z', limit: 100 });
  assert.ok(messages.some(({ text }) => text.includes('黒い傘')));
});

onPage('no, and why; the nearest that works is taken with one key', {}, async (page) => {
  await ring(page, { number: '+819055550005' });
  await page.getByRole('heading', { name: 'とりべえ' }).first().waitFor();
  await line(page).fill('40 19:00');
  await answer(page).getByText('お取りできません').waitFor();
  await line(page).fill('8 19:00 個室');
  await isAnswered(page);
});

onPage('what another agent books appears at once, and is said', {}, async (page) => {
  await page.locator('desk-timeline .bar').first().waitFor();
  const ask = await asking('agent', 'kato');
  const details = { name: '割込', phone: '+819055550006' };
  const id = `conflict-${Date.now()}`;
  const command = { do: 'book', id, begin: '22:00', party: 2, details, by: {} };
  await ask('decide', { restaurant: 'r01', date, command }, id);
  await page.locator('desk-timeline .bar.changed', { hasText: '割込' }).first().waitFor();
  await page.locator('desk-evening', { hasText: 'ほかの人が変えました' }).waitFor();
});

onPage('a party is moved on the timeline by keyboard', {}, async (page) => {
  const ask = await asking('agent', 'kato');
  const id = `move-${Date.now()}`;
  const details = { name: '移動', phone: '+819055550007' };
  const command = { do: 'book', id, begin: '20:00', party: 2, details, by: {} };
  await ask('decide', { restaurant: 'r01', date, command }, id);
  const bar = page.locator(`.bar:not(.joined)[data-booking="${id}"]`);
  await bar.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('alertdialog').locator('button:enabled', { hasText: '動かす' }).press('Enter');
  await page.waitForFunction(
    (one) =>
      !document.querySelector('[role=alertdialog]') &&
      document.querySelector(`[data-booking="${one}"]`)?.getAttribute('aria-label')?.includes('20:30'),
    id,
  );
  const kept = await ask('find_booking', { id });
  assert.equal(kept.reservation.begin, '20:30');
});

onPage('a supervisor sees agents and their calls', { as: 'supervisor', who: 'tanaka' }, async (page) => {
  const agent = await openPage({ who: 'ito' });
  await answered(agent.page, { number: '+819055550008' });
  await page.keyboard.press('Alt+5');
  await page.locator('tr', { hasText: 'ito' }).filter({ hasText: '通話中' }).waitFor();
  await page.locator('desk-calls-picture svg').waitFor();
  await page.locator('desk-ahead-table tr', { hasText: '元日' }).first().waitFor();
  await agent.context.close();
});

onPage(
  'a restaurant pastes its hours, hears them read back, and only then they count',
  { as: 'restaurant', who: 'mise' },
  async (page) => {
    await page.locator('desk-book-list table').waitFor();
    await page.locator('desk-hours-text textarea').fill('月～土 17:00～23:00 (L.O. 22:00)');
    await page.locator('desk-hours-text input').first().fill('日曜日');
    await page.locator('desk-hours-text form button:enabled').press('Enter');
    await page.locator('desk-hours-text .month li').first().waitFor();
    const keep = page.locator('desk-hours-text button', { hasText: 'この営業時間にする' });
    await comesTo(() => keep.isDisabled(), true);
    const ask = await asking();
    const before = await ask('find_restaurant', { id: 'r01' });
    await page.locator('desk-hours-text input[type=checkbox]').press('Space');
    await keep.and(page.locator(':enabled')).press('Enter');
    await page.locator('desk-hours-text', { hasText: '営業時間を変えました' }).waitFor();
    const after = await ask('find_restaurant', { id: 'r01' });
    assert.notDeepEqual(after.hours, before.hours);
  },
);

onPage(
  'a day that was closed is opened again as it was, by whoever looks at it later',
  { as: 'restaurant', who: 'mise' },
  async (page) => {
    const ask = await asking();
    const day = { restaurant: 'r01', date: '2026-12-21' };
    const periods = async () => (await ask('find_day_book', day)).periods;
    const before = await periods();
    assert.ok(before.length > 0);
    await page.locator('desk-day-picker input[type=date]').fill(day.date);
    const closing = page.locator('desk-closing');
    const press = (words) => closing.locator('button:enabled', { hasText: words }).press('Enter');
    await press('この日を休みにする');
    await closing.getByText('困る予約はありません').waitFor();
    await press('休みにする');
    await closing.getByText('この日は休みです').waitFor();
    assert.deepEqual(await periods(), []);
    await page.reload();
    await page.locator('desk-day-picker input[type=date]').fill(day.date);
    await press('元の営業に戻す');
    await closing.getByText('この日は休みです').waitFor({ state: 'detached' });
    assert.deepEqual(await periods(), before);
  },
);

onPage('a call out shows the number that the guest knows', {}, async (page) => {
  await page.keyboard.press('Alt+4');
  await page.locator('desk-outbound-page input[type=tel]').first().fill('090-1234-5678');
  await page.locator('desk-outbound-page .good', { hasText: dialled }).waitFor();
  assert.doesNotMatch(await page.locator('desk-outbound-page').innerText(), /choice|last_called/);
  await page.locator('desk-outbound-page button:enabled', { hasText: '発信する' }).press('Enter');
  await page.locator('desk-call-strip .call', { hasText: yamada }).waitFor();
});
