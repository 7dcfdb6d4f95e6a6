#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace denwaban::connect {

/// So many bytes of the text, or fewer, so that no character is cut in two.
inline void cut(std::string& text, std::size_t bytes) {
    const auto continues = [&](std::size_t at) { return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U; };
    while (bytes > 0 && bytes < text.size() && continues(bytes)) --bytes;
    text.resize(std::min(bytes, text.size()));
}

/// Without blanks around it.
[[nodiscard]] inline std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// A hostile event could name its own places with as many bytes as it likes.
[[nodiscard]] inline std::string shortened_place(std::string place) {
    cut(place, 200);
    return place;
}

}  // namespace denwaban::connect
