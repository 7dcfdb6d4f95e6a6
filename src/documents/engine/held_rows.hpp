#pragma once

#include <algorithm>
#include <iterator>

#include <denwaban/core/detail/holding.hpp>

#include "shape.hpp"

/// What decisions hold texts to is what their reader does, or it does not compile.
namespace denwaban::shapes {

[[nodiscard]] constexpr Sort sort_of(denwaban::detail::TextSort sort) noexcept {
    switch (sort) {
        case denwaban::detail::TextSort::label:
            return Sort::label;
        case denwaban::detail::TextSort::name:
            return Sort::name;
        case denwaban::detail::TextSort::text:
            return Sort::text;
    }
    return Sort::text;
}
/// Whether each label and each text of these fields, alone or in a list, is held as what it is, and nothing else.
[[nodiscard]] constexpr bool hold_alike(const auto& fields, const auto& texts, const auto& lists) {
    const auto is_of = [](const auto& row, const Field& field, const Shape& shape) {
        return row.key == field.key && sort_of(row.sort) == shape.sort;
    };
    const auto is_text = [](const Shape& shape) { return shape.sort == Sort::label || shape.sort == Sort::text; };
    std::size_t held = 0;
    for (const Field& field : fields) {
        const bool is_list = field.shape.sort == Sort::list;
        const auto& shape = is_list ? *field.shape.of : field.shape;
        const auto is_row = [&](const auto& row) { return is_of(row, field, shape); };
        const bool is_held = is_list ? std::ranges::any_of(lists, is_row) : std::ranges::any_of(texts, is_row);
        if (is_text(shape) && !is_held) return false;
        if (is_held && is_list && field.shape.most != static_cast<std::int64_t>(longest_list)) return false;
        held += is_held ? 1U : 0U;
    }
    return held == std::size(texts) + std::size(lists);
}

}  // namespace denwaban::shapes
