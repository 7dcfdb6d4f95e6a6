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

/// Of what is asked of the table as a whole.
[[nodiscard]] std::uint64_t line_seed_of(const Napi::CallbackInfo& info) {
    return static_cast<std::uint64_t>(info[1].As<Napi::Number>().Int64Value());
}

/// Undefined, or its errors thrown.
[[nodiscard]] Napi::Value done_or_raise(const Napi::CallbackInfo& info, Expected<std::monostate, Errors> done) {
    static_cast<void>(value_or_raise(info.Env(), std::move(done)));
    return info.Env().Undefined();
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

Napi::Function DynamoDbExportHandle::define(Napi::Env env) {
    return DefineClass(env, "DynamoDbExport",
                       {
                           InstanceMethod<&DynamoDbExportHandle::task>("task"),
                           InstanceMethod<&DynamoDbExportHandle::give>("give"),
                           InstanceMethod<&DynamoDbExportHandle::take>("take"),
                           InstanceMethod<&DynamoDbExportHandle::result>("result"),
                       });
}

Napi::Value DynamoDbExportHandle::begin(const Napi::CallbackInfo& info) {
    return wrap(Environment::of(info.Env()).dynamodb_export,
                std::make_shared<DynamoDbExport>(text_argument(info, 0), line_seed_of(info)));
}
Napi::Value DynamoDbExportHandle::task(const Napi::CallbackInfo& info) { return task_of(info, *value()); }
Napi::Value DynamoDbExportHandle::give(const Napi::CallbackInfo& info) {
    value()->give(text_argument(info, 0));
    return info.Env().Undefined();
}
Napi::Value DynamoDbExportHandle::take(const Napi::CallbackInfo& info) { return text(info.Env(), value()->take()); }
Napi::Value DynamoDbExportHandle::result(const Napi::CallbackInfo& info) {
    require_end(info, *value());
    return done_or_raise(info, value()->result());
}

Napi::Function DynamoDbImportHandle::define(Napi::Env env) {
    return DefineClass(env, "DynamoDbImport",
                       {
                           InstanceMethod<&DynamoDbImportHandle::check>("check"),
                           InstanceMethod<&DynamoDbImportHandle::end_check>("endCheck"),
                           InstanceMethod<&DynamoDbImportHandle::write>("write"),
                           InstanceMethod<&DynamoDbImportHandle::end>("end"),
                           InstanceMethod<&DynamoDbImportHandle::task>("task"),
                           InstanceMethod<&DynamoDbImportHandle::give>("give"),
                           InstanceMethod<&DynamoDbImportHandle::result>("result"),
                       });
}

Napi::Value DynamoDbImportHandle::begin(const Napi::CallbackInfo& info) {
    return wrap(Environment::of(info.Env()).dynamodb_import,
                std::make_shared<DynamoDbImport>(text_argument(info, 0), line_seed_of(info)));
}
Napi::Value DynamoDbImportHandle::check(const Napi::CallbackInfo& info) {
    return done_or_raise(info, value()->check(text_argument(info, 0)));
}
Napi::Value DynamoDbImportHandle::end_check(const Napi::CallbackInfo& info) {
    return done_or_raise(info, value()->end_check());
}
Napi::Value DynamoDbImportHandle::write(const Napi::CallbackInfo& info) {
    return done_or_raise(info, value()->write(text_argument(info, 0)));
}
Napi::Value DynamoDbImportHandle::end(const Napi::CallbackInfo& info) {
    value()->end();
    return info.Env().Undefined();
}
Napi::Value DynamoDbImportHandle::task(const Napi::CallbackInfo& info) { return task_of(info, *value()); }
Napi::Value DynamoDbImportHandle::give(const Napi::CallbackInfo& info) {
    value()->give(text_argument(info, 0));
    return info.Env().Undefined();
}
Napi::Value DynamoDbImportHandle::result(const Napi::CallbackInfo& info) {
    require_end(info, *value());
    return done_or_raise(info, value()->result());
}

Napi::Value dynamodb_table_definition(const Napi::CallbackInfo& info) {
    return text(info.Env(), denwaban::dynamodb_table_definition(text_argument(info, 0)));
}
Napi::Value dynamodb_time_to_live(const Napi::CallbackInfo& info) {
    return text(info.Env(), denwaban::dynamodb_time_to_live(text_argument(info, 0)));
}

}  // namespace denwaban::node
