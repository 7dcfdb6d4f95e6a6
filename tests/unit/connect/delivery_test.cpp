#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <denwaban/connect/delivery.hpp>

#include "told_errors.hpp"

namespace delivery_test {
using namespace denwaban;

namespace {

const std::string contact_event = R"({"version":"0","id":"e1","detail-type":"Amazon Connect Contact Event",
  "source":"aws.connect","time":"2026-11-23T03:00:20Z","detail":{"eventType":"QUEUED","contactId":"c1","channel":"VOICE",
  "systemEndpoint":{"type":"TELEPHONE_NUMBER","address":"+81312345678"}}})";
const std::string agent_event = R"({"AgentARN":"arn:a","EventId":"e2","EventType":"HEART_BEAT",
  "EventTimestamp":"2026-11-23T03:00:00Z","CurrentAgentSnapshot":{"AgentStatus":{"Name":"Available"},"Contacts":[]}})";
const std::string contact_record = R"({"AWSContactTraceRecordFormatVersion":"2017-03-10","ContactId":"c2",
  "LastUpdateTimestamp":"2026-11-23T03:10:00Z"})";

std::string in_json(std::string_view text) {
    std::string quoted = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') quoted += '\\';
        if (letter == '\n') {
            quoted += "\\n";
        } else {
            quoted += letter;
        }
    }
    return quoted + '"';
}
std::string notification(std::string_view message) {
    return R"({"Type":"Notification","MessageId":"n1","TopicArn":"arn:t","Message":)" + in_json(message) + "}";
}
std::string queue(std::initializer_list<std::string> bodies) {
    std::string text = R"({"Records":[)";
    int place = 0;
    for (const auto& body : bodies) {
        text += (place == 0 ? "" : ",") + std::string{R"({"eventSource":"aws:sqs","messageId":"m)"} +
                std::to_string(place) + R"(","body":)" + in_json(body) + "}";
        ++place;
    }
    return text + "]}";
}
std::string kinds(const DeliveredEvents& delivered) {
    constexpr const char* names[]{"agent", "contact", "record"};
    std::string all;
    for (const auto& one : delivered.events) {
        const auto* message = std::get_if<MessageId>(&one.position);
        all += (message != nullptr ? message->text : "shard") + " " + names[one.reading.value.index()] + " ";
    }
    return all;
}
std::string poison(const DeliveredEvents& delivered) {
    std::string all;
    for (const auto& one : delivered.poisoned) {
        all += std::get<MessageId>(one.position).text + " " + told({one.error}).front() + " ";
    }
    return all;
}

}  // namespace

TEST_CASE("a queue brings events of each kind, raw, of EventBridge and in a topic's notification") {
    const auto delivered =
        delivered_events_from_json(queue({contact_event, agent_event, contact_record, notification(contact_event)}));
    REQUIRE(delivered);
    CHECK(kinds(*delivered) == "m0 contact m1 agent m2 record m3 contact ");
    CHECK(delivered->poisoned.empty());
    CHECK(delivered->events[3].document == contact_event);
    const auto& report = std::get<ContactReport>(delivered->events[3].reading.value);
    CHECK(report.id == "e1");
    CHECK(report.line->e164() == "+81312345678");
}

TEST_CASE("a topic, EventBridge, a stream and a post bring them as well") {
    const auto topic = delivered_events_from_json(
        R"({"Records":[{"EventSource":"aws:sns","Sns":{"MessageId":"n7","Message":)" + in_json(agent_event) + "}}]}");
    REQUIRE(topic);
    CHECK(kinds(*topic) == "n7 agent ");
    const auto bridge = delivered_events_from_json(contact_event);
    REQUIRE(bridge);
    CHECK(kinds(*bridge) == "e1 contact ");
    const auto post = delivered_events_from_json(notification(contact_record));
    REQUIRE(post);
    CHECK(kinds(*post) == "n1 record ");
    const auto stream =
        delivered_events_from_json(R"({"Records":[{"eventID":"s:1","kinesis":{"sequenceNumber":"1","data":"e30="}}]})");
    REQUIRE(stream);
    CHECK(std::get<KinesisPosition>(stream->poisoned.front().position) == KinesisPosition{"s", "1"});
}

TEST_CASE("what cannot be read is poison with its place, and holds no other message up") {
    const auto twice = notification(notification(contact_event));
    const auto delivered = delivered_events_from_json(
        queue({"Hello", "{}", R"({"eventType":"QUEUED","contactId":7})", twice, R"([1])",
               R"({"Type":"SubscriptionConfirmation","TopicArn":"arn:t","Token":"x"})", notification(""),
               R"({"Type":"Notification","TopicArn":"arn:t"})", contact_event}));
    REQUIRE(delivered);
    CHECK(kinds(*delivered) == "m8 contact ");
    CHECK(poison(*delivered) ==
          "m0 malformed_json 0-1 m1 invalid_value  m2 missing_key  m3 invalid_value  m4 wrong_type  "
          "m5 invalid_value /Type m6 malformed_json 0-0 m7 missing_key  ");
    CHECK(delivered->poisoned[0].bytes == "Hello");
    CHECK(delivered->poisoned[3].bytes == notification(contact_event));
    const auto half = delivered_events_from_json(queue({R"({"AgentARN":"\ud800","EventId":7})"}));
    REQUIRE(half);
    CHECK(half->poisoned.size() == 1);
}

TEST_CASE("what is no delivery is refused where it is none") {
    CHECK(told(delivered_events_from_json("{}")) == std::vector<std::string>{"missing_key "});
    CHECK(told(delivered_events_from_json(R"({"Records":[{}, 3, {"body":"x"}, {"messageId":"m","body":4},
        {"messageId":"","body":"x"}, {"Sns":{"MessageId":"n"}}, {"kinesis":{"data":""}}]})")) ==
          std::vector<std::string>{"missing_key /Records/0", "wrong_type /Records/1", "missing_key /Records/2",
                                   "wrong_type /Records/3/body", "invalid_value /Records/4/messageId",
                                   "missing_key /Records/5/Sns", "missing_key /Records/6/kinesis"});
    std::string many = R"({"Records":[1)";
    for (int i = 0; i < 10'000; ++i) many += ",1";
    CHECK(told(delivered_events_from_json(many + "]}")) == std::vector<std::string>{"too_large /Records"});
    const std::string deep(100'000, '[');
    CHECK_FALSE(delivered_events_from_json(deep));
    const auto within = delivered_events_from_json(queue({deep}));
    REQUIRE(within);
    CHECK(within->poisoned.size() == 1);
}

TEST_CASE("a partial answer names each message once, and of each shard the first") {
    const std::vector<DeliveryPosition> failed{MessageId{"m2"}, MessageId{"m1"}, MessageId{"m2"},
                                               KinesisPosition{"a", "100"}, KinesisPosition{"a", "99"}};
    CHECK(partial_batch_response(failed) ==
          R"({"batchItemFailures":[{"itemIdentifier":"m2"},{"itemIdentifier":"m1"},{"itemIdentifier":"99"}]})");
    CHECK(partial_batch_response({}) == R"({"batchItemFailures":[]})");
}

}  // namespace delivery_test
