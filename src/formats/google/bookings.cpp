#include "bookings.hpp"

#include <array>

#include "slots.hpp"

namespace denwaban {

namespace formats {
namespace {

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

[[nodiscard]] Instant read_start(const Node& node) {
    const auto booking = node.if_any("booking");
    const auto slot = needed(booking ? *booking : node, "slot");
    const auto start = slot ? needed(*slot, "start_sec") : std::nullopt;
    return start ? read_start_of(*start) : Instant{};
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

Expected<std::string, Errors> google_text(std::string_view request, std::string_view key) {
    return read_document(request, [&](const Node& node) {
        const auto found = needed(node, key);
        return found ? found->label() : std::string{};
    });
}

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
    const auto family = std::string_view{name}.substr(0, name.find(between_google_names));
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

}  // namespace formats

Expected<Date, Errors> google_booking_date(std::string_view request, const TimeZone& zone) {
    const auto start = formats::read_document(request, formats::read_start);
    if (!start) return Unexpected{start.error()};
    return date::floor<date::days>(zone.local_time(*start));
}

}  // namespace denwaban
