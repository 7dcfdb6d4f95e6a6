#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>

#include <pybind11/pybind11.h>

#include <denwaban/core/time.hpp>
#include <denwaban/core/time_zone.hpp>

namespace denwaban::python {

/// A moment as Python says it: a zone-aware `datetime`, or epoch seconds.
struct At {
    Instant instant;
};

/// Seconds that no `Instant` can hold become one that is beyond every horizon.
[[nodiscard]] constexpr Instant instant_of(std::int64_t epoch_seconds) noexcept {
    constexpr std::int64_t farthest = 100'000'000'000'000;
    return Instant{std::chrono::seconds{std::clamp(epoch_seconds, -farthest, farthest)}};
}

/// Epoch seconds, or None.
[[nodiscard]] pybind11::object seconds_of(std::optional<Instant> at);

/// Nothing if `source` is not of a type that says a moment. Throws the `Refusal` of a naive `datetime`.
[[nodiscard]] std::optional<Instant> read_instant(pybind11::handle source);

/// Nothing if `source` is no `date`. Throws `TypeError` for a `datetime`, whose date depends on a zone.
[[nodiscard]] std::optional<Date> read_date(pybind11::handle source);

[[nodiscard]] pybind11::object to_python(Date date);

/// The `zoneinfo.ZoneInfo` of that name, or None where Python finds none.
[[nodiscard]] pybind11::object find_zone_info(const TimeZone& zone);

/// A `datetime` in `zone_info`, or, if that is None, at the offset that `zone` has then.
[[nodiscard]] pybind11::object to_python(Instant instant, const TimeZone& zone, const pybind11::object& zone_info);

}  // namespace denwaban::python

namespace pybind11::detail {

template <>
struct type_caster<denwaban::python::At> {
    PYBIND11_TYPE_CASTER(denwaban::python::At, const_name("datetime.datetime | float"));

    bool load(handle source, bool) {
        if (PyLong_CheckExact(source.ptr())) {
            int overflow = 0;
            const auto seconds = PyLong_AsLongLongAndOverflow(source.ptr(), &overflow);
            if (overflow == 0) {
                value.instant = denwaban::python::instant_of(seconds);
                return true;
            }
        }
        const auto read = denwaban::python::read_instant(source);
        if (read) value.instant = *read;
        return read.has_value();
    }
};

template <>
struct type_caster<denwaban::Date> {
    PYBIND11_TYPE_CASTER(denwaban::Date, const_name("datetime.date"));

    bool load(handle source, bool) {
        const auto read = denwaban::python::read_date(source);
        if (read) value = *read;
        return read.has_value();
    }
    static handle cast(denwaban::Date date, return_value_policy, handle) {
        return denwaban::python::to_python(date).release();
    }
};

}  // namespace pybind11::detail
