#pragma once

#include <string_view>

#include <denwaban/agent/agent_stream_record.hpp>
#include <denwaban/connect/reading.hpp>
#include <denwaban/core/expected.hpp>

namespace denwaban {

/// Errors: what is no JSON or has another shape; no AgentARN, EventId, EventTimestamp or EventType; an EventType that
/// is none of the four; no CurrentAgentSnapshot but at a LOGOUT. Each at its place.
[[nodiscard]] Expected<ConnectReading<AgentStreamRecord>, Errors> agent_stream_record_from_json(std::string_view text);

}  // namespace denwaban
