#include "named_holidays.hpp"

#include <array>
#include <utility>

namespace denwaban::formats::japanese {

namespace {

/// Between which dates each 祝日 lies that has a name, by 国民の祝日に関する法律第2条.
struct HolidayDates {
    date::month_day first;
    date::month_day last;
};
constexpr std::array<HolidayDates, 16> holiday_dates{{
    {date::January / 1, date::January / 1},
    {date::January / 8, date::January / 14},
    {date::February / 11, date::February / 11},
    {date::February / 23, date::February / 23},
    {date::March / 19, date::March / 22},
    {date::April / 29, date::April / 29},
    {date::May / 3, date::May / 3},
    {date::May / 4, date::May / 4},
    {date::May / 5, date::May / 5},
    {date::July / 15, date::July / 21},
    {date::August / 11, date::August / 11},
    {date::September / 15, date::September / 21},
    {date::September / 22, date::September / 24},
    {date::October / 8, date::October / 14},
    {date::November / 3, date::November / 3},
    {date::November / 23, date::November / 23},
}};

}  // namespace

DayItem named_holiday(std::size_t name) {
    const auto& dates = holiday_dates[name];
    DayItem day;
    day.when = {InSeason{dates.first, dates.last}};
    if (dates.first != dates.last) day.when = {AllOf{{std::move(day.when), {OnHolidays{}}}}};
    day.is_season = true;
    return day;
}

}  // namespace denwaban::formats::japanese
