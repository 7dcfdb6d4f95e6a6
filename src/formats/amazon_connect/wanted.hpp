#pragma once

#include <vector>

#include <denwaban/hours/hours.hpp>

#include "schedule.hpp"

namespace denwaban::formats::amazon_connect {

/// What hours come to on the local dates of a span, and where Connect can't follow.
struct Wanted {
    std::vector<Minutes> open;
    std::vector<Date> unknown;           ///< dates with minutes of which nobody knows: not open, as written
    std::vector<Date> with_last_orders;  ///< business dates
};

/// Precondition: `span` lies within the hours' horizon and does not end before it begins.
[[nodiscard]] Wanted wanted_on(const Hours& hours, Horizon span);

}  // namespace denwaban::formats::amazon_connect
