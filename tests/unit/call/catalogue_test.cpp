#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <denwaban/call/catalogue.hpp>

#include "told_errors.hpp"

namespace catalogue_test {
using namespace denwaban;
using namespace std::chrono_literals;
using Texts = std::vector<std::string>;

namespace {

CatalogueEntry entry(std::string code, std::vector<Field> fields = {}, std::vector<FollowUp> follow_ups = {}) {
    return {{std::move(code)}, {"あ", "a"}, CodeStanding::current, std::move(fields), std::move(follow_ups)};
}

Field field(std::string key, FieldType type = FieldType::text, std::vector<Choice> choices = {}) {
    return {std::move(key), {"あ", "a"}, type, Requirement::optional, std::move(choices)};
}

Texts faults(std::vector<CatalogueEntry> entries) {
    const auto made = Catalogue::make("1", std::move(entries));
    return told(made);
}

Catalogue booking_and_lost() {
    return *Catalogue::make(
        "1", {entry("booking"), entry("booking.new"), entry("booking.change"), entry("lost", {field("item")})});
}

Texts faults(const CatalogueChanges& changes) {
    const auto made = booking_and_lost().with(changes);
    return told(made);
}

}  // namespace

TEST_CASE("a code knows its group") {
    CHECK(group_of({"booking.change.time"}) == DispositionCode{"booking.change"});
    CHECK_FALSE(group_of({"booking"}));
}

TEST_CASE("a code with others below it is a group") {
    const auto catalogue = booking_and_lost();
    CHECK(catalogue.is_group({"booking"}));
    CHECK_FALSE(catalogue.is_group({"booking.new"}));
    CHECK_FALSE(catalogue.is_group({"lost"}));
    CHECK(catalogue.find({"book"}) == nullptr);
}

TEST_CASE("a catalogue has a version") {
    const auto made = Catalogue::make("", {});
    REQUIRE_FALSE(made);
    CHECK(told(made) == Texts{"invalid_value /version"});
}

TEST_CASE("codes are words with dots between, each once, and each group is there") {
    for (const auto* code : {"", ".", "a.", ".a", "a..b", "A", "あ", "a b"}) {
        CAPTURE(code);
        CHECK_FALSE(faults({entry("a"), entry(code)}).empty());
    }
    CHECK(faults({entry("a"), entry("b"), entry("a")}) == Texts{"duplicate_id /entries/2/code"});
    CHECK(faults({entry("a.b.c"), entry("a")}) == Texts{"unknown_reference /entries/0/code"});
    CHECK(faults({entry("a.b"), entry("a")}).empty());
    CHECK(faults({entry(std::string(100, 'a'))}).empty());
    CHECK(faults({entry(std::string(101, 'a'))}) == Texts{"invalid_value /entries/0/code"});
}

TEST_CASE("a group is never recorded, so nothing is asked beside it") {
    CHECK(faults({entry("a", {field("x")}), entry("a.b")}) == Texts{"invalid_value /entries/0"});
    CHECK(faults({entry("a", {}, {TellRestaurant{5min}}), entry("a.b")}) == Texts{"invalid_value /entries/0"});
}

TEST_CASE("a field that offers choices has some, each once; no other has any") {
    const Choice one{"one", {"一", ""}};
    CHECK(faults({entry("a", {field("x", FieldType::choice, {one}), field("y", FieldType::multi_choice, {one})})})
              .empty());
    CHECK(faults({entry("a", {field("x", FieldType::choice), field("y", FieldType::text, {one}), field("x"), field("Z"),
                              field("z", FieldType::choice, {one, one})})}) ==
          Texts{"missing_key /entries/0/fields/0", "invalid_value /entries/0/fields/1/choices",
                "duplicate_id /entries/0/fields/2/key", "invalid_value /entries/0/fields/3/key",
                "duplicate_id /entries/0/fields/4/choices/1/code"});
}

TEST_CASE("a follow-up has a time that can be known") {
    CHECK(faults({entry("a", {field("at", FieldType::date_time)}, {CallBackAt{"at"}, Escalate{"責任者", 0min}})})
              .empty());
    CHECK(faults({entry("a", {field("at")}, {CallBackAt{"at"}, TellRestaurant{-1min}, Escalate{"責任者", -1min}})}) ==
          Texts{"unknown_reference /entries/0/follow_ups/0", "out_of_range /entries/0/follow_ups/1",
                "out_of_range /entries/0/follow_ups/2"});
}

TEST_CASE("a restaurant removes, adds and renames; nothing that old records have is lost") {
    const auto own = booking_and_lost().with(
        {"1-r1", {{"booking"}}, {entry("sauna"), entry("sauna.towel")}, {{{"lost"}, {"お忘れ物", "Left behind"}}}});
    REQUIRE(own);
    CHECK(own->version() == "1-r1");
    const auto before = booking_and_lost();
    for (const auto& old : before.entries()) {
        CAPTURE(old.code.text);
        REQUIRE(own->find(old.code) != nullptr);
        const bool retired = own->find(old.code)->standing == CodeStanding::retired;
        CHECK(retired == old.code.text.starts_with("booking"));
    }
    CHECK(own->find({"lost"})->label.japanese == "お忘れ物");
    CHECK(own->is_group({"sauna"}));
}

TEST_CASE("a group is removed with what is in it, and a code that only begins with the same letters is not") {
    const auto catalogue = *Catalogue::make("1", {entry("a"), entry("a.b"), entry("ab")});
    const auto own = catalogue.with({"2", {{"a"}}, {}, {}});
    REQUIRE(own);
    CHECK(own->find({"a.b"})->standing == CodeStanding::retired);
    CHECK(own->find({"ab"})->standing == CodeStanding::current);
}

TEST_CASE("changes that don't fit are refused, each at its place") {
    CHECK(faults({"", {{"nothing"}}, {entry("lost"), entry("x.y")}, {{{"gone"}, {"あ", ""}}}}) ==
          Texts{"invalid_value /version", "unknown_reference /removed/0", "unknown_reference /relabelled/0/code",
                "duplicate_id /added/0/code", "unknown_reference /added/1/code"});
    // It would take a code that calls are recorded with, and that asks for data, and make it a group.
    CHECK(faults({"2", {}, {entry("lost.umbrella")}, {}}) == Texts{"invalid_value /added/0/code"});
    CHECK(faults({"2", {}, {entry("booking.new.online")}, {}}).empty());
}

}  // namespace catalogue_test
