// One agent's seat in two tabs of a browser: the phone is in one of them, and goes to the other with the call and what was typed.
import { answered, asking, comesTo, concerns, date, desk, gone, onPage, says, seen, useDesk } from './page_desk.mjs';

useDesk();

const notes = (page) => page.locator('desk-wrap-up textarea').first();
const elsewhere = (page) => page.getByRole('alert').filter({ hasText: '別のタブで開いています' });
const takeOver = (page) => page.getByRole('button', { name: 'こちらで使う' }).press('Enter');
/** Another tab of the same browser. */
const another = async (context, wrong) => {
  const page = await context.newPage();
  page.on('pageerror', (error) => wrong.push(String(error)));
  await page.goto(`${desk().home}/ja/?as=agent&who=suzuki`);
  return page;
};
const callOf = async (number) => {
  const ask = await asking();
  const { calls } = await ask('find_calls', { restaurant: 'r01', date, limit: 100 });
  return calls.filter(({ call: { other } }) => other === number).map(({ call }) => call);
};

onPage(
  'a call goes from tab to tab, and is noted, recorded and finished once',
  {},
  async (first, { context, wrong }) => {
    const number = '+819044440001';
    await answered(first, { number });
    await notes(first).fill('窓側をご希望');
    await first.locator('#booking-line').fill('2 21:00 移動様');
    const second = await another(context, wrong);
    await elsewhere(second).waitFor();
    await gone(second.locator('desk-call-strip'));
    await takeOver(second);
    await seen(second, '通話中');
    await says(second, 'desk-wrap-up textarea', '窓側をご希望');
    await says(second, '#booking-line', '2 21:00 移動様');
    await elsewhere(first).waitFor();
    await notes(second).fill('窓側をご希望、八時半まで');
    await takeOver(first);
    await seen(first, '通話中');
    await says(first, 'desk-wrap-up textarea', '窓側をご希望、八時半まで');
    await elsewhere(second).waitFor();
    await first.keyboard.press('Alt+q');
    await seen(first, '後処理');
    await concerns(first, 'visit.parking');
    await first.keyboard.press('Alt+Enter');
    await seen(first, '電話はありません');
    const kept = async () =>
      (await callOf(number)).map(({ occurrences, record, notes: typed }) => [
        ...occurrences.map(({ event }) => event).filter((event) => event === 'answered' || event === 'ended'),
        record?.notes ?? typed,
      ]);
    await comesTo(kept, [['answered', 'ended', '窓側をご希望、八時半まで']]);
    // A refresh leaves the phone where it is.
    await first.reload();
    await seen(first, '電話はありません');
    await elsewhere(second).waitFor();
  },
);

onPage(
  'the tab that had the phone is closed in a call: the other says so, and goes on with it',
  {},
  async (first, opened) => {
    const { context, wrong } = opened;
    const number = '+819044440002';
    const second = await another(context, wrong);
    await elsewhere(second).waitFor();
    await answered(first, { number });
    await notes(first).fill('折り返しのお約束');
    await first.close({ runBeforeUnload: false });
    await second.getByRole('alert').filter({ hasText: '閉じられました' }).waitFor();
    await takeOver(second);
    await seen(second, '通話中');
    await says(second, 'desk-wrap-up textarea', '折り返しのお約束');
    await comesTo(async () => (await callOf(number)).length, 1);
  },
);

onPage('another agent in another tab has a seat of their own', {}, async (first, { context, wrong }) => {
  const second = await context.newPage();
  second.on('pageerror', (error) => wrong.push(String(error)));
  await second.goto(`${desk().home}/ja/?as=supervisor&who=tanaka`);
  await seen(second, '電話はありません');
  await seen(first, '電話はありません');
});
