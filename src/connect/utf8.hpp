#pragma once

#include <algorithm>
#include <cstddef>
#include <string>

namespace denwaban::connect {

/// So many bytes of the text, or fewer, so that no character is cut in two.
inline void cut(std::string& text, std::size_t bytes) {
    const auto continues = [&](std::size_t at) { return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U; };
    while (bytes > 0 && bytes < text.size() && continues(bytes)) --bytes;
    text.resize(std::min(bytes, text.size()));
}

/// A hostile event could name its own places with as many bytes as it likes.
[[nodiscard]] inline std::string shortened_place(std::string place) {
    cut(place, 200);
    return place;
}

}  // namespace denwaban::connect
