#pragma once

#include <algorithm>
#include <chrono>
#include <vector>

#include <denwaban/reservation/decision.hpp>

namespace denwaban {

/// Who was to be there by now, and is not.
struct LateParty {
    BookingId booking;
    MinuteOfDay expected;          ///< as booked, or as they said since
    std::chrono::minutes late{0};  ///< whole minutes since
    friend bool operator==(const LateParty&, const LateParty&) = default;
};

/// Everybody who was to come `grace` ago or earlier and of whom nobody is there, the latest first: to call, or to write
/// off (`miss`). Cost: linear.
[[nodiscard]] inline std::vector<LateParty> late_parties(const DayBook& book, const Now& now,
                                                         std::chrono::minutes grace = {}) {
    std::vector<LateParty> all;
    for (const auto& one : book->reservations) {
        const bool is_awaited =
            is_agreed(one) && (one.presence == Presence::expected || one.presence == Presence::late);
        if (!is_awaited) continue;
        const auto expected = one.expected_at.value_or(one.begin);
        const auto late = span_since(book, expected, now);
        if (late.count() >= 0 && late >= grace) all.push_back({one.id, expected, late});
    }
    std::stable_sort(all.begin(), all.end(), [](const LateParty& a, const LateParty& b) { return a.late > b.late; });
    return all;
}

}  // namespace denwaban
