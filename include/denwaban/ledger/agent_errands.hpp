#pragma once

#include <optional>
#include <vector>

#include <denwaban/agent/agent_timeline.hpp>
#include <denwaban/ledger/errand.hpp>

namespace denwaban {

/// Adds events of one agent to what is kept of theirs; twice, late or out of order they change nothing. Needs no
/// request key. Answers `{"agent", "applied": ["now"], "state"}`: for each event what became of it, and the state after
/// the newest.
[[nodiscard]] Errand follow_agent(AgentId agent, std::vector<AgentEvent> events, ErrandRequest request);

/// Answers `{"agent", "state", "latest", "times"}` as of an instant no earlier than the latest event; null for an agent
/// of whom nothing is kept. `times` are milliseconds by state, since the first event.
[[nodiscard]] Errand find_agent(AgentId agent, Instant now);

}  // namespace denwaban
