#include <denwaban/formats/restaurant_json.hpp>

#include <set>

#include "rules_reader.hpp"

namespace denwaban {

namespace formats {
namespace {

[[nodiscard]] Destination read_destination(const Node& node) {
    const Fields fields{node, {"queue", "bot", "restaurant", "voicemail", "message"}};
    if (!node.value().is_object()) return ToQueue{};
    if (node.value().size() != 1) {
        node.fail(ErrorCode::invalid_value, "must have exactly one key: " + Node::listed(destination_names));
        return ToQueue{};
    }
    if (const auto queue = fields.optional("queue")) return ToQueue{queue->name()};
    if (const auto bot = fields.optional("bot")) return ToBot{bot->name()};
    if (const auto line = fields.optional("restaurant")) {
        if (const auto number = line->phone_number()) return ToRestaurant{*number};
        return ToQueue{};
    }
    if (const auto mailbox = fields.optional("voicemail")) return ToVoicemail{mailbox->name()};
    if (const auto message = fields.optional("message")) return ToMessage{message->name()};
    return ToQueue{};
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
    const MinuteSpan span{fields.require("from", &Node::minute_of_day), fields.require("to", &Node::minute_of_day)};
    if (fields.has("from") && fields.has("to") && span.until <= span.from) {
        node.fail(ErrorCode::never_ends, "ends at or before it starts: past midnight is written 24:00 to 48:00");
    }
    return span;
}

[[nodiscard]] Route<Destination> read_route(const Node& node) {
    const Fields fields{node, {"label", "when", "hours", "between", "line", "caller", "to"}};
    const auto states = [](const Node& list) {
        return list.list([](const Node& n) { return n.one_of<State>(state_names); });
    };
    const auto when = [](const Node& n) { return std::optional{read_when(n)}; };
    const auto span = [](const Node& n) { return std::optional{read_span(n)}; };
    Route<Destination> route{fields.value_or("when", when),          fields.value_or("hours", states),
                             fields.value_or("between", span),       fields.value_or("line", &Node::phone_number),
                             fields.value_or("caller", read_caller), fields.require("to", read_destination),
                             fields.value_or("label", &Node::text)};
    return route;
}

[[nodiscard]] Routing<Destination> read_routing(const Node& node) {
    const Fields fields{node, {"routes", "otherwise"}};
    auto routes = fields.value_or("routes", [](const Node& n) { return n.list(read_route); });
    return {std::move(routes), fields.require("otherwise", read_destination)};
}

[[nodiscard]] std::vector<PhoneLine> read_lines(const Node& node) {
    auto lines = node.list([](const Node& item) {
        const Fields fields{item, {"number", "label"}};
        const auto number = fields.required("number");
        auto label = fields.value_or("label", &Node::text);
        return std::pair{number ? number->phone_number() : std::nullopt, std::move(label)};
    });
    std::set<PhoneNumber> seen;
    std::vector<PhoneLine> read;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!lines[i].first) continue;
        if (!seen.insert(*lines[i].first).second) {
            node.item(i).member("number").fail(ErrorCode::duplicate_number, "stands on a line above");
        }
        read.push_back({*lines[i].first, std::move(lines[i].second)});
    }
    return read;
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

[[nodiscard]] Restaurant read_restaurant(const Node& node) {
    const Fields fields{node, {"id", "name", "kana", "lines", "zone", "holidays", "hours", "routing", "notes"}};
    Restaurant restaurant;
    restaurant.id = {fields.require("id", &Node::name)};
    restaurant.name = fields.require("name", &Node::name);
    restaurant.kana = fields.value_or("kana", &Node::text);
    restaurant.lines = fields.value_or("lines", read_lines);
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

Expected<Restaurant, Errors> restaurant_from_json(std::string_view text) {
    const auto document = formats::parse_document(text);
    if (!document) return Unexpected{document.error()};
    Errors errors;
    auto restaurant = formats::read_restaurant({*document, "", errors});
    if (!errors.empty()) return Unexpected{std::move(errors)};
    return restaurant;
}

Expected<std::vector<Restaurant>, Errors> restaurants_from_json(std::string_view text) {
    const auto document = formats::parse_document(text);
    if (!document) return Unexpected{document.error()};
    Errors errors;
    auto restaurants = formats::Node{*document, "", errors}.list(formats::read_restaurant);
    if (!errors.empty()) return Unexpected{std::move(errors)};
    return restaurants;
}

std::string to_json(const Restaurant& restaurant) { return formats::write_restaurant(restaurant).dump(); }

}  // namespace denwaban
