#pragma once

#include <optional>

#include "reading.hpp"

namespace denwaban::talk {

/// What is to be spent: 一人5000円くらい, 全部で3万円以内.
[[nodiscard]] std::optional<Heard<Budget>> budget_of(const Reading& reading);

}  // namespace denwaban::talk
