#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <denwaban/agent/agent_snapshot.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/core/strong.hpp>

namespace denwaban {

/// Why an agent's snapshot came: EventType of the agent event stream, or `snapshot` from amazon-connect-streams.
enum class AgentEventKind : std::uint8_t { snapshot, login, logout, state_change, heart_beat };
template <>
inline constexpr std::array<std::string_view, 5> names_of<AgentEventKind>{
    "snapshot", "login", "logout", "state_change", "heart_beat",
};

/// One event of one agent. Two events are the same if their times and ids are; streams' snapshots have no id, and are
/// the same if they are equal.
struct AgentEvent {
    std::string id;
    AgentEventKind kind = AgentEventKind::snapshot;
    AgentSnapshot snapshot;
    AgentId agent{};  ///< empty where the source does not say, as streams, which knows no other
    friend bool operator==(const AgentEvent&, const AgentEvent&) = default;
};

}  // namespace denwaban
