// Calls of more than two: consulting, conference, transfer, a supervisor who listens.
import assert from 'node:assert/strict';

import {
  answered,
  asking,
  comesTo,
  date,
  gone,
  isSaved,
  looksAt,
  onPage,
  openPage,
  ring,
  says,
  seen,
  useDesk,
} from './page_desk.mjs';

useDesk();

const controls = (page, words) => page.locator('desk-call-controls button', { hasText: words });
const parties = (page) =>
  page.evaluate(() =>
    window.simulated.centre.contacts[0]?.legs.filter(({ state }) => state !== 'disconnected').map(({ state }) => state),
  );

onPage('the restaurant is consulted while the guest waits, all three talk, and the agent leaves', {}, async (page) => {
  await page.evaluate(() => window.simulated.set({ settings: { answersAfter: 100 } }));
  await answered(page, { number: '+819077770001' });
  await page.locator('desk-call-controls option', { hasText: 'お店 予約 +81350000001' }).waitFor({ state: 'attached' });
  await page.keyboard.press('F8');
  await page.locator('desk-call-controls button:enabled', { hasText: '三者通話' }).waitFor();
  await comesTo(async () => (await parties(page)).includes('hold'), true);
  await page.keyboard.press('F10');
  await page.locator('desk-call-strip .call b', { hasText: '三者通話' }).waitFor();
  await comesTo(() => parties(page), ['connected', 'connected', 'connected']);
  await page.keyboard.press('Alt+q');
  await page.locator('desk-call-strip .call b', { hasText: /転送済み|後処理/ }).waitFor();
});

onPage('who leaves while the restaurant still rings is told of no refusal, and seen in wrap-up', {}, async (page) => {
  await page.evaluate(() => window.simulated.set({ settings: { answersAfter: 3_600_000 } }));
  await answered(page, { number: '+819077770009' });
  await page.locator('desk-call-controls option', { hasText: 'お店' }).waitFor({ state: 'attached' });
  await page.keyboard.press('F8');
  await controls(page, '三者通話').waitFor();
  await page.keyboard.press('Alt+q');
  await page.locator('desk-call-strip .call b', { hasText: '転送済み' }).waitFor();
  const supervisor = await openPage({ as: 'supervisor', who: 'tanaka' });
  await supervisor.page.keyboard.press('Alt+5');
  const row = supervisor.page.locator('tr', { hasText: 'suzuki' });
  await row.filter({ hasText: '後処理 受付可' }).waitFor();
  await gone(page.locator('desk-call-controls [role=alert]'));
  await supervisor.context.close();
});

onPage('a consultation that is engaged comes back to the guest', {}, async (page) => {
  await page.evaluate(() => window.simulated.set({ lines: { '+81350000001': { does: 'engaged', after: 100 } } }));
  await answered(page, { number: '+819077770002' });
  await page.locator('desk-call-controls option', { hasText: 'お店' }).waitFor({ state: 'attached' });
  await page.keyboard.press('F8');
  await page.locator('desk-call-controls [role=alert]').waitFor();
  await controls(page, '保留解除').waitFor();
  await page.keyboard.press('F4');
  await seen(page, '通話中');
});

onPage('a call is passed on to whom is chosen, and is the agent’s no more', {}, async (page) => {
  await page.evaluate(() => window.simulated.set({ settings: { answersAfter: 100 } }));
  await answered(page, { number: '+819077770003' });
  await page.locator('desk-call-controls select').selectOption({ label: '本部' });
  await page.keyboard.press('F9');
  await page.locator('desk-call-strip .call b', { hasText: /転送済み|後処理/ }).waitFor();
});

onPage(
  'a supervisor listens, and talks along; the agent is told',
  { as: 'supervisor', who: 'tanaka' },
  async (page) => {
    const agent = await openPage({ who: 'ito' });
    await answered(agent.page, { number: '+819077770004' });
    await page.keyboard.press('Alt+5');
    const row = page.locator('tr', { hasText: 'ito' });
    await row.getByText('居酒屋 とりべえ 新橋').waitFor();
    await row.locator('button:enabled', { hasText: '聴く' }).press('Enter');
    await seen(page, 'モニタリング中');
    await page.locator('desk-supervisor-page button:enabled', { hasText: '会話に入る' }).press('Enter');
    await seen(page, '割り込み中');
    await agent.page.evaluate(() => window.simulated.contact(window.simulated.centre.contacts[0].id).supervisorJoins());
    await agent.page.locator('desk-call-strip', { hasText: '管理者が聴いています' }).waitFor();
    assert.deepEqual(agent.wrong, []);
    await agent.context.close();
  },
);

onPage('two calls at once: each has its own line of a booking, also through a refresh', {}, async (page) => {
  const line = page.locator('#booking-line');
  await answered(page, { number: '+819077770005' });
  await line.fill('4 20:30 一本目様');
  await page.keyboard.press('F4');
  await seen(page, '保留中');
  await ring(page, { number: '+819077770006', dialled: '+81350000002' });
  await looksAt(page, '+819077770006');
  await says(page, '#booking-line', '');
  await page.locator('desk-booking-panel', { hasText: '鮨 かねさか' }).waitFor();
  await page.keyboard.press('F2');
  await seen(page, '通話中');
  await line.fill('2 19:00 二本目様');
  await page.keyboard.press('Alt+w');
  await says(page, '#booking-line', '4 20:30 一本目様');
  await page.locator('desk-booking-panel', { hasText: 'とりべえ' }).waitFor();
  await says(page, 'desk-booking-panel input[name=phone]', '+819077770005');
  await page.reload();
  await says(page, '#booking-line', '2 19:00 二本目様');
});

onPage('what is typed in the moment in which one turns to the other call is not lost', {}, async (page) => {
  await answered(page, { number: '+819077770007' });
  await page.locator('#booking-line').fill('4 20:30 一本目様');
  await page.keyboard.press('F4');
  await seen(page, '保留中');
  await ring(page, { number: '+819077770008' });
  await looksAt(page, '+819077770008');
  await page.keyboard.press('F2');
  await seen(page, '通話中');
  await page.evaluate(() => {
    const line = document.querySelector('#booking-line');
    line.value = '2 19:00 二本目様';
    line.dispatchEvent(new Event('input', { bubbles: true }));
    line.dispatchEvent(new KeyboardEvent('keydown', { key: 'w', code: 'KeyW', altKey: true, bubbles: true }));
  });
  await says(page, '#booking-line', '4 20:30 一本目様');
  await page.keyboard.press('Alt+w');
  await says(page, '#booking-line', '2 19:00 二本目様');
});

onPage(
  'a call is muted and heard again, a call is rejected, and one that waits is looked at, by keys',
  {},
  async (page) => {
    await answered(page, { number: '+819077770021' });
    const muted = page.locator('desk-call-strip .call .tag', { hasText: '消音' });
    await page.keyboard.press('F7');
    await muted.waitFor();
    await page.keyboard.press('F7');
    await muted.waitFor({ state: 'detached' });
    await page.keyboard.press('F4');
    await seen(page, '保留中');
    await ring(page, { number: '+819077770022' });
    await looksAt(page, '+819077770022');
    await page.keyboard.press('F3');
    await page.locator('desk-call-strip .call', { hasText: '拒否' }).waitFor();
    await looksAt(page, '+819077770021');
    await page.keyboard.press('Alt+w');
    await looksAt(page, '+819077770022');
    await controls(page, '片付ける').press('Enter');
    await looksAt(page, '+819077770021');
    await page.keyboard.press('F4');
    await seen(page, '通話中');
  },
);

onPage('a callback is promised in a call, is on the list, and is called by a key', {}, async (page) => {
  const number = '+819077770023';
  await answered(page, { number });
  await page.keyboard.press('Alt+4');
  await says(page, 'desk-outbound-page section input[type=tel]', number);
  await page.locator('desk-outbound-page input[type=datetime-local]').fill('2026-11-27T20:30');
  await page.locator('desk-outbound-page button:enabled', { hasText: '約束する' }).press('Enter');
  await page.locator('desk-outbound-page li', { hasText: number }).getByText('20:30').waitFor();
  await page.keyboard.press('Alt+3');
  const row = page.locator('desk-follow-ups-page tr', { hasText: number });
  await row.locator('button:enabled', { hasText: '電話する' }).press('Enter');
  await page.locator('desk-outbound-page .good', { hasText: '+81350000001' }).waitFor();
  await page.keyboard.press('Alt+3');
  await row.locator('button:enabled', { hasText: '済み' }).press('Enter');
  await row.waitFor({ state: 'detached' });
});

onPage('what others promise comes onto the list that one looks at', {}, async (page) => {
  await page.keyboard.press('Alt+3');
  // What was there when one came is shown.
  await page.locator('desk-follow-ups-page td').nth(1).waitFor();
  const ask = await asking('agent', 'kato');
  const contact = 'promised-by-another';
  const call = { contacts: [contact], direction: 'inbound', other: '+819077770024', restaurant: 'r01' };
  await ask('open_call', { call }, contact);
  const promise = { number: '+819077770024', at: '2026-11-27T21:00:00+09:00' };
  await ask('change_call', { contact, change: { promise } }, `${contact}-change`);
  await page.locator('desk-follow-ups-page tr', { hasText: '+819077770024' }).waitFor();
});

/** Types into a field and turns to the other call before the page can show either. */
const typeAndTurn = (page, field, text) =>
  page.evaluate(
    ([where, value]) => {
      const typed = document.querySelector(where);
      typed.value = value;
      typed.dispatchEvent(new Event('input', { bubbles: true }));
      typed.dispatchEvent(new KeyboardEvent('keydown', { key: 'w', code: 'KeyW', altKey: true, bubbles: true }));
    },
    [field, text],
  );
/** What is kept of calls, by their numbers. */
const notesOf = async (ask, ...numbers) => {
  const { calls } = await ask('find_calls', { restaurant: 'r01', date, limit: 100 });
  return numbers.map((number) => calls.find(({ call }) => call.other === number)?.call.notes ?? '');
};
const fields = { line: '#booking-line', name: 'input[name=name]', notes: 'desk-wrap-up textarea' };

onPage(
  'where both calls have nothing yet, what is typed while one turns is of the one before alone',
  {},
  async (page) => {
    const [first, second] = ['+819077770011', '+819077770012'];
    await answered(page, { number: first });
    await page.keyboard.press('F4');
    await seen(page, '保留中');
    await ring(page, { number: second });
    await looksAt(page, second);
    await page.keyboard.press('F2');
    await seen(page, '通話中');
    for (const [what, field] of Object.entries(fields)) {
      await typeAndTurn(page, field, `2 19:00 ${what}`);
      await looksAt(page, first);
      await says(page, field, '');
      await page.keyboard.press('Alt+w');
      await looksAt(page, second);
      await says(page, field, `2 19:00 ${what}`);
    }
    await isSaved(page);
    const ask = await asking();
    await comesTo(() => notesOf(ask, first, second), ['', '2 19:00 notes']);
  },
);

onPage('what is typed of a call before the server has said what is kept of it is that call’s', {}, async (page) => {
  const [first, second] = ['+819077770013', '+819077770014'];
  await answered(page, { number: first });
  await page.locator(fields.notes).first().fill('一本目');
  await isSaved(page);
  await page.keyboard.press('F4');
  await seen(page, '保留中');
  let open;
  const opened = new Promise((resolve) => (open = resolve));
  await page.route('**/api/errands/open_call', async (route) => {
    await opened;
    await route.continue();
  });
  await ring(page, { number: second });
  await looksAt(page, second);
  await says(page, fields.notes, '');
  await page.locator(fields.notes).first().fill('二本目');
  open();
  await isSaved(page);
  await says(page, fields.notes, '二本目');
  const ask = await asking();
  await comesTo(() => notesOf(ask, first, second), ['一本目', '二本目']);
});

onPage('the next caller of the evening rings by a key, and talks', {}, async (page) => {
  await page.keyboard.press('Alt+n');
  await seen(page, '呼出中');
  await page.keyboard.press('F2');
  await seen(page, '通話中');
  await page.locator('desk-conversation .said .guest').first().waitFor();
});
