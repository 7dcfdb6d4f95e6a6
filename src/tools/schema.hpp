#pragma once

#include <string>

#include "documents/engine/json.hpp"
#include "nouns.hpp"

namespace denwaban::tools {

/// The JSON Schema of a noun, with the examples of `{"": [...], "party": [...]}` at its root and its definitions.
[[nodiscard]] formats::Json schema_of(const Noun& noun, const formats::Json& examples);

/// `DayBook` as `day_book`.
[[nodiscard]] std::string snake(std::string_view name);

}  // namespace denwaban::tools
