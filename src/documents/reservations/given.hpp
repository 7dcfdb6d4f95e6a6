#pragma once

#include <optional>

#include <denwaban/core/time_zone.hpp>
#include <denwaban/reservation/questions.hpp>

#include "documents/json_document.hpp"

/// What commands, edits and questions alike are given with.
namespace denwaban::formats {

[[nodiscard]] Now read_now(const Node& node, const TimeZone& zone);
[[nodiscard]] SearchBudget read_budget(const Node& node);
[[nodiscard]] By read_by(const Node& node, const TimeZone& zone);

/// Whatever a reader may not have made.
template <class T>
[[nodiscard]] Expected<T, Errors> unwrapped(Expected<std::optional<T>, Errors> read) {
    if (!read) return Unexpected{std::move(read).error()};
    return **std::move(read);
}

}  // namespace denwaban::formats
