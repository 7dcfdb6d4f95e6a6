#include "given.hpp"

#include "reservations.hpp"

namespace denwaban::formats {

namespace {

/// A second or two on a plan of 500 tables, and nobody else is answered meanwhile.
constexpr int most_nodes = 100'000;

}  // namespace

Now read_now(const Node& node, const TimeZone& zone) { return now_in(zone, node.instant()); }
SearchBudget read_budget(const Node& node) { return {static_cast<std::size_t>(node.integer(1, most_nodes))}; }

By read_by(const Node& node, const TimeZone& zone) {
    const Fields fields{node, {"actor", "who", "now", "key", "overrides", "note", "budget"}};
    By by;
    by.actor = fields.value_or("actor", read_named<Actor>, by.actor);
    by.who = fields.value_or("who", read_label);
    by.now = fields.require("now", [&](const Node& part) { return read_now(part, zone); });
    by.key = fields.value_or("key", read_label);
    by.overrides = fields.value_or("overrides", read_all_named<Limit>);
    by.note = fields.value_or("note", read_text);
    by.budget = fields.value_or("budget", read_budget, by.budget);
    return by;
}

}  // namespace denwaban::formats
