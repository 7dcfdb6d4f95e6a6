#include <algorithm>

#include <denwaban/core/sizes.hpp>

#include "answers.hpp"
#include "bookings.hpp"
#include "slots.hpp"

namespace denwaban {

namespace formats {
namespace {

struct GoogleRequest {
    GoogleSlot slot;
    std::string token;
    std::string lease;
    Details details;
};

[[nodiscard]] Details read_user(const Node& node) {
    Details details;
    const auto mistakes = node.errors().size();
    if (const auto id = few_words(node, "user_id"); !id.empty()) details.customer = CustomerId{id};
    details.name = few_words(node, "family_name");
    if (const auto given = few_words(node, "given_name"); !given.empty()) {
        details.name += (details.name.empty() ? std::string{} : std::string{between_google_names}) + given;
    }
    const bool reads = node.errors().size() == mistakes;
    if (reads && characters_in(details.name) > max_label) node.fail(ErrorCode::too_large, "has a name longer than any");
    details.email = few_words(node, "email");
    if (const auto phone = node.if_any("telephone")) {
        // A number that we can't read keeps nobody from booking: it is kept for whoever can.
        const auto said = phone->label();
        const auto number = PhoneNumber::parse(said);
        if (number) {
            details.phone = *number;
        } else {
            details.for_centre = "telephone: " + said;
        }
    }
    return details;
}

[[nodiscard]] GoogleRequest read_create(const Node& node) {
    GoogleRequest request;
    if (const auto slot = needed(node, "slot")) request.slot = read_slot(*slot, "resources");
    request.token = few_words(node, "idempotency_token");
    if (const auto lease = node.if_any("lease_ref")) request.lease = few_words(*lease, "lease_id");
    if (const auto user = needed(node, "user_information")) request.details = read_user(*user);
    request.details.for_restaurant = words(node, "additional_request");
    return request;
}

/// Of the user's reservations, one that is in the way.
[[nodiscard]] const Reservation* in_the_way(const DayBook& book, const GoogleRequest& request, const PlannedStay& stay,
                                            Instant now) {
    const auto& all = book->reservations;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Reservation& one) {
        const auto &user = request.details.customer, &customer = one.details.customer;
        return user && customer && book.is_one_customer(*user, *customer) && counts_at(one, now) &&
               one.begin < stay.end && stay.begin < one.end;
    });
    return found == all.end() ? nullptr : &*found;
}

[[nodiscard]] bool is_of_slot(const DayBook& book, const Reservation& one, const GoogleSlot& slot, MinuteOfDay begin) {
    const bool is_as_long = !slot.duration || *slot.duration == span_between(book, one.begin, one.end);
    return one.begin == begin && chairs_of(one) == slot.party && is_as_long;
}

/// What was held, once it is a guest's: what else was agreed, a deposit among it, stays.
[[nodiscard]] Details whose(Details held, const Details& guest) {
    held.customer = guest.customer;
    held.name = guest.name;
    held.phone = guest.phone;
    held.email = guest.email;
    if (!guest.for_restaurant.empty()) held.for_restaurant = guest.for_restaurant;
    if (!guest.for_centre.empty()) held.for_centre = guest.for_centre;
    return held;
}

[[nodiscard]] By by_guest(const Now& now, std::string key, SearchBudget budget) {
    auto by = google_by(now, budget);
    by.key = std::move(key);
    return by;
}

/// A table that a lease holds becomes the guest's.
[[nodiscard]] GoogleAnswer take_lease(const GoogleRequest& request, const DayBook& book, const TimeZone& zone,
                                      const Now& now, MinuteOfDay begin, SearchBudget budget) {
    const BookingId lease{request.lease};
    const auto* one = book.find(lease);
    // What is held no longer is somebody's, or nobody's: a lease is taken once.
    if (one != nullptr && commitment_at(*one, now.instant) != Commitment::held) {
        return google_refused(book, "LEASE_EXPIRED", "nothing is held by that lease");
    }
    if (one != nullptr && !is_of_slot(book, *one, request.slot, begin)) {
        return google_refused(book, "SLOT_UNAVAILABLE", "the lease is of another slot");
    }
    auto held = follow(book, lease, CommitmentEvent::confirm, by_guest(now, request.token, budget));
    if (held) held = change_details(held->book, lease, whose(one->details, request.details), by_guest(now, {}, budget));
    return google_decided(held, book, zone, "LEASE_EXPIRED", request.slot.service);
}

/// What was booked by the same token before; null where nothing was.
[[nodiscard]] const BookingId* booked_before(const DayBook& book, const std::string& token) {
    if (token.empty()) return nullptr;
    const auto& all = book->receipts;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Receipt& receipt) {
        return receipt.key == token && book.find(receipt.booking) != nullptr;
    });
    return found == all.end() ? nullptr : &found->booking;
}

[[nodiscard]] GoogleAnswer create(const GoogleRequest& request, const DayBook& book, const TimeZone& zone,
                                  const Now& now, BookingId id, SearchBudget budget) {
    const auto minute = google_minute_in(book, request.slot.start, zone);
    if (book->restaurant.text != request.slot.merchant || !minute) {
        return google_refused(book, "SLOT_UNAVAILABLE", "there is no such slot");
    }
    const auto& service = request.slot.service;
    if (const auto* before = booked_before(book, request.token)) return google_done(book, *before, zone, service);
    if (!request.lease.empty()) return take_lease(request, book, zone, now, *minute, budget);
    auto wish = wish_of(request.slot);
    const auto stay = planned_stay(book, wish, request.slot.party, *minute);
    if (const auto* other = in_the_way(book, request, stay, now.instant)) {
        return other->begin == *minute ? google_refused(book, "SLOT_ALREADY_BOOKED_BY_USER", "the user has it already")
                                       : google_refused(book, "OVERLAPPING_RESERVATION", "the user has another then");
    }
    NewReservation wanted{std::move(id), {std::move(wish), *minute}, request.details, Confirmed{}};
    if (request.slot.is_asynchronous) wanted.terms = Requested{};
    const auto by = by_guest(now, request.token, budget);
    return google_decided(denwaban::book(book, std::move(wanted), by), book, zone, "SLOT_UNAVAILABLE", service);
}

[[nodiscard]] GoogleOrder read_order(const Node& node) {
    auto request = read_create(node);
    return {RestaurantId{std::move(request.slot.merchant)}, request.slot.start, std::move(request.token),
            std::move(request.details.customer)};
}

}  // namespace

Expected<GoogleOrder, Errors> google_order(std::string_view request) { return read_document(request, read_order); }

}  // namespace formats

Expected<GoogleAnswer, Errors> google_create_booking(std::string_view request, const DayBook& book,
                                                     const TimeZone& zone, Instant now, BookingId id,
                                                     SearchBudget budget) {
    const auto read = formats::read_document(request, formats::read_create);
    if (!read) return Unexpected{read.error()};
    return formats::create(*read, book, zone, now_in(zone, now), std::move(id), budget);
}

}  // namespace denwaban
