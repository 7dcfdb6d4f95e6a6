#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "answers.hpp"
#include "asking.hpp"

/// What errands about books and their reservations are asked with in JSON: a row a field.
namespace denwaban::ledger {

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
struct AskLateParties {
    DayBookAddress book;
    LaterJson question;
};
struct AskWaitingList {
    DayBookAddress book;
    LaterJson question;
};
struct OfBooking {
    BookingId id;
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
struct AskGoogle {
    LaterJson request;
    Instant now{};
};
struct CreateForGoogle {
    LaterJson request;
    BookingId id;
    Instant now{};
};

}  // namespace denwaban::ledger

namespace denwaban::shapes {

inline constexpr std::array decide_booking_fields{
    field<&ledger::DecideBooking::restaurant>("restaurant", if_any,
                                              "May be left out where the command names its booking."),
    field<&ledger::DecideBooking::date>("date", if_any, "The business date; likewise."),
    field<&ledger::DecideBooking::command>("command", required, "With `by.key` and `by.now`."),
    field<&ledger::DecideBooking::messages>("messages", or_else, "Kept if the book takes the command."),
    answer_kept<&ledger::DecideBooking::keep>,
};
template <>
inline constexpr Shape shape_of<ledger::DecideBooking> = record<ledger::DecideBooking>({}, {}, decide_booking_fields);

inline constexpr std::array move_booking_fields{
    field<&ledger::MoveBooking::date>("date", required, "The business date that it moves to."),
    field<&ledger::MoveBooking::command>("command", required, "A `change`, with `by.key` and `by.now`."),
    field<&ledger::MoveBooking::messages>("messages", or_else, "Kept if the reservation moves."),
    answer_kept<&ledger::MoveBooking::keep>,
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
                    answer_kept<&ledger::EditDayBook::keep>});
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

inline constexpr std::array of_booking_fields{field<&ledger::OfBooking::id>("id", required)};
template <>
inline constexpr Shape shape_of<ledger::OfBooking> = record<ledger::OfBooking>({}, {}, of_booking_fields);

void check_list_bookings(const Node& node, ledger::ListBookings& question);
inline constexpr std::array list_bookings_fields{
    field<&ledger::ListBookings::restaurant>("restaurant", if_any, "Of all, where it is left out."),
    field<&ledger::ListBookings::phone>("phone", if_any, "That was given for them, in any form."),
    field<&ledger::ListBookings::customer>("customer", if_any, "Whose they are; alone, but for dates."),
    field<&ledger::ListBookings::from>("from", if_any,
                                       "The first business date; may be left out by phone or customer."),
    field<&ledger::ListBookings::to>("to", if_any, "The last; likewise."),
    field<&ledger::ListBookings::limit>("limit", or_else, one_to_a_hundred),
    page_after<&ledger::ListBookings::after>,
};
template <>
inline constexpr Shape shape_of<ledger::ListBookings> =
    checked<ledger::ListBookings, check_list_bookings>(record<ledger::ListBookings>({}, {}, list_bookings_fields));

inline constexpr std::array ask_google_fields{
    field<&ledger::AskGoogle::request>("request", required, "As Google sends it."),
    asked_at<&ledger::AskGoogle::now>,
};
template <>
inline constexpr Shape shape_of<ledger::AskGoogle> = record<ledger::AskGoogle>({}, {}, ask_google_fields);

inline constexpr std::array create_for_google_fields{
    field<&ledger::CreateForGoogle::request>("request", required, "As Google sends it."),
    field<&ledger::CreateForGoogle::id>("id", required, "For the new booking."),
    asked_at<&ledger::CreateForGoogle::now>,
};
template <>
inline constexpr Shape shape_of<ledger::CreateForGoogle> = record<ledger::CreateForGoogle>({}, {},
                                                                                           create_for_google_fields);

}  // namespace denwaban::shapes
