#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <denwaban/ledger/customer_errands.hpp>

#include "answers.hpp"

/// What errands are asked with in JSON: a row a field.
namespace denwaban::ledger {

/// JSON that is read once more is known than stands in it.
struct LaterJson {
    std::string text;
    friend bool operator==(const LaterJson&, const LaterJson&) = default;
};

struct PutRestaurant {
    Restaurant restaurant;
    std::optional<Restaurant> was;
    ErrandRequest request;
};
struct FindRestaurant {
    std::optional<RestaurantId> id;
    std::optional<PhoneNumber> number;
};
struct PutBookTemplate {
    RestaurantId restaurant;
    BookTemplate made = shapes::detail::New<BookTemplate>::make();
    std::optional<BookTemplate> was;
    ErrandRequest request;
};
struct OfRestaurant {
    RestaurantId restaurant;
};
struct DecideBooking {
    std::optional<RestaurantId> restaurant;
    std::optional<Date> date;
    LaterJson command;
    std::vector<Message> messages;
    std::chrono::seconds keep = ErrandRequest{}.keep;
};
struct MoveBooking {
    Date date;
    LaterJson command;
    std::vector<Message> messages;
    std::chrono::seconds keep = ErrandRequest{}.keep;
};
struct RefreshBooks {
    RefreshOrder order;
    ErrandRequest request;
};
struct AskBusinessDate {
    RestaurantId restaurant;
    Instant now{};
};
struct EditDayBook {
    DayBookAddress book;
    LaterJson edit;
    std::chrono::seconds keep = ErrandRequest{}.keep;
};
struct AskAvailability {
    DayBookAddress book;
    LaterJson question;
};
struct AskVacancies {
    RestaurantId restaurant;
    Date from;
    Date to;
    LaterJson question;
};
struct AskProposal {
    DayBookAddress book;
    LaterJson question;
    std::vector<Date> other_days;
};
struct OfBooking {
    BookingId id;
};
struct AskGoogle {
    LaterJson request;
    Instant now{};
};
struct CreateForGoogle {
    LaterJson request;
    BookingId id;
    Instant now{};
};
struct AskLateParties {
    DayBookAddress book;
    LaterJson question;
};
struct AskWaitingList {
    DayBookAddress book;
    LaterJson question;
};
struct PutCustomer {
    Customer customer;
    std::optional<Customer> was;
    ErrandRequest request;
};
struct MergeCustomers {
    CustomerId keep;
    CustomerId absorb;
    std::string who;
    ErrandRequest request;
};
struct UnmergeCustomers {
    CustomerId id;
    ErrandRequest request;
};
struct EraseCustomer {
    CustomerId id;
    Instant now{};
};
struct ForgetBefore {
    Date before{};
    Instant now{};
    std::optional<std::string> after;
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
struct OfCustomer {
    CustomerId id;
};
struct FindCustomers {
    std::optional<PhoneNumber> phone;
    std::optional<std::string> name;
    std::size_t most = 20;
};
struct ListBookings {
    std::optional<RestaurantId> restaurant;
    std::optional<PhoneNumber> phone;
    std::optional<CustomerId> customer;
    std::optional<Date> from;
    std::optional<Date> to;
    std::size_t limit = BookingsQuestion{}.limit;
    std::optional<std::string> after;
};
struct ListRestaurants {
    std::size_t limit = PageQuestion{}.limit;
    std::optional<std::string> after;
};
struct ListDuplicates {
    std::size_t limit = 20;
    std::optional<std::string> after;
};
struct ListCustomers {
    std::optional<PhoneNumber> phone;
    std::optional<std::string> name;
    std::size_t limit = PageQuestion{}.limit;
    std::optional<std::string> after;
};
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
struct FollowAgent {
    AgentId agent;
    LaterJson records;
    Instant now{};
};
struct AddContactRecords {
    std::vector<ContactRecord> records;
    Instant now{};
    std::chrono::seconds keep = contact_records_come_for;
};
struct FindAgent {
    AgentId agent;
    Instant now{};
};

}  // namespace denwaban::ledger

namespace denwaban::shapes {

using ledger::LaterJson;

void read_later(const Shape& shape, const Node& node, void* value);
void write_later(const Shape& shape, const void* value, Sink& sink, const Value* before);
template <>
inline constexpr Shape shape_of<LaterJson>{.sort = Sort::open, .read = read_later, .write = write_later};

inline constexpr auto keep_for = whole(1, std::numeric_limits<int>::max());

/// Who asks for something to be kept.
template <auto Request>
inline constexpr std::array request_rows{
    field<Request, &ErrandRequest::key>("key", or_else, "The same again gets the same answer."),
    field<Request, &ErrandRequest::now>("now", required, "When it is asked."),
    field<Request, &ErrandRequest::keep>("keep", or_else, keep_for, "How long the answer is remembered, in seconds."),
};

/// What a form was made from.
inline constexpr std::string_view made_from = "As it was read: then only what is otherwise in the form is changed.";

inline constexpr auto put_restaurant_fields =
    rows(std::array{field<&ledger::PutRestaurant::restaurant>("restaurant", required),
                    field<&ledger::PutRestaurant::was>("was", if_any, made_from)},
         request_rows<&ledger::PutRestaurant::request>);
template <>
inline constexpr Shape shape_of<ledger::PutRestaurant> = record<ledger::PutRestaurant>({}, {}, put_restaurant_fields);

void check_find_restaurant(const Node& node, ledger::FindRestaurant& question);
inline constexpr std::array find_restaurant_fields{
    field<&ledger::FindRestaurant::id>("id", if_any),
    field<&ledger::FindRestaurant::number>("number", if_any, "The number dialled, in any form."),
};
template <>
inline constexpr Shape shape_of<ledger::FindRestaurant> = checked<ledger::FindRestaurant, check_find_restaurant>(
    record<ledger::FindRestaurant>({}, {}, find_restaurant_fields));

inline constexpr auto put_book_template_fields =
    rows(std::array{field<&ledger::PutBookTemplate::restaurant>("restaurant", required),
                    field<&ledger::PutBookTemplate::made, &BookTemplate::floor_plan>("floor_plan", required),
                    field<&ledger::PutBookTemplate::made, &BookTemplate::policy>("policy", or_else),
                    field<&ledger::PutBookTemplate::was>("was", if_any, made_from)},
         request_rows<&ledger::PutBookTemplate::request>);
template <>
inline constexpr Shape shape_of<ledger::PutBookTemplate> = record<ledger::PutBookTemplate>({}, {},
                                                                                           put_book_template_fields);

inline constexpr std::array of_restaurant_fields{field<&ledger::OfRestaurant::restaurant>("restaurant", required)};
template <>
inline constexpr Shape shape_of<ledger::OfRestaurant> = record<ledger::OfRestaurant>({}, {}, of_restaurant_fields);

inline constexpr std::array decide_booking_fields{
    field<&ledger::DecideBooking::restaurant>("restaurant", if_any,
                                              "May be left out where the command names its booking."),
    field<&ledger::DecideBooking::date>("date", if_any, "The business date; likewise."),
    field<&ledger::DecideBooking::command>("command", required, "With `by.key` and `by.now`."),
    field<&ledger::DecideBooking::messages>("messages", or_else, "Kept if the book takes the command."),
    field<&ledger::DecideBooking::keep>("keep", or_else, keep_for, "How long the answer is remembered, in seconds."),
};
template <>
inline constexpr Shape shape_of<ledger::DecideBooking> = record<ledger::DecideBooking>({}, {}, decide_booking_fields);

inline constexpr std::array move_booking_fields{
    field<&ledger::MoveBooking::date>("date", required, "The business date that it moves to."),
    field<&ledger::MoveBooking::command>("command", required, "A `change`, with `by.key` and `by.now`."),
    field<&ledger::MoveBooking::messages>("messages", or_else, "Kept if the reservation moves."),
    field<&ledger::MoveBooking::keep>("keep", or_else, keep_for, "How long the answer is remembered, in seconds."),
};
template <>
inline constexpr Shape shape_of<ledger::MoveBooking> = record<ledger::MoveBooking>({}, {}, move_booking_fields);

inline constexpr auto refresh_books_fields = rows(
    std::array{
        field<&ledger::RefreshBooks::order, &RefreshOrder::restaurant>("restaurant", required),
        field<&ledger::RefreshBooks::order, &RefreshOrder::from>("from", required, "The first business date."),
        field<&ledger::RefreshBooks::order, &RefreshOrder::limit>("limit", or_else, whole(1, 20), "Books at a time."),
        field<&ledger::RefreshBooks::order, &RefreshOrder::after>("after", if_any,
                                                                  "Where the page before ended: its `next`.")},
    request_rows<&ledger::RefreshBooks::request>);
template <>
inline constexpr Shape shape_of<ledger::RefreshBooks> = record<ledger::RefreshBooks>({}, {}, refresh_books_fields);

inline constexpr std::array ask_business_date_fields{
    field<&ledger::AskBusinessDate::restaurant>("restaurant", required),
    field<&ledger::AskBusinessDate::now>("now", required, "The moment."),
};
template <>
inline constexpr Shape shape_of<ledger::AskBusinessDate> = record<ledger::AskBusinessDate>({}, {},
                                                                                           ask_business_date_fields);

inline constexpr auto edit_day_book_fields =
    rows(book_rows<&ledger::EditDayBook::book>,
         std::array{field<&ledger::EditDayBook::edit>("edit", required, "With `by.key` and `by.now`."),
                    field<&ledger::EditDayBook::keep>("keep", or_else, keep_for,
                                                      "How long the answer is remembered, in seconds.")});
template <>
inline constexpr Shape shape_of<ledger::EditDayBook> = record<ledger::EditDayBook>({}, {}, edit_day_book_fields);

inline constexpr auto ask_availability_fields =
    rows(book_rows<&ledger::AskAvailability::book>,
         std::array{field<&ledger::AskAvailability::question>("question", required)});
template <>
inline constexpr Shape shape_of<ledger::AskAvailability> = record<ledger::AskAvailability>({}, {},
                                                                                           ask_availability_fields);

inline constexpr std::array ask_vacancies_fields{
    field<&ledger::AskVacancies::restaurant>("restaurant", required),
    field<&ledger::AskVacancies::from>("from", required, "The first business date."),
    field<&ledger::AskVacancies::to>("to", required, "The last: up to 31 dates."),
    field<&ledger::AskVacancies::question>("question", required, "As of `availability`."),
};
template <>
inline constexpr Shape shape_of<ledger::AskVacancies> = record<ledger::AskVacancies>({}, {}, ask_vacancies_fields);

inline constexpr auto ask_proposal_fields =
    rows(book_rows<&ledger::AskProposal::book>,
         std::array{field<&ledger::AskProposal::question>("question", required),
                    field<&ledger::AskProposal::other_days>("other_days", or_else, some(14), "Dates to look at too.")});
template <>
inline constexpr Shape shape_of<ledger::AskProposal> = record<ledger::AskProposal>({}, {}, ask_proposal_fields);

inline constexpr auto ask_late_parties_fields =
    rows(book_rows<&ledger::AskLateParties::book>,
         std::array{field<&ledger::AskLateParties::question>("question", required)});
template <>
inline constexpr Shape shape_of<ledger::AskLateParties> = record<ledger::AskLateParties>({}, {},
                                                                                         ask_late_parties_fields);

inline constexpr auto ask_waiting_list_fields =
    rows(book_rows<&ledger::AskWaitingList::book>,
         std::array{field<&ledger::AskWaitingList::question>("question", required)});
template <>
inline constexpr Shape shape_of<ledger::AskWaitingList> = record<ledger::AskWaitingList>({}, {},
                                                                                         ask_waiting_list_fields);

inline constexpr std::array ask_google_fields{
    field<&ledger::AskGoogle::request>("request", required, "As Google sends it."),
    field<&ledger::AskGoogle::now>("now", required, "When it is asked."),
};
template <>
inline constexpr Shape shape_of<ledger::AskGoogle> = record<ledger::AskGoogle>({}, {}, ask_google_fields);
inline constexpr std::array create_for_google_fields{
    field<&ledger::CreateForGoogle::request>("request", required, "As Google sends it."),
    field<&ledger::CreateForGoogle::id>("id", required, "For the new booking."),
    field<&ledger::CreateForGoogle::now>("now", required, "When it is asked."),
};
template <>
inline constexpr Shape shape_of<ledger::CreateForGoogle> = record<ledger::CreateForGoogle>({}, {},
                                                                                           create_for_google_fields);

inline constexpr std::array of_booking_fields{field<&ledger::OfBooking::id>("id", required)};
template <>
inline constexpr Shape shape_of<ledger::OfBooking> = record<ledger::OfBooking>({}, {}, of_booking_fields);

inline constexpr auto put_customer_fields = rows(std::array{field<&ledger::PutCustomer::customer>("customer", required),
                                                            field<&ledger::PutCustomer::was>("was", if_any, made_from)},
                                                 request_rows<&ledger::PutCustomer::request>);
template <>
inline constexpr Shape shape_of<ledger::PutCustomer> = record<ledger::PutCustomer>({}, {}, put_customer_fields);

inline constexpr auto merge_customers_fields =
    rows(std::array{field<&ledger::MergeCustomers::keep>("keep_id", required),
                    field<&ledger::MergeCustomers::absorb>("absorb_id", required),
                    field<&ledger::MergeCustomers::who>("who", or_else, kind::label, "Who sees to it.")},
         request_rows<&ledger::MergeCustomers::request>);
template <>
inline constexpr Shape shape_of<ledger::MergeCustomers> = record<ledger::MergeCustomers>({}, {},
                                                                                         merge_customers_fields);

inline constexpr auto unmerge_customers_fields =
    rows(std::array{field<&ledger::UnmergeCustomers::id>("id", required, "Of the record that was merged.")},
         request_rows<&ledger::UnmergeCustomers::request>);
template <>
inline constexpr Shape shape_of<ledger::UnmergeCustomers> = record<ledger::UnmergeCustomers>({}, {},
                                                                                             unmerge_customers_fields);

inline constexpr std::array of_customer_fields{
    field<&ledger::OfCustomer::id>("id", required, "Also of a record that was merged.")};
template <>
inline constexpr Shape shape_of<ledger::OfCustomer> = record<ledger::OfCustomer>({}, {}, of_customer_fields);

inline constexpr std::array erase_customer_fields{
    field<&ledger::EraseCustomer::id>("id", required, "Also of a record that was merged."),
    field<&ledger::EraseCustomer::now>("now", required, "When it is asked."),
};
template <>
inline constexpr Shape shape_of<ledger::EraseCustomer> = record<ledger::EraseCustomer>({}, {}, erase_customer_fields);

inline constexpr std::array keep_conversation_fields{
    field<&ledger::KeepConversation::conversation>("conversation", required, "As a turn gave it."),
    field<&ledger::KeepConversation::now>("now", required, "When it is asked."),
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

inline constexpr std::array forget_before_fields{
    field<&ledger::ForgetBefore::before>("before", required, "The first business date that is left as it is."),
    field<&ledger::ForgetBefore::now>("now", required, "When it is asked."),
    field<&ledger::ForgetBefore::after>("after", if_any, kind::string, "Where the step before ended: its `next`."),
};
template <>
inline constexpr Shape shape_of<ledger::ForgetBefore> = record<ledger::ForgetBefore>({}, {}, forget_before_fields);

inline constexpr auto one_to_a_hundred = whole(1, 100);

void check_find_customers(const Node& node, ledger::FindCustomers& question);
inline constexpr std::array find_customers_fields{
    field<&ledger::FindCustomers::phone>("phone", if_any, "In any form."),
    field<&ledger::FindCustomers::name>("name", if_any, kind::string, "The beginning of one."),
    field<&ledger::FindCustomers::most>("most", or_else, one_to_a_hundred),
};
template <>
inline constexpr Shape shape_of<ledger::FindCustomers> =
    checked<ledger::FindCustomers, check_find_customers>(record<ledger::FindCustomers>({}, {}, find_customers_fields));

void check_list_bookings(const Node& node, ledger::ListBookings& question);
inline constexpr std::array list_bookings_fields{
    field<&ledger::ListBookings::restaurant>("restaurant", if_any, "Of all, where it is left out."),
    field<&ledger::ListBookings::phone>("phone", if_any, "That was given for them, in any form."),
    field<&ledger::ListBookings::customer>("customer", if_any, "Whose they are; alone, but for dates."),
    field<&ledger::ListBookings::from>("from", if_any,
                                       "The first business date; may be left out by phone or customer."),
    field<&ledger::ListBookings::to>("to", if_any, "The last; likewise."),
    field<&ledger::ListBookings::limit>("limit", or_else, one_to_a_hundred),
    field<&ledger::ListBookings::after>("after", if_any, kind::string, "Where the page before ended: its `next`."),
};
template <>
inline constexpr Shape shape_of<ledger::ListBookings> =
    checked<ledger::ListBookings, check_list_bookings>(record<ledger::ListBookings>({}, {}, list_bookings_fields));

inline constexpr std::array list_restaurants_fields{
    field<&ledger::ListRestaurants::limit>("limit", or_else, one_to_a_hundred),
    field<&ledger::ListRestaurants::after>("after", if_any, kind::string, "Where the page before ended: its `next`."),
};
template <>
inline constexpr Shape shape_of<ledger::ListRestaurants> = record<ledger::ListRestaurants>({}, {},
                                                                                           list_restaurants_fields);

inline constexpr std::array list_duplicates_fields{
    field<&ledger::ListDuplicates::limit>("limit", or_else, whole(1, 20), "How many customers are looked at."),
    field<&ledger::ListDuplicates::after>("after", if_any, kind::string, "Where the page before ended: its `next`."),
};
template <>
inline constexpr Shape shape_of<ledger::ListDuplicates> = record<ledger::ListDuplicates>({}, {},
                                                                                         list_duplicates_fields);

void check_list_customers(const Node& node, ledger::ListCustomers& question);
inline constexpr std::array list_customers_fields{
    field<&ledger::ListCustomers::phone>("phone", if_any, "In any form. All, where this and a name are left out."),
    field<&ledger::ListCustomers::name>("name", if_any, kind::string, "The beginning of one."),
    field<&ledger::ListCustomers::limit>("limit", or_else, one_to_a_hundred),
    field<&ledger::ListCustomers::after>("after", if_any, kind::string, "Where the page before ended: its `next`."),
};
template <>
inline constexpr Shape shape_of<ledger::ListCustomers> =
    checked<ledger::ListCustomers, check_list_customers>(record<ledger::ListCustomers>({}, {}, list_customers_fields));

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
    field<&ledger::FindCalls::after>("after", if_any, kind::string, "Where the page before ended: its `next`."),
};
template <>
inline constexpr Shape shape_of<ledger::FindCalls> =
    checked<ledger::FindCalls, check_find_calls>(record<ledger::FindCalls>({}, {}, find_calls_fields));

inline constexpr std::array find_due_fields{
    field<&ledger::FindDue::until>("until", required, "What is due then or before."),
    field<&ledger::FindDue::limit>("limit", or_else, whole(1, 1000)),
    field<&ledger::FindDue::after>("after", if_any, kind::string, "Where the page before ended: its `next`."),
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

inline constexpr std::array follow_agent_fields{
    field<&ledger::FollowAgent::agent>("agent", required),
    field<&ledger::FollowAgent::records>("records", required, "Of the agent event stream."),
    field<&ledger::FollowAgent::now>("now", required, "When it is asked."),
};
template <>
inline constexpr Shape shape_of<ledger::FollowAgent> = record<ledger::FollowAgent>({}, {}, follow_agent_fields);

inline constexpr std::array add_contact_records_fields{
    field<&ledger::AddContactRecords::records>("records", required, "Of one call."),
    field<&ledger::AddContactRecords::now>("now", required, "When it is asked."),
    field<&ledger::AddContactRecords::keep>("keep", or_else, keep_for,
                                            "How long they are kept after the call's first, in seconds."),
};
template <>
inline constexpr Shape shape_of<ledger::AddContactRecords> =
    record<ledger::AddContactRecords>({}, {}, add_contact_records_fields);

inline constexpr std::array find_agent_fields{
    field<&ledger::FindAgent::agent>("agent", required),
    field<&ledger::FindAgent::now>("now", required, "No earlier than the latest event."),
};
template <>
inline constexpr Shape shape_of<ledger::FindAgent> = record<ledger::FindAgent>({}, {}, find_agent_fields);

}  // namespace denwaban::shapes
