#pragma once

#include <denwaban/hours/rules.hpp>

#include "json_document.hpp"

namespace denwaban::formats {

[[nodiscard]] When read_when(const Node& node);
[[nodiscard]] Rules read_rules(const Node& node);

[[nodiscard]] Json write_when(const When& when);
[[nodiscard]] Json write_rules(const Rules& rules);

/// Adds what the rules get wrong among themselves, but for places where reading already found something.
void check_rules(const Rules& rules, const Node& node);

}  // namespace denwaban::formats
