#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/connect/contact_record.hpp>
#include <denwaban/connect/kinesis.hpp>
#include <denwaban/records/call_facts.hpp>

#include "kinesis_event.hpp"

/// What a stream brings that nobody would: read or poisoned, and what stands beside it is read.
namespace bad_records_test {
using namespace denwaban;
using namespace std::chrono_literals;
using kinesis_event::base64;
using kinesis_event::event;

namespace {

std::string record(const std::string& id, const std::string& more = "") {
    return R"({"ContactId":")" + id + R"(","Channel":"VOICE","InitiationMethod":"INBOUND",)" +
           R"("InitiationTimestamp":"2026-11-22T08:00:00Z","DisconnectTimestamp":"2026-11-22T08:01:30Z",)" +
           R"("LastUpdateTimestamp":"2026-11-22T08:02:00Z")" + more + "}";
}

ContactRecordBatch read(const std::vector<std::string>& data) {
    auto batch = contact_records_from_kinesis(event(data));
    REQUIRE(batch);
    return *std::move(batch);
}

/// Records are there to be read, and read in whatever order.
CallFacts facts_of(const std::vector<std::string>& records) {
    std::vector<std::string> data;
    for (const auto& one : records) data.push_back(base64(one));
    auto batch = read(data);
    CHECK(batch.poisoned.empty());
    CallFacts facts;
    for (auto& [position, reading] : batch.records) facts.add(std::move(reading.value));
    return facts;
}

constexpr std::size_t a_megabyte = 1 << 20;

}  // namespace

TEST_CASE("a record of 1 MB is read whole") {
    const std::string note(a_megabyte, 'n');
    const auto large = record("large", R"(,"Attributes":{"note":")" + note + R"("})");
    REQUIRE(large.size() > a_megabyte);
    const auto facts = facts_of({record("before"), large, record("behind")});
    REQUIRE(facts.all().size() == 3);
    CHECK(facts.find({"large"})->attributes.at("note") == note);
}

TEST_CASE("a record of 1 MB that is none is poison with all of its bytes") {
    const auto cut = R"({"ContactId":"large","Attributes":{"note":")" + std::string(a_megabyte, 'n');
    const auto words = std::string(a_megabyte, 'w');
    const auto unknown = record("large", R"(,"LastUpdateTimestamp":")" + std::string(a_megabyte, '9') + "\"");
    const auto batch =
        read({base64(record("before")), base64(cut), base64(words), base64(unknown), base64(record("behind"))});
    CHECK(batch.records.size() == 2);
    REQUIRE(batch.poisoned.size() == 3);
    CHECK(batch.poisoned[0].bytes == cut);
    CHECK(batch.poisoned[1].bytes == words);
    CHECK(batch.poisoned[2].bytes == unknown);
}

TEST_CASE("JSON that is cut anywhere is poison, and nothing else is") {
    const auto whole = record("cut", R"(,"Attributes":{"disposition":"予約"})");
    for (std::size_t size = 1; size < whole.size(); ++size) {
        CAPTURE(size);
        const auto cut = whole.substr(0, size);
        const auto batch = read({base64(record("before")), base64(cut), base64(record("behind"))});
        REQUIRE(batch.records.size() == 2);
        CHECK(batch.records[1].reading.value.id == ContactId{"behind"});
        REQUIRE(batch.poisoned.size() == 1);
        CHECK(batch.poisoned[0].position.sequence == "101");
        CHECK(batch.poisoned[0].bytes == cut);
    }
}

TEST_CASE("data that is no base64 is poison as it came") {
    const auto whole = base64(record("wrong"));
    for (const auto& wrong : {whole.substr(0, whole.size() - 1) + "*", "=" + whole, whole + "A",
                              whole.substr(0, 8) + "\\n" + whole.substr(8), std::string{"データ"}}) {
        CAPTURE(wrong);
        const auto batch = read({base64(record("before")), wrong, base64(record("behind"))});
        CHECK(batch.records.size() == 2);
        REQUIRE(batch.poisoned.size() == 1);
        CHECK(batch.poisoned[0].position.sequence == "101");
        CHECK_FALSE(batch.poisoned[0].bytes.empty());
    }
}

TEST_CASE("a clock that goes back makes no span less than nothing, and no record newer") {
    const std::string queue = R"(,"Queue":{"ARN":"arn:q","Name":"予約","EnqueueTimestamp":"2026-11-22T09:00:00Z",)"
                              R"("DequeueTimestamp":"2026-11-22T08:00:30Z"},"Agent":{"ARN":"arn:a","Username":"sato",)"
                              R"("ConnectedToAgentTimestamp":"2026-11-22T07:00:00Z","AgentInteractionDuration":-5})";
    const auto call = facts_of({record("c1", queue)}).find({"c1"});
    REQUIRE(call);
    CHECK(call->queued == 0s);
    CHECK(call->in_flow >= 0s);
    CHECK(call->interaction >= 0s);
    CHECK(time_to_answer(*call) == 0s);

    auto earlier = record("c1", R"(,"Attributes":{"disposition":"access"})");
    earlier.replace(earlier.find("08:02:00Z"), 9, "08:01:00Z");
    const auto later = record("c1", R"(,"Attributes":{"disposition":"booking"})");
    for (const auto& order : {std::pair{earlier, later}, std::pair{later, earlier}}) {
        const auto facts = facts_of({order.first, order.second});
        CHECK(facts.find({"c1"})->dispositions == std::vector<std::string>{"booking"});
    }
}

TEST_CASE("of two instances' records in one stream, each is of its own call") {
    const auto of = [](const char* region, const char* leg, const char* first) {
        const auto initial =
            std::string{leg} == first ? std::string{} : R"(,"InitialContactId":")" + std::string{first} + "\"";
        return record(leg, R"(,"InstanceARN":"arn:aws:connect:)" + std::string{region} + R"(:1:instance/i")" + initial);
    };
    const auto facts = facts_of({of("ap-northeast-1", "t2", "t1"), of("ap-northeast-3", "o1", "o1"),
                                 of("ap-northeast-1", "t1", "t1"), of("ap-northeast-3", "o2", "o1")});
    REQUIRE(facts.all().size() == 2);
    CHECK(facts.find({"t2"})->region == "ap-northeast-1");
    CHECK(facts.find({"t2"})->contacts.size() == 2);
    CHECK(facts.find({"o2"})->region == "ap-northeast-3");
    CHECK(facts.find({"o2"})->contacts.size() == 2);
}

}  // namespace bad_records_test
