#pragma once

#include <vector>

#include "reading.hpp"

namespace denwaban::talk {

/// Where days, times and people were read, one after the other; also those that were taken back.
struct Mentions {
    std::vector<Stretch> days{};
    std::vector<Stretch> times{};
    std::vector<Stretch> people{};
};

/// Leaves a day, a time or a party certain only where what stands around it is known to say it of a booking: one
/// reading beside words that are not understood and may touch it takes a question, `Decider::whether`. Cost: linear.
void doubt(const Reading& reading, const Mentions& mentions, Slots& slots);

}  // namespace denwaban::talk
