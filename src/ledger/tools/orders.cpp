#include "orders.hpp"

#include "ledger/errands/book_writes.hpp"

namespace denwaban::ledger {

namespace {

/// A command upon a booking that stands as it was read back: `make(reservation)`, which may refuse.
template <class Make>
[[nodiscard]] CommandFor upon_read(ReadBooking read, ToolAsker asker, Make make) {
    return [read = std::move(read), asker = std::move(asker), make = std::move(make)](
               const DayBook& book, const TimeZone& zone) -> Expected<GivenCommand, Errors> {
        const auto* stands = book.find(read.booking);
        if (stands == nullptr || mark_of(book->date, *stands) != read.stood) {
            return Unexpected{one_error(ErrorCode::stale, "has changed since it was read back", "/token")};
        }
        Expected<Command, Errors> command = make(*stands);
        if (!command) return Unexpected{std::move(command).error()};
        return GivenCommand{*std::move(command), asker.by(zone)};
    };
}
/// The book would refuse it, at a place that whoever asks does not know.
[[nodiscard]] Unexpected<Errors> no_room_for_note() {
    return Unexpected{
        one_error(ErrorCode::too_large, "there is no room for it beside the notes of the booking", "/note")};
}
/// What became of a table since it was held for a token, where that can't be booked by it any more.
[[nodiscard]] Errors beyond_confirming(const Reservation& held, Instant now) {
    if (counts_at(held, now)) return {};
    if (commitment_at(held, now) == Commitment::lapsed) {
        return one_error(ErrorCode::lapsed_token, "has lapsed with the table that it held: propose again", "/token");
    }
    return one_error(ErrorCode::stale, "is of a table that was given up since", "/token");
}
[[nodiscard]] DeskOrder order_upon(const ReadBooking& read, CommandFor command) {
    DeskOrder order;
    order.book = read.book;
    order.booking = read.booking;
    order.command = std::move(command);
    return order;
}
[[nodiscard]] DeskOrder order_of_table(const AskTable& asked, const BookingId& booking, const ToolAsker& asker) {
    DeskOrder order;
    order.book = DayBookAddress{asker.restaurant, asked.date};
    order.booking = booking;
    return order;
}
[[nodiscard]] NewReservation new_table(const AskTable& asked, const BookingId& booking, Actor actor, Terms terms) {
    return {booking, request_of(asked, actor), details_of(asked), std::move(terms)};
}

}  // namespace

Request request_of(const AskTable& asked, Actor actor) {
    Request request;
    request.wish.party = asked.party;
    request.wish.needs = asked.needs;
    request.wish.channel = channel_of(actor);
    request.begin = asked.time;
    return request;
}
Details details_of(const AskTable& asked) {
    Details details;
    details.name = asked.name;
    details.kana = asked.kana;
    details.phone = asked.phone;
    details.allergies = asked.allergies;
    details.high_chairs = asked.high_chairs;
    details.for_restaurant = asked.note;
    return details;
}
Request request_of(const AskChange& asked, const Reservation& reservation) {
    Request request{reservation.wish, asked.time.value_or(reservation.begin)};
    if (asked.party) request.wish.party = *asked.party;
    if (asked.needs) request.wish.needs = *asked.needs;
    return request;
}

DeskOrder order_to_book(const AskTable& asked, const BookingId& booking, const ToolAsker& asker) {
    auto order = order_of_table(asked, booking, asker);
    order.command = [asked, booking, asker](const DayBook& book,
                                            const TimeZone& zone) -> Expected<GivenCommand, Errors> {
        const auto by = asker.by(zone);
        const auto* held = book.find(booking);
        if (held == nullptr) return GivenCommand{new_table(asked, booking, asker.actor, Confirmed{}), by};
        if (auto errors = beyond_confirming(*held, asker.now); !errors.empty()) return Unexpected{std::move(errors)};
        return GivenCommand{Follow{booking, CommitmentEvent::confirm, {}}, by};
    };
    return order;
}

DeskOrder order_to_hold(const AskTable& asked, const BookingId& booking, const ToolAsker& asker) {
    auto order = order_of_table(asked, booking, asker);
    order.command = [asked, booking, asker](const DayBook& book,
                                            const TimeZone& zone) -> Expected<GivenCommand, Errors> {
        const auto& longest = book->policy.longest_hold;
        const std::chrono::seconds most =
            longest ? std::min<std::chrono::seconds>(*longest, asker.bounds.hold) : asker.bounds.hold;
        const HeldUntil held{asker.now + most};
        return GivenCommand{new_table(asked, booking, asker.actor, held), asker.by(zone)};
    };
    return order;
}

Decide<KeptDecision> decide_change(const AskChange& asked, const ReadBooking& read, const ToolAsker& asker) {
    auto order = order_upon(read, upon_read(read, asker, [asked, id = read.booking](const Reservation& stands) {
                                return Command{Change{id, request_of(asked, stands)}};
                            }));
    if (!asked.date || *asked.date == read.book.date) return decide_upon(std::move(order), asker.now);
    order.book = read.booking;
    order.to = *asked.date;
    return move_upon(std::move(order), asker.now);
}

Decide<KeptDecision> decide_cancel(const ReadBooking& read, const ToolAsker& asker) {
    return decide_upon(order_upon(read, upon_read(read, asker,
                                                  [id = read.booking](const Reservation&) {
                                                      return Command{Follow{id, CommitmentEvent::cancel, {}}};
                                                  })),
                       asker.now);
}

Decide<KeptDecision> decide_note(const AskNote& asked, const ReadBooking& read, const ToolAsker& asker) {
    return decide_upon(
        order_upon(read, upon_read(read, asker,
                                   [asked, id = read.booking](const Reservation& stands) -> Expected<Command, Errors> {
                                       auto details = stands.details;
                                       auto& notes = details.for_restaurant;
                                       notes += (notes.empty() ? "" : "\n") + asked.note;
                                       if (characters_in(notes) > longest_text) return no_room_for_note();
                                       return Command{ChangeDetails{id, std::move(details)}};
                                   })),
        asker.now);
}

}  // namespace denwaban::ledger
