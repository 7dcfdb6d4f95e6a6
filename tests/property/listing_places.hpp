#pragma once

/// More styles, by where they are published.

#include "listing_words.hpp"

namespace listing {

/// 午前11時～午後2時半、午後5時～同9時半。
inline Said newspaper() {
    const Spans spans = below(2) == 0 ? Spans{lunch(), dinner()} : Spans{all_day()};
    const auto range = any_of({"～", "から"}), until = range == "から" ? any_of({"まで", ""}) : "";
    Words parts;
    for (const auto span : spans) {
        auto ends = written(span.closes, Clock::morning_and_evening);
        if (span.opens >= 720 && below(2) == 0) ends.replace(0, std::string{"午後"}.size(), any_of({"同", ""}));
        parts.push_back(written(span.opens, Clock::morning_and_evening) + range + ends + until);
    }
    auto meant = every_day(spans);
    meant.closings.push_back({{OnWeekdays{{3}}}});
    const auto close = any_of({"水曜定休", "水曜休み", "水曜日が定休日", "水曜は休み"});
    const auto text = any_of({"", "営業は", "営業時間は"}) + joined(parts, "、") + "。";
    if (below(2) == 0) return {text + close + "。", "", meant};
    return {text, close + any_of({"。", ""}), meant};
}

/// 平日は午前11時から午後8時まで、土日祝は午前10時から午後7時まで。
inline Said newspaper_by_days() {
    const auto groups = some_groups([] { return Spans{all_day()}; });
    Words parts;
    for (const auto& group : groups) {
        parts.push_back(called(group, "、") + "は" + written(group.spans[0], "から", Clock::morning_and_evening) +
                        "まで");
    }
    return closed_on_a_day({joined(parts, any_of({"、", "。"})) + "。", "", rules(groups)});
}

/// 夜は午後5時半から11時まで, PM5:00～10:00, 昼11:30～2:00 夜5:30～10:00
inline Said twelve_hour_clock() {
    const auto noon = lunch(), evening = dinner();
    const auto hours = [](int at) { return written(at > 720 ? at - 720 : at, Clock::hours); };
    const auto digits = [](int at) { return written(at >= 780 ? at - 720 : at); };
    switch (below(4)) {
        case 0:
            return {any_of({"午後", "夕方", "夜は午後", "夜"}) + hours(evening.opens) + any_of({"～", "から"}) +
                        hours(evening.closes) + any_of({"", "まで"}),
                    "無休", every_day({evening})};
        case 1:
            return {"PM" + digits(evening.opens) + "～" + digits(evening.closes), "", every_day({evening})};
        case 2:
            return {any_of({"昼", "ランチ "}) + written(noon.opens) + "～" + digits(noon.closes) + any_of({" ", "\n"}) +
                        any_of({"夜", "ディナー "}) + digits(evening.opens) + "～" + digits(evening.closes),
                    "", every_day({noon, evening})};
        default:
            return {written(noon, "～", Clock::latin) + any_of({"／", "\n"}) + written(evening, "～", Clock::latin), "",
                    every_day({noon, evening})};
    }
}

/// 開館時間は、午前9時から午後5時までです。ただし、土曜日は午後8時までです。
inline Said town_hall() {
    const auto span = all_day();
    const auto time = [](int at) {
        const auto hour = at / 60 > 12 ? at / 60 - 12 : at / 60;
        return (at < 720 ? "午前" : "午後") + std::to_string(hour) + "時" + (at % 60 == 0 ? "" : "30分");
    };
    auto text = any_of({"営業時間は、", "利用時間　", "開館時間：", ""}) + time(span.opens) + any_of({"から", "～"}) +
                time(span.closes);
    text += any_of({"まで", "までです。"});
    auto meant = every_day({span});
    if (below(2) == 0) {
        const Span longer{span.opens, span.closes + 60};
        meant.rules.push_back(rule({OnWeekdays{{6}}}, {longer}));
        const auto until = "土曜日は" + time(longer.closes) + "まで";
        text += any_of({"（" + until + "）", "　ただし、" + until});
    }
    switch (below(3)) {
        case 0:
            meant.closings.push_back({{OnWeekdays{{1}}}, Displacement::day_after});
            return {text, any_of({"休業日は、", "", "休館日："}) + "毎週月曜日（月曜日が祝日の場合はその翌日）", meant};
        case 1:
            meant.closings.push_back({{AnyOf{{{OnWeekdays{{0}}}, {OnHolidays{}}}}}});
            return {text + any_of({"（日曜日及び祝日を除く）", "（日曜日、祝日を除く）"}), "", meant};
        default:
            meant.closings.push_back({{OnWeekdays{{3}}}});
            return {text, any_of({"毎週水曜日", "水曜日", "休業日　水曜日"}), meant};
    }
}

/// A line a weekday, as maps export it.
inline Said map_export() {
    const auto weekday_spans = some_spans(), weekend_spans = some_spans();
    const auto closed = static_cast<unsigned>(1 + below(5));
    const auto manner = below(4);
    const auto of_day = any_of({" ", ": ", "\t", "\n"});
    const auto no_hours = any_of({"定休日", "休業日", "休み", "定休"});
    Rules meant;
    Words lines;
    for (unsigned day = 1; day <= 7; ++day) {
        const auto weekday = day % 7;
        const auto& spans = weekday == 0 || weekday == 6 ? weekend_spans : weekday_spans;
        const auto name = day_names[weekday] + (manner == 3 ? "" : "曜日");
        if (weekday == closed) {
            lines.push_back(name + of_day + no_hours);
            continue;
        }
        meant.rules.push_back(rule({OnWeekdays{{weekday}}}, spans));
        lines.push_back(name + of_day +
                        (manner == 0   ? written(spans, ", ", "～", Clock::hours)
                         : manner == 1 ? written(spans, "、", "–")
                                       : written(spans, ", ", "～")));
    }
    return {joined(lines, manner == 2 && of_day != "\n" ? any_of({"\n", " | ", "、"}) : "\n"), "", meant};
}

/// Monday: 11:00 AM – 9:00 PM
inline Said english_map_export() {
    const Words names{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    const auto span = all_day();
    const auto closed = static_cast<unsigned>(1 + below(5));
    Rules meant;
    Words lines;
    for (unsigned day = 1; day <= 7; ++day) {
        const auto weekday = day % 7;
        lines.push_back(names[weekday] + ": " + (weekday == closed ? "Closed" : written(span, " – ", Clock::english)));
        if (weekday != closed) meant.rules.push_back(rule({OnWeekdays{{weekday}}}, {span}));
    }
    return {joined(lines, "\n"), "", meant};
}

/// Closed Mondays, Mon-Fri 11:00-14:00
inline Said english() {
    const auto span = all_day();
    const auto time = any_of({written(span, "-"), written(span, " - ", Clock::english)});
    switch (below(3)) {
        case 0: {
            auto meant = every_day({span});
            meant.closings.push_back({{OnWeekdays{{1}}}});
            return {any_of({"Daily ", "", "Open "}) + time,
                    any_of({"Mondays", "Closed on Mondays", "Mon", "Monday", "closed: Mon"}), meant};
        }
        case 1:
            return {"Tue-Sun " + time, any_of({"Mon", "Closed Monday", ""}), rules({{{{2, 3, 4, 5, 6, 0}}, {span}}})};
        default: {
            const auto saturday = lunch();
            return {"Mon-Fri " + time + any_of({", ", " / ", "\n"}) + "Sat " + written(saturday, "-"), "Sun",
                    rules({{{{1, 2, 3, 4, 5}}, {span}}, {{{6}}, {saturday}}})};
        }
    }
}

/// 月｜11:30～14:00｜17:30～21:00, 11:30～14:00 ○ ○ × …
inline Said table() {
    const Spans spans{lunch(), dinner()};
    const auto closed = static_cast<unsigned>(1 + below(5));
    Rules meant = every_day(spans);
    meant.rules.push_back(rule({OnWeekdays{{closed}}}, {}));
    const auto circles = below(2) == 0;
    const auto edge = any_of({"｜", "|", "\t"});
    Words lines, head, marks;
    for (unsigned day = 1; day <= 7; ++day) {
        const auto name = day_names[day % 7];
        const auto line = name + edge;
        head.push_back(name);
        marks.emplace_back(day == closed ? "×" : "○");
        lines.push_back(line + (day == closed ? "休" + edge + "休" : written(spans, edge)));
    }
    if (!circles) return {joined(lines, "\n"), "", meant};
    lines = {"　 " + joined(head, " ")};
    for (const auto span : spans) lines.push_back(written(span) + " " + joined(marks, " "));
    return {joined(lines, "\n"), "", meant};
}

/// 月～木、日、祝日: 17:00～23:00 （料理L.O. 22:00）金、土、祝前日: …
inline Said hotpepper() {
    const auto groups = some_groups();
    std::string text;
    for (const auto& group : groups) {
        text += named(group.days, "、") + ": ";
        for (const auto span : group.spans) {
            text += written(span) + (below(2) == 0 ? " （料理L.O. " + written(span.closes - 30) + "）" : "");
        }
    }
    return closed_on_a_day({text, "", rules(groups)});
}

/// 月・火⏎ 11:30 - 14:30⏎L.O. 14:00⏎水⏎ 定休日
inline Said tabelog() {
    const auto groups = some_groups();
    Words lines;
    for (const auto& group : groups) {
        lines.push_back(named(group.days, "・", ""));
        for (const auto span : group.spans) {
            lines.push_back(" " + written(span, " - "));
            if (below(2) == 0) lines.push_back("L.O. " + written(span.closes - 30));
        }
    }
    return {joined(lines, "\n"), "", rules(groups)};
}

/// 営／11:30～14:00(LO13:30) 休／水曜
inline Said magazine() {
    const auto spans = some_spans();
    auto meant = every_day(spans);
    meant.closings.push_back({{OnWeekdays{{3}}}});
    Words parts;
    for (const auto span : spans) {
        parts.push_back(written(span) + (below(2) == 0 ? "(LO" + written(span.closes - 30) + ")" : ""));
    }
    const auto times = joined(parts, any_of({"、", "／", " "}));
    return {any_of({"営／" + times + " 休／水曜", "[営]" + times + "[休]水曜", "営業時間/" + times + " 定休日/水曜日",
                    "営" + times + "　休水曜", times + " 水曜休", "定休日　水曜日\n営業時間　" + times}),
            "", meant};
}

/// OPEN▷11:00～15:00 CLOSE▷水曜
inline Said profile() {
    const auto spans = some_spans();
    auto meant = every_day(spans);
    meant.closings.push_back({{OnWeekdays{{3}}}});
    const auto times = written(spans, any_of({"/", " / ", "、"}), any_of({"～", "-"}));
    return {any_of({"OPEN▷" + times + "\nCLOSE▷水曜", "🕐" + times + "\n🗓close:水",
                    "☕️ " + times + "\n定休日▶︎水曜日", "open " + times + "\nclose 水曜日",
                    "【時間】" + times + "\n【定休日】水曜"}),
            "", meant};
}

}  // namespace listing
