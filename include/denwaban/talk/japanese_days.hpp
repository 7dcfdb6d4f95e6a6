#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/calendar/day_kind.hpp>
#include <denwaban/talk/japanese_time.hpp>
#include <denwaban/talk/weekly_hours.hpp>

namespace denwaban {

/// How days are put into words: 月～金・祝前日 in a listing, 月曜から金曜、祝前日 over the telephone.
struct DayWording {
    std::string_view weekday_suffix;
    std::string_view range;
    std::string_view separator;
};

/// As a listing writes them.
inline constexpr DayWording listed_days{"", "～", "・"};
/// As one says them.
inline constexpr DayWording spoken_days{"曜", "から", "、"};

/// Weekdays in the order of a Japanese week, three or more in a row as a range.
[[nodiscard]] inline std::vector<std::string> japanese_weekday_list(WeekdaySet weekdays, const DayWording& wording) {
    constexpr std::array<unsigned, 7> week{1, 2, 3, 4, 5, 6, 0};
    const auto name = [&](std::size_t place) {
        return std::string{japanese_weekdays[week[place]]} + std::string{wording.weekday_suffix};
    };
    std::vector<std::string> names;
    for (std::size_t first = 0; first < week.size();) {
        auto last = first;
        while (last < week.size() && weekdays.contains(week[last])) ++last;
        if (last - first >= 3) {
            names.push_back(name(first) + std::string{wording.range} + name(last - 1));
        } else {
            for (auto place = first; place < last; ++place) names.push_back(name(place));
        }
        first = last == first ? first + 1 : last;
    }
    return names;
}

/// 月～木・祝前日; 毎日 for all seven weekdays.
[[nodiscard]] inline std::string japanese_days(const DayNames& days, const DayWording& wording) {
    auto names =
        days.every_weekday() ? std::vector<std::string>{"毎日"} : japanese_weekday_list(days.weekdays, wording);
    if (days.holidays) names.emplace_back("祝日");
    if (days.holiday_eves) names.emplace_back("祝前日");
    if (days.days_after_holidays) names.emplace_back("祝後日");
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : std::string{wording.separator}) + name;
    return text;
}

}  // namespace denwaban
