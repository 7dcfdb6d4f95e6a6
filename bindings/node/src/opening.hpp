#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <denwaban/calendar/holiday_calendar.hpp>
#include <denwaban/restaurant/restaurant.hpp>
#include <denwaban/zones.hpp>

namespace denwaban::node {

/// Under what a restaurant's hours are compiled.
struct Terms {
    HolidayCalendar country;
    Horizon horizon;
};

/// Opens a restaurant in the zone that it names. `path` is its place in the document that it was read from.
[[nodiscard]] inline Expected<OpenedRestaurant, Errors> open(Restaurant restaurant, const Terms& terms,
                                                             std::string_view path) {
    auto zone = load_time_zone(restaurant.zone);
    if (!zone) {
        return Unexpected{Errors{{zone.error().code, zone.error().message, JsonPointer{std::string{path} + "/zone"}}}};
    }
    if (auto unknown = unknown_holidays(restaurant, terms.country, path); !unknown.empty()) {
        return Unexpected{std::move(unknown)};
    }
    return open_restaurant(std::move(restaurant), terms.country, *std::move(zone), terms.horizon);
}

}  // namespace denwaban::node
