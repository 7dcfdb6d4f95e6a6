#pragma once

#include <string>
#include <string_view>

#include <denwaban/call/call.hpp>
#include <denwaban/core/expected.hpp>

namespace denwaban {

/// Reads a call as `docs/schema/call.schema.json` has it; a call read back is the same call. Errors: each with a JSON
/// pointer, or a byte range where it is no JSON at all.
[[nodiscard]] Expected<Call, Errors> call_from_json(std::string_view text);
[[nodiscard]] std::string to_json(const Call& call);

/// `{"id": "e1", "event": "answered", "at": "2026-11-23T09:00:00Z"}`. Errors: `invalid_value` at `/event` also for the
/// desk's own events.
[[nodiscard]] Expected<OutsideOccurrence, Errors> call_occurrence_from_json(std::string_view text);

/// `{"demand": "required_with_data", "timer": {"limit": 60, "extension": 30, "extensions": 2}, "default_outcome":
/// null}`, spans of time in seconds.
[[nodiscard]] Expected<WrapUpPolicy, Errors> wrap_up_policy_from_json(std::string_view text);
[[nodiscard]] std::string to_json(const WrapUpPolicy& policy);

}  // namespace denwaban
