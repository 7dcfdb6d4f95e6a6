#pragma once

#include <array>
#include <vector>

#include <denwaban/core/time.hpp>
#include <denwaban/hours/when.hpp>

namespace denwaban::formats::osm {

/// Weeks 1 to 53 by ISO 8601.
using WeekSet = std::array<bool, 54>;

/// What no condition of ours can say, written out as the dates of 2015 to 2039 (`Horizon::standard`), in order.
[[nodiscard]] std::vector<Date> dates_in_weeks(const WeekSet& weeks);
/// The dates that lie `days` after a 祝日, before it if negative.
[[nodiscard]] std::vector<Date> dates_off_holidays(int days);
/// The dates that lie `days` after the nth such weekdays of a month, counted from its end if negative.
[[nodiscard]] std::vector<Date> dates_of_nth_weekdays(unsigned weekday, const std::vector<int>& nth, int days);

/// The days that lie a day after those of a condition (`days` 1) or before them (-1); of conditions that have no words
/// for these, as dates.
[[nodiscard]] When days_beside(const When& when, int days);

}  // namespace denwaban::formats::osm
