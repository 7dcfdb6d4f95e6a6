#pragma once

#include <vector>

#include <denwaban/formats/rules_reading.hpp>

#include "schedule.hpp"

namespace denwaban::formats::amazon_connect {

/// The dates for which overrides are worked out: hours can't be compiled for others.
inline constexpr Date first_known_date = make_date(1948, 1, 1);
inline constexpr Date last_known_date = make_date(2099, 12, 31);

/// Rules whose openings on every date are the effective hours of `schedule`: the week, before it a rule for each
/// override that changes something, and before those the dates on which overrides and nights meet.
[[nodiscard]] Rules rules_of(const Schedule& schedule, Findings& findings);

}  // namespace denwaban::formats::amazon_connect
