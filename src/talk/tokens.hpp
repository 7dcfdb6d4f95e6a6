#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "glyphs.hpp"
#include "words.hpp"

namespace denwaban::talk {

/// A word where it stands, by its characters. A figure and what it counts are one: 4人 is `people`, `value` to `last`.
struct Token {
    Word word;
    Cue cue;
    std::int32_t value;
    std::int32_t last;
    std::uint32_t begin;
    std::uint32_t end;
};

/// Characters from one to another, without.
struct GlyphRange {
    std::size_t begin;
    std::size_t end;
};

/// Each character is in one token; a telephone number that was found is one. Cost: linear.
[[nodiscard]] std::vector<Token> tokens_of(const Glyphs& glyphs, std::optional<GlyphRange> phone);

}  // namespace denwaban::talk
