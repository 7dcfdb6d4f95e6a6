#pragma once

#include <optional>

#include "kept_book.hpp"

namespace denwaban::ledger {

/// What has lapsed of a book by itself, and for too many customers to be written together with what is done to the
/// book.
[[nodiscard]] std::optional<Unanswered> lapses_first(const Readings& known, const OpenBook& open, Instant now);

}  // namespace denwaban::ledger
