#pragma once

#include <array>
#include <string>

#include <denwaban/agent/adherence.hpp>

#include "documents/agents/agent_shapes.hpp"

namespace denwaban {

/// What a timeline told of one stay.
struct AgentStateRow {
    std::string agent;
    AgentStatusStay in;
    Instant told{};
};
struct ShiftRow {
    std::string agent;
    ShiftPart part;
};

namespace shapes {

inline constexpr std::array agent_state_row_fields{
    field<&AgentStateRow::agent>("agent", required),
    field<&AgentStateRow::in, &AgentStatusStay::stay, &AgentStay::state>("state", required),
    field<&AgentStateRow::in, &AgentStatusStay::status>("status", nullable, "What not_routable is called."),
    field<&AgentStateRow::in, &AgentStatusStay::stay, &AgentStay::from>("from", required),
    field<&AgentStateRow::in, &AgentStatusStay::stay, &AgentStay::until>("until", required,
                                                                         "So far, where it is `told`."),
    field<&AgentStateRow::told>("told", required, "When: from where a later telling begins, that one holds."),
};
template <>
inline constexpr Shape shape_of<AgentStateRow> = record<AgentStateRow>("AgentStateRow", "What an agent was doing.",
                                                                       agent_state_row_fields);

inline constexpr std::array shift_row_fields{
    field<&ShiftRow::agent>("agent", required),
    field<&ShiftRow::part, &ShiftPart::from>("from", required),
    field<&ShiftRow::part, &ShiftPart::until>("until", required),
    field<&ShiftRow::part, &ShiftPart::activity>("activity", required),
};
template <>
inline constexpr Shape shape_of<ShiftRow> = record<ShiftRow>("ShiftRow", "A part of an agent's shift.",
                                                             shift_row_fields);

}  // namespace shapes

}  // namespace denwaban
