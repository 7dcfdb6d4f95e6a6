#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/talk/understand.hpp>

namespace agreement_test {
using namespace denwaban;

namespace {

/// Friday at seven for two, read back or offered.
Polarity polarity(Question asked, std::string_view text, std::optional<Intent> proposed = std::nullopt) {
    static const auto calendar = HolidayCalendar::japan();
    Slots known;
    known.day = Heard<Date>{{make_date(2026, 11, 27)}, {}};
    known.time = Heard<TimeWish>{{TimeWish{MinuteOfDay::clock(19, 0)}}, {}};
    known.party = Heard<PartyWish>{{PartyWish{Party{Covers::of(2)}}}, {}};
    Hearing hearing{at(make_date(2026, 11, 24), MinuteOfDay::clock(15, 0)), calendar, asked};
    hearing.known = &known;
    hearing.proposed = proposed;
    return understand(text, hearing).polarity;
}

}  // namespace

TEST_CASE("only what is wholly a yes agrees to what is read back") {
    const std::vector<std::string> yes{
        "はい",
        "はい、お願いします",
        "ええ、それで",
        "うんうん、それでいいよ",
        "はい、7時ですね",
        "はい、金曜の7時で2名でお願いします",
        "そうですね、お願いします",
        "はいはい、そうそう、それでいいよ",
        "あーそうそう、それでお願い",
        "ほいほい、それでええよ",
        "いや、合ってます",
        "変更なしで",
        "特に変更はないです",
        "はい、変わりありません",
        "大丈夫です",
        "はい、大丈夫ですよ、ありがとうございます",
        "はい、取ってください",
        "はい、それで進めてください",
        "はい、お願いします。失礼します",
        "うん、それで取っといて",
        "かしこまりました、それで結構です",
        "yes",
        "yes please",
        "Yes, that's correct, thank you",
        "no, that's right",
        "no changes",
        "yes please, that would be lovely",
        "sure, go ahead",
        "okay, sounds good",
        "that's fine, thanks",
        "yes, book it please",
        "perfect, thank you very much",
    };
    for (const auto& text : yes) {
        CAPTURE(text);
        CHECK(polarity(Question::read_back, text) == Polarity::yes);
    }
}

TEST_CASE("what denies, asks, hesitates or wants more is no yes to what is read back") {
    const std::vector<std::string> others{
        // denied
        "よろしくありません",
        "よろしくはありません",
        "よろしくねえよ",
        "お願いしないです",
        "お願いしません",
        "うんにゃ",
        "うん、やめる",
        "お願いだからやめて",
        "お願いだからやめてください",
        "もういいです",
        "もういいですよ",
        "もういいですって",
        "もうええわ",
        "やっぱりいいです",
        "はい、違います",
        "そうじゃないです",
        "お願いできません",
        "はい、取らないで",
        // asked, and hesitated
        "ええっ！？",
        "それでいいんですか",
        "それでいいのかな",
        "OKですか",
        "はい？",
        "はい、ただ",
        "はいかな",
        "うんっと",
        "そうですかね",
        "はい、でも",
        "はい、ですが",
        "ええ、そうなんですけど",
        "いいのかなあ",
        "本当にそれでいいの",
        // more
        "はい、ケーキもお願いします",
        "はい、飲み放題でお願いします",
        "はい、あと毛布をお願いします",
        "はい、あとケーキをお願いできますか",
        "はい、花束を用意してもらえますか",
        "はい、犬も連れて行きます",
        "はい、6人で",
        "はい、8時でお願いします",
        "はい、窓側で",
        "はい、キャンセルで",
        "はい、かけ直します",
        "はい、少々お待ちください",
        // in English
        "please don't",
        "please do not",
        "yes, please don't",
        "absolutely not",
        "of course not",
        "certainly not",
        "please stop",
        "please forget it",
        "fine, forget it",
        "hold on please",
        "please hold on",
        "are you sure",
        "okay but",
        "is that right",
        "yes, and a cake please",
        "yes, with champagne",
        "sure, if it's by the window",
        "okay, cancel",
    };
    for (const auto& text : others) {
        CAPTURE(text);
        CHECK(polarity(Question::read_back, text) != Polarity::yes);
    }
}

TEST_CASE("an offer is taken by what is wholly a yes, as what is read back is agreed to") {
    for (const std::string text :
         {"かまいません", "じゃあそれで", "それならお願いします", "そうしてください", "うん、7時にする",
          "仕方ないですね、それで", "その時間でお願いします", "いいですね、それで", "yes, 7 pm please", "okay then"}) {
        CAPTURE(text);
        CHECK(polarity(Question::offer, text) == Polarity::yes);
    }
    for (const std::string text : {"了解できません",
                                   "お願いできません",
                                   "お願いしません",
                                   "お願いしないでください",
                                   "それでいいわけない",
                                   "そうしないでください",
                                   "はいとは言えません",
                                   "はいと言ってません",
                                   "はい、取らないでください",
                                   "はい、キャンセルで",
                                   "はい、佐々木です",
                                   "はい、6人で",
                                   "はい、かけ直します",
                                   "はい、少々お待ちください",
                                   "はいりません",
                                   "ハイボールください",
                                   "うんにゃ",
                                   "absolutely not",
                                   "of course not",
                                   "please don't do that",
                                   "okay, cancel"}) {
        CAPTURE(text);
        CHECK(polarity(Question::offer, text) != Polarity::yes);
    }
}

TEST_CASE("who asks for what was read back agrees to it") {
    for (const std::string text :
         {"はい、キャンセルしてください", "キャンセルでお願いします", "はい、取り消してください",
          "キャンセルしてもらえますか", "yes, please cancel it", "please cancel"}) {
        CAPTURE(text);
        CHECK(polarity(Question::read_back, text, Intent::cancel) == Polarity::yes);
        CHECK(polarity(Question::read_back, text) != Polarity::yes);
    }
    CHECK(polarity(Question::read_back, "はい、変更してください", Intent::change) == Polarity::yes);
    for (const std::string text :
         {"キャンセルしません", "キャンセルしないで", "キャンセルできますか", "やっぱりキャンセルしない",
          "時間を変更してください", "はい、予約してください", "please don't cancel it"}) {
        CAPTURE(text);
        CHECK(polarity(Question::read_back, text, Intent::cancel) != Polarity::yes);
    }
    CHECK(polarity(Question::read_back, "時間を変更してください", Intent::change) != Polarity::yes);
}

}  // namespace agreement_test
