#pragma once

#include <array>
#include <string_view>

namespace denwaban::formats {

/// By `date::weekday::c_encoding`, as Amazon Connect and Google write them.
inline constexpr std::array<std::string_view, 7> day_names{"SUNDAY",   "MONDAY", "TUESDAY", "WEDNESDAY",
                                                           "THURSDAY", "FRIDAY", "SATURDAY"};

}  // namespace denwaban::formats
