#pragma once

#include <optional>
#include <string>

#include <denwaban/records/call_fact.hpp>
#include <denwaban/records/call_place.hpp>

/// Calls as CSV (RFC 4180): the columns of `bigquery_row`, those that are not one value as JSON. What a
/// spreadsheet would take for a formula has `'` before it.
namespace denwaban {

/// The names of the columns, with the end of the line.
[[nodiscard]] std::string call_csv_header();
/// Columns of the place are empty without one. Cost: linear.
[[nodiscard]] std::string call_csv_row(const CallFact& fact, const std::optional<CallPlace>& place);

}  // namespace denwaban
