#pragma once

#include <denwaban/ledger/booking_errands.hpp>

#include "finding.hpp"

/// Commands of tools, made alike by who proposes them and by who does them.
namespace denwaban::ledger {

/// What a token's question asks for.
using ToolWish = std::variant<AskTable, AskChange, WhoseBooking, AskNote>;

[[nodiscard]] Request request_of(const AskTable& asked, Actor actor);
[[nodiscard]] Details details_of(const AskTable& asked);
/// What the booking would be.
[[nodiscard]] Request request_of(const AskChange& asked, const Reservation& reservation);

/// `stood` is the mark of the booking as it was read back: one that has another by now is refused as `stale`.
struct ReadBooking {
    DayBookAddress book;
    BookingId booking;
    std::string stood;
};
/// Takes a table for good, or confirms one that is held.
[[nodiscard]] DeskOrder order_to_book(const AskTable& asked, const BookingId& booking, const ToolAsker& asker);
/// Until the token lapses, or the table's own time is up.
[[nodiscard]] DeskOrder order_to_hold(const AskTable& asked, const BookingId& booking, const ToolAsker& asker);
[[nodiscard]] Decide<KeptDecision> decide_change(const AskChange& asked, const ReadBooking& read,
                                                 const ToolAsker& asker);
[[nodiscard]] Decide<KeptDecision> decide_cancel(const ReadBooking& read, const ToolAsker& asker);
[[nodiscard]] Decide<KeptDecision> decide_note(const AskNote& asked, const ReadBooking& read, const ToolAsker& asker);

}  // namespace denwaban::ledger
