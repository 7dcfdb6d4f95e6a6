#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

/// How much a document holds. What is made is no larger, so that it can be read again.
namespace denwaban {

inline constexpr std::size_t longest_label = 500;       ///< characters, of a name and the like
inline constexpr std::size_t longest_text = 2000;       ///< characters
inline constexpr std::size_t longest_list = 1000;       ///< items, of tags, allergies, a history and the like
inline constexpr std::size_t most_reservations = 4096;  ///< of a day; and so many blocks
inline constexpr std::size_t most_receipts = 100'000;   ///< of a day
inline constexpr std::size_t most_visits = 100'000;     ///< of a customer
inline constexpr std::size_t most_occurrences = 1000;   ///< of a call that come from outside

/// How many characters a text has: as the `maxLength` of a JSON Schema counts them. Linear.
[[nodiscard]] constexpr std::size_t characters_in(std::string_view text) noexcept {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

/// The first characters of a text, as many at the most.
[[nodiscard]] constexpr std::string_view first_characters(std::string_view text, std::size_t most) noexcept {
    if (text.size() <= most) return text;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80;
        if (begins && most-- == 0) return text.substr(0, at);
    }
    return text;
}

}  // namespace denwaban
