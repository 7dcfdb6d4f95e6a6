#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

#include "talk/hard_spoken.hpp"

/// The same, as regions say it.
namespace dialect_test {
using hard_spoken::json;

namespace {

constexpr auto copulas =
    std::to_array<std::string_view>({"やで", "やねん", "やけん", "じゃけん", "だべ", "だっちゃ", "ばい", "ですたい",
                                     "でっせ", "どす", "だがね", "だっぺ", "じゃけえ", "やさかい", "ですけん"});
constexpr auto requests =
    std::to_array<std::string_view>({"頼むわ", "頼むべ", "頼むけん", "頼むばい", "頼んます", "お願いしときますわ",
                                     "お願いしますけん", "お願いするっちゃ", "よろしゅう頼んます", "お願いできまっか",
                                     "お願いできますやろか", "お願いできんかのう", "お願いできっかね"});
constexpr auto questions = std::to_array<std::string_view>(
    {"ありまっか", "あるかいな", "あるかのう", "あるべか", "あると?", "ありますやろか", "あるけ?", "おまっか"});

json slots_of(const std::string& utterance, const std::optional<std::string>& asked = std::nullopt) {
    json context{{"now", "2026-11-24T15:00"}, {"hours", "split"}};
    if (asked) context["asked"] = *asked;
    return hard_spoken::heard({utterance, context, {}});
}

}  // namespace

TEST_CASE("what ends a name or a number is no part of it") {
    for (const auto one_copula : copulas) {
        const std::string copula{one_copula};
        CAPTURE(copula);
        CHECK(slots_of("山田" + copula, "name") == json{{"name", {"ヤマダ"}}});
        CHECK(slots_of("こんどう" + copula, "name") == json{{"name", {"コンドウ"}}});
        CHECK(slots_of("4人" + copula, "party") == json{{"party", {{{"adults", 4}}}}});
        CHECK(slots_of("土曜" + copula, "day") == json{{"day", {"2026-11-28"}}});
        CHECK(slots_of("夜の7時半" + copula, "time") == json{{"time", {"19:30"}}});
    }
}

TEST_CASE("a request is one, and no reason for what it asks") {
    for (const auto one_request : requests) {
        const std::string request{one_request};
        CAPTURE(request);
        CHECK(slots_of("明日の夜7時に3人で" + request) ==
              json{{"day", {"2026-11-25"}}, {"time", {"19:00"}}, {"party", {{{"adults", 3}}}}});
        CHECK(slots_of("20時は遅いので18時で" + request, "time")["time"] == json{"18:00"});
    }
}

TEST_CASE("a question is one") {
    for (const auto one_question : questions) {
        const std::string question{one_question};
        CAPTURE(question);
        CHECK(slots_of("個室は" + question)["needs"] == json{"private_room asked"});
    }
}

}  // namespace dialect_test
