#include <doctest/doctest.h>

#include <random>

#include <nlohmann/json.hpp>

#include <denwaban/connect/lex_hook.hpp>
#include <denwaban/connect/talk_flow.hpp>
#include <denwaban/documents/restaurant_json.hpp>

namespace lex_hook_test {
using namespace denwaban;
using Json = nlohmann::json;

namespace {

const auto kyoto = [] {
    auto restaurant = restaurant_from_json(
        R"({"id": "r1", "name": "花丸", "hours": {"rules": [
            {"when": "every_day", "services": [{"opens": "17:00", "closes": "23:00"}]}]}})");
    REQUIRE(restaurant);
    auto opened = open_restaurant(*std::move(restaurant), HolidayCalendar::japan(), TimeZone::tokyo());
    REQUIRE(opened);
    return *std::move(opened);
};
const Now noon = now_in(TimeZone::tokyo(),
                        TimeZone::tokyo().first_at_or_after(at(make_date(2026, 11, 25), *MinuteOfDay::make(12 * 60))));

Json event() {
    return Json::parse(R"({"sessionId": "c1", "inputMode": "Speech", "inputTranscript": "もしもし",
        "bot": {"localeId": "ja_JP"},
        "interpretations": [{"intent": {"name": "Book", "slots": {"Day": null, "Time": null}}},
                            {"intent": {"name": "FallbackIntent", "slots": {}}}],
        "requestAttributes": {"x-amz-lex:accept-content-types": "PlainText,SSML"},
        "sessionState": {"intent": {"name": "Book"}, "sessionAttributes": {"caller": "+819012345678", "vip": "true",
            "streamArn": "arn:s", "startFragment": "7", "x-amz-lex:dtmf:max-length:*:*": "3"}}})");
}
/// More than Lex has room for, however it is packed.
Conversation long_talk() {
    const auto restaurant = kyoto();
    const TalkPolicy policy;
    auto talk =
        greet({"c1"}, Withheld{WithheldReason::not_given}, Language::japanese, {restaurant, policy}).conversation;
    std::mt19937 random{7};
    for (unsigned line = 0; line < 600; ++line) {
        std::string text;
        for (unsigned letter = 0; letter < 40; ++letter) text += static_cast<char>('0' + random() % 64);
        talk.lines.push_back({SaidLine::Who::caller, text});
    }
    return talk;
}
LexEvent read(const Json& words) {
    auto read = lex_event_from_json(words.dump());
    REQUIRE(read);
    return *std::move(read);
}

}  // namespace

TEST_CASE("an event is read, and says who calls and where they are recorded") {
    const auto lex = read(event());
    CHECK(lex.text == "もしもし");
    CHECK(lex.intent == "Book");
    CHECK(lex.intents == std::vector<LexIntent>{{"Book", {"Day", "Time"}}, {"FallbackIntent", {}}});
    const auto turn = heard_turn(lex);
    REQUIRE(turn);
    CHECK(turn->before.empty());
    CHECK(turn->said->text == "もしもし");
    CHECK(std::get<PhoneNumber>(turn->greeted.caller).e164() == "+819012345678");
    CHECK(turn->greeted.stream == VoiceStream{"arn:s", "7"});
}

TEST_CASE("what is missing or null costs nothing but itself; what is no event is told with its place") {
    auto bare = Json::parse(R"({"sessionId": "c1", "bot": null, "interpretations": null, "sessionState": null})");
    CHECK(read(bare).intent == "FallbackIntent");
    CHECK_FALSE(heard_turn(read(bare))->said);
    for (const auto* text : {"[]", "{}", "", R"({"sessionId": 1})"}) CHECK_FALSE(lex_event_from_json(text));
    auto keyed = event();
    keyed["inputMode"] = "DTMF";
    keyed["inputTranscript"] = "1126";
    CHECK(heard_turn(read(keyed))->said->keys == "1126");
}

TEST_CASE("locales are known in any spelling") {
    for (const auto* japanese : {"ja_JP", "ja-JP", "jp-JP", "", "fr_FR"}) {
        CHECK(language_of_locale(japanese) == Language::japanese);
    }
    for (const auto* english : {"en_US", "en-US", "en_GB", "EN"})
        CHECK(language_of_locale(english) == Language::english);
}

TEST_CASE("an answer tells Lex how to listen, keeps what is others', and carries the conversation") {
    const auto restaurant = kyoto();
    const TalkPolicy policy;
    const TalkSetting setting{restaurant, policy};
    auto step = greet({"c1"}, Withheld{WithheldReason::not_given}, Language::japanese, setting);
    Utterance said;
    said.text = "予約したいです";
    said.meaning = understand(said.text, hearing_of(step.conversation, setting, noon));
    step = converse(step.conversation, said, setting, noon);
    const auto lex = read(event());
    const auto response = Json::parse(lex_response(lex, step.conversation, {}, noon));
    const auto& attributes = response["sessionState"]["sessionAttributes"];
    CHECK(response["sessionState"]["dialogAction"]["type"] == "ElicitIntent");
    CHECK(attributes["vip"] == "true");
    CHECK(attributes["x-amz-lex:dtmf:max-length:*:*"] == "5");
    CHECK(attributes["x-amz-lex:audio:end-timeout-ms:*:*"] == "640");
    const auto& hints = response["sessionState"]["runtimeHints"]["slotHints"]["Book"];
    CHECK(hints.size() == 1);
    CHECK(hints["Day"]["runtimeHintValues"][0]["phrase"] == "今日");
    auto next = event();
    next["sessionState"]["sessionAttributes"] = attributes;
    const auto turn = heard_turn(read(next));
    REQUIRE(turn);
    CHECK(*conversation_from_json(turn->before) == step.conversation);
}

TEST_CASE("who thinks within what they say is given time, and never more than Amazon Connect takes") {
    for (std::size_t place = 0; place < count_of<Question>; ++place) {
        const auto patience = lex_patience(static_cast<Question>(place));
        CHECK(patience.longest <= std::chrono::seconds{15});
        CHECK(patience.start >= std::chrono::seconds{4});
    }
    CHECK(lex_patience(Question::phone).end > lex_patience(Question::read_back).end);
}

TEST_CASE("a conversation that grows too long leaves its oldest lines behind") {
    const auto talk = long_talk();
    const auto response = Json::parse(lex_response(read(event()), talk, {}, noon));
    auto next = event();
    next["sessionState"]["sessionAttributes"] = response["sessionState"]["sessionAttributes"];
    CHECK(next["sessionState"]["sessionAttributes"]["denwaban"].get<std::string>().size() <= most_kept_by_lex);
    const auto after = conversation_from_json(heard_turn(read(next))->before);
    REQUIRE(after);
    CHECK(after->lines.size() > 20);
    CHECK(after->lines.size() < talk.lines.size());
    CHECK(after->lines.back() == talk.lines.back());
}

TEST_CASE("one that is kept elsewhere leaves a note after how many turns, and loses nothing") {
    auto talk = long_talk();
    talk.turns = 12;
    const auto answer = lex_answer(read(event()), talk, {}, noon, TooLong::kept_elsewhere);
    CHECK(answer.where == WhereKept::elsewhere);
    const auto response = Json::parse(answer.response);
    auto next = event();
    next["sessionState"]["sessionAttributes"] = response["sessionState"]["sessionAttributes"];
    CHECK(next["sessionState"]["sessionAttributes"]["denwaban"] == "kept:12");
    const auto turn = heard_turn(read(next));
    REQUIRE(turn);
    CHECK(turn->kept == WhereKept::elsewhere);
    CHECK(turn->turns == 12);
    CHECK(turn->before.empty());
    CHECK(turn->said->text == "もしもし");
    CHECK(flow_answer(talk, {}, noon, TooLong::kept_elsewhere).where == WhereKept::elsewhere);
    talk.lines.resize(4);
    CHECK(lex_answer(read(event()), talk, {}, noon, TooLong::kept_elsewhere).where == WhereKept::here);
}

TEST_CASE("what was kept and can't be unpacked is told where it stands") {
    for (const auto* kept :
         {"deflate:", "deflate:AAAA", "deflate:?", "deflate:eJw", "kept:", "kept:x", "kept:1x", "kept:-1"}) {
        auto broken = event();
        broken["sessionState"]["sessionAttributes"]["denwaban"] = kept;
        const auto turn = heard_turn(read(broken));
        REQUIRE_FALSE(turn);
        CHECK(to_string(turn.error().front().where) == "/sessionState/sessionAttributes/denwaban");
    }
}

TEST_CASE("a flow's input is keys on the telephone and words in a chat, and a time-out is silence") {
    ContactFlowEvent flow;
    flow.contact_id = {"c2"};
    flow.channel = "VOICE";
    flow.attributes["denwaban"] = "{}";
    const auto said = [&](const std::string& channel, const std::string& input) {
        flow.channel = channel;
        flow.parameters["input"] = input;
        return *heard_turn(flow)->said;
    };
    CHECK(said("VOICE", "1126").keys == "1126");
    CHECK(said("VOICE", "Timeout").keys.empty());
    CHECK(said("VOICE", "Timeout").text.empty());
    CHECK(said("CHAT", " 予約したい ").text == "予約したい");
    CHECK(said("CHAT", "2").text == "2");
}

}  // namespace lex_hook_test
