#pragma once

#include <variant>

#include <date/date.h>

#include "refusal.hpp"
#include "text.hpp"

namespace denwaban::python {

/// A date, or `2026-11`.
using GivenMonth = std::variant<Date, pybind11::str>;

[[nodiscard]] inline date::year_month month_of(Date date) {
    const date::year_month_day civil{date};
    return civil.year() / civil.month();
}

[[nodiscard]] inline date::year_month month_of(const GivenMonth& month) {
    if (const auto* date = std::get_if<Date>(&month)) return month_of(*date);
    const auto first = parse_date(utf8_of(std::get<pybind11::str>(month)) + "-01");
    if (!first) throw Refusal{{{ErrorCode::invalid_value, "a month is wanted, such as 2026-11", {}}}};
    return month_of(*first);
}

}  // namespace denwaban::python
