#include <denwaban/documents/restaurant_json.hpp>

#include <map>

#include "documents/engine/unknown_word.hpp"
#include "restaurant_shapes.hpp"

namespace denwaban {

namespace shapes {

void read_caller_condition(const Node& node, CallerCondition& caller) {
    if (node.value() == caller_words[0]) {
        caller = WithheldCaller{};
    } else if (node.value() == caller_words[1]) {
        caller = ForeignCaller{};
    } else if (node.value().is_string()) {
        formats::tell_unknown_word(node, node.value().text(), ErrorCode::invalid_value,
                                   "must be withheld, foreign, or an object with numbers");
    } else {
        read_shape(known_callers, node, &caller.emplace<KnownCallers>());
    }
}
void write_caller_condition(const CallerCondition& caller, Sink& sink, const Value* before) {
    if (const auto* known = std::get_if<KnownCallers>(&caller)) return write_shape(known_callers, known, sink, before);
    sink.text(caller_words[std::holds_alternative<WithheldCaller>(caller) ? 0 : 1]);
}

void check_span(const Node& node, MinuteSpan& span, std::size_t known) {
    if (both_read(node, known) && span.until <= span.from) {
        node.fail(ErrorCode::never_ends, "ends at or before it starts: past midnight is written 24:00 to 48:00");
    }
}

namespace {

/// In a list of restaurants no two have the same id or number.
struct Taken {
    std::map<std::string, std::string, std::less<>> ids;  ///< with their places
    std::map<PhoneNumber, std::string> numbers;
};

template <class Taken, class Key>
void take(Taken& taken, Key&& key, const Node& node, ErrorCode code) {
    const auto [other, added] = taken.emplace(std::forward<Key>(key), node.path());
    if (!added) node.fail(code, "stands already at " + other->second);
}

void take_line(const Node& line, Taken& taken) {
    const auto number = line.member("number");
    if (!number || !number->value().is_string()) return;
    const auto parsed = PhoneNumber::parse(number->value().text());
    if (parsed) take(taken.numbers, *parsed, *number, ErrorCode::duplicate_number);
}

[[nodiscard]] Restaurant read_restaurant(const Node& node, Taken& taken) {
    auto restaurant = read_as<Restaurant>(node);
    if (const auto id = node.member("id"); id && !restaurant.id.text.empty()) {
        take(taken.ids, restaurant.id.text, *id, ErrorCode::duplicate_id);
    }
    const auto lines = node.member("lines");
    if (lines && lines->value().is_array()) lines->each([&](const Node& line) { take_line(line, taken); });
    return restaurant;
}

[[nodiscard]] Expected<Restaurant, Errors> read_restaurant_text(std::string_view text, Reading reading) {
    Taken taken;
    return formats::read_document(
        text, [&](const Node& node) { return read_restaurant(node, taken); }, reading);
}

}  // namespace
}  // namespace shapes

Expected<Restaurant, Errors> restaurant_from_json(std::string_view text) {
    return shapes::read_restaurant_text(text, Reading::asked);
}
Expected<Restaurant, Errors> kept_restaurant_from_json(std::string_view text) {
    return shapes::read_restaurant_text(text, Reading::kept);
}

Expected<std::vector<Restaurant>, Errors> restaurants_from_json(std::string_view text) {
    using shapes::Node;
    shapes::Taken taken;
    const auto read = [&](const Node& node) { return shapes::read_restaurant(node, taken); };
    return formats::read_document(text, [&](const Node& node) { return node.list(read); });
}

std::string to_json(const Restaurant& restaurant) { return shapes::json_of(restaurant); }

}  // namespace denwaban
