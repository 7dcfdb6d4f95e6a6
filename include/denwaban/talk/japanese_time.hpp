#pragma once

#include <array>
#include <string>
#include <string_view>

#include <denwaban/core/time.hpp>
#include <denwaban/core/time_zone.hpp>

namespace denwaban {

inline constexpr std::array<std::string_view, 7> japanese_weekdays{"日", "月", "火", "水", "木", "金", "土"};

/// 11月24日火曜日.
[[nodiscard]] inline std::string japanese_date(Date date) {
    const date::year_month_day civil{date};
    return std::to_string(static_cast<unsigned>(civil.month())) + "月" +
           std::to_string(static_cast<unsigned>(civil.day())) + "日" +
           std::string{japanese_weekdays[date::weekday{date}.c_encoding()]} + "曜日";
}

/// 17時, 22時30分.
[[nodiscard]] inline std::string japanese_clock(LocalTime time) {
    const date::hh_mm_ss clock{date::floor<std::chrono::minutes>(time - date::floor<date::days>(time))};
    auto text = std::to_string(clock.hours().count()) + "時";
    if (clock.minutes().count() != 0) text += std::to_string(clock.minutes().count()) + "分";
    return text;
}

/// A time as one says it over the telephone at `now`: 22時 today, 翌2時 tomorrow, else with its date.
[[nodiscard]] inline std::string japanese_until(LocalTime time, LocalTime now) {
    const auto days = date::floor<date::days>(time) - date::floor<date::days>(now);
    if (days.count() == 0) return japanese_clock(time);
    if (days.count() == 1) return "翌" + japanese_clock(time);
    return japanese_date(date::floor<date::days>(time)) + "の" + japanese_clock(time);
}

/// A day as one names it at `now`: 本日, 明日, else 11月24日火曜日.
[[nodiscard]] inline std::string japanese_day(Date date, LocalTime now) {
    const auto days = date - date::floor<date::days>(now);
    if (days.count() == 0) return "本日";
    if (days.count() == 1) return "明日";
    return japanese_date(date);
}

}  // namespace denwaban
