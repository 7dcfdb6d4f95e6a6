#include "errand.hpp"

#include <chrono>
#include <cstdint>
#include <utility>

#include <denwaban/ledger/task_json.hpp>
#include <denwaban/ledger/tool_desk.hpp>

namespace denwaban::node {

namespace {

[[nodiscard]] Error too_late() { return {ErrorCode::not_allowed, "the errand is over", {}}; }
[[nodiscard]] Error too_early() { return {ErrorCode::not_allowed, "the errand is not over", {}}; }

}  // namespace

Napi::Function ErrandHandle::define(Napi::Env env) {
    return DefineClass(env, "Errand",
                       {
                           InstanceMethod<&ErrandHandle::task>("task"),
                           InstanceMethod<&ErrandHandle::give>("give"),
                           InstanceMethod<&ErrandHandle::give_up>("giveUp"),
                           InstanceMethod<&ErrandHandle::answer>("answer"),
                       });
}

Napi::Value ErrandHandle::from_json(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto seed = static_cast<std::uint64_t>(info[1].As<Napi::Number>().Int64Value());
    auto errand = value_or_raise(env, errand_from_json(text_argument(info, 0), seed));
    return wrap(Environment::of(env).errand, std::make_shared<JsonErrand>(std::move(errand)));
}

Napi::Value ErrandHandle::task(const Napi::CallbackInfo& info) {
    const auto* task = value()->task();
    return task != nullptr ? text(info.Env(), to_json(*task)) : info.Env().Null();
}

Napi::Value ErrandHandle::give(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto* task = value()->task();
    if (task == nullptr) raise(env, too_late());
    value()->give(value_or_raise(env, task_result_from_json(text_argument(info, 0), *task)));
    return env.Undefined();
}

Napi::Value ErrandHandle::give_up(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    if (value()->task() == nullptr) raise(env, too_late());
    value()->give_up(std::chrono::milliseconds{info[0].As<Napi::Number>().Int64Value()});
    return env.Undefined();
}

Napi::Value ErrandHandle::answer(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    if (value()->task() != nullptr) raise(env, too_early());
    return text(env, value_or_raise(env, value()->answer()));
}

Napi::Value tools_json(const Napi::CallbackInfo& info) { return text(info.Env(), denwaban::tools_json()); }

}  // namespace denwaban::node
