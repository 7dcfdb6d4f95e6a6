#pragma once

#include "listing.hpp"

namespace denwaban::formats::japanese {

[[nodiscard]] inline date::month_day month_day_of(int number) {
    return date::month{static_cast<unsigned>(number / 100)} / date::day{static_cast<unsigned>(number % 100)};
}

[[nodiscard]] inline std::optional<Date> date_of(int year, int number) {
    const auto civil = date::year{year} / month_day_of(number);
    if (!civil.ok()) return std::nullopt;
    return Date{civil};
}

/// The weekday of a date that comes before another of a weekday.
[[nodiscard]] unsigned days_earlier(unsigned weekday, date::month_day first, date::month_day last);
/// 11/5（木）～11/7: these dates in the years in which the first of them is that weekday.
[[nodiscard]] When in_the_year_when(date::month_day first, date::month_day last, unsigned weekday);
/// 上旬, 中旬 or 下旬 of a month, on some day of which something happens.
[[nodiscard]] DayItem third_of_month(date::month month, int part);

}  // namespace denwaban::formats::japanese
