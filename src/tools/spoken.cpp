#include "spoken.hpp"

#include "documents/calls/call_shapes.hpp"
#include "documents/reservations/book_shapes.hpp"
#include "documents/reservations/customer_shapes.hpp"
#include "documents/talk/conversation_shapes.hpp"
#include "documents/talk/talk_policy_shapes.hpp"
#include "types.hpp"

namespace denwaban::tools {

[[nodiscard]] static std::vector<Spoken> spoken_of_books() {
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

/// What is heard of a caller, in both directions: what is known already is told to who hears on.
[[nodiscard]] static std::vector<Spoken> spoken_of_talk() {
    using shapes::shape_of;
    return {
        {"SpokenRange", &shape_of<ByteRange>, Use::both},
        {"TimeRange", &shape_of<TimeRange>, Use::both},
        {"TimeWish", &shape_of<TimeWish>, Use::both},
        {"PartyChange", &shape_of<PartyChange>, Use::both},
        {"PartyWish", &shape_of<PartyWish>, Use::both},
        {"SpokenName", &shape_of<SpokenName>, Use::both},
        {"HeardNeed", &shape_of<HeardNeed>, Use::both},
        {"HeardAllergy", &shape_of<HeardAllergy>, Use::both},
        {"CourseWish", &shape_of<CourseWish>, Use::both},
        {"Budget", &shape_of<Budget>, Use::both},
        {"HeardDay", &shape_of<Heard<Date>>, Use::both},
        {"HeardTime", &shape_of<Heard<TimeWish>>, Use::both},
        {"HeardParty", &shape_of<Heard<PartyWish>>, Use::both},
        {"HeardName", &shape_of<Heard<SpokenName>>, Use::both},
        {"HeardPhone", &shape_of<Heard<PhoneNumber>>, Use::both},
        {"HeardDigits", &shape_of<Heard<std::string>>, Use::both},
        {"HeardCourse", &shape_of<Heard<CourseWish>>, Use::both},
        {"HeardOccasion", &shape_of<Heard<Occasion>>, Use::both},
        {"HeardBudget", &shape_of<Heard<Budget>>, Use::both},
        {"SpokenSlots", &shape_of<Slots>, Use::both},
        {"HeardIntent", &shape_of<HeardIntent>, Use::told},
        {"Meaning", &shape_of<Meaning>, Use::told},
        {"HearingNote", &shape_of<HearingNote>, Use::asked},
        {"Spoken", &shape_of<denwaban::Spoken>, Use::told},
        {"Keypad", &shape_of<Keypad>, Use::told},
        {"Listening", &shape_of<Listening>, Use::told},
        {"Reply", &shape_of<Reply>, Use::told},
        {"SaidLine", &shape_of<SaidLine>, Use::told},
        {"HeldTable", &shape_of<HeldTable>, Use::told},
        {"HeardSlot", &shape_of<HeardSlot>, Use::told},
        {"VoiceStream", &shape_of<VoiceStream>, Use::both},
        {"HandedOver", &shape_of<shapes::HandedOver>, Use::told},
        {"GreetedCaller", &shape_of<Greeted>, Use::asked},
        {"Utterance", &shape_of<Utterance>, Use::asked},
        {"TalkPolicy", &shape_of<TalkPolicy>, Use::asked},
    };
}

std::vector<Spoken> spoken() { return joined(spoken_of_books(), spoken_of_talk()); }

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
