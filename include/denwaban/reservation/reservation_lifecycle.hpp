#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <denwaban/core/state_machine.hpp>

namespace denwaban {

/// What was agreed.
enum class Commitment : std::uint8_t {
    held,         ///< 仮押さえ, until it expires
    requested,    ///< リクエスト予約: the restaurant has yet to say yes
    confirmed,    ///< 確定
    reconfirmed,  ///< the guest was asked again, and comes
    cancelled,
    declined,  ///< the restaurant said no
    no_show,   ///< 無断キャンセル
    lapsed,    ///< the hold expired, or nobody waits any more
    waiting,   ///< キャンセル待ち: there is no table for them yet, nor was one promised
};
/// What happens to a promise.
enum class CommitmentEvent : std::uint8_t {
    request,
    confirm,
    reconfirm,
    cancel,
    decline,
    miss,
    lapse,
    undo,
    renew,    ///< hold or wait longer
    take_up,  ///< who waits takes what is free now
};

/// Where the guests are.
enum class Presence : std::uint8_t { expected, late, partly_arrived, seated, left };
/// What the guests do.
enum class PresenceEvent : std::uint8_t { run_late, arrive_partly, sit_down, leave, undo };

/// Whether they have a table.
enum class Allocation : std::uint8_t {
    unassigned,  ///< 未割り当て: no table yet, but there is one for them
    overbooked,  ///< taken although there is no table for them
    assigned,    ///< may be moved
    pinned,      ///< was promised that table
};
/// What happens to their table.
enum class AllocationEvent : std::uint8_t { assign, pin, unpin, unassign, overbook };

/// What the book does about the table.
enum class ReservationEffect : std::uint8_t { release_table, find_table };

template <>
inline constexpr std::array<std::string_view, 9> names_of<Commitment>{
    "held", "requested", "confirmed", "reconfirmed", "cancelled", "declined", "no_show", "lapsed", "waiting"};
template <>
inline constexpr std::array<std::string_view, 10> names_of<CommitmentEvent>{
    "request", "confirm", "reconfirm", "cancel", "decline", "miss", "lapse", "undo", "renew", "take_up"};
template <>
inline constexpr std::array<std::string_view, 5> names_of<Presence>{"expected", "late", "partly_arrived", "seated",
                                                                    "left"};
template <>
inline constexpr std::array<std::string_view, 5> names_of<PresenceEvent>{"run_late", "arrive_partly", "sit_down",
                                                                         "leave", "undo"};
template <>
inline constexpr std::array<std::string_view, 4> names_of<Allocation>{"unassigned", "overbooked", "assigned", "pinned"};
template <>
inline constexpr std::array<std::string_view, 5> names_of<AllocationEvent>{"assign", "pin", "unpin", "unassign",
                                                                           "overbook"};
template <>
inline constexpr std::array<std::string_view, 2> names_of<ReservationEffect>{"release_table", "find_table"};

/// What a reservation is worth, from `held` on.
inline constexpr StateMachine<Commitment, CommitmentEvent, ReservationEffect> commitment_lifecycle{
    Commitment::held,
    {
        {any_state, CommitmentEvent::request, refused("only what is held can be requested")},
        {Commitment::held, CommitmentEvent::request, moves_to(Commitment::requested)},
        {Commitment::requested, CommitmentEvent::request, ignored},

        {any_state, CommitmentEvent::confirm, refused("only what is held or requested can be confirmed")},
        {Commitment::held, CommitmentEvent::confirm, moves_to(Commitment::confirmed)},
        {Commitment::requested, CommitmentEvent::confirm, moves_to(Commitment::confirmed)},
        {Commitment::confirmed, CommitmentEvent::confirm, ignored},
        {Commitment::reconfirmed, CommitmentEvent::confirm, ignored},

        {any_state, CommitmentEvent::reconfirm, refused("only what is confirmed can be reconfirmed")},
        {Commitment::confirmed, CommitmentEvent::reconfirm, moves_to(Commitment::reconfirmed)},
        {Commitment::reconfirmed, CommitmentEvent::reconfirm, ignored},

        {any_state, CommitmentEvent::cancel, moves_to(Commitment::cancelled), ReservationEffect::release_table},
        {Commitment::cancelled, CommitmentEvent::cancel, ignored},
        {Commitment::declined, CommitmentEvent::cancel, ignored},
        {Commitment::lapsed, CommitmentEvent::cancel, ignored},
        {Commitment::no_show, CommitmentEvent::cancel, refused("the guest did not come")},

        {any_state, CommitmentEvent::decline, refused("only who is held, requested or waiting can be declined")},
        {Commitment::held, CommitmentEvent::decline, moves_to(Commitment::declined), ReservationEffect::release_table},
        {Commitment::requested, CommitmentEvent::decline, moves_to(Commitment::declined),
         ReservationEffect::release_table},
        {Commitment::waiting, CommitmentEvent::decline, moves_to(Commitment::declined),
         ReservationEffect::release_table},
        {Commitment::declined, CommitmentEvent::decline, ignored},

        {any_state, CommitmentEvent::miss, refused("nobody was expected")},
        {Commitment::confirmed, CommitmentEvent::miss, moves_to(Commitment::no_show), ReservationEffect::release_table},
        {Commitment::reconfirmed, CommitmentEvent::miss, moves_to(Commitment::no_show),
         ReservationEffect::release_table},
        {Commitment::no_show, CommitmentEvent::miss, ignored},

        {any_state, CommitmentEvent::lapse, ignored},
        {Commitment::held, CommitmentEvent::lapse, moves_to(Commitment::lapsed), ReservationEffect::release_table},
        {Commitment::waiting, CommitmentEvent::lapse, moves_to(Commitment::lapsed), ReservationEffect::release_table},

        {any_state, CommitmentEvent::undo, refused("there is nothing to undo")},
        {Commitment::cancelled, CommitmentEvent::undo, moves_to(Commitment::confirmed), ReservationEffect::find_table},
        {Commitment::declined, CommitmentEvent::undo, moves_to(Commitment::requested), ReservationEffect::find_table},
        {Commitment::no_show, CommitmentEvent::undo, moves_to(Commitment::confirmed), ReservationEffect::find_table},
        {Commitment::lapsed, CommitmentEvent::undo, refused("the hold has expired")},

        {any_state, CommitmentEvent::renew, refused("only what is held or waits can be renewed")},
        {Commitment::held, CommitmentEvent::renew, moves_to(Commitment::held)},
        {Commitment::waiting, CommitmentEvent::renew, moves_to(Commitment::waiting)},

        {any_state, CommitmentEvent::take_up, refused("does not wait")},
        {Commitment::waiting, CommitmentEvent::take_up, moves_to(Commitment::confirmed), ReservationEffect::find_table},
    },
};

/// Where the guests are, from `expected` on.
inline constexpr StateMachine<Presence, PresenceEvent, ReservationEffect> presence_lifecycle{
    Presence::expected,
    {
        {Presence::expected, PresenceEvent::run_late, moves_to(Presence::late)},
        {any_state, PresenceEvent::run_late, ignored},

        {Presence::expected, PresenceEvent::arrive_partly, moves_to(Presence::partly_arrived)},
        {Presence::late, PresenceEvent::arrive_partly, moves_to(Presence::partly_arrived)},
        {any_state, PresenceEvent::arrive_partly, ignored},

        {any_state, PresenceEvent::sit_down, moves_to(Presence::seated)},
        {Presence::seated, PresenceEvent::sit_down, ignored},
        {Presence::left, PresenceEvent::sit_down, refused("the party has left")},

        {any_state, PresenceEvent::leave, refused("the party has not been seated")},
        {Presence::seated, PresenceEvent::leave, moves_to(Presence::left), ReservationEffect::release_table},
        {Presence::left, PresenceEvent::leave, ignored},

        {Presence::expected, PresenceEvent::undo, refused("there is nothing to undo")},
        {Presence::late, PresenceEvent::undo, moves_to(Presence::expected)},
        {Presence::partly_arrived, PresenceEvent::undo, moves_to(Presence::expected)},
        {Presence::seated, PresenceEvent::undo, moves_to(Presence::expected)},
        {Presence::left, PresenceEvent::undo, moves_to(Presence::seated), ReservationEffect::find_table},
    },
};

/// Which table they have, from `unassigned` on.
inline constexpr StateMachine<Allocation, AllocationEvent, ReservationEffect> allocation_lifecycle{
    Allocation::unassigned,
    {
        {any_state, AllocationEvent::assign, moves_to(Allocation::assigned)},
        {Allocation::pinned, AllocationEvent::assign, refused("was promised its table")},
        {any_state, AllocationEvent::pin, moves_to(Allocation::pinned)},
        {any_state, AllocationEvent::unpin, ignored},
        {Allocation::pinned, AllocationEvent::unpin, moves_to(Allocation::assigned)},
        {any_state, AllocationEvent::unassign, moves_to(Allocation::unassigned), ReservationEffect::release_table},
        {Allocation::unassigned, AllocationEvent::unassign, ignored},
        {Allocation::overbooked, AllocationEvent::unassign, ignored},
        {any_state, AllocationEvent::overbook, refused("has a table")},
        {Allocation::unassigned, AllocationEvent::overbook, moves_to(Allocation::overbooked)},
        {Allocation::overbooked, AllocationEvent::overbook, ignored},
    },
};

/// Who does something to a reservation.
enum class Actor : std::uint8_t {
    guest,
    agent,       ///< of the call centre
    restaurant,  ///< its staff
    system,      ///< a timer, a job
};
template <>
inline constexpr std::array<std::string_view, 4> names_of<Actor>{"guest", "agent", "restaurant", "system"};

/// When somebody may.
enum class Allowed : std::uint8_t {
    never,
    until_deadline,  ///< `Policy::cancel_until`
    until_start,
    until_end,
    from_start,
    always,
};
template <>
inline constexpr std::array<std::string_view, 6> names_of<Allowed>{"never",     "until_deadline", "until_start",
                                                                   "until_end", "from_start",     "always"};

/// Who may do it, in the order of `Actor`.
template <class Event>
struct Permission {
    Event event;
    std::array<Allowed, count_of<Actor>> by;
};

/// Who may do what to a promise, in the order of `CommitmentEvent`.
inline constexpr std::array<Permission<CommitmentEvent>, count_of<CommitmentEvent>> commitment_permissions{{
    {CommitmentEvent::request, {Allowed::until_start, Allowed::until_start, Allowed::always, Allowed::until_start}},
    {CommitmentEvent::confirm, {Allowed::until_start, Allowed::until_start, Allowed::always, Allowed::until_start}},
    {CommitmentEvent::reconfirm, {Allowed::until_start, Allowed::until_start, Allowed::always, Allowed::until_start}},
    {CommitmentEvent::cancel, {Allowed::until_deadline, Allowed::until_end, Allowed::always, Allowed::until_start}},
    {CommitmentEvent::decline, {Allowed::never, Allowed::never, Allowed::always, Allowed::until_start}},
    {CommitmentEvent::miss, {Allowed::never, Allowed::from_start, Allowed::from_start, Allowed::from_start}},
    {CommitmentEvent::lapse, {Allowed::never, Allowed::always, Allowed::always, Allowed::always}},
    {CommitmentEvent::undo, {Allowed::never, Allowed::always, Allowed::always, Allowed::never}},
    {CommitmentEvent::renew, {Allowed::until_start, Allowed::until_start, Allowed::always, Allowed::until_start}},
    {CommitmentEvent::take_up, {Allowed::always, Allowed::always, Allowed::always, Allowed::never}},
}};
/// Who may say what of the guests, in the order of `PresenceEvent`.
inline constexpr std::array<Permission<PresenceEvent>, count_of<PresenceEvent>> presence_permissions{{
    {PresenceEvent::run_late, {Allowed::until_end, Allowed::until_end, Allowed::always, Allowed::until_end}},
    {PresenceEvent::arrive_partly, {Allowed::never, Allowed::never, Allowed::always, Allowed::never}},
    {PresenceEvent::sit_down, {Allowed::never, Allowed::never, Allowed::always, Allowed::never}},
    {PresenceEvent::leave, {Allowed::never, Allowed::never, Allowed::always, Allowed::from_start}},
    {PresenceEvent::undo, {Allowed::never, Allowed::until_end, Allowed::always, Allowed::never}},
}};
/// Who may do what about a table, in the order of `AllocationEvent`.
inline constexpr std::array<Permission<AllocationEvent>, count_of<AllocationEvent>> allocation_permissions{{
    {AllocationEvent::assign, {Allowed::never, Allowed::until_start, Allowed::always, Allowed::always}},
    {AllocationEvent::pin, {Allowed::never, Allowed::until_start, Allowed::always, Allowed::never}},
    {AllocationEvent::unpin, {Allowed::never, Allowed::until_start, Allowed::always, Allowed::never}},
    {AllocationEvent::unassign, {Allowed::never, Allowed::never, Allowed::always, Allowed::never}},
    {AllocationEvent::overbook, {Allowed::never, Allowed::until_start, Allowed::always, Allowed::never}},
}};

/// What is done to a book and is no event of a reservation's lifecycle.
enum class Act : std::uint8_t {
    book,
    walk_in,         ///< and whatever has that channel
    sell_kept_back,  ///< on the restaurant's own channel: tables that it keeps back
    override_limits,
    change,
    change_details,
    change_deposit,
    swap,
    block,
    unblock,
    replace_floor_plan,
    replace_policy,
    replace_periods,
};
template <>
inline constexpr std::array<std::string_view, 13> names_of<Act>{
    "book", "walk_in", "sell_kept_back", "override_limits",    "change",         "change_details", "change_deposit",
    "swap", "block",   "unblock",        "replace_floor_plan", "replace_policy", "replace_periods"};

/// Who may do it, in the order of `Act`. With the tables above it says of every command who may give it.
inline constexpr std::array<Permission<Act>, count_of<Act>> act_permissions{{
    {Act::book, {Allowed::always, Allowed::always, Allowed::always, Allowed::always}},
    {Act::walk_in, {Allowed::never, Allowed::always, Allowed::always, Allowed::never}},
    {Act::sell_kept_back, {Allowed::never, Allowed::always, Allowed::always, Allowed::always}},
    {Act::override_limits, {Allowed::never, Allowed::always, Allowed::always, Allowed::always}},
    {Act::change, {Allowed::until_deadline, Allowed::until_end, Allowed::always, Allowed::never}},
    {Act::change_details, {Allowed::until_start, Allowed::always, Allowed::always, Allowed::always}},
    {Act::change_deposit, {Allowed::never, Allowed::always, Allowed::always, Allowed::always}},
    {Act::swap, {Allowed::never, Allowed::until_start, Allowed::always, Allowed::never}},
    {Act::block, {Allowed::never, Allowed::always, Allowed::always, Allowed::always}},
    {Act::unblock, {Allowed::never, Allowed::always, Allowed::always, Allowed::always}},
    {Act::replace_floor_plan, {Allowed::never, Allowed::always, Allowed::always, Allowed::always}},
    {Act::replace_policy, {Allowed::never, Allowed::always, Allowed::always, Allowed::always}},
    {Act::replace_periods, {Allowed::never, Allowed::always, Allowed::always, Allowed::always}},
}};

namespace detail {

template <class Event, std::size_t N>
[[nodiscard]] consteval bool name_each_once(const std::array<Permission<Event>, N>& permissions) {
    for (std::size_t place = 0; place < N; ++place) {
        if (index_of(permissions[place].event) != place) return false;
    }
    return true;
}
static_assert(name_each_once(commitment_permissions));
static_assert(name_each_once(presence_permissions));
static_assert(name_each_once(allocation_permissions));
static_assert(name_each_once(act_permissions));

}  // namespace detail

}  // namespace denwaban
