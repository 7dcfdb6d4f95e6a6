#pragma once

#include <cstdint>
#include <string>

#include <date/date.h>

#include <denwaban/core/expected.hpp>
#include <denwaban/hours/hours.hpp>

namespace denwaban {

/// Whether a terminal understands colours.
enum class TerminalStyle : std::uint8_t { plain, coloured };

/// A month as a calendar 84 columns wide, weeks from Monday: each day's openings, 祝 on 祝日 and 前 on 祝前日, `?`
/// where nobody can say. Error: `beyond_horizon`. Cost: O(days).
[[nodiscard]] Expected<std::string> month_text(const Hours& hours, date::year_month month, TerminalStyle style);

/// The same month as an SVG picture, a document of its own that needs no font but the reader's. Error:
/// `beyond_horizon`. Cost: O(days).
[[nodiscard]] Expected<std::string> month_svg(const Hours& hours, date::year_month month);

}  // namespace denwaban
