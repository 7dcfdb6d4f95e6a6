#include <denwaban/connect/agent_event_stream.hpp>

#include "agent_readers.hpp"

namespace denwaban {

namespace {

using connect::Node;
using connect::OpenObject;
using connect::UnknownPlaces;

/// The stream's words, where they are not ours in capitals.
constexpr std::array<std::string_view, 12> contact_states{
    "init",   "incoming", "pending",  "connecting", "connected", "connected_onhold",
    "paused", "missed",   "rejected", "error",      "ended",     "unknown",
};
constexpr std::array<std::string_view, 7> status_types{"init",   "routable", "custom", "offline",
                                                       "system", "error",    "unknown"};

[[nodiscard]] ContactSnapshot read_stream_contact(const Node& node, UnknownPlaces& unknown) {
    const OpenObject object{
        node,
        {"Channel", "ConnectedToAgentTimestamp", "ContactId", "InitialContactId", "InitiationMethod", "Queue",
         "QueueTimestamp", "RelatedContactId", "State", "StateStartTimestamp"},
        unknown};
    ContactSnapshot contact;
    contact.id = {object.required_text("ContactId")};
    contact.initial = object.id<struct ContactTag>("InitialContactId");
    contact.channel = object.word<Channel>("Channel");
    contact.initiation = object.word<Initiation>("InitiationMethod");
    contact.shown = object.word<ShownContactState>("State", contact_states);
    contact.since = object.told_time("StateStartTimestamp");
    contact.queued_at = object.told_time("QueueTimestamp");
    contact.connected_to_agent_at = object.told_time("ConnectedToAgentTimestamp");
    if (const auto queue = object.object("Queue")) {
        contact.queue = connect::read_queue(*queue, "ARN", "Name", {"ARN", "Name", "Channels"}, unknown);
    }
    return contact;
}

[[nodiscard]] AgentStatus read_stream_status(const Node& node, UnknownPlaces& unknown) {
    const OpenObject object{node, {"ARN", "Name", "StartTimestamp", "Type"}, unknown};
    return {object.text("Name"), object.word<AgentStatusType>("Type", status_types), object.told_time("StartTimestamp"),
            object.text("ARN")};
}

[[nodiscard]] AgentSnapshot read_stream_snapshot(const Node& node, Instant at, UnknownPlaces& unknown) {
    const OpenObject object{node, {"AgentStatus", "NextAgentStatus", "Configuration", "Contacts"}, unknown};
    AgentSnapshot snapshot;
    snapshot.source = SnapshotSource::agent_event_stream;
    snapshot.at = at;
    if (const auto status = object.present("AgentStatus")) snapshot.status = read_stream_status(*status, unknown);
    if (const auto next = object.object("NextAgentStatus")) {
        const OpenObject status{*next, {"ARN", "Name", "EnqueuedTimestamp", "Type"}, unknown};
        snapshot.next = NextStatus{status.text("Name"), status.told_time("EnqueuedTimestamp"), status.text("ARN")};
    }
    object.each("Contacts", [&](const Node& item) { snapshot.contacts.push_back(read_stream_contact(item, unknown)); });
    return snapshot;
}

[[nodiscard]] Queue read_profile_queue(const Node& node, UnknownPlaces& unknown) {
    return connect::read_queue(node, "ARN", "Name", {"ARN", "Name", "Channels"}, unknown);
}

constexpr int most_slots = 1000;

[[nodiscard]] ChannelSlots read_slots(const Node& node, UnknownPlaces& unknown) {
    const OpenObject object{node, {"AvailableSlots", "Channel", "MaximumSlots"}, unknown};
    ChannelSlots slots;
    slots.channel = object.word<Channel>("Channel");
    if (const auto most = object.present("MaximumSlots")) slots.maximum = most->integer(0, most_slots);
    if (const auto free = object.present("AvailableSlots")) slots.available = free->integer(0, most_slots);
    return slots;
}

[[nodiscard]] RoutingProfile read_routing_profile(const Node& node, UnknownPlaces& unknown) {
    const OpenObject object{node, {"ARN", "Name", "InboundQueues", "DefaultOutboundQueue", "Concurrency"}, unknown};
    RoutingProfile profile{object.text("ARN"), object.text("Name"), {}, {}, {}};
    object.each("InboundQueues",
                [&](const Node& item) { profile.queues.push_back(read_profile_queue(item, unknown)); });
    if (const auto queue = object.present("DefaultOutboundQueue")) {
        profile.default_outbound_queue = read_profile_queue(*queue, unknown);
    }
    object.each("Concurrency", [&](const Node& item) { profile.slots.push_back(read_slots(item, unknown)); });
    return profile;
}

[[nodiscard]] std::vector<std::string> read_hierarchy(const Node& node, UnknownPlaces& unknown) {
    const OpenObject object{node, {"Level1", "Level2", "Level3", "Level4", "Level5"}, unknown};
    std::vector<std::string> names;
    for (const std::string_view level : {"Level1", "Level2", "Level3", "Level4", "Level5"}) {
        const auto group = object.present(level);
        if (group) names.push_back(OpenObject{*group, {"ARN", "Name"}, unknown}.text("Name"));
    }
    return names;
}

[[nodiscard]] AgentConfiguration read_configuration(const Node& node, UnknownPlaces& unknown) {
    const OpenObject object{node,
                            {"AgentHierarchyGroups", "FirstName", "LastName", "RoutingProfile", "Username",
                             "Proficiencies", "AutoAccept", "SipAddress", "LanguageCode"},
                            unknown};
    AgentConfiguration configuration;
    configuration.username = object.text("Username");
    configuration.first_name = object.text("FirstName");
    configuration.last_name = object.text("LastName");
    if (const auto profile = object.present("RoutingProfile")) {
        configuration.routing_profile = read_routing_profile(*profile, unknown);
    }
    if (const auto groups = object.present("AgentHierarchyGroups")) {
        configuration.hierarchy = read_hierarchy(*groups, unknown);
    }
    return configuration;
}

[[nodiscard]] AgentEventKind read_kind(const OpenObject& record) {
    struct Kind {
        std::string_view word;
        AgentEventKind kind;
    };
    constexpr std::array kinds{Kind{"LOGIN", AgentEventKind::login}, Kind{"LOGOUT", AgentEventKind::logout},
                               Kind{"STATE_CHANGE", AgentEventKind::state_change},
                               Kind{"HEART_BEAT", AgentEventKind::heart_beat}};
    const auto member = record.required("EventType");
    if (!member) return AgentEventKind::heart_beat;
    const auto word = member->string();
    for (const auto& [known, kind] : kinds) {
        if (word == known) return kind;
    }
    // A word that is new comes with a snapshot as a heartbeat does, and says no more than it.
    if (member->value().is_string()) record.unknown().add(*member);
    return AgentEventKind::heart_beat;
}

}  // namespace

AgentStreamRecord connect::read_agent_stream_record(const Node& node, UnknownPlaces& unknown) {
    const OpenObject object{node,
                            {"AWSAccountId", "AgentARN", "CurrentAgentSnapshot", "EventId", "EventTimestamp",
                             "EventType", "InstanceARN", "PreviousAgentSnapshot", "Version"},
                            unknown};
    AgentStreamRecord record;
    record.agent = {object.required_text("AgentARN")};
    record.event.agent = record.agent;
    record.instance_arn = object.text("InstanceARN");
    record.version = object.text("Version");
    record.event.id = object.required_text("EventId");
    record.event.kind = read_kind(object);
    const auto at = object.required_time("EventTimestamp");
    record.event.snapshot.source = SnapshotSource::agent_event_stream;
    record.event.snapshot.at = at;
    const bool over = record.event.kind == AgentEventKind::logout;
    if (const auto now = over ? object.present("CurrentAgentSnapshot") : object.required("CurrentAgentSnapshot")) {
        record.event.snapshot = read_stream_snapshot(*now, at, unknown);
        if (const auto configuration = now->if_any("Configuration")) {
            record.configuration = read_configuration(*configuration, unknown);
        }
    }
    if (const auto before = object.present("PreviousAgentSnapshot")) {
        record.previous = read_stream_snapshot(*before, at, unknown);
    }
    return record;
}

Expected<ConnectReading<AgentStreamRecord>, Errors> agent_stream_record_from_json(std::string_view text) {
    return connect::read_connect(text, connect::read_agent_stream_record);
}

}  // namespace denwaban
