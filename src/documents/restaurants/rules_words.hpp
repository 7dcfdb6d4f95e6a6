#pragma once

#include <array>
#include <string_view>

namespace denwaban::formats {

/// The words of the rules' JSON form, each table in the order of its enumerators.
inline constexpr std::array<std::string_view, 7> weekday_names{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
inline constexpr std::array<std::string_view, 4> when_words{"every_day", "holiday", "holiday_eve", "day_after_holiday"};
inline constexpr std::array<std::string_view, 9> displacement_names{"stays",
                                                                    "dropped",
                                                                    "next_day",
                                                                    "next_weekday",
                                                                    "next_business_day",
                                                                    "previous_day",
                                                                    "previous_or_next_day",
                                                                    "some_following_day",
                                                                    "unknown"};
inline constexpr std::array<std::string_view, 2> closing_effect_names{"closes", "may_close"};
inline constexpr std::array<std::string_view, 2> holiday_and_eve_names{"holiday", "holiday_eve"};
inline constexpr std::array<std::string_view, 2> weekend_eve_names{"counts", "does_not_count"};
inline constexpr std::array<std::string_view, 2> unlisted_names{"closed", "unknown"};

}  // namespace denwaban::formats
