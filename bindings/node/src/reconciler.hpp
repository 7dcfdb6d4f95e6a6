#pragma once

#include <memory>

#include <denwaban/records/reconcile.hpp>

#include "wrapped.hpp"

namespace denwaban::node {

class ReconcilerHandle : public Wrapped<ReconcilerHandle, std::shared_ptr<Reconciler>> {
public:
    using Wrapped::Wrapped;

    [[nodiscard]] static Napi::Function define(Napi::Env env);
    /// (window)
    [[nodiscard]] static Napi::Value make(const Napi::CallbackInfo& info);

private:
    /// (call) → whether it came in time
    Napi::Value add_call(const Napi::CallbackInfo& info);
    /// (booking) → likewise
    Napi::Value add_booking(const Napi::CallbackInfo& info);
    /// (time) → rows
    Napi::Value advance(const Napi::CallbackInfo& info);
    Napi::Value finish(const Napi::CallbackInfo& info);
    Napi::Value size(const Napi::CallbackInfo& info);
};

}  // namespace denwaban::node
