#pragma once

#include <string>

#include "documents/json_document.hpp"

/// What is asked, so that a request key that was given for something else is noticed.
namespace denwaban::ledger {

/// A document in one way of writing it, whatever the order of its keys.
[[nodiscard]] std::string canonical(const formats::Json& document);

/// A command and who gives it, however they came.
[[nodiscard]] std::string asked_of_book(formats::Json command, formats::Json by);

}  // namespace denwaban::ledger
