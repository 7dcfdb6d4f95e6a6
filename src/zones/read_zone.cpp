#include "read_zone.hpp"

#include <utility>
#include <vector>

#include <cctz/time_zone.h>

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

}  // namespace

std::optional<TimeZone> read_zone(std::string name, const std::filesystem::path& file) {
    cctz::time_zone zone;
    if (!cctz::load_time_zone(std::filesystem::absolute(file).string(), &zone)) return std::nullopt;

    auto instant = start_of_year(1970);
    const auto end = start_of_year(2100);
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
    return TimeZone{std::move(name), initial, std::move(changes)};
}

}  // namespace denwaban::zones
