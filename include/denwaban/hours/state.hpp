#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <denwaban/core/names.hpp>

namespace denwaban {

/// What is known of an instant. Python and Node spell it `open`, `closed`, `unknown`.
enum class State : std::uint8_t { closed, open, unknown };
template <>
inline constexpr std::array<std::string_view, 3> names_of<State>{"closed", "open", "unknown"};

}  // namespace denwaban
