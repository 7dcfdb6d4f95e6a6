#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>

#include <denwaban/connect/contact_record.hpp>

#include "connect/fast_contact_record.hpp"

namespace contact_record_reader_test {
using namespace denwaban;

namespace {

const std::string usual =
    R"({"AWSAccountId":"1","AWSContactTraceRecordFormatVersion":"2017-03-10","Agent":{"ARN":"arn:a","Username":"sato",)"
    R"("AgentInteractionDuration":140,"NumberOfHolds":2,"AfterContactWorkStartTimestamp":"2026-11-23T03:08:00Z",)"
    R"("RoutingProfile":{"ARN":"arn:p","Name":"予約"},"HierarchyGroups":{"Level1":{"ARN":"x"},"Level2":null},"New":1},)"
    R"("AgentConnectionAttempts":1,"Attributes":{"disposition":"booking","note":"a\"b\\c\u4e88\ud83d\ude00\n","z":null},)"
    R"("Channel":"VOICE","ContactId":"c1","CustomerEndpoint":{"Address":"+819012345678","Type":"TELEPHONE_NUMBER"},)"
    R"("InitiationMethod":"TELEPATHY","InitialContactId":null,"LastUpdateTimestamp":"2026-11-23T03:10:00Z",)"
    R"("InstanceARN":"arn:aws:connect:ap-northeast-1:1:instance/i","PreviousContactId":"c0","Novelty":{"deep":[1,2.5,true]},)"
    R"("Queue":{"ARN":"arn:q","Name":"予約","EnqueueTimestamp":"2026-11-23T03:00:20.5Z","DequeueTimestamp":null},)"
    R"("Recording":{"Location":"bucket/a/b.wav","Status":"AVAILABLE","Type":"AUDIO"},)"
    R"("Recordings":[{"Location":"bucket/a/b.wav","Status":"ARCHIVED","MediaStreamType":"AUDIO"},)"
    R"({"Location":"s3://bucket/Redacted/c.json","Strange":0}],"RoutingCriteria":{"Steps":[{"a":1.25}]},)"
    R"("SystemEndpoint":{"Address":"+81312345678"},"Tags":{"aws:connect:instanceId":"i"},"TransferredToEndpoint":null})";

/// Without anything that is new or escaped, so that the next one like it is known.
const std::string plain =
    R"({"AWSAccountId":"nobody wants it","Agent":{"ARN":"arn:a","Username":"sato","NumberOfHolds":2,)"
    R"("HierarchyGroups":{"Level1":{"ARN":"x","GroupName":"予約"},"Level2":null}},"AgentConnectionAttempts":1,)"
    R"("Attributes":{"z":"1","a":"2"},"Channel":"VOICE","ContactId":"c1",)"
    R"("CustomerEndpoint":{"Address":"+819012345678","Type":"A"},"InitiationMethod":"INBOUND",)"
    R"("LastUpdateTimestamp":"2026-11-23T03:10:00Z","MediaStreams":[{"Type":"AUDIO"},{"Type":"VIDEO"}],)"
    R"("Queue":{"ARN":"arn:q","Duration":46,"EnqueueTimestamp":"2026-11-23T03:00:20Z","Name":"予約"},)"
    R"("Recordings":[{"Location":"bucket/a/b.wav","Status":"AVAILABLE"}],"References":[],"VoiceIdResult":null})";

[[nodiscard]] std::string replaced(std::string text, std::string_view part, std::string_view with) {
    return text.replace(text.find(part), part.size(), with);
}

/// Whether both readers say the same.
bool agree(ContactRecordReader& reader, std::string_view text) {
    const auto careful = contact_record_from_json(text);
    const auto& read = reader.read(text);
    if (read.has_value() != careful.has_value()) return false;
    return careful ? *read == *careful : read.error() == careful.error();
}

}  // namespace

TEST_CASE("a record that is read in one pass is the same record") {
    ContactRecordReader reader;
    CHECK(agree(reader, usual));
    const auto& read = reader.read(usual);
    REQUIRE(read);
    CHECK(read->value.attributes.at("note") == "a\"b\\c予😀\n");
    CHECK(read->unknown.size() == 5);
    connect::FastContactRecord fast;
    ConnectReading<ContactRecord> into;
    CHECK(fast.read(usual, into));
    CHECK(into == *read);
    CHECK(agree(reader, R"({"ContactId":"c2","LastUpdateTimestamp":"2026-11-23T03:10:00Z"})"));
    CHECK(agree(reader, " {} "));
    CHECK(agree(reader, ""));
}

TEST_CASE("escapes and characters of several bytes are read wherever a block of the text ends") {
    ContactRecordReader reader;
    for (const std::string_view odd :
         {R"(\")", R"(\\)", R"(\\\")", R"(\u4e88\n)", "予", "😀", "\xE4\xBA", "\xFF", "\x01"}) {
        for (std::size_t before = 0; before < 130; ++before) {
            const auto text = R"({"ContactId":"c1","LastUpdateTimestamp":"2026-11-23T03:10:00Z","Attributes":{"a":")" +
                              std::string(before, 'x') + std::string{odd} + R"(","b":"予"}})";
            CHECK(agree(reader, text));
        }
    }
    const auto attribute = [&](const std::string& value) {
        const auto& read = reader.read(
            R"({"ContactId":"c1","LastUpdateTimestamp":"2026-11-23T03:10:00Z","Attributes":{"a":")" + value + R"("}})");
        return read ? read->value.attributes.at("a") : "";
    };
    CHECK(attribute(std::string(5'000, 'x') + R"(\")") == std::string(5'000, 'x') + '"');
    CHECK(attribute(R"(\"\"\")") == R"(""")");
}

TEST_CASE("records that are laid out alike are read alike, whatever their values are") {
    ContactRecordReader reader;
    for (int times = 0; times < 3; ++times) {
        CHECK(agree(reader, plain));
        CHECK(agree(reader, ' ' + plain + ' '));
        CHECK(agree(reader, plain + 'x'));
        CHECK(agree(reader, replaced(plain, R"("CustomerEndpoint":{"Address":"+819012345678","Type":"A"})", "null")));
        CHECK(agree(reader, replaced(plain, R"("Duration":46)", R"("Duration":null)")));
        CHECK(agree(reader, replaced(plain, R"("Duration":46)", R"("Duration":046)")));
        CHECK(agree(reader, replaced(plain, R"("Duration":46)", R"("Duration":4.5)")));
        CHECK(agree(reader, replaced(plain, R"("Duration":46)", R"("Duration":4.5e1)")));
        CHECK(agree(reader, replaced(plain, R"("Duration":46)", R"("Duration":-)")));
        CHECK(agree(reader, replaced(plain, R"("NumberOfHolds":2)", R"("NumberOfHolds":-2)")));
        CHECK(agree(reader, replaced(plain, R"("NumberOfHolds":2)", R"("NumberOfHolds":99999999)")));
        CHECK(agree(reader, replaced(plain, "\"AVAILABLE\"", "\"ARCHIVED\"")));
        CHECK(agree(reader, replaced(plain, "\"INBOUND\"", "\"TELEPATHY\"")));
        CHECK(agree(reader, replaced(plain, R"(],"References":[])", R"(,{"Location":"b/k"}],"References":[])")));
        CHECK(agree(reader, replaced(plain, R"("z":"1","a":"2")", R"("z":"1","z":"2")")));
        CHECK(agree(reader, replaced(plain, R"("z":"1","a":"2")", R"("a":"1","z":"2")")));
        CHECK(agree(reader, replaced(plain, R"("z":"1","a":"2")", R"("a":null)")));
        CHECK(agree(reader, replaced(plain, R"("ContactId":"c1")", R"("ContactId":"")")));
        CHECK(agree(reader, replaced(plain, "2026-11-23T03:10:00Z", "2026-11-31T03:10:00Z")));
    }
}

TEST_CASE("a record is known by its layout, of which parts may be missing") {
    connect::FastContactRecord fast;
    ConnectReading<ContactRecord> into;
    const auto shorter = replaced(plain, R"("Duration":46)", R"("Duration":null)");
    for (const auto& text : {plain, shorter, plain, replaced(plain, "sato", "suzuki"), shorter}) {
        CHECK(fast.read(text, into));
    }
    CHECK(fast.known() == 3);
    CHECK(fast.read(usual, into));
    CHECK(fast.read(usual, into));
    CHECK(fast.known() == 3);
}

TEST_CASE("a value of a known layout is read as the careful reader has it, whatever stands in it") {
    ContactRecordReader reader;
    CHECK(agree(reader, plain));
    for (const std::string_view odd :
         {R"(\")", R"(\u4e88)", "予", "é", "😀", "\xE4\xBA", "\xE4\xBA\"", "\xE0\x80\x80", "\xC3\"", "\xED\xA0\x80",
          "\xEE\x80\x80", "\xF4\x90\x80\x80", "\xFF", "\x01", "\n", "\x7F"}) {
        for (std::size_t before = 0; before < 40; ++before) {
            for (const std::size_t behind : {0U, 1U, 17U}) {
                const auto value = std::string(before, 'x') + std::string{odd} + std::string(behind, 'y');
                CHECK(agree(reader, replaced(plain, "nobody wants it", value)));
                CHECK(agree(reader, replaced(plain, "sato", value)));
            }
        }
    }
}

TEST_CASE("attributes are by their keys, whichever others come in records that begin alike") {
    ContactRecordReader reader;
    for (int times = 0; times < 3; ++times) {
        for (const auto* texts :
             {R"("m":"1")", R"("m":"1","z":"2")", R"("m":"1","a":"2")", R"("m":"1","a":"2","k":"3")"}) {
            CHECK(agree(reader, replaced(plain, R"("z":"1","a":"2")", texts)));
        }
    }
}

TEST_CASE("more layouts than are kept change nothing") {
    ContactRecordReader reader;
    for (int count = 0; count < 600; ++count) {
        auto keys = R"("z":"1","k)" + std::to_string(count % 300) + R"(":"2")";
        CHECK(agree(reader, replaced(plain, R"("z":"1","a":"2")", keys)));
        CHECK(agree(reader, plain));
    }
}

TEST_CASE("times are read as the calendar has them") {
    ContactRecordReader reader;
    for (const std::string_view time :
         {"1970-01-01T00:00:00Z", "1999-12-31T23:59:59Z", "2024-02-28T12:00:00Z", "2024-02-29T12:00:00Z",
          "2099-12-28T00:00:00Z", "2100-01-01T00:00:00Z", "2025-02-29T00:00:00Z", "2026-13-01T00:00:00Z",
          "2026-11-23T24:00:00Z", "2026-11-2aT00:00:00Z", "2026-11-23T03:10:0:Z", "2026-11-23 03:10:00Z",
          "2026-11-23T03:10:0/Z", "1969-12-31T23:59:59Z"}) {
        CHECK(agree(reader, R"({"ContactId":"c1","LastUpdateTimestamp":")" + std::string{time} + R"("})"));
    }
}

TEST_CASE("what a record may not be is refused for the same reason, at the same place") {
    ContactRecordReader reader;
    const auto with = [](std::string_view part) {
        return R"({"ContactId":"c","LastUpdateTimestamp":"2026-11-23T03:10:00Z",)" + std::string{part} + '}';
    };
    for (const auto* part : {
             R"("Channel":"VOICE","Channel":"CHAT")",
             R"("New":1,"New":2)",
             R"("WisdomInfo":{"a":1,"a":2})",
             R"("Attributes":{"a":null,"a":"b"})",
             R"("Attributes":{"a":1,"b":true,"c":{}})",
             R"("WisdomInfo":"\ud800")",
             R"("WisdomInfo":"\x")",
             R"("WisdomInfo":01)",
             R"("WisdomInfo":1.)",
             R"("WisdomInfo":1e999)",
             R"("WisdomInfo":1e9)",
             R"("WisdomInfo":-)",
             R"("WisdomInfo":nul)",
             R"("WisdomInfo":[1,])",
             R"("WisdomInfo":{"a":1,})",
             R"("WisdomInfo":[1}])",
             "\"WisdomInfo\":\"\t\"",
             "\"WisdomInfo\":\"\xED\xA0\x80\"",
             "\"WisdomInfo\":\"\xC0\xAF\"",
             "\"WisdomInfo\":\"\xFF\"",
             R"("Queue":[])",
             R"("Queue":{})",
             R"("Recordings":{})",
             R"("Recordings":[null])",
             R"("InitiationTimestamp":1764000000.25)",
             R"("InitiationTimestamp":"2026-02-30T00:00:00Z")",
             R"("InitiationTimestamp":"2026-02-28T24:00:00Z")",
             R"("InitiationTimestamp":"1969-12-31T23:59:59Z")",
             R"("AgentConnectionAttempts":-1)",
             R"("AgentConnectionAttempts":99999999999)",
             R"("CustomerEndpoint":{"Address":"<sip:+819012345678@x>"},"Channel":"VOICE")",
             R"("CustomerEndpoint":{"Address":"guest@example.com"},"Channel":"EMAIL")",
         }) {
        CAPTURE(part);
        CHECK(agree(reader, with(part)));
        CHECK(agree(reader, with(part) + " x"));
    }
    CHECK(agree(reader, with(R"("WisdomInfo":)" + std::string(40, '[') + std::string(40, ']'))));
    CHECK(agree(reader, with(R"("WisdomInfo":)" + std::string(70, '[') + std::string(70, ']'))));
    CHECK(agree(reader, std::string_view{"{}\0", 3}));
}

TEST_CASE("whatever is done to a record, both readers make the same of it") {
    constexpr std::array<std::string_view, 16> pieces{"{",   "}",    "[",   "]", ",",        ":",        "\"",   "\\",
                                                      "\\u", "null", "1e9", "-", "\xE4\xBA", "\"ARN\":", "\x01", " "};
    ContactRecordReader reader;
    std::mt19937 random{7};
    const auto below = [&](std::size_t most) { return random() % most; };
    for (int round = 0; round < 8000; ++round) {
        auto text = round % 2 == 0 ? usual : plain;
        for (auto changes = 1 + below(3); changes > 0 && !text.empty(); --changes) {
            const auto place = below(text.size());
            switch (below(4)) {
                case 0:
                    text.erase(place, 1 + below(20));
                    break;
                case 1:
                    text.insert(place, pieces[below(pieces.size())]);
                    break;
                case 2:
                    text[place] = static_cast<char>(random());
                    break;
                default:
                    text.insert(place, text.substr(below(text.size()), below(60)));
                    break;
            }
        }
        CAPTURE(text);
        REQUIRE(agree(reader, text));
    }
}

}  // namespace contact_record_reader_test
