#include "dates.hpp"

#include <algorithm>
#include <optional>
#include <variant>

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

/// Days beside others, in the words of a condition; nothing where there are none.
struct Beside {
    int days;
    using Result = std::optional<When>;

    Result operator()(const EveryDay& every) const { return When{every}; }
    Result operator()(const OnWeekdays& on) const {
        WeekdaySet weekdays;
        for (unsigned day = 0; day < 7; ++day) {
            if (on.weekdays.contains(day)) weekdays.insert((day + static_cast<unsigned>(7 + days)) % 7);
        }
        return When{OnWeekdays{weekdays}};
    }
    Result operator()(const OnHolidays&) const {
        return days < 0 ? When{OnHolidayEves{}} : When{OnDaysAfterHolidays{}};
    }
    Result operator()(const InPeriod& in) const {
        return When{InPeriod{in.first + date::days{days}, in.last + date::days{days}}};
    }
    Result operator()(const OnDates& on) const {
        auto dates = on.dates;
        for (auto& date : dates) date += date::days{days};
        return When{OnDates{std::move(dates)}};
    }
    Result operator()(const InSeason& in) const {
        const auto first = beside(in.first), last = beside(in.last);
        return first && last ? Result{When{InSeason{*first, *last}}} : std::nullopt;
    }
    Result operator()(const AllOf& all) const { return When{AllOf{each_of(all.conditions)}}; }
    Result operator()(const AnyOf& any) const { return When{AnyOf{each_of(any.conditions)}}; }
    template <class Other>
    Result operator()(const Other&) const {
        return std::nullopt;
    }

private:
    /// The same in every year, or nothing.
    [[nodiscard]] std::optional<date::month_day> beside(date::month_day day) const {
        const auto in = [&](int year) {
            const date::year_month_day moved{Date{date::year{year} / day} + date::days{days}};
            return moved.month() / moved.day();
        };
        const bool leap_day = day == date::February / 29;
        return leap_day || in(2023) != in(2024) ? std::nullopt : std::optional{in(2023)};
    }
    [[nodiscard]] std::vector<When> each_of(const std::vector<When>& conditions) const {
        std::vector<When> moved;
        for (const auto& each : conditions) moved.push_back(days_beside(each, days));
        return moved;
    }
};

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

When days_beside(const When& when, int days) {
    if (auto beside = std::visit(Beside{days}, when.condition)) return *std::move(beside);
    const auto japan = HolidayCalendar::japan();
    return {OnDates{
        dates_that([&](Date date) { return match(when, day_kind(date - date::days{days}, japan)).has_value(); })}};
}

}  // namespace denwaban::formats::osm
