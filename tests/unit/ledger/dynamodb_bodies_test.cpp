#include "dynamodb_exchange.hpp"

namespace dynamodb_bodies_test {
using namespace dynamodb_test;

namespace {

/// The items that a body was written in: the document's own, and its parts in their order.
struct Written {
    Json document;
    Json parts = Json::array();
};
Written written(const DynamoDbExchange& exchange, const std::string& version) {
    Written written;
    for (const auto& action : actions_of(exchange)) {
        if (action.contains("Put")) written.parts.push_back(action.at("Put").at("Item"));
        if (!action.contains("Update")) continue;
        const auto& values = action.at("Update").at("ExpressionAttributeValues");
        written.document = action.at("Update").at("Key");
        written.document["version"] = number(version);
        for (const auto* name : {"body", "parts", "stamp"}) {
            if (values.contains(":" + std::string{name})) written.document[name] = values.at(":" + std::string{name});
        }
    }
    return written;
}

/// Longer than an item, and no character where one would cut is one byte long.
std::string long_body(std::size_t characters) {
    std::string body = "x";
    for (std::size_t i = 0; i < characters; ++i) body += "席";
    return body;
}

}  // namespace

TEST_CASE("DynamoDB: a body too long for an item lies in several, and comes back whole") {
    const auto body = long_body(250'000);
    auto writing = put(body);
    const auto [document, parts] = written(writing, "1");
    CHECK(document.at("parts") == number("2"));
    REQUIRE(parts.size() == 2);
    std::string joined = document.at("body").at("S");
    for (const auto& part : parts) {
        CHECK(part.at("partition").at("S").get<std::string>().front() == '\1');
        CHECK(part.at("stamp") == document.at("stamp"));
        CHECK(part.at("body").at("S").get<std::string>().size() <= 300'003);
        joined += part.at("body").at("S").get<std::string>();
    }
    CHECK(joined == body);

    auto reading = asked(ReadTask{{day_key}});
    answer(reading, found({document}));
    CHECK(task_of(reading).at("input").at("RequestItems").at("ledger").at("Keys").size() == 2);

    SUBCASE("whatever the order of its parts") {
        answer(reading, found({parts[1], parts[0]}));
        CHECK(result<Documents>(reading).front()->body == body);
    }
    SUBCASE("though somebody writes in between: then it is read as of one moment") {
        auto newer = put(long_body(200'000));
        const auto later = written(newer, "2");
        answer(reading, found({later.parts[0], parts[1]}));
        CHECK(task_of(reading).at("operation") == "TransactGetItems");
        cancel(reading, {Json{{"Code", "TransactionConflict"}}});
        CHECK(task_of(reading).contains("pause"));
        reading.give("null");
        List responses{Json{{"Item", later.document}}, Json{{"Item", later.parts[0]}}, Json{{"Item", nullptr}}};
        while (responses.size() < task_of(reading).at("input").at("TransactItems").size()) {
            responses.push_back(Json::object());
        }
        answer(reading, {{"Responses", responses}});
        CHECK(result<Documents>(reading).front()->body == long_body(200'000));
        CHECK(result<Documents>(reading).front()->version == Version{2});
    }
    SUBCASE("or not at all, where even so it is not whole") {
        answer(reading, found({parts[1]}));
        List responses{Json{{"Item", document}}};
        while (responses.size() < task_of(reading).at("input").at("TransactItems").size()) {
            responses.push_back(Json::object());
        }
        answer(reading, {{"Responses", responses}});
        CHECK(errors_of(reading) == std::vector<std::string>{"corrupt /output/Responses/0/Item"});
    }
}

TEST_CASE("DynamoDB: whoever replaces a long body learns how it lies, and leaves nothing of it") {
    const auto long_document = written(put(long_body(350'000)), "7").document;
    auto shrinking = put("{}", Version{7});
    cancel(shrinking, {refused(long_document)});
    const auto actions = actions_of(shrinking);
    REQUIRE(actions.size() == 4);
    CHECK(actions[0].at("Update").at("ConditionExpression") == "#version = :expected AND #stamp = :lying");
    for (std::size_t i = 1; i < 4; ++i) CHECK(actions[i].contains("Delete"));
    answer(shrinking, Json::object());
    CHECK(committed(shrinking) == CommitResult{Committed{}});

    SUBCASE("unless it is not as it was expected") {
        auto late = put("{}", Version{6});
        cancel(late, {refused(long_document)});
        CHECK(committed(late) == CommitResult{Conflict{{day_key}}});
    }
    SUBCASE("a shorter long body takes the place of the first parts") {
        auto writing = put(long_body(150'000));
        cancel(writing, {refused(long_document), none});
        auto kinds = std::string{};
        for (const auto& action : actions_of(writing)) kinds += action.begin().key() + " ";
        CHECK(kinds == "Update Put Delete Delete ");
    }
    SUBCASE("erased in between: then there is nothing to leave") {
        auto erasing = asked(Commit{{Erase{day_key, Anything{}}}, {}, now});
        cancel(erasing, {refused(long_document)});
        CHECK(actions_of(erasing).size() == 4);
        cancel(erasing, {refused(), none, none, none});
        CHECK(actions_of(erasing).size() == 1);
    }
    SUBCASE("a transaction has a hundred actions, and no more") {
        Commit much{{}, {}, now};
        List reasons;
        for (int i = 0; i < 60; ++i) {
            const Key key{"p", std::to_string(i)};
            much.writes.emplace_back(Erase{key, Anything{}});
            auto there = long_document;
            there.update(key_json(key));
            reasons.push_back(refused(there));
        }
        auto erasing = asked(much);
        cancel(erasing, reasons);
        CHECK(errors_of(erasing) == std::vector<std::string>{"too_large /writes"});
    }
}

}  // namespace dynamodb_bodies_test
