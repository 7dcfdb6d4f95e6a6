#pragma once

#include <denwaban/formats/rules_reading.hpp>
#include <denwaban/hours/rules.hpp>

namespace denwaban::formats::osm {

[[nodiscard]] RulesWriting write(const Rules& rules);

}  // namespace denwaban::formats::osm
