#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include <denwaban/hours/hours.hpp>

#include "wrapped.hpp"

namespace denwaban::node {

class CompiledHours : public Wrapped<CompiledHours, Hours> {
public:
    explicit CompiledHours(const Napi::CallbackInfo& info);

    [[nodiscard]] static std::size_t bytes_of(const Hours& hours) noexcept { return hours.bytes(); }
    [[nodiscard]] static Napi::Function define(Napi::Env env);
    [[nodiscard]] static Napi::Object make(Napi::Env env, Hours hours);

    /// At epoch milliseconds.
    [[nodiscard]] Expected<bool> is_open(double at) const;
    /// The environment's slots, filled.
    [[nodiscard]] Expected<const double*> status(double at) const;

private:
    /// Straight through Node-API: half of what a call costs is the wrapper that others can afford.
    static napi_value ask_is_open(napi_env env, napi_callback_info info);
    /// Fills the slots.
    static napi_value ask_status(napi_env env, napi_callback_info info);

    template <napi_callback Function>
    Napi::Value function(const Napi::CallbackInfo& info);
    /// (Float64Array) → Uint8Array, of each state what `Answer` makes of it
    template <std::uint8_t (*Answer)(State)>
    Napi::Value many(const Napi::CallbackInfo& info);
    Napi::Value state(const Napi::CallbackInfo& info);
    /// → [business date, reason, cause, holiday]
    Napi::Value words(const Napi::CallbackInfo& info);
    Napi::Value next_opening(const Napi::CallbackInfo& info);
    Napi::Value openings_on(const Napi::CallbackInfo& info);
    /// → [text, SSML]
    Napi::Value say(const Napi::CallbackInfo& info);
    Napi::Value calendar(const Napi::CallbackInfo& info);
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
    Napi::Value svg(const Napi::CallbackInfo& info);

    [[nodiscard]] double place_of(const Service* service) const;
    void fill(const Status& status) const;
    [[nodiscard]] Napi::Object opening(Napi::Env env, const Opening& opening) const;

    std::vector<std::string> service_names_;
    std::unordered_map<const Service*, double> service_places_;
    double* slots_;  ///< the environment's, which nobody else has
};

}  // namespace denwaban::node
