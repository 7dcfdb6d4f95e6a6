#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>

#include "formats/weekly/day_names.hpp"
#include "formats/weekly/said_findings.hpp"

namespace denwaban::formats::google {

inline constexpr int minutes_a_day = 24 * 60;

/// A `TimePeriod`: in minutes from midnight of `day`, some possibly days later.
struct WeeklyPeriod {
    unsigned day;
    int opens;
    int closes;
};

/// A member, or an error that it is missing.
[[nodiscard]] std::optional<Node> required(const Node& object, std::string_view key);

/// Every other member is a finding: it stands among hours, and was not understood.
void expect_members(const Node& object, std::initializer_list<std::string_view> known, HoursReading& reading);

/// A `TimeOfDay`, or `HH:MM` of API version 4, in minutes. Where it is missing or wrong, midnight, and an error.
[[nodiscard]] int read_time(const Node& object, std::string_view key, HoursReading& reading);

/// A `Date`. Where it is missing or wrong, some date, and an error.
[[nodiscard]] Date read_date(const Node& node, HoursReading& reading);

/// One of a week's `periods`. One that ends before it begins is not understood: of its day, nothing is known.
[[nodiscard]] std::optional<WeeklyPeriod> read_period(const Node& node, HoursReading& reading);

/// One of `specialHourPeriods`.
void read_special_period(const Node& node, HoursReading& reading);

/// What is open from `opens` to `closes`.
[[nodiscard]] Outcome open_between(int opens, int closes);

}  // namespace denwaban::formats::google
