#pragma once

#include <cstdint>
#include <initializer_list>

#include <date/date.h>

#include <denwaban/calendar/holiday_calendar.hpp>
#include <denwaban/core/time.hpp>

namespace denwaban {

/// A set of small numbers from 0 to 31 (weekdays, months, days of the month, ordinals), iterable in ascending order.
template <class Tag>
class SmallSet {
public:
    constexpr SmallSet() = default;
    constexpr SmallSet(std::initializer_list<unsigned> members) {
        for (const auto member : members) insert(member);
    }

    /// Precondition: `member` < 32.
    constexpr void insert(unsigned member) noexcept { bits_ |= 1U << member; }
    /// Precondition: `member` < 32.
    [[nodiscard]] constexpr bool contains(unsigned member) const noexcept { return ((bits_ >> member) & 1U) != 0; }
    /// Whether it has no member.
    [[nodiscard]] constexpr bool empty() const noexcept { return bits_ == 0; }
    friend constexpr bool operator==(SmallSet, SmallSet) = default;

private:
    std::uint32_t bits_ = 0;
};

/// By `date::weekday::c_encoding`: 0 Sunday to 6 Saturday.
using WeekdaySet = SmallSet<struct WeekdayTag>;
/// 1 to 5, and `last_ordinal` for the last of the month.
using OrdinalSet = SmallSet<struct OrdinalTag>;
/// 1 to 31, and `last_day_of_month`.
using DayOfMonthSet = SmallSet<struct DayOfMonthTag>;
/// 1 to 12.
using MonthSet = SmallSet<struct MonthTag>;

/// The ordinal of the last such weekday of a month.
inline constexpr unsigned last_ordinal = 0;
/// The last day of a month, whichever it is.
inline constexpr unsigned last_day_of_month = 0;

/// All that rules can see of a date, but for the years' own ranges: worked out once, asked often.
struct DayKind {
    Date date;
    std::uint8_t month;        ///< 1 to 12
    std::uint8_t day;          ///< 1 to 31
    std::uint8_t weekday;      ///< 0 Sunday to 6 Saturday
    std::uint8_t ordinal;      ///< 1 to 5: the how manieth such weekday of its month
    bool last_such_weekday;    ///< the last of its month
    bool last_day;             ///< the last day of its month
    const Holiday* holiday;    ///< today's 祝日, or null
    const Holiday* tomorrow;   ///< 祝前日: tomorrow's 祝日, or null
    const Holiday* yesterday;  ///< 祝後日: yesterday's 祝日, or null
};

/// Cost: some nanoseconds. The holidays belong to `calendar`.
[[nodiscard]] inline DayKind day_kind(Date date, const HolidayCalendar& calendar) noexcept {
    const date::year_month_day civil{date};
    const auto day = static_cast<unsigned>(civil.day());
    const auto month_length = static_cast<unsigned>((civil.year() / civil.month() / date::last).day());
    return {
        .date = date,
        .month = static_cast<std::uint8_t>(static_cast<unsigned>(civil.month())),
        .day = static_cast<std::uint8_t>(day),
        .weekday = static_cast<std::uint8_t>(date::weekday{date}.c_encoding()),
        .ordinal = static_cast<std::uint8_t>((day - 1) / 7 + 1),
        .last_such_weekday = day + 7 > month_length,
        .last_day = day == month_length,
        .holiday = calendar.find(date),
        .tomorrow = calendar.find(date + date::days{1}),
        .yesterday = calendar.find(date - date::days{1}),
    };
}

}  // namespace denwaban
