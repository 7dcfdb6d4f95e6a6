#pragma once

#include <optional>
#include <vector>

#include "tokens.hpp"

namespace denwaban::talk {

/// Whether a text holds letters, and none that Japanese is written in.
[[nodiscard]] bool is_english(std::string_view utf8);

/// English in the words of Japanese, in their order: half past six is an hour and a half. Cost: linear.
[[nodiscard]] std::vector<Token> english_tokens_of(const Glyphs& glyphs, std::optional<GlyphRange> phone);

/// The longest English phrase with which a text begins, up to the end of a word, or null.
[[nodiscard]] const Entry* english_phrase(std::u16string_view text);

[[nodiscard]] std::span<const Row> english_words();

}  // namespace denwaban::talk
