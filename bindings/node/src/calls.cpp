#include "calls.hpp"

#include <utility>

#include <denwaban/connect/contact_attributes.hpp>
#include <denwaban/documents/calls_json.hpp>
#include <denwaban/documents/dispositions_json.hpp>
#include <denwaban/talk/hand_over.hpp>
#include <denwaban/zones.hpp>

namespace denwaban::node {

namespace {

[[nodiscard]] const Catalogue& catalogue_argument(const Napi::CallbackInfo& info, std::size_t index) {
    return *CatalogueHandle::of(info[index]);
}

[[nodiscard]] WrapUpPolicy policy_argument(const Napi::CallbackInfo& info, std::size_t index) {
    return value_or_raise(info.Env(), wrap_up_policy_from_json(text_argument(info, index)));
}

[[nodiscard]] std::vector<Disposition> dispositions_argument(const Napi::CallbackInfo& info, std::size_t index,
                                                             const Catalogue& catalogue) {
    return value_or_raise(info.Env(), dispositions_from_json(text_argument(info, index), catalogue));
}

[[nodiscard]] Napi::Value list_of(Napi::Env env, std::initializer_list<Napi::Value> values) {
    return array(env, values, [](const Napi::Value& value) { return value; });
}

}  // namespace

Napi::Function CatalogueHandle::define(Napi::Env env) {
    return DefineClass(env, "Catalogue",
                       {
                           InstanceMethod<&CatalogueHandle::with>("with"),
                           InstanceMethod<&CatalogueHandle::check>("check"),
                           InstanceMethod<&CatalogueHandle::to_json>("toJson"),
                       });
}

Napi::Value CatalogueHandle::make(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    auto catalogue =
        info[0].IsUndefined() ? default_catalogue() : value_or_raise(env, catalogue_from_json(text_argument(info, 0)));
    return wrap(Environment::of(env).catalogue, std::make_shared<const Catalogue>(std::move(catalogue)));
}

Napi::Value CatalogueHandle::with(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto changes = value_or_raise(env, catalogue_changes_from_json(text_argument(info, 0)));
    auto changed = value_or_raise(env, value()->with(changes));
    return wrap(Environment::of(env).catalogue, std::make_shared<const Catalogue>(std::move(changed)));
}

Napi::Value CatalogueHandle::check(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto word = text_argument(info, 1);
    const auto wanted = enumerator_named<Completeness>(word).value_or(Completeness::with_data);
    return problems(env, denwaban::check(dispositions_argument(info, 0, *value()), *value(), wanted));
}

Napi::Value CatalogueHandle::to_json(const Napi::CallbackInfo& info) {
    return text(info.Env(), denwaban::to_json(*value()));
}

Napi::Function CallHandle::define(Napi::Env env) {
    return DefineClass(env, "Call",
                       {
                           InstanceMethod<&CallHandle::apply>("apply"),
                           InstanceMethod<&CallHandle::draft>("draft"),
                           InstanceMethod<&CallHandle::extend>("extend"),
                           InstanceMethod<&CallHandle::complete>("complete"),
                           InstanceMethod<&CallHandle::expire>("expire"),
                           InstanceMethod<&CallHandle::amend>("amend"),
                           InstanceMethod<&CallHandle::wrap_up_due>("wrapUpDue"),
                           InstanceMethod<&CallHandle::follow_ups>("followUps"),
                           InstanceMethod<&CallHandle::hand_over>("handOver"),
                           InstanceMethod<&CallHandle::contact_attributes>("contactAttributes"),
                           InstanceMethod<&CallHandle::describe>("describe"),
                           InstanceMethod<&CallHandle::to_json>("toJson"),
                       });
}

Napi::Value CallHandle::make(Napi::Env env, Call call) {
    return wrap(Environment::of(env).call, std::make_shared<const Call>(std::move(call)));
}

Napi::Value CallHandle::from_json(const Napi::CallbackInfo& info) {
    return make(info.Env(), value_or_raise(info.Env(), call_from_json(text_argument(info, 0))));
}

Napi::Value CallHandle::apply(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    auto occurrence = value_or_raise(env, call_occurrence_from_json(text_argument(info, 0)));
    auto step = value_or_raise(env, apply_if_room(*value(), std::move(occurrence)));
    const auto effect = step.effect ? text(env, name_of(*step.effect)) : env.Null();
    return list_of(env, {make(env, std::move(step.call)), effect});
}

Napi::Value CallHandle::draft(const Napi::CallbackInfo& info) {
    auto dispositions = dispositions_argument(info, 0, catalogue_argument(info, 2));
    const auto policy = policy_argument(info, 1);
    return make(info.Env(), value_or_raise(info.Env(), denwaban::draft(*value(), std::move(dispositions), policy)));
}

Napi::Value CallHandle::extend(const Napi::CallbackInfo& info) {
    const auto policy = policy_argument(info, 0);
    return make(info.Env(), value_or_raise(info.Env(), denwaban::extend(*value(), policy, instant_argument(info, 1))));
}

Napi::Value CallHandle::complete(const Napi::CallbackInfo& info) {
    return make(
        info.Env(),
        value_or_raise(info.Env(), denwaban::complete(*value(), policy_argument(info, 0), catalogue_argument(info, 1),
                                                      AgentId{text_argument(info, 2)}, instant_argument(info, 3))));
}

Napi::Value CallHandle::expire(const Napi::CallbackInfo& info) {
    return make(
        info.Env(),
        value_or_raise(info.Env(), denwaban::expire(*value(), policy_argument(info, 0), catalogue_argument(info, 1),
                                                    AgentId{text_argument(info, 2)}, instant_argument(info, 3))));
}

Napi::Value CallHandle::amend(const Napi::CallbackInfo& info) {
    const auto& catalogue = catalogue_argument(info, 1);
    return make(info.Env(),
                value_or_raise(info.Env(), amend_record(*value(), dispositions_argument(info, 0, catalogue), catalogue,
                                                        AgentId{text_argument(info, 2)}, instant_argument(info, 3),
                                                        text_argument(info, 4))));
}

Napi::Value CallHandle::wrap_up_due(const Napi::CallbackInfo& info) {
    return Napi::Number::New(info.Env(), milliseconds(denwaban::wrap_up_due(*value(), policy_argument(info, 0))));
}

Napi::Value CallHandle::follow_ups(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    if (!value()->record) return Napi::Array::New(env);
    return array(env, denwaban::follow_ups(*value()->record, catalogue_argument(info, 0)),
                 [env](const DueFollowUp& due) {
                     auto object = Napi::Object::New(env);
                     object.Set("code", text(env, due.code.text));
                     object.Set("what", text(env, follow_up_names[due.what.index()]));
                     const auto* escalate = std::get_if<Escalate>(&due.what);
                     object.Set("to", escalate != nullptr ? text(env, escalate->to) : env.Null());
                     object.Set("due", Napi::Date::New(env, milliseconds(due.due)));
                     return object;
                 });
}

Napi::Value CallHandle::hand_over(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto by = value_or_raise(env, HandOverTemplate::parse(text_argument(info, 0)));
    const HandOverContext context{text_argument(info, 2), text_argument(info, 3), zone_argument(info, 4)};
    return text(env, denwaban::hand_over(by, *value(), catalogue_argument(info, 1), context));
}

Napi::Value CallHandle::contact_attributes(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto too_large = enumerator_named<OnTooLarge>(text_argument(info, 0)).value_or(OnTooLarge::refuse);
    const auto made = value_or_raise(env, denwaban::contact_attributes(*value(), too_large));
    auto attributes = Napi::Object::New(env);
    for (const auto& [key, words] : made.attributes) attributes.Set(key, text(env, words));
    return list_of(env,
                   {attributes, array(env, made.shortened, [env](const std::string& key) { return text(env, key); })});
}

Napi::Value CallHandle::describe(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    return list_of(env, {text(env, name_of(state_of(*value()))), text(env, to_string(outcome_of(*value()))),
                         Napi::Number::New(env, milliseconds(answered_at(*value()))),
                         Napi::Number::New(env, milliseconds(closed_at(*value())))});
}

Napi::Value CallHandle::to_json(const Napi::CallbackInfo& info) {
    return text(info.Env(), denwaban::to_json(*value()));
}

Napi::Value call_event_of(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto kind = enumerator_named<ContactNoticeKind>(text_argument(info, 0));
    if (!kind) raise(env, Error{ErrorCode::invalid_value, "is no kind of notice of a contact", {}});
    const auto event = denwaban::call_event_of(*kind);
    return event ? text(env, name_of(CallEvent{*event})) : env.Null();
}

Napi::Value hand_over_templates(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    auto object = Napi::Object::New(env);
    object.Set("mailSubject", text(env, hand_over_mail_subject));
    object.Set("mail", text(env, hand_over_mail));
    object.Set("line", text(env, hand_over_line));
    object.Set("print", text(env, hand_over_print));
    return object;
}

}  // namespace denwaban::node
