#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include <denwaban/hours/rules.hpp>

namespace denwaban {

/// The kinds of days that a listing gives hours for, as people name them.
struct DayNames {
    WeekdaySet weekdays;
    bool holidays = false;             ///< 祝日
    bool holiday_eves = false;         ///< 祝前日
    bool days_after_holidays = false;  ///< 祝後日

    /// Whether all seven are named.
    [[nodiscard]] constexpr bool every_weekday() const noexcept { return weekdays == WeekdaySet{0, 1, 2, 3, 4, 5, 6}; }
    friend bool operator==(const DayNames&, const DayNames&) = default;
};

/// What holds on days of some kinds.
struct HoursOfDays {
    DayNames days;
    Outcome then;
};

/// Rules as a listing puts them: hours by weekday, 祝日, 祝前日 and 祝後日.
struct WeeklyHours {
    std::vector<HoursOfDays> hours;          ///< Monday first; each kind of day once
    std::vector<std::size_t> other_rules{};  ///< places in `Rules::rules` of those that such a table can't hold
};

namespace detail {

inline constexpr std::size_t day_kinds = 10, holiday_kind = 7, eve_kind = 8, after_kind = 9;

/// Marks in `kinds` which kinds of days a condition names; false if it names them in another way.
[[nodiscard]] inline bool name_days(const When& when, std::array<bool, day_kinds>& kinds) {
    if (std::holds_alternative<EveryDay>(when.condition)) {
        std::fill_n(kinds.begin(), 7, true);
    } else if (const auto* on = std::get_if<OnWeekdays>(&when.condition)) {
        for (unsigned weekday = 0; weekday < 7; ++weekday) kinds[weekday] |= on->weekdays.contains(weekday);
    } else if (std::holds_alternative<OnHolidays>(when.condition)) {
        kinds[holiday_kind] = true;
    } else if (std::holds_alternative<OnHolidayEves>(when.condition)) {
        kinds[eve_kind] = true;
    } else if (std::holds_alternative<OnDaysAfterHolidays>(when.condition)) {
        kinds[after_kind] = true;
    } else if (const auto* any = std::get_if<AnyOf>(&when.condition)) {
        return std::all_of(any->conditions.begin(), any->conditions.end(),
                           [&](const When& condition) { return name_days(condition, kinds); });
    } else {
        return false;
    }
    return true;
}

[[nodiscard]] inline DayNames names_of(const std::vector<std::size_t>& kinds) {
    DayNames names;
    for (const auto kind : kinds) {
        if (kind < holiday_kind) names.weekdays.insert(static_cast<unsigned>(kind));
        names.holidays |= kind == holiday_kind;
        names.holiday_eves |= kind == eve_kind;
        names.days_after_holidays |= kind == after_kind;
    }
    return names;
}

/// Whether a condition speaks of weekdays by name rather than of every day.
[[nodiscard]] inline bool is_broad(const When& when) {
    if (std::holds_alternative<EveryDay>(when.condition)) return true;
    const auto* any = std::get_if<AnyOf>(&when.condition);
    return any != nullptr && std::any_of(any->conditions.begin(), any->conditions.end(), is_broad);
}

}  // namespace detail

/// Days alike stand together, in the order of a Japanese week. Cost: O(rules).
[[nodiscard]] inline WeeklyHours weekly_hours(const Rules& rules) {
    WeeklyHours weekly;
    std::array<const Rule*, detail::day_kinds> winners{};
    for (const bool broad : {false, true}) {
        for (std::size_t i = 0; i < rules.rules.size(); ++i) {
            const auto& rule = rules.rules[i];
            std::array<bool, detail::day_kinds> kinds{};
            if (!detail::name_days(rule.when, kinds)) {
                if (broad) weekly.other_rules.push_back(i);
                continue;
            }
            for (std::size_t kind = 0; kind < detail::day_kinds; ++kind) {
                const bool by_every_day = kind < detail::holiday_kind && detail::is_broad(rule.when);
                if (kinds[kind] && by_every_day == broad && winners[kind] == nullptr) winners[kind] = &rule;
            }
        }
    }
    std::array<bool, detail::day_kinds> done{};
    for (const auto kind : {1U, 2U, 3U, 4U, 5U, 6U, 0U, 7U, 8U, 9U}) {
        if (done[kind] || winners[kind] == nullptr) continue;
        std::vector<std::size_t> alike;
        for (std::size_t other = 0; other < detail::day_kinds; ++other) {
            if (winners[other] == nullptr || winners[other]->then != winners[kind]->then) continue;
            alike.push_back(other);
            done[other] = true;
        }
        weekly.hours.push_back({detail::names_of(alike), winners[kind]->then});
    }
    return weekly;
}

}  // namespace denwaban
