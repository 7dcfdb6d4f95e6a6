#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <denwaban/agent/agent_configuration.hpp>
#include <denwaban/agent/agent_event.hpp>
#include <denwaban/connect/reading.hpp>
#include <denwaban/core/expected.hpp>
#include <denwaban/core/strong.hpp>

namespace denwaban {

/// One record of the agent event stream ("Agent event streams data model"; versions 2017-10-01 and 2019-05-25).
struct AgentStreamRecord {
    AgentId agent;  ///< AgentARN
    std::string instance_arn;
    std::string version;
    AgentEvent event;
    std::optional<AgentConfiguration> configuration;
    std::optional<AgentSnapshot> previous;  ///< none at a login
    friend bool operator==(const AgentStreamRecord&, const AgentStreamRecord&) = default;
};

/// Errors: what is no JSON or has another shape; no AgentARN, EventId, EventTimestamp or EventType; an EventType that
/// is none of the four; no CurrentAgentSnapshot but at a LOGOUT. Each at its place.
[[nodiscard]] Expected<ConnectReading<AgentStreamRecord>, Errors> agent_stream_record_from_json(std::string_view text);

}  // namespace denwaban
