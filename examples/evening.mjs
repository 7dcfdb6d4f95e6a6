// Sunday, 22 November 2026, the eve of 勤労感謝の日: an hour of calls to twenty restaurants, as the Lambda answers them.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const restaurants = fileURLToPath(new URL('restaurants/restaurants.json', import.meta.url));
process.env.DENWABAN_RESTAURANTS = restaurants;
const { answerAt } = await import('./lambda/handler.mjs');
const { serveAtTheDesk } = await import('./evening_desk.mjs');
const { talkToTheBot } = await import('./evening_bot.mjs');
const { reportTheEvening } = await import('./evening_records.mjs');

const lines = JSON.parse(readFileSync(restaurants, 'utf8')).map((restaurant) => restaurant.lines[0].number);
const callers = ['+819012345678', '+81352971234', 'anonymous', '+818023456789', '+12065550100', '+81669001234', null];
const firstCall = Date.parse('2026-11-22T22:30:00+09:00');

/** The event that Amazon Connect sends for the nth call of the hour: one a minute, to each restaurant in turn. */
const call = (n) => {
  const address = callers[n % callers.length];
  return {
    Name: 'ContactFlowEvent',
    Details: {
      ContactData: {
        ContactId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
        Channel: 'VOICE',
        InitiationMethod: 'INBOUND',
        CustomerEndpoint: address && { Address: address, Type: 'TELEPHONE_NUMBER' },
        SystemEndpoint: {
          Address: n === 41 ? '+81350009999' : lines[(n * 7) % lines.length],
          Type: 'TELEPHONE_NUMBER',
        },
        Attributes: {},
        Queue: null,
      },
      Parameters: {},
    },
  };
};

/** Columns on a terminal: Japanese characters take two. */
const width = (text) => [...text].reduce((sum, c) => sum + (c.codePointAt(0) < 0x1100 ? 1 : 2), 0);
const column = (text, columns) => text + ' '.repeat(Math.max(1, columns - width(text)));
const clock = (instant) =>
  new Date(instant).toLocaleTimeString('ja-JP', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit' });

const states = { open: '営業中', closed: '営業時間外', unknown: '不明' };
const destinations = {
  queue: 'オペレーター',
  bot: 'ボット',
  restaurant: '店へ転送',
  voicemail: '留守番電話',
  message: '案内のみ',
  none: 'なし',
};
const callerOf = (answer) =>
  answer.caller === 'number' ? answer.callerNumber : answer.caller === 'withheld' ? '非通知' : '—';
const rowOf = (at, answer) =>
  column(clock(at), 7) +
  column(callerOf(answer), 15) +
  column(answer.restaurantName ?? '（該当なし）', 22) +
  column(states[answer.state], 12) +
  column(answer.reason ?? answer.result, 32) +
  column(destinations[answer.route], 14) +
  `「${answer.route === 'message' ? answer.routeTo : answer.say}」`;

console.log('2026年11月22日（日・祝前日）22:30–23:30 着信と案内\n');
console.log(
  column('時刻', 7) +
    column('発信者', 15) +
    column('店舗', 22) +
    column('状態', 12) +
    column('理由', 32) +
    column('行き先', 14) +
    '聞こえた案内',
);
const counts = {};
const calls = [];
for (let n = 0; n < 60; n++) {
  const at = firstCall + n * 60_000;
  const answer = await answerAt(call(n), at);
  counts[answer.route] = (counts[answer.route] ?? 0) + 1;
  const { ContactId: contact, SystemEndpoint: line } = call(n).Details.ContactData;
  calls.push({ contact, at, caller: answer.callerNumber, dialled: line.Address, route: answer.route });
  console.log(rowOf(at, answer));
}
const summary = Object.entries(counts).map(([route, count]) => `${destinations[route]} ${count}`);
console.log(`\n60件: ${summary.join('、')}`);
if (counts.none !== 1) throw new Error('one call is to a number that nobody has, and only one');
const toAgents = calls.filter(({ route }) => route === 'queue').map(({ at }) => at);
const served = await serveAtTheDesk(toAgents);
await talkToTheBot(firstCall);
await reportTheEvening(calls, served);
