#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <denwaban/agent/agent_timeline.hpp>
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
    CHECK(told(record("DANCE")) == Texts{"missing_key "});
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

TEST_CASE("what is new among an agent's events is a snapshot like any other, and is told") {
    const auto read = agent_stream_record_from_json(R"({"AgentARN": "a", "EventId": "e", "EventType": "CONFIG_CHANGE",
        "EventTimestamp": "2026-11-23T09:00:00Z", "CurrentAgentSnapshot": {"AgentStatus": {"Name": "Available"}}})");
    CHECK(unknown(read) == Texts{"/EventType"});
    CHECK(read->value.event.kind == AgentEventKind::heart_beat);
    CHECK(read->value.event.snapshot.status.name == "Available");
    CHECK(read->value.event.agent == AgentId{"a"});
}

TEST_CASE("no value that may be left out costs the others, and what passed unread is told") {
    const auto read = streams_snapshot_from_json(R"({"snapshotTimestamp": 1790000000, "nextState": "Lunch", "state":
        {"name": "Busy", "type": 7, "startTimestamp": "soon"}, "contacts": [{"contactId": "c", "queueTimestamp": -1,
        "queue": 3, "initiationMethod": false, "state": {"type": "connected"}, "attributes": {
            "seats": {"name": "seats", "value": 4}, "vip": {"value": true}, "share": {"value": 0.5},
            "odd": {"value": [1]}, "bare": "x", "list": ["x"], "unset": {"name": "unset"}, "broken": {"value": "\ud800!"}, "whole": {"value": "\ud83c\udf63"}},
        "connections": [{"endpoint": {"phoneNumber": 819012345678}, "state": "up", "quickConnectName": null}]}]})");
    REQUIRE(read);
    const auto& contact = read->value.contacts.at(0);
    CHECK(contact.attributes == std::map<std::string, std::string>{{"seats", "4"},
                                                                   {"vip", "true"},
                                                                   {"share", "0.5"},
                                                                   {"bare", "x"},
                                                                   {"broken", "\uFFFD!"},
                                                                   {"whole", "\U0001F363"}});
    CHECK(contact.connections.at(0).number == Caller{*PhoneNumber::parse("+819012345678")});
    CHECK_FALSE(read->value.next);
    CHECK(unknown(read) == Texts{"/state/type", "/state/startTimestamp", "/nextState", "/contacts/0/initiationMethod",
                                 "/contacts/0/queueTimestamp", "/contacts/0/queue", "/contacts/0/connections/0/state",
                                 "/contacts/0/attributes/odd/value", "/contacts/0/attributes/list",
                                 "/contacts/0/attributes/unset"});
}

TEST_CASE("a contact event tells who called which line, in which language, and its tags") {
    const auto read = contact_report_from_json(R"({"time": "2026-11-23T09:00:10Z", "detail": {"contactId": "c",
        "eventType": "DISCONNECTED", "channel": "VOICE", "disconnectReason": "CUSTOMER_DISCONNECT",
        "customerEndpoint": {"type": "TELEPHONE_NUMBER", "address": "sip:+819012345678@example"},
        "systemEndpoint": {"Type": "TELEPHONE_NUMBER", "Address": "+81312345678"},
        "languageCode": "ja-JP", "tags": {"aws:connect:instanceId": "i1", "店": "渋谷", "n": 3, "bad": []}}})");
    CHECK(unknown(read) == Texts{"/detail/tags/bad"});
    CHECK(read->value.language == "ja-JP");
    const auto& report = read->value;
    CHECK(std::get<PhoneNumber>(*report.customer).e164() == "+819012345678");
    CHECK(report.line->e164() == "+81312345678");
    CHECK(report.tags ==
          std::map<std::string, std::string>{{"aws:connect:instanceId", "i1"}, {"n", "3"}, {"店", "渋谷"}});

    const auto mail = contact_report_from_json(R"({"time": "2026-11-23T09:00:10Z", "detail": {"contactId": "c",
        "eventType": "QUEUED", "channel": "EMAIL", "customerEndpoint": {"type": "EMAIL_ADDRESS",
        "address": "guest@example.jp"}, "systemEndpoint": null}})");
    REQUIRE(mail);
    CHECK_FALSE(mail->value.customer);
    CHECK_FALSE(mail->value.line);
    CHECK(mail->value.customer_address == "guest@example.jp");
    CHECK(mail->value.language.empty());
}

TEST_CASE("a contact event is read with the guide's capitals") {
    const auto read = contact_report_from_json(R"({"detail": {"ContactId": "c1", "Channel": "VOICE",
        "EventType": "CONNECTED_TO_AGENT", "QueueInfo": {"QueueArn": "q", "EnqueueTimestamp": "2026-11-23T08:59:00Z"},
        "AgentInfo": {"AgentArn": "a", "ConnectedToAgentTimestamp": "2026-11-23T09:00:00Z"}}})");
    CHECK(unknown(read).empty());
    CHECK(read->value.contact == ContactId{"c1"});
    CHECK(read->value.agent == AgentId{"a"});
    CHECK(read->value.queue == Queue{"q", ""});
    CHECK(time(read->value.at) == "2026-11-23T09:00:00.000Z");
    CHECK(time(read->value.queued_at) == "2026-11-23T08:59:00.000Z");
}

TEST_CASE("a contact event happened when it says, and where it says a time before all contacts, when it was sent") {
    const auto at = [](const std::string& type, const std::string& more) {
        const auto read = contact_report_from_json(R"({"time": "2026-11-23T09:00:10Z", "detail": {"contactId": "c",
            "eventType": ")" + type + "\", " + more +
                                                   "}}");
        REQUIRE(read);
        return time(read->value.at);
    };
    CHECK(at("PAUSED", R"("lastPausedTimestamp": "2026-11-23T09:00:10.900Z")") == "2026-11-23T09:00:10.900Z");
    CHECK(at("RESUMED", R"("lastResumedTimestamp": "2026-11-23T09:00:10.500Z")") == "2026-11-23T09:00:10.500Z");
    CHECK(at("RESUMED", R"("lastPausedTimestamp": "2026-11-23T09:00:10.900Z")") == "2026-11-23T09:00:10.900Z");
    CHECK(at("RESUMED", R"("lastPausedTimestamp": "2026-11-23T09:00:08.900Z")") == "2026-11-23T09:00:10.000Z");
    CHECK(at("CONNECTED_TO_AGENT", R"("agentInfo": {"connectedToAgentTimestamp": "1970-01-01T00:00:00.001Z"})") ==
          "2026-11-23T09:00:10.000Z");
    CHECK(at("COMPLETED", R"("agentInfo": {"afterContactWorkEndTimestamp": "2026-11-23T09:00:08Z"})") ==
          "2026-11-23T09:00:08.000Z");
    CHECK(contact_report_from_json(R"({"contactId": "c", "eventType": "COMPLETED",
        "agentInfo": {"afterContactWorkEndTimestamp": "2026-11-23T09:00:08Z"}})"));
}

TEST_CASE("a moment after 1970 in what agents show is a time that nobody set") {
    const auto record = agent_stream_record_from_json(R"({"AgentARN": "a", "EventId": "e", "EventType": "STATE_CHANGE",
        "EventTimestamp": "2026-11-23T09:00:00Z", "CurrentAgentSnapshot": {
        "AgentStatus": {"Name": "Available", "StartTimestamp": "1970-01-01T00:00:00Z"},
        "NextAgentStatus": {"Name": "Lunch", "EnqueuedTimestamp": "1970-01-01T00:00:00.001Z"},
        "Contacts": [{"ContactId": "c", "State": "CONNECTED", "StateStartTimestamp": "1970-01-01T00:00:00.001Z",
            "QueueTimestamp": "1970-01-01T09:00:00Z", "ConnectedToAgentTimestamp": "2016-12-31T23:59:59Z"}]}})");
    REQUIRE(record);
    const auto& seen = record->value.event.snapshot;
    CHECK_FALSE(seen.status.since);
    CHECK_FALSE(seen.next->queued_at);
    CHECK_FALSE(seen.contacts.at(0).since);
    CHECK_FALSE(seen.contacts[0].queued_at);
    CHECK_FALSE(seen.contacts[0].connected_to_agent_at);
    CHECK(unknown(record).empty());

    AgentTimeline timeline;
    timeline.apply(record->value.event);
    CHECK(timeline.latest()->tracks[0].times.talking == Duration{0});
    CHECK(timeline.times(seen.at).of(AgentState::available) == Duration{0});

    for (const std::string since : {"0", "0.001", "1", "-62135596800", R"("1970-01-01T00:00:00.001Z")"}) {
        CAPTURE(since);
        const auto read = streams_snapshot_from_json(R"({"snapshotTimestamp": 1790000000, "state": {"name": "Busy",
            "startTimestamp": )" + since + R"(}, "contacts": [{"contactId": "c", "queueTimestamp": )" +
                                                     since + R"(, "state": {"type": "ended", "timestamp": )" + since +
                                                     R"(}, "connections": [{"state": {"timestamp": )" + since +
                                                     "}}]}]}");
        REQUIRE(read);
        const auto& contact = read->value.contacts.at(0);
        CHECK_FALSE(read->value.status.since);
        CHECK_FALSE(contact.since);
        CHECK_FALSE(contact.queued_at);
        CHECK_FALSE(contact.connections.at(0).since);
    }
}

TEST_CASE("what is no event of an agent is refused with what to do about it") {
    const auto message = [](const std::string& text) { return agent_event_from_json(text).error().front().message; };
    CHECK(message(R"({"Records": [{"kinesis": {"data": "e30="}}]})").find("decoded from base64") != std::string::npos);
    CHECK(message(R"({"type": "Buffer", "data": [123, 125]})").find("decode them as UTF-8") != std::string::npos);
    CHECK(message(R"({"AWSContactTraceRecordFormatVersion": "2017-03-10"})").find("contact record") !=
          std::string::npos);
    CHECK(message(R"({"detail-type": "Amazon Connect Contact Event", "detail": {}})").find("ContactHistory") !=
          std::string::npos);
    CHECK(message(R"({"state": {}})").find("snapshotTimestamp") != std::string::npos);
    CHECK(message(R"([{"AgentARN": "a"}])").find("list") != std::string::npos);
}

TEST_CASE("what is no contact event is refused with what to do about it") {
    const auto message = [](const std::string& text) { return contact_report_from_json(text).error().front().message; };
    const auto says = [&](const std::string& text, std::string_view words) {
        CAPTURE(text);
        CHECK(message(text).starts_with("must be a contact event; this "));
        CHECK(message(text).find(words) != std::string::npos);
    };
    says(R"({"Records": [{"body": "{}"}]})", "batch of Kinesis, SQS or SNS");
    says(R"({"messageId": "1", "body": "{}"})", "body is the event");
    says(R"({"EventSource": "aws:sns", "Sns": {"Message": "{}"}})", "Sns.Message");
    says(R"({"Type": "Notification", "Message": "{}"})", "its Message");
    says(R"({"kinesis": {"data": "e30="}})", "decoded from base64");
    says(R"({"type": "Buffer", "data": [123, 125]})", "decode them as UTF-8");
    says(R"({"AWSContactTraceRecordFormatVersion": "2017-03-10", "Channel": "VOICE"})", "contact record");
    says(R"({"AgentARN": "a", "EventType": "LOGIN"})", "AgentTimeline");
    says(R"({"snapshot": {}})", "AgentTimeline");
    says(R"([{"detail": {}}])", "list");
    CHECK(message(R"({"eventType": "QUEUED"})").find("contactId") != std::string::npos);
}

TEST_CASE("whose leg only listens is told by its monitor status") {
    const auto read = streams_snapshot_from_json(R"({"snapshotTimestamp": 1, "state": {"name": "Busy"}, "contacts": [
        {"contactId": "m1", "type": "voice", "state": {"type": "connected"}, "connections": [{"type": "agent",
        "state": {"type": "connected"}, "monitorStatus": "SILENT_MONITOR"}]}]})");
    CHECK(unknown(read).empty());
    CHECK(event_of(read->value.contacts.at(0)) == ContactEvent::monitoring);
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
