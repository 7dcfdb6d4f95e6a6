#include <denwaban/core/iso8601.hpp>
#include <denwaban/documents/day_book_json.hpp>

#include "reservations.hpp"

namespace denwaban {

namespace formats {
namespace {

[[nodiscard]] Party read_party(const Node& node) {
    if (node.value().is_number()) return {read_covers(node), {}, {}};
    const Fields fields{node, {"adults", "children", "infants"}};
    return {fields.value_or("adults", read_covers), fields.value_or("children", read_covers),
            fields.value_or("infants", read_covers)};
}
[[nodiscard]] Json written(const Party& party) {
    return {{"adults", party.adults.count()}, {"children", party.children.count()}, {"infants", party.infants.count()}};
}

[[nodiscard]] Needs read_needs(const Node& node) {
    const Fields fields{node, {"kinds", "areas", "smoking", "access"}};
    Needs needs;
    needs.kinds = fields.value_or("kinds", [](const Node& part) { return part.list(read_named<SeatKind>); });
    needs.areas = fields.value_or("areas", [](const Node& part) { return part.list(read_id<struct AreaTag>); });
    needs.smoking = read_if_any(fields, "smoking", read_named<Smoking>);
    needs.access = fields.value_or("access", read_named<Access>);
    return needs;
}
[[nodiscard]] Json written(const Needs& needs) {
    Json json = Json::object();
    for (const auto kind : needs.kinds) json["kinds"].push_back(to_string(kind));
    for (const auto& area : needs.areas) json["areas"].push_back(area.text);
    if (needs.smoking) json["smoking"] = to_string(*needs.smoking);
    if (needs.access != Access::on_foot) json["access"] = to_string(needs.access);
    return json;
}

[[nodiscard]] OrderedItem read_item(const Node& node) {
    const Fields fields{node, {"name", "count"}};
    return {fields.require("name", read_name),
            fields.value_or(
                "count", [](const Node& part) { return part.integer(1, Covers::max); }, 1)};
}

[[nodiscard]] std::int64_t read_amount(const Node& node) {
    constexpr std::int64_t most = 1'000'000'000'000;
    return node.whole(0, most);
}
[[nodiscard]] Deposit read_deposit(const Node& node) {
    const Fields fields{node, {"amount", "currency", "due", "terms"}};
    return {fields.require("amount", read_amount), fields.value_or("currency", read_name, std::string{"JPY"}),
            read_if_any(fields, "due", read_instant), fields.value_or("terms", read_text)};
}
[[nodiscard]] Json written(const Deposit& deposit) {
    Json json{{"amount", deposit.amount}, {"currency", deposit.currency}};
    if (deposit.due) json["due"] = to_iso8601(*deposit.due);
    if (!deposit.terms.empty()) json["terms"] = deposit.terms;
    return json;
}

void put(Json& json, std::string_view key, const std::string& text) {
    if (!text.empty()) json[key] = text;
}
template <class Tag>
void put(Json& json, std::string_view key, const std::optional<Id<Tag>>& id) {
    if (id) json[key] = id->text;
}

[[nodiscard]] Json written(const Details& details) {
    Json json = Json::object();
    put(json, "customer", details.customer);
    put(json, "name", details.name);
    put(json, "kana", details.kana);
    if (details.phone) json["phone"] = details.phone->e164();
    put(json, "email", details.email);
    for (const auto& item : details.items) json["items"].push_back(Json{{"name", item.name}, {"count", item.count}});
    put(json, "occasion", details.occasion);
    for (const auto& allergy : details.allergies) json["allergies"].push_back(allergy);
    if (details.high_chairs != 0) json["high_chairs"] = details.high_chairs;
    put(json, "for_restaurant", details.for_restaurant);
    put(json, "for_centre", details.for_centre);
    put(json, "taken_by", details.taken_by);
    put(json, "contact", details.contact);
    if (details.deposit) json["deposit"] = written(*details.deposit);
    return json;
}

[[nodiscard]] Entry read_entry(const Node& node) {
    const Fields fields{node, {"deed", "by", "who", "at", "overridden", "note"}};
    return {fields.require("deed", read_named<Deed>),
            fields.require("by", read_named<Actor>),
            fields.value_or("who", read_label),
            fields.require("at", read_instant),
            fields.value_or("overridden", read_all_named<Limit>),
            fields.value_or("note", read_text)};
}
[[nodiscard]] Json written(const Entry& entry) {
    Json json{{"deed", name_of(entry.deed)}, {"by", name_of(entry.by)}, {"at", to_iso8601(entry.at)}};
    put(json, "who", entry.who);
    if (!entry.overridden.empty()) json["overridden"] = written_names(entry.overridden);
    put(json, "note", entry.note);
    return json;
}

}  // namespace

Wish read_wish(const Fields& fields, Wish otherwise) {
    const bool is_change = chairs(otherwise.party) && chairs(otherwise.party)->count() > 0;
    auto wish = std::move(otherwise);
    wish.party = is_change ? fields.value_or("party", read_party, wish.party) : fields.require("party", read_party);
    wish.needs = fields.value_or("needs", read_needs, std::move(wish.needs));
    if (fields.has("course")) wish.course = read_if_any(fields, "course", read_name);
    wish.channel = fields.value_or("channel", read_named<BookingChannel>, wish.channel);
    if (fields.has("turn")) wish.turn = read_if_any(fields, "turn", read_minutes_of_day);
    wish.tables = fields.value_or("wanted_tables", read_tables, std::move(wish.tables));
    return wish;
}

Details read_details(const Node& node) {
    const Fields fields{node,
                        {"customer", "name", "kana", "phone", "email", "items", "occasion", "allergies", "high_chairs",
                         "for_restaurant", "for_centre", "taken_by", "contact", "deposit"}};
    Details details;
    details.customer = read_if_any(fields, "customer", read_id<struct CustomerTag>);
    details.name = fields.value_or("name", read_label);
    details.kana = fields.value_or("kana", read_label);
    const auto phone = fields.optional("phone");
    if (phone && !phone->value().is_null()) details.phone = phone->phone_number();
    details.email = fields.value_or("email", read_label);
    details.items = fields.value_or("items", [](const Node& part) { return read_some(part, most_lines, read_item); });
    details.occasion = fields.value_or("occasion", read_label);
    details.allergies =
        fields.value_or("allergies", [](const Node& part) { return read_some(part, most_lines, read_label); });
    details.high_chairs = fields.value_or("high_chairs", [](const Node& part) { return part.integer(0, Covers::max); });
    details.for_restaurant = fields.value_or("for_restaurant", read_text);
    details.for_centre = fields.value_or("for_centre", read_text);
    details.taken_by = read_if_any(fields, "taken_by", read_id<struct AgentTag>);
    details.contact = read_if_any(fields, "contact", read_id<struct ContactTag>);
    details.deposit = read_if_any(fields, "deposit", read_deposit);
    return details;
}

Reservation read_reservation(const Node& node) {
    const auto keys = with_wish({"id", "begin", "end", "buffer", "commitment", "presence", "allocation", "tables",
                                 "held_until", "cancel_reason", "details", "history"});
    const Fields fields{node, keys};
    Reservation one;
    one.id = fields.require("id", read_id<struct BookingTag>);
    one.wish = read_wish(fields);
    one.begin = fields.require("begin", read_minute);
    one.end = fields.require("end", read_minute);
    one.buffer = fields.value_or("buffer", read_minutes_of_day);
    one.commitment = fields.require("commitment", read_named<Commitment>);
    one.presence = fields.value_or("presence", read_named<Presence>);
    one.allocation = fields.require("allocation", read_named<Allocation>);
    one.tables = fields.value_or("tables", read_tables);
    one.held_until = read_if_any(fields, "held_until", read_instant);
    one.cancel_reason = read_if_any(fields, "cancel_reason", read_named<CancelReason>);
    one.details = fields.value_or("details", read_details);
    one.history = fields.value_or("history", [](const Node& part) { return read_some(part, most_lines, read_entry); });
    return one;
}

Json written(const Reservation& one) {
    Json json{{"id", one.id.text},
              {"begin", to_string(one.begin)},
              {"end", to_string(one.end)},
              {"buffer", one.buffer.count()},
              {"party", written(one.wish.party)},
              {"needs", written(one.wish.needs)},
              {"channel", name_of(one.wish.channel)}};
    if (one.wish.course) json["course"] = *one.wish.course;
    if (one.wish.turn) json["turn"] = one.wish.turn->count();
    if (!one.wish.tables.empty()) json["wanted_tables"] = written(one.wish.tables);
    json["commitment"] = name_of(one.commitment);
    json["presence"] = name_of(one.presence);
    json["allocation"] = name_of(one.allocation);
    json["tables"] = written(one.tables);
    if (one.held_until) json["held_until"] = to_iso8601(*one.held_until);
    if (one.cancel_reason) json["cancel_reason"] = name_of(*one.cancel_reason);
    json["details"] = written(one.details);
    auto history = Json::array();
    for (const auto& entry : one.history) history.push_back(written(entry));
    json["history"] = std::move(history);
    return json;
}

}  // namespace formats

std::string to_json(const Reservation& reservation) { return formats::write_document(formats::written(reservation)); }

}  // namespace denwaban
