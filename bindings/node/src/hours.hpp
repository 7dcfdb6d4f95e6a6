#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include <denwaban/hours/hours.hpp>

#include "wrapped.hpp"

namespace denwaban::node {

class CompiledHours : public Wrapped<CompiledHours, Hours> {
public:
    explicit CompiledHours(const Napi::CallbackInfo& info);

    [[nodiscard]] static Napi::Function define(Napi::Env env);
    [[nodiscard]] static Napi::Object make(Napi::Env env, Hours hours);

private:
    /// Straight through Node-API: half of what a call costs is the wrapper that others can afford.
    static napi_value is_open(napi_env env, napi_callback_info info);

    Napi::Value is_open_function(const Napi::CallbackInfo& info);
    Napi::Value is_open_many(const Napi::CallbackInfo& info);
    Napi::Value status(const Napi::CallbackInfo& info);
    /// (date) → periods, as text
    Napi::Value periods(const Napi::CallbackInfo& info);
    Napi::Value next_change(const Napi::CallbackInfo& info);
    Napi::Value intervals(const Napi::CallbackInfo& info);
    Napi::Value explain(const Napi::CallbackInfo& info);
    Napi::Value local_date(const Napi::CallbackInfo& info);
    Napi::Value zone(const Napi::CallbackInfo& info);
    Napi::Value horizon(const Napi::CallbackInfo& info);
    Napi::Value rules(const Napi::CallbackInfo& info);
    Napi::Value service_names(const Napi::CallbackInfo& info);

    [[nodiscard]] double place_of(const Service* service) const;
    [[nodiscard]] Napi::Object opening(Napi::Env env, const Opening& opening) const;

    std::vector<std::string> service_names_;
    std::unordered_map<const Service*, double> service_places_;
    double* slots_;
};

}  // namespace denwaban::node
