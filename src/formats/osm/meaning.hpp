#pragma once

#include "syntax.hpp"

namespace denwaban::formats::osm {

/// The rules that an opening_hours string means. In OSM the last rule that names a date decides it, in ours the one
/// that names it most narrowly, so a rule leaves out the dates of those after it wherever the two would differ.
[[nodiscard]] RulesReading rules_of(Parsed parsed);

}  // namespace denwaban::formats::osm
