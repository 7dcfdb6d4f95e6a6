#include "reconciler.hpp"

#include <utility>

#include <denwaban/documents/record_questions.hpp>

#include "environment.hpp"

namespace denwaban::node {

Napi::Function ReconcilerHandle::define(Napi::Env env) {
    return DefineClass(env, "Reconciler",
                       {
                           InstanceMethod<&ReconcilerHandle::add_call>("addCall"),
                           InstanceMethod<&ReconcilerHandle::add_booking>("addBooking"),
                           InstanceMethod<&ReconcilerHandle::advance>("advance"),
                           InstanceMethod<&ReconcilerHandle::finish>("finish"),
                           InstanceMethod<&ReconcilerHandle::size>("size"),
                       });
}

Napi::Value ReconcilerHandle::make(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto window = value_or_raise(env, reconcile_window_from_json(text_argument(info, 0)));
    return wrap(Environment::of(env).reconciler, std::make_shared<Reconciler>(window));
}

Napi::Value ReconcilerHandle::add_call(const Napi::CallbackInfo& info) {
    auto call = value_or_raise(info.Env(), call_trace_from_json(text_argument(info, 0)));
    return Napi::Boolean::New(info.Env(), value()->add(std::move(call)));
}

Napi::Value ReconcilerHandle::add_booking(const Napi::CallbackInfo& info) {
    auto booking = value_or_raise(info.Env(), booking_trace_from_json(text_argument(info, 0)));
    return Napi::Boolean::New(info.Env(), value()->add(std::move(booking)));
}

Napi::Value ReconcilerHandle::advance(const Napi::CallbackInfo& info) {
    return text(info.Env(), denwaban::to_json(value()->advance(instant_argument(info, 0))));
}

Napi::Value ReconcilerHandle::finish(const Napi::CallbackInfo& info) {
    return text(info.Env(), denwaban::to_json(value()->finish()));
}

Napi::Value ReconcilerHandle::size(const Napi::CallbackInfo& info) {
    return Napi::Number::New(info.Env(), static_cast<double>(value()->size()));
}

}  // namespace denwaban::node
