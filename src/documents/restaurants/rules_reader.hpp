#pragma once

#include <denwaban/hours/rules.hpp>

#include "documents/json_document.hpp"

namespace denwaban::formats {

[[nodiscard]] When read_when(const Node& node);
[[nodiscard]] Rules read_rules(const Node& node);

/// Whether `from` and `to` of a range were read without an error, if `first` is the next from before.
[[nodiscard]] bool both_read(const Node& range, std::size_t first);

[[nodiscard]] Json write_when(const When& when);
[[nodiscard]] Json write_rules(const Rules& rules);

}  // namespace denwaban::formats
