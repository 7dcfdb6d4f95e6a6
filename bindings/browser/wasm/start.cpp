#include <napi.h>

#include "doors.hpp"
#include "environment.hpp"
#include "hours.hpp"

namespace denwaban::node {

namespace {

/// () → where the hours lie in memory, for the two functions below
Napi::Value place(const Napi::CallbackInfo& info) {
    return Napi::Number::New(
        info.Env(),
        static_cast<double>(reinterpret_cast<std::uintptr_t>(CompiledHours::Unwrap(info.This().As<Napi::Object>()))));
}

Napi::Object start(Napi::Env env, Napi::Object exports) {
    add_doors(env, exports);
    const auto hours = Environment::of(env).hours.Value();
    hours.Get("prototype").As<Napi::Object>().Set("place", Napi::Function::New<place>(env));
    exports.Set("Hours", hours);
    return exports;
}

}  // namespace

}  // namespace denwaban::node

// What is asked a million times goes past Node-API, which is JavaScript here: load.mjs puts these into the prototype.

/// 1 if open, 0 if not, -1 if Node-API is to say why there is no answer.
extern "C" __attribute__((export_name("is_open"))) int denwaban_is_open(const denwaban::node::CompiledHours* hours,
                                                                        double at) {
    const auto open = hours->is_open(at);
    if (!open.has_value()) return -1;
    return *open ? 1 : 0;
}

/// The slots; null if Node-API is to say why there is no answer.
extern "C" __attribute__((export_name("status"))) const double* denwaban_status(
    const denwaban::node::CompiledHours* hours, double at) {
    const auto slots = hours->status(at);
    return slots.has_value() ? *slots : nullptr;
}

using denwaban::node::start;
NODE_API_MODULE(denwaban, start)
