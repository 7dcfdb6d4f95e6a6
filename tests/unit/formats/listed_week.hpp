#pragma once

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <denwaban/formats/japanese_hours.hpp>
#include <denwaban/hours.hpp>

namespace listed_week {
using namespace denwaban;

/// Whether a text was read with nothing heavier than a note.
enum class Read { wholly, in_doubt };

/// Two texts of a listing, and what they say of a week.
struct Row {
    const char* open;
    const char* close;
    Read read;
    const char* week;
};

/// `11:30-14:00 17:00-26:00?`, `closed`, or `?` where nothing is known.
inline std::string day_of(const Hours& hours, Date date) {
    std::string text;
    for (const auto& opening : *hours.openings_on(date)) {
        if (opening.service == nullptr) return "?";
        text += (text.empty() ? "" : " ") + to_string(opening.service->opens) + "-" +
                to_string(opening.service->closes) + (opening.state == State::unknown ? "?" : "");
    }
    return text.empty() ? "closed" : text;
}

inline Hours hours_of(const Rules& rules) {
    return *Hours::compile(rules, HolidayCalendar::japan(), TimeZone::tokyo(),
                           {make_date(2026, 1, 1), make_date(2026, 12, 31)});
}

/// The days of 2026-06-01 to 06-07, 前 2026-11-02 (Monday, 祝前日) and 祝 2026-11-03, alike days together:
/// `月火水木金 11:00-14:00｜土日 closed｜前祝 ?`.
inline std::string week_of(const Rules& rules) {
    const auto hours = hours_of(rules);
    const std::array<std::pair<const char*, Date>, 9> days{{
        {"月", make_date(2026, 6, 1)},
        {"火", make_date(2026, 6, 2)},
        {"水", make_date(2026, 6, 3)},
        {"木", make_date(2026, 6, 4)},
        {"金", make_date(2026, 6, 5)},
        {"土", make_date(2026, 6, 6)},
        {"日", make_date(2026, 6, 7)},
        {"前", make_date(2026, 11, 2)},
        {"祝", make_date(2026, 11, 3)},
    }};
    std::vector<std::pair<std::string, std::string>> alike;
    for (const auto& [name, date] : days) {
        const auto text = day_of(hours, date);
        auto group = alike.begin();
        while (group != alike.end() && group->second != text) ++group;
        if (group == alike.end()) group = alike.insert(alike.end(), {"", text});
        group->first += name;
    }
    std::string week;
    for (const auto& [names, text] : alike) week += (week.empty() ? "" : "｜") + names + " " + text;
    return week;
}

/// Each row is read as it says.
inline void check(const std::vector<Row>& rows) {
    for (const auto& row : rows) {
        CAPTURE(row.open);
        CAPTURE(row.close);
        const auto reading = rules_from_japanese(row.open, row.close);
        CHECK(week_of(reading.rules) == row.week);
        CHECK(is_complete(reading.findings) == (row.read == Read::wholly));
    }
}

}  // namespace listed_week
