#pragma once

#include "reading.hpp"

namespace denwaban::talk {

/// Fills in needs, allergies, course, occasion and budget.
void read_wants(const Reading& reading, Slots& slots);

/// Allergies, and that there are none.
[[nodiscard]] std::vector<HeardAllergy> allergies_of(const Reading& reading);

}  // namespace denwaban::talk
