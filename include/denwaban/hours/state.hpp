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

/// Where in its business date an instant lies at which a place is closed; what is unknown counts as an opening.
enum class Phase : std::uint8_t {
    before_opening,    ///< 準備中: it opens for the first time that day
    between_services,  ///< 中休み
    after_closing,     ///< 営業終了
    closed_all_day,
};
template <>
inline constexpr std::array<std::string_view, 4> names_of<Phase>{
    "before_opening",
    "between_services",
    "after_closing",
    "closed_all_day",
};

}  // namespace denwaban
