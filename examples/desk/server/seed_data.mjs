/** What a desk has in development: nobody here is anybody. */

export const template = {
  floor_plan: {
    tables: [
      { id: 'C1', most: 1, kind: 'counter', area: 'カウンター' },
      { id: 'C2', most: 1, kind: 'counter', area: 'カウンター' },
      { id: 'C3', most: 1, kind: 'counter', area: 'カウンター' },
      { id: 'C4', most: 1, kind: 'counter', area: 'カウンター' },
      { id: 'T1', most: 2, area: 'ホール' },
      { id: 'T2', most: 2, area: 'ホール' },
      { id: 'T3', least: 2, most: 4, area: 'ホール' },
      { id: 'T4', least: 2, most: 4, area: 'ホール', access: 'wheelchair' },
      { id: 'T5', least: 3, most: 6, area: '窓側' },
      { id: '個室1', least: 2, most: 6, kind: 'private_room', area: '奥' },
      { id: '個室2', least: 4, most: 8, kind: 'private_room', area: '奥' },
    ],
    combinations: [
      { tables: ['T1', 'T2'], least: 3, most: 4 },
      { tables: ['T3', 'T4'], least: 5, most: 8 },
      { tables: ['個室1', '個室2'], least: 9, most: 14 },
    ],
    chains: [{ tables: ['C1', 'C2', 'C3', 'C4'], longest: 4 }],
  },
  policy: {
    buffer: 15,
    turn_times: [
      { most: 2, turn: 90 },
      { most: 99, turn: 120 },
    ],
    pacing: [{ span: 30, covers: 20 }],
    on_limit: { pacing_covers: 'needs_override', lead_time: 'warn' },
  },
};

const visit = (restaurant, booking, date, covers, outcome) => ({ restaurant, booking, date, covers, outcome });

export const customers = [
  {
    id: 'c-yamada',
    name: '山田 太郎',
    kana: 'ヤマダ タロウ',
    phones: ['+819012345678'],
    allergies: ['そば'],
    notes: '窓側の席がお好き。お祝い事が多い。',
    tags: ['常連'],
    visits: [
      visit('r01', 'old-1', '2026-09-04', 4, 'visited'),
      visit('r01', 'old-2', '2026-10-09', 2, 'visited'),
      visit('r04', 'old-3', '2026-10-24', 2, 'visited'),
      visit('r01', 'old-4', '2026-11-06', 6, 'visited'),
    ],
  },
  { id: 'c-yamada-hanako', name: '山田 花子', kana: 'ヤマダ ハナコ', phones: ['+819012345678'], preferences: ['個室'] },
  {
    id: 'c-sato',
    name: '佐藤 健',
    kana: 'サトウ ケン',
    phones: ['+818023456789'],
    notes: '二度、連絡なしで来店されず。',
    visits: [
      visit('r01', 'old-5', '2026-08-14', 8, 'no_show'),
      visit('r03', 'old-6', '2026-10-30', 4, 'no_show'),
      visit('r03', 'old-7', '2026-11-13', 4, 'visited'),
    ],
  },
  {
    id: 'c-suzuki',
    name: '鈴木商事 総務部',
    kana: 'スズキショウジ',
    phones: ['+81352971234'],
    tags: ['法人', '請求書'],
    notes: '接待。領収書は「鈴木商事株式会社」。',
  },
  {
    id: 'c-smith',
    name: 'John Smith',
    phones: ['+12065550100'],
    allergies: ['shellfish'],
    notes: 'English. Vegetarian wife.',
  },
  {
    id: 'c-nakamura',
    name: '中村 由紀',
    kana: 'ナカムラ ユキ',
    phones: ['+81669001234'],
    preferences: ['禁煙', '静かな席'],
  },
  {
    id: 'c-ito',
    name: '伊藤 誠',
    kana: 'イトウ マコト',
    phones: ['+819011112222'],
    notes: '車椅子のお母様と一緒のことがある。',
  },
  { id: 'c-takahashi', name: '高橋 舞', kana: 'タカハシ マイ', phones: ['+819033334444'], allergies: ['えび', 'かに'] },
  { id: 'c-watanabe', name: '渡辺 大輔', kana: 'ワタナベ ダイスケ', phones: ['+817055556666'] },
  { id: 'c-kobayashi', name: '小林 さくら', kana: 'コバヤシ サクラ', phones: ['+819077778888'], tags: ['誕生日 12月'] },
];

export const strangers = ['木村', '斎藤', '井上', '松本', '林', '清水', '山口', '森', '阿部', '池田', '橋本', '石川'];

export const parties = [
  { party: 2, customer: 'c-yamada' },
  { party: 4, customer: 'c-sato' },
  { party: { adults: 2, children: 2 } },
  { party: 6, needs: { kinds: ['private_room'] }, customer: 'c-suzuki' },
  { party: 2 },
  { party: 1, needs: { kinds: ['counter'] } },
  { party: 3, customer: 'c-ito', needs: { access: 'wheelchair' } },
  { party: 2, customer: 'c-takahashi' },
  { party: 5 },
  { party: { adults: 2, infants: 1, strollers: 1 } },
  { party: 8, needs: { kinds: ['private_room'] } },
  { party: 2, customer: 'c-nakamura' },
  { party: 2, customer: 'c-watanabe' },
];

/** Of the hours before the desk was opened, in minutes ago. */
export const calls = [
  {
    ago: 231,
    restaurant: 'r02',
    other: '+819020000002',
    agent: 'tanaka',
    seconds: 95,
    dispositions: [{ code: 'booking.full' }],
  },
  {
    ago: 214,
    restaurant: 'r05',
    other: 'by_caller',
    agent: 'suzuki',
    seconds: 40,
    dispositions: [{ code: 'visit.parking' }],
  },
  {
    ago: 187,
    restaurant: 'r03',
    other: '+818023456789',
    customer: 'c-sato',
    agent: 'suzuki',
    seconds: 130,
    dispositions: [{ code: 'booking.full' }],
  },
  { ago: 165, restaurant: 'r01', other: '+819020000004', agent: 'suzuki', missed: true },
  {
    ago: 151,
    restaurant: 'r09',
    other: '+819020000001',
    agent: 'tanaka',
    seconds: 61,
    dispositions: [{ code: 'visit.parking' }],
  },
  {
    ago: 122,
    restaurant: 'r01',
    other: '+819012345678',
    customer: 'c-yamada',
    agent: 'tanaka',
    seconds: 88,
    dispositions: [{ code: 'lost_property', fields: { item: '黒い傘' } }],
  },
  {
    ago: 96,
    restaurant: 'r04',
    other: '+12065550100',
    customer: 'c-smith',
    agent: 'suzuki',
    seconds: 142,
    promise: 45,
  },
  { ago: 71, restaurant: 'r07', other: '+81352971234', customer: 'c-suzuki', agent: 'tanaka', missed: true },
  {
    ago: 58,
    restaurant: 'r12',
    other: '+819033334444',
    customer: 'c-takahashi',
    agent: 'tanaka',
    seconds: 73,
    promise: 20,
  },
  { ago: 33, restaurant: 'r02', other: '+819020000003', agent: 'suzuki', missed: true },
  {
    ago: 10,
    restaurant: 'r01',
    other: '+818023456789',
    customer: 'c-sato',
    agent: 'suzuki',
    seconds: 52,
    dispositions: [{ code: 'booking.full' }],
  },
];

const heardWords = (restaurant, number, heard, lines) => ({
  restaurant,
  number,
  heard: {
    purpose: 'book',
    reason: 'large_party',
    caller: number,
    heard,
    message: '',
    held: [],
    unanswered: [],
    lines,
    notes: lines.map(({ text }) => text).join('\n'),
  },
});

/** What the bot has heard before it handed over. */
export const heard = [
  heardWords(
    'r01',
    '+819012345678',
    [
      { slot: 'party', value: '10', words: '10人で' },
      { slot: 'time', value: '19:00', words: '7時ごろ' },
      { slot: 'name', value: 'ヤマダ', words: '山田です' },
    ],
    [
      { who: 'caller', text: '10人で7時ごろ行きたいんですけど、山田です。' },
      { who: 'machine', text: '担当者におつなぎいたします。' },
    ],
  ),
  heardWords(
    'r04',
    '+12065550100',
    [{ slot: 'allergies', value: 'えび', words: '海老' }],
    [{ who: 'caller', text: 'アレルギーについて聞きたいです。' }],
  ),
];
