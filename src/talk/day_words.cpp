#include <array>

#include "words.hpp"

namespace denwaban::talk {

namespace {

constexpr std::array holiday_names{
    "元日",       "成人の日", "建国記念の日", "天皇誕生日", "春分の日", "昭和の日",     "憲法記念日", "みどりの日",
    "こどもの日", "海の日",   "山の日",       "敬老の日",   "秋分の日", "スポーツの日", "文化の日",   "勤労感謝の日",
};

/// Values: days from today, -9 for some day behind us; 100 · month + day; days of a week from Sunday; which span, which
/// rule (see days.cpp).
constexpr auto days_rows = std::to_array<Row>({
    {Word::relative_day, 0, "今日 本日 きょう ほんじつ 今日中 きょうじゅう"},
    {Word::relative_day, 0, "今から いまから これから 今すぐ いますぐ", Cue::may_come},
    {Word::relative_day, 1, "明日 あした あす みょうにち 明日中"},
    {Word::relative_day, 2, "明後日 あさって みょうごにち"},
    {Word::relative_day, 3, "しあさって 明々後日 明明後日 みょうみょうごにち"},
    {Word::relative_day, -1, "昨日 きのう さくじつ ゆうべ 昨夜 昨晩"},
    {Word::year, -1, "去年 きょねん 昨年 おととし 一昨年 前の年"},
    {Word::month_of, -1, "先月 せんげつ"},
    {Word::relative_day, -2, "おととい 一昨日"},
    {Word::relative_day, -9, "昔 むかし この前 この間 こないだ このあいだ 前回 先日 以前 さっき さきほど 先ほど"},
    {Word::relative_night, 0, "今晩 今夜 こんばん こんや 今宵"},
    {Word::relative_night, 1, "明晩 みょうばん 明日夜"},
    {Word::relative_morning, 0, "今朝 けさ"},
    {Word::relative_morning, 1, "明朝 みょうちょう 翌朝"},
    {Word::cue, 0, "こんにちは こんばんは こんにちわ こんばんわ おはようございます", Cue::hello},

    {Word::known_day, 0, "その日 そのひ 同じ日 おなじ日 おなじひ 当日 同日 その当日"},
    {Word::known_day, 1, "1日遅く 一日遅く"},
    {Word::known_day, -1, "1日早く 一日早く"},
    {Word::known_day, 1,
     "そのまた次の日 そのまた翌日 またその次の日 そのさらに次の日 その次の日 そのつぎの日 次の日 つぎの日 つぎのひ "
     "翌日 よくじつ その翌日"},
    {Word::known_day, 2, "翌々日 その翌々日"},
    {Word::known_day, -1, "その前の日 前の日 まえの日 まえのひ その前日"},
    {Word::known_day, 7, "翌週の同じ曜日 次の週の同じ曜日 翌週 次の週 一週間ずらして 1週間ずらして"},
    {Word::offset_day, -1, "前日 前の日 ぜんじつ まえの日 まえのひ"},
    {Word::offset_day, -7, "前の週 前週 その前の週"},
    {Word::offset_day, 1, "翌日 次の日 よくじつ 明け"},

    {Word::week, 0, "今週 こんしゅう 今週中"},
    {Word::week, 1, "来週 らいしゅう"},
    {Word::week, 2, "再来週 さらいしゅう 来々週 さ来週 さ来々週"},
    {Word::week, -1, "先週 せんしゅう 先々週"},
    {Word::head_of, 0, "頭 あたま 前半の頭 はじめ 初め"},
    {Word::coming, 1, "今度の 今度 こんどの こんど"},
    {Word::coming, 9, "その次の そのつぎの そのまた次の"},
    {Word::coming, 11, "その前の その直前の その手前の"},
    {Word::coming, 10, "次の次の つぎのつぎの"},
    {Word::known_day, 7, "その次の日曜 その次の日曜日"},
    {Word::coming, 2, "次の つぎの 次回の 一番近い 直近の"},
    {Word::ordinal, 1, "最初の いちばん最初の 第一 第1 だいいち"},
    {Word::ordinal, 2, "第二 第2 だいに"},
    {Word::ordinal, 3, "第三 第3 だいさん"},
    {Word::ordinal, 4, "第四 第4 だいよん"},
    {Word::ordinal, 5, "第五 第5"},
    {Word::ordinal, 11, "第一週の 第1週の 第一週 第1週 第一週目の 第1週目の"},
    {Word::ordinal, 12, "第二週の 第2週の 第二週 第2週 第二週目の 第2週目の"},
    {Word::ordinal, 13, "第三週の 第3週の 第三週 第3週 第三週目の 第3週目の"},
    {Word::ordinal, 14, "第四週の 第4週の 第四週 第4週 第四週目の 第4週目の"},
    {Word::ordinal, -1, "最後の さいごの 最終"},

    {Word::weekday, 0, "日曜日 日曜 にちようび にちよう"},
    {Word::weekday, 1, "月曜日 月曜 げつようび げつよう"},
    {Word::weekday, 2, "火曜日 火曜 かようび かよう"},
    {Word::weekday, 3, "水曜日 水曜 すいようび すいよう"},
    {Word::weekday, 4, "木曜日 木曜 もくようび もくよう"},
    {Word::weekday, 5, "金曜日 金曜 きんようび きんよう 花金 華金"},
    {Word::weekday, 6, "土曜日 土曜 どようび どよう 土用日 土用の日 土用"},
    {Word::same_weekday, 0, "同じ曜日 おなじ曜日 おなじようび 同じようび"},
    {Word::working_day, 0, "平日 へいじつ"},
    {Word::month, 12, "師走 しわす"},
    {Word::weekend, 9, "金土日"},
    {Word::weekend, 0, "週末 しゅうまつ 土日 どにち"},
    {Word::weekend, 1, "今週末 こんしゅうまつ 今週の週末"},
    {Word::weekend, 2, "来週末 らいしゅうまつ 来週の週末"},
    {Word::weekend, 3, "再来週末"},
    {Word::week, 3, "週明け しゅうあけ"},

    {Word::month_of, 0, "今月 こんげつ 当月 今月中 月内"},
    {Word::month_of, 1, "来月 らいげつ"},
    {Word::month_of, 2, "再来月 さらいげつ さ来月"},
    {Word::year, 0, "今年 ことし 本年 今年中 年内 年内の"},
    {Word::year, 1, "来年 らいねん 年明け 年が明けて"},
    {Word::year, 2, "再来年"},
    {Word::month_end, 0, "月末 げつまつ 末日 今月末 こんげつまつ"},
    {Word::month_end, 1, "来月末 らいげつまつ 来月の月末"},
    {Word::month_end, -1, "末 終わり"},
    {Word::month_third, 0, "上旬"},
    {Word::month_third, 1, "中旬"},
    {Word::month_third, 2, "下旬"},

    {Word::fixed_day, 1231, "大晦日 大みそか おおみそか"},
    {Word::fixed_day, 101, "元旦 がんたん 元日 がんじつ"},
    {Word::fixed_day, 1224, "クリスマスイブ クリスマスイヴ クリスマス・イブ イブ イヴ"},
    {Word::fixed_day, 1225, "クリスマス クリスマス当日"},
    {Word::fixed_day, 214, "バレンタイン バレンタインデー"},
    {Word::fixed_day, 314, "ホワイトデー"},
    {Word::fixed_day, 303, "ひな祭り 雛祭り ひなまつり 桃の節句"},
    {Word::fixed_day, 707, "七夕 たなばた"},
    {Word::fixed_day, 1031, "ハロウィン ハロウィーン"},
    {Word::fixed_day, 1115, "七五三の日"},
    {Word::fixed_day, 1122, "いい夫婦の日"},
    {Word::fixed_day, 1223, "イブイブ クリスマスイブイブ"},
    {Word::rule_day, 0, "母の日"},
    {Word::rule_day, 1, "父の日"},
    {Word::span, 0, "お盆 おぼん お盆休み"},
    {Word::span, 1, "三が日 三ヶ日 さんがにち お正月 おしょうがつ 正月"},
    {Word::span, 2, "ゴールデンウィーク ゴールデンウイーク gw"},
    {Word::span, 3, "シルバーウィーク シルバーウイーク"},
    {Word::span, 4, "連休 れんきゅう 三連休 3連休 四連休 4連休 大型連休"},
    {Word::span, 5, "年末年始 ねんまつねんし"},
    {Word::span, 6, "年末 ねんまつ 暮れ"},
    {Word::span, 7, "年始"},
    {Word::first_of, 0, "初日 しょにち"},
    {Word::middle_of, 0, "中日 なかび 真ん中の日 真ん中"},
    {Word::last_of, 0, "最終日 さいしゅうび 最後の日に 最後の日で 最後の日、"},
    {Word::holiday, 0, "祝日 しゅくじつ 祭日 祝祭日"},
    {Word::holiday_eve, 0, "祝前日 祝日前 休前日 しゅくぜんじつ"},
    {Word::holiday_name, 1, "成人の日 成人式の日"},
    {Word::holiday_name, 2, "建国記念の日 建国記念日"},
    {Word::holiday_name, 3, "天皇誕生日"},
    {Word::holiday_name, 4, "春分の日"},
    {Word::holiday_name, 5, "昭和の日"},
    {Word::holiday_name, 6, "憲法記念日"},
    {Word::holiday_name, 7, "みどりの日"},
    {Word::holiday_name, 8, "こどもの日 子どもの日 子供の日"},
    {Word::holiday_name, 9, "海の日"},
    {Word::holiday_name, 10, "山の日"},
    {Word::holiday_name, 11, "敬老の日"},
    {Word::holiday_name, 12, "秋分の日"},
    {Word::holiday_name, 13, "スポーツの日 体育の日"},
    {Word::holiday_name, 14, "文化の日"},
    {Word::holiday_name, 15, "勤労感謝の日"},
    {Word::day_topic, 0, "日は 日にち 日付 お日にち 日程 ひにち にってい 日時 予約日 日取り"},
    {Word::filler, 0,
     "木曜の木 木曜日の木 土曜の土 土曜日の土 月曜の月 月曜日の月 火曜の火 水曜の水 水曜日の水 金曜の金 金曜日の金 "
     "何日 何曜日 毎日 毎週 日によって 一日中 1日中 一日何 1日何 一日限定 1日限定 一日に何 1日に何 休日 平日限定"},

    {Word::others, 0,
     "新幹線が 新幹線は 飛行機は 電車が 電車は 電車の バスが バスは 終電が 終電は 終バスが 飛行機が 仕事が 仕事は "
     "会議が 会議は 学校が 学校は "
     "塾が "
     "映画が ライブが コンサートが 式が 隣の店 隣のお店 前の店 前のお店 他の店 ほかの店 他のお店 ほかのお店 別の店 "
     "別のお店 よその店 よそのお店 うちの店 友人の店 友達の店 知り合いの店 テレビで"},
    {Word::deed, 0,
     "電話した 電話しました 電話したんです 電話したんやけど お電話した お電話しました 電話をした 電話かけた 閉まって "
     "閉まった "
     "終わった 終わってから 終わったら 終わるので 終わるんで 終わるんです 終わり次第 生まれ 生まれなんです "
     "閉めるんです "
     "閉めます 閉まるんです 閉まります 開店なんです 始まるんです 始まるので 見ました 出るんです 出るので 出るんで "
     "結婚しました 買いました"},
    {Word::deed, 0, "電話をした者 電話した者 お電話した者 電話したもの", Cue::have},
    {Word::deed, 1,
     "行ったんです 行ったんやけど 行った時 行ったとき 行ったことが 行った者 行ったもの 行きました 行ってきました "
     "伺った 伺いました お邪魔した お邪魔しました 食べました 食べた 食べてた 来ました 来たことが 来た時 来たとき "
     "来た者 来店した 来店しました 訪れた 利用した 利用しました 利用させてもらった 利用させていただいた "
     "利用させて頂いた 使わせてもらった 使わせてもらいました 使わせていただいた 使わせていただきました "
     "使わせて頂いた 使わせてもろた 使った者 使ったもの 使ったんです 使いました 使ってた 使ったことが 使った時 "
     "使ったとき 座った者 座ったんです 座りました 座らせてもらった 座ってた 通された 通してもらった "
     "通していただいた 食事した 食事をした 食事しました 食事をしました 食事させてもらった 食事させていただいた "
     "飲んだ者 飲んだんです 飲みました 飲んでた 過ごした 過ごしました 祝ってもらった 祝っていただいた "
     "お祝いしてもらった お祝いしていただいた お世話になった お世話になりました 頼みました 頼んだ者 頼んだんです "
     "注文しました 注文した者 注文したんです いただいた者 いただいたんです 待ちました 待った 待ってた 並びました"},
    {Word::filler, 0, "とうきょう とうきょうと きょうと きょうだい きょうとう"},
    {Word::filler, 0, "行ったら 電話したら 食べたら 行った場合 混んでました 混んでいました 混んでた"},
    {Word::filler, 0,
     "さっき言った さっきも言った さっき言いました さっきも言いました さっき言うた さっきも言うた さっき伝えた "
     "さっきお伝えした 先ほど言った 先ほども言った 先ほど申し上げた 先ほども申し上げた 先ほど申しました "
     "先ほどお伝えした "
     "先ほども申しました 先ほどお話しした さきほど申し上げた さきほど言った 前に言った"},
    {Word::except, 0, "以外 以外で 以外なら 以外でお願いします いがい は除いて を除いて"},
    {Word::day_of_month, 1, "ついたち 朔日"},
    {Word::day_of_month, 2, "ふつか"},
    {Word::day_of_month, 3, "みっか"},
    {Word::day_of_month, 4, "よっか"},
    {Word::day_of_month, 5, "いつか"},
    {Word::day_of_month, 6, "むいか"},
    {Word::day_of_month, 7, "なのか"},
    {Word::day_of_month, 8, "ようか"},
    {Word::day_of_month, 9, "ここのか"},
    {Word::day_of_month, 10, "とおか とうか"},
    {Word::day_of_month, 14, "じゅうよっか"},
    {Word::day_of_month, 20, "はつか"},
    {Word::day_of_month, 24, "にじゅうよっか"},
});

}  // namespace

std::span<const Row> day_words() { return days_rows; }

std::string_view holiday_named(std::int16_t place) { return holiday_names.at(static_cast<std::size_t>(place)); }

}  // namespace denwaban::talk
