#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include <denwaban/core/time_zone.hpp>

namespace denwaban::zones {

/// Reads a compiled zone file (TZif, RFC 8536), its footer included, for the years that zones.hpp covers; nothing if it
/// is none, or if the cctz at hand can't follow its footer.
[[nodiscard]] std::optional<TimeZone> read_zone(std::string name, const std::filesystem::path& file);

}  // namespace denwaban::zones
