#pragma once

#include <algorithm>
#include <chrono>
#include <limits>
#include <span>

#include <denwaban/core/time_zone.hpp>
#include <denwaban/reservation/period.hpp>

namespace denwaban {

namespace detail {

/// How far a minute is from what is open: 0 while something is.
[[nodiscard]] inline int minutes_from(std::span<const Period> periods, int minute) noexcept {
    int nearest = std::numeric_limits<int>::max();
    for (const auto& period : periods) {
        const int before = period.opens.count() - minute, after = minute - period.closes.count() + 1;
        nearest = std::min(nearest, std::max({before, after, 0}));
    }
    return nearest;
}

}  // namespace detail

/// The business date whose book a moment belongs to: that of the period which is open, as 00:10 is the evening's
/// before; where two are, the one that has just begun. While nothing is open, that of the period which is nearest;
/// where none is, the date on the calendar. `evening_before` and `today` are the periods of the two dates.
[[nodiscard]] inline Date business_date_of(std::span<const Period> evening_before, std::span<const Period> today,
                                           const Now& now) noexcept {
    const auto date = date::floor<date::days>(now.local);
    const auto minute = static_cast<int>(std::chrono::floor<std::chrono::minutes>(now.local - date).count());
    const int night = detail::minutes_from(evening_before, minute + 24 * 60);
    return night < detail::minutes_from(today, minute) ? Date{date - date::days{1}} : Date{date};
}

}  // namespace denwaban
