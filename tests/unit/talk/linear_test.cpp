#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <optional>
#include <string>
#include <vector>

#include "talk/hard_spoken.hpp"

namespace linear_test {
using namespace denwaban;

namespace {

std::string repeated(const std::string& words, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += words;
    return text;
}

/// Seconds of a core, the less of two.
double cost(const std::string& text, std::optional<Question> asked) {
    static const auto calendar = HolidayCalendar::japan();
    static const auto hours = hard_spoken::hours_named("split");
    static const std::vector<std::string> courses{"松コース", "竹コース"};
    const Hearing hearing{
        at(make_date(2026, 11, 24), MinuteOfDay::clock(15, 0)), calendar, asked, nullptr, &hours, {}, courses};
    double least = 1e9;
    for (int turn = 0; turn < 2; ++turn) {
        const auto begin = std::clock();
        const auto meaning = understand(text, hearing);
        const auto spent = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        CHECK(meaning.slots.needs.size() < 20);
        least = std::min(least, spent);
    }
    return least;
}

}  // namespace

TEST_CASE("what is said over and over is understood in linear time") {
    constexpr std::size_t bytes = 4'000, times = 8;
    // A quadratic one takes 64 times as long.
    constexpr double most = 3.0 * times, least_seconds = 0.001;
    const std::vector<std::string> all{
        "3人、",
        "1人か2人増えて、",
        "子ども1人か2人、",
        "大人2人",
        "母と",
        "7時から8時まで",
        "7時か",
        "夜",
        "一番早い時間",
        "5日から",
        "来週の同じ曜日",
        "12月",
        "毎週",
        "じゃなくて",
        "無理なら",
        "アレルギーとか",
        "えびアレルギー",
        "5000円の",
        "コースは",
        "個室",
        "はい",
        "090の",
        "ゼロ九",
        "1 2 ",
        "2/",
        "名前は山田",
        "と読みます",
        "予約した",
        "変更",
        "ので",
        "けど",
        "以上",
        "あ-",
        "ー",
        "ﾞ",
        "from 6 to 8 ",
        "leave by 9 ",
        "maybe six ",
        "no allergies ",
        "漢字",
        "あいう",
        "、",
    };
    for (const auto& words : all) {
        for (const auto asked :
             {std::optional<Question>{}, std::optional{Question::party}, std::optional{Question::time},
              std::optional{Question::day}, std::optional{Question::name}, std::optional{Question::read_back}}) {
            CAPTURE(words);
            const auto once = std::max(cost(repeated(words, bytes), asked), least_seconds);
            CHECK(cost(repeated(words, bytes * times), asked) <= most * once);
        }
    }
}

}  // namespace linear_test
