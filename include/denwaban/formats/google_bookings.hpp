#pragma once

#include <span>
#include <string>
#include <string_view>

#include <denwaban/core/expected.hpp>
#include <denwaban/core/time_zone.hpp>
#include <denwaban/reservation/command.hpp>

namespace denwaban {

/// Google's answer, and the book after it.
struct GoogleAnswer {
    DayBook book;          ///< as it was, where the answer is a failure
    BookingId booking;     ///< empty where there is none
    std::string response;  ///< JSON to be sent with status 200: the booking, or a `booking_failure` with its cause
};

/// Answers BatchAvailabilityLookup (Maps Booking API v3) out of the books at hand, which name their restaurants as
/// Google's `merchant_id` does; others may have to move. A slot of a merchant or a day of which there is no book is not
/// available. Errors: what of the request can't be read, `too_large` at the 1,001st different slot; keys that are new
/// to us pass. Cost: a decision for each different slot.
[[nodiscard]] Expected<std::string, Errors> google_batch_availability_lookup(std::string_view request,
                                                                             std::span<const DayBook> books,
                                                                             const TimeZone& zone, Instant now,
                                                                             SearchBudget budget = {});

/// The date on which the slot of a CreateBooking or UpdateBooking begins, on the clocks of `zone`. After midnight it
/// may belong to the business date before: whose book has a period then is the one to ask. Errors: what can't be read;
/// `missing_key` without a slot.
[[nodiscard]] Expected<Date, Errors> google_booking_date(std::string_view request, const TimeZone& zone);

/// Answers CreateBooking. `id` is for the new booking; the `idempotency_token` is its request key. A lease is a booking
/// that is held, and its `lease_id` the id of that; it is confirmed, if it is of the same slot. Causes:
/// SLOT_UNAVAILABLE, LEASE_EXPIRED, SLOT_ALREADY_BOOKED_BY_USER, OVERLAPPING_RESERVATION. Errors: what of the request
/// can't be read.
[[nodiscard]] Expected<GoogleAnswer, Errors> google_create_booking(std::string_view request, const DayBook& book,
                                                                   const TimeZone& zone, Instant now, BookingId id,
                                                                   SearchBudget budget = {});

/// Answers UpdateBooking: a cancellation, or another start, duration or party; what is left out stays. Causes:
/// SLOT_UNAVAILABLE, OUTSIDE_CANCELLATION_WINDOW, BOOKING_ALREADY_CANCELLED, BOOKING_NOT_CANCELLABLE. Errors: what of
/// the request can't be read; `unknown_reference` where the book has no such booking.
[[nodiscard]] Expected<GoogleAnswer, Errors> google_update_booking(std::string_view request, const DayBook& book,
                                                                   const TimeZone& zone, Instant now,
                                                                   SearchBudget budget = {});

}  // namespace denwaban
