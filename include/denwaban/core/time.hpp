#pragma once

#include <array>
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <date/date.h>

namespace denwaban {

/// A point on the UTC time line, to the millisecond.
using Instant = date::sys_time<std::chrono::milliseconds>;

/// The last that documents can hold: the end of 9999.
inline constexpr Instant latest_instant =
    Instant{date::sys_days{date::year{10000} / date::January / 1}} - std::chrono::milliseconds{1};

/// A civil date, in no zone: steps by `date::days`, breaks down with `date::year_month_day`.
using Date = date::local_days;

/// What a wall clock shows: a civil date and time, in no zone.
using LocalTime = date::local_time<std::chrono::milliseconds>;

/// `make_date(2026, 11, 23)`. Precondition: the date exists (`parse_date` checks).
[[nodiscard]] constexpr Date make_date(int year, unsigned month, unsigned day) noexcept {
    return Date{date::year{year} / date::month{month} / date::day{day}};
}

/// Minutes from local midnight of the business date, 0 to 2880: 26:00 on Friday is still Friday.
class MinuteOfDay {
public:
    /// 48:00, in minutes.
    static constexpr int max = 48 * 60;

    constexpr MinuteOfDay() = default;

    /// `clock(26, 30)`; a time past 48:00 or with minutes past 59 does not compile.
    [[nodiscard]] static consteval MinuteOfDay clock(int hour, int minute) {
        if (minute < 0 || minute > 59) throw "minute of hour must be 0 to 59";
        return checked(hour * 60 + minute);
    }
    /// None below 0 and above `max`.
    [[nodiscard]] static constexpr std::optional<MinuteOfDay> make(int minutes) noexcept {
        if (minutes < 0 || minutes > max) return std::nullopt;
        return MinuteOfDay{minutes};
    }

    /// Minutes, 0 to `max`.
    [[nodiscard]] constexpr int count() const noexcept { return minutes_; }
    friend constexpr auto operator<=>(MinuteOfDay, MinuteOfDay) = default;

private:
    constexpr explicit MinuteOfDay(int minutes) noexcept : minutes_(static_cast<std::int16_t>(minutes)) {}
    [[nodiscard]] static constexpr MinuteOfDay checked(int minutes) {
        if (minutes < 0 || minutes > max) throw "minute of day must be 0 to 2880";
        return MinuteOfDay{minutes};
    }

    std::int16_t minutes_ = 0;
};

/// What the clock on the wall shows `minute` minutes into the business date.
[[nodiscard]] constexpr LocalTime at(Date date, MinuteOfDay minute) noexcept {
    return LocalTime{date} + std::chrono::minutes{minute.count()};
}

namespace detail {

/// Appends a number with zeros before it, so that with its sign it is `width` characters long or longer.
inline void append_decimal(std::string& text, int value, std::size_t width) {
    std::array<char, 12> digits{};
    auto first = digits.end();
    for (auto rest = value < 0 ? 0U - static_cast<unsigned>(value) : static_cast<unsigned>(value);;) {
        *--first = static_cast<char>('0' + rest % 10);
        rest /= 10;
        if (rest == 0) break;
    }
    const auto length = static_cast<std::size_t>(digits.end() - first) + (value < 0 ? 1 : 0);
    if (value < 0) text += '-';
    if (length < width) text.append(width - length, '0');
    text.append(first, digits.end());
}

}  // namespace detail

/// `2026-11-23`.
[[nodiscard]] inline std::string to_string(Date date) {
    const date::year_month_day civil{date};
    std::string text;
    detail::append_decimal(text, static_cast<int>(civil.year()), 4);
    text += '-';
    detail::append_decimal(text, static_cast<int>(static_cast<unsigned>(civil.month())), 2);
    text += '-';
    detail::append_decimal(text, static_cast<int>(static_cast<unsigned>(civil.day())), 2);
    return text;
}

/// `17:00`, `26:30`.
[[nodiscard]] inline std::string to_string(MinuteOfDay minute) {
    std::string text;
    detail::append_decimal(text, minute.count() / 60, 2);
    text += ':';
    detail::append_decimal(text, minute.count() % 60, 2);
    return text;
}

namespace detail {

/// The number that `digits` spell; nullopt if there is any other character, or none.
[[nodiscard]] constexpr std::optional<int> decimal(std::string_view digits) noexcept {
    if (digits.empty() || digits.size() > 9) return std::nullopt;
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace detail

/// Reads `YYYY-MM-DD`; nullopt unless it is exactly that and the date exists.
[[nodiscard]] constexpr std::optional<Date> parse_date(std::string_view text) noexcept {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = detail::decimal(text.substr(0, 4));
    const auto month = detail::decimal(text.substr(5, 2));
    const auto day = detail::decimal(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    const auto civil =
        date::year{*year} / date::month{static_cast<unsigned>(*month)} / date::day{static_cast<unsigned>(*day)};
    if (!civil.ok()) return std::nullopt;
    return Date{civil};
}

/// Reads `HH:MM` up to `48:00`; nullopt for anything else.
[[nodiscard]] constexpr std::optional<MinuteOfDay> parse_minute_of_day(std::string_view text) noexcept {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const auto hour = detail::decimal(text.substr(0, 2));
    const auto minute = detail::decimal(text.substr(3, 2));
    if (!hour || !minute || *minute > 59) return std::nullopt;
    return MinuteOfDay::make(*hour * 60 + *minute);
}

}  // namespace denwaban
