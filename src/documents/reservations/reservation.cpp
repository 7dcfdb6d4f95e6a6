#include <denwaban/core/iso8601.hpp>
#include <denwaban/documents/day_book_json.hpp>

#include "reservations.hpp"
#include "shapes.hpp"

namespace denwaban {

namespace shapes {

void read_party(const Node& node, Party& party) {
    if (node.value().is_number()) {
        party.adults = read_as<Covers>(node);
    } else if (node.value().is_object()) {
        read_shape(party_record, node, &party);
    } else {
        node.fail(ErrorCode::wrong_type, "must be a number of adults, or an object with \"adults\"");
    }
}
void write_party(const Party& party, Sink& sink, const Value* before) {
    write_shape(party_record, &party, sink, before);
}

}  // namespace shapes

namespace formats {

Wish read_wish(const Fields& fields, Wish otherwise) {
    const bool is_change = chairs(otherwise.party) && chairs(otherwise.party)->count() > 0;
    auto wish = std::move(otherwise);
    wish.party = is_change ? fields.value_or("party", shapes::read_as<Party>, wish.party)
                           : fields.require("party", shapes::read_as<Party>);
    wish.needs = fields.value_or("needs", shapes::read_as<Needs>, std::move(wish.needs));
    if (fields.has("course")) wish.course = read_if_any(fields, "course", read_name);
    wish.channel = fields.value_or("channel", read_named<BookingChannel>, wish.channel);
    if (fields.has("turn")) wish.turn = read_if_any(fields, "turn", read_minutes_of_day);
    wish.tables = fields.value_or("wanted_tables", read_tables, std::move(wish.tables));
    return wish;
}

Details read_details(const Node& node) { return shapes::read_as<Details>(node); }
Json written(const Details& details) { return shapes::written_as(details); }

void write_wish(Json& json, const Wish& wish) {
    auto made = shapes::written_as(wish);
    for (auto& [key, value] : made.members()) json[key] = std::move(value);
}

}  // namespace formats

std::string to_json(const Reservation& reservation) { return shapes::json_of(reservation); }

}  // namespace denwaban
