#include <denwaban/zones.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

#include <denwaban/core/detail/header_only.hpp>
#include <denwaban/core/detail/plain_text.hpp>

namespace denwaban {

namespace detail::iana {

struct ChangeRow {
    std::uint32_t at;     ///< seconds since 1970
    std::int32_t offset;  ///< seconds ahead of UTC
};

struct TableRow {
    std::int32_t initial;
    std::uint32_t first;
    std::uint32_t count;
};

#include "zone_tables.inc"

}  // namespace detail::iana

DENWABAN_INLINE Expected<TimeZone> load_time_zone(std::string_view name) {
    using namespace detail::iana;
    const auto* const found = std::lower_bound(std::begin(names), std::end(names), name);
    if (found == std::end(names) || *found != name) {
        constexpr std::size_t longest_shown = 100;
        return Unexpected{Error{
            ErrorCode::unknown_zone, "no time zone is named " + detail::one_line(name.substr(0, longest_shown)), {}}};
    }
    const auto& table = table_rows[table_of_name[found - std::begin(names)]];
    std::vector<TimeZone::Change> changes;
    changes.reserve(table.count);
    for (std::size_t row = table.first; row < std::size_t{table.first} + table.count; ++row) {
        changes.push_back(
            {Instant{std::chrono::seconds{change_rows[row].at}}, std::chrono::seconds{change_rows[row].offset}});
    }
    return TimeZone{std::string{name}, std::chrono::seconds{table.initial}, std::move(changes)};
}

DENWABAN_INLINE std::span<const std::string_view> time_zone_names() noexcept { return detail::iana::names; }

DENWABAN_INLINE std::string_view time_zone_release() noexcept { return detail::iana::release; }

}  // namespace denwaban
