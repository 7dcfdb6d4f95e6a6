#include <denwaban/connect/agent_event.hpp>

#include <array>
#include <string>
#include <string_view>

#include "agent_readers.hpp"

namespace denwaban {

namespace connect {
namespace {

/// What else of Amazon Connect's is handed to a timeline, and what to do with it.
struct Mistaken {
    std::string_view key;
    std::string_view advice;
};
constexpr std::array mistaken{
    Mistaken{"Records", "is a batch of Kinesis or SQS: each record's data is an event, once it is decoded from base64"},
    Mistaken{"kinesis", "is a record of Kinesis: kinesis.data is the event, once it is decoded from base64"},
    Mistaken{"AWSContactTraceRecordFormatVersion", "is a contact record, which tells of a contact, not of an agent"},
    Mistaken{"detail-type", "is an event of EventBridge's, which tells of a contact: a ContactHistory takes it"},
    Mistaken{"eventType", "is a contact event: a ContactHistory takes it"},
    Mistaken{"data", "holds bytes, not what they say: decode them as UTF-8 first"},
};

[[nodiscard]] bool is_refused_with_advice(const Node& node) {
    const auto& value = node.value();
    if (!value.is_object() || value.contains("snapshotTimestamp") || value.contains("snapshot")) return false;
    for (const auto& [key, advice] : mistaken) {
        if (!value.contains(key)) continue;
        node.fail(ErrorCode::wrong_type, "must be an event of an agent; this " + std::string{advice});
        return true;
    }
    return false;
}

[[nodiscard]] AgentEvent read_agent_event(const Node& node, UnknownPlaces& unknown) {
    const bool names_agent = node.value().is_object() && node.value().contains("AgentARN");
    if (names_agent) return read_agent_stream_record(node, unknown).event;
    if (is_refused_with_advice(node)) return {};
    return {"", AgentEventKind::snapshot, read_streams_update(node, unknown)};
}

}  // namespace
}  // namespace connect

Expected<ConnectReading<AgentEvent>, Errors> agent_event_from_json(std::string_view text) {
    return connect::read_connect(text, connect::read_agent_event);
}

}  // namespace denwaban
