#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/hours/when.hpp>

namespace denwaban::formats::osm {

[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view separator);
/// The selector of a condition; nothing where OSM has none.
[[nodiscard]] std::optional<std::string> selector_of(const When& when);
/// The selector of which the reader makes this condition, but for the days that it leaves out to later rules.
[[nodiscard]] std::optional<std::string> selector_as_read(const When& when);

}  // namespace denwaban::formats::osm
