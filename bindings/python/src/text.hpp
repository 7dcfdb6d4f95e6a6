#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <pybind11/pybind11.h>

namespace denwaban::python {

/// Never raises for what `utf8` says: bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] pybind11::str text_of(std::string_view utf8);

/// Half a surrogate pair comes out as bytes that no reader takes for UTF-8, so that the reader is who refuses it.
[[nodiscard]] std::string utf8_of(const pybind11::str& text);

/// A `str` or `bytes` is JSON already; anything else goes through `json.dumps`, and what has no JSON is refused.
[[nodiscard]] std::string json_text(const pybind11::object& source);
/// The same of an event that must be answered whatever it is: what has no JSON is told as text, and what cannot be told
/// at all is no JSON, for the answer to say so.
[[nodiscard]] std::string event_text(const pybind11::object& source);

[[nodiscard]] constexpr std::optional<std::string_view> unless_empty(std::string_view text) noexcept {
    return text.empty() ? std::nullopt : std::optional{text};
}

}  // namespace denwaban::python
