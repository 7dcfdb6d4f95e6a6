#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>

#include <denwaban/core/error.hpp>

namespace denwaban::connect {

/// Whether an object or a list begins a text.
[[nodiscard]] bool opens_value(std::string_view text) noexcept;
/// Where the value that begins a text ends: behind the bracket that closes it, else before the next blank. None where
/// the text ends before.
[[nodiscard]] std::optional<std::size_t> end_of_value(std::string_view text) noexcept;
[[nodiscard]] std::string_view without_blanks_before(std::string_view text) noexcept;

/// Where the object or list that begins a text ends, or what is none: all of it up to the next that opens.
/// Precondition: the text begins without blanks.
[[nodiscard]] std::size_t end_of_part(std::string_view text) noexcept;

/// Whether it could be read.
using TakePart = std::function<bool(std::string_view)>;
using TakePoison = std::function<void(Error, std::string_view)>;

/// The JSON texts in a record's data, in their order: `part(text)` for each, `poison(error, bytes)` for what is none.
/// What is not closed, or stands between texts, is a part as well: its reader says what is wrong with it. After 20 that
/// can't be read the rest is poison as a whole.
void each_json_text(std::string_view data, const TakePart& part, const TakePoison& poison);

}  // namespace denwaban::connect
