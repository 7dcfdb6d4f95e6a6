#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "documents/json_document.hpp"
#include "schedule.hpp"

namespace denwaban::formats::amazon_connect {

/// What `read` makes of a member of an object, or an error that it is missing.
template <class Read, class T = std::invoke_result_t<Read, Node>>
[[nodiscard]] T required(const Node& node, std::string_view key, Read&& read, T fallback = {}) {
    if (const auto member = node.if_any(key)) return std::invoke(std::forward<Read>(read), *member);
    if (node.value().is_object()) node.lacks(key);
    return fallback;
}

/// A `Config`.
[[nodiscard]] Week read_week(const Node& node);

/// One of `HoursOfOperationOverrideList`.
[[nodiscard]] Override read_override(const Node& node);

}  // namespace denwaban::formats::amazon_connect
