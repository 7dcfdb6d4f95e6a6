#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/expected.hpp>
#include <denwaban/records/call_facts.hpp>
#include <denwaban/records/call_results.hpp>

namespace denwaban {

/// With its means and shares, null where there is nothing to divide by.
[[nodiscard]] std::string to_json(const CallResults& results);

/// What is asked of what came of calls: bookings are laid beside them by `reconcile`.
struct ResultsQuestion {
    std::vector<BookingTrace> bookings;
    ReconcileWindow window;
    ResultTerms terms;
    std::optional<CallGroup> group;
};
/// `{bookings, window?, terms: {from, until, again?, channel?}, group?}`. Errors: those of reading, at their places.
[[nodiscard]] Expected<ResultsQuestion, Errors> results_question_from_json(std::string_view json);

/// What came of all calls that are known, as JSON, asked as a `ResultsQuestion` is. With a group it is
/// `call_results_by`, an object a name.
///
/// Errors: those of reading, at their places. Cost: n log n.
[[nodiscard]] Expected<std::string, Errors> call_results_json(const CallFacts& facts, const Directory* directory,
                                                              const TimeZone& zone, std::string_view question);

/// `{from, until, again?, channel?}`. Errors: those of reading, at their places.
[[nodiscard]] Expected<ResultTerms, Errors> result_terms_from_json(std::string_view json);

}  // namespace denwaban
