#pragma once

/// What a listing is made of, drawn at random: meals, groups of days, the times and days in the words of people.

#include <rapidcheck.h>

#include <string>
#include <utility>
#include <vector>

#include <denwaban/hours.hpp>

namespace listing {

using namespace denwaban;
using Words = std::vector<std::string>;

/// Evenly, however small rapidcheck would have it.
inline int below(int most) { return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, most)); }
inline std::string any_of(const Words& words) { return words[static_cast<std::size_t>(below(int(words.size())))]; }
inline std::string joined(const Words& parts, const std::string& between) {
    std::string all;
    for (const auto& part : parts) all += (all.empty() ? "" : between) + part;
    return all;
}

/// Minutes of the day.
struct Span {
    int opens;
    int closes;

    bool operator==(const Span&) const = default;
};
using Spans = std::vector<Span>;

/// On the half hour, both hours included.
inline int half_hour(int first, int last) { return 60 * first + 30 * below(2 * (last - first) + 1); }
inline Span lunch() { return {half_hour(11, 12), half_hour(14, 15)}; }
inline Span dinner() { return {half_hour(17, 18), half_hour(21, 23)}; }
inline Span late_dinner() { return {half_hour(17, 18), half_hour(21, 28)}; }
inline Span all_day() { return {half_hour(8, 11), half_hour(17, 21)}; }
inline Spans some_spans() {
    if (below(2) == 0) return {below(2) == 0 ? all_day() : late_dinner()};
    return {lunch(), late_dinner()};
}

/// Who writes a time, and how.
enum class Clock : std::uint8_t { digital, hours, morning_and_evening, latin, english };

inline std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

inline std::string written(int at, Clock clock = Clock::digital) {
    const auto hour = at / 60, minute = at % 60;
    const auto number = std::to_string(hour), twelve = std::to_string(hour > 12 ? hour - 12 : hour);
    const auto half = [minute](const std::string& of) {
        return of + "時" + (minute == 0 ? "" : minute == 30 ? "半" : std::to_string(minute) + "分");
    };
    switch (clock) {
        case Clock::digital:
            return (hour > 24 ? "翌" + std::to_string(hour - 24) : number) + ":" + two_digits(minute);
        case Clock::hours:
            return half(hour > 24 ? "翌" + std::to_string(hour - 24) : number);
        case Clock::morning_and_evening:
            return half((hour < 12 ? "午前" : "午後") + twelve);
        case Clock::latin:
            return (hour < 12 ? "AM" : "PM") + twelve + ":" + two_digits(minute);
        case Clock::english:
            return twelve + ":" + two_digits(minute) + (hour < 12 ? " AM" : " PM");
    }
    return {};
}

inline std::string written(Span span, const std::string& between = "～", Clock clock = Clock::digital) {
    return written(span.opens, clock) + between + written(span.closes, clock);
}

inline std::string written(const Spans& spans, const std::string& separator, const std::string& between = "～",
                           Clock clock = Clock::digital) {
    Words each;
    for (const auto span : spans) each.push_back(written(span, between, clock));
    return joined(each, separator);
}

/// A group of days: weekdays from Monday to Sunday, 祝日, 祝前日.
struct Days {
    std::vector<unsigned> weekdays;  // 1 is Monday, 0 is Sunday
    bool holidays = false;
    bool eves = false;

    [[nodiscard]] When when() const {
        WeekdaySet set;
        for (const auto weekday : weekdays) set.insert(weekday);
        std::vector<When> any{{OnWeekdays{set}}};
        if (holidays) any.push_back({OnHolidays{}});
        if (eves) any.push_back({OnHolidayEves{}});
        return any.size() == 1 ? any.front() : When{AnyOf{std::move(any)}};
    }
};

inline const Words day_names{"日", "月", "火", "水", "木", "金", "土"};

/// 月～木・日・祝日: three days or more in a row as a range, or each by itself where `range` is empty.
inline std::string named(const Days& days, const std::string& between = "・", const std::string& range = "～",
                         const std::string& day = "") {
    Words parts;
    const auto& all = days.weekdays;
    for (std::size_t first = 0; first < all.size();) {
        auto last = first;
        while (last + 1 < all.size() && all[last + 1] == (all[last] + 1) % 7) ++last;
        if (last - first < 2 || range.empty()) last = first;
        parts.push_back(day_names[all[first]] + day + (last == first ? "" : range + day_names[all[last]] + day));
        first = last + 1;
    }
    if (days.eves) parts.emplace_back("祝前日");
    if (days.holidays) parts.emplace_back("祝日");
    return joined(parts, between);
}

struct Group {
    Days days;
    Spans spans;
};
using Groups = std::vector<Group>;

inline const Days working{{1, 2, 3, 4, 5}};
inline const Days weekend{{6, 0}, true};

/// The whole week in two or three groups, 祝日 and 祝前日 in one of them each.
inline Groups some_groups(Spans (*spans)() = &some_spans) {
    switch (below(4)) {
        case 0:
            return {{working, spans()}, {weekend, spans()}};
        case 1:
            return {{{{1, 2, 3, 4, 0}, true}, spans()}, {{{5, 6}, false, true}, spans()}};
        case 2:
            return {{{{1, 2, 3, 4}}, spans()}, {{{5, 6}}, spans()}, {{{0}, true}, spans()}};
        default:
            return {{{{1, 2, 3, 4, 5, 6}}, spans()}, {{{0}, true}, spans()}};
    }
}

/// As named() has it, or in one word where there is one.
inline std::string called(const Group& group, const std::string& between = "・") {
    const auto& days = group.days;
    if (days.weekdays == working.weekdays && !days.holidays && below(2) == 0) return "平日";
    if (days.weekdays == weekend.weekdays && days.holidays && below(2) == 0) return "土日祝";
    return named(days, between);
}

inline std::vector<Service> services(const Spans& spans) {
    std::vector<Service> all;
    for (const auto span : spans) {
        all.push_back({"", *MinuteOfDay::make(span.opens), *MinuteOfDay::make(span.closes), {}});
    }
    return all;
}

inline Rule rule(When when, const Spans& spans) {
    if (spans.empty()) return {std::move(when), Closed{}, ""};
    return {std::move(when), Open{services(spans)}, ""};
}

inline Rules rules(const Groups& groups) {
    Rules all;
    for (const auto& group : groups) all.rules.push_back(rule(group.days.when(), group.spans));
    return all;
}

inline Rules every_day(const Spans& spans) { return {{rule({EveryDay{}}, spans)}, {}, {}}; }

/// A text, and what whoever wrote it meant.
struct Said {
    std::string open;
    std::string close;
    Rules meant;
};

/// A closing day on which no holiday of the months that are compared falls, or none.
inline Said closed_on_a_day(Said said) {
    if (below(3) == 0) {
        said.close = any_of({"", "無休", "年中無休", "なし"});
        return said;
    }
    const auto weekday = static_cast<unsigned>(3 + below(2));
    said.close = any_of({"毎週", ""}) + day_names[weekday] + any_of({"曜日", "曜", "曜定休", "曜休み"});
    said.meant.closings.push_back({{OnWeekdays{{weekday}}}});
    return said;
}

}  // namespace listing
