#pragma once

#include <napi.h>

namespace denwaban::node {

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

}  // namespace denwaban::node
