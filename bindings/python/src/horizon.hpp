#pragma once

#include <optional>
#include <utility>

#include <denwaban/hours/hours.hpp>

namespace denwaban::python {

/// The first and the last date.
using GivenHorizon = std::pair<Date, Date>;

[[nodiscard]] constexpr Horizon horizon_of(const std::optional<GivenHorizon>& given) noexcept {
    return given ? Horizon{given->first, given->second} : Horizon::standard();
}

}  // namespace denwaban::python
