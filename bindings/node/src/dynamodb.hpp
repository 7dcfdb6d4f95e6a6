#pragma once

#include <memory>

#include <denwaban/ledger/dynamodb_errand.hpp>

#include "wrapped.hpp"

namespace denwaban::node {

/// A question to a table of DynamoDB, for whoever sends its requests in JavaScript.
class DynamoDbExchangeHandle : public Wrapped<DynamoDbExchangeHandle, std::shared_ptr<DynamoDbExchange>> {
public:
    using Wrapped::Wrapped;

    [[nodiscard]] static Napi::Function define(Napi::Env env);
    [[nodiscard]] static Napi::Value make(Napi::Env env, std::shared_ptr<DynamoDbExchange> exchange);
    /// (table, keys as text, seed)
    [[nodiscard]] static Napi::Value read(const Napi::CallbackInfo& info);
    /// (table, query as text, seed)
    [[nodiscard]] static Napi::Value query(const Napi::CallbackInfo& info);
    /// (table, commit as text, seed)
    [[nodiscard]] static Napi::Value commit(const Napi::CallbackInfo& info);

private:
    /// → text, or null once there is a result
    Napi::Value task(const Napi::CallbackInfo& info);
    /// (text)
    Napi::Value give(const Napi::CallbackInfo& info);
    /// → text
    Napi::Value result(const Napi::CallbackInfo& info);
};

/// An errand on a table of DynamoDB, likewise.
class DynamoDbErrandHandle : public Wrapped<DynamoDbErrandHandle, std::shared_ptr<DynamoDbErrand>> {
public:
    using Wrapped::Wrapped;

    [[nodiscard]] static Napi::Function define(Napi::Env env);
    /// (table, errand as text, seed)
    [[nodiscard]] static Napi::Value begin(const Napi::CallbackInfo& info);

private:
    /// → text, or null once there is an answer
    Napi::Value task(const Napi::CallbackInfo& info);
    /// (text)
    Napi::Value give(const Napi::CallbackInfo& info);
    /// → text
    Napi::Value result(const Napi::CallbackInfo& info);
};

/// (name) → the input of CreateTable, as text
[[nodiscard]] Napi::Value dynamodb_table_definition(const Napi::CallbackInfo& info);
/// (name) → the input of UpdateTimeToLive, as text
[[nodiscard]] Napi::Value dynamodb_time_to_live(const Napi::CallbackInfo& info);

}  // namespace denwaban::node
