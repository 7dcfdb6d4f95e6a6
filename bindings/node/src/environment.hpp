#pragma once

#include <napi.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <denwaban/core/error.hpp>
#include <denwaban/core/expected.hpp>
#include <denwaban/core/time.hpp>
#include <denwaban/zones.hpp>

#include "arrays.hpp"

namespace denwaban::node {

class Workers;

/// Where `Hours::status` leaves what is a number: index.js makes an object of it many times faster than we could.
enum class Slot : std::size_t {
    state,
    service,
    business_date,  ///< in days from 1970-01-01 on
    closes_at,
    last_order,
    last_order_food,
    last_order_drink,
    last_order_entry,
    next_opening,
    next_unknown,
    phase,
    count,
};

/// All that is kept for one main thread or worker; nothing is shared between two of them.
struct Environment {
    Napi::FunctionReference denwaban_error;
    Napi::FunctionReference calendar;
    Napi::FunctionReference hours;
    Napi::FunctionReference restaurant;
    Napi::FunctionReference rules;
    Napi::FunctionReference directory;
    Napi::FunctionReference catalogue;
    Napi::FunctionReference call;
    Napi::FunctionReference day_book;
    Napi::FunctionReference customers;
    Napi::FunctionReference timeline;
    Napi::FunctionReference history;
    Napi::FunctionReference call_facts;
    Napi::FunctionReference contact_record_stream;
    Napi::FunctionReference reconciler;
    Napi::FunctionReference outbound_caller;
    Napi::FunctionReference ledger;
    Napi::FunctionReference errand;
    Napi::FunctionReference talk;
    Napi::FunctionReference live_transcript;
    Napi::FunctionReference dynamodb_exchange;
    Napi::FunctionReference dynamodb_errand;
    Napi::FunctionReference dynamodb_export;
    Napi::FunctionReference dynamodb_import;
    /// Apart, so that who reads does not wait for those who wait for the lock. Commits that wait at the same time share
    /// one sync of the disk: of sixteen it takes more than twice as many a second as of four.
    std::shared_ptr<Workers> readers;
    std::shared_ptr<Workers> writers;
    Napi::Reference<Napi::Float64Array> slots;  ///< of each `Slot` a number

    [[nodiscard]] static Environment& of(Napi::Env env) { return *env.GetInstanceData<Environment>(); }
};

/// `[{code, message, where}]`
[[nodiscard]] Napi::Array problems(Napi::Env env, const Errors& errors);

/// Throws a DenwabanError with all of `errors`.
[[noreturn]] void raise(Napi::Env env, const Errors& errors);
[[noreturn]] void raise(Napi::Env env, const Error& error);

/// The value, or its error thrown.
template <class T, class E>
[[nodiscard]] T value_or_raise(Napi::Env env, Expected<T, E> expected) {
    if (!expected.has_value()) raise(env, expected.error());
    return *std::move(expected);
}

inline constexpr double no_time = std::numeric_limits<double>::quiet_NaN();

/// ECMAScript's range of time.
inline constexpr double max_time = 8.64e15;

/// What holds at a fraction of a millisecond has held since that millisecond began.
[[nodiscard]] inline std::optional<Instant> instant_from(double milliseconds) noexcept {
    if (!(std::abs(milliseconds) <= max_time)) return std::nullopt;
    const auto towards_zero = static_cast<std::int64_t>(milliseconds);
    const auto down = towards_zero - (milliseconds < static_cast<double>(towards_zero) ? 1 : 0);
    return Instant{std::chrono::milliseconds{down}};
}

[[nodiscard]] inline Error no_instant() { return {ErrorCode::invalid_value, "is no time", {}}; }

/// Epoch milliseconds, many at once. Whatever else is given is of the wrong type.
[[nodiscard]] inline std::span<const double> instants_argument(const Napi::CallbackInfo& info, std::size_t index) {
    const auto given = info[index];
    if (!given.IsTypedArray() || given.As<Napi::TypedArray>().TypedArrayType() != napi_float64_array) {
        raise(info.Env(), Error{ErrorCode::wrong_type, "must be a Float64Array", {}});
    }
    const auto numbers = given.As<Napi::Float64Array>();
    return {taken_over(numbers).Data(), numbers.ElementLength()};
}

[[nodiscard]] inline Instant instant_argument(const Napi::CallbackInfo& info, std::size_t index) {
    const auto instant = instant_from(info[index].As<Napi::Number>().DoubleValue());
    if (!instant) raise(info.Env(), no_instant());
    return *instant;
}

[[nodiscard]] inline std::string text_argument(const Napi::CallbackInfo& info, std::size_t index) {
    return info[index].As<Napi::String>().Utf8Value();
}

/// The zone that an option `zone` names.
[[nodiscard]] inline TimeZone zone_argument(const Napi::CallbackInfo& info, std::size_t index) {
    auto zone = load_time_zone(text_argument(info, index));
    if (!zone) zone.error().where = JsonPointer{"/zone"};
    return value_or_raise(info.Env(), std::move(zone));
}

[[nodiscard]] inline Date date_argument(const Napi::CallbackInfo& info, std::size_t index) {
    const auto date = parse_date(text_argument(info, index));
    if (!date) raise(info.Env(), Error{ErrorCode::invalid_value, "must be a date, YYYY-MM-DD", {}});
    return *date;
}

/// YYYY-MM
[[nodiscard]] inline date::year_month month_argument(const Napi::CallbackInfo& info, std::size_t index) {
    const auto first = parse_date(text_argument(info, index) + "-01");
    if (!first) raise(info.Env(), Error{ErrorCode::invalid_value, "must be a month, YYYY-MM", {}});
    const date::year_month_day civil{*first};
    return civil.year() / civil.month();
}

[[nodiscard]] constexpr double milliseconds(Instant instant) noexcept {
    return static_cast<double>(instant.time_since_epoch().count());
}
[[nodiscard]] constexpr double milliseconds(const std::optional<Instant>& instant) noexcept {
    return instant ? milliseconds(*instant) : no_time;
}

[[nodiscard]] inline Napi::Value text(Napi::Env env, std::string_view text) {
    return Napi::String::New(env, text.data(), text.size());
}
/// Null instead of an empty text.
[[nodiscard]] inline Napi::Value text_or_null(Napi::Env env, std::string_view words) {
    return words.empty() ? env.Null() : text(env, words);
}
[[nodiscard]] inline Napi::Value date_or_null(Napi::Env env, std::optional<Date> date) {
    return date ? text(env, to_string(*date)) : env.Null();
}

template <class Range, class Convert>
[[nodiscard]] Napi::Array array(Napi::Env env, const Range& range, Convert&& convert) {
    auto list = Napi::Array::New(env, range.size());
    std::uint32_t index = 0;
    for (const auto& item : range) list.Set(index++, convert(item));
    return list;
}

}  // namespace denwaban::node
