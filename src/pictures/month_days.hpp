#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/expected.hpp>
#include <denwaban/hours/hours.hpp>

namespace denwaban::formats {

inline constexpr std::array<std::string_view, 7> weekday_signs{"月", "火", "水", "木", "金", "土", "日"};

/// One opening of a day as a picture shows it.
struct ShownOpening {
    State state;
    std::string text;  ///< 17:00-26:00; empty if nothing is known of the day
};

/// A day as a picture shows it.
struct ShownDay {
    unsigned day;
    std::size_t column;  ///< 0 Monday to 6 Sunday
    std::string holiday;
    bool eve;
    std::vector<ShownOpening> openings;
};

/// Every day of a month, in order. Error: `beyond_horizon`.
[[nodiscard]] Expected<std::vector<ShownDay>> shown_days(const Hours& hours, date::year_month month);

}  // namespace denwaban::formats
