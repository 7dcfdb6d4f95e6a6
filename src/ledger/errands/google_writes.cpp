#include <set>

#include <denwaban/customer/visit_of.hpp>

#include "asked.hpp"
#include "book_writes.hpp"
#include "formats/google/bookings.hpp"
#include "google_desk.hpp"
#include "lapsing.hpp"
#include "night_shelf.hpp"
#include "visits.hpp"
#include "ways.hpp"

namespace denwaban {

namespace {

using formats::Json;
using ledger::failed;
using ledger::google_mistaken;
using ledger::google_told;
using ledger::missing;
using ledger::one_error;
using ledger::Unanswered;

[[nodiscard]] Told<GoogleResponse> no_such_slot() {
    return google_told(formats::google_failure("SLOT_UNAVAILABLE", "there is no such slot"));
}
[[nodiscard]] std::optional<Unanswered> unread_night(const Readings& known, const DayBookAddress& address) {
    return missing(known, ledger::keys_of_night(address));
}

/// What was read only to know which night it is does not matter to that night.
void leave_out_other_nights(std::vector<Key>& indifferent, const Readings& known,
                            const std::vector<DayBookAddress>& nights) {
    std::set<Key> minded;
    for (const auto& night : nights) {
        for (auto& key : ledger::keys_of_night(night)) minded.insert(std::move(key));
    }
    const auto& restaurant = nights.front().restaurant;
    const auto books = keys::restaurant_partition(restaurant);
    for (const auto& [key, document] : known.documents()) {
        if (key.partition == books && !minded.contains(key)) indifferent.push_back(key);
    }
}

/// Somebody who books through Google, and whom nobody keeps.
[[nodiscard]] Customer google_customer(const DayBook& book, const Reservation& one) {
    Customer customer;
    customer.id = *one.details.customer;
    customer.name = one.details.name;
    if (one.details.phone) customer.phones = {*one.details.phone};
    customer.email = one.details.email;
    customer.visits = {visit_of(book, one)};
    return customer;
}

[[nodiscard]] Verdict<GoogleResponse> keep_google(const Readings& known, const ledger::OpenBook& open,
                                                  const GoogleAnswer& answer) {
    // What failed is remembered too: the same token again gets the same answer.
    if (answer.book->version == open.book->version) return Settled{{}, GoogleResponse{answer.response}};
    auto committed = ledger::commit_of(known, open, answer.book);
    if (auto* why = std::get_if<Unanswered>(&committed)) return std::move(*why);
    auto& [writes, unknown, indifferent] = std::get<ledger::BookCommit>(committed);
    const auto* one = answer.book.find(answer.booking);
    if (one != nullptr && one->details.customer &&
        std::find(unknown.begin(), unknown.end(), *one->details.customer) != unknown.end()) {
        ledger::append(writes, ledger::first_writes(google_customer(answer.book, *one), known));
    }
    leave_out_other_nights(indifferent, known, {ledger::address_of(open.book)});
    ledger::append(indifferent, ledger::customers_unwritten(known, writes));
    return Settled{std::move(writes), GoogleResponse{answer.response}, {}, std::move(indifferent)};
}

class GoogleCreator {
public:
    GoogleCreator(std::string request, formats::GoogleOrder order, BookingId id, Instant now)
        : request_(std::move(request)), order_(std::move(order)), id_(std::move(id)), now_(now) {}

    [[nodiscard]] Verdict<GoogleResponse> operator()(const Readings& known) const {
        if (auto more = missing(known, {keys::restaurant(order_.merchant)})) return *std::move(more);
        if (known.find(keys::restaurant(order_.merchant)) == nullptr) return no_such_slot();
        auto night = ledger::night_of(known, order_.merchant, order_.start, now_);
        if (auto* why = std::get_if<Unanswered>(&night)) return std::move(*why);
        const auto& address = std::get<DayBookAddress>(night);
        if (auto more = unread_night(known, address)) return *std::move(more);
        auto opened = ledger::NightShelf{}.open(known, address, now_);
        if (auto* why = std::get_if<Unanswered>(&opened)) return std::move(*why);
        auto& open = std::get<ledger::OpenBook>(opened);
        if (auto lapses = ledger::lapses_first(known, open, now_)) return *std::move(lapses);
        auto knowing = ledger::knowing_guest(known, open.book, order_.user);
        if (auto* why = std::get_if<Unanswered>(&knowing)) return std::move(*why);
        open.book = std::move(std::get<DayBook>(knowing));
        auto answer = google_create_booking(request_, open.book, open.zone, now_, id_);
        if (!answer) return failed(std::move(answer));
        return keep_google(known, open, *answer);
    }

private:
    std::string request_;
    formats::GoogleOrder order_;
    BookingId id_;
    Instant now_;
};

class GoogleUpdater {
public:
    GoogleUpdater(formats::GoogleChange change, Instant now) : change_(std::move(change)), now_(now) {}

    [[nodiscard]] Verdict<GoogleResponse> operator()(const Readings& known) {
        if (auto more = missing(known, {keys::booking(change_.booking)})) return *std::move(more);
        auto address = ledger::address_of(known, change_.booking);
        if (!address) return failed(std::move(address));
        if (!*address) return no_such_booking();
        if (auto more = unread_night(known, **address)) return *std::move(more);
        auto opened = ledger::NightShelf{}.open(known, **address, now_);
        if (auto* why = std::get_if<Unanswered>(&opened)) return std::move(*why);
        const auto& open = std::get<ledger::OpenBook>(opened);
        if (open.book.find(change_.booking) == nullptr) {
            // Between the two readings it may have gone into another date's book.
            if (std::exchange(looked_at_, **address) == **address) return no_such_booking();
            return ReadFirst{std::vector{keys::booking(change_.booking)}};
        }
        if (auto lapses = ledger::lapses_first(known, open, now_)) return *std::move(lapses);
        if (change_.start) {
            auto night = ledger::night_of(known, (*address)->restaurant, *change_.start, now_);
            if (auto* why = std::get_if<Unanswered>(&night)) return std::move(*why);
            const auto& to = std::get<DayBookAddress>(night);
            if (!(to == **address)) return move(known, open, to);
        }
        return keep_google(known, open,
                           formats::google_updated(open.book, change_, open.zone, now_in(open.zone, now_), {}));
    }

private:
    [[nodiscard]] static Errors no_such_booking() {
        return one_error(ErrorCode::unknown_reference, "is in no book", "/booking/booking_id");
    }

    [[nodiscard]] Verdict<GoogleResponse> move(const Readings& known, const ledger::OpenBook& from,
                                               const DayBookAddress& address) const {
        if (auto more = unread_night(known, address)) return *std::move(more);
        auto opened = ledger::NightShelf{change_.booking}.open(known, address, now_);
        if (auto* why = std::get_if<Unanswered>(&opened)) return std::move(*why);
        const auto& to = std::get<ledger::OpenBook>(opened);
        if (auto lapses = ledger::lapses_first(known, to, now_)) return *std::move(lapses);
        const auto minute = formats::google_minute_in(to.book, *change_.start, to.zone);
        if (!minute) return no_such_slot();
        const auto by = formats::google_by(now_in(to.zone, now_), {});
        const auto request = formats::google_request(*from.book.find(change_.booking), change_, *minute);
        auto moved = change_date(from.book, to.book, change_.booking, request, by);
        if (!moved) return google_told(formats::google_failure("SLOT_UNAVAILABLE", moved.error().front().message));
        auto committed = ledger::commit_of(known, from, to, *moved);
        if (auto* why = std::get_if<Unanswered>(&committed)) return std::move(*why);
        auto& [writes, unknown, indifferent] = std::get<ledger::BookCommit>(committed);
        leave_out_other_nights(indifferent, known, {ledger::address_of(from.book), address});
        auto response = formats::google_success(moved->to.book, change_.booking, to.zone, change_.service);
        return Settled{std::move(writes), GoogleResponse{std::move(response)}, {}, std::move(indifferent)};
    }

    formats::GoogleChange change_;
    Instant now_;
    std::optional<DayBookAddress> looked_at_;
};

}  // namespace

Errand<GoogleResponse> google_create(std::string request, BookingId id, Instant now) {
    auto order = formats::google_order(request);
    if (!order) return google_mistaken(std::move(order).error());
    ErrandRequest asked;
    asked.now = now;
    asked.about = "google_create " + order->merchant.text;
    if (!order->token.empty()) asked.key = "google#" + order->token;
    auto words = formats::read_document(request, [](const formats::Node& node) { return Json{node.value()}; });
    // The ledger remembers tokens, and longer than a book should.
    words->erase("idempotency_token");
    request = formats::write_document(*words);
    asked.asked = ledger::canonical(*words);
    return {std::move(asked), GoogleCreator{std::move(request), *std::move(order), std::move(id), now}};
}

Errand<GoogleResponse> google_update(std::string request, Instant now) {
    auto change = formats::google_change(request);
    if (!change) return google_mistaken(std::move(change).error());
    return {GoogleUpdater{*std::move(change), now}};
}

}  // namespace denwaban
