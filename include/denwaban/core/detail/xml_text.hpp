#pragma once

#include <string>
#include <string_view>

#include <denwaban/core/utf8.hpp>

namespace denwaban::detail {

/// Production [2] of XML 1.0, without the controls that it discourages.
[[nodiscard]] constexpr bool is_xml_character(char32_t code) noexcept {
    if (code < 0x20) return code == U'\t' || code == U'\n' || code == U'\r';
    if (code < 0x7F) return true;
    return (code >= 0xA0 && code <= 0xD7FF) || (code >= 0xE000 && code <= 0xFFFD) ||
           (code >= 0x10000 && code <= 0x10FFFF);
}

/// A text as the content of an element or an attribute. What XML can't hold is left out; a byte that is no UTF-8
/// becomes U+FFFD.
[[nodiscard]] inline std::string xml_text(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    while (!text.empty()) {
        const auto [code, bytes] = first_character(text);
        text.remove_prefix(bytes);
        switch (code) {
            case U'<':
                escaped += "&lt;";
                break;
            case U'>':
                escaped += "&gt;";
                break;
            case U'&':
                escaped += "&amp;";
                break;
            case U'"':
                escaped += "&quot;";
                break;
            case U'\'':
                escaped += "&apos;";
                break;
            default:
                if (is_xml_character(code)) append_character(escaped, code);
        }
    }
    return escaped;
}

}  // namespace denwaban::detail
