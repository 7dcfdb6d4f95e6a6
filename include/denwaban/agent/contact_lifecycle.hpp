#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <denwaban/core/state_machine.hpp>

namespace denwaban {

/// Where a contact (one call, chat or task, as one agent has it) is.
enum class ContactState : std::uint8_t {
    unseen,
    in_flow,             ///< with the contact flow, before any queue
    queued,              ///< waits for an agent
    incoming,            ///< offered to the agent as a queued callback; never for an inbound call
    pending,             ///< a callback the agent took, before it is dialled
    connecting,          ///< rings, at the agent or at the callee
    connected,           ///< agent and customer talk
    held,                ///< 保留: the customer hears music, or the agent has stepped out
    conferenced,         ///< a third party talks too
    customer_left,       ///< a third party and the agent are left without the customer
    monitoring,          ///< another agent's call, to which this one, a supervisor, listens
    barging,             ///< another agent's call, in which this one, a supervisor, talks
    paused,              ///< a task laid aside
    transferred,         ///< the agent left; the others talk on
    missed,              ///< the agent did not answer
    rejected,            ///< the agent refused
    failed,              ///< never came to be, for any other reason
    ended,               ///< over; whether after-contact work goes on is not known
    after_contact_work,  ///< over, and the agent still has it (ACW, 後処理)
    done,                ///< the agent no longer has it
};

/// What is seen of a contact.
enum class ContactEvent : std::uint8_t {
    entered_flow,
    queued,
    incoming,
    pending,
    connecting,
    connected,
    held,
    conferenced,
    customer_left,
    monitoring,
    barging,
    paused,
    left_to_others,  ///< ended for the agent while other connections live
    missed,
    rejected,
    failed,
    disconnected,  ///< over, as an observer without the agent's view knows it
    ended,         ///< over, and in the agent's hands
    gone,          ///< no longer among the agent's contacts
};

/// What the owner of a contact does when it moves.
enum class ContactEffect : std::uint8_t {
    ring,
    talk,
    hold,
    resume,
    confer,
    count_missed,
    begin_after_contact_work,
    close,
};

template <>
inline constexpr std::array<std::string_view, 20> names_of<ContactState>{
    "unseen",     "in_flow",   "queued", "incoming",           "pending",
    "connecting", "connected", "held",   "conferenced",        "customer_left",
    "monitoring", "barging",   "paused", "transferred",        "missed",
    "rejected",   "failed",    "ended",  "after_contact_work", "done",
};
template <>
inline constexpr std::array<std::string_view, 19> names_of<ContactEvent>{
    "entered_flow", "queued",        "incoming",     "pending", "connecting", "connected",      "held",
    "conferenced",  "customer_left", "monitoring",   "barging", "paused",     "left_to_others", "missed",
    "rejected",     "failed",        "disconnected", "ended",   "gone",
};
template <>
inline constexpr std::array<std::string_view, 8> names_of<ContactEffect>{
    "ring", "talk", "hold", "resume", "confer", "count_missed", "begin_after_contact_work", "close",
};

/// A contact's life. An agent's snapshot is believed whatever was seen before it, because it is the whole truth of its
/// moment; only what a contact can't come back from, or was told already, is ignored.
inline constexpr StateMachine<ContactState, ContactEvent, ContactEffect> contact_lifecycle{
    ContactState::unseen,
    {
        {ContactState::done, any_event, ignored},

        {any_state, ContactEvent::entered_flow, ignored},
        {ContactState::unseen, ContactEvent::entered_flow, moves_to(ContactState::in_flow)},
        {any_state, ContactEvent::queued, ignored},
        {ContactState::unseen, ContactEvent::queued, moves_to(ContactState::queued)},
        {ContactState::in_flow, ContactEvent::queued, moves_to(ContactState::queued)},

        {any_state, ContactEvent::incoming, moves_to(ContactState::incoming), ContactEffect::ring},
        {ContactState::incoming, ContactEvent::incoming, ignored},
        {any_state, ContactEvent::pending, moves_to(ContactState::pending)},
        {ContactState::pending, ContactEvent::pending, ignored},
        {any_state, ContactEvent::connecting, moves_to(ContactState::connecting), ContactEffect::ring},
        {ContactState::connecting, ContactEvent::connecting, ignored},

        {any_state, ContactEvent::connected, moves_to(ContactState::connected), ContactEffect::talk},
        {ContactState::connected, ContactEvent::connected, ignored},
        {ContactState::held, ContactEvent::connected, moves_to(ContactState::connected), ContactEffect::resume},
        {ContactState::paused, ContactEvent::connected, moves_to(ContactState::connected), ContactEffect::resume},
        {ContactState::conferenced, ContactEvent::connected, moves_to(ContactState::connected)},
        {any_state, ContactEvent::held, moves_to(ContactState::held), ContactEffect::hold},
        {ContactState::held, ContactEvent::held, ignored},
        {any_state, ContactEvent::conferenced, moves_to(ContactState::conferenced), ContactEffect::confer},
        {ContactState::conferenced, ContactEvent::conferenced, ignored},
        {any_state, ContactEvent::customer_left, moves_to(ContactState::customer_left)},
        {ContactState::customer_left, ContactEvent::customer_left, ignored},
        {ContactState::customer_left, ContactEvent::connected, moves_to(ContactState::connected)},
        {any_state, ContactEvent::monitoring, moves_to(ContactState::monitoring)},
        {ContactState::monitoring, ContactEvent::monitoring, ignored},
        {any_state, ContactEvent::barging, moves_to(ContactState::barging)},
        {ContactState::barging, ContactEvent::barging, ignored},
        {any_state, ContactEvent::paused, moves_to(ContactState::paused), ContactEffect::hold},
        {ContactState::paused, ContactEvent::paused, ignored},

        {any_state, ContactEvent::left_to_others, moves_to(ContactState::transferred),
         ContactEffect::begin_after_contact_work},
        // A supervisor who leaves has handed nothing over.
        {ContactState::monitoring, ContactEvent::left_to_others, moves_to(ContactState::after_contact_work),
         ContactEffect::begin_after_contact_work},
        {ContactState::barging, ContactEvent::left_to_others, moves_to(ContactState::after_contact_work),
         ContactEffect::begin_after_contact_work},
        {ContactState::transferred, ContactEvent::left_to_others, ignored},
        {ContactState::after_contact_work, ContactEvent::left_to_others, ignored},

        // How a contact came to nothing is told once.
        {any_state, ContactEvent::missed, moves_to(ContactState::missed), ContactEffect::count_missed},
        {ContactState::missed, ContactEvent::missed, ignored},
        {ContactState::rejected, ContactEvent::missed, ignored},
        {ContactState::failed, ContactEvent::missed, ignored},
        {ContactState::ended, ContactEvent::missed, ignored},
        {ContactState::transferred, ContactEvent::missed, ignored},
        {ContactState::after_contact_work, ContactEvent::missed, ignored},
        {any_state, ContactEvent::rejected, moves_to(ContactState::rejected)},
        {ContactState::missed, ContactEvent::rejected, ignored},
        {ContactState::rejected, ContactEvent::rejected, ignored},
        {ContactState::failed, ContactEvent::rejected, ignored},
        {ContactState::ended, ContactEvent::rejected, ignored},
        {ContactState::transferred, ContactEvent::rejected, ignored},
        {ContactState::after_contact_work, ContactEvent::rejected, ignored},
        {any_state, ContactEvent::failed, moves_to(ContactState::failed)},
        // A queued callback that is offered and comes to nothing was not taken.
        {ContactState::incoming, ContactEvent::failed, moves_to(ContactState::missed), ContactEffect::count_missed},
        // The customer of a missed call hangs up too, sooner or later.
        {ContactState::missed, ContactEvent::failed, ignored},
        {ContactState::rejected, ContactEvent::failed, ignored},
        {ContactState::failed, ContactEvent::failed, ignored},
        {ContactState::ended, ContactEvent::failed, ignored},
        {ContactState::transferred, ContactEvent::failed, ignored},
        {ContactState::after_contact_work, ContactEvent::failed, ignored},

        {any_state, ContactEvent::disconnected, moves_to(ContactState::ended)},
        {ContactState::ended, ContactEvent::disconnected, ignored},
        {ContactState::transferred, ContactEvent::disconnected, ignored},
        {ContactState::after_contact_work, ContactEvent::disconnected, ignored},
        {ContactState::missed, ContactEvent::disconnected, ignored},
        {ContactState::rejected, ContactEvent::disconnected, ignored},
        {ContactState::failed, ContactEvent::disconnected, ignored},

        {any_state, ContactEvent::ended, moves_to(ContactState::after_contact_work),
         ContactEffect::begin_after_contact_work},
        {ContactState::after_contact_work, ContactEvent::ended, ignored},
        {ContactState::transferred, ContactEvent::ended, ignored},

        {any_state, ContactEvent::gone, moves_to(ContactState::done), ContactEffect::close},
    },
};

/// Whether it is another agent's call, and this one a supervisor.
[[nodiscard]] constexpr bool overhears(ContactState state) noexcept {
    return state == ContactState::monitoring || state == ContactState::barging;
}

/// Whether the agent has it on their hands: rings, talks or is laid aside. Not after-contact work.
[[nodiscard]] constexpr bool is_active(ContactState state) noexcept {
    switch (state) {
        case ContactState::incoming:
        case ContactState::pending:
        case ContactState::connecting:
        case ContactState::connected:
        case ContactState::held:
        case ContactState::conferenced:
        case ContactState::customer_left:
        case ContactState::monitoring:
        case ContactState::barging:
        case ContactState::paused:
            return true;
        case ContactState::unseen:
        case ContactState::in_flow:
        case ContactState::queued:
        case ContactState::transferred:
        case ContactState::missed:
        case ContactState::rejected:
        case ContactState::failed:
        case ContactState::ended:
        case ContactState::after_contact_work:
        case ContactState::done:
            return false;
    }
    return false;
}

}  // namespace denwaban
