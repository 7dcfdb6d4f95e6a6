#pragma once

#include <chrono>

#include <denwaban/agent/contact_lifecycle.hpp>

namespace denwaban {

/// Spans of time are whole milliseconds, as instants are.
using Duration = std::chrono::milliseconds;

/// How long a contact was what, as its agent had it.
struct ContactTimes {
    Duration ringing{0};  ///< incoming, pending and connecting
    Duration talking{0};  ///< connected, conferenced, customer_left and barging
    Duration held{0};     ///< held and paused
    Duration after_contact_work{0};
    friend constexpr bool operator==(const ContactTimes&, const ContactTimes&) = default;
};

/// Counts `time` spent in `state`.
constexpr void add(ContactTimes& times, ContactState state, Duration time) noexcept {
    switch (state) {
        case ContactState::incoming:
        case ContactState::pending:
        case ContactState::connecting:
            times.ringing += time;
            break;
        case ContactState::connected:
        case ContactState::conferenced:
        case ContactState::customer_left:
        case ContactState::barging:
            times.talking += time;
            break;
        case ContactState::held:
        case ContactState::paused:
            times.held += time;
            break;
        case ContactState::transferred:
        case ContactState::after_contact_work:
            times.after_contact_work += time;
            break;
        case ContactState::unseen:
        case ContactState::in_flow:
        case ContactState::queued:
        case ContactState::monitoring:
        case ContactState::missed:
        case ContactState::rejected:
        case ContactState::failed:
        case ContactState::ended:
        case ContactState::done:
            break;
    }
}

}  // namespace denwaban
