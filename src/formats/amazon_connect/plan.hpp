#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "schedule.hpp"

namespace denwaban::formats::amazon_connect {

/// Days in a row, each with its hours by their place among the kinds that there are. The first kind is closed.
struct Days {
    Date first;
    std::vector<Minutes> kinds;
    std::vector<std::size_t> slices_of_kind;
    std::vector<std::size_t> kind_of_day;

    Days(const std::vector<Minutes>& hours, Date first_date);

    [[nodiscard]] std::size_t size() const noexcept { return kind_of_day.size(); }
    [[nodiscard]] Date date(std::size_t day) const noexcept { return first + date::days{day}; }
    [[nodiscard]] std::size_t weekday(std::size_t day) const noexcept { return weekday_of(date(day)); }
    [[nodiscard]] const Minutes& hours(std::size_t day) const { return kinds[kind_of_day[day]]; }
};

/// The kind of hours of each weekday.
using KindOfWeekday = std::array<std::size_t, 7>;

/// A schedule within Connect's limits whose effective hours are those of `days`, but for what needs more overrides than
/// there may be; then the earliest dates are right. Searches for few overrides: the week that costs fewest, recurring
/// ones that save more than they cost, one for the days in a row of which each weekday has the same hours. Each step
/// takes what looks best, so it is not always the least.
[[nodiscard]] Schedule plan(const Days& days);

}  // namespace denwaban::formats::amazon_connect
