#pragma once

#include <chrono>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include <denwaban/core/time.hpp>
#include <denwaban/core/time_zone.hpp>

namespace denwaban {

namespace detail {

/// Appends `T02:00:00`.
template <class Duration>
void append_clock(std::string& text, const date::hh_mm_ss<Duration>& time) {
    text += 'T';
    append_decimal(text, static_cast<int>(time.hours().count()), 2);
    text += ':';
    append_decimal(text, static_cast<int>(time.minutes().count()), 2);
    text += ':';
    append_decimal(text, static_cast<int>(time.seconds().count()), 2);
}

}  // namespace detail

/// An instant as the zone's clock shows it, with its offset: `2026-11-23T02:00:00+09:00` (ISO 8601, RFC 3339). Seconds
/// are cut to whole ones.
[[nodiscard]] inline std::string to_iso8601(Instant instant, const TimeZone& zone) {
    const auto local = zone.local_time(instant);
    const auto date = date::floor<date::days>(local);
    const date::hh_mm_ss time{date::floor<std::chrono::seconds>(local - date)};
    const auto offset = date::floor<std::chrono::minutes>(zone.offset_at(instant)).count();
    auto text = to_string(date);
    detail::append_clock(text, time);
    text += offset < 0 ? '-' : '+';
    detail::append_decimal(text, static_cast<int>(std::abs(offset) / 60), 2);
    text += ':';
    detail::append_decimal(text, static_cast<int>(std::abs(offset) % 60), 2);
    return text;
}

/// An instant in UTC, to the millisecond: `2026-11-22T17:00:00.000Z`.
[[nodiscard]] inline std::string to_iso8601(Instant instant) {
    const auto date = date::floor<date::days>(instant);
    const date::hh_mm_ss time{instant - date};
    auto text = to_string(Date{date.time_since_epoch()});
    text.reserve(24);
    detail::append_clock(text, time);
    text += '.';
    detail::append_decimal(text, static_cast<int>(time.subseconds().count()), 3);
    text += 'Z';
    return text;
}

namespace detail {

/// What stands behind the seconds: a fraction (cut to milliseconds), and `Z` or `+09:00`. Nullopt unless it is that.
[[nodiscard]] constexpr std::optional<std::chrono::milliseconds> fraction_and_offset(std::string_view text) noexcept {
    std::chrono::milliseconds behind{0};
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        int unit = 100;
        std::size_t digits = 0;
        for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits, unit /= 10) {
            behind += std::chrono::milliseconds{(text[digits] - '0') * unit};
        }
        if (digits == 0) return std::nullopt;
        text.remove_prefix(digits);
    }
    if (text == "Z") return behind;
    if (text.size() != 6 || text[3] != ':' || (text[0] != '+' && text[0] != '-')) return std::nullopt;
    const auto hours = decimal(text.substr(1, 2));
    const auto minutes = decimal(text.substr(4, 2));
    if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
    const auto offset = std::chrono::hours{*hours} + std::chrono::minutes{*minutes};
    return text[0] == '+' ? behind - offset : behind + offset;
}

}  // namespace detail

/// Reads `2026-11-22T17:00:00Z`, with a fraction of a second (cut to milliseconds) or an offset (`+09:00`); nullopt for
/// anything else, and for times that do not exist.
[[nodiscard]] constexpr std::optional<Instant> parse_iso8601(std::string_view text) noexcept {
    if (text.size() < 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':') return std::nullopt;
    const auto date = parse_date(text.substr(0, 10));
    const auto hour = detail::decimal(text.substr(11, 2));
    const auto minute = detail::decimal(text.substr(14, 2));
    const auto second = detail::decimal(text.substr(17, 2));
    const auto behind = detail::fraction_and_offset(text.substr(19));
    if (!date || !hour || !minute || !second || !behind) return std::nullopt;
    if (*hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
    return Instant{date->time_since_epoch()} + std::chrono::hours{*hour} + std::chrono::minutes{*minute} +
           std::chrono::seconds{*second} + *behind;
}

}  // namespace denwaban
