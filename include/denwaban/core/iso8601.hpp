#pragma once

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <denwaban/core/time.hpp>
#include <denwaban/core/time_zone.hpp>

namespace denwaban {

/// An instant as the zone's clock shows it, with its offset: `2026-11-23T02:00:00+09:00` (ISO 8601, RFC 3339). Seconds
/// are cut to whole ones.
[[nodiscard]] inline std::string to_iso8601(Instant instant, const TimeZone& zone) {
    const auto local = zone.local_time(instant);
    const auto date = date::floor<date::days>(local);
    const date::hh_mm_ss time{date::floor<std::chrono::seconds>(local - date)};
    const auto offset = date::floor<std::chrono::minutes>(zone.offset_at(instant)).count();
    std::array<char, 40> text{};
    const int length = std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d%c%02d:%02d",
                                     static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                                     static_cast<int>(time.seconds().count()), offset < 0 ? '-' : '+',
                                     static_cast<int>(std::abs(offset) / 60), static_cast<int>(std::abs(offset) % 60));
    return to_string(date) + std::string{text.data(), static_cast<std::size_t>(length)};
}

}  // namespace denwaban
