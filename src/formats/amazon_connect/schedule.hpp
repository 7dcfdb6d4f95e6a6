#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <denwaban/core/names.hpp>
#include <denwaban/core/time.hpp>
#include <denwaban/hours/state.hpp>

#include "formats/weekly/day_names.hpp"

/// Hours of operation as Amazon Connect keeps them, and what they come to.
namespace denwaban::formats::amazon_connect {

inline constexpr std::size_t minutes_a_day = std::size_t{24} * 60;
inline constexpr std::size_t max_overrides = 50;
inline constexpr std::size_t max_parents = 3;
/// Of one `Config`.
inline constexpr std::size_t max_slices = 100;

/// Of one local date, the minutes during which something holds.
using Minutes = std::bitset<minutes_a_day>;
/// By `date::weekday::c_encoding`.
using Week = std::array<Minutes, 7>;

/// From one minute to another, not included.
struct Slice {
    std::size_t begin;
    std::size_t end;
    friend auto operator<=>(const Slice&, const Slice&) = default;
};

[[nodiscard]] Minutes minutes_of(Slice slice);
[[nodiscard]] std::vector<Slice> slices_of(const Minutes& minutes);
[[nodiscard]] std::size_t count_slices(const Week& week);
[[nodiscard]] inline std::size_t weekday_of(Date date) noexcept { return date::weekday{date}.c_encoding(); }

enum class Frequency : std::uint8_t { weekly, monthly, yearly };

/// On which dates an override holds, of those from `EffectiveFrom` to `EffectiveTill`.
struct Recurrence {
    Frequency frequency;
    int interval = 1;
    std::optional<int> month{};               ///< 1 to 12; of a yearly one only, and always
    std::optional<int> month_day{};           ///< 1 to 31, or `last`; of a monthly or yearly one either this
    std::optional<int> weekday_occurrence{};  ///< or this: 1 to 4, or `last`
    friend auto operator<=>(const Recurrence&, const Recurrence&) = default;
};

inline constexpr int last = -1;

/// Weeks begin on Monday, as in RFC 5545.
[[nodiscard]] bool recurs_on(const Recurrence& recurrence, Date effective_from, Date date);

/// In the order in which Connect considers them, last first.
enum class OverrideType : std::uint8_t { standard, open, closed };

struct Override {
    OverrideType type;
    std::string name;
    Date from;
    Date till;
    Week week;
    std::optional<Recurrence> recurrence{};
    bool says_hours = true;  ///< what one of OPEN or CLOSED without any means, nobody says
    std::string path{};      ///< its place in the document that it was read from
};

[[nodiscard]] bool applies(const Override& override, Date date);

struct Schedule {
    Week week{};
    std::vector<Override> overrides{};
};

/// A date's minutes, which are open or unknown.
struct DayHours {
    State state = State::open;
    Minutes minutes{};
    friend bool operator==(const DayHours&, const DayHours&) = default;
};

/// Closed recurring overrides come before open ones, those before STANDARD ones, which replace the week's hours.
/// STANDARD overrides that say different things of the same date make it unknown.
[[nodiscard]] DayHours effective_hours(const Schedule& schedule, Date date);

}  // namespace denwaban::formats::amazon_connect

template <>
inline constexpr std::array<std::string_view, 3> denwaban::names_of<denwaban::formats::amazon_connect::Frequency>{
    "WEEKLY", "MONTHLY", "YEARLY"};
template <>
inline constexpr std::array<std::string_view, 3> denwaban::names_of<denwaban::formats::amazon_connect::OverrideType>{
    "STANDARD", "OPEN", "CLOSED"};
