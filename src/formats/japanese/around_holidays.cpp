#include "around_holidays.hpp"

#include <array>
#include <utility>

namespace denwaban::formats::japanese {

When near_holidays() {
    constexpr auto fixed = std::to_array<date::month_day>(
        {date::January / 1, date::February / 11, date::February / 23, date::March / 20, date::March / 21,
         date::April / 29, date::May / 3, date::May / 4, date::May / 5, date::August / 11, date::September / 22,
         date::September / 23, date::November / 3, date::November / 23});
    std::vector<When> near{{OnHolidays{}}, {OnHolidayEves{}}, {OnDaysAfterHolidays{}}};
    for (const auto& holiday : fixed) {
        for (const unsigned later : {2U, 3U}) {
            const date::year_month_day at{Date{date::year{2001} / holiday} + date::days{later}};
            const auto day = at.month() / at.day();
            near.push_back({AllOf{{{InSeason{day, day}}, {OnWeekdays{{later - 2}}}}}});
        }
    }
    return {AnyOf{std::move(near)}};
}

When days_after_mondays_off() {
    constexpr auto fixed = std::to_array<date::month_day>(
        {date::January / 1, date::February / 11, date::February / 23, date::March / 20, date::March / 21,
         date::April / 29, date::May / 5, date::August / 11, date::September / 22, date::September / 23,
         date::November / 3, date::November / 23});
    constexpr auto mondays =
        std::to_array<date::month_day>({date::January / 8, date::July / 15, date::September / 15, date::October / 8});
    std::vector<When> days;
    const auto add = [&](date::month_day first, int from, int to) {
        const date::year_month_day begins{Date{date::year{2001} / first} + date::days{from}};
        const date::year_month_day ends{Date{date::year{2001} / first} + date::days{to}};
        days.push_back(
            {AllOf{{{InSeason{begins.month() / begins.day(), ends.month() / ends.day()}}, {OnWeekdays{{2, 3, 4}}}}}});
    };
    for (const auto& holiday : fixed) add(holiday, 1, 3);
    for (const auto& first : mondays) add(first, 1, 9);
    return {AnyOf{std::move(days)}};
}

ListedClosing closed_on_holiday(unsigned weekday) {
    ListedClosing closing;
    closing.day.when = {AllOf{{{OnHolidays{}}, {OnWeekdays{{weekday}}}}}};
    closing.on_holiday_said = true;
    return closing;
}

}  // namespace denwaban::formats::japanese
