#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <denwaban/core/utf8.hpp>

namespace denwaban::detail {

/// What ends a line, wherever a text is shown.
[[nodiscard]] constexpr bool ends_line(char32_t code) noexcept {
    return (code >= 0x0A && code <= 0x0D) || code == 0x85 || code == 0x2028 || code == 0x2029;
}
/// What makes a terminal, a printer or a protocol do something.
[[nodiscard]] constexpr bool is_control(char32_t code) noexcept { return code < 0x20 || (code >= 0x7F && code < 0xA0); }

/// Whether a text has what neither a telephone's voice nor an agent's screen can render, and XML can't hold: no
/// document has it.
[[nodiscard]] constexpr bool has_unwritable(std::string_view text) noexcept {
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t') return true;
    }
    return false;
}

/// Whether a text has an end of a line in it, or a control character.
[[nodiscard]] constexpr bool is_one_line(std::string_view text) noexcept {
    while (!text.empty()) {
        const auto [code, bytes] = first_character(text);
        if (ends_line(code) || is_control(code)) return false;
        text.remove_prefix(bytes);
    }
    return true;
}

/// A text for a place that has one line: what ends lines, and each control character, is a blank.
[[nodiscard]] inline std::string one_line(std::string_view text) {
    std::string line;
    line.reserve(text.size());
    while (!text.empty()) {
        const auto [code, bytes] = first_character(text);
        const bool crlf = code == U'\r' && text.size() > 1 && text[1] == '\n';
        text.remove_prefix(crlf ? 2 : bytes);
        append_character(line, ends_line(code) || is_control(code) ? U' ' : code);
    }
    return line;
}

/// A text for a place that has many: lines end with `\n`, other control characters are left out, and each line but the
/// first begins with `indent`.
[[nodiscard]] inline std::string some_lines(std::string_view text, std::string_view indent = {}) {
    std::string lines;
    lines.reserve(text.size());
    while (!text.empty()) {
        const auto [code, bytes] = first_character(text);
        const bool crlf = code == U'\r' && text.size() > 1 && text[1] == '\n';
        text.remove_prefix(crlf ? 2 : bytes);
        if (ends_line(code)) {
            lines += '\n';
            lines += indent;
        } else if (!is_control(code) || code == U'\t') {
            append_character(lines, code);
        }
    }
    return lines;
}

}  // namespace denwaban::detail
