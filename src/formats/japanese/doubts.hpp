#pragma once

#include "listing.hpp"

namespace denwaban::formats::japanese {

/// Makes unknown what the doubts of a listing may touch.
void leave_open_to_doubt(Rules& rules, const Listing& listing);

}  // namespace denwaban::formats::japanese
