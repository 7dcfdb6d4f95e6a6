#include "civil_dates.hpp"

#include <utility>

namespace denwaban::formats::japanese {

unsigned days_earlier(unsigned weekday, date::month_day first, date::month_day last) {
    constexpr int days_a_year = 365;
    const date::year year{2001};
    const auto days = (Date{year / last} - Date{year / first}).count();
    return (weekday + 7 * 53 - static_cast<unsigned>(days < 0 ? days + days_a_year : days)) % 7;
}

When in_the_year_when(date::month_day first, date::month_day last, unsigned weekday) {
    const auto on = [](date::month_day day, unsigned of) {
        return When{AllOf{{{InSeason{day, day}}, {OnWeekdays{{of}}}}}};
    };
    if (first == last) return on(first, weekday);
    constexpr int longest = 31;
    std::vector<When> dates;
    const auto begins = Date{date::year{2001} / first};
    for (int day = 0; day < longest; ++day) {
        const date::year_month_day at{begins + date::days{day}};
        dates.push_back(on(at.month() / at.day(), (weekday + static_cast<unsigned>(day)) % 7));
        if (at.month() / at.day() == last) return {AnyOf{std::move(dates)}};
    }
    return {InSeason{first, last}};
}

DayItem third_of_month(date::month month, int part) {
    const auto third = static_cast<unsigned>(part);
    const bool last_days = part == last_days_of_month;
    const date::month_day first = month / date::day{last_days ? 25U : third * 10 + 1};
    const auto last = third < 2 ? date::month_day{month / date::day{third * 10 + 10}}
                                : date::month_day{month, (date::year{2001} / month / date::last).day()};
    DayItem day;
    day.when = {InSeason{first, last}};
    day.is_season = true;
    day.effect = ClosingEffect::may_close;
    return day;
}

}  // namespace denwaban::formats::japanese
