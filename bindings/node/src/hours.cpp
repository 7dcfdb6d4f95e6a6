#include "hours.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <variant>

#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/hours/explain.hpp>
#include <denwaban/reservation/periods_of.hpp>
#include <denwaban/talk/hours_sentence.hpp>

#include "rules.hpp"

namespace denwaban::node {

namespace {

[[nodiscard]] const std::vector<Service>* services_of(const Outcome& outcome) {
    if (const auto* open = std::get_if<Open>(&outcome)) return &open->services;
    if (const auto* unknown = std::get_if<Unknown>(&outcome)) return &unknown->services;
    return nullptr;
}

[[nodiscard]] napi_value raised(napi_env env, const Error& error) {
    return Napi::details::WrapCallback(env, [&]() -> napi_value { raise(env, error); });
}

}  // namespace

CompiledHours::CompiledHours(const Napi::CallbackInfo& info)
    : Wrapped(info), slots_(Environment::of(info.Env()).slots.Value().Data()) {
    for (const auto& rule : value().rules().rules) {
        const auto* services = services_of(rule.then);
        if (services == nullptr) continue;
        for (const auto& service : *services) {
            service_places_.emplace(&service, static_cast<double>(service_names_.size()));
            service_names_.push_back(service.name);
        }
    }
}

Napi::Function CompiledHours::define(Napi::Env env) {
    return DefineClass(env, "Hours",
                       {
                           InstanceMethod<&CompiledHours::is_open_function>("isOpen"),
                           InstanceMethod<&CompiledHours::is_open_many>("isOpenMany"),
                           InstanceMethod<&CompiledHours::status>("status"),
                           InstanceMethod<&CompiledHours::periods>("periods"),
                           InstanceMethod<&CompiledHours::next_change>("nextChange"),
                           InstanceMethod<&CompiledHours::intervals>("intervals"),
                           InstanceMethod<&CompiledHours::explain>("explain"),
                           InstanceMethod<&CompiledHours::local_date>("localDate"),
                           InstanceMethod<&CompiledHours::zone>("zone"),
                           InstanceMethod<&CompiledHours::horizon>("horizon"),
                           InstanceMethod<&CompiledHours::rules>("rules"),
                           InstanceMethod<&CompiledHours::service_names>("serviceNames"),
                       });
}

Napi::Object CompiledHours::make(Napi::Env env, Hours hours) {
    return wrap(Environment::of(env).hours, std::move(hours));
}

Napi::Value CompiledHours::rules(const Napi::CallbackInfo& info) {
    return RulesHandle::make(info.Env(), {value().rules(), {}, std::string{value().zone().name()}});
}

Napi::Value CompiledHours::is_open_function(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    napi_value function = nullptr;
    napi_create_function(env, "isOpen", NAPI_AUTO_LENGTH, &CompiledHours::is_open, this, &function);
    return {env, function};
}

napi_value CompiledHours::is_open(napi_env env, napi_callback_info info) {
    std::size_t count = 1;
    napi_value argument = nullptr;
    void* self = nullptr;
    double at = no_time;
    napi_get_cb_info(env, info, &count, &argument, nullptr, &self);
    napi_get_value_double(env, argument, &at);
    const auto instant = instant_from(at);
    if (!instant) return raised(env, no_instant());
    const auto open = static_cast<CompiledHours*>(self)->value().is_open(*instant);
    if (!open.has_value()) return raised(env, open.error());
    napi_value answer = nullptr;
    napi_get_boolean(env, *open, &answer);
    return answer;
}

Napi::Value CompiledHours::is_open_many(const Napi::CallbackInfo& info) {
    const auto times = info[0].As<Napi::Float64Array>();
    auto answers = info[1].As<Napi::Uint8Array>();
    const std::span at{times.Data(), times.ElementLength()};
    const std::span open{answers.Data(), answers.ElementLength()};

    // Small enough to stay in the cache nearest to the processor.
    std::array<Instant, 256> instants;
    std::array<State, 256> states;
    for (std::size_t done = 0; done < at.size(); done += instants.size()) {
        const auto batch = at.subspan(done, std::min(instants.size(), at.size() - done));
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const auto instant = instant_from(batch[i]);
            if (!instant) raise(info.Env(), no_instant());
            instants[i] = *instant;
        }
        const auto answered = value().states(std::span{instants}.first(batch.size()), states);
        if (!answered) raise(info.Env(), answered.error());
        for (std::size_t i = 0; i < batch.size(); ++i) open[done + i] = states[i] == State::open ? 1 : 0;
    }
    return info.Env().Undefined();
}

double CompiledHours::place_of(const Service* service) const {
    return service == nullptr ? -1 : service_places_.find(service)->second;
}

/// Fills the slots; returns the business date, ten characters, and the reason behind it, because two texts made in C++
/// cost more than one that JavaScript cuts.
Napi::Value CompiledHours::status(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto status = value_or_raise(env, value().status(instant_argument(info, 0)));
    const auto set = [this](Slot slot, double number) { slots_[static_cast<std::size_t>(slot)] = number; };
    set(Slot::state, static_cast<double>(status.state));
    set(Slot::service, place_of(status.service));
    set(Slot::cause, static_cast<double>(status.reason.cause));
    set(Slot::closes_at, milliseconds(status.closes_at));
    set(Slot::last_order, milliseconds(status.last_orders.main()));
    set(Slot::last_order_food, milliseconds(status.last_orders.food));
    set(Slot::last_order_drink, milliseconds(status.last_orders.drink));
    set(Slot::last_order_entry, milliseconds(status.last_orders.entry));
    set(Slot::next_opening, milliseconds(status.next_opening));
    set(Slot::next_unknown, milliseconds(status.next_unknown));
    return text(env, to_string(status.business_date) + describe(status.reason));
}

Napi::Value CompiledHours::periods(const Napi::CallbackInfo& info) {
    return text(info.Env(), to_json(value_or_raise(info.Env(), periods_of(value(), date_argument(info, 0)))));
}

Napi::Value CompiledHours::next_change(const Napi::CallbackInfo& info) {
    const auto next = value_or_raise(info.Env(), value().next_change(instant_argument(info, 0)));
    return Napi::Number::New(info.Env(), milliseconds(next));
}

Napi::Object CompiledHours::opening(Napi::Env env, const Opening& opening) const {
    auto object = Napi::Object::New(env);
    object.Set("state", text(env, to_string(opening.state)));
    object.Set("begins", Napi::Date::New(env, milliseconds(opening.begins)));
    object.Set("ends", Napi::Date::New(env, milliseconds(opening.ends)));
    object.Set("businessDate", text(env, to_string(opening.business_date)));
    object.Set("service", text_or_null(env, opening.service != nullptr ? opening.service->name : ""));
    return object;
}

Napi::Value CompiledHours::intervals(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto openings = value_or_raise(env, value().intervals(instant_argument(info, 0), instant_argument(info, 1)));
    return array(env, openings, [&](const Opening& each) { return opening(env, each); });
}

Napi::Value CompiledHours::explain(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto explanation = value_or_raise(env, denwaban::explain(value(), date_argument(info, 0)));
    const auto rule = [env](const MatchedRule& matched) {
        auto object = Napi::Object::New(env);
        object.Set("rule", Napi::Number::New(env, static_cast<double>(matched.rule)));
        object.Set("precedence", text(env, to_string(matched.precedence)));
        object.Set("label", text(env, matched.label));
        return object;
    };
    const auto closing = [env](const MatchedClosing& matched) {
        auto object = Napi::Object::New(env);
        object.Set("closing", Napi::Number::New(env, static_cast<double>(matched.closing)));
        object.Set("fate", text(env, to_string(matched.fate)));
        object.Set("other", date_or_null(env, matched.other));
        object.Set("label", text(env, matched.label));
        return object;
    };
    const auto& winner = explanation.winner;
    auto object = Napi::Object::New(env);
    object.Set("date", text(env, to_string(explanation.date)));
    object.Set("holiday", text_or_null(env, explanation.holiday));
    object.Set("eveOf", text_or_null(env, explanation.eve_of));
    object.Set("dayAfter", text_or_null(env, explanation.day_after));
    object.Set("projected", Napi::Boolean::New(env, explanation.projected));
    object.Set("rules", array(env, explanation.rules, rule));
    object.Set("winner", winner ? Napi::Number::New(env, static_cast<double>(*winner)) : env.Null());
    object.Set("closings", array(env, explanation.closings, closing));
    object.Set("openings", array(env, explanation.openings, [&](const Opening& each) { return opening(env, each); }));
    object.Set("reason", text(env, describe(explanation.reason)));
    object.Set("cause", text(env, to_string(explanation.reason.cause)));
    return object;
}

Napi::Value CompiledHours::local_date(const Napi::CallbackInfo& info) {
    const auto local = value().zone().local_time(instant_argument(info, 0));
    return text(info.Env(), to_string(date::floor<date::days>(local)));
}

Napi::Value CompiledHours::zone(const Napi::CallbackInfo& info) { return text(info.Env(), value().zone().name()); }

Napi::Value CompiledHours::horizon(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    auto object = Napi::Object::New(env);
    object.Set("first", text(env, to_string(value().horizon().first)));
    object.Set("last", text(env, to_string(value().horizon().last)));
    return object;
}

Napi::Value CompiledHours::service_names(const Napi::CallbackInfo& info) {
    return array(info.Env(), service_names_, [&](const std::string& name) { return text(info.Env(), name); });
}

}  // namespace denwaban::node
