#pragma once

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include <denwaban/formats/amazon_connect_hours.hpp>

/// What the tests of reading Connect's hours and those of writing them have in common.
namespace connect_hours {

using namespace denwaban;
using Found = std::vector<std::string>;

inline constexpr unsigned sunday = 0, monday = 1, tuesday = 2, friday = 5, saturday = 6;
inline constexpr MinuteOfDay five_pm = MinuteOfDay::clock(17, 0), eleven_pm = MinuteOfDay::clock(23, 0);

/// `17:00-24:00` on a day, as Connect writes it.
inline std::string slice(const std::string& day, int opens, int closes) {
    return nlohmann::json{{"Day", day},
                          {"StartTime", {{"Hours", opens}, {"Minutes", 0}}},
                          {"EndTime", {{"Hours", closes % 24}, {"Minutes", 0}}}}
        .dump();
}

/// Each finding as its weight, kind and place.
inline Found told(const Findings& findings) {
    Found told;
    for (const auto& finding : findings) {
        told.push_back(std::string{to_string(finding.weight)} + " " + std::string{to_string(finding.kind)} + " " +
                       to_string(finding.where));
    }
    return told;
}

inline Hours compiled(Rules rules) {
    auto hours = Hours::compile(std::move(rules), HolidayCalendar::japan(), TimeZone::tokyo(),
                                {make_date(2026, 1, 1), make_date(2027, 12, 31)});
    REQUIRE(hours);
    return *hours;
}

/// The business date's openings: `17:00-29:00 `.
inline std::string openings(const Hours& hours, Date date) {
    std::string text;
    for (const auto& opening : *hours.openings_on(date)) {
        if (opening.state == State::unknown) text += "unknown ";
        if (opening.service) text += to_string(opening.service->opens) + "-" + to_string(opening.service->closes) + " ";
    }
    return text;
}

inline Rule open_on(When when, MinuteOfDay opens = five_pm, MinuteOfDay closes = eleven_pm) {
    return {std::move(when), Open{{{"", opens, closes, {}}}}, ""};
}
inline Rule closed_on(When when) { return {std::move(when), Closed{}, ""}; }

}  // namespace connect_hours
