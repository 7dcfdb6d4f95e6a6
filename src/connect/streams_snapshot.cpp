#include <denwaban/connect/streams_snapshot.hpp>

#include "agent_readers.hpp"

namespace denwaban {

namespace {

using connect::Node;
using connect::OpenObject;
using connect::UnknownPlaces;

[[nodiscard]] Participant party_of(ConnectionType type, bool initial) {
    if (type == ConnectionType::agent) return Participant::agent;
    if (type == ConnectionType::monitoring) return Participant::monitor;
    return initial ? Participant::customer : Participant::third_party;
}

/// What an endpoint shows may be no number at all: a SIP address, an agent's name.
[[nodiscard]] std::optional<Caller> number_of(const OpenObject& connection) {
    const auto endpoint = connection.object("endpoint");
    if (!endpoint) return std::nullopt;
    const OpenObject shown{
        *endpoint,
        {"agentLogin", "endpointARN", "endpointId", "name", "phoneNumber", "queue", "type", "emailAddress"},
        connection.unknown()};
    const auto words = shown.text("phoneNumber");
    if (words.empty()) return std::nullopt;
    const auto caller = parse_caller(connect::bare_address(words));
    return caller ? std::optional{*caller} : std::nullopt;
}

/// Whose leg only listens, or breaks in, is told beside that it is connected.
[[nodiscard]] ConnectionState monitored(ConnectionState state, std::string_view status) {
    if (state != ConnectionState::connected) return state;
    if (status == "SILENT_MONITOR") return ConnectionState::silent_monitor;
    return status == "BARGE" ? ConnectionState::barge : state;
}

[[nodiscard]] Connection read_connection(const Node& node, UnknownPlaces& unknown) {
    const OpenObject object{node,
                            {"chatMediaInfo",
                             "connectionId",
                             "contactId",
                             "endpoint",
                             "forcedDisconnect",
                             "initial",
                             "legacyEndpoint",
                             "mediaInfo",
                             "monitoringInfo",
                             "mute",
                             "quickConnectName",
                             "softphoneMediaInfo",
                             "state",
                             "type",
                             "monitorCapabilities",
                             "monitorStatus",
                             "participantId",
                             "getMediaInfo",
                             "videoConnectionInfo",
                             "forcedMute",
                             "capabilities",
                             "isSilentMonitor",
                             "isBarge"},
                            unknown};
    Connection connection;
    connection.id = {object.text("connectionId")};
    connection.type = object.word<ConnectionType>("type");
    const auto initial = object.present("initial");
    connection.party = party_of(connection.type, initial && initial->value().is_true());
    if (const auto state = object.object("state")) {
        const OpenObject shown{*state, {"timestamp", "type", "reason"}, unknown};
        connection.state = shown.word<ConnectionState>("type");
        connection.since = shown.told_time("timestamp");
    }
    connection.state = monitored(connection.state, object.text("monitorStatus"));
    connection.number = number_of(object);
    connection.quick_connect = object.text("quickConnectName");
    return connection;
}

/// `{"name": {"name": …, "value": …}}`, or the value alone; what is no text, number or boolean is left out.
[[nodiscard]] std::map<std::string, std::string> read_attributes(const OpenObject& contact) {
    std::map<std::string, std::string> attributes;
    const auto all = contact.object("attributes");
    if (!all) return attributes;
    all->each_member([&](std::string_view key, const Node& member) {
        auto value = std::optional{member};
        if (member.value().is_object()) {
            value = OpenObject{member, {"name", "value"}, contact.unknown()}.present("value");
        }
        auto words = value ? connect::words_of(value->value()) : std::nullopt;
        if (words) {
            attributes.emplace(key, *std::move(words));
        } else {
            contact.unknown().add(value.value_or(member));
        }
    });
    return attributes;
}

/// A contact's type is its channel, but for a queued callback, which is a call.
void read_type(const OpenObject& object, ContactSnapshot& contact) {
    constexpr std::array<std::string_view, 5> types{"voice", "chat", "task", "email", "queue_callback"};
    const auto type = object.present("type");
    if (!type || !type->value().is_string()) return;
    const auto found = std::find(types.begin(), types.end(), type->string());
    if (found == types.end()) return object.unknown().add(*type);
    const auto place = static_cast<std::size_t>(found - types.begin());
    contact.channel = place == 4 ? Channel::voice : static_cast<Channel>(place);
    if (place == 4 && contact.initiation == Initiation::unknown) contact.initiation = Initiation::callback;
}

[[nodiscard]] ContactSnapshot read_contact(const Node& node, UnknownPlaces& unknown) {
    const OpenObject object{node,
                            {"attributes",
                             "channelContext",
                             "connections",
                             "contactDuration",
                             "contactFeatures",
                             "contactId",
                             "description",
                             "initialContactId",
                             "initiationMethod",
                             "name",
                             "queue",
                             "queueTimestamp",
                             "references",
                             "state",
                             "type",
                             "segmentAttributes",
                             "relatedContactId",
                             "contactAssociationId",
                             "contactSubtype",
                             "isAutoAcceptEnabled",
                             "customerEndpoint",
                             "systemEndpoint",
                             "contactMetadata",
                             "previousContactId",
                             "aiContext",
                             "connectSystemEndpoint",
                             "agentContactHandlingConfig",
                             "languageCode",
                             "emailRecipients"},
                            unknown};
    ContactSnapshot contact;
    contact.id = {object.required_text("contactId")};
    contact.initial = object.id<struct ContactTag>("initialContactId");
    contact.initiation = object.word<Initiation>("initiationMethod");
    read_type(object, contact);
    if (const auto state = object.required("state")) {
        const OpenObject shown{*state, {"timestamp", "type", "reason"}, unknown};
        contact.shown = shown.word<ShownContactState>("type");
        contact.since = shown.told_time("timestamp");
    }
    contact.queued_at = object.told_time("queueTimestamp");
    if (const auto queue = object.object("queue")) {
        contact.queue = connect::read_queue(*queue, "queueARN", "name", {"name", "queueARN", "queueId"}, unknown);
    }
    object.each("connections",
                [&](const Node& item) { contact.connections.push_back(read_connection(item, unknown)); });
    contact.attributes = read_attributes(object);
    return contact;
}

[[nodiscard]] AgentStatus read_status(const Node& node, UnknownPlaces& unknown) {
    const OpenObject object{node, {"agentStateARN", "name", "startTimestamp", "type"}, unknown};
    return {object.required_text("name"), object.word<AgentStatusType>("type"), object.told_time("startTimestamp"),
            object.text("agentStateARN")};
}

[[nodiscard]] AgentSnapshot read_snapshot(const Node& node, UnknownPlaces& unknown) {
    const OpenObject object{
        node,
        {"agentAvailabilityState", "contacts", "localTimestamp", "nextState", "skew", "snapshotTimestamp", "state"},
        unknown};
    AgentSnapshot snapshot;
    snapshot.at = object.required_time("snapshotTimestamp");
    if (const auto state = object.required("state")) snapshot.status = read_status(*state, unknown);
    if (const auto next = object.object("nextState")) {
        const OpenObject status{*next, {"agentStateARN", "name", "startTimestamp", "type"}, unknown};
        snapshot.next =
            NextStatus{status.text("name"), status.told_time("startTimestamp"), status.text("agentStateARN")};
    }
    object.each("contacts", [&](const Node& item) { snapshot.contacts.push_back(read_contact(item, unknown)); });
    return snapshot;
}

}  // namespace

AgentSnapshot connect::read_streams_update(const Node& node, UnknownPlaces& unknown) {
    return read_snapshot(node.member("snapshot").value_or(node), unknown);
}

Expected<ConnectReading<AgentSnapshot>, Errors> streams_snapshot_from_json(std::string_view text) {
    return connect::read_connect(text, connect::read_streams_update);
}

}  // namespace denwaban
