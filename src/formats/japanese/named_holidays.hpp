#pragma once

#include "listing.hpp"

namespace denwaban::formats::japanese {

/// 文化の日; a 振替休日 after it is another day.
[[nodiscard]] DayItem named_holiday(std::size_t name);

}  // namespace denwaban::formats::japanese
