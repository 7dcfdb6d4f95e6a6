#pragma once

#include <string_view>

#include <denwaban/agent/agent_event.hpp>
#include <denwaban/connect/reading.hpp>
#include <denwaban/core/expected.hpp>

namespace denwaban {

/// Reads what an agent's timeline follows, from either source: a record of the agent event stream, which has an
/// `AgentARN`, or else a snapshot of amazon-connect-streams. Errors: those of `agent_stream_record_from_json` and
/// `streams_snapshot_from_json`.
[[nodiscard]] Expected<ConnectReading<AgentEvent>, Errors> agent_event_from_json(std::string_view text);

}  // namespace denwaban
