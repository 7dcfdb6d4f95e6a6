#include "dates.hpp"

#include <algorithm>

#include <denwaban/calendar/holiday_calendar.hpp>
#include <denwaban/hours/hours.hpp>

namespace denwaban::formats::osm {

namespace {

template <class Holds>
[[nodiscard]] std::vector<Date> dates_that(Holds holds) {
    const auto [first, last] = Horizon::standard();
    std::vector<Date> dates;
    for (auto date = first - date::days{1}; date <= last + date::days{1}; date += date::days{1}) {
        if (holds(date)) dates.push_back(date);
    }
    return dates;
}

/// ISO 8601: the week of a date is that of its Thursday, counted from the year's first.
[[nodiscard]] std::size_t iso_week(Date date) {
    const auto thursday = date - (date::weekday{date} - date::Monday) + date::days{3};
    const auto year = date::year_month_day{thursday}.year();
    return static_cast<std::size_t>((thursday - Date{year / 1 / 1}).count() / 7 + 1);
}

}  // namespace

std::vector<Date> dates_in_weeks(const WeekSet& weeks) {
    return dates_that([&](Date date) { return weeks[iso_week(date)]; });
}

std::vector<Date> dates_off_holidays(int days) {
    const auto japan = HolidayCalendar::japan();
    return dates_that([&](Date date) { return japan.is_holiday(date - date::days{days}); });
}

std::vector<Date> dates_of_nth_weekdays(unsigned weekday, const std::vector<int>& nth, int days) {
    return dates_that([&](Date date) {
        const auto base = date - date::days{days};
        if (date::weekday{base}.c_encoding() != weekday) return false;
        const date::year_month_day civil{base};
        const auto day = static_cast<int>(static_cast<unsigned>(civil.day()));
        const auto last = static_cast<int>(static_cast<unsigned>((civil.year() / civil.month() / date::last).day()));
        const int from_start = (day - 1) / 7 + 1, from_end = -((last - day) / 7 + 1);
        return std::find(nth.begin(), nth.end(), from_start) != nth.end() ||
               std::find(nth.begin(), nth.end(), from_end) != nth.end();
    });
}

}  // namespace denwaban::formats::osm
