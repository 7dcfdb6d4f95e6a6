#include "spoken.hpp"

#include "documents/calls/call_shapes.hpp"
#include "documents/reservations/book_shapes.hpp"
#include "documents/reservations/customer_shapes.hpp"

namespace denwaban::tools {

std::vector<Spoken> spoken() {
    using shapes::shape_of;
    return {
        {"Period", &shape_of<Period>, Use::asked},
        {"FloorPlan", &shape_of<FloorPlan>, Use::asked},
        {"Table", &shape_of<Table>, Use::asked},
        {"TableCombination", &shape_of<Combination>, Use::asked},
        {"TableChain", &shape_of<Chain>, Use::asked},
        {"ReservationPolicy", &shape_of<Policy>, Use::asked},
        {"TurnTime", &shape_of<TurnTime>, Use::asked},
        {"Turn", &shape_of<Turn>, Use::asked},
        {"Pacing", &shape_of<Pacing>, Use::asked},
        {"CancelFee", &shape_of<CancelFee>, Use::asked},
        {"Deadline", &shape_of<Deadline>, Use::asked},
        {"DaysBefore", &shapes::days_before, Use::asked},
        {.name = "ReservationParty", .shape = &shape_of<Party>, .use = Use::asked, .told_as = "Guests"},
        {"PartyMembers", &shapes::party_record, Use::asked},
        {"Guests", &shapes::party_record, Use::told},
        {"Needs", &shape_of<Needs>, Use::asked},
        {"Wish", &shape_of<Wish>, Use::asked},
        {"ReservationDetails", &shape_of<Details>, Use::both},
        {"OrderedItem", &shape_of<OrderedItem>, Use::both},
        {"Deposit", &shape_of<Deposit>, Use::both},
        {"Reservation", &shape_of<Reservation>, Use::told},
        {"ReservationEntry", &shape_of<Entry>, Use::told},
        {"Exceeded", &shape_of<Exceeded>, Use::told},
        {"TableMove", &shape_of<Move>, Use::told},
        {"Visit", &shape_of<Visit>, Use::both},
        {"Customer", &shape_of<Customer>, Use::both},
        {"WrapUpPolicy", &shape_of<WrapUpPolicy>, Use::asked},
        {"WrapUpTimer", &shape_of<WrapUpTimer>, Use::asked},
    };
}

std::vector<SpokenWords> spoken_words() {
    return {
        {"SeatKind", names_of<SeatKind>, {}},
        {"Limit", names_of<Limit>, "What a restaurant does not want to take a party past."},
        {"OnLimit", names_of<OnLimit>, "What happens to who would pass a limit."},
        {"BookingChannel", names_of<BookingChannel>, "Where a reservation comes from."},
        {"Commitment", names_of<Commitment>, {}},
        {"Presence", names_of<denwaban::Presence>, {}},
        {"Allocation", names_of<Allocation>, {}},
        {"CancelReason", names_of<CancelReason>, "Who or what was the cause."},
        {"Actor", names_of<Actor>, {}},
        {"Deed", names_of<Deed>, "What was done to a reservation."},
    };
}

}  // namespace denwaban::tools
