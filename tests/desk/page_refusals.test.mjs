// What the desk's page refuses, and how it says so: in the language of the page, before anything is sent where that is known.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { statuses } from '../../examples/desk/server/problems.mjs';
import { answered, drawn, files, gone, isAnswered, onPage, openPage, ring, seen, useDesk } from './page_desk.mjs';
import { loadOfPage } from './page_modules.mjs';

useDesk({ settings: { page: files, every: 20, frames: ['https://centre.my.connect.aws'] } });

const line = (page) => page.locator('#booking-line');
const answer = (page) => page.locator('.answer');
const panel = (page) => page.locator('desk-booking-panel');
const alert = (page, words) => page.getByRole('alert').filter({ hasText: words });
/** A sentence of the library's, or a pointer. */
const raw = /\/(command|question|change|call)|\b(is|must|needs|may) (a|be|no|not)\b/;

const said = {
  ja: { number: '電話番号を入れてください', phone: '電話番号ではありません', booked: '確定' },
  en: { number: 'Please enter a telephone number', phone: 'not a telephone number', booked: 'Confirmed' },
};
for (const [language, words] of Object.entries(said)) {
  onPage(
    `a booking without a call wants a number, and says which is none (${language})`,
    { language },
    async (page) => {
      await page.locator('desk-timeline .bar').first().waitFor();
      await line(page).fill(language === 'ja' ? '12/4 2 21:00' : '12/4 2 22:00');
      await isAnswered(page, 'possible');
      await line(page).press('Enter');
      await alert(page, words.number).waitFor();
      await page.locator('input[name=phone]:focus').waitFor();
      await page.keyboard.type('12');
      await page.keyboard.press('Enter');
      await alert(page, words.phone).waitFor();
      assert.doesNotMatch(await panel(page).innerText(), raw);
      await page.locator('input[name=phone]').fill(language === 'ja' ? '090-3333-0001' : '090-3333-0002');
      await page.keyboard.press('Enter');
      await panel(page).locator('p.good', { hasText: words.booked }).waitFor();
    },
  );
}

onPage('what was booked away meanwhile, and who sits already, is refused in words', {}, async (page) => {
  await answered(page, { number: '+819033330003' });
  await page.route('**/api/errands/decide', (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        code: 'not_allowed',
        errors: [{ code: 'not_allowed', message: 'the party sits already', place: '/command/begin' }],
      }),
    }),
  );
  await line(page).fill('12/4 2 20:00');
  await isAnswered(page, 'possible');
  await line(page).press('Enter');
  await alert(page, '開始時刻: もう着席されています').waitFor();
});

for (const typed of [
  '2026-02-31 2 19:00',
  '2 19:00 2/31',
  '2026/13/01 2 19:00',
  '昨日 2 19:00',
  '2 19:00 20:00',
  '12/3 12/4 2 19:00',
])
  onPage(`nothing is offered for 「${typed}」`, {}, async (page) => {
    await page.locator('desk-timeline .bar').first().waitFor();
    await line(page).fill('2 22:30');
    await isAnswered(page);
    await line(page).fill(typed);
    await answer(page).getByText('直すと答えが出ます').waitFor();
    await page.locator('#book:disabled').waitFor();
    await gone(page.locator('desk-answer button, desk-answer input'));
  });

onPage(
  'a date that is past is said, by the line and by the day that is shown; nothing is offered there',
  {},
  async (page) => {
    await page.locator('desk-timeline .bar').first().waitFor();
    const isPast = async () => {
      await drawn(page);
      await answer(page).getByText('過ぎた日時です').waitFor();
      await gone(page.locator('desk-answer button, desk-answer input'));
      await page.locator('#book:disabled').waitFor();
    };
    await line(page).fill('2 19:00 2026-11-26');
    await isPast();
    await line(page).fill('2 17:15');
    await isPast();
    await line(page).fill('4 18:00 個室');
    await isAnswered(page);
    for (const one of await page.locator('desk-answer ul button').allTextContents())
      assert.doesNotMatch(one, /前の時刻 *17:/, 'it is 18:00');
    await line(page).fill('');
    await page.locator('desk-day-picker input[type=date]').fill('2026-11-20');
    await line(page).fill('2 19:00');
    await isPast();
    await page.locator('desk-day-picker input[type=date]').fill('2026-12-04');
    await isAnswered(page);
  },
);

const guests = { ja: '空席の照会だけです', en: 'can only ask which seats are free' };
for (const [language, words] of Object.entries(guests))
  test(`a guest is told what a guest may do, and asks nothing that is refused (${language})`, async () => {
    const isReady = () => document.querySelector('[role=alert]');
    const { page, context, wrong } = await openPage({ as: 'guest', who: 'guest', language, isReady });
    const refused = [];
    page.on('response', (response) => response.status() >= 400 && refused.push(response.url()));
    await alert(page, words).waitFor();
    await drawn(page);
    await gone(page.locator('nav a'));
    assert.deepEqual([refused, wrong], [[], []]);
    await context.close();
  });

onPage('a page of another role leads to one’s own', { path: '#/supervisor' }, async (page) => {
  await page.locator('desk-desk-page').waitFor();
  await gone(page.locator('desk-supervisor-page'));
  await ring(page, { number: '+819033330004' });
  await seen(page, '呼出中');
});

const openedFor = async (ccpUrl, words, others = []) => {
  const isReady = () => document.querySelector('desk-heading [role=status]');
  const options = { path: `&ccpUrl=${encodeURIComponent(ccpUrl)}`, isReady, others, who: 'ccp' };
  const { page, context } = await openPage(options);
  await page.locator('desk-heading', { hasText: words }).waitFor();
  await page.getByRole('button', { name: '開き直す' }).waitFor();
  return { page, context };
};
test('an instance that the content policy does not allow is said, and waited for no longer', async () => {
  const { context } = await openedFor('https://other.my.connect.aws/ccp-v2/', 'DESK_CONNECT');
  await context.close();
});
test('an instance that may stand in the page and says nothing is said to, in time', async () => {
  const ccpUrl = encodeURIComponent('https://centre.my.connect.aws/ccp-v2/');
  const isReady = () => document.querySelector('desk-heading');
  const { page, context } = await openPage({ path: `&ccpUrl=${ccpUrl}`, isReady, who: 'ccp' });
  await page.locator('desk-heading', { hasText: '接続待ち' }).waitFor();
  await page.clock.fastForward(21_000);
  await page.locator('desk-heading', { hasText: 'Amazon Connectから返事がありません' }).waitFor();
  await context.close();
});
for (const address of ['http://centre.my.connect.aws/ccp-v2/', 'connect', 'javascript:alert(1)'])
  test(`「${address}」 is no instance, and said not to be`, async () => {
    const { context } = await openedFor(address, 'httpsのアドレスではありません');
    await context.close();
  });

const { codeWords, sayProblem, Problem } = await loadOfPage('shared/problems.ts', 'api/problem.ts');
test('there are words for every code that the server refuses by', () => {
  const lacking = Object.keys(statuses).filter((code) => statuses[code] < 500 && !(code in codeWords));
  // The page sends neither.
  assert.deepEqual(lacking, ['malformed_json', 'unsupported_media_type']);
});
test('a refusal is said with its field, and without the library’s own sentence', () => {
  const of = (...errors) => sayProblem(new Problem(422, { ...errors[0], errors }));
  const phone = { code: 'not_a_phone_number', message: 'is none', place: '/command/details/phone' };
  assert.equal(of(phone), '電話番号ではありません');
  assert.equal(of({ ...phone, code: 'too_large' }), '電話番号: 長すぎます');
  assert.equal(of({ code: 'missing_key', message: 'needs party', place: '/command' }), '人数: 足りない項目があります');
  assert.equal(
    of({ code: 'odd', message: 'never heard of', place: '/x' }, phone),
    'うまくいきませんでした、電話番号ではありません',
  );
  assert.equal(sayProblem(new Problem(503, { code: 'contended' })), 'サーバーに届きません。入力は残っています');
});
