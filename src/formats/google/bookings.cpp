#include <denwaban/formats/google_bookings.hpp>

#include <charconv>
#include <map>
#include <tuple>

#include <denwaban/core/sizes.hpp>

#include <denwaban/reservation/business_date.hpp>

#include "bookings.hpp"
#include "documents/reservations/reservations.hpp"

namespace denwaban {

namespace formats {
namespace {

constexpr std::size_t most_slots = 10'000;
/// Of one request: as many as a day of starts every quarter of an hour has for ten sizes of party.
constexpr std::size_t most_different_slots = 1000;

/// Google's documents gain keys from time to time: others pass.
[[nodiscard]] std::optional<Node> needed(const Node& node, std::string_view key) {
    auto found = node.is_object() ? node.if_any(key) : std::nullopt;
    if (!found && node.value().is_object()) {
        node.lacks(key);
    }
    return found;
}
[[nodiscard]] std::string words(const Node& node, std::string_view key) {
    const auto found = node.if_any(key);
    return found ? found->text() : std::string{};
}
/// What a book keeps as an id or a name.
[[nodiscard]] std::string few_words(const Node& node, std::string_view key) {
    const auto found = node.if_any(key);
    return found ? found->label() : std::string{};
}

/// A whole number of 64 bits; protobuf's JSON also writes it as a string.
[[nodiscard]] std::int64_t read_whole(const Node& node, std::int64_t least, std::int64_t most) {
    std::optional<std::int64_t> value;
    if (node.value().is_number_integer()) {
        const bool fits = !node.value().is_number_unsigned() || node.value().integer() >= 0;
        if (fits) value = node.value().integer();
    } else if (node.value().is_string()) {
        const auto text = node.value().text();
        std::int64_t read = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), read);
        if (error == std::errc{} && end == text.data() + text.size() && !text.empty()) value = read;
    } else {
        node.fail(ErrorCode::wrong_type, "must be a whole number");
        return least;
    }
    if (value && *value >= least && *value <= most) return *value;
    node.fail(ErrorCode::out_of_range, "must be " + std::to_string(least) + " to " + std::to_string(most));
    return least;
}

/// What Google calls a slot.
struct GoogleSlot {
    std::string merchant;
    std::string service;
    Instant start;
    std::optional<std::chrono::minutes> duration;
    Covers party;
    bool is_asynchronous = false;
};

[[nodiscard]] Instant read_start_of(const Node& start) {
    constexpr std::int64_t end_of_9999 = 253'402'300'799;
    return Instant{std::chrono::seconds{read_whole(start, 0, end_of_9999)}};
}
[[nodiscard]] std::optional<std::chrono::minutes> read_duration(const Node& slot) {
    const auto duration = slot.if_any("duration_sec");
    const auto seconds = duration ? read_whole(*duration, 0, std::int64_t{minutes_of_a_day} * 60) : 0;
    return seconds > 0 ? std::optional{std::chrono::minutes{(seconds + 59) / 60}} : std::nullopt;
}
[[nodiscard]] Covers read_party(const Node& party) {
    return *Covers::make(static_cast<int>(read_whole(party, 1, Covers::max)));
}

/// Of `resources` (bookings) and `resource_ids` (availability) alike.
[[nodiscard]] GoogleSlot read_slot(const Node& node, std::string_view resources_key) {
    GoogleSlot slot;
    slot.merchant = words(node, "merchant_id");
    slot.service = few_words(node, "service_id");
    if (const auto start = needed(node, "start_sec")) slot.start = read_start_of(*start);
    slot.duration = read_duration(node);
    if (const auto resources = needed(node, resources_key)) {
        if (const auto party = needed(*resources, "party_size")) slot.party = read_party(*party);
    }
    slot.is_asynchronous = words(node, "confirmation_mode") == "CONFIRMATION_MODE_ASYNCHRONOUS";
    return slot;
}

[[nodiscard]] Wish wish_of(const GoogleSlot& slot) {
    Wish wish;
    wish.party.adults = slot.party;
    wish.channel = BookingChannel::partner;
    wish.turn = slot.duration;
    return wish;
}

/// The book, of those at hand, whose business date a slot of a merchant is on; null where it is not there.
[[nodiscard]] const DayBook* book_of(std::span<const DayBook> books, const GoogleSlot& slot, const TimeZone& zone) {
    const auto moment = now_in(zone, slot.start);
    const auto calendar = date::floor<date::days>(moment.local);
    const auto on = [&](Date date) {
        const auto found = std::find_if(books.begin(), books.end(), [&](const DayBook& book) {
            return book->restaurant.text == slot.merchant && book->date == date;
        });
        return found == books.end() ? nullptr : &*found;
    };
    const auto periods = [](const DayBook* book) {
        return book == nullptr ? std::span<const Period>{} : std::span<const Period>{(*book)->periods};
    };
    const auto *evening_before = on(calendar - date::days{1}), *today = on(calendar);
    return on(business_date_of(periods(evening_before), periods(today), moment));
}

}  // namespace

std::optional<MinuteOfDay> google_minute_in(const DayBook& book, Instant start, const TimeZone& zone) {
    const auto local = zone.local_time(start);
    // Of an hour that comes twice a book has the first.
    if (zone.first_at_or_after(local) != start) return std::nullopt;
    const auto since = local - LocalTime{book->date};
    if (since < since.zero() || since > std::chrono::minutes{MinuteOfDay::max}) return std::nullopt;
    const auto minutes = std::chrono::floor<std::chrono::minutes>(since);
    if (minutes != since) return std::nullopt;
    return MinuteOfDay::make(static_cast<int>(minutes.count()));
}

namespace {

[[nodiscard]] bool is_available(const GoogleSlot& slot, std::span<const DayBook> books, const TimeZone& zone,
                                const Now& now, SearchBudget budget) {
    const auto* book = book_of(books, slot, zone);
    const auto minute = book != nullptr ? google_minute_in(*book, slot.start, zone) : std::nullopt;
    if (!minute || period_at((*book)->periods, *minute) == nullptr) return false;
    const Asking asking{{}, budget};
    const Request request{wish_of(slot), *minute};
    if (!check(*book, request.wish).empty()) return false;
    return std::holds_alternative<Possible>(detail::Decider{*book, now, asking}.decide(request));
}

/// Slots of one request: what was reckoned of one is not reckoned again of its like.
class Lookup {
public:
    Lookup(std::span<const DayBook> books, const TimeZone& zone, const Now& now, SearchBudget budget)
        : books_(books), zone_(zone), now_(now), budget_(budget) {}

    [[nodiscard]] bool is_available(const Node& item, const GoogleSlot& slot) {
        const auto [place, is_new] = known_.try_emplace({slot.start, slot.party.count(), slot.duration}, false);
        if (!is_new) return place->second;
        if (known_.size() > most_different_slots) {
            item.fail(ErrorCode::too_large, "is one of more than 1000 different slots");
        } else {
            place->second = formats::is_available(slot, books_, zone_, now_, budget_);
        }
        return place->second;
    }

private:
    using Question = std::tuple<Instant, int, std::optional<std::chrono::minutes>>;

    std::span<const DayBook> books_;
    const TimeZone& zone_;
    const Now& now_;
    SearchBudget budget_;
    std::map<Question, bool> known_;
};

/// In the order of `Commitment`.
constexpr std::array<std::string_view, count_of<Commitment>> google_states{
    "PENDING_MERCHANT_CONFIRMATION",
    "PENDING_MERCHANT_CONFIRMATION",
    "CONFIRMED",
    "CONFIRMED",
    "CANCELED",
    "DECLINED_BY_MERCHANT",
    "NO_SHOW",
    "CANCELED",
    "PENDING_MERCHANT_CONFIRMATION",
};

/// Between a family name and a given one.
constexpr char between_names = ' ';

}  // namespace

std::string_view google_state(const Reservation& one, Instant now) {
    return google_states[index_of(commitment_at(one, now))];
}

Json google_booking(const DayBook& book, const Reservation& one, const TimeZone& zone, const std::string& service) {
    const auto start = zone.first_at_or_after(at(book->date, one.begin));
    const auto end = zone.first_at_or_after(at(book->date, one.end));
    const auto seconds = [](Instant instant) {
        return std::chrono::floor<std::chrono::seconds>(instant.time_since_epoch()).count();
    };
    Json user = Json::object();
    if (one.details.customer) user["user_id"] = one.details.customer->text;
    const auto& name = one.details.name;
    const auto family = std::string_view{name}.substr(0, name.find(between_names));
    if (!family.empty()) user["family_name"] = family;
    if (family.size() < name.size()) user["given_name"] = name.substr(family.size() + 1);
    if (one.details.phone) user["telephone"] = one.details.phone->e164();
    if (!one.details.email.empty()) user["email"] = one.details.email;
    Json slot{{"merchant_id", book->restaurant.text},
              {"start_sec", seconds(start)},
              {"duration_sec", seconds(end) - seconds(start)},
              {"resources", {{"party_size", chairs_of(one).count()}}}};
    if (!service.empty()) slot["service_id"] = service;
    return {{"booking_id", one.id.text},
            {"slot", std::move(slot)},
            {"user_information", std::move(user)},
            {"status", google_states[index_of(one.commitment)]}};
}

std::string google_success(const DayBook& book, const BookingId& id, const TimeZone& zone, const std::string& service) {
    return write_document({{"booking", google_booking(book, *book.find(id), zone, service)}});
}
std::string google_failure(std::string_view cause, std::string_view why) {
    return write_document({{"booking_failure", {{"cause", cause}, {"description", why}}}});
}

namespace {

[[nodiscard]] GoogleAnswer success(const DayBook& book, const BookingId& id, const TimeZone& zone,
                                   const std::string& service) {
    return {book, id, google_success(book, id, zone, service)};
}
[[nodiscard]] GoogleAnswer failure(const DayBook& book, std::string_view cause, std::string_view why) {
    return {book, {}, google_failure(cause, why)};
}

/// What a decision comes to; `cause` is what any refusal is to Google.
[[nodiscard]] GoogleAnswer answer_to(const Expected<Decision, Errors>& decision, const DayBook& book,
                                     const TimeZone& zone, std::string_view cause, const std::string& service) {
    if (decision) return success(decision->book, decision->booking, zone, service);
    return failure(book, cause, decision.error().front().message);
}

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
        details.name += (details.name.empty() ? std::string{} : std::string{between_names}) + given;
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

[[nodiscard]] GoogleAnswer create(const GoogleRequest& request, const DayBook& book, const TimeZone& zone,
                                  const Now& now, BookingId id, SearchBudget budget) {
    const auto by = by_guest(now, request.token, budget);
    const auto minute = google_minute_in(book, request.slot.start, zone);
    if (book->restaurant.text != request.slot.merchant || !minute) {
        return failure(book, "SLOT_UNAVAILABLE", "there is no such slot");
    }
    if (!request.token.empty()) {
        for (const auto& receipt : book->receipts) {
            if (receipt.key == request.token && book.find(receipt.booking) != nullptr) {
                return success(book, receipt.booking, zone, request.slot.service);
            }
        }
    }
    const auto& service = request.slot.service;
    if (!request.lease.empty()) {
        const BookingId lease{request.lease};
        const auto* one = book.find(lease);
        // What is held no longer is somebody's, or nobody's: a lease is taken once.
        if (one != nullptr && commitment_at(*one, now.instant) != Commitment::held) {
            return failure(book, "LEASE_EXPIRED", "nothing is held by that lease");
        }
        if (one != nullptr && !is_of_slot(book, *one, request.slot, *minute)) {
            return failure(book, "SLOT_UNAVAILABLE", "the lease is of another slot");
        }
        auto held = follow(book, lease, CommitmentEvent::confirm, by);
        if (held)
            held = change_details(held->book, lease, whose(one->details, request.details), by_guest(now, {}, budget));
        return answer_to(held, book, zone, "LEASE_EXPIRED", service);
    }
    auto wish = wish_of(request.slot);
    const auto stay = planned_stay(book, wish, request.slot.party, *minute);
    if (const auto* other = in_the_way(book, request, stay, now.instant)) {
        return other->begin == *minute ? failure(book, "SLOT_ALREADY_BOOKED_BY_USER", "the user has it already")
                                       : failure(book, "OVERLAPPING_RESERVATION", "the user has another then");
    }
    NewReservation wanted{std::move(id), {std::move(wish), *minute}, request.details, Confirmed{}};
    if (request.slot.is_asynchronous) wanted.terms = Requested{};
    return answer_to(denwaban::book(book, std::move(wanted), by), book, zone, "SLOT_UNAVAILABLE", service);
}

[[nodiscard]] GoogleAnswer cancel_booking(const DayBook& book, const Reservation& one, const TimeZone& zone,
                                          const By& by) {
    const auto commitment = commitment_at(one, by.now.instant);
    if (commitment == Commitment::cancelled || commitment == Commitment::lapsed) {
        return failure(book, "BOOKING_ALREADY_CANCELLED", "is cancelled already");
    }
    if (!counts_at(one, by.now.instant) || is_at_table(one.presence)) {
        return failure(book, "BOOKING_NOT_CANCELLABLE", "can't be cancelled any more");
    }
    return answer_to(cancel(book, one.id, CancelReason::guest, by), book, zone, "OUTSIDE_CANCELLATION_WINDOW", {});
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

[[nodiscard]] Json read_lookup(const Node& node, std::span<const DayBook> books, const TimeZone& zone, const Now& now,
                               SearchBudget budget) {
    auto answers = Json::array();
    const auto merchant = words(node, "merchant_id");
    const auto slots = needed(node, "slot_time");
    if (!slots) return answers;
    Lookup lookup{books, zone, now, budget};
    for (auto& answer : read_some(*slots, most_slots, [&](const Node& item) {
             const auto known = item.errors().size();
             auto slot = read_slot(item, "resource_ids");
             slot.merchant = merchant;
             const bool is_read = item.errors().size() == known;
             return Json{{"slot_time", Json{item.value()}}, {"available", is_read && lookup.is_available(item, slot)}};
         })) {
        answers.push_back(std::move(answer));
    }
    return {{"slot_time_availability", std::move(answers)}};
}

[[nodiscard]] Instant read_start(const Node& node) {
    const auto booking = node.if_any("booking");
    const auto slot = needed(booking ? *booking : node, "slot");
    const auto start = slot ? needed(*slot, "start_sec") : std::nullopt;
    return start ? read_start_of(*start) : Instant{};
}

[[nodiscard]] GoogleOrder read_order(const Node& node) {
    auto request = read_create(node);
    return {RestaurantId{std::move(request.slot.merchant)}, request.slot.start, std::move(request.token),
            std::move(request.details.customer)};
}

[[nodiscard]] GoogleQuestion read_question(const Node& node) {
    GoogleQuestion question{RestaurantId{words(node, "merchant_id")}, {}};
    if (const auto slots = needed(node, "slot_time")) {
        for (const auto& start : read_some(*slots, most_slots, [](const Node& item) {
                 const auto found = item.is_object() ? item.if_any("start_sec") : std::nullopt;
                 return found ? read_start_of(*found) : Instant{};
             })) {
            question.starts.insert(start);
        }
    }
    return question;
}

}  // namespace

By google_by(const Now& now, SearchBudget budget) {
    By by;
    by.actor = Actor::guest;
    by.who = "google";
    by.now = now;
    by.budget = budget;
    return by;
}

Expected<GoogleOrder, Errors> google_order(std::string_view request) { return read_document(request, read_order); }
Expected<GoogleQuestion, Errors> google_question(std::string_view request) {
    return read_document(request, read_question);
}
Expected<GoogleChange, Errors> google_change(std::string_view request) {
    return read_document(request, read_change_of);
}
Expected<std::string, Errors> google_text(std::string_view request, std::string_view key) {
    return read_document(request, [&](const Node& node) {
        const auto found = needed(node, key);
        return found ? found->label() : std::string{};
    });
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
    if (!wanted.has_slot) return success(book, one.id, zone, {});
    const auto minute = wanted.start ? google_minute_in(book, *wanted.start, zone) : one.begin;
    if (!minute) return failure(book, "SLOT_UNAVAILABLE", "is on another day");
    return answer_to(change(book, one.id, google_request(one, wanted, *minute), by), book, zone, "SLOT_UNAVAILABLE",
                     wanted.service);
}

}  // namespace formats

using formats::Node;

Expected<std::string, Errors> google_batch_availability_lookup(std::string_view request, std::span<const DayBook> books,
                                                               const TimeZone& zone, Instant now, SearchBudget budget) {
    const auto read = formats::read_document(
        request, [&](const Node& node) { return formats::read_lookup(node, books, zone, now_in(zone, now), budget); });
    if (!read) return Unexpected{read.error()};
    return formats::write_document(*read);
}

Expected<Date, Errors> google_booking_date(std::string_view request, const TimeZone& zone) {
    const auto start = formats::read_document(request, formats::read_start);
    if (!start) return Unexpected{start.error()};
    return date::floor<date::days>(zone.local_time(*start));
}

Expected<GoogleAnswer, Errors> google_create_booking(std::string_view request, const DayBook& book,
                                                     const TimeZone& zone, Instant now, BookingId id,
                                                     SearchBudget budget) {
    const auto read = formats::read_document(request, formats::read_create);
    if (!read) return Unexpected{read.error()};
    return formats::create(*read, book, zone, now_in(zone, now), std::move(id), budget);
}

Expected<GoogleAnswer, Errors> google_update_booking(std::string_view request, const DayBook& book,
                                                     const TimeZone& zone, Instant now, SearchBudget budget) {
    const auto read = formats::read_document(
        request, [&](const Node& node) { return formats::read_update(node, book, zone, now_in(zone, now), budget); });
    if (!read) return Unexpected{read.error()};
    return **read;
}

}  // namespace denwaban
