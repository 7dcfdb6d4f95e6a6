#include <doctest/doctest.h>

#include <denwaban/documents/rules_json.hpp>

#include "told_errors.hpp"

namespace json_document_test {
using namespace denwaban;
using Found = std::vector<std::string>;

namespace {

/// Every error as its code and place.
Found errors(std::string_view text) { return told(rules_from_json(text)); }

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

}  // namespace

TEST_CASE("a key that stands twice is an error, and so is everything else that stands in the document") {
    CHECK(errors(R"({"rules": [{"when": "holiday", "when": "never", "closed": true}], "a/b~c": 1, "a/b~c": 2})") ==
          Found{"duplicate_key /rules/0/when", "invalid_value /rules/0/when", "duplicate_key /a~1b~0c",
                "unknown_key /a~1b~0c"});
}

TEST_CASE("what is no JSON is an error with its range of bytes") {
    CHECK(errors("") == Found{"malformed_json 0-0"});
    CHECK(errors(R"({"rules": [)") == Found{"malformed_json 10-11"});
    CHECK(errors(R"({"rules": [], })") == Found{"malformed_json 14-15"});
    CHECK(errors(R"({"rules": []} {})") == Found{"malformed_json 14-15"});
    CHECK(errors("{'rules': []}") == Found{"malformed_json 1-2"});
    CHECK(errors("{\"rules\": []} // none") == Found{"malformed_json 14-15"});
}

TEST_CASE("text must be UTF-8 and have no zero byte") {
    using namespace std::string_view_literals;
    CHECK(errors("{\"rules\": [], \"\xff\": 1}") == Found{"malformed_json 15-16"});
    CHECK(errors("{\"rules\": [], \"\xc0\xaf\": 1}") == Found{"malformed_json 15-16"});
    CHECK(errors(R"({"rules": [], "\ud800": 1})") == Found{"malformed_json 21-22"});
    CHECK(errors("{\"rules\": []}\0{}"sv) == Found{"malformed_json 13-14"});
    CHECK(errors("\xef\xbb\xbf{\"rules\": []}").empty());
}

TEST_CASE("a document can be too deep") {
    CHECK(errors(nested(64)) == Found{"wrong_type "});
    const auto found = rules_from_json(nested(100'000));
    REQUIRE_FALSE(found);
    REQUIRE(found.error().size() == 1);
    CHECK(found.error()[0].code == ErrorCode::too_deep);
    std::string place;
    for (int i = 0; i < 64; ++i) place += "/0";
    CHECK(found.error()[0].where == Where{JsonPointer{place}});
}

TEST_CASE("of many errors the first thousand are told") {
    std::string rules = R"({"rules": [0)";
    for (int i = 1; i < 100'000; ++i) rules += ",0";
    const auto found = errors(rules + R"(,{"when":{"period":{"from":"2026-08-11"}},"closed":true}]})");
    REQUIRE(found.size() == 1000);
    CHECK(found.back() == "wrong_type /rules/999");
}

}  // namespace json_document_test
