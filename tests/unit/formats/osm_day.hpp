#pragma once

#include <string>
#include <string_view>

#include <denwaban/formats/osm_hours.hpp>
#include <denwaban/hours.hpp>

namespace denwaban::osm_day {

/// What the text says of a day of 2026: `11:30-14:00 17:00-26:00?`, `closed`, or `?` where nothing is known.
inline std::string on(std::string_view text, unsigned month, unsigned day) {
    const auto hours = *Hours::compile(rules_from_osm(text).rules, HolidayCalendar::japan(), TimeZone::tokyo(),
                                       {make_date(2026, 1, 1), make_date(2026, 12, 31)});
    std::string said;
    for (const auto& opening : *hours.openings_on(make_date(2026, month, day))) {
        if (opening.service == nullptr) return "?";
        said += (said.empty() ? "" : " ") + to_string(opening.service->opens) + "-" +
                to_string(opening.service->closes) + (opening.state == State::unknown ? "?" : "");
    }
    return said.empty() ? "closed" : said;
}

// 2026-11: Sunday 1, Monday 2, 祝日 on Tuesday 3 and Monday 23.
inline constexpr unsigned sunday = 8, monday = 9, tuesday = 10, thursday = 12, friday = 13;
inline constexpr unsigned eve = 22, holiday = 23;

}  // namespace denwaban::osm_day
