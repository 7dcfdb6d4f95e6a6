#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <denwaban/ledger/booking_errands.hpp>
#include <denwaban/ledger/ledger.hpp>

namespace denwaban {

/// What was decided upon a kept book.
struct KeptDecision {
    DayBookAddress book;
    std::uint64_t version = 0;               ///< of the book after it
    BookingId booking;                       ///< empty where it was about none
    std::optional<Reservation> reservation;  ///< as it stands after it
    std::vector<Move> moved;
    std::vector<Exceeded> exceeded;
    friend bool operator==(const KeptDecision&, const KeptDecision&) = default;
};
/// As `decide_booking` answers it.
[[nodiscard]] Expected<KeptDecision, Errors> kept_decision_from_json(std::string_view text);

/// Where a reservation stands, and how.
struct KeptReservation {
    DayBookAddress book;
    Reservation reservation;
    friend bool operator==(const KeptReservation&, const KeptReservation&) = default;
};
/// As `find_booking` answers it.
[[nodiscard]] Expected<std::optional<KeptReservation>, Errors> kept_reservation_from_json(std::string_view text);

/// Takes and changes reservations of any restaurant that a ledger keeps. Blocks, also while others are faster. Errors:
/// those of the errand of that name.
class ReservationDesk {
public:
    explicit ReservationDesk(Ledger& ledger) noexcept : ledger_(&ledger) {}

    /// The request's key is remembered; what `by` has of one is not looked at.
    [[nodiscard]] Expected<KeptDecision, Errors> decide(WhichDayBook book, Command command, By by,
                                                        ErrandRequest request, std::vector<Message> messages = {});
    /// As it is kept, or as it would begin: `find_day_book`.
    [[nodiscard]] Expected<DayBook, Errors> day_book(DayBookAddress address);
    /// None where no book has it: `find_booking`.
    [[nodiscard]] Expected<std::optional<KeptReservation>, Errors> find(BookingId id);

private:
    Ledger* ledger_;
};

}  // namespace denwaban
