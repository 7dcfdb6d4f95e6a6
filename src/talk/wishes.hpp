#pragma once

#include "reading.hpp"

namespace denwaban::talk {

/// What is wanted, the strongest first, by a table of what words say together. `resets`: a slot's value was replaced.
[[nodiscard]] std::vector<HeardIntent> intents_of(const Reading& reading, const Meaning& meaning, bool resets);

/// Yes or no, in the light of what was asked and of what else was said.
[[nodiscard]] Polarity polarity_of(const Reading& reading, const Meaning& meaning);

}  // namespace denwaban::talk
