#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <denwaban/core/error.hpp>

namespace denwaban::connect {

/// None of what is no base64 (RFC 4648, with its padding or without). Cost: linear.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

[[nodiscard]] std::string to_base64(std::string_view bytes);

/// Where the value that begins a text ends: behind the bracket that closes it, else before the next blank. None where
/// the text ends before.
[[nodiscard]] std::optional<std::size_t> end_of_value(std::string_view text) noexcept;
[[nodiscard]] std::string_view without_blanks_before(std::string_view text) noexcept;

/// The values of a text, one behind the other; the last may lack its end.
void each_value(std::string_view text, const std::function<void(std::string_view)>& part);

/// The JSON texts in a record's data, in their order: `part(text)` for each, `poison(error, bytes)` for what is none.
/// What is not closed, or stands between texts, is a part as well: its reader says what is wrong with it.
void each_json_text(std::string_view data, const std::function<void(std::string_view)>& part,
                    const std::function<void(Error, std::string_view)>& poison);

}  // namespace denwaban::connect
