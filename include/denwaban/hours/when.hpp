#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <denwaban/calendar/day_kind.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/core/time.hpp>

namespace denwaban {

/// How narrowly a condition names a date. Of the rules that apply to a date the narrowest wins, and of equally narrow
/// ones the first written; regular closing days stand between `season` and `dated`.
enum class Precedence : std::uint8_t {
    any_day,
    weekday,
    nth_weekday,        ///< also days of the month, months, and every so many weeks
    day_after_holiday,  ///< 祝後日
    holiday_eve,        ///< 祝前日
    holiday,            ///< 祝日
    season,
    dated,
};
template <>
inline constexpr std::array<std::string_view, 8> names_of<Precedence>{
    "any_day", "weekday", "nth_weekday", "day_after_holiday", "holiday_eve", "holiday", "season", "dated",
};

/// 毎日.
struct EveryDay {
    friend bool operator==(const EveryDay&, const EveryDay&) = default;
};
/// 月・水・金.
struct OnWeekdays {
    WeekdaySet weekdays;
    friend bool operator==(const OnWeekdays&, const OnWeekdays&) = default;
};
/// 祝日, 振替休日 and 国民の休日 included.
struct OnHolidays {
    friend bool operator==(const OnHolidays&, const OnHolidays&) = default;
};
/// 祝前日.
struct OnHolidayEves {
    friend bool operator==(const OnHolidayEves&, const OnHolidayEves&) = default;
};
/// 祝後日.
struct OnDaysAfterHolidays {
    friend bool operator==(const OnDaysAfterHolidays&, const OnDaysAfterHolidays&) = default;
};
/// One holiday by its name in the calendar: 元日.
struct OnNamedHoliday {
    std::string name;
    friend bool operator==(const OnNamedHoliday&, const OnNamedHoliday&) = default;
};
/// 第1・3火曜, 最終水曜.
struct OnNthWeekdays {
    OrdinalSet ordinals;
    WeekdaySet weekdays;
    friend bool operator==(const OnNthWeekdays&, const OnNthWeekdays&) = default;
};
/// 毎月5・15・25日, 4のつく日 (4, 14, 24), 月末.
struct OnDaysOfMonth {
    DayOfMonthSet days;
    friend bool operator==(const OnDaysOfMonth&, const OnDaysOfMonth&) = default;
};
/// 奇数月.
struct InMonths {
    MonthSet months;
    friend bool operator==(const InMonths&, const InMonths&) = default;
};
/// 隔週: the Monday-to-Sunday week of `anchor`, and every `interval`th week before and after it.
struct EveryNWeeks {
    int interval;  ///< 2 to 52
    Date anchor;
    friend bool operator==(const EveryNWeeks&, const EveryNWeeks&) = default;
};
/// Every year from one day to another, both included, across New Year if `first` comes after `last` (12/31–1/3).
struct InSeason {
    date::month_day first;
    date::month_day last;
    friend bool operator==(const InSeason&, const InSeason&) = default;
};
/// From one date to another, both included.
struct InPeriod {
    Date first;
    Date last;
    friend bool operator==(const InPeriod&, const InPeriod&) = default;
};
/// These dates and no others.
struct OnDates {
    std::vector<Date> dates;
    friend bool operator==(const OnDates&, const OnDates&) = default;
};

struct When;
/// Every one of the conditions holds; as narrow as the narrowest of them.
struct AllOf {
    std::vector<When> conditions;
    friend bool operator==(const AllOf&, const AllOf&) = default;
};
/// At least one holds; as narrow as the narrowest that does, so that 土日祝 on a plain Saturday counts as Saturday.
struct AnyOf {
    std::vector<When> conditions;
    friend bool operator==(const AnyOf&, const AnyOf&) = default;
};
/// None holds. Says nothing about which day it is, so it is as broad as any day.
struct NoneOf {
    std::vector<When> conditions;
    friend bool operator==(const NoneOf&, const NoneOf&) = default;
};

/// When a rule applies: a condition on dates that its reader can say aloud.
struct When {
    /// Each kind of condition there is.
    using Condition = std::variant<EveryDay, OnWeekdays, OnHolidays, OnHolidayEves, OnDaysAfterHolidays, OnNamedHoliday,
                                   OnNthWeekdays, OnDaysOfMonth, InMonths, EveryNWeeks, InSeason, InPeriod, OnDates,
                                   AllOf, AnyOf, NoneOf>;
    Condition condition;
    friend bool operator==(const When&, const When&) = default;
};

/// Whether `when` holds on a day, and if so, how narrowly it named it. Cost: some nanoseconds a condition.
[[nodiscard]] std::optional<Precedence> match(const When& when, const DayKind& day);

namespace detail {

struct Matcher {
    const DayKind& day;
    using Result = std::optional<Precedence>;

    static Result if_so(bool holds, Precedence precedence) { return holds ? Result{precedence} : std::nullopt; }

    Result operator()(const EveryDay&) const { return Precedence::any_day; }
    Result operator()(const OnWeekdays& on) const {
        return if_so(on.weekdays.contains(day.weekday), Precedence::weekday);
    }
    Result operator()(const OnHolidays&) const { return if_so(day.holiday != nullptr, Precedence::holiday); }
    Result operator()(const OnHolidayEves&) const { return if_so(day.tomorrow != nullptr, Precedence::holiday_eve); }
    Result operator()(const OnDaysAfterHolidays&) const {
        return if_so(day.yesterday != nullptr, Precedence::day_after_holiday);
    }
    Result operator()(const OnNamedHoliday& on) const {
        return if_so(day.holiday != nullptr && day.holiday->name == on.name, Precedence::holiday);
    }
    Result operator()(const OnNthWeekdays& on) const {
        const bool nth =
            on.ordinals.contains(day.ordinal) || (day.last_such_weekday && on.ordinals.contains(last_ordinal));
        return if_so(nth && on.weekdays.contains(day.weekday), Precedence::nth_weekday);
    }
    Result operator()(const OnDaysOfMonth& on) const {
        return if_so(on.days.contains(day.day) || (day.last_day && on.days.contains(last_day_of_month)),
                     Precedence::nth_weekday);
    }
    Result operator()(const InMonths& in) const {
        return if_so(in.months.contains(day.month), Precedence::nth_weekday);
    }
    Result operator()(const EveryNWeeks& every) const {
        const auto monday = [](Date date) { return date - (date::weekday{date} - date::Monday); };
        const auto weeks = (monday(day.date) - monday(every.anchor)).count() / 7;
        return if_so(weeks % every.interval == 0, Precedence::nth_weekday);
    }
    Result operator()(const InSeason& in) const {
        const date::month_day today{date::month{day.month}, date::day{day.day}};
        const bool inside =
            in.first <= in.last ? in.first <= today && today <= in.last : in.first <= today || today <= in.last;
        return if_so(inside, Precedence::season);
    }
    Result operator()(const InPeriod& in) const {
        return if_so(in.first <= day.date && day.date <= in.last, Precedence::dated);
    }
    Result operator()(const OnDates& on) const {
        return if_so(std::find(on.dates.begin(), on.dates.end(), day.date) != on.dates.end(), Precedence::dated);
    }
    Result operator()(const AllOf& all) const {
        auto narrowest = Precedence::any_day;
        for (const auto& condition : all.conditions) {
            const auto matched = match(condition, day);
            if (!matched) return std::nullopt;
            narrowest = std::max(narrowest, *matched);
        }
        return narrowest;
    }
    Result operator()(const AnyOf& any) const {
        Result narrowest;
        for (const auto& condition : any.conditions) narrowest = std::max(narrowest, match(condition, day));
        return narrowest;
    }
    Result operator()(const NoneOf& none) const {
        const auto holds = [this](const When& condition) { return match(condition, day).has_value(); };
        return if_so(std::none_of(none.conditions.begin(), none.conditions.end(), holds), Precedence::any_day);
    }
};

}  // namespace detail

inline std::optional<Precedence> match(const When& when, const DayKind& day) {
    return std::visit(detail::Matcher{day}, when.condition);
}

}  // namespace denwaban
