#include "answers.hpp"

#include "bookings.hpp"

namespace denwaban::formats {

GoogleAnswer google_done(const DayBook& book, const BookingId& id, const TimeZone& zone, const std::string& service) {
    return {book, id, google_success(book, id, zone, service)};
}

GoogleAnswer google_refused(const DayBook& book, std::string_view cause, std::string_view why) {
    return {book, {}, google_failure(cause, why)};
}

GoogleAnswer google_decided(const Expected<Decision, Errors>& decision, const DayBook& book, const TimeZone& zone,
                            std::string_view cause, const std::string& service) {
    if (decision) return google_done(decision->book, decision->booking, zone, service);
    return google_refused(book, cause, decision.error().front().message);
}

}  // namespace denwaban::formats
