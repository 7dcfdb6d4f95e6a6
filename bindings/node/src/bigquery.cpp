#include "bigquery.hpp"

#include <optional>

#include <denwaban/documents/bigquery_agents.hpp>
#include <denwaban/documents/call_results_json.hpp>
#include <denwaban/documents/record_questions.hpp>

#include "agents.hpp"
#include "record_values.hpp"

namespace denwaban::node {

namespace {

[[nodiscard]] BigQueryTable table_argument(const Napi::CallbackInfo& info, std::size_t index) {
    return word_argument<BigQueryTable>(info, index, "there is no such table");
}

}  // namespace

Napi::Value bigquery_schema(const Napi::CallbackInfo& info) {
    return text(info.Env(), denwaban::bigquery_schema(table_argument(info, 0)));
}

Napi::Value bigquery_descriptor(const Napi::CallbackInfo& info) {
    return buffer(info.Env(), denwaban::bigquery_descriptor(table_argument(info, 0)));
}

Napi::Value bigquery_table_sql(const Napi::CallbackInfo& info) {
    return text(info.Env(), value_or_raise(info.Env(), denwaban::bigquery_table_sql(text_argument(info, 0),
                                                                                    table_argument(info, 1))));
}

Napi::Value bigquery_figures_sql(const Napi::CallbackInfo& info) {
    const auto sql =
        denwaban::bigquery_figures_sql(text_argument(info, 0), group_argument(info, 1), span_argument(info, 2),
                                       text_argument(info, 3), channel_argument(info, 4));
    return text(info.Env(), value_or_raise(info.Env(), sql));
}

Napi::Value bigquery_merge_sql(const Napi::CallbackInfo& info) {
    const auto sql = denwaban::bigquery_merge_sql(text_argument(info, 0), text_argument(info, 1));
    return text(info.Env(), value_or_raise(info.Env(), sql));
}

Napi::Value bigquery_stitch_sql(const Napi::CallbackInfo& info) {
    const auto sql = denwaban::bigquery_stitch_sql(text_argument(info, 0), text_argument(info, 1));
    return text(info.Env(), value_or_raise(info.Env(), sql));
}

Napi::Value bigquery_states(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto& timeline = *TimelineHandle::of(info[0]);
    const auto rows = denwaban::bigquery_states(timeline, text_argument(info, 1), instant_argument(info, 2));
    return array(env, rows, [env](const BigQueryRow& row) { return pair_of(env, row); });
}

Napi::Value bigquery_agent_days_sql(const Napi::CallbackInfo& info) {
    const auto sql = denwaban::bigquery_agent_days_sql(text_argument(info, 0), text_argument(info, 1),
                                                       instant_argument(info, 2), text_argument(info, 3));
    return text(info.Env(), value_or_raise(info.Env(), sql));
}

Napi::Value bigquery_reconcile_sql(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto window = value_or_raise(env, reconcile_window_from_json(text_argument(info, 2)));
    const auto sql = denwaban::bigquery_reconcile_sql(text_argument(info, 0), text_argument(info, 1), window);
    return text(env, value_or_raise(env, sql));
}

Napi::Value bigquery_results_sql(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto calls = text_argument(info, 0), bookings = text_argument(info, 1), reconciled = text_argument(info, 2);
    const auto group = info[3].IsNull() ? std::nullopt : std::optional{group_argument(info, 3)};
    const auto terms = value_or_raise(env, result_terms_from_json(text_argument(info, 4)));
    const auto sql =
        denwaban::bigquery_results_sql({calls, bookings, reconciled}, group, terms, text_argument(info, 5));
    return text(env, value_or_raise(env, sql));
}

}  // namespace denwaban::node
