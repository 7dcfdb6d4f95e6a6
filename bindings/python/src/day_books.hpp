#pragma once

#include <denwaban/core/time_zone.hpp>
#include <denwaban/reservation/command.hpp>

namespace denwaban::python {

/// A book, and the clocks of its restaurant.
struct ZonedDayBook {
    DayBook book;
    TimeZone zone;
};

}  // namespace denwaban::python
