#include "records.hpp"

#include <utility>

#include <denwaban/connect/contact_record.hpp>
#include <denwaban/connect/kinesis.hpp>
#include <denwaban/documents/arrow.hpp>
#include <denwaban/documents/call_results_json.hpp>
#include <denwaban/documents/record_questions.hpp>
#include <denwaban/documents/records_json.hpp>
#include <denwaban/pictures/call_pictures.hpp>
#include <denwaban/pictures/call_report.hpp>
#include <denwaban/zones.hpp>

#include "contact_records.hpp"
#include "directory.hpp"
#include "record_values.hpp"

namespace denwaban::node {

namespace {

/// Null where there is none; otherwise it lives as long as the argument.
[[nodiscard]] const Directory* directory_argument(const Napi::CallbackInfo& info, std::size_t index) {
    return info[index].IsNull() ? nullptr : DirectoryHandle::of(info[index]).get();
}

/// None where there is no directory, and of a number or a time that it does not know.
[[nodiscard]] std::optional<CallPlace> place_argument(const Napi::CallbackInfo& info, std::size_t index,
                                                      const CallFact& fact) {
    return place_if_known(fact, directory_argument(info, index));
}

[[nodiscard]] PictureForm form_argument(const Napi::CallbackInfo& info, std::size_t index) {
    return word_argument<PictureForm>(info, index, "there is no such form");
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

Napi::Value answer_records(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto question = enumerator_named<RecordQuestion>(text_argument(info, 0));
    if (!question) throw Napi::TypeError::New(env, "no such question");
    return text(env, value_or_raise(env, answer(*question, text_argument(info, 1))));
}

}  // namespace denwaban::node
