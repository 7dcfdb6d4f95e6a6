/// Answers lines of `opening_hours<TAB>local minutes since 2026-01-01T00:00, with commas between` with a character
/// each: o open, c closed, u unknown; or `!` where something could not be read. For osm_oracle.mjs.

#include <iostream>
#include <sstream>
#include <string>

#include <denwaban/formats/osm_hours.hpp>
#include <denwaban/hours.hpp>

using namespace denwaban;

int main() {
    const auto japan = HolidayCalendar::japan();
    const Horizon years{make_date(2025, 12, 1), make_date(2027, 2, 1)};
    for (std::string line; std::getline(std::cin, line);) {
        const auto tab = line.find('\t');
        const auto reading = rules_from_osm(std::string_view{line}.substr(0, tab));
        if (!is_complete(reading.findings)) {
            std::cout << "!" << reading.findings.front().message << "\n";
            continue;
        }
        const auto hours = Hours::compile(reading.rules, japan, TimeZone::tokyo(), years);
        std::istringstream minutes{line.substr(tab + 1)};
        for (std::string minute; std::getline(minutes, minute, ',');) {
            const auto local = LocalTime{make_date(2026, 1, 1)} + std::chrono::minutes{std::stol(minute)};
            std::cout << "cou"[static_cast<int>(*hours->state(TimeZone::tokyo().first_at_or_after(local)))];
        }
        std::cout << "\n";
    }
}
