#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/error.hpp>

namespace denwaban::formats::osm {

enum class TokenKind : std::uint8_t { word, number, sign, comment, invalid };

struct Token {
    TokenKind kind;
    std::string text;  ///< of a word, in lower case; of a comment, without its quotes
    int number = 0;
    std::size_t digits = 0;
    ByteRange bytes{};
    bool spaced = false;  ///< a blank stands before it
};

/// The tokens of a string: words of letters, numbers, comments in quotes, `||`, and single signs. Cost: O(text).
[[nodiscard]] std::vector<Token> tokens_of(std::string_view text);

}  // namespace denwaban::formats::osm
