#pragma once

#include <string>

namespace denwaban::tools {

/// The interfaces of what Node is given and gives as objects, for `index.d.ts` to export.
[[nodiscard]] std::string typescript();

}  // namespace denwaban::tools
