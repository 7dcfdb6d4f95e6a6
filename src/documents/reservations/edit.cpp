#include <denwaban/documents/day_book_json.hpp>

#include "given.hpp"
#include "reservations.hpp"

namespace denwaban {

namespace formats {
namespace {

[[nodiscard]] std::vector<Renamed> read_renamed(const Node& node) {
    return read_some(node, FloorPlan::max_tables, [](const Node& one) {
        const Fields fields{one, {"from", "to"}};
        return Renamed{fields.require("from", read_id<struct TableTag>),
                       fields.require("to", read_id<struct TableTag>)};
    });
}

[[nodiscard]] std::optional<GivenEdit> read_edit(const Node& node, const TimeZone& zone) {
    const Fields fields{node, {"floor_plan", "renamed", "policy", "periods", "by"}};
    const auto by = fields.require("by", [&](const Node& part) { return read_by(part, zone); });
    const bool has_plan = fields.has("floor_plan"), has_policy = fields.has("policy"),
               has_periods = fields.has("periods");
    if (int{has_plan} + int{has_policy} + int{has_periods} != 1) {
        node.fail(ErrorCode::invalid_value, "must have exactly one of floor_plan, policy, periods");
        return std::nullopt;
    }
    auto renamed = fields.value_or("renamed", read_renamed);
    if (!has_plan && fields.has("renamed")) {
        fields.optional("renamed")->fail(ErrorCode::invalid_value, "is of a floor plan");
        return std::nullopt;
    }
    if (has_policy) return GivenEdit{read_policy(*fields.optional("policy")), by, {}};
    if (has_periods) return GivenEdit{read_periods(*fields.optional("periods")), by, {}};
    auto plan = read_floor_plan(*fields.optional("floor_plan"));
    if (!plan) return std::nullopt;
    return GivenEdit{*std::move(plan), by, std::move(renamed)};
}

}  // namespace
}  // namespace formats

Expected<GivenEdit, Errors> edit_from_json(std::string_view text, const TimeZone& zone) {
    return formats::unwrapped(
        formats::read_document(text, [&](const formats::Node& node) { return formats::read_edit(node, zone); }));
}

}  // namespace denwaban
