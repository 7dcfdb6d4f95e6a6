#pragma once

#include <vector>

#include <denwaban/ledger/listing_errands.hpp>

#include "tool.hpp"

/// What several tools ask.
namespace denwaban::ledger {

/// Somebody's bookings to come, and the clocks of their restaurant.
struct Theirs {
    std::vector<KeptReservation> bookings;
    TimeZone zone;
    KeptToolSession session;
};
/// By number and name; none where either is another's, and nobody is told which. Errors: `beyond_limit` for a session
/// that has looked in vain too often.
[[nodiscard]] Known<Theirs> bookings_of(const Readings& known, const WhoseBooking& whose, const ToolAsker& asker);
/// The one that is meant. Errors: `unknown_reference` where there is none, `missing_key` at `/booking` where there are
/// several.
struct ThatBooking {
    KeptReservation kept;
    TimeZone zone;
};
[[nodiscard]] Known<ThatBooking> booking_of(const Readings& known, const WhoseBooking& whose, const ToolAsker& asker);

/// Whether it is a guest's, by its number and the whole of its name.
[[nodiscard]] bool is_of_guest(const Reservation& reservation, const PhoneNumber& phone, std::string_view name);

/// What a booking is, so that one that has changed since is noticed.
[[nodiscard]] std::string mark_of(Date date, const Reservation& reservation);

/// That a session looked in vain: whoever tries one name after the other is stopped.
struct Missed {
    std::vector<Write> writes;
    std::vector<Key> indifferent;
};
[[nodiscard]] Missed missed(const Readings& known, const ToolAsker& asker, KeptToolSession session);

/// `beyond_limit`, if they are; `out_of_range` for what is past.
[[nodiscard]] Errors beyond_bounds(const ToolBounds& bounds, const Party& party);
[[nodiscard]] Errors beyond_bounds(const ToolBounds& bounds, Date date, const Now& now);
/// `out_of_range` at `where`, for a time that is.
[[nodiscard]] Errors past(Date date, MinuteOfDay time, const Now& now, std::string where);

[[nodiscard]] BookingChannel channel_of(Actor actor) noexcept;
[[nodiscard]] ToldBooking told_booking(Date date, const Reservation& reservation);

}  // namespace denwaban::ledger
