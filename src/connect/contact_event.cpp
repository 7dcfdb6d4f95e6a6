#include <denwaban/connect/contact_event.hpp>

#include "open_object.hpp"

namespace denwaban {

namespace {

using connect::Node;
using connect::OpenObject;
using connect::UnknownPlaces;

/// Some samples of the guide write a key with another capital than its data model.
[[nodiscard]] std::optional<Node> either(const OpenObject& object, std::string_view key, std::string_view other) {
    auto member = object.present(key);
    return member ? member : object.present(other);
}

struct Times {
    std::optional<Instant> initiated, connected_to_system, disconnected, queued, connected_to_agent;
};

/// When what is reported came about; none where only the envelope can tell.
[[nodiscard]] std::optional<Instant> time_of(ContactReportKind kind, const Times& times) {
    switch (kind) {
        case ContactReportKind::initiated:
            return times.initiated;
        case ContactReportKind::connected_to_system:
            return times.connected_to_system;
        case ContactReportKind::queued:
            return times.queued;
        case ContactReportKind::connected_to_agent:
            return times.connected_to_agent;
        case ContactReportKind::disconnected:
            return times.disconnected;
        case ContactReportKind::paused:
        case ContactReportKind::resumed:
        case ContactReportKind::completed:
        case ContactReportKind::contact_data_updated:
        case ContactReportKind::amd_disabled:
        case ContactReportKind::unknown:
            return std::nullopt;
    }
    return std::nullopt;
}

[[nodiscard]] ContactReport read_detail(const Node& node, Times& times, UnknownPlaces& unknown) {
    const OpenObject object{node,
                            {"eventType",
                             "contactId",
                             "initialContactId",
                             "previousContactId",
                             "relatedContactId",
                             "channel",
                             "instanceArn",
                             "instanceARN",
                             "initiationMethod",
                             "initiationTimestamp",
                             "connectedToSystemTimestamp",
                             "disconnectTimestamp",
                             "disconnectReason",
                             "queueInfo",
                             "agentInfo",
                             "AgentInfo",
                             "customerVoiceActivity",
                             "CustomerVoiceActivity",
                             "tags",
                             "attributes",
                             "scheduledTimestamp",
                             "updatedProperties",
                             "campaign",
                             "answeringMachineDetectionStatus",
                             "contactLens",
                             "routingCriteria",
                             "segmentAttributes",
                             "qualityMetrics",
                             "chatMetrics",
                             "customerId",
                             "customerEndpoint",
                             "systemEndpoint",
                             "recordings",
                             "contactDetails",
                             "contactEvaluations",
                             "outboundStrategy",
                             "globalResiliencyMetadata",
                             "lastPausedTimestamp",
                             "lastResumedTimestamp",
                             "totalPauseCount",
                             "totalPauseDurationInSeconds"},
                            unknown};
    ContactReport report;
    report.kind = object.word<ContactReportKind>("eventType");
    std::ignore = object.required_text("eventType");
    report.contact = {object.required_text("contactId")};
    report.initial = object.id<struct ContactTag>("initialContactId");
    report.previous = object.id<struct ContactTag>("previousContactId");
    report.channel = object.word<Channel>("channel");
    report.initiation = object.word<Initiation>("initiationMethod");
    report.disconnect_reason = object.text("disconnectReason");
    times.initiated = object.time("initiationTimestamp");
    times.connected_to_system = object.time("connectedToSystemTimestamp");
    times.disconnected = object.time("disconnectTimestamp");
    if (const auto queue = object.present("queueInfo")) {
        const OpenObject info{*queue, {"queueArn", "queueType", "enqueueTimestamp", "dequeueTimestamp"}, unknown};
        report.queue = Queue{info.text("queueArn"), {}};
        times.queued = info.time("enqueueTimestamp");
    }
    if (const auto agent = either(object, "agentInfo", "AgentInfo")) {
        const OpenObject info{
            *agent,
            {"agentArn", "AgentArn", "connectedToAgentTimestamp", "hierarchyGroups", "RoutingProfileArn",
             "routingProfileArn", "acceptedByAgentTimestamp", "afterContactWorkStartTimestamp",
             "afterContactWorkEndTimestamp", "afterContactWorkDuration", "agentInitiatedHoldDuration",
             "stateTransitions", "capabilities"},
            unknown};
        if (const auto arn = either(info, "agentArn", "AgentArn")) report.agent = AgentId{arn->string()};
        times.connected_to_agent = info.time("connectedToAgentTimestamp");
    }
    return report;
}

[[nodiscard]] ContactReport read_report(const Node& node, UnknownPlaces& unknown) {
    const auto detail = node.member("detail");
    Times times;
    if (!detail) {
        auto report = read_detail(node, times, unknown);
        const auto at = time_of(report.kind, times);
        if (!at && node.value().is_object()) node.fail(ErrorCode::missing_key, "needs the time of what it reports");
        report.at = at.value_or(Instant{});
        return report;
    }
    const OpenObject envelope{
        node, {"version", "id", "detail-type", "source", "account", "time", "region", "resources", "detail"}, unknown};
    auto report = read_detail(*detail, times, unknown);
    report.id = envelope.text("id");
    const auto at = time_of(report.kind, times);
    const auto sent = at ? envelope.time("time") : envelope.required_time("time");
    report.at = at ? *at : sent.value_or(Instant{});
    return report;
}

}  // namespace

Expected<ConnectReading<ContactReport>, Errors> contact_report_from_json(std::string_view text) {
    return connect::read_connect(text, read_report);
}

}  // namespace denwaban
