#pragma once

#include <span>
#include <string_view>

#include <denwaban/core/expected.hpp>
#include <denwaban/core/time_zone.hpp>

namespace denwaban {

/// A time zone of the IANA database by its name: `Asia/Tokyo`, `America/New_York`, `UTC`, old names such as `Japan`.
///
/// The tables of all zones, 1970 to 2099, were compiled in when the library was built, so no zone files are read and
/// the answer is the same on every machine. Before 1970 the offset of that year's first day holds, after 2099 that of
/// its last. Error: `unknown_zone`; never another zone instead. Cost: O(log zones + changes).
[[nodiscard]] Expected<TimeZone> load_time_zone(std::string_view name);

/// Every name that `load_time_zone` knows, in ascending order.
[[nodiscard]] std::span<const std::string_view> time_zone_names() noexcept;

}  // namespace denwaban
