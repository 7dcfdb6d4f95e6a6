#pragma once

#include <algorithm>
#include <span>
#include <string>

#include <denwaban/core/time.hpp>
#include <denwaban/hours/state.hpp>

namespace denwaban {

/// A service of one business date, as a reservation book needs it.
struct Period {
    std::string name{};  ///< lunch, ディナー; may be empty
    MinuteOfDay opens;
    MinuteOfDay closes;
    MinuteOfDay last_entry;     ///< the last time to come
    State state = State::open;  ///< open or unknown
    friend bool operator==(const Period&, const Period&) = default;
};

/// The period that is open at a minute; none outside them.
[[nodiscard]] inline const Period* period_at(std::span<const Period> periods, MinuteOfDay minute) noexcept {
    const auto found = std::find_if(periods.begin(), periods.end(), [minute](const Period& period) {
        return period.opens <= minute && minute < period.closes;
    });
    return found == periods.end() ? nullptr : &*found;
}

}  // namespace denwaban
