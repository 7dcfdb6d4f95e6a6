#pragma once

#include "reading.hpp"

namespace denwaban::talk {

/// Fills in needs, allergies, course, occasion and budget.
void read_wants(const Reading& reading, Slots& slots);

}  // namespace denwaban::talk
