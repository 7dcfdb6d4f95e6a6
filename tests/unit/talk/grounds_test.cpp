#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

#include "talk/hard_spoken.hpp"

/// Why it is another day, time or number of people: each way to say it, with each way to name them.
namespace grounds_test {
using hard_spoken::json;

namespace {

struct Values {
    std::string_view dropped;
    std::string_view wished;
    json reading;
};

std::string filled(std::string_view form, const Values& values) {
    std::string text{form};
    text.replace(text.find('X'), 1, values.dropped);
    return text + std::string{values.wished};
}

/// Whether a slot has one reading, and is the value that was wished for.
template <class Forms, class All>
void each_is_heard(const std::string& slot, const std::string& before, const std::string& after, const Forms& forms,
                   const All& all) {
    for (const auto form : forms) {
        for (const auto& values : all) {
            const hard_spoken::Line line{
                before + filled(form, values) + after, {{"now", "2026-11-24T15:00"}, {"hours", "split"}}, {}};
            CAPTURE(line.utterance);
            const auto slots = hard_spoken::heard(line);
            REQUIRE(slots.contains(slot));
            CHECK(slots.at(slot) == json::array({values.reading}));
        }
    }
}

}  // namespace

TEST_CASE("a day that is no good for a reason is not the one wished for") {
    constexpr auto forms = std::to_array<std::string_view>({
        "Xは会議があるので",
        "Xは用事があるので",
        "Xは予定が入ってて",
        "Xは都合が悪いんで",
        "Xは埋まってるみたいなので",
        "Xは子どもの運動会で",
        "Xは忙しいから",
        "Xだと混みそうなので",
        "Xはちょっと難しくて",
        "Xは友達が来られないそうで",
        "Xは雨らしいから",
        "Xだったらいっぱいと聞いたので",
        "Xがだめだったので",
        "Xより",
        "Xもいいけど",
        "Xはやめとこうって話になって",
        "Xは避けたいので",
        "Xに別の店に行くので",
        "Xは飲み会があるから",
        "Xが休めなくなって",
        "友達はXがいいって言うんですけど、",
        "妻がXは嫌だと言うので",
        "最初はXと思ったんですが",
        "Xにしようかと思ってたんですけど",
        "Xのつもりだったんですけど",
    });
    const auto all = std::to_array<Values>({{"土曜", "日曜", "2026-11-29"},
                                            {"8日", "9日", "2026-12-09"},
                                            {"明日", "明後日", "2026-11-26"},
                                            {"12月5日", "12月6日", "2026-12-06"}});
    each_is_heard("day", "", "の夜7時に3人でお願いします", forms, all);
}

TEST_CASE("a time at which something else happens is not the one wished for") {
    constexpr auto forms = std::to_array<std::string_view>({
        "Xは会議があるので",
        "Xまで仕事なので",
        "Xだと間に合わないので",
        "Xは埋まってると聞いたので",
        "Xに駅に着くので",
        "電車がXに着くので",
        "Xに子どもを迎えに行くので",
        "Xにはまだ仕事してるので",
        "友達はXと言ってたんですが",
        "妻がXがいいと言うんですけど",
        "Xのつもりだったんですけど",
        "Xよりは",
        "Xはちょっと厳しいので",
        "Xに集合して",
        "Xはいっぱいですよね、",
        "Xにホテルに着くんで",
    });
    const auto all =
        std::to_array<Values>({{"6時", "7時", "19:00"}, {"18時", "19時半", "19:30"}, {"夕方5時半", "夜8時", "20:00"}});
    each_is_heard("time", "明日なんですけど、", "に3人でお願いします", forms, all);
}

TEST_CASE("how many came before, or were thought to come, is not how many come") {
    constexpr auto forms = std::to_array<std::string_view>({
        "前はXだったけど今回は",
        "最初Xの予定だったんですが",
        "この間はXで行ったんですけど今度は",
        "Xのつもりでしたが",
        "Xと言ってたんですけど",
        "Xで予約しようと思ったけど",
        "Xはちょっと多いので",
        "友達はXって言ってたけど",
        "いつもはXなんですけど今回は",
        "Xかと思ったら",
        "Xの予定が",
        "当初Xだったのが",
        "X来る予定でしたが一人来られなくて",
        "妻がXって言ってましたが",
    });
    const auto all = std::to_array<Values>(
        {{"4人", "3人", {{"adults", 3}}}, {"5名", "4名", {{"adults", 4}}}, {"ふたり", "6人", {{"adults", 6}}}});
    each_is_heard("party", "明日の夜7時、", "でお願いします", forms, all);
}

TEST_CASE("what is told of a day, a time or people alone is not certain") {
    for (const std::string_view told :
         {"10時に閉店ですか", "ランチは11時からですか", "最終入店は9時ですか", "7時を過ぎると混みますか",
          "あとで7時ごろかけ直します", "もともと7時でした", "7時に電話しました", "電車が7時に着きます"}) {
        CAPTURE(told);
        const auto slots =
            hard_spoken::heard({std::string{told}, {{"now", "2026-11-24T15:00"}, {"hours", "split"}}, {}});
        CHECK((!slots.contains("time") || slots.at("time").back() == "?"));
    }
    for (const std::string_view told : {"私の誕生日は12月5日です", "結婚記念日が24日なんです", "金曜が締め切りですか",
                                        "来週の土曜に結婚式があります"}) {
        CAPTURE(told);
        const auto slots =
            hard_spoken::heard({std::string{told}, {{"now", "2026-11-24T15:00"}, {"hours", "split"}}, {}});
        CHECK((!slots.contains("day") || slots.at("day").back() == "?"));
    }
    for (const std::string_view told :
         {"4人だと狭いですか", "10人から貸切ですか", "いつも4人で行ってます", "1人2つずつ"}) {
        CAPTURE(told);
        const auto slots =
            hard_spoken::heard({std::string{told}, {{"now", "2026-11-24T15:00"}, {"hours", "split"}}, {}});
        CHECK((!slots.contains("party") || slots.at("party").back() == "?"));
    }
}

}  // namespace grounds_test
