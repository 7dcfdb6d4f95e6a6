#include "read_zone.hpp"

#include <fstream>
#include <utility>
#include <vector>

#include <cctz/time_zone.h>

#include <denwaban/zones.hpp>

namespace denwaban::zones {

namespace {

using Seconds = cctz::time_point<cctz::seconds>;

[[nodiscard]] Seconds start_of_year(int year) {
    return cctz::convert(cctz::civil_second(year, 1, 1), cctz::utc_time_zone());
}

[[nodiscard]] TimeZone::Offset offset_at(const cctz::time_zone& zone, Seconds instant) {
    return std::chrono::seconds{zone.lookup(instant).offset};
}

[[nodiscard]] Seconds instant_of(const cctz::time_zone& zone, const cctz::time_zone::civil_transition& transition) {
    const auto shown = zone.lookup(transition.to);
    return shown.kind == cctz::time_zone::civil_lookup::UNIQUE ? shown.pre : shown.trans;
}

/// Whether the footer, the file's last line, gives rules for two changes a year: `EST5EDT,M3.2.0,M11.1.0`.
[[nodiscard]] bool changes_for_ever(const std::filesystem::path& file) {
    std::ifstream stream{file, std::ios::binary};
    std::string footer;
    for (std::string line; std::getline(stream, line);) footer = line;
    return footer.find(',') != std::string::npos;
}

}  // namespace

std::optional<TimeZone> read_zone(std::string name, const std::filesystem::path& file) {
    cctz::time_zone zone;
    if (!cctz::load_time_zone(std::filesystem::absolute(file).string(), &zone)) return std::nullopt;

    auto instant = start_of_year(time_zones_from_year);
    const auto end = start_of_year(time_zones_until_year);
    const auto initial = offset_at(zone, instant);
    auto offset = initial;
    std::vector<TimeZone::Change> changes;
    cctz::time_zone::civil_transition transition;
    while (zone.next_transition(instant, &transition)) {
        instant = instant_of(zone, transition);
        if (instant >= end) break;
        if (offset_at(zone, instant) == offset) continue;
        offset = offset_at(zone, instant);
        changes.push_back({Instant{instant.time_since_epoch()}, offset});
    }
    // cctz before 2.4 drops the footers of some slim files, and with them every summer since their last stated change.
    const Instant last_year{start_of_year(time_zones_until_year - 1).time_since_epoch()};
    if (changes_for_ever(file) && (changes.empty() || changes.back().at < last_year)) return std::nullopt;
    return TimeZone{std::move(name), initial, std::move(changes)};
}

}  // namespace denwaban::zones
