#pragma once

#include <array>
#include <limits>
#include <optional>
#include <string>

#include <denwaban/documents/conversation_json.hpp>
#include <denwaban/documents/reading.hpp>

#include "documents/reservations/answer_shapes.hpp"
#include "documents/reservations/customer_shapes.hpp"
#include "reply_shapes.hpp"

/// A conversation as it is kept.
namespace denwaban::shapes {

void read_command(const Node& node, Command& command);
void write_command(const Command& command, Sink& sink, const Value* before);
template <>
inline constexpr Shape shape_of<Command> = by_hand<Command, read_command, write_command>({.sort = Sort::open});

inline constexpr std::array request_fields =
    rows(wish_rows<&Request::wish>, std::array{field<&Request::begin>("begin", required)});
template <>
inline constexpr Shape shape_of<Request> = record<Request>("Request", "What a party wants, and when.", request_fields);

inline constexpr std::array checked_fields{
    field<&Checked::date>("date", required),
    field<&Checked::request>("request", required),
};
template <>
inline constexpr Shape shape_of<Checked> = record<Checked>("Checked", "What the world was asked about.",
                                                           checked_fields);
inline constexpr std::array found_booking_fields{
    field<&FoundBooking::date>("date", required),
    field<&FoundBooking::reservation>("reservation", required),
};
template <>
inline constexpr Shape shape_of<FoundBooking> = record<FoundBooking>("FoundBooking", "A booking where it stands.",
                                                                     found_booking_fields);

inline constexpr std::array proposal_wanted_fields{
    field<&ProposalWanted::date>("date", required),
    field<&ProposalWanted::request>("request", required),
    field<&ProposalWanted::changing>("changing", if_any),
    field<&ProposalWanted::others>("others", or_else, some(most_lines)),
};
template <>
inline constexpr Shape shape_of<ProposalWanted> = record<ProposalWanted>({}, {}, proposal_wanted_fields);
inline constexpr std::array bookings_wanted_fields{
    field<&BookingsWanted::phone>("phone", required),
    field<&BookingsWanted::from>("from", required),
};
template <>
inline constexpr Shape shape_of<BookingsWanted> = record<BookingsWanted>({}, {}, bookings_wanted_fields);
inline constexpr std::array date_move_fields{
    field<&DateMove::booking>("booking", required),
    field<&DateMove::to>("to", required),
    field<&DateMove::request>("request", required),
};
template <>
inline constexpr Shape shape_of<DateMove> = record<DateMove>({}, "To another date.", date_move_fields);
using Wanting = decltype(CommandWanted::command);
inline constexpr std::array wanting_forms{
    form<Wanting, Command>("decide"),
    form<Wanting, DateMove>("move"),
};
template <>
inline constexpr Shape shape_of<Wanting> = forms({}, {}, wanting_forms);
inline constexpr std::array command_wanted_fields{
    field<&CommandWanted::date>("date", required),
    field<&CommandWanted::command>("command", required),
    field<&CommandWanted::by>("by", always),
    field<&CommandWanted::key>("key", required, "The same again does nothing twice."),
};
template <>
inline constexpr Shape shape_of<CommandWanted> = record<CommandWanted>("CommandWanted", {}, command_wanted_fields);
inline constexpr std::array world_question_forms{
    form<WorldQuestion, ProposalWanted>("proposal"),
    form<WorldQuestion, BookingsWanted>("bookings"),
    form<WorldQuestion, CustomerWanted>("customer", bare<&CustomerWanted::phone>()),
    form<WorldQuestion, CommandWanted>("command"),
};
template <>
inline constexpr Shape shape_of<WorldQuestion> = forms("WorldQuestion", "What a conversation needs to know or done.",
                                                       world_question_forms);

/// Who calls, once that was asked: somebody, or nobody who is known.
struct AskedCustomer {
    std::optional<Customer> known;
    friend bool operator==(const AskedCustomer&, const AskedCustomer&) = default;
};
inline constexpr std::array asked_customer_fields{field<&AskedCustomer::known>("known", or_null)};
inline constexpr Shape asked_customer = record<AskedCustomer>({}, {}, asked_customer_fields);
void make_customer(const Node& node, AskedCustomer asked, std::optional<Customer>& customer);
[[nodiscard]] AskedCustomer asked_customer_of(const std::optional<Customer>& customer);
inline constexpr Shape customer_if_known =
    made_of<std::optional<Customer>, make_customer, asked_customer_of>(asked_customer);

using SlotWords = decltype(Conversation::words);
void read_slot_words(const Node& node, SlotWords& words);
void write_slot_words(const SlotWords& words, Sink& sink, const Value* before);
inline constexpr Shape slot_words =
    by_hand<SlotWords, read_slot_words, write_slot_words>(map_by<SlotKind>(shape_of<std::string>));

inline constexpr WholeKind counted = whole(0, std::numeric_limits<int>::max());
inline constexpr std::array conversation_heard{
    field<&Conversation::id>("id", required),
    field<&Conversation::caller>("caller", always),
    field<&Conversation::language>("language", always),
    field<&Conversation::state>("state", always),
    field<&Conversation::purpose>("purpose", if_any),
    field<&Conversation::known>("known", or_else, "Of what is wanted."),
    field<&Conversation::words>("words", or_else, slot_words, "By slot, as they were said."),
    field<&Conversation::message>("message", or_else, "To be passed on, in the caller's words."),
    field<&Conversation::part>("part", if_any),
    field<&Conversation::booked_day>("booked_day", if_any, "Of the booking that is spoken of."),
    field<&Conversation::booked_time>("booked_time", if_any),
    field<&Conversation::takes_any_seat>("takes_any_seat", or_else),
    field<&Conversation::asked>("asked", if_any),
    field<&Conversation::asked_for>("asked_for", if_any),
    field<&Conversation::refused>("refused", or_else, some(most_lines)),
    field<&Conversation::unconfirmed>("unconfirmed", or_else, some(most_lines)),
    field<&Conversation::to_say>("to_say", or_else),
};
inline constexpr std::array conversation_found{
    field<&Conversation::checked>("checked", if_any),
    field<&Conversation::offers>("offers", or_else, some(most_lines)),
    field<&Conversation::offered_times>("offered_times", or_else, some(most_lines)),
    field<&Conversation::why_not>("why_not", or_else, some(most_lines)),
    field<&Conversation::split>("split", or_else, some(most_lines)),
    field<&Conversation::held>("held", or_else, some(most_lines)),
    field<&Conversation::declined>("declined", if_any),
    field<&Conversation::bookings>("bookings", if_any, some(most_lines)),
    field<&Conversation::customer>("customer", if_any, customer_if_known),
    field<&Conversation::to_do>("to_do", or_else, some(most_lines)),
    field<&Conversation::waiting_for>("waiting_for", if_any),
};
inline constexpr std::array conversation_course{
    field<&Conversation::turns>("turns", or_else, counted),
    field<&Conversation::commands>("commands", or_else, counted),
    field<&Conversation::not_understood>("not_understood", or_else, counted),
    field<&Conversation::not_heard>("not_heard", or_else, counted),
    field<&Conversation::failures>("failures", or_else, counted),
    field<&Conversation::messages>("messages", or_else, some(most_lines)),
    field<&Conversation::settled>("settled", or_else, some(most_lines)),
    field<&Conversation::unanswered>("unanswered", or_else, some(most_lines)),
    field<&Conversation::reason>("reason", if_any),
    field<&Conversation::last_utterance>("last_utterance", or_else),
    field<&Conversation::last>("last", if_any),
    field<&Conversation::lines>("lines", or_else, some(most_said_lines)),
    field<&Conversation::stream>("stream", if_any),
};
[[nodiscard]] constexpr const int& format_of_conversation(const Conversation&) { return kept_format; }
inline constexpr auto conversation_fields =
    rows(conversation_heard, conversation_found, conversation_course,
         std::array{told_field<Conversation, format_of_conversation>("format", {}, whole(1, kept_format))});
template <>
inline constexpr Shape shape_of<Conversation> = record<Conversation>("Conversation", "A conversation as it stands.",
                                                                     conversation_fields);

/// What a turn answers.
struct TalkTurn {
    Conversation conversation;
    Reply reply;
    std::optional<HandedOver> hand_over;
};
inline constexpr auto talk_turn_fields =
    rows(std::array{field<&TalkTurn::conversation>("conversation", required, "To be given with the next turn.")},
         reply_rows<&TalkTurn::reply>,
         std::array{field<&TalkTurn::hand_over>("hand_over", or_null, "Where a human takes over.")});
template <>
inline constexpr Shape shape_of<TalkTurn> = record<TalkTurn>("TalkTurn", "A turn of a conversation.", talk_turn_fields);

inline constexpr std::array greeted_fields{
    field<&Greeted::id>("id", required, "Of the contact or the chat."),
    field<&Greeted::caller>("caller", or_else),
    field<&Greeted::language>("language", or_else),
    field<&Greeted::stream>("stream", if_any),
};
template <>
inline constexpr Shape shape_of<Greeted> = record<Greeted>("Greeted", "Who calls.", greeted_fields);
inline constexpr std::array utterance_fields{
    field<&Utterance::id>("id", or_else, kind::label, "Of the turn: the same again is answered as before."),
    field<&Utterance::text>("text", or_else, note_text),
    field<&Utterance::keys>("keys", or_else, kind::label, "1930#; they are what counts, if there are any."),
};
template <>
inline constexpr Shape shape_of<Utterance> = record<Utterance>("Utterance", "What the caller said, or keyed.",
                                                               utterance_fields);

}  // namespace denwaban::shapes
