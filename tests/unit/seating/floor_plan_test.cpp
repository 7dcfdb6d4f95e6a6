#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <denwaban/seating/stay.hpp>

#include "told_errors.hpp"

namespace floor_plan_test {
using namespace denwaban;
using Texts = std::vector<std::string>;

namespace {

Table table(std::string id, Covers most, SeatKind kind = SeatKind::table) {
    Table made;
    made.id = {std::move(id)};
    made.most = most;
    made.kind = kind;
    return made;
}

constexpr auto two = Covers::of(2), four = Covers::of(4), six = Covers::of(6);

/// `A 1-4, AB 5-8`
std::string ways(const FloorPlan& plan) {
    std::string text;
    for (const auto& seating : plan.seatings()) {
        text += text.empty() ? "" : ", ";
        for (const auto place : seating.tables) text += plan.tables()[place].id.text;
        text += " " + std::to_string(seating.least.count()) + "-" + std::to_string(seating.most.count());
    }
    return text;
}

/// Where a party would sit, the best first.
std::string choices(const FloorPlan& plan, Covers chairs, const Needs& needs = {}, Seller seller = Seller::anyone) {
    std::string text;
    for (const auto& choice : choices_for(plan, chairs, needs, seller)) {
        text += text.empty() ? "" : " ";
        for (const auto place : plan.seatings()[choice.seating].tables) text += plan.tables()[place].id.text;
    }
    return text;
}

}  // namespace

TEST_CASE("covers are 0 to 999") {
    CHECK(Covers::make(999)->count() == 999);
    CHECK_FALSE(Covers::make(1000));
    CHECK_FALSE(Covers::make(-1));
}

TEST_CASE("infants need no chair") {
    Party party;
    party.adults = Covers::of(2);
    party.children = party.infants = Covers::of(1);
    CHECK(chairs(party) == Covers::of(3));
    party.adults = Covers::of(999);
    CHECK_FALSE(chairs(party));
}

TEST_CASE("neighbours in a chain are joined in runs, each for those whom a shorter run can't seat") {
    const auto plan =
        FloorPlan::make({table("A", four), table("B", four), table("C", two)}, {}, {{{{"A"}, {"B"}, {"C"}}, 3, 0}});
    REQUIRE(plan);
    CHECK(ways(*plan) == "A 1-4, B 1-4, C 1-2, AB 5-8, BC 5-6, ABC 9-10");
}

TEST_CASE("a counter is a chain of single seats, and a party takes as many as it needs") {
    std::vector<Table> seats;
    std::vector<TableId> row;
    for (const auto* id : {"1", "2", "3", "4"}) {
        seats.push_back(table(id, Covers::of(1), SeatKind::counter));
        row.push_back({id});
    }
    const auto plan = FloorPlan::make(seats, {}, {{row, 3, 0}});
    REQUIRE(plan);
    CHECK(ways(*plan) == "1 1-1, 2 1-1, 3 1-1, 4 1-1, 12 2-2, 23 2-2, 34 2-2, 123 3-3, 234 3-3");
}

TEST_CASE("a combination has its own capacity, also where a chain would have another") {
    const auto plan = FloorPlan::make({table("A", four), table("B", four)},
                                      {{{{"B"}, {"A"}}, Covers::of(4), Covers::of(7), 0}}, {{{{"A"}, {"B"}}, 2, 0}});
    REQUIRE(plan);
    CHECK(ways(*plan) == "A 1-4, B 1-4, AB 4-7");
}

TEST_CASE("a party sits where the fewest chairs are wasted, then where the restaurant would rather have it") {
    auto window = table("W", four);
    window.rank = -1;
    const auto plan = FloorPlan::make({table("S", six), table("F", four), window, table("T", two)}, {},
                                      {{{{"F"}, {"W"}, {"T"}}, 2, 0}});
    REQUIRE(plan);
    CHECK(choices(*plan, two) == "T W F S");
    CHECK(choices(*plan, Covers::of(5)) == "S WT FW");
    CHECK(choices(*plan, Covers::of(9)).empty());
}

TEST_CASE("a party sits where it has what it can't do without, at every table of those joined") {
    auto room = table("R", six, SeatKind::private_room);
    room.area = {"2F"};
    auto terrace = table("T", six, SeatKind::terrace);
    terrace.smoking = Smoking::allowed;
    terrace.access = Access::wheelchair;
    auto kept = table("K", six);
    kept.seller = Seller::restaurant;
    const auto plan = FloorPlan::make({room, terrace, kept}, {{{{"R"}, {"T"}}, two, six, 0}});
    REQUIRE(plan);
    const auto needing = [&](const Needs& needs, Seller seller = Seller::anyone) {
        return choices(*plan, four, needs, seller);
    };
    CHECK(needing({}) == "R T RT");
    CHECK(needing({}, Seller::restaurant) == "R T K RT");
    CHECK(needing({.kinds = {SeatKind::private_room}, .areas = {}, .smoking = {}}) == "R");
    CHECK(needing({.kinds = {}, .areas = {{"2F"}}, .smoking = {}}) == "R");
    CHECK(needing({.kinds = {}, .areas = {}, .smoking = Smoking::forbidden}) == "R");
    CHECK(needing({.kinds = {}, .areas = {}, .smoking = {}, .access = Access::wheelchair}) == "T");
}

TEST_CASE("whatever is wrong with a plan is told at once, each at its place") {
    auto narrow = table("N", two);
    narrow.least = four;
    const auto plan =
        FloorPlan::make({table("A", two), table("A", two), table("", two), table("Z", Covers::of(0)), narrow},
                        {{{{"A"}}, two, four, 0}, {{{"A"}, {"B"}}, two, four, 0}, {{{"A"}, {"A"}}, two, two, 0}},
                        {{{{"A"}, {"N"}}, 1, 0}, {{{"A"}, {"N"}}, 3, 0}});
    REQUIRE_FALSE(plan);
    CHECK(told(plan) == Texts{"duplicate_id /tables/1/id", "invalid_value /tables/2/id", "out_of_range /tables/3/most",
                              "out_of_range /tables/3/least", "out_of_range /tables/4/least",
                              "invalid_value /combinations/0/tables", "unknown_reference /combinations/1/tables/1",
                              "duplicate_id /combinations/2/tables/1", "out_of_range /chains/0/longest",
                              "out_of_range /chains/1/longest"});
    const auto twice = FloorPlan::make({table("A", two), table("B", two)},
                                       {{{{"A"}, {"B"}}, two, four, 0}, {{{"B"}, {"A"}}, two, six, 0}});
    CHECK(told(twice) == Texts{"duplicate_id /combinations/1/tables"});
}

TEST_CASE("a plan has its limits") {
    std::vector<Table> tables;
    std::vector<TableId> row;
    for (std::size_t number = 0; number < FloorPlan::max_tables; ++number) {
        tables.push_back(table(std::to_string(number), two));
        row.push_back(tables.back().id);
    }
    CHECK(FloorPlan::make(tables));
    CHECK(told(FloorPlan::make(tables, {}, {{row, row.size(), 0}})) == Texts{"too_large /chains/0"});
    std::vector<Chain> chains(32, Chain{row, row.size(), 0});  // each of which would be seconds of runs
    chains.push_back({{{"0"}, {"nowhere"}}, 2, 0});
    CHECK(told(FloorPlan::make(tables, {}, chains)) ==
          Texts{"too_large /chains/0", "unknown_reference /chains/32/tables/1"});
    tables.push_back(table("one more", two));
    CHECK(told(FloorPlan::make(tables)) == Texts{"too_large /tables"});
}

}  // namespace floor_plan_test
