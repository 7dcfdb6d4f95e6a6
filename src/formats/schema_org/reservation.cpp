#include <denwaban/formats/schema_org_reservation.hpp>

#include <denwaban/core/iso8601.hpp>

#include "documents/reservations/reservations.hpp"

namespace denwaban {

namespace formats {
namespace {

/// Statuses and what they are to us, the one that we write first.
struct Status {
    std::string_view word;
    Commitment commitment;
};
constexpr std::array<Status, 4> statuses{{
    {"ReservationConfirmed", Commitment::confirmed},
    {"ReservationPending", Commitment::requested},
    {"ReservationHold", Commitment::held},
    {"ReservationCancelled", Commitment::cancelled},
}};
/// In the order of `Commitment`.
constexpr std::array<std::string_view, count_of<Commitment>> written_statuses{
    "ReservationHold",      "ReservationPending",   "ReservationConfirmed",
    "ReservationConfirmed", "ReservationCancelled", "ReservationCancelled",
    "ReservationCancelled", "ReservationCancelled", "ReservationPending",
};

/// `schema:X`, `http://schema.org/X` and `https://schema.org/X` are X.
[[nodiscard]] std::string_view bare(std::string_view word) {
    for (const std::string_view prefix : {"https://schema.org/", "http://schema.org/", "schema:"}) {
        if (word.starts_with(prefix)) return word.substr(prefix.size());
    }
    return word;
}

/// An object of which it is noted what nobody reads.
class Said {
public:
    Said(const Node& node, std::vector<JsonPointer>& unread) : node_(node), unread_(&unread) {
        if (node.is_object()) is_object_ = true;
    }

    /// Once everything has been read.
    void note_rest() const {
        if (!is_object_) return;
        node_.each_member([&](std::string_view key, const Node& member) {
            const bool is_known = std::find(read_.begin(), read_.end(), key) != read_.end();
            if (!is_known && unread_->size() < max_errors) unread_->push_back({member.path()});
        });
    }

    [[nodiscard]] std::optional<Node> part(std::string_view key) {
        read_.push_back(key);
        return node_.if_any(key);
    }
    [[nodiscard]] std::string text(std::string_view key) {
        const auto found = part(key);
        return found ? found->text() : std::string{};
    }

private:
    Node node_;
    std::vector<JsonPointer>* unread_;
    bool is_object_ = false;
    std::vector<std::string_view> read_;
};

[[nodiscard]] LocalTime read_time(const Node& node, const TimeZone& zone) {
    const auto text = node.string();
    if (const auto instant = parse_iso8601(text)) return zone.local_time(*instant);
    // Without an offset: what the clocks of the restaurant show.
    if (const auto shown = parse_iso8601(text + "Z")) return LocalTime{shown->time_since_epoch()};
    if (const auto shown = parse_iso8601(text + ":00Z")) return LocalTime{shown->time_since_epoch()};
    if (node.value().is_string()) node.fail(ErrorCode::invalid_value, "must be a date and time of ISO 8601");
    return {};
}

[[nodiscard]] std::optional<Covers> read_party_size(const Node& node) {
    if (node.value().is_number()) return read_covers(node);
    if (const auto value = node.member("value")) return read_party_size(*value);
    if (const auto count = node.value().is_string() ? denwaban::detail::decimal(node.string()) : std::nullopt) {
        if (const auto covers = Covers::make(*count)) return covers;
    }
    node.fail(ErrorCode::invalid_value, "must be a number of people");
    return std::nullopt;
}

[[nodiscard]] SchemaOrgReservation read_said(const Node& node, const TimeZone& zone) {
    SchemaOrgReservation read;
    Said said{node, read.unread};
    static_cast<void>(said.part("@context"));
    if (const auto type = said.part("@type"); type && bare(type->string()) != "FoodEstablishmentReservation") {
        type->fail(ErrorCode::invalid_value, "must be FoodEstablishmentReservation");
    }
    read.id = said.text("reservationId");
    if (const auto start = said.part("startTime")) {
        read.start = read_time(*start, zone);
    } else if (node.value().is_object()) {
        node.fail(ErrorCode::missing_key, "needs \"startTime\"");
    }
    if (const auto end = said.part("endTime")) read.end = read_time(*end, zone);
    if (const auto size = said.part("partySize")) read.party = read_party_size(*size);
    if (const auto status = said.part("reservationStatus")) {
        const auto word = status->string();
        const auto found =
            std::find_if(statuses.begin(), statuses.end(), [&](const Status& one) { return one.word == bare(word); });
        if (found != statuses.end()) read.commitment = found->commitment;
        if (found == statuses.end()) read.unread.push_back({status->path()});
    }
    if (const auto place = said.part("reservationFor")) {
        Said restaurant{*place, read.unread};
        static_cast<void>(restaurant.part("@type"));
        read.restaurant = restaurant.text("name");
        restaurant.note_rest();
    }
    if (const auto who = said.part("underName")) {
        Said guest{*who, read.unread};
        static_cast<void>(guest.part("@type"));
        read.name = guest.text("name");
        read.email = guest.text("email");
        if (const auto phone = guest.part("telephone")) {
            const auto number = PhoneNumber::parse(phone->text());
            if (number) read.phone = *number;
            if (!number) read.unread.push_back({phone->path()});
        }
        guest.note_rest();
    }
    said.note_rest();
    return read;
}

}  // namespace
}  // namespace formats

std::string to_schema_org(const DayBook& book, const Reservation& one, std::string_view restaurant,
                          const TimeZone& zone) {
    using formats::Json;
    Json guest{{"@type", "Person"}};
    if (!one.details.name.empty()) guest["name"] = one.details.name;
    if (one.details.phone) guest["telephone"] = one.details.phone->e164();
    if (!one.details.email.empty()) guest["email"] = one.details.email;
    const auto status = formats::written_statuses[index_of(one.commitment)];
    Json json{
        {"@context", "https://schema.org"},
        {"@type", "FoodEstablishmentReservation"},
        {"reservationId", one.id.text},
        {"reservationStatus", "https://schema.org/" + std::string{status}},
        {"startTime", to_iso8601(zone.first_at_or_after(at(book->date, one.begin)), zone)},
        {"endTime", to_iso8601(zone.first_at_or_after(at(book->date, one.end)), zone)},
        {"partySize", one.wish.party.adults.count() + one.wish.party.children.count() + one.wish.party.infants.count()},
        {"underName", std::move(guest)},
        {"reservationFor", {{"@type", "FoodEstablishment"}, {"name", restaurant}}}};
    if (!one.history.empty()) {
        json["bookingTime"] = to_iso8601(one.history.front().at);
        json["modifiedTime"] = to_iso8601(one.history.back().at);
    }
    return formats::write_document(json);
}

Expected<SchemaOrgReservation, Errors> schema_org_reservation_from_json(std::string_view text, const TimeZone& zone) {
    using formats::Node;
    return formats::read_document(text, [&](const Node& node) { return formats::read_said(node, zone); });
}

std::string to_json(const SchemaOrgReservation& one) {
    using formats::Json;
    const auto shown = [](LocalTime time) { return to_iso8601(Instant{time.time_since_epoch()}).substr(0, 19); };
    auto unread = Json::array();
    for (const auto& place : one.unread) unread.push_back(place.text);
    return formats::write_document({{"id", one.id},
                                    {"restaurant", one.restaurant},
                                    {"start", shown(one.start)},
                                    {"end", one.end ? Json(shown(*one.end)) : Json(nullptr)},
                                    {"party", one.party ? Json(one.party->count()) : Json(nullptr)},
                                    {"commitment", one.commitment ? Json(name_of(*one.commitment)) : Json(nullptr)},
                                    {"name", one.name},
                                    {"phone", one.phone ? Json(one.phone->e164()) : Json(nullptr)},
                                    {"email", one.email},
                                    {"unread", std::move(unread)}});
}

}  // namespace denwaban
