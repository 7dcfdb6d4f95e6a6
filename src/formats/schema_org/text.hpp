#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/weekly/said_hours.hpp"

namespace denwaban::formats::schema_org {

inline constexpr auto midnight = MinuteOfDay::clock(24, 0);

/// Whether a written time is its hours and minutes and no more.
enum class Exactness : std::uint8_t { exact, cut };

struct ClockTime {
    MinuteOfDay time;
    Exactness exactness;
};

/// `17:00`, `T17:00`, `5:00 PM`, and what xsd:time may add: seconds and an offset, which are cut. `23:59:59` is 24:00.
[[nodiscard]] std::optional<ClockTime> parse_clock_time(std::string_view text);

template <std::size_t N>
[[nodiscard]] bool is_among(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// What `opens` and `closes` say together; nothing if nobody can tell. Precondition: both are at most 24:00.
[[nodiscard]] std::optional<Outcome> outcome_between(MinuteOfDay opens, MinuteOfDay closes, std::string name);

/// `Monday`, `Mo-Fr`, `Sa,Su,PH`: days by two letters of their names or more; 月曜日, 祝日.
[[nodiscard]] std::optional<DaySet> parse_days(std::string_view text);

/// Some days and their hours in `openingHours`; no hours if they were not understood.
struct DaysInText {
    DaySet days{};
    std::vector<Outcome> hours{};
    std::string words{};
};

/// `Mo-Fr 11:00-14:00,17:00-22:00 Sa,Su 11:00-22:00`. Where a part is not understood, all up to the next semicolon is
/// not. Cost: O(text).
[[nodiscard]] std::vector<DaysInText> parse_opening_hours(std::string_view text);

}  // namespace denwaban::formats::schema_org
