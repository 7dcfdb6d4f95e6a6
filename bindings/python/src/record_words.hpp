#pragma once

#include <optional>
#include <string>

#include <denwaban/core/names.hpp>
#include <denwaban/records/service_figures.hpp>

#include "refusal.hpp"

/// What records are asked with in words.
namespace denwaban::python {

template <Named Enum>
[[nodiscard]] Enum word_of(const std::string& name, const char* if_none) {
    const auto found = enumerator_named<Enum>(name);
    if (found) return *found;
    return value_of(Expected<Enum>{Unexpected{Error{ErrorCode::invalid_value, if_none, {}}}});
}
[[nodiscard]] inline CallGroup group_of(const std::string& name) {
    return word_of<CallGroup>(name, "calls are counted by no such thing");
}
[[nodiscard]] inline std::optional<Channel> channel_of(const std::optional<std::string>& name) {
    return name ? std::optional{word_of<Channel>(*name, "there is no such channel")} : std::nullopt;
}

}  // namespace denwaban::python
