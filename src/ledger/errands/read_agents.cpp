#include <denwaban/connect/agent_event_stream.hpp>

#include "call_questions.hpp"
#include "reading.hpp"

namespace denwaban::ledger {

namespace {

/// The event of one record of the agent event stream, which must be the agent's.
[[nodiscard]] std::optional<AgentEvent> read_event(const Node& node, const AgentId& agent) {
    auto record = read_part(node, agent_stream_record_from_json);
    if (!record) return std::nullopt;
    if (record->value.agent != agent) {
        node.fail(ErrorCode::invalid_value, "is another agent's: " + record->value.agent.text);
        return std::nullopt;
    }
    return std::move(record->value.event);
}

}  // namespace

GivenErrand read_follow_agent(const Node& node) {
    auto asked = shapes::read_as<FollowAgent>(node);
    std::vector<AgentEvent> events;
    if (const auto records = node.is_object() ? node.member("records") : std::nullopt) {
        for (auto& event : records->list([&](const Node& one) { return read_event(one, asked.agent); })) {
            if (event) events.push_back(*std::move(event));
        }
    }
    if (!is_right(node)) return std::nullopt;
    ErrandRequest request;
    request.now = asked.now;
    return follow_agent(std::move(asked.agent), std::move(events), std::move(request));
}

}  // namespace denwaban::ledger
