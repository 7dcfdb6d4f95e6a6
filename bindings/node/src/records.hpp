#pragma once

#include <memory>

#include <denwaban/connect/contact_record_stream.hpp>
#include <denwaban/records/call_facts.hpp>
#include <denwaban/records/reconcile.hpp>

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

class ContactRecordStreamHandle : public Wrapped<ContactRecordStreamHandle, std::shared_ptr<ContactRecordStream>> {
public:
    using Wrapped::Wrapped;

    [[nodiscard]] static Napi::Function define(Napi::Env env);
    [[nodiscard]] static Napi::Value make(const Napi::CallbackInfo& info);

private:
    /// (bytes, or null at the end) → records
    Napi::Value read(const Napi::CallbackInfo& info);
    /// (bytes, or null at the end, facts) → what became of them
    Napi::Value add_to(const Napi::CallbackInfo& info);
};

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

/// () → text
[[nodiscard]] Napi::Value bigquery_schema(const Napi::CallbackInfo& info);
[[nodiscard]] Napi::Value bigquery_descriptor(const Napi::CallbackInfo& info);
/// (table) → text
[[nodiscard]] Napi::Value bigquery_table_sql(const Napi::CallbackInfo& info);
/// (table, group, milliseconds, zone) → text
[[nodiscard]] Napi::Value bigquery_figures_sql(const Napi::CallbackInfo& info);
/// (table, staging) → text
[[nodiscard]] Napi::Value bigquery_merge_sql(const Napi::CallbackInfo& info);
[[nodiscard]] Napi::Value bigquery_stitch_sql(const Napi::CallbackInfo& info);
/// (timeline, agent, now) → [insertId, row] of each stay
[[nodiscard]] Napi::Value bigquery_states(const Napi::CallbackInfo& info);
/// (states, shifts, until, zone) → text
[[nodiscard]] Napi::Value bigquery_agent_days_sql(const Napi::CallbackInfo& info);
[[nodiscard]] Napi::Value bigquery_reconcile_sql(const Napi::CallbackInfo& info);
[[nodiscard]] Napi::Value bigquery_results_sql(const Napi::CallbackInfo& info);
/// (question, text) → text
[[nodiscard]] Napi::Value answer_records(const Napi::CallbackInfo& info);

/// (text) → [text, places of what is unknown]
[[nodiscard]] Napi::Value read_contact_record(const Napi::CallbackInfo& info);
/// (text) → text
[[nodiscard]] Napi::Value read_kinesis_contact_records(const Napi::CallbackInfo& info);
/// (text) → text
[[nodiscard]] Napi::Value read_delivered_events(const Napi::CallbackInfo& info);
/// (key) → whether it is of a recording that was blacked out
[[nodiscard]] Napi::Value is_redacted_key(const Napi::CallbackInfo& info);
/// (shards, sequences, messages) → text
[[nodiscard]] Napi::Value batch_item_failures(const Napi::CallbackInfo& info);

}  // namespace denwaban::node
