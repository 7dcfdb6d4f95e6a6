#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/expected.hpp>
#include <denwaban/ledger/document.hpp>

namespace denwaban {

/// The questions and answers of a ledger as JSON (`denwaban::ledger`). Errors of the readers: each with a JSON pointer,
/// or a byte range where it is no JSON at all.

/// `[{"partition": "customer#c1", "sort": "customer"}]`
[[nodiscard]] Expected<std::vector<Key>, Errors> keys_from_json(std::string_view text);
/// `[{"partition": …, "sort": …, "version": 3, "body": "…", "expires": "2026-11-27T12:00:00.000Z"}, null]`
[[nodiscard]] std::string to_json(const std::vector<std::optional<Document>>& documents);

/// `{"partition": "restaurant#r1", "prefix": "book#", "order": "descending", "limit": 10, "after": "book#2026-11-27"}`,
/// or with `first` and `last` for a `prefix`.
[[nodiscard]] Expected<Query, Errors> query_from_json(std::string_view text);
/// `{"documents": […], "next": "book#2026-11-20"}`, `next` null after the last.
[[nodiscard]] std::string to_json(const Page& page);

/// `{"writes": [{"put": {"partition": …, "sort": …, "expected": 3, "body": "…"}}, {"erase": {…}}, {"check": {…}}],
/// "answer": {"request": …, "about": …, "answer": …, "keep_until": …}, "now": "2026-11-27T03:00:00Z"}`: what is
/// expected is a version, `"absent"`, or nothing in particular.
[[nodiscard]] Expected<Commit, Errors> commit_from_json(std::string_view text);
/// `{"result": "committed"}`, `{"result": "replayed", "answer": {…}}`, `{"result": "conflict", "keys": […]}`
[[nodiscard]] std::string to_json(const CommitResult& result);

}  // namespace denwaban
