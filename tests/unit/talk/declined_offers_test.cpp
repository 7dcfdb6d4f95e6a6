#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

#include "talk/hard_spoken.hpp"

/// 21:00 was offered: what declines it and what takes it, each behind each sigh.
namespace declined_offers_test {
using hard_spoken::json;

namespace {

constexpr auto sighs = std::to_array<std::string_view>(
    {"", "うーん、", "あー、", "そうですか、", "そうかあ、", "9時かあ、", "9時ですか、"});
constexpr auto declined = std::to_array<std::string_view>({
    "9時はちょっとこたえますわ、やめときます",
    "9時やったら遅いさかい、やめとくわ",
    "9時はしんどいわ、遠慮しときます",
    "9時じゃ遅すぎるな、やめます",
    "9時は無理です",
    "9時はいけんなあ",
    "その時間やと行かれへん",
    "その時間だと行けないです",
    "その時間じゃ間に合わんわ",
    "その時間はもう寝てますわ",
    "その時間は行けんばい",
    "ほかの店あたりますわ",
    "ほなやめとくわ",
    "また今度にしますわ",
    "今回は見送ります",
    "ちょっと遅いなあ",
});
constexpr auto taken = std::to_array<std::string_view>({
    "かまへんかまへん、それで",
    "ええよええよ、それで頼んます",
    "よかよか、それで",
    "それでお願いしとくわ",
    "それで頼むべ",
    "それで頼むけん",
    "んだんだ、それで頼む",
    "ほなそれで頼むわ",
    "それでええわ",
    "そうしてもらおうかな",
});

json slots_of(const std::string& utterance) {
    return hard_spoken::heard(
        {utterance, {{"now", "2026-11-24T15:00"}, {"hours", "split"}, {"asked", "offer"}, {"offered", {"21:00"}}}, {}});
}

}  // namespace

TEST_CASE("who declines an offer wants neither its time nor a cancellation") {
    for (const auto sigh : sighs) {
        for (const auto words : declined) {
            const auto utterance = std::string{sigh} + std::string{words};
            CAPTURE(utterance);
            CHECK(slots_of(utterance) == json{{"polarity", "no"}});
        }
    }
}

TEST_CASE("who takes an offer says yes in the words of a region") {
    for (const auto sigh : sighs) {
        for (const auto words : taken) {
            const auto utterance = std::string{sigh} + std::string{words};
            CAPTURE(utterance);
            CHECK(slots_of(utterance)["polarity"] == "yes");
        }
    }
}

TEST_CASE("who finds it late and takes it, takes it") {
    CHECK(slots_of("9時は遅いけど、しょうがない、それで")["polarity"] != "no");
    CHECK(slots_of("9時か、遅いな、まあいいや、それで")["polarity"] != "no");
}

}  // namespace declined_offers_test
