#pragma once

#include <array>
#include <cstdio>
#include <string>
#include <string_view>

#include <denwaban/core/time.hpp>
#include <denwaban/talk/spoken.hpp>

/// For guests from abroad; an English voice reads these figures right as they stand.
namespace denwaban {

/// From January on.
inline constexpr std::array<std::string_view, 12> english_months{"January",   "February", "March",    "April",
                                                                 "May",       "June",     "July",     "August",
                                                                 "September", "October",  "November", "December"};
/// By `date::weekday::c_encoding`.
inline constexpr std::array<std::string_view, 7> english_weekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                                  "Thursday", "Friday", "Saturday"};

/// 7:30 p.m.; past the business date's midnight, that of the night.
[[nodiscard]] inline Spoken english_clock(MinuteOfDay minute) {
    const int of_day = minute.count() % (24 * 60);
    const int hour = of_day / 60 % 12;
    auto text = std::to_string(hour == 0 ? 12 : hour);
    if (of_day % 60 != 0) {
        std::array<char, 8> minutes{};
        std::snprintf(minutes.data(), minutes.size(), ":%02d", of_day % 60);
        text += minutes.data();
    }
    return text + (of_day < 12 * 60 ? " a.m." : " p.m.");
}

/// Friday, November 27.
[[nodiscard]] inline Spoken english_date(Date date) {
    const date::year_month_day civil{date};
    return std::string{english_weekdays[date::weekday{date}.c_encoding()]} + ", " +
           std::string{english_months[static_cast<unsigned>(civil.month()) - 1]} + " " +
           std::to_string(static_cast<unsigned>(civil.day()));
}

/// A day as one names it on `today`: tomorrow, Friday, November 27.
[[nodiscard]] inline Spoken english_day(Date date, Date today) {
    const auto days = (date - today).count();
    const Spoken name = days == 0 ? "today, " : days == 1 ? "tomorrow, " : "";
    return name + english_date(date);
}

/// The day that a guest lives at a minute of a business date, and whose night that is: 25:00 of Thursday the 3rd is
/// Friday, December 4 (Thursday night).
[[nodiscard]] inline Spoken english_day_at(Date business_date, MinuteOfDay minute, Date today) {
    constexpr int day = 24 * 60, end_of_night = 29 * 60;
    const auto lived = business_date + date::days{minute.count() / day};
    const bool is_night = minute.count() >= day && minute.count() < end_of_night;
    const auto night = " (" + std::string{english_weekdays[date::weekday{business_date}.c_encoding()]} + " night)";
    return english_day(lived, today) + (is_night ? Spoken{night} : Spoken{});
}

}  // namespace denwaban
