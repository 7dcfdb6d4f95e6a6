#pragma once

#include <string>
#include <string_view>

namespace denwaban::tools {

/// `first_to_leave` as `firstToLeave`.
[[nodiscard]] std::string camel(std::string_view key);

}  // namespace denwaban::tools
