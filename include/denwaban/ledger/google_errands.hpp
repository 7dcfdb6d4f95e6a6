#pragma once

#include <string>

#include <denwaban/ledger/booking_errands.hpp>

/// Google's Maps Booking API v3 on a ledger: from what Google asks to what it is answered, both JSON. Merchants are
/// restaurants, users customers. A slot is on the business date of its restaurant: 00:30 is the evening before's.
namespace denwaban {

/// JSON to be sent with status 200.
struct GoogleResponse {
    std::string json;
    friend bool operator==(const GoogleResponse&, const GoogleResponse&) = default;
};
/// As it is.
template <>
struct AnswerFormat<GoogleResponse> {
    /// Its JSON.
    [[nodiscard]] static std::string written(const GoogleResponse& answer) { return answer.json; }
    /// Never an error.
    [[nodiscard]] static Expected<GoogleResponse, Errors> read(std::string_view json) {
        return GoogleResponse{std::string{json}};
    }
};

/// BatchAvailabilityLookup. Errors: what of the request can't be read; `too_large` for slots on more than 31 dates.
[[nodiscard]] Errand<GoogleResponse> google_batch_availability(std::string request, Instant now);

/// CreateBooking, once for an `idempotency_token`, whatever `id` comes with it again. A user whom nobody keeps becomes
/// a customer. Causes of a `booking_failure`: those of `google_create_booking`. Errors: what of the request can't be
/// read; `duplicate_key` for a token that came with another request; `duplicate_id`.
[[nodiscard]] Errand<GoogleResponse> google_create(std::string request, BookingId id, Instant now);

/// UpdateBooking, also to another date: out of one book and into the other in one commit. Causes: those of
/// `google_update_booking`. Errors: what of the request can't be read; `unknown_reference` at `/booking/booking_id`.
[[nodiscard]] Errand<GoogleResponse> google_update(std::string request, Instant now);

/// GetBookingStatus. Errors: `unknown_reference` at `/booking_id`.
[[nodiscard]] Errand<GoogleResponse> google_booking_status(std::string request, Instant now);

/// ListBookings: the user's of yesterday and later, the first 100 by date. Nobody's for a user who is not kept.
[[nodiscard]] Errand<GoogleResponse> google_list_bookings(std::string request, Instant now);

}  // namespace denwaban
