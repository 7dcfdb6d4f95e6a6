#pragma once

#include <optional>
#include <utility>
#include <vector>

#include <denwaban/ledger/booking_errands.hpp>
#include <denwaban/ledger/google_errands.hpp>
#include <denwaban/ledger/listing_errands.hpp>
#include <denwaban/ledger/run.hpp>

namespace denwaban {

/// As `decide_booking` remembers a command that is given in C++.
[[nodiscard]] DeskOrder desk_order(WhichDayBook book, Command command, By by, std::vector<Message> messages = {});

/// Takes and changes reservations of any restaurant that a ledger keeps. Blocks, also while others are faster. Errors:
/// those of the errand of that name.
class ReservationDesk {
public:
    explicit ReservationDesk(Ledger& ledger, const RunOptions& options = {}) noexcept
        : ledger_(&ledger), options_(options) {}

    /// The request's key is remembered; what `by` has of one is not looked at, and its time is also the request's.
    [[nodiscard]] Expected<KeptDecision, Errors> decide(WhichDayBook book, Command command, By by,
                                                        ErrandRequest request, std::vector<Message> messages = {}) {
        request.now = by.now.instant;
        auto order = desk_order(std::move(book), std::move(command), std::move(by), std::move(messages));
        return run(*ledger_, decide_booking(std::move(order), std::move(request)), options_);
    }
    /// Moves a reservation to another date, as it stands or with another wish: out of one book and into the other at
    /// once, or not at all. Of the request as of that of `decide`.
    [[nodiscard]] Expected<KeptDecision, Errors> move(BookingId booking, Date to, std::optional<Request> wanted, By by,
                                                      ErrandRequest request, std::vector<Message> messages = {});
    /// Brings kept books up to what their restaurant has become, and says whom that hurts.
    [[nodiscard]] Expected<RefreshedBooks, Errors> refresh_day_books(RefreshOrder order, ErrandRequest request) {
        return run(*ledger_, denwaban::refresh_day_books(std::move(order), std::move(request)), options_);
    }
    /// The business date whose book a moment belongs to: at 00:10, the evening before.
    [[nodiscard]] Expected<Date, Errors> business_date(RestaurantId restaurant, Instant now) {
        auto found = run(*ledger_, find_business_date(std::move(restaurant), now), options_);
        if (!found) return Unexpected{std::move(found).error()};
        return found->date;
    }
    /// Replaces the book's floor plan, policy or periods; `renamed` says which tables of a floor plan have other names
    /// now. Of the request as of that of `decide`.
    [[nodiscard]] Expected<KeptEdit, Errors> edit(DayBookAddress address, Edit edit, By by, ErrandRequest request,
                                                  std::vector<Renamed> renamed = {});
    /// Every start on the grid at which a wish could be seated.
    [[nodiscard]] Expected<std::vector<Slot>, Errors> availability(DayBookAddress address,
                                                                   AvailabilityQuestion question);
    /// What each business date from the first to the last, up to 31, has for a party.
    [[nodiscard]] Expected<std::vector<Vacancy>, Errors> vacancies(RestaurantId restaurant, Date from, Date to,
                                                                   AvailabilityQuestion question);
    /// Whether a request could be taken; if not, why, and what could be had instead, also on `others`.
    [[nodiscard]] Expected<Proposal, Errors> propose(DayBookAddress address, ProposalQuestion question,
                                                     std::vector<Date> others = {});
    /// Who was to be there by now, and is not, the latest first.
    [[nodiscard]] Expected<std::vector<LateParty>, Errors> late_parties(DayBookAddress address,
                                                                        LatePartiesQuestion question);
    /// Who waits, whoever has waited longest first, and what they could have now.
    [[nodiscard]] Expected<std::vector<WaitingParty>, Errors> waiting_list(DayBookAddress address,
                                                                           WaitingListQuestion question);
    /// As it is kept, or as it would begin.
    [[nodiscard]] Expected<DayBook, Errors> day_book(DayBookAddress address) {
        return run(*ledger_, find_day_book(std::move(address)), options_);
    }
    /// None where no book has it.
    [[nodiscard]] Expected<std::optional<KeptReservation>, Errors> find(BookingId id) {
        return run(*ledger_, find_booking(std::move(id)), options_);
    }

    /// Answers BatchAvailabilityLookup of Google's Maps Booking API, JSON with JSON.
    [[nodiscard]] Expected<GoogleResponse, Errors> google_batch_availability_lookup(std::string request, Instant now) {
        return run(*ledger_, google_batch_availability(std::move(request), now), options_);
    }
    /// Answers CreateBooking; `id` is for the new booking.
    [[nodiscard]] Expected<GoogleResponse, Errors> google_create_booking(std::string request, BookingId id,
                                                                         Instant now) {
        return run(*ledger_, google_create(std::move(request), std::move(id), now), options_);
    }
    /// Answers UpdateBooking, also to another date.
    [[nodiscard]] Expected<GoogleResponse, Errors> google_update_booking(std::string request, Instant now) {
        return run(*ledger_, google_update(std::move(request), now), options_);
    }
    /// Answers GetBookingStatus.
    [[nodiscard]] Expected<GoogleResponse, Errors> google_booking_status(std::string request, Instant now) {
        return run(*ledger_, denwaban::google_booking_status(std::move(request), now), options_);
    }
    /// Answers ListBookings.
    [[nodiscard]] Expected<GoogleResponse, Errors> google_list_bookings(std::string request, Instant now) {
        return run(*ledger_, denwaban::google_list_bookings(std::move(request), now), options_);
    }

    /// A page of them.
    [[nodiscard]] Expected<ListedBookings, Errors> bookings(BookingsQuestion question) {
        return run(*ledger_, list_bookings(std::move(question)), options_);
    }

private:
    Ledger* ledger_;
    RunOptions options_;
};

}  // namespace denwaban
