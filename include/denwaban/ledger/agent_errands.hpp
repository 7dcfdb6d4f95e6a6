#pragma once

#include <optional>
#include <vector>

#include <denwaban/agent/agent_timeline.hpp>
#include <denwaban/ledger/errand.hpp>

namespace denwaban {

/// What became of an agent's events, each, and the state after the newest.
struct FollowedAgent {
    AgentId agent;
    std::vector<Applied> applied;
    AgentState state = AgentState::unknown;
    friend bool operator==(const FollowedAgent&, const FollowedAgent&) = default;
};

/// What is kept of an agent, as of an instant.
struct KeptAgent {
    AgentId agent;
    AgentState state = AgentState::unknown;
    std::optional<TimelineEntry> latest;
    AgentTimes times;  ///< since the first event
    friend bool operator==(const KeptAgent&, const KeptAgent&) = default;
};

/// Adds events of one agent to what is kept of theirs; twice, late or out of order they change nothing. Needs no
/// request key. Errors: `out_of_range` for one that is more than an hour later than it is told
/// (`/records/0`), and nothing is kept.
[[nodiscard]] Errand<FollowedAgent> follow_agent(AgentId agent, std::vector<AgentEvent> events, ErrandRequest request);

/// As of an instant no earlier than the latest event; none for an agent of whom nothing is kept.
[[nodiscard]] Errand<std::optional<KeptAgent>> find_agent(AgentId agent, Instant now);

/// Told only.
template <>
struct AnswerFormat<KeptAgent> {
    /// `{"agent", "state", "latest", "times"}`, times in milliseconds by state.
    [[nodiscard]] static std::string written(const KeptAgent& answer);
};

}  // namespace denwaban
