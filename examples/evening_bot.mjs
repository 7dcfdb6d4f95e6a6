// The evening's callers at the machine: three conversations, word for word, upon a book of their own.
import { KeptRestaurants, Restaurant, SqliteLedger, TalkDesk } from 'denwaban';

const restaurant = Restaurant.fromJson({
  id: 'r08',
  name: '花丸',
  hours: {
    rules: [{ when: 'every_day', services: [{ opens: '17:00', closes: '23:00', last_order: { food: '21:30' } }] }],
  },
});
const template = { floor_plan: { tables: [{ id: 'A', most: 4 }] } };
const policy = { answers: { ask_parking: '店の向かいに3台分ございます。' } };

/** What callers say, in turn. */
const callers = [
  {
    title: 'ご予約',
    phone: '+819012345678',
    says: [
      '27日の夜7時に大人2人と子ども1人で予約したいんですけど、駐車場ってありますか',
      'やまだです',
      'はい、お願いします',
      '大丈夫です',
    ],
  },
  {
    title: '満席、ほかのお時間で',
    phone: '+818023456789',
    says: ['予約をお願いします', '27日の7時から2人で', 'じゃあ9時で', '佐藤です', 'お願いします', 'ないです'],
  },
  {
    title: '担当者へ',
    phone: 'anonymous',
    says: ['27日に予約したいのですが', '20人です', '夜の7時です'],
  },
];

/** A call from the greeting to its end, as two columns of who says what. */
const talk = async (desk, { title, phone, says }, number, now) => {
  console.log(`\n【${title}】`);
  let turn = desk.greet({ id: `evening-bot-${number}`, caller: phone }, now);
  console.log(`  ☎ ${turn.say.text}`);
  for (const [place, text] of says.entries()) {
    console.log(`  ☺ ${text}`);
    turn = await desk.hear(turn.conversation, { id: String(place), text }, now);
    console.log(`  ☎ ${turn.say.text}`);
  }
  if (turn.listen !== null) throw new Error(`${title} is not over`);
  if (turn.handOver) console.log(turn.handOver.notes.replace(/^/gm, '  ▸ '));
};

/** Lets the callers talk to the machine at that moment. */
export const talkToTheBot = async (now) => {
  const ledger = await SqliteLedger.open(':memory:');
  const kept = new KeptRestaurants(ledger);
  await kept.put(restaurant, { now });
  await kept.putBookTemplate(restaurant.id ?? 'r08', template, { now });
  const desk = new TalkDesk(ledger, restaurant, { policy });
  console.log('\nボットとの会話');
  for (const [number, caller] of callers.entries()) await talk(desk, caller, number, now);
  await ledger.close();
};
