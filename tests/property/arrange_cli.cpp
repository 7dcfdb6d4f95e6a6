/// Reads days of a restaurant, one a line as JSON, and answers each on a line: whether everybody can be seated, and
/// where. Compared with CP-SAT by arrange_oracle.py.

#include <algorithm>
#include <array>
#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include <denwaban/seating/arrange.hpp>

using namespace denwaban;
using Json = nlohmann::json;

namespace {

Covers covers(const Json& count) { return *Covers::make(count.get<int>()); }

std::vector<TableId> ids(const Json& names) {
    std::vector<TableId> all;
    for (const auto& name : names) all.push_back({name.get<std::string>()});
    return all;
}

FloorPlan read_plan(const Json& day) {
    std::vector<Table> tables;
    for (const auto& table : day.at("tables")) {
        tables.push_back({.id = {table.at("id").get<std::string>()},
                          .least = covers(table.at("least")),
                          .most = covers(table.at("most")),
                          .area = {},
                          .kind = *enumerator_named<SeatKind>(table.at("kind").get<std::string>()),
                          .smoking = *enumerator_named<Smoking>(table.at("smoking").get<std::string>())});
    }
    std::vector<Combination> combinations;
    for (const auto& one : day.at("combinations")) {
        combinations.push_back({ids(one.at("tables")), covers(one.at("least")), covers(one.at("most")), 0});
    }
    std::vector<Chain> chains;
    for (const auto& one : day.at("chains")) {
        chains.push_back({ids(one.at("tables")), one.at("longest").get<std::size_t>(), 0});
    }
    return *FloorPlan::make(std::move(tables), std::move(combinations), std::move(chains));
}

std::vector<SeatingChoice> read_choices(const FloorPlan& plan, const Json& party) {
    Needs needs;
    if (party.contains("kind")) needs.kinds = {*enumerator_named<SeatKind>(party.at("kind").get<std::string>())};
    if (party.contains("smoking")) needs.smoking = *enumerator_named<Smoking>(party.at("smoking").get<std::string>());
    return choices_for(plan, covers(party.at("covers")), needs, Seller::anyone);
}

Json answer(const Json& day) {
    const auto plan = read_plan(day);
    std::vector<std::vector<SeatingChoice>> choices;
    for (const auto& party : day.at("parties")) choices.push_back(read_choices(plan, party));
    const auto begin = std::chrono::steady_clock::now();
    std::vector<Stay> stays;
    for (std::size_t place = 0; place < choices.size(); ++place) {
        const auto& party = day.at("parties").at(place);
        stays.push_back({*MinuteOfDay::make(party.at("begin")), *MinuteOfDay::make(party.at("end")), choices[place],
                         std::nullopt, Standing::movable});
    }
    const auto found = arrange(plan, stays, {day.value("nodes", std::size_t{20'000'000})});
    const auto taken = std::chrono::steady_clock::now() - begin;
    Json told{{"found", std::array{"arrangement", "no_arrangement", "budget_spent"}[found.index()]},
              {"microseconds", std::chrono::duration<double, std::micro>{taken}.count()}};
    if (const auto* arrangement = std::get_if<Arrangement>(&found)) {
        auto seated = Json::array();
        for (const auto seating : arrangement->seatings) {
            auto tables = Json::array();
            for (const auto table : plan.seatings()[seating].tables) tables.push_back(plan.tables()[table].id.text);
            seated.push_back(std::move(tables));
        }
        told["tables"] = std::move(seated);
    }
    return told;
}

}  // namespace

int main() {
    for (std::string line; std::getline(std::cin, line);) std::cout << answer(Json::parse(line)) << '\n';
}
