#pragma once

#include <denwaban/call/call.hpp>

#include "documents/json_document.hpp"

namespace denwaban::formats {

[[nodiscard]] Call read_call(const Node& node);
/// Of one contact at least.
[[nodiscard]] Call read_call_of_contacts(const Node& node);
[[nodiscard]] OutsideOccurrence read_occurrence(const Node& node);
[[nodiscard]] WrapUpPolicy read_wrap_up_policy(const Node& node);
[[nodiscard]] Json written(const Call& call);

}  // namespace denwaban::formats
