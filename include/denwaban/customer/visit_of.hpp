#pragma once

#include <denwaban/customer/customer.hpp>
#include <denwaban/reservation/day_book.hpp>

namespace denwaban {

namespace detail {

/// Of a party that has not sat down.
[[nodiscard]] constexpr VisitOutcome outcome_of(Commitment commitment) noexcept {
    switch (commitment) {
        case Commitment::held:
        case Commitment::requested:
        case Commitment::confirmed:
        case Commitment::reconfirmed:
            return VisitOutcome::booked;
        case Commitment::waiting:
            return VisitOutcome::waiting;
        case Commitment::no_show:
            return VisitOutcome::no_show;
        case Commitment::cancelled:
        case Commitment::declined:
        case Commitment::lapsed:
            break;
    }
    return VisitOutcome::cancelled;
}

}  // namespace detail

/// What a book knows of a reservation's visit.
[[nodiscard]] inline Visit visit_of(const DayBook& book, const Reservation& reservation) {
    const auto outcome =
        is_at_table(reservation.presence) ? VisitOutcome::visited : detail::outcome_of(reservation.commitment);
    return {book->restaurant, reservation.id, book->date, chairs_of(reservation), outcome};
}

}  // namespace denwaban
