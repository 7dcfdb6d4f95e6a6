#pragma once

#include <vector>

#include "reading.hpp"

namespace denwaban::talk {

/// Takes days, times and people out of what was said of the past or of others, and of what is excluded:
/// 昨日7時に行った, 電車が7時に出る, 月曜以外. Cost: linear.
void set_aside(std::vector<Token>& tokens, const Reading& reading);

}  // namespace denwaban::talk
