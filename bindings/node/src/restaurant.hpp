#pragma once

#include <memory>

#include <denwaban/restaurant/restaurant.hpp>

#include "opening.hpp"
#include "wrapped.hpp"

namespace denwaban::node {

/// A restaurant of its own or, without a copy, one of a directory's.
using SharedRestaurant = std::shared_ptr<const OpenedRestaurant>;

class RestaurantHandle : public Wrapped<RestaurantHandle, SharedRestaurant> {
public:
    using Wrapped::Wrapped;

    [[nodiscard]] static Napi::Function define(Napi::Env env);
    [[nodiscard]] static Napi::Value make(Napi::Env env, SharedRestaurant restaurant);
    /// (text, calendar, first, last)
    [[nodiscard]] static Napi::Value from_json(const Napi::CallbackInfo& info);

private:
    Napi::Value describe(const Napi::CallbackInfo& info);
    Napi::Value findings(const Napi::CallbackInfo& info);
    Napi::Value hours(const Napi::CallbackInfo& info);
    Napi::Value to_json(const Napi::CallbackInfo& info);
};

/// The arguments from the second on: calendar, first and last date, each of them standard if undefined.
[[nodiscard]] Terms terms_argument(const Napi::CallbackInfo& info);

}  // namespace denwaban::node
