#pragma once

#include <cstddef>
#include <vector>

#include "plan.hpp"

namespace denwaban::formats::amazon_connect {

/// Recurring overrides that bring about the hours of all the days that they hold on, whatever the week says there.
struct RecurringOverrides {
    std::vector<Override> overrides;  ///< one OPEN, one CLOSED, or both
    std::vector<std::size_t> days;
};

/// Those that could make the most of the `wrong` days right (in ascending order), at most some dozens.
[[nodiscard]] std::vector<RecurringOverrides> recurring_candidates(const Days& days, const KindOfWeekday& week,
                                                                   const std::vector<std::size_t>& wrong);

}  // namespace denwaban::formats::amazon_connect
