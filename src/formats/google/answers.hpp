#pragma once

#include <string>
#include <string_view>

#include <denwaban/formats/google_bookings.hpp>

/// What a book's answer is to Google.
namespace denwaban::formats {

/// `service` is what the request calls it.
[[nodiscard]] GoogleAnswer google_done(const DayBook& book, const BookingId& id, const TimeZone& zone,
                                       const std::string& service);
[[nodiscard]] GoogleAnswer google_refused(const DayBook& book, std::string_view cause, std::string_view why);
/// What a decision comes to; `cause` is what any refusal is to Google.
[[nodiscard]] GoogleAnswer google_decided(const Expected<Decision, Errors>& decision, const DayBook& book,
                                          const TimeZone& zone, std::string_view cause, const std::string& service);

}  // namespace denwaban::formats
