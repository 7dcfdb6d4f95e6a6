#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

namespace denwaban {

/// The words for the values of an enumeration, contiguous from 0, in their order; as many as it has values. An
/// enumeration specialises it beside its definition, with distinct words of letters, digits and `_`.
template <class Enum>
inline constexpr std::array<std::string_view, 0> names_of{};

namespace detail {

[[nodiscard]] consteval bool are_distinct_words(std::span<const std::string_view> names) {
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
    for (std::size_t index = 0; index < names.size(); ++index) {
        if (names[index].empty() || names[index].find_first_not_of(allowed) != std::string_view::npos) return false;
        for (const auto& earlier : names.first(index)) {
            if (earlier == names[index]) return false;
        }
    }
    return !names.empty();
}

}  // namespace detail

template <class Enum>
concept Named = std::is_enum_v<Enum> && detail::are_distinct_words(names_of<Enum>);  ///< Its values have words.

template <Named Enum>
inline constexpr std::size_t count_of = names_of<Enum>.size();  ///< Of its values.
/// The place of a value, from 0.
template <Named Enum>
[[nodiscard]] constexpr std::size_t index_of(Enum value) noexcept {
    return static_cast<std::size_t>(value);
}

/// Precondition: the enumeration has the value.
template <Named Enum>
[[nodiscard]] constexpr std::string_view name_of(Enum value) noexcept {
    assert(index_of(value) < count_of<Enum>);
    return names_of<Enum>[index_of(value)];
}

/// The same, as everything else of denwaban's is written.
[[nodiscard]] constexpr std::string_view to_string(Named auto value) noexcept { return name_of(value); }

/// The value of that name; nothing for any other word.
template <Named Enum>
[[nodiscard]] constexpr std::optional<Enum> enumerator_named(std::string_view word) noexcept {
    for (std::size_t index = 0; index < count_of<Enum>; ++index) {
        if (names_of<Enum>[index] == word) return static_cast<Enum>(index);
    }
    return std::nullopt;
}

}  // namespace denwaban
