#pragma once

#include <denwaban/formats/rules_reading.hpp>

#include "listing.hpp"

namespace denwaban::formats::japanese {

/// The rules that a listing means: whose hours a day follows, which of several statements wins, what stays unknown.
[[nodiscard]] RulesReading rules_of(Listing listing);

}  // namespace denwaban::formats::japanese
