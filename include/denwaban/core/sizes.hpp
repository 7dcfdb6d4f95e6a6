#pragma once

#include <cstddef>
#include <string_view>

/// How much a document holds. What is made is no larger, so that it can be read again.
namespace denwaban {

inline constexpr std::size_t longest_text = 2000;       ///< bytes of UTF-8
inline constexpr std::size_t longest_list = 1000;       ///< items, of tags, allergies, a history and the like
inline constexpr std::size_t most_reservations = 4096;  ///< of a day; and so many blocks
inline constexpr std::size_t most_receipts = 100'000;   ///< of a day
inline constexpr std::size_t most_visits = 100'000;     ///< of a customer
inline constexpr std::size_t most_occurrences = 1000;   ///< of a call that come from outside

/// As much of a text as there is room for, in whole characters.
[[nodiscard]] constexpr std::string_view shortened(std::string_view text, std::size_t bytes) noexcept {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80) --bytes;
    return text.substr(0, bytes);
}

}  // namespace denwaban
