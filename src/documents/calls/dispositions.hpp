#pragma once

#include <denwaban/call/disposition.hpp>

#include "documents/json_document.hpp"

namespace denwaban::formats {

[[nodiscard]] Json written(const Disposition& disposition);
[[nodiscard]] Json written(const std::vector<Disposition>& dispositions);

/// A disposition whose fields stand with their types, or without, where a catalogue has them.
[[nodiscard]] Disposition read_disposition(const Node& node, const Catalogue* catalogue);
[[nodiscard]] std::vector<Disposition> read_dispositions(const Node& node);

}  // namespace denwaban::formats
