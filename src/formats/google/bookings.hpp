#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include <denwaban/formats/google_bookings.hpp>

#include "documents/json_document.hpp"

/// What Google's Maps Booking API says and is told, apart from the books that answer it.
namespace denwaban::formats {

/// Which slot a CreateBooking is for.
struct GoogleOrder {
    RestaurantId merchant;
    Instant start;
    std::string token;  ///< may be empty
    std::optional<CustomerId> user;
};
[[nodiscard]] Expected<GoogleOrder, Errors> google_order(std::string_view request);

/// What a BatchAvailabilityLookup asks about.
struct GoogleQuestion {
    RestaurantId merchant;
    std::set<Instant> starts;
};
[[nodiscard]] Expected<GoogleQuestion, Errors> google_question(std::string_view request);

/// What an UpdateBooking is to change.
struct GoogleChange {
    BookingId booking;
    bool cancels = false;
    bool has_slot = false;
    std::optional<Instant> start;
    std::optional<std::chrono::minutes> duration;
    std::optional<Covers> party;
    std::string service;
};
[[nodiscard]] Expected<GoogleChange, Errors> google_change(std::string_view request);
/// A reservation's request with what is to be different.
[[nodiscard]] Request google_request(const Reservation& one, const GoogleChange& wanted, MinuteOfDay begin);
/// Precondition: the book has the booking.
[[nodiscard]] GoogleAnswer google_updated(const DayBook& book, const GoogleChange& wanted, const TimeZone& zone,
                                          const Now& now, SearchBudget budget);

/// A member that a request must have, as a book keeps ids.
[[nodiscard]] Expected<std::string, Errors> google_text(std::string_view request, std::string_view key);

/// Who asks through Google.
[[nodiscard]] By google_by(const Now& now, SearchBudget budget);
/// The minute of a book's business date; none where it is not of its 48 hours, or no whole minute.
[[nodiscard]] std::optional<MinuteOfDay> google_minute_in(const DayBook& book, Instant start, const TimeZone& zone);

/// Between a family name and a given one.
inline constexpr char between_google_names = ' ';

[[nodiscard]] std::string_view google_state(const Reservation& one, Instant now);
/// `service` is what the request calls it: we know of none.
[[nodiscard]] Json google_booking(const DayBook& book, const Reservation& one, const TimeZone& zone,
                                  const std::string& service);
[[nodiscard]] std::string google_success(const DayBook& book, const BookingId& id, const TimeZone& zone,
                                         const std::string& service);
[[nodiscard]] std::string google_failure(std::string_view cause, std::string_view why);

}  // namespace denwaban::formats
