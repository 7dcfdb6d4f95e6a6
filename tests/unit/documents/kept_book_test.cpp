#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include <denwaban/documents/day_book_json.hpp>
#include <nlohmann/json.hpp>

namespace kept_book_test {
using namespace denwaban;
using Json = nlohmann::ordered_json;

namespace {

/// As a library kept it that knew more than this one.
constexpr std::string_view kept = R"({"restaurant":"r","date":"2026-11-27","weather":"rain",
    "floor_plan":{"tables":[{"id":"A","most":2,"lamp":"red"},{"id":"B","most":4}],"doors":2,
        "combinations":[{"tables":["A","B"],"least":3,"most":6,"rank":0,"screen":true}]},
    "policy":{"smokers":"never","on_limit":{"closing":"warn","noise":"refuse"},
        "cut_offs":[{"days_before":{"days":1,"at":"17:00","by":"fax"}}]},
    "periods":[{"name":"","opens":"17:00","closes":"26:00","last_entry":"26:00","state":"open","music":"jazz"}],
    "reservations":[{"id":"a","begin":"19:00","end":"21:00","party":{"adults":2,"dogs":1},"commitment":"confirmed",
        "allocation":"assigned","tables":["A"],"flowers":"lily"}],
    "blocks":[{"table":"B","begin":"17:00","end":"18:00","note":"","why":"leak"}],
    "receipts":[{"key":"k","deed":"book","booking":"a","moved":[],"exceeded":[],"host":"h1"}],"format":1})";

/// What `before` has beyond what stands in `now`, by its pointer.
void find_lost(const Json& before, const Json& now, const std::string& at, std::string& lost) {
    if (before.is_structured() && before.type() == now.type()) {
        for (const auto& [key, value] : before.items()) {
            const auto there = at + "/" + key;
            const bool has = now.is_array() ? std::stoul(key) < now.size() : now.contains(key);
            if (!has) {
                lost += there + " ";
            } else {
                find_lost(value, now.is_array() ? now[std::stoul(key)] : now[key], there, lost);
            }
        }
    }
}

}  // namespace

TEST_CASE("whatever is kept in a book and not known here is written back, wherever it stands") {
    const auto book = kept_day_book_from_json(kept);
    REQUIRE(book);
    const auto again = to_kept_json(*book, kept);
    std::string lost;
    find_lost(Json::parse(kept), Json::parse(again), "", lost);
    CHECK(lost == "");
    CHECK(to_kept_json(*kept_day_book_from_json(again), again) == again);
}

TEST_CASE("what is asked may have nothing that is not known") {
    CHECK_FALSE(day_book_from_json(kept));
    CHECK_FALSE(policy_from_json(R"({"on_limit":{"noise":"refuse"}})"));
}

TEST_CASE("what is written back goes with what it stood beside") {
    const auto book = *kept_day_book_from_json(kept);
    auto contents = book.contents();
    contents.blocks.insert(contents.blocks.begin(), {{"B"}, MinuteOfDay::clock(20, 0), MinuteOfDay::clock(21, 0), {}});
    contents.reservations.clear();
    const auto json = Json::parse(to_kept_json(*DayBook::make(contents), kept));
    CHECK_FALSE(json["blocks"][0].contains("why"));
    CHECK(json["blocks"][1]["why"] == "leak");
    CHECK(json["reservations"].empty());
}

}  // namespace kept_book_test
