#include <doctest/doctest.h>

#include <string>

#include <denwaban/documents/conversation_json.hpp>

#include "talk_world.hpp"

/// How conversations come back from where they are kept; that all do, every turn of `talk_world.hpp` sees to.
namespace kept_conversation_test {
using namespace denwaban;
using namespace talk_world;

namespace {

const PhoneNumber mobile = PhoneNumber::parse("09012345678").value();

bool contains(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

[[nodiscard]] Error first_error(std::string_view kept) { return conversation_from_json(kept).error().front(); }

}  // namespace

TEST_CASE("what a customer's record says is kept, and that there is none") {
    World world;
    Customer yamada;
    yamada.id = {"c1"};
    yamada.name = "山田";
    yamada.phones = {mobile};
    world.customers[mobile] = yamada;
    for (const auto& number : {mobile, PhoneNumber::parse("09011112222").value()}) {
        PhoneCall call{world, number};
        call.says(Says{}.wants(Intent::book).on(today + date::days{1}).at(clock(19)).of(2));
        REQUIRE(call.talk().customer);
        CHECK(conversation_from_json(to_json(call.talk())).value() == call.talk());
        CHECK(call.talk().customer->has_value() == (number == mobile));
    }
}

TEST_CASE("what a newer version wrote is passed over and written again; a newer format or word is not read") {
    World world;
    PhoneCall call{world, mobile};
    call.says(Says{}.wants(Intent::book).on(today));
    auto newer = to_json(call.talk());
    newer.insert(1, R"("mood":"fine",)");
    const auto read = conversation_from_json(newer);
    REQUIRE(read);
    CHECK(*read == call.talk());
    CHECK(contains(to_json(*read, newer), R"("mood":"fine")"));
    CHECK(first_error(R"({"id":"c1","format":2})").code == ErrorCode::newer_version);
    CHECK(first_error(R"({"id":"c1","state":"dreaming"})").code == ErrorCode::newer_version);
    CHECK(first_error(R"({"id":"c1","to_do":[{"date":"2026-11-27","key":"k","command":{"decide":{"do":"dance"}}}]})")
              .code == ErrorCode::newer_version);
}

TEST_CASE("what is no conversation is not read") {
    CHECK(to_string(first_error("{}")) == "missing_key: needs \"id\"");
    const auto refused =
        first_error(R"({"id":"c1","to_say":{"text":"a","ssml":"<speak><emphasis>a</emphasis></speak>"}})");
    CHECK(to_string(refused.where) == "/to_say");
}

TEST_CASE("a turn says what to say, what to listen for and, at its end, what is handed over") {
    World world;
    PhoneCall call{world, mobile};
    call.says(Says{}.wants(Intent::book));
    const auto asked = to_json(ConversationStep{call.talk(), call.reply()}, world.now);
    CHECK(contains(asked, R"("say":{"text":"ご希望の日にちはいつでしょうか。","ssml":"<speak>)"));
    CHECK(contains(asked, R"("listen":{"asked":"day")"));
    CHECK(contains(asked, R"("hand_over":null)"));
    call.says(Says{}.wants(Intent::human));
    const auto over = to_json(ConversationStep{call.talk(), call.reply()}, world.now);
    CHECK(contains(over, R"("listen":null)"));
    CHECK(contains(over, R"("reason":"asked_for")"));
    CHECK(contains(over, R"("notes":"ご用件)"));
}

TEST_CASE("a policy is said as far as it differs") {
    CHECK(to_json(TalkPolicy{}) == "{}");
    TalkPolicy policy;
    policy.manner = Manner::friendly;
    policy.largest_party = Covers::of(6);
    policy.answers[Intent::ask_parking] = "3台分ございます。";
    policy.messages[Intent::lost_property] = {"lost_property"};
    const auto text = to_json(policy);
    const auto read = talk_policy_from_json(text);
    REQUIRE(read);
    CHECK(to_json(*read) == text);
    CHECK(read->answers == policy.answers);
    CHECK(read->messages == policy.messages);
    CHECK(talk_policy_from_json(R"({"maner":"formal"})").error().front().code == ErrorCode::unknown_key);
}

}  // namespace kept_conversation_test
