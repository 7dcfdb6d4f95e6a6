#pragma once

#include <optional>
#include <string_view>

#include <denwaban/ledger/restaurant_errands.hpp>

#include "documents/reservations/reservations.hpp"
#include "ledger/port/ledger_words.hpp"

namespace denwaban::ledger {

/// Nothing where the floor plan is none, which is told.
[[nodiscard]] std::optional<BookTemplate> read_book_template(const Fields& fields);
/// As it is kept: `{"floor_plan": …, "policy": …}`.
[[nodiscard]] Expected<BookTemplate, Errors> book_template_from_json(std::string_view text);

}  // namespace denwaban::ledger

namespace denwaban {

[[nodiscard]] std::string to_json(const BookTemplate& made);

}  // namespace denwaban
