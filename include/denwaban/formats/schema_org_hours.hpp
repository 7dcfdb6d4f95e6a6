#pragma once

#include <string_view>

#include <denwaban/core/expected.hpp>
#include <denwaban/formats/rules_reading.hpp>
#include <denwaban/hours/hours.hpp>

namespace denwaban {

/// Reads what a web page says of a restaurant's hours in JSON-LD by schema.org: a thing (alone, in an array or in
/// `@graph`) with `openingHoursSpecification`, `specialOpeningHoursSpecification` or `openingHours`, or the
/// specifications alone. What words stand for is told in docs/schema_org_and_google.md. Days of which something was not
/// understood are unknown, and a finding says so. Errors: values of a wrong type, with their JSON pointers.
/// Cost: O(text).
[[nodiscard]] Expected<RulesReading, Errors> rules_from_schema_org(std::string_view document);

/// Writes the business dates of `span` as a `Restaurant` in JSON-LD: `openingHoursSpecification` for the week that most
/// dates follow, `specialOpeningHoursSpecification` for the others. What can't be said is a finding with the dates that
/// it costs. Errors: `beyond_horizon` for a span that leaves the hours' horizon, `out_of_range` for one that ends
/// before it begins. Cost: about a microsecond a date.
[[nodiscard]] Expected<RulesWriting> to_schema_org(const Hours& hours, Horizon span);

}  // namespace denwaban
