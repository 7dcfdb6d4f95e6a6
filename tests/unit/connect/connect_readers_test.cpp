#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include <denwaban/connect/agent_event.hpp>
#include <denwaban/connect/agent_event_stream.hpp>
#include <denwaban/connect/contact_event.hpp>
#include <denwaban/connect/streams_snapshot.hpp>
#include <denwaban/core/iso8601.hpp>

#include "told_errors.hpp"

namespace connect_readers_test {
using namespace denwaban;
using Texts = std::vector<std::string>;

namespace {

template <class T>
Texts unknown(const Expected<ConnectReading<T>, Errors>& read) {
    REQUIRE(read);
    Texts all;
    for (const auto& place : read->unknown) all.push_back(place.text);
    return all;
}

std::string time(std::optional<Instant> at) { return at ? to_iso8601(*at) : "none"; }

constexpr const char* call = R"({
    "snapshotTimestamp": 1646407083.859,
    "state": {"agentStateARN": null, "name": "Busy", "startTimestamp": 1646407080, "type": "system"},
    "nextState": {"name": "休憩", "type": "not_routable"},
    "contacts": [{
        "contactId": "c1", "initialContactId": "c0", "initiationMethod": "transfer", "type": "voice",
        "state": {"type": "connected", "timestamp": "2022-03-04T15:18:00.5Z"},
        "queue": {"name": "予約", "queueARN": "arn:queue"}, "queueTimestamp": 1646407074409,
        "attributes": {"restaurantId": {"name": "restaurantId", "value": "r1"}},
        "connections": [
            {"connectionId": "a", "type": "agent", "initial": false, "state": {"type": "connected"}},
            {"connectionId": "c", "type": "inbound", "initial": true, "state": {"type": "hold"},
             "endpoint": {"phoneNumber": "sip:+819012345678@example", "type": "phone_number"}},
            {"connectionId": "p", "type": "outbound", "state": {"type": "connected"}, "quickConnectName": "店",
             "endpoint": {"phoneNumber": "anonymous"}},
            {"connectionId": "m", "type": "monitoring", "initial": true, "state": {"type": "silent_monitor"}}
        ]
    }]
})";

}  // namespace

TEST_CASE("a snapshot of streams is read") {
    const auto read = streams_snapshot_from_json(call);
    REQUIRE(read);
    const auto& snapshot = read->value;
    CHECK(snapshot.source == SnapshotSource::streams);
    CHECK(time(snapshot.at) == "2022-03-04T15:18:03.859Z");
    CHECK(snapshot.status.name == "Busy");
    CHECK(snapshot.status.type == AgentStatusType::system);
    REQUIRE(snapshot.next);
    CHECK(snapshot.next->name == "休憩");
    REQUIRE(snapshot.contacts.size() == 1);
    const auto& contact = snapshot.contacts[0];
    CHECK(contact.initial == ContactId{"c0"});
    CHECK(contact.initiation == Initiation::transfer);
    CHECK(contact.queue == Queue{"arn:queue", "予約"});
    CHECK(contact.attributes.at("restaurantId") == "r1");
}

TEST_CASE("times are seconds, milliseconds or ISO 8601") {
    const auto contact = streams_snapshot_from_json(call)->value.contacts[0];
    CHECK(time(contact.since) == "2022-03-04T15:18:00.500Z");
    CHECK(time(contact.queued_at) == "2022-03-04T15:17:54.409Z");
}

TEST_CASE("connections know whose they are, and the number that can be read of them") {
    const auto contact = streams_snapshot_from_json(call)->value.contacts[0];
    REQUIRE(contact.connections.size() == 4);
    CHECK(contact.connections[0].party == Participant::agent);
    CHECK(contact.connections[1].party == Participant::customer);
    CHECK(contact.connections[2].party == Participant::third_party);
    CHECK(contact.connections[3].party == Participant::monitor);
    CHECK(contact.connections[1].number == Caller{*PhoneNumber::parse("+819012345678")});
    CHECK(contact.connections[2].number == Caller{Withheld{WithheldReason::by_caller}});
    CHECK(contact.connections[2].quick_connect == "店");
    CHECK_FALSE(contact.connections[0].number);
}

TEST_CASE("what is new in a document passes, and is told") {
    CHECK(unknown(streams_snapshot_from_json(R"({"snapshotTimestamp": 1, "mood": "good", "state": {
        "name": "Zen", "type": "serene"}, "contacts": [{"contactId": "c", "type": "hologram",
        "state": {"type": "dreaming"}, "connections": [{"type": "psychic", "state": {"type": "floating"}}]}]})")) ==
          Texts{"/mood", "/state/type", "/contacts/0/type", "/contacts/0/state/type", "/contacts/0/connections/0/type",
                "/contacts/0/connections/0/state/type"});
}

TEST_CASE("a contact whose state has a new word keeps the state it had") {
    const auto read = streams_snapshot_from_json(
        R"({"snapshotTimestamp": 1, "state": {"name": "Busy"}, "contacts": [{"contactId": "c",
            "state": {"type": "dreaming"}}]})");
    REQUIRE(read);
    CHECK_FALSE(event_of(read->value.contacts[0]));
}

TEST_CASE("what a snapshot can't do without is missed, each at its place") {
    CHECK(told(streams_snapshot_from_json(R"({"contacts": [{}, {"contactId": ""}, 3]})")) ==
          Texts{"missing_key ", "missing_key ", "missing_key /contacts/0", "missing_key /contacts/0",
                "missing_key /contacts/1", "invalid_value /contacts/1/contactId", "wrong_type /contacts/2"});
    CHECK(told(streams_snapshot_from_json(R"({"snapshotTimestamp": -1, "state": {"name": "x"}})")) ==
          Texts{"out_of_range /snapshotTimestamp"});
    CHECK(told(streams_snapshot_from_json(R"({"snapshotTimestamp": "soon", "state": {"name": "x"}})")) ==
          Texts{"invalid_value /snapshotTimestamp"});
    CHECK(told(streams_snapshot_from_json("{]")) == Texts{"malformed_json 1-2"});
}

TEST_CASE("a record of the agent event stream is read") {
    const auto read = agent_stream_record_from_json(R"({
        "AWSAccountId": "012345678901", "AgentARN": "arn:agent", "InstanceARN": "arn:instance",
        "EventId": "e1", "EventTimestamp": "2026-11-23T09:00:00.250Z", "EventType": "STATE_CHANGE",
        "Version": "2019-05-25", "PreviousAgentSnapshot": null,
        "CurrentAgentSnapshot": {
            "AgentStatus": {"ARN": "s", "Name": "研修", "StartTimestamp": "2026-11-23T09:00:00.250Z", "Type": "CUSTOM"},
            "NextAgentStatus": {"ARN": "n", "Name": "Offline", "EnqueuedTimestamp": "2026-11-23T08:59:00Z"},
            "Configuration": {"FirstName": "花子", "LastName": "山田", "Username": "hanako",
                "AgentHierarchyGroups": {"Level1": {"ARN": "g1", "Name": "東京"}, "Level2": {"ARN": "g2", "Name": "夜"}},
                "RoutingProfile": {"ARN": "rp", "Name": "予約", "InboundQueues": [{"ARN": "q", "Name": "予約",
                    "Channels": ["VOICE"]}], "DefaultOutboundQueue": {"ARN": "o", "Name": "発信"},
                    "Concurrency": [{"Channel": "CHAT", "AvailableSlots": 2, "MaximumSlots": 3}]}},
            "Contacts": [{"Channel": "VOICE", "ContactId": "c1", "InitiationMethod": "INBOUND",
                "State": "CONNECTED_ONHOLD", "StateStartTimestamp": "2026-11-23T08:58:00Z"}]}})");
    CHECK(unknown(read).empty());
    const auto& record = read->value;
    CHECK(record.agent == AgentId{"arn:agent"});
    CHECK(record.event.kind == AgentEventKind::state_change);
    CHECK(time(record.event.snapshot.at) == "2026-11-23T09:00:00.250Z");
    CHECK(record.event.snapshot.status.type == AgentStatusType::not_routable);
    CHECK(record.event.snapshot.next->name == "Offline");
    CHECK(record.event.snapshot.contacts.at(0).shown == ShownContactState::on_hold);
    REQUIRE(record.configuration);
    CHECK(record.configuration->hierarchy == Texts{"東京", "夜"});
    CHECK(record.configuration->routing_profile.slots.at(0) == ChannelSlots{Channel::chat, 3, 2});
    CHECK_FALSE(record.previous);
}

TEST_CASE("a log-off may come without a snapshot, another event may not") {
    const auto record = [](const std::string& type) {
        return agent_stream_record_from_json(R"({"AgentARN": "a", "EventId": "e", "EventTimestamp":
            "2026-11-23T09:00:00Z", "CurrentAgentSnapshot": null, "EventType": ")" +
                                             type + "\"}");
    };
    CHECK(told(record("LOGOUT")).empty());
    CHECK(told(record("LOGIN")) == Texts{"missing_key "});
    CHECK(told(record("DANCE")) == Texts{"missing_key ", "invalid_value /EventType"});
}

TEST_CASE("a contact event is read with its envelope and without") {
    const auto alone = contact_report_from_json(R"({"eventType": "CONNECTED_TO_AGENT", "contactId": "c1",
        "channel": "VOICE", "initiationMethod": "INBOUND", "agentInfo": {"agentArn": "a",
        "connectedToAgentTimestamp": "2026-11-23T09:00:00Z"}})");
    CHECK(unknown(alone).empty());
    CHECK(alone->value.kind == ContactReportKind::connected_to_agent);
    CHECK(time(alone->value.at) == "2026-11-23T09:00:00.000Z");

    const auto sent = contact_report_from_json(R"({"id": "e1", "time": "2026-11-23T09:00:05Z", "detail":
        {"eventType": "COMPLETED", "contactId": "c1", "channel": "Voice"}})");
    CHECK(unknown(sent).empty());
    CHECK(sent->value.channel == Channel::voice);
    CHECK(time(sent->value.at) == "2026-11-23T09:00:05.000Z");

    CHECK(unknown(contact_report_from_json(R"({"time": "2026-11-23T09:00:05Z", "detail":
        {"eventType": "TELEPORTED", "contactId": "c1"}})")) == Texts{"/detail/eventType"});
    CHECK(told(contact_report_from_json(R"({"eventType": "COMPLETED"})")) == Texts{"missing_key ", "missing_key "});
}

TEST_CASE("an event of an agent is known by what it is, not by what stands in it") {
    const auto streams = agent_event_from_json(R"({"snapshotTimestamp": 1790000000, "state": {"name": "Available"},
        "contacts": [{"contactId": "c1", "state": {"type": "connected"},
                      "attributes": {"AgentARN": {"name": "AgentARN", "value": "a"}}}]})");
    REQUIRE(streams);
    CHECK(streams->value.kind == AgentEventKind::snapshot);
    CHECK(streams->value.snapshot.source == SnapshotSource::streams);
    const auto record = agent_event_from_json(R"({"AgentARN": "a", "EventId": "e", "EventType": "HEART_BEAT",
        "EventTimestamp": "2026-11-23T09:00:00Z",
        "CurrentAgentSnapshot": {"AgentStatus": {"Name": "Available"}, "Contacts": []}})");
    REQUIRE(record);
    CHECK(record->value.id == "e");
    CHECK(record->value.kind == AgentEventKind::heart_beat);
    CHECK(told(agent_event_from_json("[]")) == Texts{"wrong_type "});
}

}  // namespace connect_readers_test
