#pragma once

#include <string_view>

#include <denwaban/core/expected.hpp>
#include <denwaban/formats/rules_reading.hpp>
#include <denwaban/hours/hours.hpp>

namespace denwaban {

/// Reads what Amazon Connect says of a contact centre's hours: the response of `DescribeHoursOfOperation`, and beside
/// `HoursOfOperation` in it `HoursOfOperationOverrideList` as `ListHoursOfOperationOverrides` responds, and `Parents`,
/// an array of such documents (docs/amazon_connect_hours.md). The rules' openings are Connect's effective hours; what
/// is split at midnight is joined again. Errors: everything that Connect could not have said, with its JSON pointer.
/// Cost: O(text), and O(dates within the overrides).
[[nodiscard]] Expected<RulesReading, Errors> rules_from_amazon_connect(std::string_view document);

/// Writes `hours` as Amazon Connect is to keep them, so that its effective hours equal ours on every date of `span`:
/// one document that `rules_from_amazon_connect` reads, and whose parts are parameters of `CreateHoursOfOperation` and
/// `CreateHoursOfOperationOverride`. What can't be said, or goes beyond Connect's limits, is a finding with the dates
/// that it costs. Error: `beyond_horizon` for a span that leaves the hours' horizon, `out_of_range` for one that ends
/// before it begins. Cost: some ten milliseconds a year of plain rules; the search for overrides that
/// recur stops at a bound, so that decades cost seconds at most.
[[nodiscard]] Expected<RulesWriting> to_amazon_connect(const Hours& hours, Horizon span);

}  // namespace denwaban
