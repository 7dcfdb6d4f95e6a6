#pragma once

#include <array>
#include <string_view>

namespace denwaban::formats {

/// The words of the rules' JSON form: days from Sunday on, and the conditions that need no more than a word.
inline constexpr std::array<std::string_view, 7> weekday_names{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
inline constexpr std::array<std::string_view, 4> when_words{"every_day", "holiday", "holiday_eve", "day_after_holiday"};

}  // namespace denwaban::formats
