#include <denwaban/documents/restaurant_json.hpp>

#include <map>

#include "rules_reader.hpp"

namespace denwaban {

namespace formats {
namespace {

/// In a list of restaurants no two have the same id or number.
struct Taken {
    std::map<std::string, std::string> ids;  ///< with their places
    std::map<PhoneNumber, std::string> numbers;
};

template <class Key>
void take(std::map<Key, std::string>& taken, const Key& key, const Node& node, ErrorCode code) {
    const auto [other, added] = taken.emplace(key, node.path());
    if (!added) node.fail(code, "stands already at " + other->second);
}

[[nodiscard]] Destination read_restaurant_line(const Node& node) {
    const auto number = node.phone_number();
    return number ? Destination{ToRestaurant{*number}} : ToQueue{};
}

constexpr std::array destinations{
    Form<Destination>{"queue", [](const Node& node) -> Destination { return ToQueue{node.name()}; }},
    Form<Destination>{"bot", [](const Node& node) -> Destination { return ToBot{node.name()}; }},
    Form<Destination>{"restaurant", read_restaurant_line},
    Form<Destination>{"voicemail", [](const Node& node) -> Destination { return ToVoicemail{node.name()}; }},
    Form<Destination>{"message", [](const Node& node) -> Destination { return ToMessage{node.text()}; }},
};

[[nodiscard]] Destination read_destination(const Node& node) {
    return read_form(node, destinations, Destination{ToQueue{}});
}

[[nodiscard]] std::optional<CallerCondition> read_caller(const Node& node) {
    if (node.value() == "withheld") return WithheldCaller{};
    if (node.value() == "foreign") return ForeignCaller{};
    if (node.value().is_string()) {
        node.fail(ErrorCode::invalid_value, "must be withheld, foreign, or an object with numbers");
        return std::nullopt;
    }
    const Fields fields{node, {"numbers"}};
    KnownCallers known;
    if (const auto numbers = fields.required("numbers")) {
        numbers->each([&](const Node& item) {
            if (const auto number = item.phone_number()) known.numbers.push_back(*number);
        });
    }
    return known;
}

[[nodiscard]] MinuteSpan read_span(const Node& node) {
    const Fields fields{node, {"from", "to"}};
    const auto before = node.errors().size();
    const MinuteSpan span{fields.require("from", &Node::minute_of_day), fields.require("to", &Node::minute_of_day)};
    if (both_read(node, before) && span.until <= span.from) {
        node.fail(ErrorCode::never_ends, "ends at or before it starts: past midnight is written 24:00 to 48:00");
    }
    return span;
}

[[nodiscard]] Route<Destination> read_route(const Node& node) {
    const Fields fields{node, {"label", "when", "hours", "between", "line", "caller", "to"}};
    const auto states = [](const Node& list) { return list.list(read_named<State>); };
    const auto when = [](const Node& n) { return std::optional{read_when(n)}; };
    const auto span = [](const Node& n) { return std::optional{read_span(n)}; };
    Route<Destination> route{fields.value_or("when", when),          fields.value_or("hours", states),
                             fields.value_or("between", span),       fields.value_or("line", &Node::phone_number),
                             fields.value_or("caller", read_caller), fields.require("to", read_destination),
                             fields.value_or("label", &Node::label)};
    return route;
}

[[nodiscard]] Routing<Destination> read_routing(const Node& node) {
    const Fields fields{node, {"routes", "otherwise"}};
    auto routes = fields.value_or("routes", [](const Node& n) { return n.list(read_route); });
    return {std::move(routes), fields.require("otherwise", read_destination)};
}

[[nodiscard]] std::vector<PhoneLine> read_lines(const Node& node, Taken& taken) {
    std::vector<PhoneLine> lines;
    node.each([&](const Node& item) {
        const Fields fields{item, {"number", "label"}};
        auto label = fields.value_or("label", &Node::label);
        const auto place = fields.required("number");
        const auto number = place ? place->phone_number() : std::nullopt;
        if (!number) return;
        take(taken.numbers, *number, *place, ErrorCode::duplicate_number);
        lines.push_back({*number, std::move(label)});
    });
    return lines;
}

[[nodiscard]] OwnHolidays read_holidays(const Node& node) {
    const Fields fields{node, {"added", "removed"}};
    const auto added = [](const Node& item) {
        const Fields day{item, {"date", "name"}};
        const auto date = day.require("date", &Node::date);
        return OwnHolidays::Added{date, day.require("name", &Node::name)};
    };
    return {fields.value_or("added", [&](const Node& n) { return n.list(added); }),
            fields.value_or("removed", [](const Node& n) { return n.list(&Node::date); })};
}

[[nodiscard]] RestaurantId read_id(const Node& node, Taken& taken) {
    auto id = node.name();
    if (!id.empty()) take(taken.ids, id, node, ErrorCode::duplicate_id);
    return {std::move(id)};
}

[[nodiscard]] Restaurant read_restaurant(const Node& node, Taken& taken) {
    const Fields fields{node, {"id", "name", "kana", "lines", "zone", "holidays", "hours", "routing", "notes"}};
    Restaurant restaurant;
    restaurant.id = fields.require("id", [&](const Node& n) { return read_id(n, taken); });
    restaurant.name = fields.require("name", &Node::name);
    restaurant.kana = fields.value_or("kana", &Node::label);
    restaurant.lines = fields.value_or("lines", [&](const Node& n) { return read_lines(n, taken); });
    restaurant.zone = fields.value_or("zone", &Node::name, std::string{"Asia/Tokyo"});
    restaurant.holidays = fields.value_or("holidays", read_holidays);
    restaurant.hours = fields.require("hours", read_rules);
    restaurant.routing = fields.value_or("routing", read_routing, Routing<Destination>{{}, ToQueue{"default"}});
    restaurant.notes = fields.value_or("notes", [](const Node& n) { return n.list(&Node::text); });
    return restaurant;
}

[[nodiscard]] Json write_destination(const Destination& destination) {
    return {{std::string{kind_of(destination)}, target_of(destination)}};
}

[[nodiscard]] Json write_numbers(const std::vector<PhoneNumber>& numbers) {
    auto list = Json::array();
    for (const auto& number : numbers) list.push_back(std::string{number.e164()});
    return list;
}

[[nodiscard]] Json write_caller(const CallerCondition& caller) {
    if (std::holds_alternative<WithheldCaller>(caller)) return "withheld";
    if (std::holds_alternative<ForeignCaller>(caller)) return "foreign";
    return {{"numbers", write_numbers(std::get<KnownCallers>(caller).numbers)}};
}

[[nodiscard]] Json write_route(const Route<Destination>& route) {
    auto json = Json::object();
    if (!route.label.empty()) json["label"] = route.label;
    if (route.when) json["when"] = write_when(*route.when);
    for (const auto state : route.states) json["hours"].push_back(to_string(state));
    if (route.between) {
        json["between"] = {{"from", to_string(route.between->from)}, {"to", to_string(route.between->until)}};
    }
    if (route.line) json["line"] = std::string{route.line->e164()};
    if (route.caller) json["caller"] = write_caller(*route.caller);
    json["to"] = write_destination(route.to);
    return json;
}

[[nodiscard]] Json write_routing(const Routing<Destination>& routing) {
    auto json = Json::object();
    for (const auto& route : routing.routes) json["routes"].push_back(write_route(route));
    json["otherwise"] = write_destination(routing.otherwise);
    return json;
}

[[nodiscard]] Json write_holidays(const OwnHolidays& own) {
    auto json = Json::object();
    for (const auto& added : own.added) {
        json["added"].push_back({{"date", to_string(added.date)}, {"name", added.name}});
    }
    for (const auto removed : own.removed) json["removed"].push_back(to_string(removed));
    return json;
}

[[nodiscard]] Json write_lines(const std::vector<PhoneLine>& lines) {
    auto list = Json::array();
    for (const auto& line : lines) {
        Json json{{"number", std::string{line.number.e164()}}};
        if (!line.label.empty()) json["label"] = line.label;
        list.push_back(std::move(json));
    }
    return list;
}

[[nodiscard]] Json write_restaurant(const Restaurant& restaurant) {
    Json json{{"id", restaurant.id.text}, {"name", restaurant.name}};
    if (!restaurant.kana.empty()) json["kana"] = restaurant.kana;
    if (!restaurant.lines.empty()) json["lines"] = write_lines(restaurant.lines);
    json["zone"] = restaurant.zone;
    if (restaurant.holidays != OwnHolidays{}) json["holidays"] = write_holidays(restaurant.holidays);
    json["hours"] = write_rules(restaurant.hours);
    json["routing"] = write_routing(restaurant.routing);
    if (!restaurant.notes.empty()) json["notes"] = restaurant.notes;
    return json;
}

}  // namespace
}  // namespace formats

[[nodiscard]] static Expected<Restaurant, Errors> read_restaurant_text(std::string_view text, Reading reading) {
    formats::Taken taken;
    return formats::read_document(
        text, [&](const formats::Node& node) { return formats::read_restaurant(node, taken); }, reading);
}
Expected<Restaurant, Errors> restaurant_from_json(std::string_view text) {
    return read_restaurant_text(text, Reading::asked);
}
Expected<Restaurant, Errors> kept_restaurant_from_json(std::string_view text) {
    return read_restaurant_text(text, Reading::kept);
}

Expected<std::vector<Restaurant>, Errors> restaurants_from_json(std::string_view text) {
    formats::Taken taken;
    const auto read = [&](const formats::Node& node) { return formats::read_restaurant(node, taken); };
    return formats::read_document(text, [&](const formats::Node& node) { return node.list(read); });
}

std::string to_json(const Restaurant& restaurant) {
    return formats::write_document(formats::write_restaurant(restaurant));
}

}  // namespace denwaban
