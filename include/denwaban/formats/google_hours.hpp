#pragma once

#include <string_view>

#include <denwaban/core/expected.hpp>
#include <denwaban/formats/rules_reading.hpp>
#include <denwaban/hours/hours.hpp>

namespace denwaban {

/// Reads the hours in a `Location` of Google's Business Profile API: `regularHours`, `specialHours`, `moreHours` and
/// `openInfo`, of API version 1 or 4; what else a location says is passed over. The hours of the KITCHEN are last
/// orders for food (docs/schema_org_and_google.md). Errors: what the API could not have said, with its JSON pointer.
/// Cost: O(text).
[[nodiscard]] Expected<RulesReading, Errors> rules_from_google(std::string_view document);

/// Writes the business dates of `span` as parts of a `Location` that `locations.patch` takes: `regularHours` for the
/// week that most dates follow, `specialHours` for the others, and last orders for food as `moreHours` of the KITCHEN.
/// What can't be said is a finding with the dates that it costs. Errors: `beyond_horizon` for a span that leaves the
/// hours' horizon, `out_of_range` for one that ends before it begins. Cost: about a microsecond a date.
[[nodiscard]] Expected<RulesWriting> to_google(const Hours& hours, Horizon span);

}  // namespace denwaban
