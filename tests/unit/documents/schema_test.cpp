#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include <denwaban/documents/calls_json.hpp>
#include <denwaban/documents/dispositions_json.hpp>
#include <denwaban/documents/restaurant_json.hpp>
#include <denwaban/documents/rules_json.hpp>

namespace schema_test {
using namespace denwaban;
using Json = nlohmann::json;

namespace {

Json schema(const std::string& name) {
    return Json::parse(std::ifstream{DENWABAN_TEST_DATA "/../../docs/schema/" + name + ".schema.json"});
}

std::string with_rule(const Json& rule) { return Json{{"rules", Json::array({rule})}}.dump(); }

/// A restaurant with one route, of which this is said.
std::string routed(const Json& route) {
    return Json{{"id", "r1"},
                {"name", "とりべえ"},
                {"hours", {{"rules", Json::array()}}},
                {"routing", {{"routes", Json::array({route})}, {"otherwise", {{"queue", "main"}}}}}}
        .dump();
}

}  // namespace

TEST_CASE("the examples in the schema of rules can be read") {
    const auto rules = schema("rules");
    for (const auto& example : rules.at("examples")) CHECK(rules_from_json(example.dump()));
    for (const auto& when : rules.at("$defs").at("when").at("examples")) {
        CAPTURE(when.dump());
        CHECK(rules_from_json(with_rule({{"when", when}, {"closed", true}})));
    }
    for (const auto& on_holiday : rules.at("$defs").at("on_holiday").at("examples")) {
        const Json closing{{"when", "every_day"}, {"on_holiday", on_holiday}};
        CHECK(rules_from_json(Json{{"rules", Json::array()}, {"closings", Json::array({closing})}}.dump()));
    }
    for (const auto& service : rules.at("$defs").at("service").at("examples")) {
        CHECK(rules_from_json(with_rule({{"when", "holiday"}, {"services", Json::array({service})}})));
    }
}

TEST_CASE("the examples in the schema of a restaurant can be read") {
    const auto restaurant = schema("restaurant");
    for (const auto& example : restaurant.at("examples")) CHECK(restaurant_from_json(example.dump()));
    const Json to{{"queue", "main"}};
    for (const auto& destination : restaurant.at("$defs").at("destination").at("examples")) {
        CHECK(restaurant_from_json(routed({{"to", destination}})));
    }
    for (const auto& caller : restaurant.at("$defs").at("caller").at("examples")) {
        CHECK(restaurant_from_json(routed({{"caller", caller}, {"to", to}})));
    }
    for (const auto& number : restaurant.at("$defs").at("phone_number").at("examples")) {
        CHECK(restaurant_from_json(routed({{"line", number}, {"to", to}})));
    }
}

TEST_CASE("the examples in the schemas of catalogues and calls can be read") {
    const auto catalogue = schema("catalogue");
    for (const auto& example : catalogue.at("examples")) CHECK(catalogue_from_json(example.dump()));
    const auto call = schema("call");
    for (const auto& example : call.at("examples")) CHECK(call_from_json(example.dump()));
    for (const auto& example : call.at("$defs").at("disposition").at("examples")) {
        const Json with{{"contacts", {"c1"}}, {"direction", "inbound"}, {"drafts", Json::array({example})}};
        CHECK(call_from_json(with.dump()));
    }
}

}  // namespace schema_test
