#pragma once

#include <vector>

#include "grounds.hpp"

namespace denwaban::talk {

/// As `set_grounds_aside`, of English: my friend wanted 7 but we'd like 8, last time we came at 6. Cost: by the words
/// of each clause.
[[nodiscard]] TakenBack set_english_grounds_aside(std::vector<Token>& tokens, const Glyphs& glyphs);

/// Whether a clause that holds a token says why not, what was, or what another wants.
[[nodiscard]] bool is_in_english_ground(const std::vector<Token>& tokens, const Glyphs& glyphs, std::size_t at);

}  // namespace denwaban::talk
