#pragma once

#include <memory>

#include <denwaban/call/outbound_caller.hpp>

#include "wrapped.hpp"

namespace denwaban::node {

using SharedPolicy = std::shared_ptr<const OutboundCallerPolicy>;

class OutboundCallerHandle : public Wrapped<OutboundCallerHandle, SharedPolicy> {
public:
    using Wrapped::Wrapped;

    [[nodiscard]] static Napi::Function define(Napi::Env env);
    /// (text)
    [[nodiscard]] static Napi::Value from_json(const Napi::CallbackInfo& info);

private:
    /// (restaurant or undefined, callee, queues, choice, last called: each of them text or undefined)
    Napi::Value choose(const Napi::CallbackInfo& info);
    /// (event, directory)
    Napi::Value whisper(const Napi::CallbackInfo& info);
    Napi::Value to_json(const Napi::CallbackInfo& info);
};

/// (members) → text
[[nodiscard]] Napi::Value start_outbound_voice_contact(const Napi::CallbackInfo& info);
/// (members) → text
[[nodiscard]] Napi::Value agent_connect(const Napi::CallbackInfo& info);

}  // namespace denwaban::node
