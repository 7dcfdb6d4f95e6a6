// What is answered late, or left within a frame: nothing of it counts for what is looked at by then.
import assert from 'node:assert/strict';

import {
  answered,
  asking,
  comesTo,
  concerns,
  date,
  drawn,
  gone,
  held,
  isAnswered,
  isSaved,
  looksAt,
  onPage,
  ring,
  seen,
  useDesk,
} from './page_desk.mjs';

useDesk();

const notes = (page) => page.locator('desk-wrap-up textarea').first();
/** Two calls: the first is on hold, the second is looked at. */
const twoCalls = async (page, [first, second], act = async () => {}) => {
  await answered(page, { number: first });
  await act();
  await page.keyboard.press('F4');
  await seen(page, '保留中');
  await ring(page, { number: second });
  await looksAt(page, second);
};
/** The answer to what is asked there, and whatever the page makes of it. */
const answerOf = async (page, path, act) => {
  const response = page.waitForResponse(`**/api/${path}`);
  act();
  await (await response).finished();
  await drawn(page);
};

onPage('a refusal that comes once another call is looked at is said in its own', {}, async (page) => {
  const calls = ['+819012120001', '+819012120002'];
  const refusal = page.locator('desk-booking-panel [role=alert]');
  const said = { code: 'no_seat', errors: [{ code: 'no_seat', message: 'are taken', place: '/command' }] };
  const answer = { status: 409, contentType: 'application/problem+json', body: JSON.stringify(said) };
  let orders;
  await twoCalls(page, calls, async () => {
    await page.locator('#booking-line').fill('2 22:00 先様');
    await isAnswered(page, 'possible');
    orders = await held(page, 'errands/decide', answer);
    await page.locator('#booking-line').press('Enter');
    await comesTo(async () => orders.asked.length, 1);
  });
  await answerOf(page, 'errands/decide', orders.go);
  await gone(refusal);
  await page.keyboard.press('Alt+w');
  await looksAt(page, calls[0]);
  await refusal.filter({ hasText: '空いている席がありません' }).waitFor();
});

/** Types, where there is a line, and presses Enter once an answer has come, before or after the page knows it; never once it is drawn. */
const onAnswer = (page, { line = null, isKnown }) =>
  page.evaluate(
    ([text, waits]) => {
      const real = window.fetch;
      const act = () => {
        const field = document.querySelector('#booking-line');
        if (text) field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      };
      const later = async () => {
        for (let steps = 0; steps < 100; steps++) await null;
        act();
      };
      window.fetch = async (...asked) => {
        const response = await real(...asked);
        if (!String(asked[0]).endsWith('/propose')) return response;
        window.fetch = real;
        const answer = await response.json();
        return Object.assign(response, {
          json: async () => {
            if (waits) void later();
            else act();
            return answer;
          },
        });
      };
    },
    [line, isKnown],
  );
onPage('Enter in the moment in which an answer comes books what stands there', {}, async (page) => {
  const made = (begin) => page.locator('desk-booking-panel p.good', { hasText: '確定' }).filter({ hasText: begin });
  await answered(page, { number: '+819012120007' });
  await onAnswer(page, { isKnown: true });
  await page.locator('#booking-line').fill('12/24 2 20:00 直後様');
  await made('20:00').waitFor();
  await onAnswer(page, { line: '12/25 2 20:30 直前様', isKnown: false });
  await page.locator('#booking-line').fill('12/25 2 21:30 直前様');
  await made('20:30').waitFor();
});

onPage('whom closing a day would hurt is said of that day alone', { as: 'restaurant', who: 'mise' }, async (page) => {
  const day = page.locator('desk-day-picker input[type=date]');
  await day.fill('2026-12-14');
  const trials = await held(page, 'trials');
  await page.locator('desk-closing button', { hasText: 'この日を休みにする' }).press('Enter');
  await comesTo(async () => trials.asked.length, 1);
  await day.fill('2026-12-15');
  await answerOf(page, 'trials', trials.go);
  await gone(page.getByText('この日を休みにしますか'));
  await gone(page.locator('desk-closing [role=status] p'));
});

onPage('whom one would consult is whom the list says, once the restaurant is known too', {}, async (page) => {
  const pops = await held(page, 'calls/incoming?*');
  await ring(page, { number: '+819012120003' });
  await seen(page, '呼出中');
  await page.keyboard.press('F2');
  await page.locator('desk-call-controls option', { hasText: '責任者' }).waitFor({ state: 'attached' });
  pops.go();
  const chosen = page.locator('desk-call-controls option:checked');
  await chosen.filter({ hasText: 'お店 予約 +81350000001' }).waitFor({ state: 'attached' });
});

onPage('what one call leaves unticked within a frame is ticked for the other', {}, async (page) => {
  const calls = ['+819012120004', '+819012120005'];
  const isSent = page.locator('desk-wrap-up label', { hasText: 'お店に送る' }).locator('input');
  await twoCalls(page, calls, () => concerns(page, 'lost_property'));
  await page.keyboard.press('F2');
  await seen(page, '通話中');
  await concerns(page, 'lost_property');
  await isSent.waitFor();
  await isSent.evaluate((box) => {
    box.click();
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'w', code: 'KeyW', altKey: true, bubbles: true }));
  });
  await looksAt(page, calls[0]);
  await comesTo(() => isSent.isChecked(), true);
});

onPage('what is changed of a call is sent once what was changed before is answered', {}, async (page) => {
  const number = '+819012120006';
  await answered(page, { number });
  const ask = await asking();
  const kept = async () => {
    const { calls } = await ask('find_calls', { restaurant: 'r01', date, limit: 100 });
    const { call } = calls.find(({ call: { other } }) => other === number) ?? {};
    return [...(call?.occurrences ?? []).map(({ event }) => event), call?.notes ?? ''];
  };
  await comesTo(kept, ['answered', '']);
  const changes = await held(page, 'errands/change_call');
  await notes(page).fill('窓側');
  await comesTo(async () => changes.asked.length, 1);
  await notes(page).fill('窓側、二名');
  await page.clock.fastForward(1000);
  await drawn(page);
  assert.equal(changes.asked.length, 1);
  changes.go();
  await isSaved(page);
  await comesTo(kept, ['answered', '窓側、二名']);
});

onPage('whoever is put at another table is still looked at', {}, async (page) => {
  const ask = await asking();
  const id = 'late-1';
  const command = { do: 'book', id, begin: '19:00', party: 2, wanted_tables: ['T1'], by: {} };
  await ask('decide', { restaurant: 'r01', date: '2026-12-23', command }, id);
  await page.locator('desk-day-picker input[type=date]').fill('2026-12-23');
  await page.locator(`.bar[data-booking="${id}"]`).focus();
  for (const key of ['Space', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await page.locator('[role=alertdialog] button:focus', { hasText: '動かす' }).press('Enter');
  await page.locator(`.track[data-table="T2"] .bar[data-booking="${id}"]:focus`).waitFor();
});
