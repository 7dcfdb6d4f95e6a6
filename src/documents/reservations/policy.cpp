#include <denwaban/documents/day_book_json.hpp>

#include "documents/engine/unknown_word.hpp"
#include "policy_shapes.hpp"
#include "reservations.hpp"

namespace denwaban {

namespace shapes {

void read_turn(const Node& node, Turn& turn) {
    if (node.value().is_number()) return read_shape(fixed_turn, node, &turn.emplace<std::chrono::minutes>());
    turn = UntilPeriodEnds{};
    if (node.value() == turn_words[0]) return;
    const std::string wanted = "must be minutes or \"until_period_ends\"";
    if (!node.value().is_string()) return node.fail(ErrorCode::wrong_type, wanted);
    formats::tell_unknown_word(node, node.value().text(), ErrorCode::invalid_value, wanted);
}
void write_turn(const Turn& turn, Sink& sink, const Value*) {
    const auto* fixed = std::get_if<std::chrono::minutes>(&turn);
    if (fixed != nullptr) return sink.whole(fixed->count());
    sink.text(turn_words[0]);
}

void read_on_limit(const Node& node, OnLimits& actions) {
    read_words<Limit>(node, [&](Limit limit, const Node& member) { actions.set(limit, read_as<OnLimit>(member)); });
}
void write_on_limit(const OnLimits& actions, Sink& sink, const Value* before) {
    OnLimit action{};
    write_words<Limit>(sink, before, shape_of<OnLimit>, [&](Limit limit) { return &(action = actions.at(limit)); });
}

void check_policy(const Node& node, Policy& policy) { formats::report_under(node, validate(policy)); }
void until_it_closes(Period& period) { period.last_entry = period.closes; }

}  // namespace shapes

namespace formats {

Policy read_policy(const Node& node) { return shapes::read_as<Policy>(node); }
std::vector<Period> read_periods(const Node& node) { return shapes::read_some<Period>(node, shapes::most_rules); }

}  // namespace formats

Expected<Policy, Errors> policy_from_json(std::string_view text) { return shapes::value_from_json<Policy>(text); }
std::string to_json(const Policy& policy) { return shapes::json_of(policy); }
std::string to_json(const std::vector<Period>& periods) { return shapes::json_of(periods); }

}  // namespace denwaban
