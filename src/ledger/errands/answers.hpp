#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include <denwaban/ledger/agent_errands.hpp>
#include <denwaban/ledger/booking_errands.hpp>
#include <denwaban/ledger/call_errands.hpp>
#include <denwaban/ledger/customer_errands.hpp>
#include <denwaban/ledger/google_errands.hpp>
#include <denwaban/ledger/listing_errands.hpp>
#include <denwaban/ledger/message.hpp>
#include <denwaban/ledger/person_errands.hpp>
#include <denwaban/ledger/record_errands.hpp>
#include <denwaban/ledger/restaurant_errands.hpp>
#include <denwaban/ledger/talk_errands.hpp>

#include "documents/agents/agent_shapes.hpp"
#include "documents/calls/call_shapes.hpp"
#include "documents/engine/shapes.hpp"
#include "documents/records/record_shapes.hpp"
#include "documents/reservations/answer_shapes.hpp"
#include "documents/reservations/customer_shapes.hpp"
#include "documents/restaurants/restaurant_shapes.hpp"

namespace denwaban::ledger {

/// The records of one call, and which names its rows have had.
struct KeptRecords {
    std::vector<ContactRecord> records;
    std::vector<ContactId> replaced;
};

}  // namespace denwaban::ledger

/// What errands answer, and what the ledger keeps beside the documents of nouns: a row a field.
namespace denwaban::shapes {

template <auto... Book>
inline constexpr std::array book_rows{
    field<Book..., &DayBookAddress::restaurant>("restaurant", required),
    field<Book..., &DayBookAddress::date>("date", required, "The business date."),
};
template <>
inline constexpr Shape shape_of<DayBookAddress> = record<DayBookAddress>({}, {}, book_rows<>);

inline constexpr auto kept_decision_fields = rows(
    book_rows<&KeptDecision::book>,
    std::array{
        field<&KeptDecision::version>("version", required, whole(0, most_versions), "Of the book after it."),
        field<&KeptDecision::booking, &BookingId::text>("booking", required, kind::label,
                                                        "Empty where it was about none."),
        field<&KeptDecision::reservation>("reservation", or_null, "As it stands after it."),
        field<&KeptDecision::group>("group", or_else, "All of its group, where it has one."),
        field<&KeptDecision::moved>("moved", required, "Others who got another table."),
        field<&KeptDecision::exceeded>("exceeded", required, "Limits that warn, and those that were overridden."),
        field<&KeptDecision::hurt>("hurt", or_else, "By what its restaurant has become, which the book now follows."),
    });
template <>
inline constexpr Shape shape_of<KeptDecision> = record<KeptDecision>("KeptDecision",
                                                                     "What was decided upon a kept book.",
                                                                     kept_decision_fields);

inline constexpr auto kept_edit_fields =
    rows(book_rows<&KeptEdit::book>,
         std::array{
             field<&KeptEdit::version>("version", required, whole(0, most_versions), "Of the book after it."),
             field<&KeptEdit::hurt>("hurt", required, "Everybody whom it hurts."),
             field<&KeptEdit::moved>("moved", required, "Others who got another table."),
         });
template <>
inline constexpr Shape shape_of<KeptEdit> = record<KeptEdit>("KeptEdit",
                                                             "A kept book, one of whose parts was replaced.",
                                                             kept_edit_fields);

inline constexpr auto kept_reservation_fields =
    rows(book_rows<&KeptReservation::book>, std::array{
                                                field<&KeptReservation::reservation>("reservation", required),
                                            });
template <>
inline constexpr Shape shape_of<KeptReservation> = record<KeptReservation>("KeptReservation",
                                                                           "Where a reservation stands, and how.",
                                                                           kept_reservation_fields);

inline constexpr std::array listed_bookings_fields{
    field<&ListedBookings::bookings>("bookings", required),
    field<&ListedBookings::next>("next", or_null, "What the next page comes after."),
};
template <>
inline constexpr Shape shape_of<ListedBookings> = record<ListedBookings>("ListedBookings",
                                                                         "Some of the reservations of a list.",
                                                                         listed_bookings_fields);

inline constexpr std::array listed_restaurants_fields{
    field<&ListedRestaurants::restaurants>("restaurants", required),
    field<&ListedRestaurants::next>("next", or_null, "What the next page comes after."),
};
template <>
inline constexpr Shape shape_of<ListedRestaurants> = record<ListedRestaurants>("ListedRestaurants",
                                                                               "Some of the restaurants.",
                                                                               listed_restaurants_fields);

inline constexpr std::array listed_customers_fields{
    field<&ListedCustomers::customers>("customers", required),
    field<&ListedCustomers::next>("next", or_null, "What the next page comes after."),
};
template <>
inline constexpr Shape shape_of<ListedCustomers> = record<ListedCustomers>("ListedCustomers", "Some of the customers.",
                                                                           listed_customers_fields);

inline constexpr std::array likely_duplicate_fields{
    field<&LikelyDuplicate::first>("first", required),
    field<&LikelyDuplicate::second>("second", required),
    field<&LikelyDuplicate::same>("same", required, "What they have both."),
};
template <>
inline constexpr Shape shape_of<LikelyDuplicate> = record<LikelyDuplicate>("LikelyDuplicate", "Two who may be one.",
                                                                           likely_duplicate_fields);
inline constexpr std::array listed_duplicates_fields{
    field<&ListedDuplicates::pairs>("pairs", required),
    field<&ListedDuplicates::crowded>("crowded", required, "Numbers and names of so many that they were not compared."),
    field<&ListedDuplicates::next>("next", or_null, "What the next page comes after."),
};
template <>
inline constexpr Shape shape_of<ListedDuplicates> = record<ListedDuplicates>("ListedDuplicates",
                                                                             "Some of those who may be one.",
                                                                             listed_duplicates_fields);

inline constexpr std::array refreshed_book_fields{
    field<&RefreshedBook::date>("date", required, "The business date."),
    field<&RefreshedBook::version>("version", required, whole(0, most_versions), "After it."),
    field<&RefreshedBook::changed>("changed", required, "Parts that follow the restaurant."),
    field<&RefreshedBook::own>("own", required, "Parts that were edited for the date, and were left as they are."),
    field<&RefreshedBook::hurt>("hurt", required, "Everybody whom it hurts."),
    field<&RefreshedBook::moved>("moved", required, "Others who got another table."),
};
template <>
inline constexpr Shape shape_of<RefreshedBook> =
    record<RefreshedBook>("RefreshedBook", "A kept book that differs, and what became of it.", refreshed_book_fields);
inline constexpr std::array refreshed_books_fields{
    field<&RefreshedBooks::books>("books", required, "Those that differ."),
    field<&RefreshedBooks::next>("next", or_null, "What the next page comes after."),
};
template <>
inline constexpr Shape shape_of<RefreshedBooks> = record<RefreshedBooks>(
    "RefreshedBooks", "Kept books that were brought up to their restaurant.", refreshed_books_fields);

void write_google_response(const GoogleResponse& response, Sink& sink, const Value* before);
void read_google_response(const Node& node, GoogleResponse& response);
template <>
inline constexpr Shape shape_of<GoogleResponse> =
    by_hand<GoogleResponse, read_google_response, write_google_response>({.sort = Sort::open});

inline constexpr std::array business_date_fields{field<&BusinessDate::date>("date", required)};
template <>
inline constexpr Shape shape_of<BusinessDate> = record<BusinessDate>("BusinessDate",
                                                                     "The business date that a moment belongs to.",
                                                                     business_date_fields);

inline constexpr std::array follow_up_done_fields{
    field<&FollowUpDone::by>("by", required),
    field<&FollowUpDone::at>("at", required),
};
template <>
inline constexpr Shape shape_of<FollowUpDone> = record<FollowUpDone>("FollowUpDone", "Who did it, and when.",
                                                                     follow_up_done_fields);

/// Of what is kept with its call, and of what is listed without.
template <typename FollowUp>
inline constexpr std::array follow_up_rows{
    field<&FollowUp::name>("name", required, "Tells it from the call's others."),
    field<&FollowUp::what>("what", required, "call_back, or what a disposition demands."),
    field<&FollowUp::code>("code", always, "The disposition's that demands it; may be empty."),
    field<&FollowUp::to>("to", always, "Whom to tell or to call; may be empty."),
    field<&FollowUp::due>("due", required),
};
inline constexpr auto kept_follow_up_fields =
    rows(follow_up_rows<KeptFollowUp>, std::array{
                                           field<&KeptFollowUp::done>("done", or_null),
                                       });
template <>
inline constexpr Shape shape_of<KeptFollowUp> = record<KeptFollowUp>("KeptFollowUp", "Something to do after a call.",
                                                                     kept_follow_up_fields);

inline constexpr std::array kept_call_fields{
    field<&KeptCall::opened>("opened", required),
    field<&KeptCall::call>("call", required, call_of_contacts),
    field<&KeptCall::follow_ups>("follow_ups", always),
};
template <>
inline constexpr Shape shape_of<KeptCall> = record<KeptCall>("KeptCall", "A call as it is kept.", kept_call_fields);

inline constexpr std::array kept_calls_fields{
    field<&KeptCalls::calls>("calls", required),
    field<&KeptCalls::next>("next", or_null, "What the next page comes after."),
};
template <>
inline constexpr Shape shape_of<KeptCalls> = record<KeptCalls>("KeptCalls", "Some of the calls that were asked for.",
                                                               kept_calls_fields);

inline constexpr auto open_follow_up_fields =
    rows(follow_up_rows<OpenFollowUp>, std::array{
                                           field<&OpenFollowUp::contact>("contact", required),
                                           field<&OpenFollowUp::restaurant>("restaurant", or_null),
                                           field<&OpenFollowUp::customer>("customer", or_null),
                                       });
template <>
inline constexpr Shape shape_of<OpenFollowUp> = record<OpenFollowUp>("OpenFollowUp",
                                                                     "Something to do that is not done.",
                                                                     open_follow_up_fields);

inline constexpr std::array open_follow_ups_fields{
    field<&OpenFollowUps::follow_ups>("follow_ups", required),
    field<&OpenFollowUps::next>("next", or_null, "What the next page comes after."),
};
template <>
inline constexpr Shape shape_of<OpenFollowUps> = record<OpenFollowUps>("OpenFollowUps",
                                                                       "Some of what is not done, the oldest first.",
                                                                       open_follow_ups_fields);

inline constexpr std::array message_fields{
    field<&Message::id>("id", required, kind::name, "Whoever receives it knows it by this: it may come twice."),
    field<&Message::due>("due", required),
    field<&Message::channel>("channel", always, kind::label, "The sender's words: mail, line, sms."),
    field<&Message::to>("to", always, kind::label),
    field<&Message::text>("text", always),
};
template <>
inline constexpr Shape shape_of<Message> = record<Message>("Message", "Something to send.", message_fields);

inline constexpr std::array due_messages_fields{
    field<&DueMessages::messages>("messages", required),
    field<&DueMessages::next>("next", or_null, "What the next page comes after."),
};
template <>
inline constexpr Shape shape_of<DueMessages> = record<DueMessages>("DueMessages",
                                                                   "Some of what is due, the oldest first.",
                                                                   due_messages_fields);

inline constexpr std::array forgotten_fields{
    field<&Forgotten::is_done>("done", required, "Or it is to be asked again."),
    field<&Forgotten::bookings>("bookings", required, whole(0, most_reservations), "That lost their person."),
    field<&Forgotten::calls>("calls", required, whole(0, 1000), "That lost their person."),
    field<&Forgotten::messages>("messages", required, whole(0, 1000), "That will not be sent."),
    field<&Forgotten::next>("next", or_null, "What the next step of `forget_before` goes on after."),
};
template <>
inline constexpr Shape shape_of<Forgotten> = record<Forgotten>("Forgotten", "What one step forgot.", forgotten_fields);

inline constexpr std::array conversation_kept_fields{
    field<&ConversationKept::id>("id", required),
    field<&ConversationKept::turns>("turns", required, whole(0, 1'000'000), "Of the caller, so far."),
    field<&ConversationKept::expires>("expires", required, "When it may be gone."),
};
template <>
inline constexpr Shape shape_of<ConversationKept> = record<ConversationKept>("ConversationKept",
                                                                             "That a conversation is kept.",
                                                                             conversation_kept_fields);
void read_kept_talk(const Node& node, KeptTalk& talk);
void write_kept_talk(const KeptTalk& talk, Sink& sink, const Value* before);
template <>
inline constexpr Shape shape_of<KeptTalk> = by_hand<KeptTalk, read_kept_talk, write_kept_talk>({.sort = Sort::open});

inline constexpr std::array unmerged_customers_fields{
    field<&UnmergedCustomers::kept>("kept", required),
    field<&UnmergedCustomers::restored>("restored", required),
    field<&UnmergedCustomers::merged_at>("merged_at", required),
    field<&UnmergedCustomers::merged_by>("merged_by", required, "Empty where nobody said it."),
};
template <>
inline constexpr Shape shape_of<UnmergedCustomers> = record<UnmergedCustomers>("UnmergedCustomers",
                                                                               "Two records where one was.",
                                                                               unmerged_customers_fields);

inline constexpr std::array personal_data_fields{
    field<&PersonalData::customer>("customer", or_null),
    field<&PersonalData::merged>("merged", or_else, "Records that are this one now, as they were before."),
    field<&PersonalData::bookings>("bookings", required),
    field<&PersonalData::calls>("calls", required),
    field<&PersonalData::messages>("messages", required),
};
template <>
inline constexpr Shape shape_of<PersonalData> = record<PersonalData>("PersonalData", "All that is kept of a customer.",
                                                                     personal_data_fields);

inline constexpr std::array dropped_messages_fields{
    field<&DroppedMessages::sent>("sent", required, whole(0, 1000), "How many were still there."),
};
template <>
inline constexpr Shape shape_of<DroppedMessages> = record<DroppedMessages>("DroppedMessages",
                                                                           "Messages that were sent and forgotten.",
                                                                           dropped_messages_fields);

inline constexpr std::array followed_agent_fields{
    field<&FollowedAgent::agent>("agent", required),
    field<&FollowedAgent::applied>("applied", required, "What became of each event."),
    field<&FollowedAgent::state>("state", required, "After the newest event."),
};
template <>
inline constexpr Shape shape_of<FollowedAgent> = record<FollowedAgent>("FollowedAgent",
                                                                       "What became of an agent's events.",
                                                                       followed_agent_fields);

/// Legs by their ids.
template <auto Records, auto Replaced>
inline constexpr std::array record_rows{
    field<Replaced>("replaced", required, any_number<kind::string>,
                    "Names that its rows ever had beside that: to be deleted."),
    field<Records>("records", required, "Of this call alone."),
};
inline constexpr auto added_records_fields =
    rows(std::array{field<&AddedRecords::added>("added", required, "What became of each record."),
                    field<&AddedRecords::call>("call", required, kind::string, "The name of the call's row.")},
         record_rows<&AddedRecords::records, &AddedRecords::replaced>);
template <>
inline constexpr Shape shape_of<AddedRecords> = record<AddedRecords>("AddedRecords",
                                                                     "What became of contact records, and their call.",
                                                                     added_records_fields);
template <>
inline constexpr Shape shape_of<ledger::KeptRecords> =
    record<ledger::KeptRecords>({}, {}, record_rows<&ledger::KeptRecords::records, &ledger::KeptRecords::replaced>);

namespace detail {
template <>
struct New<BookTemplate> {
    static BookTemplate make() { return {New<FloorPlan>::make(), {}}; }
};
}  // namespace detail
inline constexpr std::array book_template_fields{
    field<&BookTemplate::floor_plan>("floor_plan", required),
    field<&BookTemplate::policy>("policy", always),
};
template <>
inline constexpr Shape shape_of<BookTemplate> = record<BookTemplate>("BookTemplate",
                                                                     "What new day books of a restaurant begin with.",
                                                                     book_template_fields);

void read_nothing(const Node& node, TimelineEntry& entry);
void write_now(const TimelineEntry& entry, Sink& sink, const Value* before);
inline constexpr Shape agent_now = by_hand<TimelineEntry, read_nothing, write_now>({.sort = Sort::open});
void write_all_times(const StateTimes& times, Sink& sink, const Value* before);
inline constexpr Shape all_times =
    by_hand<StateTimes, read_state_times, write_all_times>(map_by<AgentState>(some_milliseconds));
inline constexpr std::array kept_agent_fields{
    field<&KeptAgent::agent>("agent", required),
    field<&KeptAgent::state>("state", required),
    field<&KeptAgent::latest>("latest", or_null, agent_now, "The newest event and what is known since."),
    field<&KeptAgent::times, &AgentTimes::by_state>("times", required, all_times,
                                                    "In milliseconds, since the first event."),
};
template <>
inline constexpr Shape shape_of<KeptAgent> = record<KeptAgent>("KeptAgent",
                                                               "What is kept of an agent, as of an instant.",
                                                               kept_agent_fields);

}  // namespace denwaban::shapes
