#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/core/expected.hpp>
#include <denwaban/core/time_zone.hpp>
#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/ledger/errand.hpp>
#include <denwaban/ledger/message.hpp>
#include <denwaban/reservation/vacancy.hpp>

namespace denwaban {

/// Where a day book is kept.
struct DayBookAddress {
    RestaurantId restaurant;
    Date date;  ///< the business date
    friend bool operator==(const DayBookAddress&, const DayBookAddress&) = default;
};

/// What was decided upon a kept book.
struct KeptDecision {
    DayBookAddress book;
    std::uint64_t version = 0;                 ///< of the book after it
    BookingId booking;                         ///< empty where it was about none
    std::optional<Reservation> reservation{};  ///< as it stands after it
    std::vector<Reservation> group{};          ///< all of its group, where it has one
    std::vector<Move> moved{};
    std::vector<Exceeded> exceeded{};
    std::vector<Hurt> hurt{};  ///< whom it hurts that the book now follows what its restaurant has become
    friend bool operator==(const KeptDecision&, const KeptDecision&) = default;
};

/// A kept book, one of whose parts was replaced.
struct KeptEdit {
    DayBookAddress book;
    std::uint64_t version = 0;  ///< of the book after it
    std::vector<Hurt> hurt{};   ///< everybody whom it hurts
    std::vector<Move> moved{};  ///< others who got another table
    friend bool operator==(const KeptEdit&, const KeptEdit&) = default;
};

/// The business date that a moment belongs to.
struct BusinessDate {
    Date date;
    friend bool operator==(const BusinessDate&, const BusinessDate&) = default;
};

/// Which kept books are to follow what their restaurant has become.
struct RefreshOrder {
    RestaurantId restaurant;
    Date from;                    ///< the first business date
    std::size_t limit = 20;       ///< books at a time, 1 to 20
    std::optional<Date> after{};  ///< the last one of the page before
};
/// A kept book, and what became of it.
struct RefreshedBook {
    Date date;
    std::uint64_t version = 0;  ///< after it
    std::vector<BookPart> changed{};
    std::vector<BookPart>
        own{};                  ///< parts that differ from the restaurant's, and were left, for they are the date's own
    std::vector<Hurt> hurt{};   ///< everybody whom it hurts
    std::vector<Move> moved{};  ///< others who got another table
    friend bool operator==(const RefreshedBook&, const RefreshedBook&) = default;
};
/// Those of the books that differ.
struct RefreshedBooks {
    std::vector<RefreshedBook> books{};
    std::optional<Date> next{};  ///< what the next page comes after; none after the last
    friend bool operator==(const RefreshedBooks&, const RefreshedBooks&) = default;
};

/// Where a reservation stands, and how.
struct KeptReservation {
    DayBookAddress book;
    Reservation reservation;
    friend bool operator==(const KeptReservation&, const KeptReservation&) = default;
};

/// The book that something is to be done to: by its address, or by a reservation that stands in it.
using WhichDayBook = std::variant<DayBookAddress, BookingId>;

/// A command, and who gives it on which clocks, once the book is known: what a change leaves out is as it stands there.
using CommandFor = std::function<Expected<GivenCommand, Errors>(const DayBook&, const TimeZone&)>;

/// What is to be done to a book.
struct DeskOrder {
    WhichDayBook book;
    /// What else the command names, so that it is read together with the book: a new reservation, its customer.
    std::optional<BookingId> booking{};
    std::optional<CustomerId> customer{};
    std::string about{};  ///< the command in a few words, so that a request key given for two is noticed
    CommandFor command;
    std::vector<Message> messages{};  ///< kept if the book takes the command
    std::string asked{};              ///< the command and who gives it, as `ErrandRequest` has it
    std::optional<Date> to{};         ///< of a change: the date that the reservation is to stand on from now on
};

/// Decides a command upon a book and keeps, in one commit, the book, where the reservation is found, what its customer
/// and those of others now have of visits, and the messages. A book that is not kept yet is made of the restaurant's
/// hours and template. Errors: those of `decide`, remembered; `missing_key` without a request key; `unknown_reference`
/// at `/restaurant`, `/book_template`, `/booking` and `/details/customer` for what is not kept; `duplicate_id` for a
/// reservation that stands in another book. Cost: a booking upon a kept book is one read and one commit.
///
/// It is decided beside the evening before and the morning after, whose tables are the same ones, and until its day is
/// over by the hours and the template that the restaurant now has; who is hurt by those is answered.
[[nodiscard]] Errand<KeptDecision> decide_booking(DeskOrder order, ErrandRequest request);

/// The same of a change with another date: the reservation goes from one book to the other, under its id, in one commit
/// of both, or stays where it is. Errors: those of `change_date` too; `missing_key` at `/date` without `order.to`.
[[nodiscard]] Errand<KeptDecision> move_booking(DeskOrder order, ErrandRequest request);

/// Replaces one of a book's parts; `request.asked` says by what. Errors: those of `edited`.
using DeskEdit = std::function<Expected<Edited, Errors>(const DayBook&, const TimeZone&)>;
/// The errand of `DeskEdit`.
[[nodiscard]] Errand<KeptEdit> edit_day_book(DayBookAddress address, DeskEdit edit, ErrandRequest request);

namespace detail {

using AskDayBook =
    std::function<Expected<AnyAnswer, Errors>(const DayBook&, const std::vector<DayBook>& others, const TimeZone&)>;
/// When it is asked: then books are as they are decided upon, and without it as they are kept.
using AskedWhen = std::function<Expected<Instant, Errors>(const TimeZone&)>;
[[nodiscard]] denwaban::Decide<AnyAnswer> ask_day_book(DayBookAddress address, std::vector<Date> others, AskDayBook ask,
                                                       AskedWhen when);

}  // namespace detail

/// Answers what `ask(book, others, zone)` makes, which is an `Expected<Answer, Errors>`, of a book, kept or as it would
/// begin. `others` are books of other dates of the same restaurant, as `propose` wants them.
/// With `when`, they are as `decide_booking` decides upon them.
template <class Ask>
[[nodiscard]] auto ask_day_book(DayBookAddress address, std::vector<Date> others, Ask ask,
                                detail::AskedWhen when = {}) {
    using Answered =
        typename std::invoke_result_t<Ask, const DayBook&, const std::vector<DayBook>&, const TimeZone&>::value_type;
    auto any = [ask = std::move(ask)](const DayBook& book, const std::vector<DayBook>& days,
                                      const TimeZone& zone) -> Expected<detail::AnyAnswer, Errors> {
        auto answer = ask(book, days, zone);
        if (!answer) return Unexpected{std::move(answer).error()};
        return detail::AnyAnswer{std::make_shared<const Answered>(*std::move(answer))};
    };
    return Errand<Answered>{
        std::in_place, detail::ask_day_book(std::move(address), std::move(others), std::move(any), std::move(when))};
}

/// A question that is asked on the clocks of the book.
using AvailabilityFor = std::function<Expected<AvailabilityQuestion, Errors>(const TimeZone&)>;
/// As `availability` answers it; of a reservation in another date's book (`changing`), as if it came from there.
/// Errors: its own, those of the question and of `for_another_date`; `invalid_value` at `/changing` for another
/// restaurant's.
[[nodiscard]] Errand<std::vector<Slot>> find_availability(DayBookAddress address, AvailabilityFor question);

/// What each of up to 31 business dates from the first to the last has for a party, as `find_availability` answers it
/// for each. Errors: those; `out_of_range` at `/to` for more dates, or none. Cost: one read, and an availability a
/// date.
[[nodiscard]] Errand<std::vector<Vacancy>> find_vacancies(RestaurantId restaurant, Date from, Date to,
                                                          AvailabilityFor question);

/// The same as `AvailabilityFor`.
using ProposalFor = std::function<Expected<ProposalQuestion, Errors>(const TimeZone&)>;
/// As `propose` answers it, also of `others`: dates of the same restaurant. `changing` as for `find_availability`.
[[nodiscard]] Errand<Proposal> find_proposal(DayBookAddress address, std::vector<Date> others, ProposalFor question);

/// The same as `AvailabilityFor`.
using LatePartiesFor = std::function<Expected<LatePartiesQuestion, Errors>(const TimeZone&)>;
/// As `late_parties` answers it.
[[nodiscard]] Errand<std::vector<LateParty>> find_late_parties(DayBookAddress address, LatePartiesFor question);

/// The same as `AvailabilityFor`.
using WaitingListFor = std::function<Expected<WaitingListQuestion, Errors>(const TimeZone&)>;
/// As `waiting_list` answers it.
[[nodiscard]] Errand<std::vector<WaitingParty>> find_waiting_list(DayBookAddress address, WaitingListFor question);

/// A book as it is kept, or as it would begin.
[[nodiscard]] Errand<DayBook> find_day_book(DayBookAddress address);

/// The business date whose book a moment belongs to, by the periods of the books themselves: at 00:10, the evening
/// before. Errors: `unknown_reference` at `/restaurant`.
[[nodiscard]] Errand<BusinessDate> find_business_date(RestaurantId restaurant, Instant now);

/// Brings a restaurant's kept books from a date on up to its hours and its template, as they would be by themselves
/// when something is next decided upon them, and says whom that hurts. Errors: `unknown_reference` at `/restaurant` and
/// `/book_template`.
[[nodiscard]] Errand<RefreshedBooks> refresh_day_books(RefreshOrder order, ErrandRequest request);

/// Where a reservation stands; none where no book has it.
[[nodiscard]] Errand<std::optional<KeptReservation>> find_booking(BookingId id);

}  // namespace denwaban
