#pragma once

#include <string>

namespace denwaban::tools {

/// Every key and every word of the nouns, for libFuzzer.
[[nodiscard]] std::string dictionary();

}  // namespace denwaban::tools
