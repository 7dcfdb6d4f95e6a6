#pragma once

#include <optional>
#include <span>
#include <string_view>

#include <denwaban/ledger/errand.hpp>

#include "documents/engine/shape.hpp"

/// What may be asked of a ledger as a whole, and all that is said of it: a row a question.
namespace denwaban::ledger {

using formats::Node;
using shapes::Shape;
using GivenErrand = std::optional<JsonErrand>;

/// Whether an answer is there for whatever is asked.
enum class Finds : std::uint8_t { always, if_there };

struct Door {
    std::string_view name;    ///< the key of the errand's document
    std::string_view method;  ///< of which desk, in Python's words
    const Shape* question;
    const Shape* answer;
    Finds finds;  ///< null where there is none
    std::string_view about;
    /// A reader that finds something wrong tells it and makes no errand.
    GivenErrand (*open)(const Node& question);
};

[[nodiscard]] std::span<const Door> doors();

}  // namespace denwaban::ledger
