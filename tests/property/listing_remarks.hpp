#pragma once

/// Styles of what is said beside the hours: other hours, breaks, exceptions of one date, loose writing.

#include "listing_words.hpp"

namespace listing {

/// お問い合わせ 10:00～16:00
inline Said hours_of_something_else() {
    const Spans spans{lunch(), dinner()};
    const auto other = written(Span{half_hour(9, 10), half_hour(16, 20)});
    const auto remark = any_of({"ハッピーアワー：" + other, "（ハッピーアワー " + other + "）", "お問い合わせ " + other,
                                "電話受付 " + other, "（電話受付は" + other + "）", "（テイクアウトは" + other + "）",
                                "駐車場 " + other, "テラス席は" + other, "予約受付：" + other});
    return closed_on_a_day({written(spans, any_of({" ", "、"})) + any_of({" ", "\n"}) + remark, "", every_day(spans)});
}

/// 9:30～18:00 昼休み13:00～14:00
inline Said a_break() {
    const Span whole{half_hour(9, 11), half_hour(18, 20)}, rest{half_hour(13, 14), half_hour(15, 16)};
    const auto pause = any_of({"昼休み", "中休み", "休憩", "準備中 "}) + written(rest);
    const auto text =
        any_of({written(whole) + " " + pause, written(whole) + "（" + pause + "）", written(whole) + "、" + pause});
    return closed_on_a_day({text, "", every_day({{whole.opens, rest.opens}, {rest.closes, whole.closes}})});
}

/// 11:30～14:00 17:00～22:00（土日祝は通し営業）
inline Said no_break_on_some_days() {
    const Spans spans{lunch(), dinner()};
    const auto days = any_of({"土日祝は", "土・日・祝日は"}), through = any_of({"通し営業", "中休みなし", "休憩なし"});
    const auto text =
        written(spans, any_of({" ", "、"})) + any_of({"（" + days + through + "）", "\n※" + days + through});
    return closed_on_a_day(
        {text, "",
         Rules{{rule({EveryDay{}}, spans), rule(weekend.when(), {{spans[0].opens, spans[1].closes}})}, {}, {}}});
}

/// 通常 11:00～22:00⏎11月3日（火・祝）は10:00～18:00
inline Said hours_of_a_date() {
    const auto span = all_day(), other = all_day();
    const auto date = any_of({"11月3日", "11/3", "11月3日（火・祝）", "11/3(火)"});
    const auto text = any_of({"", "通常 ", "通常営業 "}) + written(span) + any_of({"\n", "　※", "。"}) + date +
                      any_of({"は", "のみ"}) + written(other);
    return {
        text, any_of({"", "無休"}),
        Rules{{rule({EveryDay{}}, {span}), rule({InSeason{date::November / 3, date::November / 3}}, {other})}, {}, {}}};
}

/// 午前十一時半～午後二時
inline Said numerals() {
    const Spans spans = below(2) == 0 ? Spans{lunch(), dinner()} : Spans{all_day()};
    const Words numbers{"", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"};
    const auto time = [&](int at) {
        const auto hour = at / 60 > 12 ? at / 60 - 12 : at / 60;
        return (at < 720 ? "午前" : "午後") + numbers[static_cast<std::size_t>(hour)] + "時" +
               (at % 60 == 0 ? "" : "半");
    };
    Words parts;
    for (const auto span : spans) parts.push_back(time(span.opens) + any_of({"～", "から"}) + time(span.closes));
    return closed_on_a_day({joined(parts, "、"), "", every_day(spans)});
}

/// 11.30～14.30, 1700～2300, 17-23, 11時～14時、17時～22時
inline Said loose_times() {
    const Spans spans = below(2) == 0 ? Spans{lunch(), dinner()} : Spans{all_day()};
    const auto manner = below(5);
    const auto time = [manner](int at) {
        const auto hour = std::to_string(at / 60), minute = two_digits(at % 60);
        switch (manner) {
            case 0:
                return hour + "." + minute;
            case 1:
                return two_digits(at / 60) + minute;
            case 2:
                return hour + "h" + (at % 60 == 0 ? "" : minute);
            case 3:
                return hour + ";" + minute;
            default:
                return hour + "：" + minute;
        }
    };
    Words parts;
    for (const auto span : spans) parts.push_back(time(span.opens) + "～" + time(span.closes));
    const auto both = joined(parts, any_of({"、", " "}));
    if (below(2) == 0) return {both, "", every_day(spans)};
    const auto other = all_day();
    return {"平日 " + written(other) + "\n土日祝 " + both, "", rules({{working, {other}}, {weekend, spans}})};
}

/// OPEN 11:00 / CLOSE 20:00, 11:00開店 20:00閉店, 10:00→18:00
inline Said open_and_close() {
    const auto span = all_day();
    const auto a = written(span.opens), b = written(span.closes);
    return closed_on_a_day({any_of({"OPEN " + a + " / CLOSE " + b, "OPEN " + a + " CLOSE " + b,
                                    a + "開店 " + b + "閉店", a + " open\n" + b + " close", a + "→" + b,
                                    "開店" + a + "、閉店" + b, a + "オープン～" + b + "クローズ"}),
                            "", every_day({span})});
}

/// 月曜から金曜 11:00～22:00
inline Said days_from_to() {
    const auto groups = Groups{{working, some_spans()}, {{{6, 0}}, some_spans()}};
    const auto days = any_of({"月曜から金曜", "月曜日から金曜日まで", "月曜～金曜", "月から金", "月曜日～金曜日は"});
    return {days + " " + written(groups[0].spans, "、") + any_of({" ", "\n", "、"}) +
                any_of({"土曜・日曜 ", "土曜と日曜 ", "土、日曜 "}) + written(groups[1].spans, "、"),
            "", rules(groups)};
}

/// 営業は木曜から日曜の午前11時から午後3時まで
inline Said open_from_day_to_day() {
    const auto span = all_day();
    return {any_of({"木曜から日曜の", "木曜～日曜、", "木～日曜の", "営業は木曜から日曜の"}) +
                written(span, "から", Clock::morning_and_evening) + "まで",
            "", rules({{{{4, 5, 6, 0}}, {span}}})};
}

/// 17:00～24:00 L.O.23:30, ラストオーダーは閉店30分前, 入店は22時まで
inline Said last_orders() {
    const auto spans = Spans{lunch(), dinner()};
    const auto order = written(spans[1].closes - 30);
    Words parts{written(spans[0]), written(spans[1])};
    const auto last = any_of({"（L.O." + order + "）", "(" + order + "LO)", "（ラストオーダー" + order + "）",
                              "（最終入店" + order + "）", "（入店は" + order + "まで）", "　オーダーストップ" + order,
                              "\n※ラストオーダーは閉店30分前", " LO" + order,
                              "（料理L.O. " + order + "／ドリンクL.O. " + order + "）"});
    return closed_on_a_day({joined(parts, any_of({"、", " ", "\n"})) + last, "", every_day(spans)});
}

/// 月曜日、祝日の翌日（土・日曜日を除く）
inline Said after_holidays() {
    const auto span = all_day();
    auto meant = every_day({span});
    meant.closings.push_back({{OnWeekdays{{4}}}});
    meant.closings.push_back({{OnDaysAfterHolidays{}}});
    return {written(span),
            any_of({"木曜日、", "毎週木曜日・"}) + any_of({"祝日の翌日", "祝日の翌日（土・日曜日を除く）", "祝後日"}),
            meant};
}

}  // namespace listing
