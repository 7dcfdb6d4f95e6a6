#include "dynamodb_exchange.hpp"

namespace dynamodb_test {
using namespace dynamodb_test;

TEST_CASE("DynamoDB: documents are read by key, consistently, and come in the order of the keys") {
    auto exchange = asked(ReadTask{{other, day_key}});
    CHECK(task_of(exchange) ==
          Json{{"operation", "BatchGetItem"},
               {"input",
                {{"RequestItems",
                  {{"ledger", {{"Keys", List{key_json(other), key_json(day_key)}}, {"ConsistentRead", true}}}}}}}});
    auto expiring = item(day_key, "3", "{}");
    expiring["expires"] = number("1795748400");
    expiring["expires_at"] = number("1795748399500");
    answer(exchange, found({expiring}));
    const Document document{day_key, {3}, "{}", Instant{std::chrono::milliseconds{1795748399500}}};
    CHECK(result<Documents>(exchange) == Documents{std::nullopt, document});
}

TEST_CASE("DynamoDB: what it leaves for later is asked for again, after a while") {
    auto exchange = asked(ReadTask{{day_key, other}});
    auto partial = found({item(other, "1", "b")});
    partial["UnprocessedKeys"]["ledger"]["Keys"] = List{key_json(day_key)};
    answer(exchange, partial);
    CHECK(task_of(exchange).at("pause") <= 25);
    exchange.give("null");
    CHECK(task_of(exchange).at("input").at("RequestItems").at("ledger").at("Keys") == Json(List{key_json(day_key)}));
    answer(exchange, found({item(day_key, "1", "a")}));
    CHECK(result<Documents>(exchange) ==
          Documents{Document{day_key, {1}, "a", std::nullopt}, Document{other, {1}, "b", std::nullopt}});

    SUBCASE("but not for ever") {
        auto hopeless = asked(ReadTask{{day_key}});
        auto nothing = found({});
        nothing["UnprocessedKeys"]["ledger"]["Keys"] = List{key_json(day_key)};
        while (hopeless.task() != nullptr) {
            if (task_of(hopeless).contains("pause")) {
                hopeless.give("null");
            } else {
                answer(hopeless, nothing);
            }
        }
        CHECK(errors_of(hopeless) == std::vector<std::string>{"unavailable "});
    }
}

TEST_CASE("DynamoDB: what needs no answer is not asked") {
    CHECK(result<Documents>(asked(ReadTask{})).empty());
    CHECK(committed(asked(Commit{{}, {}, now})) == CommitResult{Committed{}});
    CHECK(committed(asked(Commit{{Check{day_key, Anything{}}}, {}, now})) == CommitResult{Committed{}});
    CHECK(result<Page>(asked(Query{"p", SortBetween{"", ""}, {}, 100, {}})) == Page{});
    CHECK(result<Page>(asked(Query{"p", SortPrefix{"b"}, {}, 100, Cursor{"c"}})) == Page{});
    CHECK(result<Page>(asked(Query{"p", SortPrefix{"b"}, QueryOrder::descending, 100, Cursor{"a"}})) == Page{});
    CHECK(result<Page>(asked(Query{"p", SortPrefix{"b"}, QueryOrder::descending, 100, Cursor{"b"}})) == Page{});
    CHECK(result<Page>(asked(Query{"p", SortBetween{"b", "d"}, {}, 100, Cursor{"d"}})) == Page{});
    CHECK(result<Page>(asked(Query{"p", SortPrefix{}, QueryOrder::descending, 100, Cursor{""}})) == Page{});
    CHECK(errors_of(asked(ReadTask{{{"p", ""}}})) == std::vector<std::string>{"invalid_value /keys/0/sort"});
}

TEST_CASE("DynamoDB: a write is an update that counts the version, on a condition") {
    CHECK(actions_of(put("{}", Version{3})) == Json::parse(R"json([{"Update": {
            "Key": {"partition": {"S": "restaurant#r1"}, "sort": {"S": "book#2026-11-27"}},
            "UpdateExpression":
              "SET #version = if_not_exists(#version, :none) + :one, #body = :body REMOVE #parts, #stamp, #expires, #expires_at",
            "ConditionExpression": "#version = :expected AND attribute_not_exists(#stamp)",
            "ExpressionAttributeNames": {"#version": "version", "#body": "body", "#parts": "parts", "#stamp": "stamp",
                "#expires": "expires", "#expires_at": "expires_at"},
            "ExpressionAttributeValues": {":none": {"N": "0"}, ":one": {"N": "1"}, ":body": {"S": "{}"},
                ":expected": {"N": "3"}},
            "ReturnValuesOnConditionCheckFailure": "ALL_OLD"}}])json"));
    const auto condition = [](const DynamoDbExchange& exchange) {
        return actions_of(exchange)[0].begin().value().at("ConditionExpression");
    };
    CHECK(condition(put("{}", Absent{})) == "attribute_not_exists(#partition)");
    CHECK(condition(put("{}")) == "attribute_not_exists(#stamp)");
    const auto erasing = asked(Commit{{Erase{day_key, Version{2}}}, {}, now});
    CHECK(actions_of(erasing)[0].contains("Delete"));
    CHECK(condition(erasing) == "#version = :expected AND attribute_not_exists(#stamp)");
    const auto checking = asked(Commit{{Check{day_key, Version{2}}, Check{other, Absent{}}}, {}, now});
    CHECK(actions_of(checking)[0].contains("ConditionCheck"));
    CHECK(condition(checking) == "#version = :expected");
    CHECK(actions_of(checking).size() == 2);
}

TEST_CASE("DynamoDB: what expires says so in seconds for DynamoDB, never too early, and in milliseconds for us") {
    const auto exchange =
        asked(Commit{{Put{day_key, Anything{}, "{}", Instant{std::chrono::milliseconds{1795748399001}}}}, {}, now});
    const auto values = actions_of(exchange)[0].at("Update").at("ExpressionAttributeValues");
    CHECK(values.at(":expires") == number("1795748400"));
    CHECK(values.at(":expires_at") == number("1795748399001"));
}

TEST_CASE("DynamoDB: an answer is an item, on condition that there is none that is still kept") {
    const RequestAnswer remembered{"k1", "book b1", "{}", now + std::chrono::hours{24}};
    auto exchange = asked(Commit{{Put{day_key, Version{3}, "{}", {}}, Check{other, Version{1}}}, remembered, now});
    const auto action = actions_of(exchange)[2].at("Put");
    CHECK(action.at("ConditionExpression") == "attribute_not_exists(#partition) OR #keep_until < :now");
    CHECK(action.at("ExpressionAttributeValues").at(":now") == number("1795748400000"));
    CHECK(action.at("Item") == Json{{"partition", text("\1request#k1")},
                                    {"sort", text("answer")},
                                    {"about", text("book b1")},
                                    {"answer", text("{}")},
                                    {"keep_until", number("1795834800000")},
                                    {"expires", number("1795834800")}});

    SUBCASE("written") {
        answer(exchange, Json::object());
        CHECK(committed(exchange) == CommitResult{Committed{}});
    }
    SUBCASE("what was expected is not so: of a write DynamoDB shows what there is, of a check it does not") {
        cancel(exchange, {refused(item(day_key, "4", "{}")), refused(), none});
        CHECK(committed(exchange) == CommitResult{Conflict{{day_key, other}}});
    }
    SUBCASE("the request was answered: nothing else matters") {
        auto before = action.at("Item");
        before["answer"] = text("first");
        cancel(exchange, {refused(item(day_key, "4", "{}")), {{"Code", "TransactionConflict"}}, refused(before)});
        const RequestAnswer first{"k1", "book b1", "first", now + std::chrono::hours{24}};
        CHECK(committed(exchange) == CommitResult{Replayed{first}});
    }
    SUBCASE("somebody else is writing: nobody knows what will be so") {
        cancel(exchange, {refused(item(day_key, "4", "{}")), {{"Code", "TransactionConflict"}}, none});
        CHECK(errors_of(exchange) == std::vector<std::string>{"unavailable "});
    }
}

TEST_CASE("DynamoDB: failures are told in the ledger's words") {
    const auto code_of = [](const std::string& name, const std::string& message = "") {
        auto exchange = put("{}");
        fail(exchange, name, message);
        return errors_of(exchange).front();
    };
    for (const auto* name : {"ThrottlingException", "ProvisionedThroughputExceededException", "RequestLimitExceeded",
                             "TransactionInProgressException", "InternalServerError", "TimeoutError", "ECONNRESET",
                             "ReadTimeoutError", "TransactionCanceledException", "whatever there will be"}) {
        CHECK(code_of(name) == "unavailable ");
    }
    CHECK(code_of("AccessDeniedException") == "not_allowed ");
    CHECK(code_of("ResourceNotFoundException", "Requested resource not found") == "unknown_reference ");
    CHECK(code_of("ValidationException", "Item size has exceeded the maximum allowed size") == "too_large ");
    CHECK(code_of("ValidationException", "Item size to update has exceeded the maximum allowed size") == "too_large ");
    CHECK(code_of("ValidationException", "no such key") == "invalid_value ");
    auto exchange = put("{}");
    fail(exchange, "AccessDeniedException", "no dynamodb:UpdateItem");
    CHECK(result<Errors>(exchange).front().message == "AccessDeniedException: no dynamodb:UpdateItem");
}

TEST_CASE("DynamoDB: a query asks for one more than is wanted, to know whether there is more") {
    auto exchange = asked(Query{"p", SortPrefix{"a"}, {}, 2, Cursor{"a0"}});
    CHECK(task_of(exchange) ==
          Json{{"operation", "Query"},
               {"input",
                {{"TableName", "ledger"},
                 {"ConsistentRead", true},
                 {"KeyConditionExpression", "#partition = :partition AND begins_with(#sort, :prefix)"},
                 {"ExpressionAttributeNames", {{"#partition", "partition"}, {"#sort", "sort"}}},
                 {"ExpressionAttributeValues", {{":partition", text("p")}, {":prefix", text("a")}}},
                 {"ScanIndexForward", true},
                 {"Limit", 3},
                 {"ExclusiveStartKey", key_json({"p", "a0"})}}}});
    SUBCASE("there is") {
        answer(exchange,
               {{"Items", List{item({"p", "a1"}, "1", "1"), item({"p", "a2"}, "1", "2"), item({"p", "a3"}, "1", "3")}},
                {"LastEvaluatedKey", key_json({"p", "a3"})}});
        const auto page = result<Page>(exchange);
        CHECK(page.documents.size() == 2);
        CHECK(page.next == Cursor{"a2"});
    }
    SUBCASE("there is not") {
        answer(exchange, {{"Items", List{item({"p", "a1"}, "1", "1"), item({"p", "a2"}, "1", "2")}}});
        CHECK(result<Page>(exchange).next == std::nullopt);
    }
    SUBCASE("a page of DynamoDB's is full before ours is") {
        answer(exchange, {{"Items", List{item({"p", "a1"}, "1", "1")}}, {"LastEvaluatedKey", key_json({"p", "a1"})}});
        const auto input = task_of(exchange).at("input");
        CHECK(input.at("Limit") == 2);
        CHECK(input.at("ExclusiveStartKey") == key_json({"p", "a1"}));
        answer(exchange, {{"Items", List{item({"p", "a2"}, "1", "2")}}});
        CHECK(result<Page>(exchange).documents.size() == 2);
    }
    SUBCASE("much was read: the page goes out, and the next one is not empty") {
        auto much = asked(Query{"p", SortPrefix{}, {}, 1000, {}});
        auto items = Json::array();
        for (int i = 10; i < 30; ++i) items.push_back(item({"p", std::to_string(i)}, "1", std::string(200'000, 'x')));
        answer(much, {{"Items", items}, {"LastEvaluatedKey", key_json({"p", "29"})}});
        const auto page = result<Page>(much);
        CHECK(page.documents.size() == 19);
        CHECK(page.next == Cursor{"28"});
    }
}

TEST_CASE("DynamoDB: the ends of a query are included, and its cursor may be anywhere") {
    const auto input = [](Query query) { return task_of(asked(std::move(query))).at("input"); };
    const auto between = input(Query{"p", SortBetween{"b", "d"}, QueryOrder::descending, 10, Cursor{"c"}});
    CHECK(between.at("KeyConditionExpression") == "#partition = :partition AND #sort BETWEEN :first AND :last");
    CHECK(between.at("ScanIndexForward") == false);
    CHECK(between.at("ExclusiveStartKey") == key_json({"p", "c"}));
    CHECK(!input(Query{"p", SortBetween{"b", "d"}, {}, 10, Cursor{"a"}}).contains("ExclusiveStartKey"));
    CHECK(!input(Query{"p", SortPrefix{"b"}, QueryOrder::descending, 10, Cursor{"c"}}).contains("ExclusiveStartKey"));
    CHECK(!input(Query{"p", SortPrefix{}, {}, 10, Cursor{""}}).contains("ExclusiveStartKey"));
    CHECK(input(Query{"p", SortBetween{"", "d"}, {}, 10, {}}).at("KeyConditionExpression") ==
          "#partition = :partition AND #sort <= :last");
    CHECK(input(Query{"p", SortPrefix{}, {}, 10, {}}).at("KeyConditionExpression") == "#partition = :partition");
}

TEST_CASE("DynamoDB: an answer that no table of ours gives is an error that says where") {
    const auto read = [](const List& items) {
        auto exchange = asked(ReadTask{{day_key}});
        answer(exchange, found(items));
        return errors_of(exchange);
    };
    using Told = std::vector<std::string>;
    auto strange = item(day_key, "1", "{}");
    strange.erase("version");
    CHECK(read({strange}) == Told{"corrupt /output/Responses/ledger/0"});
    strange["version"] = text("1");
    CHECK(read({strange}) == Told{"corrupt /output/Responses/ledger/0/version"});
    strange["version"] = number("1.5");
    CHECK(read({strange}) == Told{"corrupt /output/Responses/ledger/0/version/N"});
    CHECK(read({item(other, "1", "{}")}) == Told{"corrupt /output/Responses/ledger/0"});
    auto half = item(day_key, "1", "{}");
    half["stamp"] = text("s");
    CHECK(read({half}) == Told{"corrupt /output/Responses/ledger/0"});

    auto silent = asked(ReadTask{{day_key}});
    answer(silent, Json::object());
    CHECK(errors_of(silent) == Told{"corrupt /output"});
    auto writing = put("{}");
    cancel(writing, {none, none});
    CHECK(errors_of(writing) == Told{"corrupt /error/CancellationReasons"});
    for (const auto* given : {"", "[", "null", "{}", R"({"output": 1})", R"({"error": {}})"}) {
        CAPTURE(given);
        auto exchange = put("{}");
        exchange.give(given);
        CHECK(result<Errors>(exchange).front().code == ErrorCode::corrupt);
    }
}

TEST_CASE("DynamoDB: the table") {
    CHECK(Json::parse(dynamodb_table_definition("ledger")) ==
          Json::parse(R"({"TableName": "ledger", "BillingMode": "PAY_PER_REQUEST",
            "AttributeDefinitions": [{"AttributeName": "partition", "AttributeType": "S"},
                                     {"AttributeName": "sort", "AttributeType": "S"}],
            "KeySchema": [{"AttributeName": "partition", "KeyType": "HASH"},
                          {"AttributeName": "sort", "KeyType": "RANGE"}]})"));
    CHECK(Json::parse(dynamodb_time_to_live("ledger")) ==
          Json::parse(
              R"({"TableName": "ledger", "TimeToLiveSpecification": {"AttributeName": "expires", "Enabled": true}})"));
}

}  // namespace dynamodb_test
