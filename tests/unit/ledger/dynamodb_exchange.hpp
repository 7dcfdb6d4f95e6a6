#pragma once

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/core/iso8601.hpp>
#include <denwaban/ledger/dynamodb.hpp>

#include "told_errors.hpp"

/// What a test says to an exchange in DynamoDB's place.
namespace dynamodb_test {

using namespace denwaban;
using Json = nlohmann::json;
using List = std::vector<Json>;  // braces around one Json make no array

inline const Instant now = *parse_iso8601("2026-11-27T03:00:00Z");
inline const Key day_key{"restaurant#r1", "book#2026-11-27"};
inline const Key other{"restaurant#r1", "book#2026-11-28"};

inline DynamoDbExchange asked(LedgerQuestion question) { return {"ledger", std::move(question), 1}; }
inline DynamoDbExchange put(std::string body, Expectation expected = Anything{}) {
    return asked(Commit{{Put{day_key, expected, std::move(body), {}}}, {}, now});
}

inline Json task_of(const DynamoDbExchange& exchange) {
    REQUIRE(exchange.task() != nullptr);
    return Json::parse(*exchange.task());
}
/// The actions of a transaction, without the name of the table.
inline Json actions_of(const DynamoDbExchange& exchange) {
    auto actions = task_of(exchange).at("input").at("TransactItems");
    for (auto& action : actions) {
        for (auto& [kind, what] : action.items()) what.erase("TableName");
    }
    return actions;
}
inline void answer(DynamoDbExchange& exchange, const Json& output) { exchange.give(Json{{"output", output}}.dump()); }
inline void fail(DynamoDbExchange& exchange, const std::string& name, const std::string& message = "") {
    exchange.give(Json{{"error", {{"name", name}, {"message", message}, {"status", 400}}}}.dump());
}
inline void cancel(DynamoDbExchange& exchange, const List& reasons) {
    exchange.give(Json{{"error", {{"name", "TransactionCanceledException"}, {"CancellationReasons", reasons}}}}.dump());
}
inline const Json none{{"Code", "None"}};
inline Json refused(const Json& item = nullptr) { return {{"Code", "ConditionalCheckFailed"}, {"Item", item}}; }

inline Json text(const std::string& value) { return {{"S", value}}; }
inline Json number(const std::string& value) { return {{"N", value}}; }
inline Json key_json(const Key& key) { return {{"partition", text(key.partition)}, {"sort", text(key.sort)}}; }
inline Json item(const Key& key, const std::string& version, const std::string& body) {
    auto json = key_json(key);
    json["version"] = number(version);
    json["body"] = text(body);
    return json;
}
inline Json found(const List& items) {
    return {{"Responses", {{"ledger", items}}}, {"UnprocessedKeys", Json::object()}};
}

template <class T>
T result(const DynamoDbExchange& exchange) {
    REQUIRE(exchange.task() == nullptr);
    REQUIRE(std::holds_alternative<T>(exchange.result()));
    return std::get<T>(exchange.result());
}
inline CommitResult committed(const DynamoDbExchange& exchange) { return result<CommitResult>(exchange); }
inline std::vector<std::string> errors_of(const DynamoDbExchange& exchange) { return told(result<Errors>(exchange)); }

}  // namespace dynamodb_test
