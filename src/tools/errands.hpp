#pragma once

#include <string>

#include "nouns.hpp"

namespace denwaban::tools {

/// An errand's document as one asks it: an object with the errand's name.
[[nodiscard]] Noun errand();
/// What is answered, under the same name.
[[nodiscard]] Noun errand_answer();

/// `docs/errands.md`: a table an errand.
[[nodiscard]] std::string errands_page();

/// `docs/tools.md` with the table of tools as it is now.
[[nodiscard]] std::string tools_page(std::string page);

}  // namespace denwaban::tools
