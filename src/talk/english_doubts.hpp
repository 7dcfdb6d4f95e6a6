#pragma once

#include "reading.hpp"

namespace denwaban::talk {

/// A booking for 8 tonight: eight people, or eight o'clock.
[[nodiscard]] bool may_be_hour(const Reading& reading, Stretch count);
/// Five people, maybe six.
[[nodiscard]] bool leaves_number(const Reading& reading);
/// We need to leave by nine.
[[nodiscard]] bool is_when_they_leave(const Reading& reading, Stretch time);

}  // namespace denwaban::talk
