#pragma once

#include <algorithm>
#include <optional>

#include <denwaban/reservation/decision.hpp>

namespace denwaban {

/// What a guest owes who cancels now, or never came, in percent of what was agreed to be paid; nothing where the policy
/// asks for nothing, where the table was not agreed, within its grace, and where the guest is not the reason.
[[nodiscard]] inline std::optional<int> fee_due(const DayBook& book, const Reservation& reservation,
                                                CommitmentEvent event, std::optional<CancelReason> reason,
                                                const Now& now) {
    const auto& policy = book->policy;
    if (!is_agreed(reservation)) return std::nullopt;
    if (event == CommitmentEvent::miss) return policy.no_show_fee;
    const bool is_guests = event == CommitmentEvent::cancel && reason == CancelReason::guest;
    if (!is_guests || is_in_grace(policy, reservation, now.instant)) return std::nullopt;
    std::optional<int> highest;
    for (const auto& fee : policy.cancel_fees) {
        if (local_in(book, now) <= moment_of(book, fee.after, reservation.begin)) continue;
        highest = std::max(highest.value_or(fee.percent), fee.percent);
    }
    return highest;
}

}  // namespace denwaban
