#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include <denwaban/core/state_machine.hpp>

namespace denwaban {

/// What the desk shows of a call.
enum class CallState : std::uint8_t {
    ringing,  ///< at the agent, or at whom the agent calls
    talking,
    held,
    wrapping_up,  ///< over; what it was about is being recorded
    closed,
};

/// What happens to a call: what its contacts do, and how wrap-up ends.
enum class CallEvent : std::uint8_t {
    answered,
    held,
    resumed,
    ended,
    missed,
    rejected,
    failed,
    contact_gone,
    wrap_up_completed,
    wrap_up_expired,
};

/// What the desk does.
enum class CallEffect : std::uint8_t { show_timer, start_wrap_up_timer, save };

template <>
inline constexpr std::array<std::string_view, 5> names_of<CallState>{"ringing", "talking", "held", "wrapping_up",
                                                                     "closed"};
template <>
inline constexpr std::array<std::string_view, 10> names_of<CallEvent>{
    "answered", "held",         "resumed",           "ended",           "missed", "rejected",
    "failed",   "contact_gone", "wrap_up_completed", "wrap_up_expired",
};
template <>
inline constexpr std::array<std::string_view, 3> names_of<CallEffect>{"show_timer", "start_wrap_up_timer", "save"};

/// Which events come from outside; the others are the desk's own, and have their conditions.
[[nodiscard]] constexpr bool is_from_outside(CallEvent event) noexcept { return event < CallEvent::wrap_up_completed; }
inline constexpr auto outside_call_event_names = [] {
    std::array<std::string_view, 8> names;
    std::copy_n(names_of<CallEvent>.begin(), names.size(), names.begin());
    return names;
}();

/// An event that comes from outside.
class OutsideCallEvent {
public:
    consteval OutsideCallEvent(CallEvent event) : event_(event) {
        if (!is_from_outside(event)) throw "wrap-up is completed by `complete` and `expire` alone";
    }
    /// None of what `complete` and `expire` alone make of a call.
    [[nodiscard]] static constexpr std::optional<OutsideCallEvent> of(CallEvent event) noexcept {
        return is_from_outside(event) ? std::optional{OutsideCallEvent{event, Known{}}} : std::nullopt;
    }
    constexpr operator CallEvent() const noexcept { return event_; }

private:
    struct Known {};
    constexpr OutsideCallEvent(CallEvent event, Known) noexcept : event_(event) {}

    CallEvent event_;
};

/// A call's life at the desk. It outlives its contact: what was typed is kept until it is recorded.
inline constexpr StateMachine<CallState, CallEvent, CallEffect> call_lifecycle{
    CallState::ringing,
    {
        {CallState::closed, any_event, ignored},

        {any_state, CallEvent::answered, ignored},
        {CallState::ringing, CallEvent::answered, moves_to(CallState::talking), CallEffect::show_timer},
        {any_state, CallEvent::held, ignored},
        {CallState::ringing, CallEvent::held, moves_to(CallState::held), CallEffect::show_timer},
        {CallState::talking, CallEvent::held, moves_to(CallState::held)},
        {any_state, CallEvent::resumed, ignored},
        {CallState::held, CallEvent::resumed, moves_to(CallState::talking)},

        {any_state, CallEvent::ended, ignored},
        {CallState::ringing, CallEvent::ended, moves_to(CallState::closed), CallEffect::save},
        {CallState::talking, CallEvent::ended, moves_to(CallState::wrapping_up), CallEffect::start_wrap_up_timer},
        {CallState::held, CallEvent::ended, moves_to(CallState::wrapping_up), CallEffect::start_wrap_up_timer},

        {any_state, CallEvent::missed, ignored},
        {CallState::ringing, CallEvent::missed, moves_to(CallState::closed), CallEffect::save},
        {any_state, CallEvent::rejected, ignored},
        {CallState::ringing, CallEvent::rejected, moves_to(CallState::closed), CallEffect::save},
        {CallState::wrapping_up, CallEvent::failed, ignored},
        {CallState::ringing, CallEvent::failed, moves_to(CallState::closed), CallEffect::save},
        {any_state, CallEvent::failed, moves_to(CallState::wrapping_up), CallEffect::start_wrap_up_timer},

        // A contact that vanishes while it is talked on has ended; the desk goes on without it.
        {CallState::wrapping_up, CallEvent::contact_gone, ignored},
        {CallState::ringing, CallEvent::contact_gone, moves_to(CallState::closed), CallEffect::save},
        {any_state, CallEvent::contact_gone, moves_to(CallState::wrapping_up), CallEffect::start_wrap_up_timer},

        {any_state, CallEvent::wrap_up_completed, refused("the call is not over")},
        {CallState::wrapping_up, CallEvent::wrap_up_completed, moves_to(CallState::closed), CallEffect::save},
        {any_state, CallEvent::wrap_up_expired, refused("the call is not over")},
        {CallState::wrapping_up, CallEvent::wrap_up_expired, moves_to(CallState::closed), CallEffect::save},
    },
};

}  // namespace denwaban
