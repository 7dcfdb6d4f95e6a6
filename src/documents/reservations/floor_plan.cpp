#include <denwaban/documents/day_book_json.hpp>

#include "book_shapes.hpp"
#include "reservations.hpp"

namespace denwaban {

namespace shapes {

void one_at_least(Combination& combination) { combination.least = Covers::of(1); }
void as_long_as_its_tables(Chain& chain) { chain.longest = chain.tables.size(); }

void make_plan(const Node& node, PlanParts parts, FloorPlan& plan) {
    auto made = FloorPlan::make(std::move(parts.tables), std::move(parts.combinations), std::move(parts.chains));
    if (made) {
        plan = *std::move(made);
    } else {
        formats::report_under(node, std::move(made).error());
    }
}
PlanParts plan_parts_of(const FloorPlan& plan) { return {plan.tables(), plan.combinations(), plan.chains()}; }

}  // namespace shapes

namespace formats {

std::optional<FloorPlan> read_floor_plan(const Node& node) {
    const auto known = node.errors().size();
    auto plan = shapes::read_as<FloorPlan>(node);
    return node.errors().size() == known ? std::optional{std::move(plan)} : std::nullopt;
}

}  // namespace formats

Expected<FloorPlan, Errors> floor_plan_from_json(std::string_view text) {
    return shapes::value_from_json<FloorPlan>(text);
}
std::string to_json(const FloorPlan& plan) { return shapes::json_of(plan); }

}  // namespace denwaban
