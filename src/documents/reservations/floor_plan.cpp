#include <denwaban/documents/day_book_json.hpp>

#include "reservations.hpp"

namespace denwaban {

namespace formats {
namespace {

constexpr int highest_rank = 1'000'000;

[[nodiscard]] int read_rank(const Node& node) { return node.integer(-highest_rank, highest_rank); }

[[nodiscard]] Table read_table(const Node& node) {
    const Fields fields{node, {"id", "least", "most", "area", "kind", "smoking", "access", "seller", "rank"}};
    Table table;
    table.id = fields.require("id", read_id<struct TableTag>);
    table.least = fields.value_or("least", read_covers, Covers::of(1));
    table.most = fields.require("most", read_covers);
    table.area = {fields.value_or("area", read_label)};
    table.kind = fields.value_or("kind", read_named<SeatKind>);
    table.smoking = fields.value_or("smoking", read_named<Smoking>);
    table.access = fields.value_or("access", read_named<Access>);
    table.seller = fields.value_or("seller", read_named<Seller>);
    table.rank = fields.value_or("rank", read_rank);
    return table;
}

[[nodiscard]] Combination read_combination(const Node& node) {
    const Fields fields{node, {"tables", "least", "most", "rank"}};
    return {fields.require("tables", read_tables), fields.value_or("least", read_covers, Covers::of(1)),
            fields.require("most", read_covers), fields.value_or("rank", read_rank)};
}

[[nodiscard]] Chain read_chain(const Node& node) {
    const Fields fields{node, {"tables", "longest", "rank"}};
    Chain chain;
    chain.tables = fields.require("tables", read_tables);
    const auto longest = [](const Node& part) {
        return static_cast<std::size_t>(part.integer(0, static_cast<int>(FloorPlan::max_tables)));
    };
    chain.longest = fields.value_or("longest", longest, chain.tables.size());
    chain.rank = fields.value_or("rank", read_rank);
    return chain;
}

[[nodiscard]] Json written(const Table& table) {
    Json json{{"id", table.id.text}, {"least", table.least.count()}, {"most", table.most.count()}};
    if (!table.area.text.empty()) json["area"] = table.area.text;
    json["kind"] = to_string(table.kind);
    if (table.smoking != Smoking::forbidden) json["smoking"] = to_string(table.smoking);
    if (table.access != Access::on_foot) json["access"] = to_string(table.access);
    if (table.seller != Seller::anyone) json["seller"] = to_string(table.seller);
    if (table.rank != 0) json["rank"] = table.rank;
    return json;
}

}  // namespace

std::optional<FloorPlan> read_floor_plan(const Node& node) {
    const auto known = node.errors().size();
    const Fields fields{node, {"tables", "combinations", "chains"}};
    auto tables =
        fields.require("tables", [](const Node& part) { return read_some(part, FloorPlan::max_tables, read_table); });
    auto combinations = fields.value_or(
        "combinations", [](const Node& part) { return read_some(part, FloorPlan::max_seatings, read_combination); });
    auto chains =
        fields.value_or("chains", [](const Node& part) { return read_some(part, FloorPlan::max_tables, read_chain); });
    if (node.errors().size() != known) return std::nullopt;
    auto plan = FloorPlan::make(std::move(tables), std::move(combinations), std::move(chains));
    if (plan) return *std::move(plan);
    report_under(node, std::move(plan).error());
    return std::nullopt;
}

Json written(const FloorPlan& plan) {
    auto tables = Json::array(), combinations = Json::array(), chains = Json::array();
    for (const auto& table : plan.tables()) tables.push_back(written(table));
    for (const auto& one : plan.combinations()) {
        combinations.push_back(Json{{"tables", written(one.tables)},
                                    {"least", one.least.count()},
                                    {"most", one.most.count()},
                                    {"rank", one.rank}});
    }
    for (const auto& chain : plan.chains()) {
        chains.push_back(Json{{"tables", written(chain.tables)}, {"longest", chain.longest}, {"rank", chain.rank}});
    }
    return {{"tables", std::move(tables)}, {"combinations", std::move(combinations)}, {"chains", std::move(chains)}};
}

}  // namespace formats

Expected<FloorPlan, Errors> floor_plan_from_json(std::string_view text) {
    const auto read = formats::read_document(text, formats::read_floor_plan);
    if (!read) return Unexpected{read.error()};
    return **read;
}
std::string to_json(const FloorPlan& plan) { return formats::write_document(formats::written(plan)); }

}  // namespace denwaban
