#pragma once

#include <algorithm>
#include <vector>

#include <denwaban/core/expected.hpp>
#include <denwaban/hours/hours.hpp>
#include <denwaban/reservation/period.hpp>

namespace denwaban {

/// The services of a business date. The last time to come is the last entry (最終入店); without one, last order for
/// food; without that too, closing. A date of which nothing is known is one unknown period of 24 hours. Errors:
/// `beyond_horizon`.
[[nodiscard]] inline Expected<std::vector<Period>> periods_of(const Hours& hours, Date date) {
    const auto openings = hours.openings_on(date);
    if (!openings) return Unexpected{openings.error()};
    std::vector<Period> periods;
    for (const auto& opening : *openings) {
        if (opening.service == nullptr) {
            constexpr auto midnight = MinuteOfDay::clock(24, 0);
            periods.push_back({{}, MinuteOfDay{}, midnight, midnight, opening.state});
            continue;
        }
        const auto& service = *opening.service;
        const auto last = service.last_orders.entry ? service.last_orders.entry : service.last_orders.food;
        periods.push_back({service.name, service.opens, service.closes,
                           std::min(last.value_or(service.closes), service.closes), opening.state});
    }
    return periods;
}

}  // namespace denwaban
