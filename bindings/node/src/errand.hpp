#pragma once

#include <memory>

#include <denwaban/ledger/errand.hpp>

#include "wrapped.hpp"

namespace denwaban::node {

/// An errand, for whoever does its tasks in JavaScript.
class ErrandHandle : public Wrapped<ErrandHandle, std::shared_ptr<JsonErrand>> {
public:
    using Wrapped::Wrapped;

    [[nodiscard]] static Napi::Function define(Napi::Env env);
    /// (text, seed)
    [[nodiscard]] static Napi::Value from_json(const Napi::CallbackInfo& info);

private:
    /// → text, or null once there is an answer
    Napi::Value task(const Napi::CallbackInfo& info);
    /// (result of the task)
    Napi::Value give(const Napi::CallbackInfo& info);
    /// (deadline that has passed, in milliseconds)
    Napi::Value give_up(const Napi::CallbackInfo& info);
    /// → text
    Napi::Value answer(const Napi::CallbackInfo& info);
};

/// () → the tools of language models, as text
[[nodiscard]] Napi::Value tools_json(const Napi::CallbackInfo& info);

}  // namespace denwaban::node
