#pragma once

#include <string>
#include <string_view>

#include <denwaban/agent/contact_history.hpp>
#include <denwaban/core/expected.hpp>

namespace denwaban {

/// A contact's history as JSON, to be kept between two events: what is read back goes on as if nothing had been.
[[nodiscard]] std::string to_json(const ContactHistory& history);

/// Errors: each with a JSON pointer, or a byte range where it is no JSON at all; a report of another contact.
[[nodiscard]] Expected<ContactHistory, Errors> contact_history_from_json(std::string_view text);

}  // namespace denwaban
