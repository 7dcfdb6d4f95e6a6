#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include <denwaban/documents/call_results_json.hpp>

namespace denwaban {

/// All calls that are known, laid beside the bookings of a question.
struct AskedResults {
    ResultsQuestion question;
    std::vector<PlacedCall> calls;
    std::vector<Reconciliation> rows;

    [[nodiscard]] Brought brought() const noexcept { return {rows, question.bookings}; }
};

/// Errors: those of reading, at their places.
[[nodiscard]] inline Expected<AskedResults, Errors> asked_results(const CallFacts& facts, const Directory* directory,
                                                                  std::string_view json) {
    auto question = results_question_from_json(json);
    if (!question) return Unexpected{std::move(question).error()};
    auto all = facts.all();
    auto rows = reconcile(traces_of(all, directory), question->bookings, question->window);
    auto calls = placed(std::move(all), directory);
    return AskedResults{*std::move(question), std::move(calls), std::move(rows)};
}

}  // namespace denwaban
