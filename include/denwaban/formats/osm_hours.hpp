#pragma once

#include <string_view>

#include <denwaban/formats/rules_reading.hpp>

namespace denwaban {

/// Reads OpenStreetMap's `opening_hours` (the specification of the OpenStreetMap Wiki,
/// "Key:opening_hours/specification"). `PH` are the 祝日 of Japan. Any bytes give a reading: what is no opening_hours,
/// or can't be known (sunrise, Easter, school holidays), is a finding at its bytes, and its rule's dates are unknown.
/// See docs/osm.md. Cost: O(text) for texts of up to 200 rules; rules that add to others cost what they multiply to, at
/// most 400.
[[nodiscard]] RulesReading rules_from_osm(std::string_view text);

/// Writes rules as `opening_hours`, broad rules before narrow ones. Last orders, displacement to another day and
/// conditions that OSM has no words for are findings with the JSON pointer of what they cost.
[[nodiscard]] RulesWriting to_osm(const Rules& rules);

}  // namespace denwaban
