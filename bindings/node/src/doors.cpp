#include "doors.hpp"

#include <denwaban/core/phone_number.hpp>
#include <denwaban/hours/hours.hpp>

#include "agents.hpp"
#include "calendar.hpp"
#include "calls.hpp"
#include "customers.hpp"
#include "day_books.hpp"
#include "directory.hpp"
#include "environment.hpp"
#include "hours.hpp"
#include "outbound_caller.hpp"
#include "restaurant.hpp"
#include "rules.hpp"
#include "talk.hpp"

namespace denwaban::node {

namespace {

/// (DenwabanError) → the same
Napi::Value bind(const Napi::CallbackInfo& info) {
    Environment::of(info.Env()).denwaban_error = Napi::Persistent(info[0].As<Napi::Function>());
    return info[0];
}

[[nodiscard]] Napi::Object describe(Napi::Env env, const PhoneNumber& number) {
    auto object = Napi::Object::New(env);
    object.Set("e164", text(env, number.e164()));
    object.Set("national", text(env, number.national()));
    object.Set("isJapanese", Napi::Boolean::New(env, number.is_japanese()));
    return object;
}

Napi::Value parse_phone_number(const Napi::CallbackInfo& info) {
    return describe(info.Env(), value_or_raise(info.Env(), PhoneNumber::parse(text_argument(info, 0))));
}

Napi::Value parse_caller(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto caller = value_or_raise(env, denwaban::parse_caller(text_argument(info, 0)));
    auto object = Napi::Object::New(env);
    const auto* number = std::get_if<PhoneNumber>(&caller);
    object.Set("number", number != nullptr ? describe(env, *number) : env.Null());
    object.Set("withheld", number != nullptr ? env.Null() : text(env, to_string(std::get<Withheld>(caller).reason)));
    return object;
}

template <class Names>
[[nodiscard]] Napi::Array words(Napi::Env env, const Names& names) {
    return array(env, names, [env](std::string_view name) { return text(env, name); });
}

}  // namespace

Napi::Object add_doors(Napi::Env env, Napi::Object exports) {
    auto* environment = new Environment;
    env.SetInstanceData(environment);
    environment->calendar = Napi::Persistent(Calendar::define(env));
    environment->hours = Napi::Persistent(CompiledHours::define(env));
    environment->restaurant = Napi::Persistent(RestaurantHandle::define(env));
    environment->rules = Napi::Persistent(RulesHandle::define(env));
    environment->directory = Napi::Persistent(DirectoryHandle::define(env));
    environment->catalogue = Napi::Persistent(CatalogueHandle::define(env));
    environment->call = Napi::Persistent(CallHandle::define(env));
    environment->day_book = Napi::Persistent(DayBookHandle::define(env));
    environment->customers = Napi::Persistent(CustomersHandle::define(env));
    environment->timeline = Napi::Persistent(TimelineHandle::define(env));
    environment->history = Napi::Persistent(HistoryHandle::define(env));
    environment->outbound_caller = Napi::Persistent(OutboundCallerHandle::define(env));
    environment->talk = Napi::Persistent(TalkHandle::define(env));
    environment->live_transcript = Napi::Persistent(LiveTranscriptHandle::define(env));
    environment->slots = Napi::Persistent(Napi::Float64Array::New(env, static_cast<std::size_t>(Slot::count)));

    exports.Set("version", text(env, DENWABAN_VERSION));
    exports.Set("states", words(env, names_of<State>));
    exports.Set("phases", words(env, names_of<Phase>));
    exports.Set("slots", environment->slots.Value());
    exports.Set("bind", Napi::Function::New<bind>(env));
    exports.Set("japan", Napi::Function::New<Calendar::japan>(env));
    exports.Set("restaurant", Napi::Function::New<RestaurantHandle::from_json>(env));
    exports.Set("directory", Napi::Function::New<DirectoryHandle::from_json>(env));
    exports.Set("readRules", Napi::Function::New<RulesHandle::read>(env));
    exports.Set("readListing", Napi::Function::New<RulesHandle::read_listing>(env));
    exports.Set("catalogue", Napi::Function::New<CatalogueHandle::make>(env));
    exports.Set("call", Napi::Function::New<CallHandle::from_json>(env));
    exports.Set("handOverTemplates", Napi::Function::New<hand_over_templates>(env));
    exports.Set("agentTimeline", Napi::Function::New<TimelineHandle::make>(env));
    exports.Set("agentTimelineFromJson", Napi::Function::New<TimelineHandle::from_json>(env));
    exports.Set("contactHistory", Napi::Function::New<HistoryHandle::make>(env));
    exports.Set("contactHistoryFromJson", Napi::Function::New<HistoryHandle::from_json>(env));
    exports.Set("dayBook", Napi::Function::New<DayBookHandle::from_json>(env));
    exports.Set("customers", Napi::Function::New<CustomersHandle::from_json>(env));
    exports.Set("googleBatchAvailabilityLookup", Napi::Function::New<google_batch_availability_lookup>(env));
    exports.Set("googleBookingDate", Napi::Function::New<google_booking_date>(env));
    exports.Set("readSchemaOrgReservation", Napi::Function::New<read_schema_org_reservation>(env));
    exports.Set("readConnect", Napi::Function::New<read_connect>(env));
    exports.Set("callEventOf", Napi::Function::New<call_event_of>(env));
    exports.Set("lifecycle", Napi::Function::New<lifecycle>(env));
    exports.Set("parsePhoneNumber", Napi::Function::New<parse_phone_number>(env));
    exports.Set("parseCaller", Napi::Function::New<parse_caller>(env));
    exports.Set("outboundCallerPolicy", Napi::Function::New<OutboundCallerHandle::from_json>(env));
    exports.Set("startOutboundVoiceContact", Napi::Function::New<start_outbound_voice_contact>(env));
    exports.Set("understand", Napi::Function::New<understand>(env));
    exports.Set("talk", Napi::Function::New<TalkHandle::make>(env));
    exports.Set("liveTranscript", Napi::Function::New<LiveTranscriptHandle::make>(env));
    exports.Set("agentConnect", Napi::Function::New<agent_connect>(env));
    return exports;
}

}  // namespace denwaban::node
