#pragma once

#include <string>
#include <utility>

#include <denwaban/zones.hpp>

#include "refusal.hpp"

namespace denwaban::python {

/// The zone that an argument `zone` names. Throws `Refusal`.
[[nodiscard]] inline TimeZone zone_named(const std::string& name) {
    auto zone = load_time_zone(name);
    if (!zone) zone.error().where = JsonPointer{"/zone"};
    return value_of(std::move(zone));
}

}  // namespace denwaban::python
