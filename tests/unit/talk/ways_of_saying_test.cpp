/// One thing said in the ways that callers have for it: each fills the same slots, and says no yes or no.

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "talk/hard_spoken.hpp"

namespace ways_of_saying_test {
using hard_spoken::json;
using hard_spoken::Slots;
using Words = std::vector<std::string_view>;

namespace {

Slots said(const std::string& text) {
    return hard_spoken::heard({text, {{"now", "2026-11-24T15:00"}, {"hours", "split"}}, {}});
}

void fills(const std::string& text, const Slots& expected) {
    CAPTURE(text);
    const auto slots = said(text);
    for (const auto& one : expected) {
        CAPTURE(one.first);
        REQUIRE(slots.contains(one.first));
        CHECK(slots.at(one.first) == one.second);
    }
    CHECK(!slots.contains("polarity"));
}

const Slots tomorrow_at_seven{{"day", {"2026-11-25"}}, {"time", {"19:00"}}, {"party", {{{"adults", 3}}}}};

std::string filled(std::string_view form, std::string_view dropped, std::string_view wished) {
    std::string text{form};
    text.replace(text.find('X'), 1, dropped);
    text.replace(text.find('Y'), 1, wished);
    return text;
}

const Words repairs{"X、じゃなくてY",     "Xじゃなくて、Y",   "X、いや、Y",         "X、違う、Y",
                    "X、違いました、Y",   "X、もとい、Y",     "X、やっぱY",         "X、えーと、やっぱりY",
                    "X、すみません、Y",   "X、正しくはY",     "X、嘘、Y",           "X、ほんまはY",
                    "X、そうじゃなくてY", "Xはなしで、Y",     "Xやなくて、Y",       "X、ちゃう、Y",
                    "X、いやいや、Y",     "X、訂正します、Y", "X、じゃなかった、Y", "Xではなく、Y"};
const Words grounds{"Xは仕事があるのでY",
                    "Xだと早いのでY",
                    "XはちょっとあれなのでY",
                    "Xがだめになったので、Y",
                    "Xは行けそうにないので、Y",
                    "Xは子どもの迎えがあって、Y",
                    "Xでもよかったんですけど、Y",
                    "Xにしたかったんですけど、Y",
                    "Xには間に合わないです、Y",
                    "Xだと厳しいです。Y",
                    "Xは行けないんです、Y",
                    "Xは都合が悪いです。Y",
                    "Xはあかん、Y",
                    "Xは空いてないと聞いたのでY",
                    "Xまでに着けないので、Y"};

}  // namespace

TEST_CASE("a day, a time and people are heard with whatever opens and ends a sentence") {
    const Words openings{"",
                         "えーと、",
                         "んー、",
                         "んー",
                         "すみません、",
                         "もしもし、",
                         "いやあ、",
                         "もしもし、いやあ、",
                         "恐れ入ります、",
                         "さっき電話した者ですが、"};
    const Words bookings{
        "明日の夜7時に3人",     "あしたの晩の7時に3名", "あすの19時、三名様",     "明日、25日の午後7時に大人3人",
        "25日の夜の七時に三人", "11月25日の19:00に3人", "11/25のよるしちじに3名", "明日の夜7時から、さんにん"};
    const Words endings{"で",
                        "でお願いします",
                        "でお願いできますか",
                        "でいいですか",
                        "で頼んます",
                        "でお願いしますー",
                        "なんですが",
                        "で予約したいんですけど",
                        "で入れますか",
                        "で押さえてください",
                        "で席を取りたいんですけど",
                        "でお席ございますか"};
    for (const auto opening : openings) {
        for (const auto booking : bookings) {
            for (const auto ending : endings)
                fills(std::string{opening} + std::string{booking} + std::string{ending}, tomorrow_at_seven);
        }
    }
}

TEST_CASE("either of two is heard in kana as in figures") {
    const std::vector<std::pair<Words, Slots>> all{
        {{"6時か7時で", "ろくじかしちじで", "六時か七時で", "ろくじか7時でお願いします", "6時か、しちじで"},
         {{"time", {"18:00", "19:00"}}}},
        {{"金曜か土曜で", "金曜かどようびで", "きんようびかどようびで", "金曜か土曜日でお願いします"},
         {{"day", {"2026-11-27", "2026-11-28"}}}},
        {{"木曜か金曜で", "木曜かきんようびで", "もくようびかきんようびで"}, {{"day", {"2026-11-26", "2026-11-27"}}}},
        {{"3、4人で", "3、四人で", "3、よにんで", "三、四人で", "3～四名で"},
         {{"party", {{{"adults", 3}}, {{"adults", 4}}}}}},
    };
    for (const auto& [ways, expected] : all) {
        for (const auto way : ways) fills(std::string{way}, expected);
    }
}

TEST_CASE("what is said instead is heard, whichever way it is put right or explained") {
    struct Pair {
        std::string_view dropped;
        std::string_view wished;
        std::string_view value;
    };
    const std::vector<Pair> days{
        {"土曜", "日曜", "2026-11-29"}, {"明日", "あさって", "2026-11-26"}, {"5日", "6日", "2026-12-06"}};
    const std::vector<Pair> times{{"6時", "7時", "19:00"}, {"六時", "七時", "19:00"}, {"夕方6時", "夜8時", "20:00"}};
    for (const auto* forms : {&repairs, &grounds}) {
        for (const auto form : *forms) {
            for (const auto& [dropped, wished, value] : days)
                fills(filled(form, dropped, wished) + "の夜7時に3人でお願いします",
                      {{"day", {value}}, {"time", {"19:00"}}, {"party", {{{"adults", 3}}}}});
            for (const auto& [dropped, wished, value] : times)
                fills("25日の" + filled(form, dropped, wished) + "に3人でお願いします",
                      {{"day", {"2026-11-25"}}, {"time", {value}}, {"party", {{{"adults", 3}}}}});
        }
    }
    for (const auto form : repairs)
        fills("25日の夜7時に" + filled(form, "3人", "4人") + "でお願いします",
              {{"day", {"2026-11-25"}}, {"time", {"19:00"}}, {"party", {{{"adults", 4}}}}});
}

TEST_CASE("a name that was asked for is heard with whatever leads to it and ends it") {
    const std::vector<std::pair<std::string_view, std::string_view>> names{{"田中", "タナカ"},
                                                                           {"いとう", "イトウ"},
                                                                           {"長谷川", "ハセガワ"},
                                                                           {"スズキ", "スズキ"},
                                                                           {"いのうえ", "イノウエ"}};
    const Words leads{"",       "えーと、",           "んー、",         "んー",    "名前は", "名字は",
                      "うちは", "えー、名前ですか、", "株式会社山川の", "予約名は"};
    const Words endings{"です",           "と申します", "でお願いします",     "でね",           "で頼むわ",
                        "にしてください", "にしといて", "という名前で",       "と言う者ですが", "やけど",
                        "ですー",         "ばってん",   "で予約してください", "っす",           "でございます",
                        "でいいかな"};
    for (const auto& [name, kana] : names) {
        for (const auto lead : leads) {
            for (const auto ending : endings) {
                const auto text = std::string{lead} + std::string{name} + std::string{ending};
                CAPTURE(text);
                const auto slots = hard_spoken::heard(
                    {text, {{"now", "2026-11-24T15:00"}, {"hours", "split"}, {"asked", "name"}}, {}});
                REQUIRE(slots.contains("name"));
                CHECK(slots.at("name") == json::array({kana}));
            }
        }
    }
}

TEST_CASE("English tells reasons, others' wishes, the past and comparisons, and wishes for the other") {
    const Words times{"my friend wanted to come at X but we'd like a table at Y",
                      "last time we came at X, this time at Y",
                      "I have a meeting until X so can we come at Y",
                      "X is too early so Y please",
                      "our train arrives at X so a table at Y",
                      "I'd rather come at Y than at X",
                      "Y instead of X",
                      "we were going to come at X but Y is better",
                      "they said X but I want Y"};
    for (const auto form : times) fills(filled(form, "6 pm", "8 pm"), {{"time", {"20:00"}}});
    const Words days{"X doesn't work, Y at 7 pm for two", "my wife wanted X but Y is better",
                     "I can't do X, how about Y", "I'm busy on X so Y please"};
    for (const auto form : days) fills(filled(form, "Friday", "Saturday"), {{"day", {"2026-11-28"}}});
    const Words people{"we had planned on X people but now it is Y people",
                       "usually we are X people but this time Y people"};
    for (const auto form : people) fills(filled(form, "four", "six"), {{"party", {{{"adults", 6}}}}});
    for (const std::string told : {"last time we came at 6 pm", "my friend wanted to come at 7 pm"}) {
        CAPTURE(told);
        const auto slots = said(told);
        CHECK((!slots.contains("time") || slots.at("time").back() == "?"));
    }
}

}  // namespace ways_of_saying_test
