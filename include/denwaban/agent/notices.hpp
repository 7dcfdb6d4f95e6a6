#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

#include <denwaban/agent/agent_lifecycle.hpp>
#include <denwaban/agent/agent_snapshot.hpp>
#include <denwaban/agent/contact.hpp>
#include <denwaban/agent/contact_times.hpp>
#include <denwaban/core/names.hpp>

namespace denwaban {

/// What is told of an agent, by the names of amazon-connect-streams' agent events.
enum class AgentNoticeKind : std::uint8_t {
    init,
    routable,
    not_routable,
    offline,
    state_change,
    error,
    acw,
    enqueued_next_state,
    cleared_next_state,
    signed_in,
    signed_out,
};
template <>
inline constexpr std::array<std::string_view, 11> names_of<AgentNoticeKind>{
    "init",
    "routable",
    "not_routable",
    "offline",
    "state_change",
    "error",
    "acw",
    "enqueued_next_state",
    "cleared_next_state",
    "signed_in",
    "signed_out",
};

/// Something that happened to the agent.
struct AgentNotice {
    AgentNoticeKind kind;
    Instant at;
    AgentState state;                   ///< after it
    std::optional<AgentEffect> effect;  ///< with `state_change` alone
    friend bool operator==(const AgentNotice&, const AgentNotice&) = default;
};

/// What is told of a contact, by the names of amazon-connect-streams' contact events, and by ours for what it does not
/// tell: rejected, held, resumed, conferenced, customer_left, monitoring, barging, paused.
enum class ContactNoticeKind : std::uint8_t {
    init,
    incoming,
    pending,
    connecting,
    connected,
    held,
    resumed,
    conferenced,
    customer_left,
    monitoring,
    barging,
    paused,
    ended,
    missed,
    rejected,
    error,
    acw,
    destroyed,
};
template <>
inline constexpr std::array<std::string_view, 18> names_of<ContactNoticeKind>{
    "init",    "incoming",    "pending",       "connecting", "connected", "held",
    "resumed", "conferenced", "customer_left", "monitoring", "barging",   "paused",
    "ended",   "missed",      "rejected",      "error",      "acw",       "destroyed",
};

/// Something that happened to one of the agent's contacts.
struct ContactNotice {
    ContactNoticeKind kind;
    Instant at;
    /// The contact as it was last seen; lives as long as the call that tells it.
    const ContactSnapshot* contact;
    ContactState state;                   ///< after it
    std::optional<ContactEffect> effect;  ///< with the last notice of a move
    ContactTimes times;                   ///< so far; all of them with `destroyed`
    bool overheard = false;               ///< it is another agent's call, and this one a supervisor
};

/// What a timeline tells, in the order in which it happened.
using Notice = std::variant<AgentNotice, ContactNotice>;

/// Whether the agent is put through to whom the contact is for, held or not.
[[nodiscard]] constexpr bool is_put_through(ContactState state) noexcept {
    return state == ContactState::connected || state == ContactState::held || state == ContactState::conferenced ||
           state == ContactState::customer_left;
}

/// The notice of having come to a state; none for those that are told of in no such way.
[[nodiscard]] constexpr std::optional<ContactNoticeKind> arrival(ContactState from, ContactState to) noexcept {
    switch (to) {
        case ContactState::incoming:
            return ContactNoticeKind::incoming;
        case ContactState::pending:
            return ContactNoticeKind::pending;
        case ContactState::connecting:
            return ContactNoticeKind::connecting;
        case ContactState::connected:
            return is_put_through(from) ? ContactNoticeKind::resumed : ContactNoticeKind::connected;
        case ContactState::held:
            return ContactNoticeKind::held;
        case ContactState::conferenced:
            return ContactNoticeKind::conferenced;
        case ContactState::customer_left:
            return ContactNoticeKind::customer_left;
        case ContactState::monitoring:
            return ContactNoticeKind::monitoring;
        case ContactState::barging:
            return ContactNoticeKind::barging;
        case ContactState::paused:
            return ContactNoticeKind::paused;
        case ContactState::missed:
            return ContactNoticeKind::missed;
        case ContactState::rejected:
            return ContactNoticeKind::rejected;
        case ContactState::failed:
            return ContactNoticeKind::error;
        case ContactState::transferred:
        case ContactState::after_contact_work:
            return ContactNoticeKind::acw;
        case ContactState::done:
            return ContactNoticeKind::destroyed;
        case ContactState::unseen:
        case ContactState::in_flow:
        case ContactState::queued:
        case ContactState::ended:
            break;
    }
    return std::nullopt;
}

/// Calls `tell` with what a contact's move is told as, in order: that it is first seen, that it is over (once for each
/// contact that was active, before anything else), that it is connected, if it was first seen held, and where it has
/// come to.
template <class Tell>
constexpr void tell_move(ContactState from, ContactState to, Tell&& tell) {
    if (from == ContactState::unseen) tell(ContactNoticeKind::init);
    if (from == to) return;
    if (is_active(from) && !is_active(to)) tell(ContactNoticeKind::ended);
    if (is_put_through(to) && to != ContactState::connected && !is_put_through(from))
        tell(ContactNoticeKind::connected);
    if (const auto kind = arrival(from, to)) tell(*kind);
}

}  // namespace denwaban
