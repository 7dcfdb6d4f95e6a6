#pragma once

#include <optional>
#include <string>
#include <utility>

#include <denwaban/calendar/holiday_calendar.hpp>
#include <denwaban/hours/hours.hpp>

#include "refusal.hpp"
#include "zone_named.hpp"

namespace denwaban::python {

using GivenCalendar = std::optional<HolidayCalendar>;

/// Compiles rules with Japan's calendar, unless Python gives another. Throws the `Refusal` of what is wrong.
class Compiler {
public:
    [[nodiscard]] Hours operator()(Rules rules, const std::string& zone, const GivenCalendar& calendar,
                                   Horizon horizon) const {
        auto days = calendar.value_or(japan_);
        if (auto unknown = unknown_holidays(rules, days); !unknown.empty()) throw Refusal{std::move(unknown)};
        return value_of(Hours::compile(std::move(rules), std::move(days), zone_named(zone), horizon));
    }

private:
    HolidayCalendar japan_ = HolidayCalendar::japan();
};

}  // namespace denwaban::python
