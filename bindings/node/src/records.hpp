#pragma once

#include <memory>

#include <denwaban/records/call_facts.hpp>

#include "wrapped.hpp"

namespace denwaban::node {

using SharedCallFacts = std::shared_ptr<CallFacts>;

class CallFactsHandle : public Wrapped<CallFactsHandle, SharedCallFacts> {
public:
    using Wrapped::Wrapped;

    [[nodiscard]] static Napi::Function define(Napi::Env env);
    [[nodiscard]] static Napi::Value make(const Napi::CallbackInfo& info);

private:
    /// (text) → [change, places of what is unknown]
    Napi::Value add(const Napi::CallbackInfo& info);
    /// (text) → changes and what is poisoned
    Napi::Value add_kinesis(const Napi::CallbackInfo& info);
    /// (contact) → fact, or null
    Napi::Value find(const Napi::CallbackInfo& info);
    Napi::Value all(const Napi::CallbackInfo& info);
    /// (milliseconds) → figures
    Napi::Value service_figures(const Napi::CallbackInfo& info);
    /// (contact, directory) → place, or null
    Napi::Value place(const Napi::CallbackInfo& info);
    /// (time)
    Napi::Value forget_before(const Napi::CallbackInfo& info);
    Napi::Value size(const Napi::CallbackInfo& info);
};

/// (text) → [text, places of what is unknown]
[[nodiscard]] Napi::Value read_contact_record(const Napi::CallbackInfo& info);
/// (text) → text
[[nodiscard]] Napi::Value read_kinesis_contact_records(const Napi::CallbackInfo& info);
/// (shards, sequences) → text
[[nodiscard]] Napi::Value batch_item_failures(const Napi::CallbackInfo& info);

}  // namespace denwaban::node
