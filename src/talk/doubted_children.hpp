#pragma once

#include "reading.hpp"

namespace denwaban::talk {

/// Children who were named and have no place in a party, and children alone.
[[nodiscard]] bool leaves_children(const Reading& reading, const Party& party);

}  // namespace denwaban::talk
