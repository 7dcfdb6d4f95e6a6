#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace denwaban::connect {

/// None of what is no base64 (RFC 4648, with its padding or without). Cost: linear, many characters at once.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

[[nodiscard]] std::string to_base64(std::string_view bytes);

/// Decodes a text from its front as far as many digits can be had at once: as many characters as it answers, whole
/// fours of digits, are three quarters of that in bytes. Precondition: at `to` there is room for three quarters of the
/// text.
using DecodeFront = std::size_t (*)(std::string_view text, char* to);

/// Nothing of it.
[[nodiscard]] inline std::size_t decode_no_front(std::string_view, char*) noexcept { return 0; }
/// With the vectors that the processor has.
[[nodiscard]] DecodeFront decode_front_here() noexcept;
/// The rest goes by a table, a digit after the other.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text, DecodeFront front);

}  // namespace denwaban::connect
