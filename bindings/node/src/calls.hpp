#pragma once

#include <memory>

#include <denwaban/call/call.hpp>

#include "wrapped.hpp"

namespace denwaban::node {

using SharedCatalogue = std::shared_ptr<const Catalogue>;
using SharedCall = std::shared_ptr<const Call>;

class CatalogueHandle : public Wrapped<CatalogueHandle, SharedCatalogue> {
public:
    using Wrapped::Wrapped;

    [[nodiscard]] static Napi::Function define(Napi::Env env);
    /// (text), or nothing for the default one
    [[nodiscard]] static Napi::Value make(const Napi::CallbackInfo& info);

private:
    /// (changes)
    Napi::Value with(const Napi::CallbackInfo& info);
    /// (dispositions, completeness) → errors
    Napi::Value check(const Napi::CallbackInfo& info);
    Napi::Value to_json(const Napi::CallbackInfo& info);
};

class CallHandle : public Wrapped<CallHandle, SharedCall> {
public:
    using Wrapped::Wrapped;

    [[nodiscard]] static Napi::Function define(Napi::Env env);
    /// (text)
    [[nodiscard]] static Napi::Value from_json(const Napi::CallbackInfo& info);

private:
    /// (occurrence) → [call, effect]
    Napi::Value apply(const Napi::CallbackInfo& info);
    /// (dispositions, policy, catalogue)
    Napi::Value draft(const Napi::CallbackInfo& info);
    /// (policy, at)
    Napi::Value extend(const Napi::CallbackInfo& info);
    /// (policy, catalogue, by, at)
    Napi::Value complete(const Napi::CallbackInfo& info);
    Napi::Value expire(const Napi::CallbackInfo& info);
    /// (dispositions, catalogue, by, at, reason)
    Napi::Value amend(const Napi::CallbackInfo& info);
    /// (policy) → milliseconds
    Napi::Value wrap_up_due(const Napi::CallbackInfo& info);
    /// (catalogue)
    Napi::Value follow_ups(const Napi::CallbackInfo& info);
    /// (template, catalogue, restaurant, agent, zone)
    Napi::Value hand_over(const Napi::CallbackInfo& info);
    /// (refuse or shorten) → [attributes, keys of those shortened]
    Napi::Value contact_attributes(const Napi::CallbackInfo& info);
    /// → [state, outcome, answered at, closed at]
    Napi::Value describe(const Napi::CallbackInfo& info);
    Napi::Value to_json(const Napi::CallbackInfo& info);

    [[nodiscard]] static Napi::Value make(Napi::Env env, Call call);
};

/// (kind of a contact's notice) → event, or null
[[nodiscard]] Napi::Value call_event_of(const Napi::CallbackInfo& info);
/// (name) → template
[[nodiscard]] Napi::Value hand_over_templates(const Napi::CallbackInfo& info);

}  // namespace denwaban::node
