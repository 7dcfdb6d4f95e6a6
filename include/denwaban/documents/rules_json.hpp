#pragma once

#include <string>
#include <string_view>

#include <denwaban/core/expected.hpp>
#include <denwaban/hours/rules.hpp>

namespace denwaban {

/// Reads `Rules` from their JSON form (docs/schema/rules.schema.json). Errors: every one in the document (of more than
/// a thousand, the first) with its JSON pointer, or a byte range where it is no JSON at all. Cost: O(text).
[[nodiscard]] Expected<Rules, Errors> rules_from_json(std::string_view text);

/// The JSON form of `rules`; reading it back gives equal rules, if they are such as can be read.
[[nodiscard]] std::string to_json(const Rules& rules);

}  // namespace denwaban
