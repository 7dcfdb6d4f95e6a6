#pragma once

#include <string>
#include <utility>
#include <vector>

#include "documents/engine/json.hpp"

namespace denwaban::tools {

/// The bot's definition for Lex V2: an object whose keys are the paths in an import archive, and whose values are the
/// files there ("JSON format for importing and exporting bots in Lex V2").
[[nodiscard]] formats::Json lex_bot();

}  // namespace denwaban::tools
