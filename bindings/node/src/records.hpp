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
    /// (text)
    [[nodiscard]] static Napi::Value from_json(const Napi::CallbackInfo& info);

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
    Napi::Value to_json(const Napi::CallbackInfo& info);
    Napi::Value records_of(const Napi::CallbackInfo& info);
    /// (directory, or null) → traces
    Napi::Value traces(const Napi::CallbackInfo& info);
    /// (group, milliseconds, directory or null, zone) → figures by name
    Napi::Value service_figures_by(const Napi::CallbackInfo& info);
    /// (contact, directory or null) → [insertId, row], or null
    Napi::Value bigquery_row(const Napi::CallbackInfo& info);
    /// (contact) → [insertId, row] of each of its call's records
    Napi::Value bigquery_legs(const Napi::CallbackInfo& info);
    /// (contact, directory or null) → message, or null
    Napi::Value bigquery_message(const Napi::CallbackInfo& info);
    /// (directory, or null) → bytes of Arrow's IPC streaming format
    Napi::Value arrow(const Napi::CallbackInfo& info);
    Napi::Value results(const Napi::CallbackInfo& info);
    Napi::Value report(const Napi::CallbackInfo& info);
    /// (picture, zone, title, form) → SVG or text
    Napi::Value picture(const Napi::CallbackInfo& info);
    /// (directory or null, question, title, form) → SVG or text
    Napi::Value funnel(const Napi::CallbackInfo& info);
    /// (zone) → calls of days
    Napi::Value calls_by_quarter_hour(const Napi::CallbackInfo& info);
};

/// (question, text) → text
[[nodiscard]] Napi::Value answer_records(const Napi::CallbackInfo& info);

}  // namespace denwaban::node
