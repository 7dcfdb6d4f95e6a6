// Prints every change of every zone's clocks, and two years of an izakaya's days where clocks change in different ways.
#include <iostream>

#include "answers.hpp"

using namespace denwaban;

namespace {

void print_clocks(const TimeZone& zone) {
    std::cout << zone.name() << ' ' << zone.initial_offset().count();
    for (const auto& change : zone.changes()) {
        std::cout << ' ' << change.at.time_since_epoch().count() << ':' << change.offset.count();
    }
    std::cout << '\n';
}

bool print_days(const TimeZone& zone) {
    const Horizon years{make_date(2026, 1, 1), make_date(2027, 12, 31)};
    const auto hours = Hours::compile(izakaya(), HolidayCalendar::japan(), zone, years);
    if (!hours) return false;
    for (auto day = years.first; day <= years.last; day += date::days{1}) {
        const auto explained = explain(*hours, day).value();
        std::cout << zone.name() << ' ' << to_string(day) << ' ' << to_string(explained.reason.cause) << ' '
                  << explained.reason.label << ' ' << explained.holiday;
        for (const auto& opening : explained.openings) {
            const auto status = hours->status(opening.begins).value();
            std::cout << ' ' << to_string(status.state) << ' ' << opening.begins.time_since_epoch().count() << '-'
                      << opening.ends.time_since_epoch().count() << ' ' << status.service->name;
        }
        std::cout << '\n';
    }
    return true;
}

}  // namespace

int main() {
    std::cout << time_zone_release() << '\n';
    for (const auto name : time_zone_names()) print_clocks(load_time_zone(name).value());
    if (load_time_zone("Asia/Nowhere")) return 1;
    for (const auto* name : {"Asia/Tokyo", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca"}) {
        if (!print_days(load_time_zone(name).value())) return 1;
    }
}
