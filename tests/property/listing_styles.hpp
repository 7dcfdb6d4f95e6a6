#pragma once

/// Who publishes hours in Japan, and how they put them: each style draws a text and what was meant by it.

#include <array>

#include "listing_words.hpp"

namespace listing {

/// 平日 11:00～14:00、17:00～22:00
inline Said days_before() {
    const auto groups = some_groups();
    const auto of_days = any_of({" ", "　", "：", ": "}), of_spans = any_of({"、", "／", " ", "/"});
    Words lines;
    for (const auto& group : groups) lines.push_back(called(group) + of_days + written(group.spans, of_spans));
    return closed_on_a_day({joined(lines, "\n"), "", rules(groups)});
}

/// 【平日】11:00～14:00
inline Said days_before_in_brackets() {
    const auto groups = some_groups();
    const auto brackets = below(3);
    Words lines;
    for (const auto& group : groups) {
        const auto days = called(group), spans = written(group.spans, any_of({"、", " / "}));
        lines.push_back(brackets == 0   ? "【" + days + "】" + spans
                        : brackets == 1 ? "[" + days + "]\n" + spans
                                        : "＜" + days + "＞ " + spans);
    }
    return closed_on_a_day({joined(lines, any_of({"\n", " "})), "", rules(groups)});
}

/// 17:00～24:00（日～木）、17:00～翌3:00（金・土・祝前日）
inline Said days_after_in_brackets() {
    const auto groups = some_groups([] { return Spans{below(2) == 0 ? all_day() : late_dinner()}; });
    const auto manner = below(4);
    Words parts;
    for (const auto& group : groups) {
        const auto days = called(group), span = written(group.spans, "");
        parts.push_back(span + (manner == 0   ? "（" + days + "）"
                                : manner == 1 ? "(" + days + ")"
                                : manner == 2 ? " ※" + days
                                              : " [" + days + "]"));
    }
    return closed_on_a_day({joined(parts, any_of({"、", "\n", "／", " "})), "", rules(groups)});
}

/// 12:00～20:00 火～土⏎
inline Said days_after_on_a_line() {
    const auto groups = some_groups([] { return Spans{below(2) == 0 ? all_day() : late_dinner()}; });
    Words lines;
    for (const auto& group : groups) lines.push_back(written(group.spans, "") + " " + called(group));
    return closed_on_a_day({joined(lines, "\n"), "", rules(groups)});
}

/// 11:00～14:00（土日祝は15:00まで） 17:00～21:30
inline Said other_end_on_some_days() {
    Spans spans{lunch(), dinner()}, others = spans;
    const auto which = static_cast<std::size_t>(below(2));
    others[which].closes += 60;
    const auto days = below(2) == 0 ? weekend : Days{{5, 6}};
    const auto end = written(others[which].closes);
    const auto until = any_of({"は" + end + "まで", "は～" + end, "～" + end});
    const auto exception = any_of({"（" + named(days) + until + "）", "(" + named(days, "") + until + ")"});
    Words parts{written(spans[0]), written(spans[1])};
    parts[which] += exception;
    return closed_on_a_day({joined(parts, any_of({" ", "、", "\n"})), "",
                            Rules{{rule({EveryDay{}}, spans), rule(days.when(), others)}, {}, {}}});
}

/// 17:00～24:00 ※金土は翌2:00まで
inline Said other_end_after_a_mark() {
    const auto span = below(2) == 0 ? all_day() : dinner();
    const Span longer{span.opens, span.closes + 120};
    const Days days = below(2) == 0 ? weekend : Days{{5, 6}, false, true};
    const auto text = written(span) + any_of({" ※", "\n※", "、", "。ただし、"}) + named(days, any_of({"・", "、"})) +
                      "は" + written(longer.closes) + "まで";
    return closed_on_a_day({text, "", Rules{{rule({EveryDay{}}, {span}), rule(days.when(), {longer})}, {}, {}}});
}

/// ランチ 11:30～14:00（平日のみ） ディナー 17:00～22:00
inline Said meal_on_some_days() {
    const Spans spans{lunch(), dinner()};
    const auto of_lunch = below(2) == 0;
    const Spans other{spans[of_lunch ? 1 : 0]};
    const auto on_weekdays = below(2) == 0;
    const auto days =
        any_of(on_weekdays ? Words{"平日のみ", "平日限定"} : Words{"土日祝のみ", "土・日・祝日のみ", "土日祝限定"});
    const auto mark = any_of({"（", "(", " ※"});
    const auto bracket = mark + days + (mark == "（" ? "）" : mark == "(" ? ")" : "");
    const auto between = any_of({" ", "\n", "、"});
    const auto text = "ランチ " + written(spans[0]) + (of_lunch ? bracket : "") + between + "ディナー " +
                      written(spans[1]) + (of_lunch ? "" : bracket);
    const auto rest = rule({OnHolidays{}}, other);
    if (on_weekdays) return {text, "", Rules{{rule({EveryDay{}}, other), rule(working.when(), spans), rest}, {}, {}}};
    return {text, "", Rules{{rule({EveryDay{}}, other), rule(weekend.when(), spans)}, {}, {}}};
}

/// ◆ランチ◆ 月～金 11:30～14:00 … ◆ディナー◆ 毎日 17:00～22:00
inline Said meals_with_their_days() {
    const auto noon = lunch(), other_noon = lunch(), evening = dinner();
    const auto head = [mark = below(4)](const std::string& meal) {
        return mark == 0   ? "◆" + meal + "◆\n"
               : mark == 1 ? meal + "："
               : mark == 2 ? "【" + meal + "】\n"
                           : meal + "　";
    };
    const auto weekday_lunch = "月～金 " + written(noon), weekend_lunch = "土日祝 " + written(other_noon);
    const auto all = any_of({"毎日 ", "全日 ", ""}) + written(evening);
    return {head("ランチ") + weekday_lunch + "\n" + weekend_lunch + "\n" + head("ディナー") + all, any_of({"", "無休"}),
            rules({{working, {noon, evening}}, {weekend, {other_noon, evening}}})};
}

/// 11:00～15:00（水曜を除く）、17:00～21:00; of the last meal, its name tells that it alone is meant
inline Said meal_but_not_on_a_day() {
    const Spans spans{lunch(), dinner()};
    const auto which = static_cast<std::size_t>(below(2));
    Words parts{written(spans[0]), written(spans[1])};
    if (which == 0) {
        parts[0] += any_of({"（水曜を除く）", "（水曜除く）", "(水曜日は休み)", "（水曜休）", "※水曜を除く"});
    } else {
        parts = {"ランチ " + parts[0],
                 "ディナー " + parts[1] + any_of({"（水曜を除く）", "（水曜日除く）", "※水曜を除く"})};
    }
    auto meant = every_day(spans);
    meant.rules.push_back(rule({OnWeekdays{{3}}}, {spans[1 - which]}));
    return {joined(parts, any_of({"、", " ", "\n"})), any_of({"", "無休"}), meant};
}

/// 金土日のみ営業
inline Said open_on_some_days() {
    const Days days = below(2) == 0 ? Days{{5, 6, 0}} : Days{{4, 5, 6}};
    const auto spans = some_spans();
    const auto times = written(spans, "、"), on = named(days, any_of({"・", ""}), any_of({"", "～"}));
    const auto meant = rules({{days, spans}});
    switch (below(4)) {
        case 0:
            return {times, on + "のみ営業", meant};
        case 1:
            return {times, "営業日：" + on, meant};
        case 2:
            return {on + "のみ " + times, "", meant};
        default:
            return {"営業日：" + on + any_of({"\n", "　"}) + "営業時間：" + times, "", meant};
    }
}

/// 日曜の夜、月曜
inline Said closing_of_a_meal() {
    const Spans spans{lunch(), dinner()};
    const auto of_lunch = below(2) == 0;
    const Words meals = below(2) == 0 ? Words{"昼", "夜"} : Words{"ランチ", "ディナー"};
    const auto meal = meals[of_lunch ? 0 : 1];
    const Spans other{spans[of_lunch ? 1 : 0]};
    auto meant = every_day(spans);
    std::string close;
    if (below(2) == 0) {
        close = any_of({"木曜の" + meal, "木曜" + meal, "木曜（" + meal + "のみ）", "木曜（" + meal + "）",
                        "木曜の" + meal + "は休み"});
        meant.rules.push_back(rule({OnWeekdays{{4}}}, other));
    } else {
        close = any_of({"水・木曜の" + meal, "水木の" + meal, "水曜・木曜の" + meal});
        meant.rules.push_back(rule({OnWeekdays{{3, 4}}}, other));
    }
    if (below(2) == 0) {
        close += "、金曜";
        meant.closings.push_back({{OnWeekdays{{5}}}});
    }
    return {meals[0] + " " + written(spans[0]) + " " + meals[1] + " " + written(spans[1]), close, meant};
}

/// 第2・4月曜, 最終水曜
inline Said closing_by_ordinal() {
    const auto spans = some_spans();
    auto meant = every_day(spans);
    const auto close = [&](const std::string& text, OrdinalSet ordinals, WeekdaySet weekdays) {
        meant.closings.push_back({{OnNthWeekdays{ordinals, weekdays}}});
        return text;
    };
    const auto day = any_of({"曜", "曜日"});
    switch (below(5)) {
        case 0:
            return {written(spans, "、"), close(any_of({"第2・4水", "第２・第４水", "第2、第4水"}) + day, {2, 4}, {3}),
                    meant};
        case 1:
            return {written(spans, "、"), close(any_of({"毎月第3木", "第3木"}) + day, {3}, {4}), meant};
        case 2:
            return {written(spans, "、"), close(any_of({"第2・4土日", "第2・4土・日" + day}), {2, 4}, {6, 0}), meant};
        case 3:
            return {written(spans, "、"), close(any_of({"最終木" + day, "月末の木" + day}), {last_ordinal}, {4}),
                    meant};
        default:
            meant.closings.push_back({{OnWeekdays{{4}}}});
            return {written(spans, "、"), close(any_of({"木曜、第1・3水曜", "毎週木曜と第1・3水曜"}), {1, 3}, {3}),
                    meant};
    }
}

/// 月曜（祝日の場合は営業、翌日休み）
inline Said closing_on_holidays() {
    const auto spans = some_spans();
    auto meant = every_day(spans);
    const auto of = [&](OnHoliday on_holiday, const Words& words) {
        meant.closings.push_back({{OnWeekdays{{1}}}, on_holiday});
        return Said{written(spans, "、"), "月曜" + any_of({"日", ""}) + any_of(words), meant};
    };
    switch (below(5)) {
        case 0:
            return of(Displacement::dropped,
                      {"（祝日の場合は営業）", "（祝日は営業）", "(祝日を除く)", "　※祝日の場合は営業"});
        case 1:
            return of(Displacement::day_after, {"（祝日の場合は翌日）", "（月曜が祝日の場合は翌火曜日）",
                                                "（祝日の場合は営業し、翌日休み）", "※祝日の場合は翌日休業"});
        case 2:
            return of(Displacement::next_weekday, {"（祝日の場合は翌平日）", "（祝日に当たるときはその直後の平日）"});
        case 3:
            return of(Displacement::stays, {"（祝日でも休み）", ""});
        default:
            meant.rules.push_back({{OnHolidays{}}, Closed{}, ""});
            return of(Displacement::stays, {"・祝日", "、祝日", "及び祝日"});
    }
}

/// 10月13日～10月16日は休業
inline Said closing_on_dates() {
    const auto spans = some_spans();
    const auto first = static_cast<unsigned>(5 + below(12)), last = first + static_cast<unsigned>(1 + below(5));
    const auto a = std::to_string(first), b = std::to_string(last);
    auto meant = every_day(spans);
    meant.closings.push_back({{InSeason{date::October / first, date::October / last}}});
    const auto period = any_of({"10月" + a + "日～10月" + b + "日", "10月" + a + "日から" + b + "日まで",
                                "10/" + a + "～10/" + b, "10月" + a + "日から10月" + b + "日", "10/" + a + "-" + b});
    const auto text =
        any_of({period + "は休業", period + " 休業", "臨時休業 " + period, period + "は臨時休業いたします。"});
    if (below(2) == 0) return {written(spans, "、"), text, meant};
    return {written(spans, "、") + any_of({"\n", "。", "　※"}) + text, "", meant};
}

/// 4月～10月 9:00～18:00　11月～3月 9:00～17:00
inline Said seasons() {
    const auto summer = all_day(), winter = all_day();
    const auto text = [&](const std::string& months, Span span) {
        return below(2) == 0 ? months + " " + written(span) : months + "：" + written(span);
    };
    const auto a = any_of(
        {"4月～10月", "4月から10月まで", "4～10月", "夏期（4月～10月）", "4月1日～10月31日", "4月1日から10月31日まで"});
    const auto b = any_of(
        {"11月～3月", "11月から3月まで", "11～3月", "冬期（11月～3月）", "11月1日～3月31日", "11月1日から3月31日まで"});
    const auto spans = below(3) != 0 ? text(a, summer) + any_of({"\n", "、", "／"}) + text(b, winter)
                                     : written(summer) + "（" + a + "）、" + written(winter) + "（" + b + "）";
    return closed_on_a_day(
        {spans, "",
         Rules{{rule({InMonths{{4, 5, 6, 7, 8, 9, 10}}}, {summer}), rule({InMonths{{11, 12, 1, 2, 3}}}, {winter})},
               {},
               {}}});
}

}  // namespace listing
