import { Problem, mayPass } from '../api/problem.ts';

/** Why something was not done, in an agent's words, by the library's codes. */
const words: Record<string, string> = {
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
  invalid_value: $localize`使えない値があります`,
  wrong_type: $localize`使えない値があります`,
  out_of_range: $localize`使えない値があります`,
  no_such_time: $localize`ない時刻です`,
  too_large: $localize`長すぎます`,
  overlap: $localize`重なっています`,
  too_many_requests: $localize`操作が多すぎます。少し待ってください`,
};
const failed = $localize`うまくいきませんでした`;
const wordOf = (code: string): string => words[code] ?? failed;

/** Why something was not done; the library's own sentence follows, for whoever looks into it. */
export const sayProblem = (error: unknown): string => {
  if (!(error instanceof Problem)) return wordOf(mayPass(error) ? 'unreachable' : 'failed');
  if (error.status === 503) return wordOf('unreachable');
  const codes = [...new Set(error.errors.map(({ code }) => wordOf(code)))];
  const details = error.errors.map(({ place, message }) => `${place} ${message}`.trim()).filter(Boolean);
  return details.length > 0 ? `${codes.join('、')} (${details.join(' / ')})` : codes.join('、');
};
