#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "tokens.hpp"

namespace denwaban::talk {

/// After is 以降, before is まで; nothing for another word.
[[nodiscard]] std::optional<Word> bound_of(std::u16string_view word);

/// After six, before 7:30 pm: Japanese says it behind the clock. Cost: linear.
void put_bounds_behind(std::vector<Token>& tokens, std::u16string_view text);

}  // namespace denwaban::talk
