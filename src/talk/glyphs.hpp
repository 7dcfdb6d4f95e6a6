#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/error.hpp>

namespace denwaban::talk {

/// What was said, a character each, in one way of writing: hiragana for katakana of either width, a-z, 0-9, no ー, no
/// blanks but between figures, the common signs. Each knows the bytes that it came from.
struct Glyphs {
    std::u16string text;
    std::vector<ByteRange> bytes;
    std::vector<bool> stretched;  ///< うー: not うん

    [[nodiscard]] std::size_t size() const noexcept { return text.size(); }
};

/// Cost: linear. What is no character of the plane that Japanese is written in is one sign like another.
[[nodiscard]] Glyphs fold(std::string_view utf8);

}  // namespace denwaban::talk
