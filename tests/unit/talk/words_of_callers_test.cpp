#include <doctest/doctest.h>

#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "talk_world.hpp"

namespace words_of_callers_test {
using namespace denwaban;
using namespace talk_world;

namespace {

const PhoneNumber mobile = PhoneNumber::parse("09012345678").value();
const PhoneNumber other = PhoneNumber::parse("08099998888").value();
constexpr auto tomorrow = today + date::days{1};

const Reservation* only_agreed(World& world, Date date) {
    const Reservation* found = nullptr;
    for (const auto& one : world.book_of(date)->reservations) {
        if (is_agreed(one)) found = &one;
    }
    return found;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

/// What is wrong with how English is put together; nothing, where nothing is.
std::string ill_joined(const std::string& text) {
    for (const std::string_view wrong : {"  ", "..", " .", " ,", ",,", "?.", "on today", "on tomorrow", "On today"}) {
        if (contains(text, wrong)) return std::string{wrong};
    }
    const auto is_lower = [](char c) { return std::islower(static_cast<unsigned char>(c)) != 0; };
    const auto is_letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
    if (text.empty() || is_lower(text.front())) return "begins small";
    if (std::string_view{".?"}.find(text.back()) == std::string_view::npos) return "does not end";
    for (std::size_t at = 1; at + 1 < text.size(); ++at) {
        const bool is_end = text[at] == '.' || text[at] == '?' || text[at] == ':' || text[at] == ',';
        const bool is_half = text.substr(at - 1, 4) == "a.m." || text.substr(at - 1, 4) == "p.m.";
        if (is_end && is_letter(text[at + 1]) && !is_half) return "no blank: " + text.substr(at);
        if (text[at] == '?' && at + 2 < text.size() && is_lower(text[at + 2])) return "goes on small";
    }
    return {};
}

}  // namespace

TEST_CASE("what takes a read-back back is read back anew, or asked about, and a yes never books what was before") {
    struct Said {
        Language language;
        std::string wish, name, correction, read_back;
    };
    const std::vector<Said> all{
        {Language::english, "table for two tomorrow at 7", "Smith", "actually make it 8", "8 p.m., 2 people"},
        {Language::english, "table for two tomorrow at 7", "Smith", "no, make that 7:30", "7:30 p.m., 2 people"},
        {Language::english, "table for two tomorrow at 7", "Smith", "make it four people", "7 p.m., 4 people"},
        {Language::japanese, "明日7時2人で", "井上です", "井上じゃなくて井ノ上です", "2名様、イノウエ様"},
        {Language::japanese, "明日7時2人で", "やまだです", "やまだじゃなくて山中です", "2名様、ヤマナカ様"},
        {Language::japanese, "明日7時2人で", "やまだです", "番号は080-1111-2222にして", "080-1111-2222"},
        {Language::japanese, "明日7時2人で", "やまだです", "大丈夫なんですけど、4人になります", "4名様"},
    };
    for (const auto& said : all) {
        CAPTURE(said.correction);
        World world;
        PhoneCall call{world, mobile, said.language};
        call.hears_words(said.wish);
        call.hears_words(said.name);
        REQUIRE(call.talk().state == ConversationState::confirming);
        CHECK(contains(call.hears_words(said.correction), said.read_back));
        CHECK(call.talk().state == ConversationState::confirming);
    }
    // Whatever it may be that is taken back.
    for (const std::string said : {"actually make it the other thing", "no, 9999"}) {
        CAPTURE(said);
        World world;
        PhoneCall call{world, mobile, Language::english};
        call.hears_words("table for two tomorrow at 7");
        call.hears_words("Smith");
        CHECK(contains(call.hears_words(said), "What should I change?"));
        call.hears_words("yes");
        CHECK(only_agreed(world, tomorrow) == nullptr);
    }
}

TEST_CASE("an allergy is read back and kept, and none is lost with a change") {
    World world;
    PhoneCall call{world, mobile};
    call.hears_words("明日の7時に予約お願いします");
    CHECK(contains(call.hears_words("2人、一人は甲殻類アレルギーです"), "2名様でございますね"));
    CHECK(contains(call.hears_words("やまだです"), "アレルギーは、甲殻類でございます"));
    call.hears_words("はい");
    REQUIRE(only_agreed(world, tomorrow) != nullptr);
    CHECK(only_agreed(world, tomorrow)->details.allergies == std::vector<std::string>{"甲殻類"});

    World asked;
    PhoneCall kitchen{asked, mobile};
    const auto noted = kitchen.hears_words("明日7時に2人で、卵アレルギーなんですけど大丈夫ですか");
    CHECK(contains(noted, "卵のアレルギー、承りました"));
    CHECK(!contains(noted, "分かりかねます"));
    CHECK(contains(noted, "お名前を"));

    World abroad;
    PhoneCall english{abroad, mobile, Language::english};
    english.hears_words("table for two tomorrow at 7 pm, I have a nut allergy");
    CHECK(contains(english.hears_words("Smith"), "Allergies: nuts. The number is"));

    World changed;
    changed.has_booked("b1", tomorrow, clock(19), 2, mobile, "ヤマダ");
    PhoneCall change{changed, mobile};
    change.hears_words("予約の変更で、8時にしてほしいのと、一人えびアレルギーです");
    CHECK(change.talk().reason == HandOverReason::allergies);
}

TEST_CASE("English callers bring babies, come between two times and are late, and hear whole sentences") {
    const std::vector<std::vector<std::string>> calls{
        {"We are 2 adults and a baby, tomorrow at 7 pm", "Smith", "yes", "no, that's all"},
        {"a table for two tomorrow between 6 and 8", "Smith", "that is right", "that is all"},
        {"table for four today at 8 pm", "my name is Jane Miller", "yes", "bye"},
        {"table for six on Monday at 7 pm", "no", "December 1 at noon", "Lee", "yes"},
        {"what time do you close today?", "what is the last order tomorrow?", "where are you?", "bye"},
        {"a table for two at 3 in the morning tomorrow", "in the evening", "late please", "hello?"},
        {"I want to cancel my reservation", "yes", "goodbye"},
        {"I'd like to change my booking to 8 pm", "yes", "bye"},
        {"a table for 4 next Friday at 7 or 8", "December 4th", "8", "Brown", "no", "nothing else"},
        {"we will be 20 minutes late", "yes", "bye"},
        {"", "", "", ""},
    };
    for (const auto& lines : calls) {
        for (const bool is_full : {false, true}) {
            World world;
            world.has_booked("b1", tomorrow, clock(19), 2, mobile, "スミス");
            for (int table = 0; is_full && table < 3; ++table)
                world.has_booked("f" + std::to_string(table), tomorrow, clock(19), table < 2 ? 2 : 6);
            PhoneCall call{world, mobile, Language::english};
            for (const auto& line : lines) {
                const auto said = call.hears_words(line);
                CAPTURE(line);
                CAPTURE(said);
                CHECK(ill_joined(said) == "");
            }
        }
    }
    World world;
    PhoneCall call{world, mobile, Language::english};
    CHECK(contains(call.hears_words("We are 2 adults and a baby, tomorrow at 7 pm"),
                   "2 people and 1 infant without a chair. May I have your name, please?"));
    PhoneCall window{world, mobile, Language::english, "c2"};
    CHECK(window.hears_words("a table for two tomorrow between 6 and 8") ==
          "There is a table at 6 p.m. Would that suit you?");
}

TEST_CASE("what of today has yet to begin is told with its end") {
    World world;
    PhoneCall open{world, mobile};
    CHECK(contains(open.hears_words("今日何時までですか"), "本日の閉店は、午後11時でございます"));
    world.now = now_in(TimeZone::tokyo(), Instant{today.time_since_epoch()});
    PhoneCall before{world, mobile, Language::japanese, "c2"};
    CHECK(contains(before.hears_words("今日は何時から何時まで開いてますか"),
                   "午前11時から午後2時まで、午後5時から午後11時まで営業いたします"));
}

TEST_CASE("who says goodbye is let go, whatever was asked; a yes that goes with it is one") {
    for (const std::string said : {"失礼します", "どうも、失礼します", "さようなら", "やっぱりいいです"}) {
        CAPTURE(said);
        World world;
        PhoneCall at_once{world, mobile};
        at_once.hears_words(said);
        CHECK(at_once.talk().state == ConversationState::ended);
        PhoneCall midway{world, mobile, Language::japanese, "c2"};
        midway.hears_words("明日7時に2人で予約お願いします");
        midway.hears_words(said);
        CHECK(midway.talk().state == ConversationState::ended);
    }
    World world;
    PhoneCall call{world, mobile};
    call.hears_words("明日7時に2人で予約お願いします");
    call.hears_words("やまだです");
    CHECK(contains(call.hears_words("はい、お願いします、失礼します"), "ご予約を承りました"));
    call.hears_words("じゃあよろしく");
    CHECK(call.talk().state == ConversationState::ended);
}

TEST_CASE("Kansai says yes, names and wishes in its own way") {
    World world;
    PhoneCall call{world, mobile};
    call.hears_words("明日7時2人で頼むわ");
    CHECK(contains(call.hears_words("山本や"), "ヤマモト様で"));
    CHECK(contains(call.hears_words("それで頼むわ"), "ご予約を承りました"));
    World other_day;
    PhoneCall second{other_day, mobile};
    second.hears_words("明日6時2人で頼むわ");
    CHECK(contains(second.hears_words("鈴木いいます"), "スズキ様で"));
    CHECK(contains(second.hears_words("おう"), "ご予約を承りました"));
}

TEST_CASE("a booking is made larger, a late guest asked for his number, and yesterday said to be over") {
    World world;
    world.has_booked("b1", today, clock(19), 2, mobile, "ヤマダ");
    PhoneCall more{world, mobile};
    CHECK(contains(more.hears_words("予約を5人に増やしてほしい"), "5名様に変更いたします"));
    PhoneCall late{world, other, Language::japanese, "c2"};
    CHECK(contains(late.hears_words("7時の予約が7時半になりそうです"), "お電話番号をお願いいたします"));
    late.hears_words("09012345678");
    CHECK(contains(late.hears_words("やまだです"), "7時の予約が7時半になりそうです"));
    PhoneCall past{world, mobile, Language::japanese, "c3"};
    CHECK(contains(past.hears_words("昨日の7時に2人で予約したい"), "もう過ぎております。ご希望の日にちは"));
}

TEST_CASE("what may not have been meant is asked about once: a yes or the same again settles it, a no asks anew") {
    const std::string doubtful = "7時開演なんですよ";
    const auto asked_about = [&](PhoneCall& call) {
        call.hears_words("明日2人で予約お願いします");
        REQUIRE(call.talk().asked == Question::time);
        CHECK(contains(call.hears_words(doubtful), "午後7時でよろしいでしょうか"));
    };
    World world;
    PhoneCall agreed{world, mobile};
    asked_about(agreed);
    CHECK(contains(agreed.hears_words("はい"), "午後7時でございますね"));
    PhoneCall again{world, mobile, Language::japanese, "c2"};
    asked_about(again);
    CHECK(contains(again.hears_words(doubtful), "午後7時でございますね"));
    PhoneCall declined{world, mobile, Language::japanese, "c3"};
    asked_about(declined);
    declined.hears_words("いいえ");
    CHECK(declined.talk().asked == Question::time);
    CHECK_FALSE(declined.talk().known.time);
    PhoneCall nothing{world, mobile, Language::japanese, "c4"};
    nothing.hears_words("電車が7時に出るんです");
    CHECK_FALSE(nothing.talk().purpose);
}

TEST_CASE("who asks for another language is asked in it") {
    for (const std::string said : {"do you speak English?", "English please", "英語でお願いします"}) {
        CAPTURE(said);
        World world;
        PhoneCall call{world, mobile};
        CHECK(call.hears_words(said) == "Certainly. Would you like to book a table, or to change or cancel a booking?");
        CHECK(call.talk().language == Language::english);
    }
}

TEST_CASE("a name stands alone in a list and at an offer; a stay is no time between; an end is no beginning") {
    World world;
    PhoneCall list{world, mobile};
    CHECK(contains(list.hears_words("明日、さとう、7時、2人"), "2名様、サトウ様で"));
    PhoneCall stay{world, mobile, Language::japanese, "c2"};
    CHECK(contains(stay.hears_words("明日の7時から9時まで2時間で2人"), "午後7時、2名様でございますね"));
    PhoneCall end{world, mobile, Language::japanese, "c3"};
    CHECK(contains(end.hears_words("明日、8時まで2人で"), "午後8時まででございますね。何時から"));
    World full;
    for (int table = 0; table < 4; ++table)
        full.has_booked("f" + std::to_string(table), tomorrow, clock(19), table < 2 ? 2 : table == 2 ? 4 : 6);
    PhoneCall offer{full, mobile, Language::japanese, "c4"};
    offer.hears_words("明日7時に2人で");
    REQUIRE(offer.talk().state == ConversationState::offering);
    offer.hears_words("さとう");
    CHECK(offer.talk().state == ConversationState::offering);
    REQUIRE(offer.talk().known.name);
    CHECK(offer.talk().known.name->certain()->kana == "サトウ");
}

}  // namespace words_of_callers_test
