#include "outbound_caller.hpp"

#include <denwaban/connect/outbound_contact.hpp>
#include <denwaban/connect/outbound_whisper.hpp>
#include <denwaban/documents/outbound_caller_json.hpp>

#include "directory.hpp"
#include "restaurant.hpp"

namespace denwaban::node {

namespace {

[[nodiscard]] std::string text_of(const Napi::Value& value) { return value.As<Napi::String>().Utf8Value(); }

[[nodiscard]] std::optional<std::string> text_if_any(const Napi::Value& value) {
    return value.IsUndefined() ? std::nullopt : std::optional{text_of(value)};
}

[[nodiscard]] CallerDelivery delivery_of(const Napi::Value& queues) {
    if (queues.IsUndefined()) return ByNumber{};
    ByQueue by_queue;
    const auto list = queues.As<Napi::Array>();
    for (std::uint32_t i = 0; i < list.Length(); ++i) by_queue.queues.push_back({text_of(list.Get(i))});
    return by_queue;
}

[[nodiscard]] Napi::Array describe(Napi::Env env, const std::vector<PassedOver>& passed_over) {
    return array(env, passed_over, [env](const PassedOver& one) {
        auto object = Napi::Object::New(env);
        object.Set("source", text(env, to_string(one.source)));
        object.Set("number", text(env, one.number));
        object.Set("reason", text(env, to_string(one.reason)));
        return object;
    });
}

[[nodiscard]] Napi::Object describe(Napi::Env env, const OutboundCaller& caller) {
    auto object = Napi::Object::New(env);
    const auto* chosen = std::get_if<ChosenCaller>(&caller);
    if (chosen == nullptr) {
        object.Set("number", env.Null());
        object.Set("passedOver", describe(env, std::get<NoCaller>(caller).passed_over));
        return object;
    }
    object.Set("number", text(env, chosen->number.e164()));
    object.Set("source", text(env, to_string(chosen->source)));
    object.Set("queue", chosen->queue ? text(env, chosen->queue->text) : env.Null());
    object.Set("label", text(env, chosen->label));
    object.Set("passedOver", describe(env, chosen->passed_over));
    return object;
}

[[nodiscard]] std::optional<std::string> member_if_any(const Napi::Object& object, const char* key) {
    return text_if_any(object.Get(key));
}

[[nodiscard]] std::string member(const Napi::Object& object, const char* key) {
    return member_if_any(object, key).value_or("");
}

[[nodiscard]] std::map<std::string, std::string> texts(const Napi::Value& value) {
    std::map<std::string, std::string> all;
    const auto object = value.As<Napi::Object>();
    const auto keys = object.GetPropertyNames();
    for (std::uint32_t i = 0; i < keys.Length(); ++i) {
        const Napi::Value key = keys.Get(i);
        all.emplace(text_of(key), text_of(object.Get(key)));
    }
    return all;
}

}  // namespace

Napi::Function OutboundCallerHandle::define(Napi::Env env) {
    return DefineClass(env, "OutboundCallerPolicy",
                       {
                           InstanceMethod<&OutboundCallerHandle::choose>("choose"),
                           InstanceMethod<&OutboundCallerHandle::whisper>("whisper"),
                           InstanceMethod<&OutboundCallerHandle::to_json>("toJson"),
                       });
}

Napi::Value OutboundCallerHandle::from_json(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    auto policy = value_or_raise(env, outbound_caller_policy_from_json(text_argument(info, 0)));
    return wrap(Environment::of(env).outbound_caller, std::make_shared<const OutboundCallerPolicy>(std::move(policy)));
}

Napi::Value OutboundCallerHandle::choose(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto* restaurant = info[0].IsUndefined() ? nullptr : &RestaurantHandle::of(info[0])->restaurant;
    const auto callee = text_if_any(info[1]);
    const auto number =
        callee ? std::optional{value_or_raise(env, PhoneNumber::parse(*callee))} : std::optional<PhoneNumber>{};
    return describe(env, choose_outbound_caller(*value(), {restaurant, number, delivery_of(info[2]),
                                                           text_if_any(info[3]), text_if_any(info[4])}));
}

Napi::Value OutboundCallerHandle::whisper(const Napi::CallbackInfo& info) {
    const auto& directory = *DirectoryHandle::of(info[1]);
    auto attributes = Napi::Object::New(info.Env());
    for (const auto& [key, words] : outbound_whisper(text_argument(info, 0), *value(), directory)) {
        attributes.Set(key, text(info.Env(), words));
    }
    return attributes;
}

Napi::Value OutboundCallerHandle::to_json(const Napi::CallbackInfo& info) {
    return text(info.Env(), denwaban::to_json(*value()));
}

Napi::Value start_outbound_voice_contact(const Napi::CallbackInfo& info) {
    const auto given = info[0].As<Napi::Object>();
    OutboundVoiceContact contact;
    contact.instance_id = member(given, "instanceId");
    contact.contact_flow_id = member(given, "contactFlowId");
    contact.destination = member(given, "destination");
    contact.source = member_if_any(given, "source");
    contact.queue = member_if_any(given, "queue");
    contact.client_token = member_if_any(given, "clientToken");
    contact.related_contact_id = member_if_any(given, "relatedContactId");
    contact.name = member_if_any(given, "name");
    contact.description = member_if_any(given, "description");
    contact.traffic_type = member_if_any(given, "trafficType");
    const Napi::Value seconds = given.Get("ringTimeoutSeconds"), attributes = given.Get("attributes");
    if (!seconds.IsUndefined()) contact.ring_timeout_seconds = seconds.As<Napi::Number>().Int32Value();
    if (!attributes.IsUndefined()) contact.attributes = texts(attributes);
    return text(info.Env(), value_or_raise(info.Env(), denwaban::start_outbound_voice_contact(contact)));
}

Napi::Value agent_connect(const Napi::CallbackInfo& info) {
    const auto given = info[0].As<Napi::Object>();
    const AgentConnect call{member(given, "callee"), member(given, "queue"), member_if_any(given, "relatedContactId")};
    return text(info.Env(), value_or_raise(info.Env(), denwaban::agent_connect(call)));
}

}  // namespace denwaban::node
