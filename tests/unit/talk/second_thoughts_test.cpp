#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

#include "talk/hard_spoken.hpp"

/// A value, why it is no good as it comes to mind, and another: each reason with each way to end.
namespace second_thoughts_test {
using hard_spoken::json;

namespace {

struct Reason {
    std::string_view slot;
    std::string_view words;
};
constexpr auto reasons = std::to_array<Reason>({
    {"time", "来週の水曜に4人で、6時、いや6時だとちょっと早いか、7時半"},
    {"time", "来週の水曜に4人で、6時、あ、6時は仕事だった、7時半"},
    {"time", "来週の水曜に4人で、6時、あ、6時に仕事終わるんだった、7時半"},
    {"time", "来週の水曜に4人で、6時、あ、だめだ、6時は会議だった、7時半"},
    {"time", "来週の水曜に4人で、6時、うーん、6時じゃ間に合わないな、7時半"},
    {"time", "来週の水曜に4人で、6時、うーん、ちょっと早いか、7時半"},
    {"time", "来週の水曜に4人で、6時、あ、6時は塾があるんだった、7時半"},
    {"time", "来週の水曜に4人で、6時、いや、会議が押すな、7時半"},
    {"time", "来週の水曜に4人で、6時、あ、うそうそ、7時半"},
    {"time", "来週の水曜に4人で、6時、いんや、7時半"},
    {"day", "4人で夜の7時半に、来週の火曜、いや来週の火曜は定休日か、来週の水曜"},
    {"day", "4人で夜の7時半に、来週の火曜、あ、来週の火曜は仕事だった、来週の水曜"},
    {"day", "4人で夜の7時半に、来週の火曜、あ、だめだ、火曜は健診だった、来週の水曜"},
    {"day", "4人で夜の7時半に、来週の火曜、いや、火曜は夫が夜勤だな、来週の水曜"},
    {"day", "4人で夜の7時半に、来週の火曜、いや、その日は会議だった、来週の水曜"},
    {"day", "4人で夜の7時半に、来週の火曜、あ、いかん、火曜は寄り合いがあるんやった、来週の水曜"},
    {"day", "4人で夜の7時半に、来週の火曜、しまった、来週の水曜"},
    {"party", "来週の水曜の夜7時半に、3人、いや、木村さんも来るんだった、4人"},
    {"party", "来週の水曜の夜7時半に、3人、あ、部長を忘れてた、4人"},
    {"party", "来週の水曜の夜7時半に、3人、失礼いたしました、4人"},
    {"party", "来週の水曜の夜7時半に、3人、ちごた、4人"},
});
constexpr auto endings =
    std::to_array<std::string_view>({"でお願いします", "にしてください", "にしといてください", "にしてもらえますか",
                                     "にしてもらおうかな", "にしてけろ", "にしとくわ", "で", "です", "でございます"});

}  // namespace

TEST_CASE("a reason that comes to mind takes back what it is said of, and changes no booking") {
    for (const auto& reason : reasons) {
        for (const auto ending : endings) {
            const auto utterance = std::string{reason.words} + std::string{ending};
            CAPTURE(utterance);
            const hard_spoken::Line line{utterance, {{"now", "2026-11-24T15:00"}, {"hours", "split"}}, {}};
            const json slots = hard_spoken::heard(line);
            CHECK(slots == json{{"corrected", {reason.slot}},
                                {"day", {"2026-12-02"}},
                                {"time", {"19:30"}},
                                {"party", {{{"adults", 4}}}}});
        }
    }
}

TEST_CASE("of a booking that stands, the same is a change") {
    const hard_spoken::Line line{"6時、いや、会議が押すな、7時半にしといてください",
                                 {{"now", "2026-11-24T15:00"}, {"hours", "split"}, {"known", {{"time", "18:00"}}}},
                                 {}};
    const auto slots = hard_spoken::heard(line);
    CHECK(slots.at("intent") == "change");
    CHECK(slots.at("time") == json{"19:30"});
}

}  // namespace second_thoughts_test
