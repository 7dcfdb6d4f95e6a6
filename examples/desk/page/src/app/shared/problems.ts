import { Problem, mayPass } from '../api/problem.ts';
import { listed } from './listed.ts';
import { fieldWords } from './words.ts';

/** Why something was not done, in an agent's words, by the library's codes and the desk's own. */
export const codeWords: Record<string, string> = {
  unreachable: $localize`サーバーに届きません。入力は残っています`,
  sign_in_failed: $localize`サインインできませんでした`,
  unauthenticated: $localize`サインインし直してください`,
  forbidden: $localize`この操作はできません`,
  unknown_reference: $localize`見つかりません`,
  not_found: $localize`見つかりません`,
  not_allowed: $localize`今の状態ではできません`,
  no_seat: $localize`空いている席がありません`,
  beyond_limit: $localize`店の決まりを超えています`,
  undecided: $localize`決めきれません。店に確かめてください`,
  stale: $localize`ほかの人が先に変えました。見直してください`,
  duplicate_key: $localize`同じ操作がもう一度送られました`,
  duplicate_id: $localize`もう登録されています`,
  duplicate_number: $localize`その番号はもう使われています`,
  not_a_phone_number: $localize`電話番号ではありません`,
  missing_key: $localize`足りない項目があります`,
  unknown_key: $localize`使えない項目があります`,
  invalid_value: $localize`使えない値があります`,
  wrong_type: $localize`使えない値があります`,
  out_of_range: $localize`使えない値があります`,
  no_such_time: $localize`ない時刻です`,
  naive_datetime: $localize`ない時刻です`,
  unknown_zone: $localize`知らない時間帯です`,
  beyond_horizon: $localize`先の日付すぎて分かりません`,
  too_large: $localize`長すぎます`,
  too_deep: $localize`長すぎます`,
  overlap: $localize`重なっています`,
  never_ends: $localize`終わりがありません`,
  too_many_requests: $localize`操作が多すぎます。少し待ってください`,
  unknown_token: $localize`期限切れです。もう一度お願いします`,
  foreign_token: $localize`期限切れです。もう一度お願いします`,
  lapsed_token: $localize`期限切れです。もう一度お願いします`,
  expired_cursor: $localize`期限切れです。もう一度お願いします`,
};

/** The library's own sentences that say more than their code. */
const sentenceWords: Record<string, string> = {
  'nobody is expected any more': $localize`もういらっしゃらない予約です`,
  'nobody was expected': $localize`いらっしゃる予定の予約ではありません`,
  'nobody is to be seated any more': $localize`もういらっしゃらない予約です`,
  'the party sits already': $localize`もう着席されています`,
  'the party has sat down': $localize`もう着席されています`,
  'the party has left': $localize`もうお帰りです`,
  'the party has not been seated': $localize`まだ着席されていません`,
  'the guest did not come': $localize`いらっしゃらなかった予約です`,
  'the hold has expired': $localize`仮押さえの期限が切れました`,
  'only what is held or requested can be confirmed': $localize`仮押さえか承認待ちだけが確定できます`,
  'only who is held, requested or waiting can be declined': $localize`仮押さえか承認待ちだけがお断りできます`,
  'the restaurant has yet to say yes': $localize`店の承認がまだです`,
  'is not confirmed': $localize`まだ確定していません`,
  'there is nothing to undo': $localize`元に戻すものがありません`,
  'the call is not over': $localize`通話がまだ終わっていません`,
  'is past already': $localize`もう過ぎています`,
  'is not blocked then': $localize`その時間は閉めていません`,
  'must be after it begins': $localize`終わりは始まりより後にしてください`,
  'must be during the stay, and after it begins': $localize`ご滞在の間の時刻にしてください`,
  'must take 1 to 999 chairs': $localize`1名から999名までです`,
  'nobody more can be seated then': $localize`空いている席がありません`,
  'no time is left of the day': $localize`その日はもう時間がありません`,
  'the day has as many as a book holds': $localize`この日の予約帳はいっぱいです`,
  'do not suit the party, or are not for sale': $localize`その卓には合いません`,
  'is a group: choose one of it': $localize`分類です。中から選んでください`,
  'is retired': $localize`もう使わないご用件です`,
  'needs at least one': $localize`一つは選んでください`,
};
const failed = $localize`うまくいきませんでした`;
const wordOf = (code: string): string => codeWords[code] ?? failed;

type Refused = Problem['errors'][number];
/** What it is about, by the last step of its place that has a name; a field that lacks is named by the sentence. */
const fieldOf = ({ code, place, message }: Refused): string => {
  const lacking = code === 'missing_key' ? (/^needs (\w+)$/.exec(message)?.[1] ?? '') : '';
  const steps = [...place.split('/'), lacking];
  return fieldWords[steps.findLast((step) => step in fieldWords) ?? ''] ?? '';
};
const sayOne = (refused: Refused): string => {
  const [field, words] = [fieldOf(refused), sentenceWords[refused.message] ?? wordOf(refused.code)];
  return field && !words.startsWith(field) ? `${field}: ${words}` : words;
};

/** Why something was not done, in the page's language; the library's own sentence is in the console. */
export const sayProblem = (error: unknown): string => {
  console.info(error instanceof Problem ? JSON.stringify(error.errors) : String(error));
  if (!(error instanceof Problem)) return wordOf(mayPass(error) ? 'unreachable' : 'failed');
  if (error.status === 503) return wordOf('unreachable');
  return listed([...new Set(error.errors.map(sayOne))]);
};
