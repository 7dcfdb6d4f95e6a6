#pragma once

#include <optional>

#include <pybind11/pybind11.h>

#include <denwaban/hours/hours.hpp>

#include "instants.hpp"

namespace denwaban::python {

/// Hours, and how Python says their times.
struct ZonedHours {
    Hours hours;
    pybind11::object zone_info;

    explicit ZonedHours(Hours compiled) : hours(std::move(compiled)), zone_info(find_zone_info(hours.zone())) {}

    /// One within the horizon.
    [[nodiscard]] Instant any_instant() const noexcept {
        return hours.zone().first_at_or_after(LocalTime{hours.horizon().first});
    }
    [[nodiscard]] pybind11::object datetime(Instant instant) const {
        return to_python(instant, hours.zone(), zone_info);
    }
    [[nodiscard]] pybind11::object datetime(std::optional<Instant> instant) const {
        return instant ? datetime(*instant) : pybind11::none();
    }
};

}  // namespace denwaban::python
