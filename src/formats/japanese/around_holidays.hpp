#pragma once

#include "listing.hpp"

namespace denwaban::formats::japanese {

/// 祝日, the days beside them, and Sunday and Monday after one that is a Friday.
[[nodiscard]] When near_holidays();
/// The Wednesdays and Thursdays after 祝日 that may be Mondays or Tuesdays.
[[nodiscard]] When days_after_mondays_off();
/// 祝日 that fall on a weekday.
[[nodiscard]] ListedClosing closed_on_holiday(unsigned weekday);

}  // namespace denwaban::formats::japanese
