#include <denwaban/connect/agent_event.hpp>

#include "agent_readers.hpp"

namespace denwaban {

namespace connect {
namespace {

[[nodiscard]] AgentEvent read_agent_event(const Node& node, UnknownPlaces& unknown) {
    const bool names_agent = node.value().is_object() && node.value().contains("AgentARN");
    if (names_agent) return read_agent_stream_record(node, unknown).event;
    return {"", AgentEventKind::snapshot, read_streams_update(node, unknown)};
}

}  // namespace
}  // namespace connect

Expected<ConnectReading<AgentEvent>, Errors> agent_event_from_json(std::string_view text) {
    return connect::read_connect(text, connect::read_agent_event);
}

}  // namespace denwaban
