#include "directory.hpp"

#include <denwaban/connect/contact_flow.hpp>
#include <denwaban/documents/restaurant_json.hpp>

#include "restaurant.hpp"

namespace denwaban::node {

namespace {

[[nodiscard]] Expected<Directory, Errors> open_all(std::vector<Restaurant> restaurants, const Terms& terms) {
    std::vector<OpenedRestaurant> opened;
    Errors errors;
    for (std::size_t i = 0; i < restaurants.size(); ++i) {
        auto restaurant = open(std::move(restaurants[i]), terms, "/" + std::to_string(i));
        if (restaurant) {
            opened.push_back(*std::move(restaurant));
        } else {
            errors.insert(errors.end(), restaurant.error().begin(), restaurant.error().end());
        }
    }
    if (!errors.empty()) return Unexpected{std::move(errors)};
    return Directory::make(std::move(opened));
}

}  // namespace

std::size_t DirectoryHandle::bytes_of(const SharedDirectory& directory) noexcept {
    std::size_t bytes = 0;
    for (const auto& restaurant : directory->restaurants()) bytes += restaurant.hours.bytes();
    return bytes;
}

Napi::Function DirectoryHandle::define(Napi::Env env) {
    return DefineClass(env, "Directory",
                       {
                           InstanceMethod<&DirectoryHandle::restaurants>("restaurants"),
                           InstanceMethod<&DirectoryHandle::find>("find"),
                           InstanceMethod<&DirectoryHandle::contact_flow>("contactFlow"),
                       });
}

Napi::Value DirectoryHandle::from_json(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    auto restaurants = value_or_raise(env, restaurants_from_json(text_argument(info, 0)));
    auto directory = value_or_raise(env, open_all(std::move(restaurants), terms_argument(info)));
    return wrap(Environment::of(env).directory, std::make_shared<const Directory>(std::move(directory)));
}

Napi::Value DirectoryHandle::restaurants(const Napi::CallbackInfo& info) {
    return array(info.Env(), value()->restaurants(), [&](const OpenedRestaurant& restaurant) {
        return RestaurantHandle::make(info.Env(), SharedRestaurant{value(), &restaurant});
    });
}

Napi::Value DirectoryHandle::find(const Napi::CallbackInfo& info) {
    const auto words = text_argument(info, 0);
    const auto* found = value()->find(RestaurantId{words});
    if (found == nullptr) {
        const auto number = PhoneNumber::parse(words);
        found = number ? value()->find(*number) : nullptr;
    }
    if (found == nullptr) return info.Env().Null();
    return Napi::Number::New(info.Env(), static_cast<double>(found - value()->restaurants().data()));
}

Napi::Value DirectoryHandle::contact_flow(const Napi::CallbackInfo& info) {
    const auto at = instant_argument(info, 1);
    auto attributes = Napi::Object::New(info.Env());
    for (const auto& [key, words] : denwaban::contact_flow(text_argument(info, 0), *value(), at)) {
        attributes.Set(key, text(info.Env(), words));
    }
    return attributes;
}

}  // namespace denwaban::node
