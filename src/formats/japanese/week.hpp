#pragma once

#include <array>
#include <utility>
#include <vector>

#include "listing.hpp"

namespace denwaban::formats::japanese {

/// The days that listings give hours for: Sunday to Saturday, 祝日, 祝前日, 祝後日.
inline constexpr std::size_t holiday_slot = 7, eve_slot = 8, after_slot = 9, slot_count = 10;

/// Hours for days that no slot stands for: 第2日曜, 12-3月.
struct NarrowHours {
    When when;
    Services services;
    bool before_slots = false;  ///< of some 祝日 or 祝前日, where the slot is of all
};

/// The hours of a listing, day by day.
struct Week {
    std::array<Services, slot_count> slots;
    std::vector<NarrowHours> narrower;
    WeekdaySet only_nights;               ///< that have no hours but those of the night before
    std::array<bool, slot_count> shut{};  ///< （祝日を除く）: said to have none of the hours that all days share
    WeekdaySet by_workdays;               ///< those that only 平日 names, so that their 祝日 are left open
};

inline constexpr std::size_t weekday_slots = 7;

/// The slots that an item of a list names; none if none stands for its days.
[[nodiscard]] std::vector<std::size_t> slots_of(const DayItem& day);
/// 11月23日, 11月23日（月・祝）.
[[nodiscard]] bool is_one_date(const When& when);
/// 祝前日以外の日曜: weekdays, and nothing that goes before them by itself.
[[nodiscard]] bool is_of_weekdays(const When& when);
/// 11/21～23, a week at most: a season of months keeps its closing days.
[[nodiscard]] bool is_some_dates(const When& when);
/// The hours of days that no slot stands for.
[[nodiscard]] Services& narrow(Week& week, const When& when);
[[nodiscard]] bool overlap(const ListedService& a, const ListedService& b);
[[nodiscard]] bool same_hours(const ListedService& a, const ListedService& b);

/// 祝日 and 祝前日 that only some of the meals name have the others of their weekdays.
void join_meals_with_their_own_days(Week& week, Listing& listing);

/// Applies what the listing says of single days: another end, a pause, other hours.
void apply_changes(Week& week, Listing& listing);

/// Settles what the groups say of each day: who names it most narrowly wins, overlaps are found, 0:00～5:00 goes to
/// the evening before, and other ends are applied.
[[nodiscard]] Week week_of(Listing& listing);

}  // namespace denwaban::formats::japanese
