#pragma once

#include <optional>
#include <string>
#include <utility>

#include <denwaban/calendar/holiday_calendar.hpp>
#include <denwaban/hours/hours.hpp>
#include <denwaban/zones.hpp>

#include "refusal.hpp"

namespace denwaban::python {

using GivenCalendar = std::optional<HolidayCalendar>;

/// Compiles rules with Japan's calendar, unless Python gives another. Throws the `Refusal` of what is wrong.
class Compiler {
public:
    [[nodiscard]] Hours operator()(Rules rules, const std::string& zone, const GivenCalendar& calendar,
                                   Horizon horizon) const {
        return value_of(
            Hours::compile(std::move(rules), calendar.value_or(japan_), value_of(load_time_zone(zone)), horizon));
    }

private:
    HolidayCalendar japan_ = HolidayCalendar::japan();
};

}  // namespace denwaban::python
