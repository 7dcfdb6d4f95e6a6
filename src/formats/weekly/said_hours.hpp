#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>

#include <denwaban/calendar/day_kind.hpp>
#include <denwaban/formats/rules_reading.hpp>

namespace denwaban::formats {

/// Sunday to Saturday by `date::weekday::c_encoding`, and then 祝日.
inline constexpr unsigned public_holidays = 7;
inline constexpr unsigned kinds_of_day = 8;
using DaySet = SmallSet<struct DayTag>;
inline constexpr DaySet whole_week{0, 1, 2, 3, 4, 5, 6, public_holidays};

/// What a document says of a kind of day; nothing if it says nothing.
using SaidDay = std::optional<Outcome>;
using SaidWeek = std::array<SaidDay, kinds_of_day>;

/// How one thing said of a day goes with what was said of it before.
enum class Meeting : std::uint8_t {
    adds,
    repeats,
    overlaps,     ///< two openings have become one
    contradicts,  ///< open and closed: the day has become unknown
};

/// Says `more` of a day: openings add up, and what is unknown stays so.
Meeting say(SaidDay& day, const Outcome& more);

/// From one date to another, both included.
using Dates = std::pair<Date, Date>;
inline constexpr Date first_date_of_all = make_date(1, 1, 1);
inline constexpr Date last_date_of_all = make_date(9999, 12, 31);

/// What a document says of a restaurant's week, of weeks within dates, and of dates that go before both.
struct SaidHours {
    SaidWeek usual{};
    std::map<Dates, SaidWeek> seasons{};
    std::map<Dates, SaidWeek> specials{};
    /// What holds on days of which nothing is said.
    Unlisted unlisted = Unlisted::closed;
};

[[nodiscard]] bool says_anything(const SaidWeek& week);

/// The rules that say the same. Where seasons, or specials, of different dates meet and disagree, the dates become
/// unknown, and a finding names them. Cost: O(n log n).
[[nodiscard]] Rules rules_of(const SaidHours& said, Findings& findings);

}  // namespace denwaban::formats
