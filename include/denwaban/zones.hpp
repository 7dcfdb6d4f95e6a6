#pragma once

#include <span>
#include <string_view>

#include <denwaban/core/expected.hpp>
#include <denwaban/core/time_zone.hpp>

namespace denwaban {

/// The years that the tables cover: the first, and the one after the last.
inline constexpr int time_zones_from_year = 1970;
/// The year after the last.
inline constexpr int time_zones_until_year = 2100;

/// A time zone of the IANA database by its name: `Asia/Tokyo`, `America/New_York`, `UTC`, old names such as `Japan`.
///
/// The tables of all zones were compiled in when the library was built, so no zone files are read and the answer is the
/// same on every machine. Before the years covered their first offset holds, after them their last.
/// Error: `unknown_zone`; never another zone instead. Cost: O(log zones + changes).
[[nodiscard]] Expected<TimeZone> load_time_zone(std::string_view name);

/// Every name that `load_time_zone` knows, in ascending order.
[[nodiscard]] std::span<const std::string_view> time_zone_names() noexcept;

/// The release of the IANA database that the tables were made from: `2026f`; empty where its files did not say.
[[nodiscard]] std::string_view time_zone_release() noexcept;

}  // namespace denwaban
