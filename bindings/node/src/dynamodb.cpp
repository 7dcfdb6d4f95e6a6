#include "dynamodb.hpp"

#include <cstdint>
#include <utility>

#include <denwaban/ledger/ledger_json.hpp>
#include <denwaban/ledger/task_json.hpp>

namespace denwaban::node {

namespace {

[[nodiscard]] std::uint64_t seed_of(const Napi::CallbackInfo& info) {
    return static_cast<std::uint64_t>(info[2].As<Napi::Number>().Int64Value());
}

[[nodiscard]] Napi::Value asked(const Napi::CallbackInfo& info, LedgerQuestion question) {
    auto exchange = std::make_shared<DynamoDbExchange>(text_argument(info, 0), std::move(question), seed_of(info));
    return DynamoDbExchangeHandle::make(info.Env(), std::move(exchange));
}

[[nodiscard]] Napi::Value task_of(const Napi::CallbackInfo& info, const auto& work) {
    const auto* task = work.task();
    return task != nullptr ? text(info.Env(), *task) : info.Env().Null();
}

void require_end(const Napi::CallbackInfo& info, const auto& work) {
    if (work.task() != nullptr) raise(info.Env(), Error{ErrorCode::not_allowed, "the exchange is not over", {}});
}

/// The value as text, or its errors thrown.
[[nodiscard]] Napi::Value told(Napi::Env env, const TaskResult& result) {
    return std::visit(
        [env](const auto& one) -> Napi::Value {
            using Result = std::decay_t<decltype(one)>;
            if constexpr (std::is_same_v<Result, Errors>) raise(env, one);
            if constexpr (std::is_same_v<Result, PauseOver> || std::is_same_v<Result, Errors>) {
                return env.Null();
            } else {
                return text(env, to_json(one));
            }
        },
        result);
}

}  // namespace

Napi::Function DynamoDbExchangeHandle::define(Napi::Env env) {
    return DefineClass(env, "DynamoDbExchange",
                       {
                           InstanceMethod<&DynamoDbExchangeHandle::task>("task"),
                           InstanceMethod<&DynamoDbExchangeHandle::give>("give"),
                           InstanceMethod<&DynamoDbExchangeHandle::result>("result"),
                       });
}

Napi::Value DynamoDbExchangeHandle::make(Napi::Env env, std::shared_ptr<DynamoDbExchange> exchange) {
    return wrap(Environment::of(env).dynamodb_exchange, std::move(exchange));
}

Napi::Value DynamoDbExchangeHandle::read(const Napi::CallbackInfo& info) {
    return asked(info, ReadTask{value_or_raise(info.Env(), keys_from_json(text_argument(info, 1)))});
}
Napi::Value DynamoDbExchangeHandle::query(const Napi::CallbackInfo& info) {
    return asked(info, value_or_raise(info.Env(), query_from_json(text_argument(info, 1))));
}
Napi::Value DynamoDbExchangeHandle::commit(const Napi::CallbackInfo& info) {
    return asked(info, value_or_raise(info.Env(), commit_from_json(text_argument(info, 1))));
}

Napi::Value DynamoDbExchangeHandle::task(const Napi::CallbackInfo& info) { return task_of(info, *value()); }

Napi::Value DynamoDbExchangeHandle::give(const Napi::CallbackInfo& info) {
    value()->give(text_argument(info, 0));
    return info.Env().Undefined();
}

Napi::Value DynamoDbExchangeHandle::result(const Napi::CallbackInfo& info) {
    require_end(info, *value());
    return told(info.Env(), value()->result());
}

Napi::Function DynamoDbErrandHandle::define(Napi::Env env) {
    return DefineClass(env, "DynamoDbErrand",
                       {
                           InstanceMethod<&DynamoDbErrandHandle::task>("task"),
                           InstanceMethod<&DynamoDbErrandHandle::give>("give"),
                           InstanceMethod<&DynamoDbErrandHandle::result>("result"),
                       });
}

Napi::Value DynamoDbErrandHandle::begin(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    auto errand = value_or_raise(env, errand_from_json(text_argument(info, 1), seed_of(info)));
    return wrap(Environment::of(env).dynamodb_errand,
                std::make_shared<DynamoDbErrand>(text_argument(info, 0), std::move(errand), seed_of(info)));
}

Napi::Value DynamoDbErrandHandle::task(const Napi::CallbackInfo& info) { return task_of(info, *value()); }

Napi::Value DynamoDbErrandHandle::give(const Napi::CallbackInfo& info) {
    value()->give(text_argument(info, 0));
    return info.Env().Undefined();
}

Napi::Value DynamoDbErrandHandle::result(const Napi::CallbackInfo& info) {
    require_end(info, *value());
    return text(info.Env(), value_or_raise(info.Env(), value()->answer()));
}

Napi::Value dynamodb_table_definition(const Napi::CallbackInfo& info) {
    return text(info.Env(), denwaban::dynamodb_table_definition(text_argument(info, 0)));
}
Napi::Value dynamodb_time_to_live(const Napi::CallbackInfo& info) {
    return text(info.Env(), denwaban::dynamodb_time_to_live(text_argument(info, 0)));
}

}  // namespace denwaban::node
