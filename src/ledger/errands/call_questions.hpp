#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "answers.hpp"
#include "asking.hpp"

/// What errands about calls, conversations and agents are asked with in JSON: a row a field.
namespace denwaban::ledger {

struct OpenCall {
    Call call;
    ErrandRequest request;
};
struct ChangeCall {
    ContactId contact;
    LaterJson change;
    std::vector<Message> messages;
    LaterJson hand_overs;
    LaterJson catalogue;
    ErrandRequest request;
};
struct OfContact {
    ContactId contact;
};
struct FindCalls {
    std::optional<RestaurantId> restaurant;
    std::optional<Date> date;
    std::optional<CustomerId> customer;
    QueryOrder order = QueryOrder::descending;
    std::size_t limit = 50;
    std::optional<std::string> after;
};
struct FindDue {
    Instant until{};
    std::size_t limit = 100;
    std::optional<std::string> after;
};
struct FinishFollowUp {
    ContactId contact;
    std::string name;
    AgentId by;
    ErrandRequest request;
};
struct DropMessages {
    std::vector<Message> messages;
    ErrandRequest request;
};
struct KeepConversation {
    LaterJson conversation;
    Instant now{};
    std::chrono::seconds keep = std::chrono::hours{1};
};
struct OfConversation {
    ConversationId id;
    std::optional<int> turns;
};
struct FollowAgent {
    AgentId agent;
    LaterJson records;
    Instant now{};
};
struct FindAgent {
    AgentId agent;
    Instant now{};
};
struct AddContactRecords {
    std::vector<ContactRecord> records;
    Instant now{};
    std::chrono::seconds keep = contact_records_come_for;
};

}  // namespace denwaban::ledger

namespace denwaban::shapes {

inline constexpr auto open_call_fields =
    rows(std::array{field<&ledger::OpenCall::call>("call", required)}, request_rows<&ledger::OpenCall::request>);
template <>
inline constexpr Shape shape_of<ledger::OpenCall> = record<ledger::OpenCall>({}, {}, open_call_fields);

inline constexpr auto change_call_fields = rows(
    std::array{
        field<&ledger::ChangeCall::contact>("contact", required, "Any of the call's."),
        field<&ledger::ChangeCall::change>("change", required, "A key for each thing that is done."),
        field<&ledger::ChangeCall::messages>("messages", or_else, "Kept if the change is made."),
        field<&ledger::ChangeCall::hand_overs>("hand_overs", or_else, "Messages whose text is written of the call."),
        field<&ledger::ChangeCall::catalogue>("catalogue", or_else,
                                              "What the restaurant has otherwise than the catalogue.")},
    request_rows<&ledger::ChangeCall::request>);
template <>
inline constexpr Shape shape_of<ledger::ChangeCall> = record<ledger::ChangeCall>({}, {}, change_call_fields);

inline constexpr std::array of_contact_fields{
    field<&ledger::OfContact::contact>("contact", required, "Any of the call's.")};
template <>
inline constexpr Shape shape_of<ledger::OfContact> = record<ledger::OfContact>({}, {}, of_contact_fields);

void check_find_calls(const Node& node, ledger::FindCalls& question);
inline constexpr std::array find_calls_fields{
    field<&ledger::FindCalls::restaurant>("restaurant", if_any),
    field<&ledger::FindCalls::date>("date", if_any, "On which they were opened, by the restaurant's clocks."),
    field<&ledger::FindCalls::customer>("customer", if_any, "In place of a restaurant and a date."),
    field<&ledger::FindCalls::order>("order", or_else),
    field<&ledger::FindCalls::limit>("limit", or_else, one_to_a_hundred),
    page_after<&ledger::FindCalls::after>,
};
template <>
inline constexpr Shape shape_of<ledger::FindCalls> =
    checked<ledger::FindCalls, check_find_calls>(record<ledger::FindCalls>({}, {}, find_calls_fields));

inline constexpr std::array find_due_fields{
    field<&ledger::FindDue::until>("until", required, "What is due then or before."),
    field<&ledger::FindDue::limit>("limit", or_else, whole(1, 1000)),
    page_after<&ledger::FindDue::after>,
};
template <>
inline constexpr Shape shape_of<ledger::FindDue> = record<ledger::FindDue>({}, {}, find_due_fields);

inline constexpr auto finish_follow_up_fields =
    rows(std::array{field<&ledger::FinishFollowUp::contact>("contact", required),
                    field<&ledger::FinishFollowUp::name>("name", required, kind::string),
                    field<&ledger::FinishFollowUp::by>("by", required, "The agent who did it.")},
         request_rows<&ledger::FinishFollowUp::request>);
template <>
inline constexpr Shape shape_of<ledger::FinishFollowUp> = record<ledger::FinishFollowUp>({}, {},
                                                                                         finish_follow_up_fields);

inline constexpr auto drop_messages_fields =
    rows(std::array{field<&ledger::DropMessages::messages>("messages", required)},
         request_rows<&ledger::DropMessages::request>);
template <>
inline constexpr Shape shape_of<ledger::DropMessages> = record<ledger::DropMessages>({}, {}, drop_messages_fields);

inline constexpr std::array keep_conversation_fields{
    field<&ledger::KeepConversation::conversation>("conversation", required, "As a turn gave it."),
    asked_at<&ledger::KeepConversation::now>,
    field<&ledger::KeepConversation::keep>("keep", or_else, keep_for, "In seconds."),
};
template <>
inline constexpr Shape shape_of<ledger::KeepConversation> = record<ledger::KeepConversation>({}, {},
                                                                                             keep_conversation_fields);

inline constexpr std::array of_conversation_fields{
    field<&ledger::OfConversation::id>("id", required, "Of the contact or the chat."),
    field<&ledger::OfConversation::turns>("turns", if_any, whole(0, 1'000'000), "After how many; else after the last."),
};
template <>
inline constexpr Shape shape_of<ledger::OfConversation> = record<ledger::OfConversation>({}, {},
                                                                                         of_conversation_fields);

inline constexpr std::array follow_agent_fields{
    field<&ledger::FollowAgent::agent>("agent", required),
    field<&ledger::FollowAgent::records>("records", required, "Of the agent event stream."),
    asked_at<&ledger::FollowAgent::now>,
};
template <>
inline constexpr Shape shape_of<ledger::FollowAgent> = record<ledger::FollowAgent>({}, {}, follow_agent_fields);

inline constexpr std::array find_agent_fields{
    field<&ledger::FindAgent::agent>("agent", required),
    field<&ledger::FindAgent::now>("now", required, "No earlier than the latest event."),
};
template <>
inline constexpr Shape shape_of<ledger::FindAgent> = record<ledger::FindAgent>({}, {}, find_agent_fields);

inline constexpr std::array add_contact_records_fields{
    field<&ledger::AddContactRecords::records>("records", required, "Of one call."),
    asked_at<&ledger::AddContactRecords::now>,
    field<&ledger::AddContactRecords::keep>("keep", or_else, keep_for,
                                            "How long they are kept after the call's first, in seconds."),
};
template <>
inline constexpr Shape shape_of<ledger::AddContactRecords> =
    record<ledger::AddContactRecords>({}, {}, add_contact_records_fields);

}  // namespace denwaban::shapes
