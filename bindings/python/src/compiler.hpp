#pragma once

#include <optional>
#include <string>
#include <utility>

#include <denwaban/hours/hours.hpp>

#include "calendar_of_japan.hpp"
#include "refusal.hpp"
#include "zone_named.hpp"

namespace denwaban::python {

using GivenCalendar = std::optional<HolidayCalendar>;

/// Compiles rules with Japan's calendar, unless Python gives another. Throws the `Refusal` of what is wrong.
struct Compiler {
    [[nodiscard]] Hours operator()(Rules rules, const std::string& zone, const GivenCalendar& calendar,
                                   Horizon horizon) const {
        auto days = calendar ? *calendar : calendar_of_japan();
        if (auto unknown = unknown_holidays(rules, days); !unknown.empty()) throw Refusal{std::move(unknown)};
        return value_of(Hours::compile(std::move(rules), std::move(days), zone_named(zone), horizon));
    }
};

}  // namespace denwaban::python
