import type { AdapterErrorCode, AgentState, ContactState, Health } from 'denwaban-adapter';
import type { Alternative, Exceeded, Nouns, Proposal, Reservation, Table } from '../api/types.ts';

type Words<K extends string> = Record<K, string>;
type Obstacle = Extract<Proposal, { answer: 'impossible' }>['obstacles'][number];

export const contactWords: Words<ContactState> = {
  unseen: $localize`未確認`,
  in_flow: $localize`案内中`,
  queued: $localize`待ち`,
  incoming: $localize`着信中`,
  pending: $localize`準備中`,
  connecting: $localize`呼出中`,
  connected: $localize`通話中`,
  held: $localize`保留中`,
  conferenced: $localize`三者通話`,
  customer_left: $localize`お客様が退出`,
  monitoring: $localize`モニタリング中`,
  barging: $localize`割り込み中`,
  paused: $localize`一時停止`,
  transferred: $localize`転送済み`,
  missed: $localize`出られず`,
  rejected: $localize`拒否しました`,
  failed: $localize`失敗`,
  ended: $localize`終話`,
  after_contact_work: $localize`後処理`,
  done: $localize`完了`,
};
export const agentWords: Words<AgentState> = {
  unknown: $localize`不明`,
  signed_out: $localize`サインアウト`,
  offline: $localize`オフライン`,
  available: $localize`受付可`,
  not_routable: $localize`離席`,
  ringing: $localize`着信中`,
  dialling: $localize`発信中`,
  on_contact: $localize`対応中`,
  after_contact_work: $localize`後処理`,
  error: $localize`エラー`,
};
export const healthWords: Words<Health['state']> = {
  waiting: $localize`接続待ち`,
  live: $localize`回線 良好`,
  stale: $localize`回線 応答なし`,
  signed_out: $localize`サインアウトされました`,
  disconnected: $localize`回線が切れています`,
  stopped: $localize`停止しました`,
};
export const limitWords: Words<Exceeded['limit']> = {
  not_open: $localize`営業時間を外れる`,
  hours_unknown: $localize`営業時間が不明`,
  last_entry: $localize`最終入店を過ぎる`,
  closing: $localize`閉店を過ぎる`,
  start_grid: $localize`受付時刻の刻みにない`,
  comes_twice: $localize`夏時間の終わりで二度ある時刻（初めのほう）`,
  lead_time: $localize`直前すぎる`,
  cut_off: $localize`締切を過ぎている`,
  furthest_date: $localize`先の日付すぎる`,
  smallest_party: $localize`最少人数に満たない`,
  largest_party: $localize`最大人数を超える`,
  pacing_covers: $localize`同時刻の来店人数を超える`,
  pacing_parties: $localize`同時刻の来店組数を超える`,
  walk_in_time: $localize`当日来店の時刻ではない`,
  table_size: $localize`卓の定員を超える`,
  same_guest: $localize`同じお客様の予約がある`,
  tables: $localize`空席なし`,
};
export const unitWords: Words<NonNullable<Exceeded['unit']>> = {
  minutes: $localize`分`,
  days: $localize`日`,
  covers: $localize`名`,
  parties: $localize`組`,
};
export const obstacleWords: Words<Obstacle> = {
  kinds: $localize`席の種類`,
  areas: $localize`エリア`,
  smoking: $localize`喫煙・禁煙`,
  access: $localize`車椅子`,
  tables: $localize`卓の指定`,
  seller: $localize`店が確保している卓`,
  length: $localize`滞在時間`,
};
export const alternativeWords: Words<Alternative['kind']> = {
  earlier: $localize`前の時刻`,
  later: $localize`後の時刻`,
  split: $localize`分かれて着席`,
  other_seat: $localize`別の席`,
  other_day: $localize`別の日`,
};
export const commitmentWords: Words<Reservation['commitment']> = {
  held: $localize`仮押さえ中`,
  requested: $localize`承認待ち`,
  confirmed: $localize`確定`,
  reconfirmed: $localize`再確認済み`,
  cancelled: $localize`取消済み`,
  declined: $localize`お断り済み`,
  no_show: $localize`無断不来店`,
  lapsed: $localize`期限切れ`,
  waiting: $localize`キャンセル待ち`,
};
export const presenceWords: Words<Reservation['presence']> = {
  expected: $localize`来店前`,
  late: $localize`遅れる連絡あり`,
  partly_arrived: $localize`一部来店`,
  seated: $localize`着席中`,
  left: $localize`退店`,
};
export const kindWords: Words<NonNullable<Table['kind']>> = {
  table: $localize`テーブル`,
  counter: $localize`カウンター`,
  private_room: $localize`個室`,
  tatami: $localize`座敷`,
  terrace: $localize`テラス`,
};
export const reasonWords: Words<Nouns['call_reason']['kind']> = {
  booking_today: $localize`本日の予約`,
  booking_ahead: $localize`先の予約`,
  booking_past: $localize`過去の予約`,
  called_before: $localize`最近の電話`,
  callback_promised: $localize`折り返しの約束`,
  missed_by_us: $localize`出られなかった電話`,
};
/** What is to be done after a call. */
export const whatWords: Record<string, string> = {
  call_back: $localize`折り返し`,
  call_back_at: $localize`折り返し`,
  tell_restaurant: $localize`店に伝える`,
  escalate: $localize`責任者へ`,
};
/** 営業時間外（30分） */
export const exceededWords = ({ limit, by, unit }: Exceeded): string =>
  by > 0 ? `${limitWords[limit]} (${by}${unit ? unitWords[unit] : ''})` : limitWords[limit];
/** What agents say that they are: the states that every instance has, and the simulated one's. */
export const availabilityWords: Record<string, string> = {
  Available: $localize`受付可`,
  Offline: $localize`オフライン`,
  休憩: $localize`休憩`,
  研修: $localize`研修`,
};
/** What may be wrong of what was sent, by the last step of its place. */
export const fieldWords: Record<string, string> = {
  phone: $localize`電話番号`,
  number: $localize`電話番号`,
  other: $localize`電話番号`,
  name: $localize`お名前`,
  party: $localize`人数`,
  begin: $localize`開始時刻`,
  end: $localize`終了時刻`,
  date: $localize`日付`,
  at: $localize`日時`,
  table: $localize`卓`,
  tables: $localize`卓`,
  wanted_tables: $localize`卓`,
  needs: $localize`ご希望`,
  note: $localize`メモ`,
  hours: $localize`営業時間`,
  closed: $localize`定休日`,
  booking: $localize`予約`,
  dispositions: $localize`ご用件`,
  restaurant: $localize`店`,
  callee: $localize`お客様の番号`,
  text: $localize`お店への申し送り`,
};
/** Why the phone did not do what it was asked. */
export const phoneWords: Words<AdapterErrorCode> = {
  failed: $localize`電話が受け付けませんでした`,
  timed_out: $localize`まだ反映されていません`,
  gone: $localize`この電話はもうありません`,
  disposed: $localize`電話は閉じられました`,
  not_possible: $localize`今はできません`,
  ambiguous: $localize`どの電話かを選んでください`,
};
