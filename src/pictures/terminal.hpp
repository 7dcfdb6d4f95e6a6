#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace denwaban::formats {

/// Whether a letter is two columns wide: East Asian Width W and F, as far as words of ours and of holidays go. Blocks
/// and lines (U+2500 to 259F) are one column but in terminals that are set to take them for wide ones.
[[nodiscard]] constexpr bool is_wide(char32_t letter) noexcept {
    return (letter >= 0x2e80 && letter <= 0xa4cf) || (letter >= 0xac00 && letter <= 0xd7a3) ||
           (letter >= 0xf900 && letter <= 0xfaff) || (letter >= 0xfe30 && letter <= 0xfe6f) ||
           (letter >= 0xff01 && letter <= 0xff60) || (letter >= 0xffe0 && letter <= 0xffe6) ||
           (letter >= 0x1f300 && letter <= 0x1faff) || (letter >= 0x20000 && letter <= 0x3fffd);
}

/// Columns that a terminal gives to a text. Precondition: it is UTF-8.
[[nodiscard]] constexpr std::size_t columns_of(std::string_view text) noexcept {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t size = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        char32_t letter = size == 1 ? lead : lead & (0xffU >> (size + 1));
        for (std::size_t place = 1; place < size && at + place < text.size(); ++place) {
            letter = letter << 6U | (static_cast<unsigned char>(text[at + place]) & 0x3fU);
        }
        columns += is_wide(letter) ? 2 : 1;
        at += size;
    }
    return columns;
}

/// With spaces on its left, or on its right, so that it takes so many columns at least.
[[nodiscard]] inline std::string at_right(std::string_view text, std::size_t columns) {
    return std::string(columns - std::min(columns, columns_of(text)), ' ').append(text);
}
[[nodiscard]] inline std::string at_left(std::string_view text, std::size_t columns) {
    return std::string{text}.append(columns - std::min(columns, columns_of(text)), ' ');
}

/// A letter so many times.
[[nodiscard]] inline std::string times(std::string_view letter, std::size_t count) {
    std::string text;
    for (std::size_t place = 0; place < count; ++place) text += letter;
    return text;
}

}  // namespace denwaban::formats
