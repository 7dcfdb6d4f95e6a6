// Sixty callers of an evening, to twenty restaurants: who they are, what they want, how long they wait. By the seed, and
// nothing else.

const numbers = (count) => Array.from({ length: count }, (_, i) => i);

/** The restaurants' numbers, as examples/restaurants has them. */
export const lines = numbers(20).map((n) => `+813500000${String(n + 1).padStart(2, '0')}`);

/** Park and Miller's. */
const chance = (seed) => {
  let at = (seed * 2654435761) % 2147483647 || 1;
  const next = (below) => {
    at = (at * 48271) % 2147483647;
    return at % below;
  };
  return { below: next, one: (list) => list[next(list.length)] };
};

const people = [
  ['佐藤', 'サトウ'],
  ['鈴木', 'スズキ'],
  ['高橋', 'タカハシ'],
  ['田中', 'タナカ'],
  ['伊藤', 'イトウ'],
  ['渡辺', 'ワタナベ'],
  ['山本', 'ヤマモト'],
  ['中村', 'ナカムラ'],
  ['小林', 'コバヤシ'],
  ['加藤', 'カトウ'],
  ['吉田', 'ヨシダ'],
  ['山田', 'ヤマダ'],
  ['佐々木', 'ササキ'],
  ['松本', 'マツモト'],
  ['井上', 'イノウエ'],
  ['斎藤', 'サイトウ'],
];
const dates = ['今日', '明日', '明日', '明後日', '今度の金曜日', '今度の土曜日', '来週の水曜日'];
const times = ['18:00', '18:30', '19:00', '19:00', '19:30', '20:00', '21:00'];
const needs = [
  '',
  '',
  '',
  'できれば個室がいいです。',
  'カウンターでお願いします。',
  '窓際だとうれしいです。',
  'ベビーカーがあります。',
];
const allergies = ['', '', '', '', 'えび', '卵', 'そば'];
const questions = [
  '駐車場はありますか。',
  '子ども連れでも大丈夫ですか。',
  'カードは使えますか。',
  'ケーキの持ち込みはできますか。',
];

/** How many of the sixty want what. */
const goals = Object.entries({ book: 32, change: 8, cancel: 6, ask_hours: 5, ask: 4, late: 3, lost: 2 }).flatMap(
  ([goal, count]) => Array(count).fill(goal),
);
const shuffled = (list, { below }) =>
  list.reduceRight(
    (all, _, i) => {
      const j = below(i + 1);
      [all[i], all[j]] = [all[j], all[i]];
      return all;
    },
    [...list],
  );

/** Those who speak English: which of the sixty, who, and when. */
const english = new Map([
  [9, { name: 'Emily Carter', number: '+12065550100', date: 'tomorrow' }],
  [27, { name: 'Tom Becker', number: '+447700900123', date: 'this Saturday' }],
  [44, { name: 'Priya Nair', number: '+819055550144', date: 'tonight' }],
]);
/** Those who show no number. */
const withheld = [13, 36, 51];

const guestOf = (n, goal, dice) => {
  const [name, kana] = people[(n + dice.below(people.length)) % people.length];
  const party = 2 + dice.below(5);
  const more = {
    manner: dice.below(12),
    party,
    children: party > 3 && dice.below(3) === 0 ? 1 : 0,
    date: dice.one(dates),
    time: dice.one(times),
    flexible: dice.one([30, 60, 60, 90]),
    needs: dice.one(needs),
    allergies: dice.one(allergies),
    asks: dice.one(questions),
  };
  const foreigner = english.get(n);
  return foreigner
    ? {
        language: 'en',
        goal: n === 27 ? 'change' : 'book',
        ...more,
        children: 0,
        needs: '',
        allergies: '',
        name: foreigner.name,
        date: foreigner.date,
      }
    : { language: 'ja', goal, name, kana, ...more };
};
const mobile = (n, dice) => `+8190${String(10_000_000 + ((n * 1_299_709 + dice.below(9_000_000)) % 90_000_000))}`;

const clock = (time) => {
  const [hour, minute] = time.split(':').map(Number);
  return `午後${hour - 12}時${minute === 30 ? '半' : ''}`;
};
/** What the bot heard before it handed over, in the shape of a `TalkDesk`'s `HandedOver`. */
const heardOf = ({ name, kana, party, date, time }, caller) => {
  const heard = [
    { slot: 'day', value: date, words: `${date}の` },
    { slot: 'time', value: clock(time), words: `${clock(time).replace('午後', '夜の')}くらい` },
    { slot: 'party', value: `${party}名`, words: `${party}人で` },
    { slot: 'name', value: `${kana}様`, words: name },
  ];
  return {
    purpose: 'book',
    reason: 'asked_for',
    caller: caller ?? '非通知',
    heard,
    message: '',
    held: [],
    unanswered: ['駐車場はありますか'],
    lines: [
      { who: 'machine', text: 'お電話ありがとうございます。ご用件をお話しください。' },
      { who: 'caller', text: `${date}の${clock(time).replace('午後', '夜の')}くらいに${party}人で予約したいんですが` },
      { who: 'machine', text: 'お名前をお願いいたします。' },
      { who: 'caller', text: `${name}です。駐車場はありますか` },
      { who: 'machine', text: '担当者におつなぎいたします。' },
    ],
    notes: `ご用件：ご予約\n引き継ぎの理由：担当者をご希望\n日にち：${date}\nお時間：${clock(time)}\n人数：${party}名\nお名前：${kana}様`,
  };
};

const callerOf = (n, goal, dice, gap) => {
  const guest = guestOf(n, goal, dice);
  const number = withheld.includes(n) ? null : (english.get(n)?.number ?? mobile(n, dice));
  const comesFromBot = guest.language === 'ja' && guest.goal === 'book' && n % 4 === 1;
  return {
    after: n * gap + dice.below(gap),
    number,
    dialled: lines[(n * 7) % lines.length],
    patience: 30_000 + dice.below(90) * 1000,
    attributes: comesFromBot ? { heard: JSON.stringify(heardOf(guest, number)) } : {},
    guest: { ...guest, ...(number === null && { phone: mobile(n, dice) }) },
  };
};

/** Who once was not answered calls again ten minutes later: the n-th of the first, as the m-th. */
const again = new Map([
  [22, 12],
  [48, 38],
]);

/** The evening's callers, in the order in which they call; one every `gap` milliseconds or so. */
export const evening = ({ seed = 1, gap = 60_000 } = {}) => {
  const dice = chance(seed);
  const wants = shuffled(goals, dice);
  const callers = wants.map((goal, n) => callerOf(n, goal, dice, gap));
  return callers.map((caller, n) => {
    if (!again.has(n)) return caller;
    const { number, dialled, guest } = callers[again.get(n)];
    return { ...caller, number, dialled, guest, attributes: {} };
  });
};
