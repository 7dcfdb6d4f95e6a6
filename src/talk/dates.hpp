#pragma once

#include <optional>
#include <vector>

#include <denwaban/core/time.hpp>

namespace denwaban::talk {

using Days = date::days;

[[nodiscard]] inline unsigned weekday_of(Date date) { return date::weekday{date}.c_encoding(); }
[[nodiscard]] inline Date monday_of(Date date) { return date - Days{(weekday_of(date) + 6) % 7}; }
[[nodiscard]] inline std::vector<Date> days_from(Date first, int count) {
    std::vector<Date> dates;
    for (int day = 0; day < count; ++day) dates.push_back(first + Days{day});
    return dates;
}
[[nodiscard]] inline Date end_of_month(Date first) {
    const date::year_month_day civil{first};
    return Date{civil.year() / civil.month() / date::last};
}
/// 第2土曜; the last for -1.
[[nodiscard]] inline std::optional<Date> nth_weekday(Date month, int nth, unsigned weekday) {
    const date::year_month_day civil{month};
    if (nth < 0) return Date{civil.year() / civil.month() / date::weekday{weekday}[date::last]};
    const auto day = civil.year() / civil.month() / date::weekday{weekday}[static_cast<unsigned>(nth)];
    return day.ok() ? std::optional{Date{day}} : std::nullopt;
}

/// The same by the value of an `ordinal`: of 第2週の金曜, which is one of ten more, the second Friday and that of the
/// second week from Monday, where they differ.
[[nodiscard]] inline std::vector<Date> weekdays_of_ordinal(Date month, int ordinal, unsigned weekday) {
    constexpr int of_week = 10;
    const int nth = ordinal > of_week ? ordinal - of_week : ordinal;
    std::vector<Date> dates;
    if (const auto date = nth_weekday(month, nth, weekday)) dates.push_back(*date);
    if (ordinal <= of_week) return dates;
    const auto by_week = monday_of(month) + Days{7 * (nth - 1) + static_cast<int>((weekday + 6) % 7)};
    const bool is_other = dates.empty() || dates.front() != by_week;
    if (is_other && by_week >= month && by_week <= end_of_month(month)) dates.push_back(by_week);
    return dates;
}

}  // namespace denwaban::talk
