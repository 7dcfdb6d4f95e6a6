#include <denwaban/documents/rules_json.hpp>

#include <denwaban/hours/validate.hpp>

#include "documents/engine/unknown_word.hpp"
#include "rules_shapes.hpp"

namespace denwaban {

namespace shapes {

const Shape when_shape = shape_of<When>;

namespace {

/// The conditions of `when_words`.
[[nodiscard]] std::optional<std::size_t> word_of(const When::Condition& condition) {
    const std::array words{std::holds_alternative<EveryDay>(condition), std::holds_alternative<OnHolidays>(condition),
                           std::holds_alternative<OnHolidayEves>(condition),
                           std::holds_alternative<OnDaysAfterHolidays>(condition)};
    const auto found = std::find(words.begin(), words.end(), true);
    return found == words.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - words.begin())};
}
[[nodiscard]] When::Condition condition_of(std::size_t word) {
    const std::array<When::Condition, when_words.size()> all{EveryDay{}, OnHolidays{}, OnHolidayEves{},
                                                             OnDaysAfterHolidays{}};
    return all[word];
}

/// The places that must have been read well for `error` to be the document's own.
[[nodiscard]] std::vector<std::string> grounds(const Error& error) {
    const auto& place = std::get<JsonPointer>(error.where).text;
    const auto parent = place.substr(0, place.rfind('/'));
    std::vector<std::string> grounds{place, place + "/opens", place + "/closes"};
    if (error.code == ErrorCode::overlap) {
        const auto above = parent + "/" + std::to_string(std::stoul(place.substr(parent.size() + 1)) - 1);
        grounds.insert(grounds.end(), {above, above + "/closes"});
    } else if (parent.ends_with("/last_order")) {
        const auto service = parent.substr(0, parent.rfind('/'));
        grounds.insert(grounds.end(), {service, service + "/opens", service + "/closes"});
    } else if (parent.ends_with("/period")) {
        grounds.insert(grounds.end(), {parent, parent + "/from"});
    }
    return grounds;
}

}  // namespace

void read_place(const Shape& shape, const Node& node, void* place) {
    *static_cast<unsigned*>(place) = static_cast<unsigned>(detail::read_word(shape, node));
}
void write_place(const Shape& shape, const void* place, Sink& sink, const Value*) {
    sink.text(shape.words[*static_cast<const unsigned*>(place)]);
}
void read_number_or_last(const Shape& shape, const Node& node, void* number) {
    if (node.value() == last_words[0]) return;
    if (node.value().is_string()) {
        return formats::tell_unknown_word(node, node.value().text(), ErrorCode::wrong_type, "must be a whole number");
    }
    *static_cast<unsigned*>(number) = static_cast<unsigned>(node.whole(1, shape.most));
}
void write_number_or_last(const Shape&, const void* number, Sink& sink, const Value*) {
    const auto value = *static_cast<const unsigned*>(number);
    if (value > 0) return sink.whole(value);
    sink.text(last_words[0]);
}

void read_when(const Node& node, When& when) {
    if (!node.value().is_string()) return read_shape(when_object, node, &when.condition);
    when.condition = condition_of(node.place_in(when_words));
}
void write_when(const When& when, Sink& sink, const Value* before) {
    if (const auto word = word_of(when.condition)) return sink.text(when_words[*word]);
    write_shape(when_object, &when.condition, sink, before);
}

bool both_read(const Node& range, std::size_t known) {
    const auto misread = range.errors().places_since(known);
    return !misread.contains(range.path()) && !misread.contains(range.path() + "/from") &&
           !misread.contains(range.path() + "/to");
}
void check_period(const Node& node, InPeriod& period, std::size_t known) {
    const auto to = node.member("to");
    if (to && both_read(node, known) && period.last < period.first) {
        to->fail(ErrorCode::invalid_value, "ends before it starts");
    }
}

void check_rule(const Node& node, Rule& rule, std::size_t) {
    const auto said = static_cast<int>(node.member("services").has_value()) +
                      static_cast<int>(node.member("closed").has_value()) +
                      static_cast<int>(node.member("unknown").has_value());
    if (said == 0) rule.then = Closed{};
    if (!node.value().is_object() || said == 1) return;
    node.fail(said == 0 ? ErrorCode::missing_key : ErrorCode::invalid_value,
              "needs exactly one of services, closed, unknown");
}

void read_weekday(const Node& node, date::weekday& weekday) {
    weekday = date::weekday{static_cast<unsigned>(node.place_in(weekday_names))};
}
void write_weekday(const date::weekday& weekday, Sink& sink, const Value*) {
    sink.text(weekday_names[weekday.c_encoding()]);
}
void read_on_holiday(const Node& node, OnHoliday& on_holiday) {
    if (node.value().is_object()) return read_shape(displaced, node, &on_holiday.emplace<DisplacedToWeekday>());
    read_shape(shape_of<Displacement>, node, &on_holiday.emplace<Displacement>());
}
void write_on_holiday(const OnHoliday& on_holiday, Sink& sink, const Value* before) {
    if (const auto* weekday = std::get_if<DisplacedToWeekday>(&on_holiday)) {
        return write_shape(displaced, weekday, sink, before);
    }
    write_shape(shape_of<Displacement>, &std::get<Displacement>(on_holiday), sink);
}

/// Tells what the rules get wrong among themselves, but for what only follows from a mistake in reading them.
void check_rules(const Node& node, Rules& rules, std::size_t known) {
    const auto misread = node.errors().places_since(known);
    for (auto& error : validate(rules)) {
        const auto path = node.path();
        const auto all = grounds(error);
        const bool follows = std::any_of(all.begin(), all.end(),
                                         [&](const std::string& place) { return misread.contains(path + place); });
        if (!follows) node.fail_at(std::move(error));
    }
    // What was kept before such slips were told is still to be read.
    if (node.errors().reading() == Reading::kept || node.errors().size() > known) return;
    for (auto& error : unknown_services(rules)) node.fail_at(std::move(error));
}

}  // namespace shapes

Expected<Rules, Errors> rules_from_json(std::string_view text) { return shapes::value_from_json<Rules>(text); }
std::string to_json(const Rules& rules) { return shapes::json_of(rules); }

}  // namespace denwaban
