// What users write with designated initialisers: compiled with -Wall -Wextra -Werror, it says only what it has to.
#include <denwaban/denwaban.hpp>

using namespace denwaban;

int main() {
    const Table table{.id = {"T1"}, .least = *Covers::make(1), .most = *Covers::make(4)};
    const Party party{.adults = *Covers::make(2)};
    const Wish wish{.party = party, .channel = BookingChannel::phone};
    const Service night{.opens = MinuteOfDay::clock(17, 0), .closes = MinuteOfDay::clock(26, 0)};
    const Rule rule{.when = {EveryDay{}}, .then = Open{.services = {night}}};
    const Rules rules{.rules = {rule}};
    const Restaurant restaurant{.id = {"r1"}, .name = "とりべえ", .hours = rules};
    const Customer customer{.id = {"c1"}, .name = "山田"};
    const Details details{.name = "山田", .occasion = "誕生日"};
    const Visit visit{
        .restaurant = {"r1"}, .booking = {"b1"}, .date = make_date(2026, 11, 27), .covers = *Covers::make(2)};
    const NewReservation wanted{.id = {"b1"}, .request = {.wish = wish, .begin = MinuteOfDay::clock(19, 0)}};
    const By by{.actor = Actor::agent, .now = now_in(TimeZone::tokyo(), Instant{})};
    const Disposition disposition{.code = {"booking.new"}};
    return table.area.text.empty() && wish.tables.empty() && restaurant.notes.empty() && customer.visits.empty() &&
                   details.kana.empty() && visit.outcome == VisitOutcome::booked && wanted.details == Details{} &&
                   by.key.empty() && disposition.note.empty()
               ? 0
               : 1;
}
