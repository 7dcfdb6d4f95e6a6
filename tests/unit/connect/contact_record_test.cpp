#include <doctest/doctest.h>

#include <string>

#include <denwaban/connect/contact_record.hpp>
#include <denwaban/connect/kinesis.hpp>

#include "connect/md5.hpp"
#include "gzip.hpp"
#include "kinesis_event.hpp"
#include "told_errors.hpp"

namespace contact_record_test {
using namespace denwaban;
using kinesis_event::base64;
using kinesis_event::event;
using namespace std::chrono_literals;

namespace {

const std::string record = R"({
  "AWSContactTraceRecordFormatVersion": "2017-03-10", "ContactId": "c1", "InitialContactId": null, "PreviousContactId": "c0",
  "Channel": "VOICE", "InitiationMethod": "INBOUND", "LastUpdateTimestamp": "2026-11-23T03:10:00Z",
  "InitiationTimestamp": "2026-11-23T03:00:00Z", "DisconnectReason": "CUSTOMER_DISCONNECT",
  "CustomerEndpoint": {"Address": "+819012345678", "Type": "TELEPHONE_NUMBER"},
  "SystemEndpoint": {"Address": "+81312345678", "Type": "TELEPHONE_NUMBER"},
  "Queue": {"ARN": "arn:q", "Name": "予約", "EnqueueTimestamp": "2026-11-23T03:00:20Z", "Duration": 30},
  "Agent": {"ARN": "arn:a", "Username": "sato", "AgentInteractionDuration": 140, "NumberOfHolds": 2},
  "Recording": {"Location": "bucket/a/b.wav", "Status": "AVAILABLE", "Type": "AUDIO"},
  "Recordings": [{"Location": "bucket/a/b.wav", "Status": "AVAILABLE", "MediaStreamType": "AUDIO"},
                 {"Location": "s3://bucket/Analysis/Voice/Redacted/c.json", "Status": "ARCHIVED"}],
  "Attributes": {"disposition": "booking", "n": 3}, "Novelty": 1})";

std::string wire(unsigned field, std::string_view bytes) {
    std::string text{static_cast<char>((field << 3U) | 2U)};
    auto size = bytes.size();
    for (; size > 127; size >>= 7U) text.push_back(static_cast<char>((size & 127U) | 128U));
    text.push_back(static_cast<char>(size));
    return text + std::string{bytes};
}
/// A message as the Kinesis Producer Library sends it.
std::string aggregated(const std::string& message) {
    const auto digest = connect::md5_of(message);
    return "\xF3\x89\x9A\xC2" + message + std::string{digest.data(), digest.size()};
}

}  // namespace

TEST_CASE("a contact record is read, and what is new of it told") {
    const auto reading = contact_record_from_json(record);
    REQUIRE(reading);
    const auto& [read, unknown] = *reading;
    CHECK(read.id == ContactId{"c1"});
    CHECK_FALSE(read.initial);
    CHECK(read.previous == ContactId{"c0"});
    CHECK(to_string(read.initiation) == "inbound");
    CHECK(std::get<PhoneNumber>(*read.customer).e164() == "+819012345678");
    CHECK(read.line->e164() == "+81312345678");
    CHECK(read.agent->interaction == 140s);
    CHECK_FALSE(read.agent->customer_hold);
    CHECK(read.recordings.size() == 2);
    CHECK(read.recordings.front().bucket == "bucket");
    CHECK(read.recordings.front().key == "a/b.wav");
    CHECK(is_redacted(read.recordings.back()));
    CHECK(read.attributes.at("n") == "3");
    const std::vector<JsonPointer> told{{"/Novelty"}, {"/Recordings/1/Status"}};
    CHECK(unknown == told);
}

TEST_CASE("a contact record needs its contact and its age") {
    const auto reading = contact_record_from_json(R"({"Channel": "VOICE"})");
    REQUIRE_FALSE(reading);
    CHECK(reading.error().size() == 2);
}

TEST_CASE("a batch brings records in its order, however they are packed") {
    std::string other = record;
    other.replace(other.find("\"c1\""), 4, "\"c2\"");
    const auto kpl = aggregated(wire(1, "key") + wire(3, std::string{"\x08\x00", 2} + wire(3, other)) +
                                wire(3, std::string{"\x08\x00", 2} + wire(3, record + "\n" + other)));
    const auto batch = contact_records_from_kinesis(event({base64(record + other), base64(kpl), base64(gzip(kpl))}));
    REQUIRE(batch);
    CHECK(batch->poisoned.empty());
    std::string order;
    for (const auto& [position, reading] : batch->records) order += position.sequence + reading.value.id.text + " ";
    CHECK(order == "100c1 100c2 101c2 101c1 101c2 102c2 102c1 102c2 ");
    CHECK(batch->records.front().position.shard == "shardId-000000000006");
}

TEST_CASE("what cannot be read is poisoned with its bytes, and holds nothing up") {
    const auto batch = contact_records_from_kinesis(
        event({base64(record), "no base64!", base64("Hello World"), base64(""), base64("{\"ContactId\":"),
               base64("\xF3\x89\x9A\xC2 not what it says"), base64("\x1f\x8b no gzip"), base64(record)}));
    REQUIRE(batch);
    CHECK(batch->records.size() == 2);
    std::string order;
    for (const auto& one : batch->poisoned) order += one.position.sequence + " ";
    CHECK(order == "101 102 103 104 105 106 ");
    CHECK(batch->poisoned[0].bytes == "no base64!");
    CHECK(batch->poisoned[1].bytes == "Hello World");
    CHECK(batch->poisoned[3].bytes == "{\"ContactId\":");
    CHECK_FALSE(contact_records_from_kinesis(R"({"Records":[{"kinesis":{"data":""}}]})"));
    CHECK_FALSE(contact_records_from_kinesis("{}"));
}

TEST_CASE("what the KPL aggregated is believed if its MD5 is of it, and no aggregate stands in another") {
    const auto inside = wire(3, wire(3, record));
    auto damaged = aggregated(inside);
    damaged[damaged.find("\"c1\"") + 2] = '2';
    const auto twice = aggregated(wire(3, wire(3, aggregated(inside))));
    const auto batch = contact_records_from_kinesis(
        event({base64(damaged), base64(twice), base64(aggregated(wire(3, wire(3, gzip(aggregated(inside))))))}));
    REQUIRE(batch);
    CHECK(batch->records.empty());
    REQUIRE(batch->poisoned.size() == 3);
    CHECK(batch->poisoned[0].bytes == damaged);
    CHECK(batch->poisoned[0].error.message == "is not whole as the KPL aggregates it");
    CHECK(batch->poisoned[1].bytes == aggregated(inside));
    CHECK(batch->poisoned[2].error.message == "is aggregated twice, which the KPL never does");
}

TEST_CASE("one record is a few dead letters, whatever stands in it") {
    const auto poisoned_in = [](const std::string& data) {
        const auto batch = contact_records_from_kinesis(event({base64(data)}));
        REQUIRE(batch);
        return batch->poisoned;
    };
    std::string words;
    std::string objects;
    std::string aggregate;
    for (int i = 0; i < 10'000; ++i) {
        words += "a, \"b\" ";
        objects += "{} ";
        aggregate += wire(3, wire(3, "no record"));
    }
    const auto table = poisoned_in(words + record + words);
    REQUIRE(table.size() == 2);
    CHECK(table[0].bytes + ' ' == words);
    const auto many = poisoned_in(objects);
    REQUIRE(many.size() == 21);
    CHECK(many.back().bytes == objects.substr(3 * 20));
    CHECK(poisoned_in(aggregated(aggregate)).size() == 21);
}

TEST_CASE("MD5 is that of RFC 1321") {
    const auto hex = [](std::string_view text) {
        std::string digits;
        for (const char byte : connect::md5_of(text)) {
            for (const unsigned shift : {4U, 0U})
                digits += "0123456789abcdef"[(static_cast<std::uint8_t>(byte) >> shift) & 15U];
        }
        return digits;
    };
    CHECK(hex("") == "d41d8cd98f00b204e9800998ecf8427e");
    CHECK(hex("message digest") == "f96b697d7cb7938d525a2f31aaf161d0");
    CHECK(hex("12345678901234567890123456789012345678901234567890123456789012345678901234567890") ==
          "57edf4a22be3c955ac49da2e2107b67a");
    CHECK(hex(std::string(55, 'a')) == "ef1772b6dff9a122358552954ad0df65");
    CHECK(hex(std::string(56, 'a')) == "3b0c8ac703f828b04c6c197006d17218");
    CHECK(hex(std::string(64, 'a')) == "014842d480b571495a4a0363793f7367");
}

TEST_CASE("a record without data is poison, and the others are read") {
    auto text = event({base64(record)});
    text.insert(text.find('[') + 1, R"({"eventID":"s:1","kinesis":{"sequenceNumber":"1","data":null}},)"
                                    R"({"eventID":"s:2","kinesis":{"sequenceNumber":"2","data":5}},)"
                                    R"({"eventID":"s:3","kinesis":{"sequenceNumber":"3"}},)");
    const auto batch = contact_records_from_kinesis(text);
    REQUIRE(batch);
    CHECK(batch->records.size() == 1);
    REQUIRE(batch->poisoned.size() == 3);
    CHECK(batch->poisoned.front().position == KinesisPosition{"s", "1"});
}

TEST_CASE("a partial answer names the first of each shard") {
    const std::vector<KinesisPosition> failed{{"a", "100"}, {"b", "7"}, {"a", "99"}, {"b", "8"}};
    CHECK(batch_item_failures(failed) == R"({"batchItemFailures":[{"itemIdentifier":"99"},{"itemIdentifier":"7"}]})");
    CHECK(batch_item_failures({}) == R"({"batchItemFailures":[]})");
}

}  // namespace contact_record_test
