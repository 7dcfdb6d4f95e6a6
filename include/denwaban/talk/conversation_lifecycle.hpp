#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <denwaban/core/state_machine.hpp>

namespace denwaban {

/// Where a conversation with a caller stands.
enum class ConversationState : std::uint8_t {
    opened,      ///< greeted; nothing is wanted yet
    asking,      ///< what is missing, or was said in words that can be read in several ways
    looking_up,  ///< the world is asked: what is free, which booking is theirs
    offering,    ///< what was wanted is not to be had; something else is
    holding,     ///< a table is being held
    confirming,  ///< read back; a yes is all that is missing
    letting_go,  ///< a table that was held is given back
    acting,      ///< what was read back is being done
    closing,     ///< done; is there anything else?
    handed_over,
    ended,
};
/// What happens in it: what the caller does, what the world answers, and what is found when stock is taken.
enum class ConversationEvent : std::uint8_t {
    told,  ///< the caller says something new, or takes something back
    agreed,
    declined,
    asked_aside,  ///< about hours, or to hear it again: nothing changes
    not_understood,
    not_heard,
    given_up,    ///< a human is needed
    finished,    ///< the caller is gone, or wants nothing more
    incomplete,  ///< stock: something is to be asked
    unknown,     ///< stock: the world is to be asked
    ready,       ///< stock: all is known
    answered,    ///< stock: there was only something to tell
    found,       ///< the world has answered
    full,        ///< the world has not what is wanted
    done,        ///< every command is done
    failed,      ///< a command was refused
};
/// What is done about it.
enum class ConversationEffect : std::uint8_t {
    take_stock,
    ask,
    prompt,  ///< again, in other words
    look_up,
    offer,
    take_offer,
    hold,
    read_back,
    let_go,
    act,
    report,
    ask_more,
    hand_over,
    say_goodbye,
};

template <>
inline constexpr std::array<std::string_view, 11> names_of<ConversationState>{
    "opened",     "asking", "looking_up", "offering",    "holding", "confirming",
    "letting_go", "acting", "closing",    "handed_over", "ended",
};
template <>
inline constexpr std::array<std::string_view, 16> names_of<ConversationEvent>{
    "told",       "agreed",  "declined", "asked_aside", "not_understood", "not_heard", "given_up", "finished",
    "incomplete", "unknown", "ready",    "answered",    "found",          "full",      "done",     "failed",
};
template <>
inline constexpr std::array<std::string_view, 14> names_of<ConversationEffect>{
    "take_stock", "ask",    "prompt", "look_up", "offer",    "take_offer", "hold",
    "read_back",  "let_go", "act",    "report",  "ask_more", "hand_over",  "say_goodbye",
};

/// A conversation's life. While the world is asked, what the caller says has to wait; a human, and the end, are reached
/// from everywhere.
inline constexpr StateMachine<ConversationState, ConversationEvent, ConversationEffect> conversation_lifecycle{
    ConversationState::opened,
    {
        {ConversationState::handed_over, any_event, ignored},
        {ConversationState::ended, any_event, ignored},

        {any_state, ConversationEvent::told, refused("the world has not answered yet")},
        {ConversationState::opened, ConversationEvent::told, moves_to(ConversationState::asking),
         ConversationEffect::take_stock},
        {ConversationState::asking, ConversationEvent::told, moves_to(ConversationState::asking),
         ConversationEffect::take_stock},
        {ConversationState::offering, ConversationEvent::told, moves_to(ConversationState::asking),
         ConversationEffect::take_stock},
        {ConversationState::confirming, ConversationEvent::told, moves_to(ConversationState::letting_go),
         ConversationEffect::let_go},
        {ConversationState::closing, ConversationEvent::told, moves_to(ConversationState::asking),
         ConversationEffect::take_stock},

        {any_state, ConversationEvent::agreed, refused("the world has not answered yet")},
        {ConversationState::opened, ConversationEvent::agreed, moves_to(ConversationState::opened),
         ConversationEffect::prompt},
        {ConversationState::asking, ConversationEvent::agreed, moves_to(ConversationState::asking),
         ConversationEffect::prompt},
        {ConversationState::offering, ConversationEvent::agreed, moves_to(ConversationState::asking),
         ConversationEffect::take_offer},
        {ConversationState::confirming, ConversationEvent::agreed, moves_to(ConversationState::acting),
         ConversationEffect::act},
        {ConversationState::closing, ConversationEvent::agreed, moves_to(ConversationState::asking),
         ConversationEffect::take_stock},

        {any_state, ConversationEvent::declined, refused("the world has not answered yet")},
        {ConversationState::opened, ConversationEvent::declined, moves_to(ConversationState::opened),
         ConversationEffect::prompt},
        {ConversationState::asking, ConversationEvent::declined, moves_to(ConversationState::asking),
         ConversationEffect::prompt},
        {ConversationState::offering, ConversationEvent::declined, moves_to(ConversationState::asking),
         ConversationEffect::take_stock},
        {ConversationState::confirming, ConversationEvent::declined, moves_to(ConversationState::letting_go),
         ConversationEffect::let_go},
        {ConversationState::closing, ConversationEvent::declined, moves_to(ConversationState::ended),
         ConversationEffect::say_goodbye},

        {any_state, ConversationEvent::asked_aside, refused("the world has not answered yet")},
        {ConversationState::opened, ConversationEvent::asked_aside, moves_to(ConversationState::closing),
         ConversationEffect::ask_more},
        {ConversationState::asking, ConversationEvent::asked_aside, moves_to(ConversationState::asking),
         ConversationEffect::take_stock},
        {ConversationState::offering, ConversationEvent::asked_aside, moves_to(ConversationState::offering),
         ConversationEffect::offer},
        {ConversationState::confirming, ConversationEvent::asked_aside, moves_to(ConversationState::confirming),
         ConversationEffect::read_back},
        {ConversationState::closing, ConversationEvent::asked_aside, moves_to(ConversationState::closing),
         ConversationEffect::ask_more},

        {any_state, ConversationEvent::not_understood, refused("the world has not answered yet")},
        {ConversationState::opened, ConversationEvent::not_understood, moves_to(ConversationState::opened),
         ConversationEffect::prompt},
        {ConversationState::asking, ConversationEvent::not_understood, moves_to(ConversationState::asking),
         ConversationEffect::prompt},
        {ConversationState::offering, ConversationEvent::not_understood, moves_to(ConversationState::offering),
         ConversationEffect::prompt},
        {ConversationState::confirming, ConversationEvent::not_understood, moves_to(ConversationState::confirming),
         ConversationEffect::prompt},
        {ConversationState::closing, ConversationEvent::not_understood, moves_to(ConversationState::closing),
         ConversationEffect::prompt},

        {any_state, ConversationEvent::not_heard, refused("the world has not answered yet")},
        {ConversationState::opened, ConversationEvent::not_heard, moves_to(ConversationState::opened),
         ConversationEffect::prompt},
        {ConversationState::asking, ConversationEvent::not_heard, moves_to(ConversationState::asking),
         ConversationEffect::prompt},
        {ConversationState::offering, ConversationEvent::not_heard, moves_to(ConversationState::offering),
         ConversationEffect::prompt},
        {ConversationState::confirming, ConversationEvent::not_heard, moves_to(ConversationState::confirming),
         ConversationEffect::prompt},
        // Who is silent once all is done has nothing more to say.
        {ConversationState::closing, ConversationEvent::not_heard, moves_to(ConversationState::ended),
         ConversationEffect::say_goodbye},

        {any_state, ConversationEvent::given_up, moves_to(ConversationState::handed_over),
         ConversationEffect::hand_over},
        {any_state, ConversationEvent::finished, moves_to(ConversationState::ended), ConversationEffect::say_goodbye},

        {any_state, ConversationEvent::incomplete, refused("no stock is being taken")},
        {ConversationState::asking, ConversationEvent::incomplete, moves_to(ConversationState::asking),
         ConversationEffect::ask},
        {any_state, ConversationEvent::unknown, refused("no stock is being taken")},
        {ConversationState::asking, ConversationEvent::unknown, moves_to(ConversationState::looking_up),
         ConversationEffect::look_up},
        {any_state, ConversationEvent::ready, refused("no stock is being taken")},
        {ConversationState::asking, ConversationEvent::ready, moves_to(ConversationState::holding),
         ConversationEffect::hold},
        {any_state, ConversationEvent::answered, refused("no stock is being taken")},
        {ConversationState::asking, ConversationEvent::answered, moves_to(ConversationState::closing),
         ConversationEffect::ask_more},

        {any_state, ConversationEvent::found, refused("nothing was asked of the world")},
        {ConversationState::looking_up, ConversationEvent::found, moves_to(ConversationState::asking),
         ConversationEffect::take_stock},
        {any_state, ConversationEvent::full, refused("nothing was asked of the world")},
        {ConversationState::looking_up, ConversationEvent::full, moves_to(ConversationState::offering),
         ConversationEffect::offer},

        {any_state, ConversationEvent::done, refused("nothing is being done")},
        {ConversationState::holding, ConversationEvent::done, moves_to(ConversationState::confirming),
         ConversationEffect::read_back},
        {ConversationState::letting_go, ConversationEvent::done, moves_to(ConversationState::asking),
         ConversationEffect::take_stock},
        {ConversationState::acting, ConversationEvent::done, moves_to(ConversationState::closing),
         ConversationEffect::report},
        {any_state, ConversationEvent::failed, refused("nothing is being done")},
        {ConversationState::holding, ConversationEvent::failed, moves_to(ConversationState::letting_go),
         ConversationEffect::let_go},
        // What can't be given back lapses by itself.
        {ConversationState::letting_go, ConversationEvent::failed, moves_to(ConversationState::asking),
         ConversationEffect::take_stock},
        {ConversationState::acting, ConversationEvent::failed, moves_to(ConversationState::letting_go),
         ConversationEffect::let_go},
    },
};

/// Whether nothing more is said in it.
[[nodiscard]] constexpr bool is_over(ConversationState state) noexcept {
    return conversation_lifecycle.is_final(state);
}

}  // namespace denwaban
