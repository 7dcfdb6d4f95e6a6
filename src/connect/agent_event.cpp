#include <denwaban/connect/agent_event.hpp>

#include <array>
#include <string>
#include <string_view>

#include "agent_readers.hpp"

namespace denwaban {

namespace connect {
namespace {

constexpr std::array mistaken_documents{
    Mistaken{"AWSContactTraceRecordFormatVersion", "is a contact record, which tells of a contact, not of an agent"},
    Mistaken{"detail-type", "is an event of EventBridge's, which tells of a contact: a ContactHistory takes it"},
    Mistaken{"eventType", "is a contact event: a ContactHistory takes it"},
};

[[nodiscard]] AgentEvent read_agent_event(const Node& node, UnknownPlaces& unknown) {
    const bool names_agent = node.value().is_object() && node.value().contains("AgentARN");
    if (names_agent) return read_agent_stream_record(node, unknown).event;
    const bool is_snapshot = node.member("snapshotTimestamp") || node.member("snapshot");
    if (!is_snapshot && is_refused_with_advice(node, "an event of an agent", {mistaken_batches, mistaken_documents})) {
        return {};
    }
    return {"", AgentEventKind::snapshot, read_streams_update(node, unknown)};
}

}  // namespace

bool is_refused_with_advice(const Node& node, std::string_view wanted,
                            std::initializer_list<std::span<const Mistaken>> tables) {
    const auto& value = node.value();
    const auto refuse = [&](std::string_view advice) {
        node.fail(ErrorCode::wrong_type, "must be " + std::string{wanted} + "; this " + std::string{advice});
        return true;
    };
    if (value.is_array()) return refuse("is a list: each of it is taken by itself");
    if (!value.is_object()) return false;
    for (const auto& table : tables) {
        for (const auto& [key, advice] : table) {
            if (value.contains(key)) return refuse(advice);
        }
    }
    return false;
}

}  // namespace connect

Expected<ConnectReading<AgentEvent>, Errors> agent_event_from_json(std::string_view text) {
    return connect::read_connect(text, connect::read_agent_event);
}

}  // namespace denwaban
