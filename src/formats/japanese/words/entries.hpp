#pragma once

#include "../words.hpp"

namespace denwaban::formats::japanese::words {

constexpr int value(Season season) { return static_cast<int>(season); }
constexpr int value(Meal meal) { return static_cast<int>(meal); }
/// A place that may be the house itself: 売店, 直売所.
inline constexpr int shop = 1;

}  // namespace denwaban::formats::japanese::words
