#pragma once

#include <optional>
#include <string_view>

#include <denwaban/documents/bigquery.hpp>
#include <denwaban/records/service_figures.hpp>

#include "environment.hpp"

/// What records are asked with, and rows as they are given.
namespace denwaban::node {

[[nodiscard]] inline Duration span_argument(const Napi::CallbackInfo& info, std::size_t index) {
    return Duration{static_cast<std::int64_t>(info[index].As<Napi::Number>().DoubleValue())};
}

/// Node's own copy.
[[nodiscard]] inline Napi::Value buffer(Napi::Env env, std::string_view value) {
    return Napi::Buffer<char>::Copy(env, value.data(), value.size());
}

template <Named Enum>
[[nodiscard]] Enum word_argument(const Napi::CallbackInfo& info, std::size_t index, const char* if_none) {
    const auto found = enumerator_named<Enum>(text_argument(info, index));
    if (!found) raise(info.Env(), {ErrorCode::invalid_value, if_none, {}});
    return *found;
}
[[nodiscard]] inline CallGroup group_argument(const Napi::CallbackInfo& info, std::size_t index) {
    return word_argument<CallGroup>(info, index, "calls are counted by no such thing");
}
/// None where there is none.
[[nodiscard]] inline std::optional<Channel> channel_argument(const Napi::CallbackInfo& info, std::size_t index) {
    if (info[index].IsNull()) return std::nullopt;
    return word_argument<Channel>(info, index, "there is no such channel");
}
[[nodiscard]] inline Napi::Array pair_of(Napi::Env env, const BigQueryRow& row) {
    auto pair = Napi::Array::New(env, 2);
    pair.Set(0U, text(env, row.insert_id));
    pair.Set(1U, text(env, row.json));
    return pair;
}

}  // namespace denwaban::node
