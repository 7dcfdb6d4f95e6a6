#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "tokens.hpp"

namespace denwaban::talk {

/// 27、いや28日; 3か4人: a number alone takes the unit of the one that it is set against. Cost: linear.
void share_units(std::vector<Token>& tokens);

/// Where something is to be changed: 変更, or 7時を8時に; nothing where nothing is. Cost: linear.
[[nodiscard]] std::optional<std::size_t> changed_at(const std::vector<Token>& tokens);

}  // namespace denwaban::talk
