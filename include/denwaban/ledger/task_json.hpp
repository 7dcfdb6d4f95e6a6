#pragma once

#include <string>
#include <string_view>

#include <denwaban/core/expected.hpp>
#include <denwaban/ledger/errand.hpp>

namespace denwaban {

/// What an errand wants done, for whoever does it in another language (`denwaban::ledger`): `{"read": […keys…]}`,
/// `{"query": {…}}`, `{"commit": {…}}`, in the words of `ledger_json.hpp`, or `{"pause": 12}`, in milliseconds.
[[nodiscard]] std::string to_json(const Task& task);

/// What came of it: to `read` the list of documents, to `query` the page, to `commit` its result, as `ledger_json.hpp`
/// writes them, to `pause` null; or `{"errors": [{"code": "unavailable", "message": "…"}]}`. Errors: each with a JSON
/// pointer, or a byte range where it is no JSON at all; `out_of_range` for a list that is not as long as the keys.
[[nodiscard]] Expected<TaskResult, Errors> task_result_from_json(std::string_view text, const Task& task);

/// What is asked of a ledger as a whole, as JSON that has one key (docs/ledger.md has the table), and what it answers:
/// `{"decide": {"restaurant": "r1", "date": "2026-11-27", "command": {…}}}`. `seed` is of its pauses: whoever runs at
/// the same time wants another. Errors: each with a JSON pointer, or a byte range where it is no JSON at all.
[[nodiscard]] Expected<JsonErrand, Errors> errand_from_json(std::string_view text, std::uint64_t seed);

/// What came of an errand that another language observes: `{"retries": 2, "answer": …}`, or `errors` in place of an
/// answer. Precondition: `answer` is JSON.
[[nodiscard]] std::string observed_to_json(const Expected<std::string, Errors>& answer, const ErrandEffort& effort);

}  // namespace denwaban
