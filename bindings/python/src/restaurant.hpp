#pragma once

#include <memory>

#include <pybind11/pybind11.h>

#include <denwaban/restaurant/restaurant.hpp>

namespace denwaban::python {

/// A restaurant, and its `Hours` as Python knows them.
struct AnsweringRestaurant {
    std::shared_ptr<const OpenedRestaurant> opened;
    pybind11::object hours;

    explicit AnsweringRestaurant(std::shared_ptr<const OpenedRestaurant> of);

    [[nodiscard]] const Restaurant& said() const noexcept { return opened->restaurant; }
};

/// Compiles a restaurant in the zone that it names. Errors: their places begin with `path`.
[[nodiscard]] Expected<OpenedRestaurant, Errors> open_in_own_zone(Restaurant restaurant, const HolidayCalendar& country,
                                                                  Horizon horizon, const std::string& path);

}  // namespace denwaban::python
