#include <denwaban/connect/contact_record.hpp>

#include "contact_record_reader.hpp"

namespace denwaban {

namespace {

using connect::most_seconds;
using connect::most_times;
using connect::Node;
using connect::OpenObject;
using connect::UnknownPlaces;

[[nodiscard]] std::optional<std::int64_t> count(const OpenObject& object, std::string_view key, std::int64_t most) {
    const auto member = object.present(key);
    if (!member) return std::nullopt;
    const auto& value = member->value();
    const auto number = value.is_number() ? value.number() : -1.0;
    if (number >= 0 && number <= static_cast<double>(most)) return static_cast<std::int64_t>(number);
    object.unknown().add(*member);
    return std::nullopt;
}

[[nodiscard]] std::optional<Duration> span(const OpenObject& object, std::string_view key) {
    const auto seconds = count(object, key, most_seconds);
    return seconds ? std::optional{Duration{std::chrono::seconds{*seconds}}} : std::nullopt;
}

[[nodiscard]] int times(const OpenObject& object, std::string_view key) {
    return static_cast<int>(count(object, key, most_times).value_or(0));
}

[[nodiscard]] Recording read_recording(const Node& node, UnknownPlaces& unknown) {
    const OpenObject object{node,
                            {"DeletionReason", "FragmentStartNumber", "FragmentStopNumber", "Location",
                             "MediaStreamType", "ParticipantType", "StartTimestamp", "Status", "StopTimestamp",
                             "StorageType", "Type", "UnavailableReason", "IVRRecordingTrack"},
                            unknown};
    Recording recording;
    connect::tell_location(recording, object.text("Location"));
    recording.status = object.word<RecordingStatus>("Status");
    recording.media = object.text("MediaStreamType");
    if (recording.media.empty()) recording.media = object.text("Type");
    recording.participant = object.text("ParticipantType");
    recording.from = object.time("StartTimestamp");
    recording.until = object.time("StopTimestamp");
    recording.deletion_reason = object.text("DeletionReason");
    return recording;
}

void read_recordings(const OpenObject& object, ContactRecord& record) {
    object.each("Recordings",
                [&](const Node& item) { record.recordings.push_back(read_recording(item, object.unknown())); });
    if (const auto one = object.object("Recording")) {
        connect::add_recording(record, read_recording(*one, object.unknown()));
    }
}

[[nodiscard]] RecordedQueue read_recorded_queue(const Node& node, UnknownPlaces& unknown) {
    const OpenObject object{node, {"ARN", "Name", "EnqueueTimestamp", "DequeueTimestamp", "Duration", "Id"}, unknown};
    return {
        {object.text("ARN"), object.text("Name")}, object.time("EnqueueTimestamp"), object.time("DequeueTimestamp")};
}

[[nodiscard]] RecordedAgent read_agent(const Node& node, UnknownPlaces& unknown) {
    const OpenObject object{node,
                            {"ARN",
                             "AcceptedByAgentTimestamp",
                             "ActiveRegion",
                             "AfterContactWorkDuration",
                             "AfterContactWorkEndTimestamp",
                             "AfterContactWorkStartTimestamp",
                             "AgentInitiatedHoldDuration",
                             "AgentInteractionDuration",
                             "AgentPauseDuration",
                             "Capabilities",
                             "ConnectedToAgentTimestamp",
                             "CustomerHoldDuration",
                             "DeviceInfo",
                             "HierarchyGroups",
                             "LongestHoldDuration",
                             "NumberOfHolds",
                             "PreviewEndTimestamp",
                             "RoutingProfile",
                             "StateTransitions",
                             "Username",
                             "VoiceEnhancementMode"},
                            unknown};
    RecordedAgent agent;
    agent.agent = {object.text("ARN")};
    agent.username = object.text("Username");
    if (const auto profile = object.object("RoutingProfile")) {
        agent.routing_profile = OpenObject{*profile, {"ARN", "Name"}, unknown}.text("Name");
    }
    agent.connected = object.time("ConnectedToAgentTimestamp");
    agent.after_contact_work_from = object.time("AfterContactWorkStartTimestamp");
    agent.after_contact_work_until = object.time("AfterContactWorkEndTimestamp");
    agent.interaction = span(object, "AgentInteractionDuration");
    agent.customer_hold = span(object, "CustomerHoldDuration");
    agent.agent_hold = span(object, "AgentInitiatedHoldDuration");
    agent.longest_hold = span(object, "LongestHoldDuration");
    agent.after_contact_work = span(object, "AfterContactWorkDuration");
    agent.holds = times(object, "NumberOfHolds");
    return agent;
}

void read_endpoints(const OpenObject& object, ContactRecord& record) {
    record.customer_address = connect::read_address(object, "CustomerEndpoint");
    connect::tell_customer(record);
    record.line = connect::number_of(connect::read_address(object, "SystemEndpoint"));
    record.transferred_to = connect::number_of(connect::read_address(object, "TransferredToEndpoint"));
}

void read_times(const OpenObject& object, ContactRecord& record) {
    record.updated = object.required_time("LastUpdateTimestamp");
    record.initiated = object.time("InitiationTimestamp");
    record.connected_to_system = object.time("ConnectedToSystemTimestamp");
    record.disconnected = object.time("DisconnectTimestamp");
    record.transferred = object.time("TransferCompletedTimestamp");
    record.scheduled = object.time("ScheduledTimestamp");
}

void read_links(const OpenObject& object, ContactRecord& record) {
    record.initial = object.id<struct ContactTag>("InitialContactId");
    record.previous = object.id<struct ContactTag>("PreviousContactId");
    record.next = object.id<struct ContactTag>("NextContactId");
    record.related = object.id<struct ContactTag>("RelatedContactId");
    record.association = object.text("ContactAssociationId");
}

}  // namespace

void connect::tell_location(Recording& recording, std::string_view location) {
    constexpr std::string_view scheme = "s3://";
    if (location.starts_with(scheme)) location.remove_prefix(scheme.size());
    const auto slash = location.find('/');
    const bool has_bucket = slash != std::string_view::npos;
    recording.bucket = location.substr(0, has_bucket ? slash : 0);
    recording.key = location.substr(has_bucket ? slash + 1 : 0);
}

void connect::add_recording(ContactRecord& record, const Recording& recording) {
    auto& all = record.recordings;
    const bool is_known = std::any_of(all.begin(), all.end(), [&](const Recording& known) {
        return known.bucket == recording.bucket && known.key == recording.key;
    });
    if (!is_known && !recording.key.empty()) all.insert(all.begin(), recording);
}

std::optional<PhoneNumber> connect::number_of(std::string_view address) {
    if (address.empty()) return std::nullopt;
    const auto number = PhoneNumber::parse(bare_address(address));
    return number ? std::optional{*number} : std::nullopt;
}

std::optional<Caller> connect::caller_of(std::string_view address, Channel channel) {
    const auto caller = parse_caller(bare_address(address));
    const bool has_number = caller && std::holds_alternative<PhoneNumber>(*caller);
    return caller && (has_number || channel == Channel::voice) ? std::optional{*caller} : std::nullopt;
}

std::string connect::read_address(const OpenObject& object, std::string_view key) {
    const auto endpoint = object.object(key);
    if (!endpoint) return {};
    return OpenObject{*endpoint, {"address", "type", "displayName"}, object.unknown()}.text("address");
}

std::map<std::string, std::string> connect::read_strings(const OpenObject& object, std::string_view key) {
    std::map<std::string, std::string> all;
    const auto member = object.object(key);
    if (!member) return all;
    member->each_member([&](std::string_view name, const Node& value) {
        if (value.value().is_null()) return;
        if (auto words = connect::words_of(value.value())) {
            all.emplace(name, *std::move(words));
        } else {
            object.unknown().add(value);
        }
    });
    return all;
}

void connect::tell_customer(ContactRecord& record) {
    record.customer = caller_of(record.customer_address, record.channel);
}

ContactRecord connect::read_contact_record(const Node& node, UnknownPlaces& unknown) {
    const OpenObject object{node,
                            {"AWSAccountId",
                             "AWSContactTraceRecordFormatVersion",
                             "AdditionalEmailRecipients",
                             "Agent",
                             "AgentConnectionAttempts",
                             "AnsweringMachineDetectionStatus",
                             "Attributes",
                             "Campaign",
                             "Channel",
                             "ChatMetrics",
                             "ConnectedToSystemTimestamp",
                             "ContactAssociationId",
                             "ContactDetails",
                             "ContactEvaluations",
                             "ContactId",
                             "ContactLens",
                             "CustomerEndpoint",
                             "CustomerId",
                             "CustomerVoiceActivity",
                             "DisconnectDetails",
                             "DisconnectReason",
                             "DisconnectTimestamp",
                             "ExternalThirdParty",
                             "GlobalResiliencyMetadata",
                             "InitialContactId",
                             "InitiationMethod",
                             "InitiationTimestamp",
                             "InstanceARN",
                             "LastPausedTimestamp",
                             "LastResumedTimestamp",
                             "LastUpdateTimestamp",
                             "MediaStreams",
                             "NextContactId",
                             "NextContacts",
                             "OutboundStrategy",
                             "PreviousContactId",
                             "QualityMetrics",
                             "Queue",
                             "Recording",
                             "Recordings",
                             "References",
                             "RelatedContactId",
                             "RoutingCriteria",
                             "ScheduledTimestamp",
                             "SegmentAttributes",
                             "SystemEndpoint",
                             "Tags",
                             "TaskTemplateInfo",
                             "TotalPauseCount",
                             "TotalPauseDurationInSeconds",
                             "TransferCompletedTimestamp",
                             "TransferredToEndpoint",
                             "VoiceIdResult",
                             "WisdomInfo"},
                            unknown};
    ContactRecord record;
    record.id = {object.required_text("ContactId")};
    read_times(object, record);
    read_links(object, record);
    record.channel = object.word<Channel>("Channel");
    record.initiation = object.word<Initiation>("InitiationMethod");
    record.instance_arn = object.text("InstanceARN");
    record.disconnect_reason = object.text("DisconnectReason");
    read_endpoints(object, record);
    if (const auto queue = object.object("Queue")) record.queue = read_recorded_queue(*queue, unknown);
    if (const auto agent = object.object("Agent")) record.agent = read_agent(*agent, unknown);
    record.connection_attempts = times(object, "AgentConnectionAttempts");
    read_recordings(object, record);
    record.attributes = connect::read_strings(object, "Attributes");
    record.tags = connect::read_strings(object, "Tags");
    return record;
}

Expected<ConnectReading<ContactRecord>, Errors> contact_record_from_json(std::string_view text) {
    return connect::read_connect(text, connect::read_contact_record);
}

}  // namespace denwaban
