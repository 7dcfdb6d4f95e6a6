#include "records.hpp"

#include <utility>
#include <vector>

#include <denwaban/connect/contact_record.hpp>
#include <denwaban/connect/delivery.hpp>
#include <denwaban/connect/kinesis.hpp>
#include <denwaban/documents/arrow.hpp>
#include <denwaban/documents/bigquery.hpp>
#include <denwaban/documents/bigquery_agents.hpp>
#include <denwaban/documents/call_results_json.hpp>
#include <denwaban/documents/record_questions.hpp>
#include <denwaban/documents/records_json.hpp>
#include <denwaban/pictures/call_pictures.hpp>
#include <denwaban/pictures/call_report.hpp>
#include <denwaban/zones.hpp>

#include "agents.hpp"
#include "directory.hpp"

namespace denwaban::node {

namespace {

[[nodiscard]] Napi::Value with_unknown(Napi::Env env, std::string_view words, const std::vector<JsonPointer>& unknown) {
    auto list = Napi::Array::New(env, 2);
    list.Set(0U, text(env, words));
    list.Set(1U, array(env, unknown, [env](const JsonPointer& place) { return text(env, place.text); }));
    return list;
}

[[nodiscard]] Duration span_argument(const Napi::CallbackInfo& info, std::size_t index) {
    return Duration{static_cast<std::int64_t>(info[index].As<Napi::Number>().DoubleValue())};
}

/// Null where there is none; otherwise it lives as long as the argument.
[[nodiscard]] const Directory* directory_argument(const Napi::CallbackInfo& info, std::size_t index) {
    return info[index].IsNull() ? nullptr : DirectoryHandle::of(info[index]).get();
}

/// Null at the end; otherwise they live as long as the argument.
[[nodiscard]] std::optional<std::string_view> bytes_argument(const Napi::CallbackInfo& info, std::size_t index) {
    if (info[index].IsNull()) return std::nullopt;
    const auto bytes = info[index].As<Napi::Uint8Array>();
    return std::string_view{reinterpret_cast<const char*>(bytes.Data()), bytes.ByteLength()};
}

/// Node's own copy.
[[nodiscard]] Napi::Value buffer(Napi::Env env, std::string_view value) {
    return Napi::Buffer<char>::Copy(env, value.data(), value.size());
}

/// None where there is no directory, and of a number or a time that it does not know.
[[nodiscard]] std::optional<CallPlace> place_argument(const Napi::CallbackInfo& info, std::size_t index,
                                                      const CallFact& fact) {
    return place_if_known(fact, directory_argument(info, index));
}

template <Named Enum>
[[nodiscard]] Enum word_argument(const Napi::CallbackInfo& info, std::size_t index, const char* if_none) {
    const auto found = enumerator_named<Enum>(text_argument(info, index));
    if (!found) raise(info.Env(), {ErrorCode::invalid_value, if_none, {}});
    return *found;
}
[[nodiscard]] CallGroup group_argument(const Napi::CallbackInfo& info, std::size_t index) {
    return word_argument<CallGroup>(info, index, "calls are counted by no such thing");
}
/// None where there is none.
[[nodiscard]] std::optional<Channel> channel_argument(const Napi::CallbackInfo& info, std::size_t index) {
    if (info[index].IsNull()) return std::nullopt;
    return word_argument<Channel>(info, index, "there is no such channel");
}
[[nodiscard]] PictureForm form_argument(const Napi::CallbackInfo& info, std::size_t index) {
    return word_argument<PictureForm>(info, index, "there is no such form");
}
[[nodiscard]] Napi::Array pair_of(Napi::Env env, const BigQueryRow& row) {
    auto pair = Napi::Array::New(env, 2);
    pair.Set(0U, text(env, row.insert_id));
    pair.Set(1U, text(env, row.json));
    return pair;
}
[[nodiscard]] BigQueryTable table_argument(const Napi::CallbackInfo& info, std::size_t index) {
    return word_argument<BigQueryTable>(info, index, "there is no such table");
}

}  // namespace

Napi::Function CallFactsHandle::define(Napi::Env env) {
    return DefineClass(env, "CallFacts",
                       {
                           InstanceMethod<&CallFactsHandle::add>("add"),
                           InstanceMethod<&CallFactsHandle::add_kinesis>("addKinesis"),
                           InstanceMethod<&CallFactsHandle::find>("find"),
                           InstanceMethod<&CallFactsHandle::all>("all"),
                           InstanceMethod<&CallFactsHandle::service_figures>("serviceFigures"),
                           InstanceMethod<&CallFactsHandle::place>("place"),
                           InstanceMethod<&CallFactsHandle::forget_before>("forgetBefore"),
                           InstanceMethod<&CallFactsHandle::size>("size"),
                           InstanceMethod<&CallFactsHandle::traces>("traces"),
                           InstanceMethod<&CallFactsHandle::to_json>("toJson"),
                           InstanceMethod<&CallFactsHandle::records_of>("recordsOf"),
                           InstanceMethod<&CallFactsHandle::service_figures_by>("serviceFiguresBy"),
                           InstanceMethod<&CallFactsHandle::bigquery_row>("bigQueryRow"),
                           InstanceMethod<&CallFactsHandle::bigquery_message>("bigQueryMessage"),
                           InstanceMethod<&CallFactsHandle::bigquery_legs>("bigQueryLegs"),
                           InstanceMethod<&CallFactsHandle::arrow>("arrow"),
                           InstanceMethod<&CallFactsHandle::calls_by_quarter_hour>("callsByQuarterHour"),
                           InstanceMethod<&CallFactsHandle::results>("results"),
                           InstanceMethod<&CallFactsHandle::report>("report"),
                           InstanceMethod<&CallFactsHandle::picture>("picture"),
                           InstanceMethod<&CallFactsHandle::funnel>("funnel"),
                       });
}

Napi::Value CallFactsHandle::make(const Napi::CallbackInfo& info) {
    return wrap(Environment::of(info.Env()).call_facts, std::make_shared<CallFacts>());
}

Napi::Value CallFactsHandle::from_json(const Napi::CallbackInfo& info) {
    auto facts = value_or_raise(info.Env(), kept_call_facts_from_json(text_argument(info, 0)));
    return wrap(Environment::of(info.Env()).call_facts, std::make_shared<CallFacts>(std::move(facts)));
}

Napi::Value CallFactsHandle::to_json(const Napi::CallbackInfo& info) {
    return text(info.Env(), denwaban::to_json(*value()));
}

Napi::Value CallFactsHandle::records_of(const Napi::CallbackInfo& info) {
    return text(info.Env(), denwaban::to_json(value()->records_of({text_argument(info, 0)})));
}

Napi::Value CallFactsHandle::add(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    auto reading = value_or_raise(env, contact_record_from_json(text_argument(info, 0)));
    const auto change = value()->add(std::move(reading.value));
    return with_unknown(env, denwaban::to_json(change), reading.unknown);
}

Napi::Value CallFactsHandle::add_kinesis(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    auto batch = value_or_raise(env, contact_records_from_kinesis(text_argument(info, 0)));
    return text(env, denwaban::to_json(add_to(*value(), std::move(batch))));
}

Napi::Value CallFactsHandle::find(const Napi::CallbackInfo& info) {
    const auto fact = value()->find({text_argument(info, 0)});
    return fact ? text(info.Env(), denwaban::to_json(*fact)) : info.Env().Null();
}

Napi::Value CallFactsHandle::all(const Napi::CallbackInfo& info) {
    return text(info.Env(), denwaban::to_json(value()->all()));
}

Napi::Value CallFactsHandle::service_figures(const Napi::CallbackInfo& info) {
    const auto figures = denwaban::service_figures(value()->all(), span_argument(info, 0), channel_argument(info, 1));
    return text(info.Env(), denwaban::to_json(figures));
}

Napi::Value CallFactsHandle::service_figures_by(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto zone = zone_argument(info, 3);
    const auto calls = placed(value()->all(), directory_argument(info, 2));
    const auto figures = denwaban::service_figures_by(group_argument(info, 0), calls, span_argument(info, 1), zone,
                                                      channel_argument(info, 4));
    return text(env, denwaban::to_json(figures));
}

Napi::Value CallFactsHandle::place(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto fact = value()->find({text_argument(info, 0)});
    if (!fact) return env.Null();
    const auto place = value_or_raise(env, place_of(*fact, *DirectoryHandle::of(info[1])));
    return place ? text(env, denwaban::to_json(*place)) : env.Null();
}

Napi::Value CallFactsHandle::forget_before(const Napi::CallbackInfo& info) {
    value()->forget_before(instant_argument(info, 0));
    return info.Env().Undefined();
}

Napi::Value CallFactsHandle::size(const Napi::CallbackInfo& info) {
    return Napi::Number::New(info.Env(), static_cast<double>(value()->size()));
}

Napi::Value CallFactsHandle::traces(const Napi::CallbackInfo& info) {
    return text(info.Env(), denwaban::to_json(traces_of(value()->all(), directory_argument(info, 0))));
}

Napi::Value CallFactsHandle::bigquery_row(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto fact = value()->find({text_argument(info, 0)});
    if (!fact) return env.Null();
    const auto row = denwaban::bigquery_row(*fact, place_argument(info, 1, *fact));
    return pair_of(env, row);
}

Napi::Value CallFactsHandle::bigquery_legs(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    auto rows = Napi::Array::New(env);
    for (const auto& record : value()->records_of({text_argument(info, 0)})) {
        rows.Set(rows.Length(), pair_of(env, bigquery_leg(record)));
    }
    return rows;
}

Napi::Value CallFactsHandle::bigquery_message(const Napi::CallbackInfo& info) {
    const auto fact = value()->find({text_argument(info, 0)});
    if (!fact) return info.Env().Null();
    return buffer(info.Env(), denwaban::bigquery_message(*fact, place_argument(info, 1, *fact)));
}

Napi::Value CallFactsHandle::arrow(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    auto calls = placed(value()->all(), directory_argument(info, 0));
    return buffer(env, value_or_raise(env, arrow_ipc(std::move(calls))));
}

Napi::Value CallFactsHandle::calls_by_quarter_hour(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto zone = zone_argument(info, 0);
    const auto days = denwaban::calls_by_quarter_hour(value()->all(), zone, channel_argument(info, 1));
    return text(env, denwaban::to_json(value_or_raise(env, days)));
}

Napi::Value CallFactsHandle::results(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto zone = zone_argument(info, 1);
    return text(env, value_or_raise(
                         env, call_results_json(*value(), directory_argument(info, 0), zone, text_argument(info, 2))));
}

Napi::Value CallFactsHandle::report(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto zone = zone_argument(info, 1);
    return text(
        env, value_or_raise(env, call_report_html(*value(), directory_argument(info, 0), zone, month_argument(info, 2),
                                                  span_argument(info, 3), text_argument(info, 4))));
}

Napi::Value CallFactsHandle::picture(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto which = word_argument<CallPicture>(info, 0, "there is no such picture");
    const auto form = form_argument(info, 3);
    return text(
        env, value_or_raise(env, call_picture(which, *value(), zone_argument(info, 1), text_argument(info, 2), form)));
}

Napi::Value CallFactsHandle::funnel(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    return text(env, value_or_raise(env, funnel_picture(*value(), directory_argument(info, 0), text_argument(info, 1),
                                                        text_argument(info, 2), form_argument(info, 3))));
}

Napi::Function ContactRecordStreamHandle::define(Napi::Env env) {
    return DefineClass(env, "ContactRecordStream",
                       {
                           InstanceMethod<&ContactRecordStreamHandle::read>("read"),
                           InstanceMethod<&ContactRecordStreamHandle::add_to>("addTo"),
                       });
}

Napi::Value ContactRecordStreamHandle::make(const Napi::CallbackInfo& info) {
    return wrap(Environment::of(info.Env()).contact_record_stream, std::make_shared<ContactRecordStream>());
}

Napi::Value ContactRecordStreamHandle::read(const Napi::CallbackInfo& info) {
    return text(info.Env(), streamed_to_json(*value(), bytes_argument(info, 0)));
}

Napi::Value ContactRecordStreamHandle::add_to(const Napi::CallbackInfo& info) {
    return text(info.Env(), add_streamed(*CallFactsHandle::of(info[1]), *value(), bytes_argument(info, 0)));
}

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

Napi::Value answer_records(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto question = enumerator_named<RecordQuestion>(text_argument(info, 0));
    if (!question) throw Napi::TypeError::New(env, "no such question");
    return text(env, value_or_raise(env, answer(*question, text_argument(info, 1))));
}

Napi::Value read_contact_record(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto reading = value_or_raise(env, contact_record_from_json(text_argument(info, 0)));
    return with_unknown(env, denwaban::to_json(reading.value), reading.unknown);
}

Napi::Value read_kinesis_contact_records(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    return text(env, denwaban::to_json(value_or_raise(env, contact_records_from_kinesis(text_argument(info, 0)))));
}

Napi::Value read_delivered_events(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    return text(env, denwaban::to_json(value_or_raise(env, delivered_events_from_json(text_argument(info, 0)))));
}

Napi::Value is_redacted_key(const Napi::CallbackInfo& info) {
    Recording recording;
    recording.key = text_argument(info, 0);
    return Napi::Boolean::New(info.Env(), is_redacted(recording));
}

Napi::Value batch_item_failures(const Napi::CallbackInfo& info) {
    const auto shards = info[0].As<Napi::Array>();
    const auto sequences = info[1].As<Napi::Array>();
    const auto messages = info[2].As<Napi::Array>();
    const auto word = [](const Napi::Array& words, std::uint32_t place) {
        return words.Get(place).As<Napi::String>().Utf8Value();
    };
    std::vector<DeliveryPosition> failed;
    for (std::uint32_t place = 0; place < shards.Length() && place < sequences.Length(); ++place) {
        failed.emplace_back(KinesisPosition{word(shards, place), word(sequences, place)});
    }
    for (std::uint32_t place = 0; place < messages.Length(); ++place) {
        failed.emplace_back(MessageId{word(messages, place)});
    }
    return text(info.Env(), partial_batch_response(failed));
}

}  // namespace denwaban::node
