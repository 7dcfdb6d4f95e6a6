#include <algorithm>
#include <array>

#include "answers.hpp"
#include "bookings.hpp"
#include "slots.hpp"

namespace denwaban {

namespace formats {
namespace {

[[nodiscard]] GoogleAnswer cancel_booking(const DayBook& book, const Reservation& one, const TimeZone& zone,
                                          const By& by) {
    const auto commitment = commitment_at(one, by.now.instant);
    if (commitment == Commitment::cancelled || commitment == Commitment::lapsed) {
        return google_refused(book, "BOOKING_ALREADY_CANCELLED", "is cancelled already");
    }
    if (!counts_at(one, by.now.instant) || is_at_table(one.presence)) {
        return google_refused(book, "BOOKING_NOT_CANCELLABLE", "can't be cancelled any more");
    }
    return google_decided(cancel(book, one.id, CancelReason::guest, by), book, zone, "OUTSIDE_CANCELLATION_WINDOW", {});
}

/// An update leaves out what stays.
void read_changed_slot(const Node& node, GoogleChange& slot) {
    if (!node.is_object()) return;
    if (const auto start = node.if_any("start_sec")) slot.start = read_start_of(*start);
    slot.duration = read_duration(node);
    if (const auto resources = node.if_any("resources")) {
        if (const auto party = resources->is_object() ? resources->if_any("party_size") : std::nullopt) {
            slot.party = read_party(*party);
        }
    }
    slot.service = few_words(node, "service_id");
}

/// A guest cancels, or says what their booking is already: whether they came the restaurant says.
[[nodiscard]] std::string read_status(const Node& booking) {
    constexpr std::array<std::string_view, 5> guests{"", "BOOKING_STATUS_UNSPECIFIED", "CANCELED", "CONFIRMED",
                                                     "PENDING_MERCHANT_CONFIRMATION"};
    auto status = words(booking, "status");
    if (std::find(guests.begin(), guests.end(), status) == guests.end()) {
        booking.member("status")->fail(ErrorCode::invalid_value, "is not Google's to say: CANCELED is");
    }
    return status;
}

[[nodiscard]] GoogleChange read_change_of(const Node& node) {
    GoogleChange change;
    const auto booking = needed(node, "booking");
    const auto id = booking ? needed(*booking, "booking_id") : std::nullopt;
    if (!id) return change;
    change.booking = {id->text()};
    change.cancels = read_status(*booking) == "CANCELED";
    if (const auto slot = booking->if_any("slot"); slot && !change.cancels) {
        change.has_slot = true;
        read_changed_slot(*slot, change);
    }
    return change;
}

[[nodiscard]] std::optional<GoogleAnswer> read_update(const Node& node, const DayBook& book, const TimeZone& zone,
                                                      const Now& now, SearchBudget budget) {
    const auto wanted = read_change_of(node);
    if (!node.errors().empty()) return std::nullopt;
    if (book.find(wanted.booking) != nullptr) return google_updated(book, wanted, zone, now, budget);
    node.member("booking")->member("booking_id")->fail(ErrorCode::unknown_reference, "is not in the book");
    return std::nullopt;
}

}  // namespace

Expected<GoogleChange, Errors> google_change(std::string_view request) {
    return read_document(request, read_change_of);
}

Request google_request(const Reservation& one, const GoogleChange& wanted, MinuteOfDay begin) {
    auto wish = one.wish;
    if (wanted.duration) wish.turn = wanted.duration;
    if (wanted.party && *wanted.party != *chairs(wish.party)) {
        wish.party = {};
        wish.party.adults = *wanted.party;
    }
    return {std::move(wish), begin};
}

GoogleAnswer google_updated(const DayBook& book, const GoogleChange& wanted, const TimeZone& zone, const Now& now,
                            SearchBudget budget) {
    const auto& one = *book.find(wanted.booking);
    const auto by = google_by(now, budget);
    if (wanted.cancels) return cancel_booking(book, one, zone, by);
    if (!wanted.has_slot) return google_done(book, one.id, zone, {});
    const auto minute = wanted.start ? google_minute_in(book, *wanted.start, zone) : one.begin;
    if (!minute) return google_refused(book, "SLOT_UNAVAILABLE", "is on another day");
    return google_decided(change(book, one.id, google_request(one, wanted, *minute), by), book, zone,
                          "SLOT_UNAVAILABLE", wanted.service);
}

}  // namespace formats

Expected<GoogleAnswer, Errors> google_update_booking(std::string_view request, const DayBook& book,
                                                     const TimeZone& zone, Instant now, SearchBudget budget) {
    const auto read = formats::read_document(request, [&](const formats::Node& node) {
        return formats::read_update(node, book, zone, now_in(zone, now), budget);
    });
    if (!read) return Unexpected{read.error()};
    return **read;
}

}  // namespace denwaban
