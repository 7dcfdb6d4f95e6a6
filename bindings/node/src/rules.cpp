#include "rules.hpp"

#include <array>
#include <utility>

#include <denwaban/documents/rules_json.hpp>
#include <denwaban/formats/hours_formats.hpp>
#include <denwaban/formats/japanese_hours.hpp>
#include <denwaban/formats/osm_hours.hpp>
#include <denwaban/pictures/month_picture.hpp>
#include <denwaban/talk/rules_sentence.hpp>
#include <denwaban/zones.hpp>

#include "calendar.hpp"
#include "hours.hpp"

namespace denwaban::node {

namespace {

[[nodiscard]] Napi::Array to_array(Napi::Env env, const Findings& findings) {
    return array(env, findings, [env](const Finding& finding) {
        auto object = Napi::Object::New(env);
        object.Set("kind", text(env, to_string(finding.kind)));
        object.Set("weight", text(env, to_string(finding.weight)));
        object.Set("message", text(env, finding.message));
        object.Set("where", text(env, to_string(finding.where)));
        object.Set("words", text(env, finding.words));
        object.Set("part", text(env, finding.part));
        auto dates = array(env, finding.dates, [env](Date date) { return text(env, to_string(date)); });
        dates.Freeze();
        object.Set("dates", dates);
        object.Freeze();
        return object;
    });
}

[[nodiscard]] Napi::Object to_object(Napi::Env env, const RulesWriting& writing) {
    auto object = Napi::Object::New(env);
    object.Set("text", text(env, writing.text));
    object.Set("findings", to_array(env, writing.findings));
    return object;
}

/// The rules compiled under a calendar and a zone, the arguments from `index` on.
[[nodiscard]] Hours compiled(const Napi::CallbackInfo& info, std::size_t index, const Rules& rules, Horizon horizon) {
    const auto env = info.Env();
    auto zone = zone_argument(info, index + 1);
    const auto& calendar = Calendar::of(info[index]);
    if (auto unknown = unknown_holidays(rules, calendar); !unknown.empty()) {
        std::ignore = value_or_raise(env, Expected<bool, Errors>{Unexpected{std::move(unknown)}});
    }
    return value_or_raise(env, Hours::compile(rules, calendar, std::move(zone), horizon));
}

}  // namespace

Napi::Function RulesHandle::define(Napi::Env env) {
    return DefineClass(env, "Rules",
                       {
                           InstanceMethod<&RulesHandle::describe>("describe"),
                           InstanceMethod<&RulesHandle::to_json>("toJson"),
                           InstanceMethod<&RulesHandle::to_japanese>("toJapanese"),
                           InstanceMethod<&RulesHandle::to_osm>("toOsm"),
                           InstanceMethod<&RulesHandle::write>("write"),
                           InstanceMethod<&RulesHandle::hours>("hours"),
                           InstanceMethod<&RulesHandle::svg>("svg"),
                           InstanceMethod<&RulesHandle::say>("say"),
                       });
}

Napi::Value RulesHandle::make(Napi::Env env, RulesReading reading) {
    return wrap(Environment::of(env).rules, std::move(reading));
}

Napi::Value RulesHandle::read(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto format = parse_hours_format(text_argument(info, 0));
    if (!format) raise(env, Error{ErrorCode::invalid_value, "no such format", {}});
    return make(env, value_or_raise(env, read_rules(*format, text_argument(info, 1))));
}

Napi::Value RulesHandle::read_listing(const Napi::CallbackInfo& info) {
    return make(info.Env(), rules_from_japanese(text_argument(info, 0), text_argument(info, 1)));
}

Napi::Value RulesHandle::describe(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    auto object = Napi::Object::New(env);
    object.Set("findings", to_array(env, value().findings));
    object.Set("isComplete", Napi::Boolean::New(env, is_complete(value().findings)));
    object.Set("zone", value().zone ? text(env, *value().zone) : env.Null());
    return object;
}

Napi::Value RulesHandle::to_json(const Napi::CallbackInfo& info) {
    return text(info.Env(), denwaban::to_json(value().rules));
}

Napi::Value RulesHandle::to_japanese(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto listing = denwaban::to_japanese(value().rules);
    auto object = Napi::Object::New(env);
    object.Set("open", text(env, listing.open));
    object.Set("close", text(env, listing.close));
    object.Set("findings", to_array(env, listing.findings));
    return object;
}

Napi::Value RulesHandle::to_osm(const Napi::CallbackInfo& info) {
    return to_object(info.Env(), denwaban::to_osm(value().rules));
}

Napi::Value RulesHandle::write(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto format = *parse_hours_format(text_argument(info, 0));
    const Horizon span{date_argument(info, 3), date_argument(info, 4)};
    const auto hours = compiled(info, 1, value().rules, span);
    return to_object(env, value_or_raise(env, write_rules(format, hours, span)));
}

Napi::Value RulesHandle::hours(const Napi::CallbackInfo& info) {
    const auto standard = Horizon::standard();
    const auto given = [&](std::size_t index) { return !info[index].IsUndefined(); };
    const Horizon horizon{given(2) ? date_argument(info, 2) : standard.first,
                          given(3) ? date_argument(info, 3) : standard.last};
    return CompiledHours::make(info.Env(), compiled(info, 0, value().rules, horizon));
}

Napi::Value RulesHandle::svg(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto month = month_argument(info, 2);
    const auto hours = compiled(info, 0, value().rules, {Date{month / 1}, Date{month / date::last}});
    return text(env, value_or_raise(env, month_svg(hours, month)));
}

Napi::Value RulesHandle::say(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto said = say_hours(value().rules);
    return array(env, std::array{said.text(), said.ssml()},
                 [env](const std::string& words) { return text(env, words); });
}

}  // namespace denwaban::node
