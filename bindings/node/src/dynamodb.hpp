#pragma once

#include <memory>

#include <denwaban/ledger/dynamodb_errand.hpp>
#include <denwaban/ledger/dynamodb_lines.hpp>

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

/// All of a table as lines, likewise.
class DynamoDbExportHandle : public Wrapped<DynamoDbExportHandle, std::shared_ptr<DynamoDbExport>> {
public:
    using Wrapped::Wrapped;

    [[nodiscard]] static Napi::Function define(Napi::Env env);
    /// (table, seed)
    [[nodiscard]] static Napi::Value begin(const Napi::CallbackInfo& info);

private:
    /// → text, or null at the end
    Napi::Value task(const Napi::CallbackInfo& info);
    /// (text)
    Napi::Value give(const Napi::CallbackInfo& info);
    /// → what comes next in the file
    Napi::Value take(const Napi::CallbackInfo& info);
    /// Throws where it failed.
    Napi::Value result(const Napi::CallbackInfo& info);
};

/// Lines on their way into a table, likewise.
class DynamoDbImportHandle : public Wrapped<DynamoDbImportHandle, std::shared_ptr<DynamoDbImport>> {
public:
    using Wrapped::Wrapped;

    [[nodiscard]] static Napi::Function define(Napi::Env env);
    /// (table, seed)
    [[nodiscard]] static Napi::Value begin(const Napi::CallbackInfo& info);

private:
    /// (line)
    Napi::Value check(const Napi::CallbackInfo& info);
    Napi::Value end_check(const Napi::CallbackInfo& info);
    /// (line)
    Napi::Value write(const Napi::CallbackInfo& info);
    Napi::Value end(const Napi::CallbackInfo& info);
    /// → text, or null where there is nothing to do
    Napi::Value task(const Napi::CallbackInfo& info);
    /// (text)
    Napi::Value give(const Napi::CallbackInfo& info);
    /// Throws where it failed.
    Napi::Value result(const Napi::CallbackInfo& info);
};

/// (name) → the input of CreateTable, as text
[[nodiscard]] Napi::Value dynamodb_table_definition(const Napi::CallbackInfo& info);
/// (name) → the input of UpdateTimeToLive, as text
[[nodiscard]] Napi::Value dynamodb_time_to_live(const Napi::CallbackInfo& info);

}  // namespace denwaban::node
