#include <array>

#include "words.hpp"

namespace denwaban::talk {

namespace {

/// Values of parts of a day: as `PartOfDay` has them; 9 for the small hours.
constexpr auto time_rows = std::to_array<Row>({
    {Word::part, 2, "朝 あさ 午前 ごぜん 午前中 朝イチ 朝一 am モーニング"},
    {Word::part, 3, "昼 お昼 ひる おひる ランチ ランチタイム 昼間 お昼時 昼食 お昼ごはん お昼ご飯 お昼頃"},
    {Word::part, 4, "午後 ごご 昼過ぎ 昼すぎ お昼過ぎ お昼すぎ pm"},
    {Word::part, 5, "夕方 ゆうがた 夕刻 夕"},
    {Word::part, 6,
     "夜遅く 夜遅め 夜 よる 晩 ばん ディナー ディナータイム 夕食 夕飯 夜ご飯 晩ご飯 晩御飯 夕ご飯 夜ごはん"},
    {Word::part, 9, "深夜 しんや 夜中 よなか 真夜中 明け方"},
    {Word::part, 0,
     "開くのと同時 開くと同時 お店が開くのと同時 お店が開くと同時 開店に合わせて 開店と同時 開店時間 開店すぐ "
     "開店してすぐ 開店直後 オープンと同時 オープン時間 オープンすぐ かいてんとどうじ "
     "一番早い時間 一番早い時間帯 いちばん早い時間 一番最初の時間 最初の時間 最初の回 最初の枠 一番早い枠 一番早い回 "
     "一番早いところ 一番早いの 最短の時間 "
     "開店時 開店の時間 開店したら"},
    {Word::part, 1,
     "閉店まで ラストの時間 最後の枠 一番遅い時間 最終の時間 ラストまで 一番最後の時間 最後の時間 最後の回 "
     "一番最後の回 "
     "一番最後の枠 一番遅い時間帯 いちばん遅い時間 一番遅い枠 一番遅い回 最終の枠 最終の回 最終枠 ラストの枠 "
     "ラストの回 "
     "閉店ぎりぎり 閉店ギリギリ"},
    {Word::part, 7, "早めの時間 早め はやめ 早い時間 早めの時間帯 早い時間帯"},
    {Word::part, 8, "遅めの時間 遅め おそめ 遅い時間 遅めの時間帯 遅い時間帯"},
    {Word::noon, 0, "正午 しょうご お昼ちょうど"},
    {Word::half, 0, "半 はん"},
    {Word::before, 0, "前 まえ ちょっと前 少し前"},
    {Word::past, 0, "過ぎ すぎ 回った頃 まわったくらい ちょっと過ぎ 少し過ぎ"},
    {Word::about, 0,
     "頃 ごろ ころ くらい ぐらい ほど 程度 前後 あたり 辺り 位 ちょい ちょっと 弱 強 ちょっとくらい くらいの ぐらいの "
     "ほどの "
     "ごろの 頃の ころの くらいで"},
    {Word::onward, 0, "以降 いこう 以後 より後 から後 からあと"},
    {Word::between, 0, "の間 のあいだ 間 あいだ の間くらい のどこか"},
    {Word::time_topic, 0, "時間 時刻 お時間 じかん 時間帯 開始時間"},
    {Word::filler, 0, "何時 なんじ 時間くらい 同時"},
    {Word::sooner, 0,
     "最初のやつ 前のやつ 先のやつ 早いやつ 先に言った 最初に言った 早いほう 早い方 はやいほう 最初のほう 最初の方 "
     "前者 先のほう 先の方 一つ目 1つ目 ひとつめ 早いの 最初ので "
     "最初のがいい 最初のでお願い 一番目 1番目 一個目 1個目"},
    {Word::later, 0,
     "最後のやつ 二個目のやつ あとに言った 後に言った 遅いほう 遅い方 おそいほう 遅いやつ 後のやつ あとのやつ 後のほう "
     "後の方 あとのほう 後者 二つ目 2つ目 ふたつめ "
     "最後ので 最後のがいい 二番目 2番目 二個目 2個目 "
     "遅いの"},
});

/// What follows a figure. Of the last word the value is its number of days, or what it is by.
constexpr auto counter_rows = std::to_array<Row>({
    {Word::hour, 0, "時 じ 字 児"},
    {Word::minute, 0, "分 ふん ぷん"},
    {Word::month, 0, "月 がつ の月"},
    {Word::day_of_month, 0, "日 にち"},
    {Word::year_number, 0, "年"},
    {Word::people, 0, "人 にん ニン 名 めい 名様 めいさま 人様 名さま 人さま 人分 にんぶん 名分 人連れ 名連れ 人組"},
    {Word::days_after, 1, "日後 にちご 日あと 日先"},
    {Word::known_day, 0, "日後ろ 日うしろ"},
    {Word::weeks_after, 7, "週間後 しゅうかんご 週間あと 週後 週間先"},
    {Word::minutes_after, 1, "分後"},
    {Word::minutes_after, 60, "時間後 時間半後"},
    {Word::yen, 1, "円 えん"},
    {Word::age, 0, "歳 さい 才 歳児 ヶ月 か月 カ月 ヵ月 ヶ月の"},
    {Word::duration, 0, "時間後ろ 分後ろ 時間うしろ 分うしろ"},
    {Word::duration, 0,
     "時間 じかん 時間半 分間 日間 週間 泊 晩 時間前 日前 年前 週間前 ヶ月前 か月前 カ月前 ヶ月後 か月後 カ月後 年後 "
     "年生 年ぶり "
     "周年 年目 人目 年間"},
    {Word::counted, 0,
     "日目 人目 時的 日生まれ 月生まれ 人暮らし 人ぐらし 人旅 人っ子 人一首 人の世界 回 回目 品 個 本 台 枚 階 番 番目 "
     "丁目 番地 度 つ 種類 次会 席 杯 皿 人席 "
     "人掛け 人がけ 名掛け 名がけ 人用 人部屋 人乗り 件 店舗 号 "
     "号車 号室 "
     "合 切れ 皿 着 匹 頭 冊 文字 キロ 円分 割 時代 人とも 人きり部屋 番線 番出口 番口 両目 緒 般 旦 応 度目 ポイント "
     "点 "
     "駅 部 部屋 校 級 組 緒に 様に 様な 生 種 味 致 般的 泊 万人 メートル km m %"},
});

}  // namespace

std::span<const Row> time_words() { return time_rows; }
std::span<const Row> counters() { return counter_rows; }

}  // namespace denwaban::talk
