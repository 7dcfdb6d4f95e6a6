#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <denwaban/core/state_machine.hpp>

namespace denwaban {

/// What an agent is doing.
enum class AgentState : std::uint8_t {
    unknown,
    signed_out,
    offline,
    available,
    not_routable,  ///< a status of the centre's own: 休憩, 研修; its name is shown
    ringing,       ///< a contact is offered
    dialling,      ///< the customer's telephone rings
    on_contact,
    after_contact_work,
    error,  ///< takes no contacts until cleared; see `AgentError`
};

/// What is seen of an agent.
enum class AgentSighting : std::uint8_t {
    signed_in,
    signed_out,
    offline,
    available,
    not_routable,
    ringing,
    dialling,
    on_contact,
    after_contact_work,
    missed_contact,
    second_window,  ///< MultipleCcpWindows
    error,
    unclear,
};

/// What the owner of an agent does when they move.
enum class AgentEffect : std::uint8_t {
    start_after_contact_work_limit,
    check_missed_limit,
    warn_of_second_window,
    show_error,
};

template <>
inline constexpr std::array<std::string_view, 10> names_of<AgentState>{
    "unknown", "signed_out", "offline",    "available",          "not_routable",
    "ringing", "dialling",   "on_contact", "after_contact_work", "error",
};
template <>
inline constexpr std::array<std::string_view, 13> names_of<AgentSighting>{
    "signed_in",  "signed_out",         "offline",        "available",     "not_routable", "ringing", "dialling",
    "on_contact", "after_contact_work", "missed_contact", "second_window", "error",        "unclear",
};
template <>
inline constexpr std::array<std::string_view, 4> names_of<AgentEffect>{
    "start_after_contact_work_limit",
    "check_missed_limit",
    "warn_of_second_window",
    "show_error",
};

/// An agent's day. What is seen is believed, with one exception: the agent event stream goes on for an hour after a
/// log-off, and an offline agent seen in that hour has not come back.
inline constexpr StateMachine<AgentState, AgentSighting, AgentEffect> agent_lifecycle{
    AgentState::unknown,
    {
        {any_state, AgentSighting::signed_in, ignored},
        {AgentState::unknown, AgentSighting::signed_in, moves_to(AgentState::offline)},
        {AgentState::signed_out, AgentSighting::signed_in, moves_to(AgentState::offline)},
        {any_state, AgentSighting::signed_out, moves_to(AgentState::signed_out)},
        {AgentState::signed_out, AgentSighting::signed_out, ignored},
        {any_state, AgentSighting::offline, moves_to(AgentState::offline)},
        {AgentState::signed_out, AgentSighting::offline, ignored},
        {AgentState::offline, AgentSighting::offline, ignored},

        {any_state, AgentSighting::available, moves_to(AgentState::available)},
        {AgentState::available, AgentSighting::available, ignored},
        // Into the same state, because the status may have another name now.
        {any_state, AgentSighting::not_routable, moves_to(AgentState::not_routable)},
        {any_state, AgentSighting::ringing, moves_to(AgentState::ringing)},
        {AgentState::ringing, AgentSighting::ringing, ignored},
        {any_state, AgentSighting::dialling, moves_to(AgentState::dialling)},
        {AgentState::dialling, AgentSighting::dialling, ignored},
        {any_state, AgentSighting::on_contact, moves_to(AgentState::on_contact)},
        {AgentState::on_contact, AgentSighting::on_contact, ignored},
        {any_state, AgentSighting::after_contact_work, moves_to(AgentState::after_contact_work),
         AgentEffect::start_after_contact_work_limit},
        {AgentState::after_contact_work, AgentSighting::after_contact_work, ignored},

        {any_state, AgentSighting::missed_contact, moves_to(AgentState::error), AgentEffect::check_missed_limit},
        {any_state, AgentSighting::second_window, moves_to(AgentState::error), AgentEffect::warn_of_second_window},
        {any_state, AgentSighting::error, moves_to(AgentState::error), AgentEffect::show_error},
        {any_state, AgentSighting::unclear, moves_to(AgentState::unknown)},
        {AgentState::unknown, AgentSighting::unclear, ignored},
    },
};

}  // namespace denwaban
