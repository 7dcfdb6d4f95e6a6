#pragma once

#include <string_view>

#include <denwaban/core/detail/plain_text.hpp>

/// What of a text is seen where it is shown.
namespace denwaban::detail {

/// What turns around how what follows is shown.
[[nodiscard]] constexpr bool turns_around(char32_t code) noexcept {
    return code == 0x61C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}
/// What is not seen: blanks, signs of no width, fillers, variations of the sign before.
[[nodiscard]] constexpr bool is_unseen(char32_t code) noexcept {
    return code == U' ' || code == 0xA0 || code == 0xAD || code == 0x34F || code == 0x115F || code == 0x1160 ||
           code == 0x1680 || (code >= 0x180B && code <= 0x180E) || (code >= 0x2000 && code <= 0x200F) ||
           (code >= 0x2028 && code <= 0x202F) || (code >= 0x205F && code <= 0x206F) || code == 0x2800 ||
           code == 0x3000 || code == 0x3164 || (code >= 0xFE00 && code <= 0xFE0F) || code == 0xFEFF || code == 0xFFA0 ||
           (code >= 0xE0000 && code <= 0xE0FFF) || ends_line(code) || is_control(code) || turns_around(code);
}
[[nodiscard]] constexpr bool has_any(std::string_view text, bool (*wanted)(char32_t)) noexcept {
    while (!text.empty()) {
        const auto [code, bytes] = first_character(text);
        if (wanted(code)) return true;
        text.remove_prefix(bytes);
    }
    return false;
}

/// Whether anything of a text is seen.
[[nodiscard]] constexpr bool shows_something(std::string_view text) noexcept {
    return has_any(text, [](char32_t code) { return !is_unseen(code); });
}
/// Whether anything of it turns around how it is shown.
[[nodiscard]] constexpr bool turns_around(std::string_view text) noexcept {
    return has_any(text, [](char32_t code) { return turns_around(code); });
}

}  // namespace denwaban::detail
