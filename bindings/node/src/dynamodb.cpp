#include "dynamodb.hpp"

#include <cstdint>
#include <utility>

#include <denwaban/ledger/ledger_json.hpp>

namespace denwaban::node {

namespace {

[[nodiscard]] Napi::Value asked(const Napi::CallbackInfo& info, LedgerQuestion question) {
    const auto seed = static_cast<std::uint64_t>(info[2].As<Napi::Number>().Int64Value());
    auto exchange = std::make_shared<DynamoDbExchange>(text_argument(info, 0), std::move(question), seed);
    auto& constructor = Environment::of(info.Env()).dynamodb_exchange;
    return constructor.New({Napi::External<decltype(exchange)>::New(info.Env(), &exchange)});
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

Napi::Value DynamoDbExchangeHandle::read(const Napi::CallbackInfo& info) {
    return asked(info, ReadTask{value_or_raise(info.Env(), keys_from_json(text_argument(info, 1)))});
}
Napi::Value DynamoDbExchangeHandle::query(const Napi::CallbackInfo& info) {
    return asked(info, value_or_raise(info.Env(), query_from_json(text_argument(info, 1))));
}
Napi::Value DynamoDbExchangeHandle::commit(const Napi::CallbackInfo& info) {
    return asked(info, value_or_raise(info.Env(), commit_from_json(text_argument(info, 1))));
}

Napi::Value DynamoDbExchangeHandle::task(const Napi::CallbackInfo& info) {
    const auto* task = value()->task();
    return task != nullptr ? text(info.Env(), *task) : info.Env().Null();
}

Napi::Value DynamoDbExchangeHandle::give(const Napi::CallbackInfo& info) {
    value()->give(text_argument(info, 0));
    return info.Env().Undefined();
}

Napi::Value DynamoDbExchangeHandle::result(const Napi::CallbackInfo& info) {
    if (value()->task() != nullptr) {
        raise(info.Env(), Error{ErrorCode::not_allowed, "the exchange is not over", {}});
    }
    return told(info.Env(), value()->result());
}

Napi::Value dynamodb_table_definition(const Napi::CallbackInfo& info) {
    return text(info.Env(), denwaban::dynamodb_table_definition(text_argument(info, 0)));
}
Napi::Value dynamodb_time_to_live(const Napi::CallbackInfo& info) {
    return text(info.Env(), denwaban::dynamodb_time_to_live(text_argument(info, 0)));
}

}  // namespace denwaban::node
