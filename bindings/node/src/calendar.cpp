#include "calendar.hpp"

namespace denwaban::node {

Napi::Function Calendar::define(Napi::Env env) {
    return DefineClass(env, "Calendar",
                       {
                           InstanceMethod<&Calendar::name>("name"),
                           InstanceMethod<&Calendar::ask<&HolidayCalendar::is_holiday>>("isHoliday"),
                           InstanceMethod<&Calendar::ask<&HolidayCalendar::is_pre_holiday, 1>>("isPreHoliday"),
                           InstanceMethod<&Calendar::ask<&HolidayCalendar::is_post_holiday, -1>>("isPostHoliday"),
                           InstanceMethod<&Calendar::ask<&HolidayCalendar::is_projected>>("isProjected"),
                           InstanceMethod<&Calendar::holidays>("holidays"),
                           InstanceMethod<&Calendar::span>("span"),
                           InstanceMethod<&Calendar::with>("with"),
                           InstanceMethod<&Calendar::without>("without"),
                       });
}

Napi::Value Calendar::make(Napi::Env env, HolidayCalendar calendar) {
    return wrap(Environment::of(env).calendar, std::move(calendar));
}

Napi::Value Calendar::japan(const Napi::CallbackInfo& info) { return make(info.Env(), HolidayCalendar::japan()); }

Date Calendar::known_date(const Napi::CallbackInfo& info, int days) {
    const auto date = date_argument(info, 0);
    static_cast<void>(value_or_raise(info.Env(), value().known(date + date::days{days})));
    return value_or_raise(info.Env(), value().known(date));
}

Napi::Value Calendar::name(const Napi::CallbackInfo& info) {
    const auto name = value().name(known_date(info));
    return name ? text(info.Env(), *name) : info.Env().Null();
}

Napi::Value Calendar::holidays(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    return array(env, value().holidays(), [env](const Holiday& holiday) {
        auto object = Napi::Object::New(env);
        object.Set("date", text(env, to_string(holiday.date)));
        object.Set("name", text(env, holiday.name));
        return object;
    });
}

Napi::Value Calendar::span(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    return array(env, std::array{value().first_date(), value().last_date()},
                 [env](Date date) { return text(env, to_string(date)); });
}

Napi::Value Calendar::with(const Napi::CallbackInfo& info) {
    return make(info.Env(), value_or_raise(info.Env(), value().with(date_argument(info, 0), text_argument(info, 1))));
}

Napi::Value Calendar::without(const Napi::CallbackInfo& info) {
    return make(info.Env(), value_or_raise(info.Env(), value().without(date_argument(info, 0))));
}

}  // namespace denwaban::node
