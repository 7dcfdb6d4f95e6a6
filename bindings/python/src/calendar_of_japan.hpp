#pragma once

#include <denwaban/calendar/holiday_calendar.hpp>

namespace denwaban::python {

/// Made once, by whoever needs it first: that takes longer than to bind all functions.
[[nodiscard]] inline const HolidayCalendar& calendar_of_japan() {
    static const auto calendar = HolidayCalendar::japan();
    return calendar;
}

}  // namespace denwaban::python
