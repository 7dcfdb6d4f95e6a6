#pragma once

#include "plan.hpp"

namespace denwaban::formats::amazon_connect {

/// Hours of each weekday that others can be told as exceptions to.
struct CommonKinds {
    /// Of the commonest, as they take turns, the longest: "every other week closed", not "every other week open".
    KindOfWeekday usual{};
    /// The longest that it has at all often.
    KindOfWeekday longest{};
};

[[nodiscard]] CommonKinds common_kinds(const Days& days);

}  // namespace denwaban::formats::amazon_connect
