#include "restaurant.hpp"

#include <denwaban/documents/restaurant_json.hpp>
#include <denwaban/restaurant/findings.hpp>

#include "calendar.hpp"
#include "hours.hpp"

namespace denwaban::node {

Terms terms_argument(const Napi::CallbackInfo& info) {
    const auto standard = Horizon::standard();
    const auto given = [&](std::size_t index) { return !info[index].IsUndefined(); };
    return {Calendar::of(info[1]),
            {given(2) ? date_argument(info, 2) : standard.first, given(3) ? date_argument(info, 3) : standard.last}};
}

Napi::Function RestaurantHandle::define(Napi::Env env) {
    return DefineClass(env, "Restaurant",
                       {
                           InstanceMethod<&RestaurantHandle::describe>("describe"),
                           InstanceMethod<&RestaurantHandle::findings>("findings"),
                           InstanceMethod<&RestaurantHandle::hours>("hours"),
                           InstanceMethod<&RestaurantHandle::to_json>("toJson"),
                       });
}

Napi::Value RestaurantHandle::make(Napi::Env env, SharedRestaurant restaurant) {
    return wrap(Environment::of(env).restaurant, std::move(restaurant));
}

Napi::Value RestaurantHandle::from_json(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    auto restaurant = value_or_raise(env, restaurant_from_json(text_argument(info, 0)));
    auto opened = value_or_raise(env, open(std::move(restaurant), terms_argument(info), ""));
    return make(env, std::make_shared<const OpenedRestaurant>(std::move(opened)));
}

Napi::Value RestaurantHandle::describe(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto& restaurant = value()->restaurant;
    auto object = Napi::Object::New(env);
    object.Set("id", text(env, restaurant.id.text));
    object.Set("name", text(env, restaurant.name));
    object.Set("kana", text(env, restaurant.kana));
    object.Set("zone", text(env, restaurant.zone));
    object.Set("lines", array(env, restaurant.lines, [env](const PhoneLine& line) {
                   auto described = Napi::Object::New(env);
                   described.Set("number", text(env, line.number.e164()));
                   described.Set("label", text(env, line.label));
                   return described;
               }));
    object.Set("notes", array(env, restaurant.notes, [env](const std::string& note) { return text(env, note); }));
    return object;
}

Napi::Value RestaurantHandle::findings(const Napi::CallbackInfo& info) {
    return problems(info.Env(), findings_of(value()->restaurant));
}

Napi::Value RestaurantHandle::hours(const Napi::CallbackInfo& info) {
    return CompiledHours::make(info.Env(), value()->hours);
}

Napi::Value RestaurantHandle::to_json(const Napi::CallbackInfo& info) {
    return text(info.Env(), denwaban::to_json(value()->restaurant));
}

}  // namespace denwaban::node
