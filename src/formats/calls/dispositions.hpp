#pragma once

#include <denwaban/call/disposition.hpp>

#include "../json_document.hpp"

namespace denwaban::formats {

[[nodiscard]] Json written(const Disposition& disposition);
[[nodiscard]] Json written(const std::vector<Disposition>& dispositions);

/// A disposition whose fields stand with their types, or without, where a catalogue has them.
[[nodiscard]] Disposition read_disposition(const Node& node, const Catalogue* catalogue);
[[nodiscard]] std::vector<Disposition> read_dispositions(const Node& node);

/// A word that may not be empty, as an id.
template <class Tag>
[[nodiscard]] Id<Tag> read_id(const Node& node) {
    return Id<Tag>{node.name()};
}

/// What is null or missing where there is none.
template <class Read, class T = std::invoke_result_t<Read, Node>>
[[nodiscard]] std::optional<T> read_if_any(const Fields& fields, std::string_view key, Read&& read) {
    const auto member = fields.optional(key);
    if (!member || member->value().is_null()) return std::nullopt;
    return std::invoke(read, *member);
}

}  // namespace denwaban::formats
