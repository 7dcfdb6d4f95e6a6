#include <denwaban/ledger/dynamodb_errand.hpp>

#include "dynamodb_exchange.hpp"

namespace dynamodb_errand_test {
using namespace dynamodb_test;

namespace {

/// Counts in `book` how often it was asked.
Verdict<std::string> count_one(const Readings& known) {
    if (!known.has(day_key)) return ReadFirst{std::vector{day_key}};
    const auto* document = known.find(day_key);
    const auto count = std::to_string(document != nullptr ? std::stoi(document->body) + 1 : 1);
    return Settled{{Put{day_key, Anything{}, count, {}}}, count};
}

DynamoDbErrand errand_of(Decide<std::string> decide) {
    return {"ledger", Errand<std::string>{{.key = "k1", .about = "count", .now = now}, std::move(decide)}, 1};
}
DynamoDbErrand counting() { return errand_of(count_one); }

Json task_of(const DynamoDbErrand& errand) {
    REQUIRE(errand.task() != nullptr);
    return Json::parse(*errand.task());
}
std::string operation_of(const DynamoDbErrand& errand) { return task_of(errand).value("operation", "none"); }
void answer(DynamoDbErrand& errand, const Json& output) { errand.give(Json{{"output", output}}.dump()); }
Expected<std::string, Errors> ended(const DynamoDbErrand& errand) {
    REQUIRE(errand.task() == nullptr);
    return errand.answer();
}

}  // namespace

TEST_CASE("DynamoDB: an errand reads, decides, and commits with what was read expected to be still so") {
    auto errand = counting();
    CHECK(operation_of(errand) == "BatchGetItem");
    answer(errand, found({item(day_key, "7", "41")}));
    CHECK(operation_of(errand) == "TransactWriteItems");
    const auto update = task_of(errand).at("input").at("TransactItems").at(0).at("Update");
    CHECK(update.at("ExpressionAttributeValues").at(":expected") == number("7"));
    CHECK(update.at("ExpressionAttributeValues").at(":body") == text("42"));
    answer(errand, Json::object());
    CHECK(*ended(errand) == "42");
}

TEST_CASE("DynamoDB: an errand that others were faster than pauses, and reads again") {
    auto errand = counting();
    answer(errand, found({}));
    errand.give(Json{{"error",
                      {{"name", "TransactionCanceledException"},
                       {"CancellationReasons", List{refused(item(day_key, "1", "1")), none}}}}}
                    .dump());
    CHECK(task_of(errand).contains("pause"));
    errand.give("null");
    CHECK(operation_of(errand) == "BatchGetItem");
    answer(errand, found({item(day_key, "1", "1")}));
    answer(errand, Json::object());
    CHECK(*ended(errand) == "2");
}

TEST_CASE("DynamoDB: an errand that can't know what became of its commit sends the same again") {
    auto errand = counting();
    answer(errand, found({}));
    const auto sent = task_of(errand);
    errand.give(R"({"error": {"name": "TimeoutError"}})");
    CHECK(task_of(errand).contains("pause"));
    SUBCASE("and hears that it happened") {
        errand.give("null");
        CHECK(task_of(errand) == sent);
        answer(errand, Json::object());
        CHECK(*ended(errand) == "1");
    }
    SUBCASE("unless it hears what is no JSON") {
        errand.give("{");
        CHECK(told(ended(errand).error()).size() == 1);
    }
}

TEST_CASE("DynamoDB: an errand ends with what is wrong with what it asks, or with what it hears") {
    const auto wrong = errand_of([](const Readings&) { return ReadFirst{std::vector{Key{"p", ""}}}; });
    CHECK(told(ended(wrong).error()) == std::vector<std::string>{"invalid_value /keys/0/sort"});
    auto errand = counting();
    errand.give(R"({"output": 7})");
    CHECK(told(ended(errand).error()).front().starts_with("corrupt "));
}

}  // namespace dynamodb_errand_test
