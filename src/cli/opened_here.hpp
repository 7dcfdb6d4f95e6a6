#pragma once

#include <utility>

#include <denwaban/calendar/holiday_calendar.hpp>
#include <denwaban/restaurant/directory.hpp>
#include <denwaban/zones.hpp>

namespace denwaban::cli {

/// A restaurant by its own clocks and Japan's holidays.
[[nodiscard]] inline Expected<OpenedRestaurant, Errors> opened_here(Restaurant restaurant) {
    auto zone = load_time_zone(restaurant.zone);
    if (!zone) return Unexpected{Errors{std::move(zone).error()}};
    return open_restaurant(std::move(restaurant), HolidayCalendar::japan(), *std::move(zone));
}

}  // namespace denwaban::cli
