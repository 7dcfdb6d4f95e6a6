#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace denwaban::formats::japanese {

/// A character of a text, folded as NFKC would fold its width: １ to 1, ： to :, ﾗ to ラ, letters to lower case, every
/// kind of blank to a space. Its place is that of the bytes it came from.
struct Glyph {
    char32_t code;
    std::uint32_t begin;
    std::uint32_t end;
};

/// Every character of `text` in order, `replacement_character` for a byte that is none; half-width katakana and its
/// voicing marks make one glyph. Cost: O(text).
[[nodiscard]] std::vector<Glyph> fold(std::string_view text);

}  // namespace denwaban::formats::japanese
