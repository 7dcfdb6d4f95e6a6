#include <denwaban/connect/contact_event.hpp>

#include "connect_readers.hpp"

namespace denwaban {

namespace {

using connect::Node;
using connect::OpenObject;
using connect::UnknownPlaces;

struct Times {
    std::optional<Instant> initiated, connected_to_system, disconnected, queued, connected_to_agent, paused, resumed,
        completed;
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
            return times.paused;
        case ContactReportKind::resumed:
            return times.resumed;
        case ContactReportKind::completed:
            return times.completed;
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
                             "customerVoiceActivity",
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
                             "languageCode",
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
    report.customer_address = connect::read_address(object, "customerEndpoint");
    report.customer = connect::caller_of(report.customer_address, report.channel);
    report.line = connect::number_of(connect::read_address(object, "systemEndpoint"));
    report.tags = connect::read_strings(object, "tags");
    report.language = object.text("languageCode");
    times.initiated = object.told_time("initiationTimestamp");
    times.connected_to_system = object.told_time("connectedToSystemTimestamp");
    times.disconnected = object.told_time("disconnectTimestamp");
    times.paused = object.told_time("lastPausedTimestamp");
    times.resumed = object.told_time("lastResumedTimestamp");
    if (const auto queue = object.object("queueInfo")) {
        const OpenObject info{*queue, {"queueArn", "queueType", "enqueueTimestamp", "dequeueTimestamp"}, unknown};
        report.queue = Queue{info.text("queueArn"), {}};
        times.queued = report.queued_at = info.told_time("enqueueTimestamp");
    }
    if (const auto agent = object.object("agentInfo")) {
        const OpenObject info{
            *agent,
            {"agentArn", "connectedToAgentTimestamp", "hierarchyGroups", "routingProfileArn",
             "acceptedByAgentTimestamp", "afterContactWorkStartTimestamp", "afterContactWorkEndTimestamp",
             "afterContactWorkDuration", "agentInitiatedHoldDuration", "stateTransitions", "capabilities"},
            unknown};
        report.agent = info.id<struct AgentTag>("agentArn");
        times.connected_to_agent = report.connected_to_agent_at = info.told_time("connectedToAgentTimestamp");
        times.completed = info.told_time("afterContactWorkEndTimestamp");
    }
    return report;
}

}  // namespace

ContactReport connect::read_contact_report(const Node& node, UnknownPlaces& unknown) {
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
    // A resume without a time of its own names the pause that it ended, and the envelope knows no more than seconds.
    const bool ends_pause = !at && report.kind == ContactReportKind::resumed && times.paused;
    if (ends_pause) report.at = std::max(report.at, *times.paused);
    return report;
}

namespace {

constexpr std::array not_of_contacts{
    connect::Mistaken{"AWSContactTraceRecordFormatVersion", "is a contact record, which is read as such"},
    connect::Mistaken{"AgentARN", "is an event of an agent: an AgentTimeline takes it"},
    connect::Mistaken{"snapshotTimestamp", "is a snapshot of an agent: an AgentTimeline takes it"},
    connect::Mistaken{"snapshot", "is a snapshot of an agent: an AgentTimeline takes it"},
};

[[nodiscard]] ContactReport read_asked_report(const Node& node, UnknownPlaces& unknown) {
    const auto& value = node.value();
    const bool is_report =
        value.is_object() && (value.contains("detail") || value.contains("contactId") || value.contains("ContactId"));
    const auto tables = {std::span<const connect::Mistaken>{connect::mistaken_batches},
                         std::span<const connect::Mistaken>{not_of_contacts}};
    if (!is_report && connect::is_refused_with_advice(node, "a contact event", tables)) return {};
    return connect::read_contact_report(node, unknown);
}

}  // namespace

Expected<ConnectReading<ContactReport>, Errors> contact_report_from_json(std::string_view text) {
    return connect::read_connect(text, read_asked_report);
}

}  // namespace denwaban
