#include "hours.hpp"

#include <array>
#include <optional>
#include <span>
#include <variant>

#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/hours/explain.hpp>
#include <denwaban/pictures/month_picture.hpp>
#include <denwaban/reservation/periods_of.hpp>
#include <denwaban/talk/hours_sentence.hpp>

#include "calendar.hpp"
#include "rules.hpp"

namespace denwaban::node {

namespace {

[[nodiscard]] const std::vector<Service>* services_of(const Outcome& outcome) {
    if (const auto* open = std::get_if<Open>(&outcome)) return &open->services;
    if (const auto* unknown = std::get_if<Unknown>(&outcome)) return &unknown->services;
    return nullptr;
}

[[nodiscard]] std::uint8_t open_as_number(State state) { return state == State::open ? 1 : 0; }
[[nodiscard]] std::uint8_t state_as_number(State state) { return static_cast<std::uint8_t>(state); }

/// Who is asked, and about when.
struct MomentQuestion {
    const CompiledHours* self;
    double at;
};
[[nodiscard]] MomentQuestion moment_question(napi_env env, napi_callback_info info) {
    std::size_t count = 1;
    napi_value argument = nullptr;
    void* self = nullptr;
    double at = no_time;
    napi_get_cb_info(env, info, &count, &argument, nullptr, &self);
    napi_get_value_double(env, argument, &at);
    return {static_cast<const CompiledHours*>(self), at};
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
                           InstanceMethod<&CompiledHours::function<&CompiledHours::ask_is_open>>("isOpen"),
                           InstanceMethod<&CompiledHours::function<&CompiledHours::ask_status>>("status"),
                           InstanceMethod<&CompiledHours::many<&open_as_number>>("isOpenMany"),
                           InstanceMethod<&CompiledHours::many<&state_as_number>>("states"),
                           InstanceMethod<&CompiledHours::state>("state"),
                           InstanceMethod<&CompiledHours::words>("words"),
                           InstanceMethod<&CompiledHours::next_opening>("nextOpening"),
                           InstanceMethod<&CompiledHours::openings_on>("openingsOn"),
                           InstanceMethod<&CompiledHours::say>("say"),
                           InstanceMethod<&CompiledHours::calendar>("calendar"),
                           InstanceMethod<&CompiledHours::periods>("periods"),
                           InstanceMethod<&CompiledHours::next_change>("nextChange"),
                           InstanceMethod<&CompiledHours::intervals>("intervals"),
                           InstanceMethod<&CompiledHours::explain>("explain"),
                           InstanceMethod<&CompiledHours::local_date>("localDate"),
                           InstanceMethod<&CompiledHours::zone>("zone"),
                           InstanceMethod<&CompiledHours::horizon>("horizon"),
                           InstanceMethod<&CompiledHours::rules>("rules"),
                           InstanceMethod<&CompiledHours::service_names>("serviceNames"),
                           InstanceMethod<&CompiledHours::svg>("svg"),
                       });
}

Napi::Object CompiledHours::make(Napi::Env env, Hours hours) {
    return wrap(Environment::of(env).hours, std::move(hours));
}

Napi::Value CompiledHours::rules(const Napi::CallbackInfo& info) {
    return RulesHandle::make(info.Env(), {value().rules(), {}, std::string{value().zone().name()}});
}

template <napi_callback Function>
Napi::Value CompiledHours::function(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    napi_value function = nullptr;
    napi_create_function(env, nullptr, NAPI_AUTO_LENGTH, Function, this, &function);
    return {env, function};
}

Expected<bool> CompiledHours::is_open(double at) const {
    const auto instant = instant_from(at);
    if (!instant) return Unexpected{no_instant()};
    return value().is_open(*instant);
}

napi_value CompiledHours::ask_is_open(napi_env env, napi_callback_info info) {
    const auto [self, at] = moment_question(env, info);
    const auto open = self->is_open(at);
    if (!open.has_value()) return raised(env, open.error());
    napi_value answer = nullptr;
    napi_get_boolean(env, *open, &answer);
    return answer;
}

template <std::uint8_t (*Answer)(State)>
Napi::Value CompiledHours::many(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto at = instants_argument(info, 0);
    auto answers = Napi::Uint8Array::New(env, at.size());
    auto* const to = answers.Data();
    using Moment = date::sys_time<std::chrono::duration<double, std::milli>>;
    const auto instant = [from = at.data()](std::size_t i) { return Moment{Moment::duration{from[i]}}; };
    const auto answered =
        value().each_state(at.size(), instant, [to](std::size_t i, State state) { to[i] = Answer(state); });
    if (answered.has_value()) return handed_over(answers);
    for (std::size_t row = 0; row < at.size(); ++row) {
        const auto given = instant_from(at[row]);
        auto error = given ? value().state(*given) : Expected<State>{Unexpected{no_instant()}};
        if (error.has_value()) continue;
        raise(env, Error{error.error().code, error.error().message, JsonPointer{"/" + std::to_string(row)}});
    }
    return answers;
}

Napi::Value CompiledHours::state(const Napi::CallbackInfo& info) {
    return text(info.Env(), to_string(value_or_raise(info.Env(), value().state(instant_argument(info, 0)))));
}

double CompiledHours::place_of(const Service* service) const {
    return service == nullptr ? -1 : service_places_.find(service)->second;
}

void CompiledHours::fill(const Status& status) const {
    const auto set = [slots = slots_](Slot slot, double number) { slots[static_cast<std::size_t>(slot)] = number; };
    set(Slot::state, static_cast<double>(status.state));
    set(Slot::service, place_of(status.service));
    set(Slot::business_date, static_cast<double>(status.business_date.time_since_epoch().count()));
    set(Slot::closes_at, milliseconds(status.closes_at));
    set(Slot::last_order, milliseconds(status.last_orders.main()));
    set(Slot::last_order_food, milliseconds(status.last_orders.food));
    set(Slot::last_order_drink, milliseconds(status.last_orders.drink));
    set(Slot::last_order_entry, milliseconds(status.last_orders.entry));
    set(Slot::next_opening, milliseconds(status.next_opening));
    set(Slot::next_unknown, milliseconds(status.next_unknown));
    set(Slot::phase, status.phase ? static_cast<double>(index_of(*status.phase)) : -1);
}

Expected<const double*> CompiledHours::status(double at) const {
    const auto instant = instant_from(at);
    if (!instant) return Unexpected{no_instant()};
    const auto status = value().status(*instant);
    if (!status.has_value()) return Unexpected{status.error()};
    fill(*status);
    return slots_;
}

napi_value CompiledHours::ask_status(napi_env env, napi_callback_info info) {
    const auto [self, at] = moment_question(env, info);
    const auto status = self->status(at);
    if (!status.has_value()) return raised(env, status.error());
    return nullptr;
}

Napi::Value CompiledHours::words(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto status = value_or_raise(env, value().status(instant_argument(info, 0)));
    auto list = Napi::Array::New(env, 4);
    list.Set(0U, text(env, to_string(status.business_date)));
    list.Set(1U, text(env, describe(status.reason)));
    list.Set(2U, text(env, to_string(status.reason.cause)));
    list.Set(3U, text_or_null(env, status.reason.holiday));
    return list;
}

Napi::Value CompiledHours::periods(const Napi::CallbackInfo& info) {
    return text(info.Env(), to_json(value_or_raise(info.Env(), periods_of(value(), date_argument(info, 0)))));
}

Napi::Value CompiledHours::next_change(const Napi::CallbackInfo& info) {
    const auto next = value_or_raise(info.Env(), value().next_change(instant_argument(info, 0)));
    return Napi::Number::New(info.Env(), milliseconds(next));
}

Napi::Value CompiledHours::next_opening(const Napi::CallbackInfo& info) {
    const auto next = value_or_raise(info.Env(), value().next_opening(instant_argument(info, 0)));
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

Napi::Value CompiledHours::openings_on(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto openings = value_or_raise(env, value().openings_on(date_argument(info, 0)));
    return array(env, openings, [&](const Opening& each) { return opening(env, each); });
}

Napi::Value CompiledHours::say(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto at = instant_argument(info, 0);
    const auto said = announce(value(), value_or_raise(env, value().status(at)), at);
    return array(env, std::array{said.text(), said.ssml()},
                 [env](const std::string& words) { return text(env, words); });
}

Napi::Value CompiledHours::calendar(const Napi::CallbackInfo& info) {
    return Calendar::make(info.Env(), value().calendar());
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

Napi::Value CompiledHours::svg(const Napi::CallbackInfo& info) {
    return text(info.Env(), value_or_raise(info.Env(), month_svg(value(), month_argument(info, 0))));
}

Napi::Value CompiledHours::service_names(const Napi::CallbackInfo& info) {
    return array(info.Env(), service_names_, [&](const std::string& name) { return text(info.Env(), name); });
}

}  // namespace denwaban::node
