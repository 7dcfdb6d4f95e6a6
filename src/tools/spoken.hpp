#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "documents/engine/shape.hpp"

namespace denwaban::tools {

/// Whom a noun is for: who asks may leave out what has a default, or say null; who is told finds it there. What is for
/// both may be left out, and is never null.
enum class Use : std::uint8_t { asked, told, both };

/// What comes beside a noun that was read: the places of keys and words that are new to us.
enum class Beside : std::uint8_t { nothing, unknown };

/// A noun as the types of other languages name it.
struct Spoken {
    std::string_view name;
    const shapes::Shape* shape;
    Use use;
    /// Of one of several: the member that tells them apart, and the word for this one.
    std::string_view tag{};
    std::string_view word{};
    Beside beside = Beside::nothing;
    /// What is told in its place, where more may be said of it than ever is told.
    std::string_view told_as{};
};
/// The words of an enumeration, by the name of their type.
struct SpokenWords {
    std::string_view name;
    std::span<const std::string_view> words;
    std::string_view about;
};

/// What Node and Python hand over as objects.
[[nodiscard]] std::vector<Spoken> spoken();
[[nodiscard]] std::vector<SpokenWords> spoken_words();
/// Words of enumerations that stand in none of these.
[[nodiscard]] std::vector<SpokenWords> other_words();

}  // namespace denwaban::tools
