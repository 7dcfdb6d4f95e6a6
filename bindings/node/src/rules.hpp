#pragma once

#include <denwaban/formats/rules_reading.hpp>

#include "wrapped.hpp"

namespace denwaban::node {

class RulesHandle : public Wrapped<RulesHandle, RulesReading> {
public:
    using Wrapped::Wrapped;

    [[nodiscard]] static Napi::Function define(Napi::Env env);
    [[nodiscard]] static Napi::Value make(Napi::Env env, RulesReading reading);

    /// (format, text)
    [[nodiscard]] static Napi::Value read(const Napi::CallbackInfo& info);
    /// (open, close)
    [[nodiscard]] static Napi::Value read_listing(const Napi::CallbackInfo& info);

private:
    Napi::Value describe(const Napi::CallbackInfo& info);
    Napi::Value to_json(const Napi::CallbackInfo& info);
    Napi::Value to_japanese(const Napi::CallbackInfo& info);
    Napi::Value to_osm(const Napi::CallbackInfo& info);
    /// (format, calendar, zone, first, last)
    Napi::Value write(const Napi::CallbackInfo& info);
    /// (calendar, zone, first, last)
    Napi::Value hours(const Napi::CallbackInfo& info);
    /// (calendar, zone, month)
    Napi::Value svg(const Napi::CallbackInfo& info);
    Napi::Value say(const Napi::CallbackInfo& info);
};

}  // namespace denwaban::node
