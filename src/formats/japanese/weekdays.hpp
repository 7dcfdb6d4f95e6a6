#pragma once

#include <optional>

#include <denwaban/hours/when.hpp>

namespace denwaban::formats::japanese {

/// Whether two sets share a day.
[[nodiscard]] inline bool meet(WeekdaySet a, WeekdaySet b) {
    for (unsigned weekday = 0; weekday < 7; ++weekday) {
        if (a.contains(weekday) && b.contains(weekday)) return true;
    }
    return false;
}

/// Whether the second set has every day of the first.
[[nodiscard]] inline bool within(WeekdaySet a, WeekdaySet b) {
    for (unsigned weekday = 0; weekday < 7; ++weekday) {
        if (a.contains(weekday) && !b.contains(weekday)) return false;
    }
    return true;
}

/// 土, 日, 土日.
[[nodiscard]] inline bool is_of_weekend(WeekdaySet weekdays) {
    return !weekdays.empty() && !meet(weekdays, {1, 2, 3, 4, 5});
}

/// The day of a set of one.
[[nodiscard]] inline std::optional<unsigned> only_one(WeekdaySet weekdays) {
    std::optional<unsigned> one;
    for (unsigned weekday = 0; weekday < 7; ++weekday) {
        if (!weekdays.contains(weekday)) continue;
        if (one) return std::nullopt;
        one = weekday;
    }
    return one;
}

}  // namespace denwaban::formats::japanese
