#pragma once

#include <array>
#include <string>
#include <string_view>

#include <denwaban/core/time.hpp>
#include <denwaban/core/time_zone.hpp>

namespace denwaban {

/// By `date::weekday::c_encoding`: 日 first.
inline constexpr std::array<std::string_view, 7> japanese_weekdays{"日", "月", "火", "水", "木", "金", "土"};

/// 11月24日火曜日.
[[nodiscard]] inline std::string japanese_date(Date date) {
    const date::year_month_day civil{date};
    return std::to_string(static_cast<unsigned>(civil.month())) + "月" +
           std::to_string(static_cast<unsigned>(civil.day())) + "日" +
           std::string{japanese_weekdays[date::weekday{date}.c_encoding()]} + "曜日";
}

/// The same, with its year if it is a year or more from `today`: 2028年4月1日土曜日.
[[nodiscard]] inline std::string japanese_date(Date date, Date today) {
    constexpr date::days year{365};
    const bool is_far = date - today >= year || today - date >= year;
    const auto of = static_cast<int>(date::year_month_day{date}.year());
    return (is_far ? std::to_string(of) + "年" : "") + japanese_date(date);
}

/// 17時, 22時30分.
[[nodiscard]] inline std::string japanese_clock(LocalTime time) {
    const date::hh_mm_ss clock{date::floor<std::chrono::minutes>(time - date::floor<date::days>(time))};
    auto text = std::to_string(clock.hours().count()) + "時";
    if (clock.minutes().count() != 0) text += std::to_string(clock.minutes().count()) + "分";
    return text;
}

/// A time to come as one says it over the telephone at `now`: 22時 today, 翌2時 and 翌朝5時 tomorrow, 深夜2時 and 朝5時
/// if this is already that night, else with its date. Midnight is 深夜0時 on either side.
[[nodiscard]] inline std::string japanese_until(LocalTime time, LocalTime now) {
    const auto hour_of = [](LocalTime of) { return (of - date::floor<date::days>(of)) / std::chrono::hours{1}; };
    constexpr int small_hours = 4, morning = 11;
    const auto day = date::floor<date::days>(time), today = date::floor<date::days>(now);
    const auto days = (day - today).count();
    const auto hour = hour_of(time);
    const auto clock = japanese_clock(time);
    if (days < 0 || days > 1) return japanese_date(day, today) + "の" + clock;
    if (hour == 0) return "深夜" + clock;
    if (days == 1) return (hour < small_hours ? "翌" : hour < morning ? "翌朝" : "翌日の") + clock;
    if (hour < small_hours) return "深夜" + clock;
    return (hour < morning && hour_of(now) < small_hours ? "朝" : "") + clock;
}

/// A day as one names it at `now`: 本日, 明日, else 11月24日火曜日.
[[nodiscard]] inline std::string japanese_day(Date date, LocalTime now) {
    const auto today = date::floor<date::days>(now);
    const auto days = date - today;
    if (days.count() == 0) return "本日";
    if (days.count() == 1) return "明日";
    return japanese_date(date, today);
}

}  // namespace denwaban
