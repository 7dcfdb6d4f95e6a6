#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <variant>

#include <date/date.h>

namespace denwaban {

/// The same day every year.
struct FixedDay {
    date::month_day day;
};

/// The nth such weekday of a month (ハッピーマンデー).
struct NthWeekdayOfMonth {
    date::month month;
    date::weekday_indexed weekday;
};

/// The last such weekday of a month.
struct LastWeekdayOfMonth {
    date::month month;
    date::weekday_last weekday;
};

/// The day on which the sun crosses the equator, Japan time: by the astronomers' usual approximation, 1948 to 2099.
/// The Cabinet Office announces the date in February of the year before.
enum class Equinox : std::uint8_t { vernal, autumnal };

/// One date, once.
struct SingleDay {
    date::year_month_day date;
};

/// Which day of a year a holiday is.
using HolidayDay = std::variant<FixedDay, NthWeekdayOfMonth, LastWeekdayOfMonth, Equinox, SingleDay>;

/// The first and the last year in which an article applied.
struct YearsInForce {
    int first;
    int last;

    /// Both ends included.
    [[nodiscard]] constexpr bool contains(int year) const noexcept { return first <= year && year <= last; }
};

/// The last year of an article that was not repealed.
inline constexpr int still_in_force = std::numeric_limits<int>::max();

/// One line of a holiday law: what the day is called, which day it is, and when that was so.
struct HolidayArticle {
    std::string_view name;
    HolidayDay day;
    YearsInForce years;
};

/// Which further days a law makes holidays, because of where its own fall.
enum class DerivedHoliday : std::uint8_t {
    monday_after_sunday,          ///< the Monday after a holiday on a Sunday
    next_plain_day_after_sunday,  ///< after a holiday on a Sunday, the next day that is no holiday itself
    day_between_holidays,         ///< a day, itself no holiday, between two
};

/// A derived holiday's name and the dates from which and until which (inclusive) the law made it.
struct DerivedHolidayArticle {
    std::string_view name;
    DerivedHoliday rule;
    date::year_month_day first;
    date::year_month_day last;
};

/// A country's holidays as a table; `HolidayCalendar{law}` works out the dates.
struct HolidayLaw {
    std::span<const HolidayArticle> articles;
    std::span<const DerivedHolidayArticle> derived;
    /// The years for which the calendar is worked out.
    YearsInForce years;
    /// The last year whose dates are officially published; later ones are projected from the law as it stands.
    int published_through;
};

}  // namespace denwaban
