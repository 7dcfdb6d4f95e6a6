#pragma once

#include <vector>

#include "tokens.hpp"

namespace denwaban::talk {

/// 27、いや28日; 3か4人: a number alone takes the unit of the one that it is set against. Cost: linear.
void share_units(std::vector<Token>& tokens);

}  // namespace denwaban::talk
