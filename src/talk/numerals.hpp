#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace denwaban::talk {

/// How a number was written.
enum class Script : std::uint8_t { figures, kanji, kana };

/// A number and how many characters it takes.
struct Numeral {
    std::int32_t value;
    std::size_t size;
    Script script;
    std::int32_t last;    ///< of 三四人 the 4; else the value itself
    std::size_t figures;  ///< how many, of figures
};

/// Every number that a text begins with, the longest first, four at most: いちに of いちにち, and いち.
struct Numerals {
    std::array<Numeral, 4> all;
    std::size_t count = 0;
};
[[nodiscard]] Numerals numerals_at(std::u16string_view text);

/// A digit as it is told one by one (ゼロ, まる, にい, 〇), and its characters.
struct SpokenDigit {
    char digit;
    std::size_t size;
    Script script;
};
[[nodiscard]] std::optional<SpokenDigit> digit_at(std::u16string_view text);

}  // namespace denwaban::talk
